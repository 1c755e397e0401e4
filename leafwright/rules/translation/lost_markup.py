"""A link, bold words or a blank of the source are not in the translation."""

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
