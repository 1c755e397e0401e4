"""An abbreviation is never spelled out."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Findings, Passage, Reader, just_before
from leafwright.rules.initials import MEANT, NAMED, has_initials
from leafwright.rules.lexicon import loud_words

_CAPITALS: Final = re.compile(
    r"(?<![\w@/.&-])(?P<letters>[A-Z]{2,5})s?(?![\w@/&$]|-\w|\.\w|['’]T|\s\d[A-Z]|\s\d{5}\b)"
)
_TWO: Final = re.compile(r"[A-Z]{2}")
_SPOKEN: Final = re.compile(r"(\w)\s\((?:[a-z]+\s)+[A-Z]+\s(?:[a-z]+\s)*[a-z]*\1\)")
"""How a word is said, as in `psoriasis (sow RYE uh sis)`: both end alike."""
_SHOUTED: Final = re.compile(r"\b[A-Z]{2,}(?:[ ,]+[A-Z]{2,})+\b")
_ROMAN: Final = re.compile(r"(?P<number>[IVX]+)[A-D]?")
_OF_A_SERIES: Final = re.compile(
    r"(?:type|stage|phase|grade|class|part|level|table|figure)s?\s+$", re.IGNORECASE
)
_LETTERED: Final = re.compile(r"\b(?:h(?:a)?emoglobin|blood\s(?:group|type))\s$", re.IGNORECASE)
_CLOCK: Final = re.compile(r"\d\s?$")
_LATIN: Final = frozenset(("CF", "EG", "IE", "NB"))
"""The rule `latin-abbreviation` finds these."""
_IN_BRACKETS: Final = re.compile(r"[a-z]['’]?\s\($")
_SECOND_NAME: Final = re.compile(r"(?:\w\s\(|,\s(?:or|also)\s|\([^()]{5,},\s)(?:an?\s)?$")
_PLAINLY: Final = re.compile(r",\sor\s[“‘'\"]?[a-z][\w-]*[”’'\"]?,")
"""Its plain word, as in `LDL, or bad, cholesterol`."""
_PARTNER: Final = re.compile(r"\b[A-Z]{2,5}s?\s?(?:or|and|/)\s(?:an?\s)?$")
"""Another abbreviation, which the same words explain: `also called an EKG or ECG`."""
_LABEL: Final = re.compile(r"(?:\s\w+)?(?<=s):\s[a-z]")
"""The end of the name of a class, as in `NSAIDs: strong painkillers`, and what it is."""
_INSTRUMENT: Final = re.compile(
    r"(?:\s(?:[Dd]iets?|formula|rule|tool|trial)|(?:\s\w+){0,2}\s(?:calculator|classification|questionnaire))\b"
)
"""What has a name that nobody spells out."""
_WORD: Final = re.compile(r"[^\W\d_][\w-]{3,}")
_NEAR: Final = 6
"""So many longer words right before an abbreviation may be what it stands for."""
_LONG: Final = 6
_TOO_SHORT: Final = 2
"""So few consecutive words may begin with given letters by chance."""


def check(reader: Reader, *, known: tuple[str, ...]) -> Findings:
    """Report abbreviations that nothing explains, once each; `known` needs no explanation."""
    explained = {*known, *loud_words(), *_LATIN}
    explained |= {word.upper() for term in reader.terms for word in re.split(r"[^\w]+", term)}
    first: dict[str, tuple[Passage, int]] = {}
    for passage in reader.prose_and_risks:
        for short in _abbreviations(passage) if _TWO.search(passage.text) else ():
            letters = short["letters"]
            if _is_spelled_out(short, passage.text):
                explained.add(letters)
            first.setdefault(letters, (passage, short.start()))
    for letters, (passage, start) in first.items():
        if letters not in explained:
            yield Finding(
                place=passage.place_at(start),
                message=f"'{letters}' is not spelled out",
                hint=f"write it in full first, then ({letters}); or explain it in the glossary",
            )


def _abbreviations(passage: Passage) -> Iterator[re.Match[str]]:
    """Go through the abbreviations that are not numbers or part of shouted words."""
    loud = [run for run in _SHOUTED.finditer(passage.text) if _is_shouted(re.split(r"[ ,]+", run[0]))]
    runs = [*loud, *_SPOKEN.finditer(passage.text)]
    for match in _CAPITALS.finditer(passage.text):
        clock = match["letters"] in {"AM", "PM"} and _CLOCK.search(just_before(passage.text, match.start()))
        within = any(run.start() <= match.start() < run.end() for run in runs)
        if not clock and not within and not _is_number(match, passage.text):
            yield match


def _is_shouted(run: list[str]) -> bool:
    """Return whether a row of words in capitals has an ordinary word, or one too long for an abbreviation."""
    return not loud_words().isdisjoint(run) or any(len(word) >= _LONG for word in run)


def _is_number(match: re.Match[str], text: str) -> bool:
    """Return whether letters are a Roman number: II, IIIB in stage IIIB, IV in type IV or `IV. Risks`."""
    roman = _ROMAN.fullmatch(match["letters"])
    before = _PARTNER.sub("", just_before(text, match.start()))
    if not roman or _OF_A_SERIES.search(before):
        return bool(roman or _LETTERED.search(before))
    heads = not before and text[match.end() :].startswith((".", ")"))
    return match["letters"] == roman["number"] and (match["letters"] != "IV" or heads)


def _is_spelled_out(match: re.Match[str], text: str) -> bool:
    """Return whether brackets or words beside it explain it, or words of its passage have its initials."""
    before, after = _PARTNER.sub("", just_before(text, match.start())), text[match.end() :]
    if (
        re.match(r"\s*\([a-zA-Z]", after)
        or MEANT.match(after)
        or _INSTRUMENT.match(after)
        or _PLAINLY.match(after)
    ):
        return True
    if NAMED.search(before) or (not before and _LABEL.match(text, match.end())):
        return True
    if _IN_BRACKETS.search(before) and after.startswith((")", ",", ";")):
        return True
    near = _WORD.findall(before.upper())[-_NEAR:] if _SECOND_NAME.search(before) else ()
    if any(word[0] == match["letters"][0] for word in near):
        return True
    return len(match["letters"]) > _TOO_SHORT and has_initials(match["letters"], text)
