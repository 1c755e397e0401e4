"""A link, bold words or a blank of the source are not in the translation.

What: Finds texts in which nothing is bold although something is in their source, and links that are missing,
are new or lead to another site. A link to another page of the same site is left alone: it may be the same
page in the other language. Also finds blanks to write in that are missing, are new or of another size.

Why: Bold words must not be overlooked, such as a dose or a warning; a link that was lost or mistyped in
translation leads the readers of that language nowhere, and a lost blank leaves no room to write a dose.

Bad:
```yaml
parts:
  bold:
    words: {text: No conduzca durante 24 horas.}  # <-
    source: {text: "Do not drive for **24 hours**."}
  link:
    words: {text: Lea más en el sitio.}  # <-
    source: {text: "Read more on [the site](https://example.org/knees)."}
  other:
    words: {text: "Lea más en [el sitio](https://example.com/knees)."}  # <-
    source: {text: "Read more on [the site](https://example.org/knees)."}
  blank:
    words: {text: "Tome pastillas cada día."}  # <-
    source: {text: "Take [[number]] tablets each day."}
```

Good:
```yaml
parts:
  bold:
    words: {text: "**No conduzca** durante **24 horas**."}
    source: {text: "Do not drive for **24 hours**."}
  link:
    words: {text: "Lea más en [el sitio](https://example.org/rodillas)."}
    source: {text: "Read more on [the site](https://example.org/knees)."}
  blank:
    words: {text: "Tome [[número]] pastillas cada día."}
    source: {text: "Take [[number]] tablets each day."}
```
"""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual, TextPair
from leafwright.text import Blank, Run, Text


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report bold words and links that differ from the source's."""
    for pair in reading.pairs:
        if (bold := _bold(pair.source)) and not _bold(pair.words):
            message = f"nothing is bold here, but '{bold}' is bold in the source"
            yield Finding(place=pair.place, message=message, hint="put two asterisks around the same words")
        yield from _links(pair)
        yield from _blanks(pair)


def _bold(text: Text) -> str:
    """Return the first bold words."""
    return next((span.text for span in text.spans if isinstance(span, Run) and span.strong), "")


def _links(pair: TextPair) -> Iterator[Finding]:
    in_source, in_words = _addresses(pair.source), _addresses(pair.words)
    for address in _beyond(in_source, in_words):
        message = f"the link to {address} is missing here"
        yield Finding(place=pair.place, message=message, hint="link the same words")
    for address in _beyond(in_words, in_source):
        message = f"the source has no link to {address}"
        yield Finding(place=pair.place, message=message, hint="take it out, or link it in the source first")


def _blanks(pair: TextPair) -> Iterator[Finding]:
    wanted, kept = _blanks_in(pair.source), _blanks_in(pair.words)
    if Counter(blank.size for blank in wanted) != Counter(blank.size for blank in kept):
        names = ", ".join(f"'{blank.name}'" for blank in wanted) or "none"
        message = f"the blanks to write in are not those of the source, which has {names}"
        yield Finding(
            place=pair.place, message=message, hint="keep each, of the same size, and translate its name"
        )


def _blanks_in(text: Text) -> list[Blank]:
    return [span for span in text.spans if isinstance(span, Blank)]


def _beyond(addresses: list[str], others: list[str]) -> Iterator[str]:
    """Go through the addresses whose sites the others have less often."""
    left = Counter(map(_site, others))
    for address in addresses:
        left[_site(address)] -= 1
        if left[_site(address)] < 0:
            yield address


def _addresses(text: Text) -> list[str]:
    return [span.address for span in text.spans if isinstance(span, Run) and span.address]


def _site(address: str) -> str:
    """Return the site of an address, or the whole address if it has none."""
    return urlsplit(address).netloc or address
