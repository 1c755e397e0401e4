"""The same work is in the bibliography twice.

What: Finds entries of references.yaml with the DOI, the web address or the PubMed number of an earlier
one, under another key. Two entries with one key are an error of their own, `duplicate-id`, which also
stops a build.

Why: A leaflet that cites both prints the same source under two numbers, as if it were two. The Vancouver
style gives each source one number.

Bad:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
    DOI: 10.1000/EX-1
  - id: elm-knees
    type: article-journal
    title: A made-up study of sore knees
    DOI: 10.1000/ex-1  # <-
  - id: oak2001
    type: webpage
    title: Knees
    URL: https://example.org/knees/
  - id: oak2002
    type: webpage
    title: Knees again
    URL: http://www.example.org/knees  # <-
```

Good:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
    DOI: 10.1000/ex-1
    URL: https://example.org/knees
  - id: elm2000
    type: article-journal
    title: A made-up study of sore knees
    DOI: 10.1000/ex-2
    PMID: "101"
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.library import Library
from leafwright.model.reference import Reference
from leafwright.rules import Finding

_WEB: Final = re.compile(r"^https?://(?:www\.)?|/$")


def check(library: Library) -> Iterator[Finding]:
    """Report references that are the same work as an earlier one."""
    seen: dict[str, Reference] = {}
    for entry in sorted(library.references.values(), key=lambda entry: entry.place):
        for field, name in _names(entry):
            first = seen.setdefault(name, entry)
            if first is not entry:
                yield Finding(
                    place=entry.place_of(field),
                    message=f"'{entry.id}' is the same work as '{first.id}', in line {first.place.line}",
                    hint=f"keep one, and cite it as [@{first.id}]",
                )
                break


def _names(entry: Reference) -> Iterator[tuple[str, str]]:
    """Go through the fields that identify a work, each with its value in one form."""
    if entry.doi:
        yield "DOI", f"doi {entry.doi.lower()}"
    if entry.pmid:
        yield "PMID", f"pmid {entry.pmid}"
    if entry.url and not entry.doi:
        yield "URL", f"url {_WEB.sub('', entry.url.lower())}"
