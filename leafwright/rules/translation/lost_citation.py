"""The translation does not cite what its source cites."""

from collections import Counter

from leafwright.problems import Place
from leafwright.rules import Bilingual, Finding, Findings, TextPair


def check(reading: Bilingual) -> Findings:
    """Report citations that are not the same in both languages."""
    for pair in reading.pairs:
        cited, here = pair.source.keys, pair.words.keys
        if cited == here:
            continue
        in_source, in_words = Counter(cited), Counter(here)
        for key in in_source - in_words:
            message = f"the source cites '{key}', but this does not"
            yield Finding(place=pair.place, message=message, hint=f"put [@{key}] after the same claim")
        for key in in_words - in_source:
            yield Finding(
                place=_place(pair, key),
                message=f"'{key}' is cited here, but not in the source",
                hint="take it out, or cite it in the source first",
            )


def _place(pair: TextPair, key: str) -> Place:
    written = pair.words.source
    return written.place_at(max(written.find(f"@{key}"), 0)) if written else pair.place
