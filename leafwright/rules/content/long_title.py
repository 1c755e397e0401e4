"""A title is too long to be read at a glance.

What: Counts the characters of the title, and of each variant's own title, with blanks.

Why: People read a title in a list, on a shelf and on a phone before they read the leaflet. Trust templates
and search results cut it off after about 65 characters.

Bad:
```yaml
title: Everything you might want to know about looking after a knee that is sore  # <-
```

Good:
```yaml
title: Looking after a sore knee
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, PassageKind, Reader


def check(reader: Reader, *, most: int) -> Iterator[Finding]:
    """Report titles of more than `most` characters."""
    for passage in reader.of_kind(PassageKind.TITLE):
        if len(passage.text) > most:
            yield Finding(
                place=passage.place,
                message=f"the title has {len(passage.text)} characters, more than {most}",
                hint="say in fewer words what it is about; the summary can say the rest",
            )
