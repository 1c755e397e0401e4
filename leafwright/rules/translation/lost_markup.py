"""A link, bold words or a blank of the source are not in the translation."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from leafwright.rules import Bilingual, Finding, Findings, TextPair
from leafwright.text import Blank, Run, Text


def check(reading: Bilingual) -> Findings:
    """Report bold words, links and blanks that differ from the source's."""
    for pair in reading.pairs:
        if _has_markup(pair.source) or _has_markup(pair.words):
            for message, hint in (*_bold(pair), *_links(pair), *_blanks(pair)):
                yield Finding(place=pair.place, message=message, hint=hint)


def _has_markup(text: Text) -> bool:
    return any(not isinstance(span, Run) or span.strong or span.address for span in text.spans)


def _bold(pair: TextPair) -> Iterator[tuple[str, str]]:
    bold, kept = ([span.text for span in _runs(text) if span.strong] for text in (pair.source, pair.words))
    if bold and not kept:
        message = f"nothing is bold here, but '{bold[0]}' is bold in the source"
        yield message, "put two asterisks around the same words"


def _links(pair: TextPair) -> Iterator[tuple[str, str]]:
    in_source, in_words = (
        [span.address for span in _runs(text) if span.address and not span.language]
        for text in (pair.source, pair.words)
    )
    for address in _beyond(in_source, in_words):
        yield f"the link to {address} is missing here", "link the same words"
    for address in _beyond(in_words, in_source):
        yield f"the source has no link to {address}", "take it out, or link it in the source first"


def _blanks(pair: TextPair) -> Iterator[tuple[str, str]]:
    wanted, kept = (
        [span for span in text.spans if isinstance(span, Blank)] for text in (pair.source, pair.words)
    )
    if Counter(blank.size for blank in wanted) != Counter(blank.size for blank in kept):
        names = ", ".join(f"'{blank.name}'" for blank in wanted) or "none"
        message = f"the blanks to write in are not those of the source, which has {names}"
        yield message, "keep each, of the same size, and translate its name"


def _runs(text: Text) -> Iterator[Run]:
    return (span for span in text.spans if isinstance(span, Run))


def _beyond(addresses: list[str], others: list[str]) -> Iterator[str]:
    """Go through the addresses whose sites the others have less often."""
    left = Counter(map(_site, others))
    for address in addresses:
        left[_site(address)] -= 1
        if left[_site(address)] < 0:
            yield address


def _site(address: str) -> str:
    """Return the site of an address, or the whole address if it has none."""
    return urlsplit(address).netloc or address
