"""No handout cites a reference.

What: Finds entries of references.yaml that neither a text nor a risk of any handout cites. While a handout
cannot be read, nothing is reported, because it may cite them.

Why: Nobody keeps an entry up to date that is not printed, and the next author may take it for evidence that
somebody weighed. A bibliography lists what the leaflets rely on, and no more.

Bad:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
  - id: oak2001  # <-
    type: article-journal
    title: Another made-up study
```

Good:
```yaml
references:
  - id: elm1999
    type: article-journal
    title: A made-up study of sore knees
```
"""

from collections.abc import Iterator

from leafwright.integrity import keys_of
from leafwright.library import Library
from leafwright.rules import Finding


def check(library: Library) -> Iterator[Finding]:
    """Report references that nothing cites."""
    if library.problems:
        return
    cited = {key for file in library.handouts for key in keys_of(file.handout)}
    for entry in library.references.values():
        if entry.id not in cited:
            yield Finding(
                place=entry.place,
                message=f"'{entry.id}' is cited nowhere",
                hint="cite it with [@key], or take it out",
            )
