"""A part of the leaflet has no words in the other language.

What: Finds parts of the source, such as a block or a section's heading, for which the translation has no
words at all, or not for each of their texts. In a list for people, more than three of them are one finding,
because a translation that was just begun would hide everything else; editors and other programs get each at
its place.

Why: A leaflet with a gap looks complete to people who cannot read the source, and the gap may be the warning.
So no part of a translation is printed before all of it is there.

Bad:
```yaml
parts:
  rest:
    words: {items.1: Descanse la rodilla.}  # <-
    source: {items.1: Rest your knee., items.2: Keep it cool.}
```

Good:
```yaml
parts:
  rest:
    words: {items.1: Descanse la rodilla., items.2: Manténgala fría.}
    source: {items.1: Rest your knee., items.2: Keep it cool.}
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.translation import called, parts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report parts of the source that are not translated, or not completely."""
    parts = parts_of(reading.file.source.handout)
    for name in reading.file.state.missing:
        translated = reading.file.translation.parts.get(name)
        words = translated.words if translated else {}
        missing = [path for path in parts[name].texts if path not in words]
        some = f"{called(name)} has no words for {', '.join(missing)}"
        yield Finding(
            place=reading.place_of(name),
            message=some if words else f"{called(name)} is not translated",
            hint=f"run `{reading.command}`, and write the words",
            together=f"{{n}} of {len(parts)} parts lack words",
        )
