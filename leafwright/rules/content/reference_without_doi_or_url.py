"""A source cannot be looked up.

What: Finds cited references with neither a DOI nor a web address. A PubMed number is enough, and for a book
or a chapter an ISBN.

Why: A reader or a reviewer must be able to find the source. The NLM's style for references asks for the DOI,
or for the web address.

Bad:
```yaml
references:
  - id: elm1999  # <-
    type: report
    title: A made-up report on sore knees
    issued: 2019-04-01
```

Good:
```yaml
references:
  - id: elm1999
    type: report
    title: A made-up report on sore knees
    URL: https://example.org/knees
  - id: elm2000
    type: article-journal
    title: A made-up study of sore knees
    DOI: 10.1000/ex-2
  - id: elm2001
    type: article-journal
    title: A made-up letter on sore knees
    PMID: "101"
  - id: elm2002
    type: book
    title: A made-up book on sore knees
    ISBN: 978-0-00-000000-2
```
"""

from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader

_BOOKS: Final = frozenset({"book", "chapter"})


def check(reader: Reader) -> Iterator[Finding]:
    """Report cited references that do not say where they can be found."""
    for entry in reader.cited:
        if not (entry.doi or entry.url or entry.pmid or (entry.type in _BOOKS and entry.isbn)):
            yield Finding(
                place=entry.place,
                message=f"'{entry.id}' has neither a DOI nor a web address",
                hint="add `DOI:`, or `URL:` if it is only on the web",
            )
