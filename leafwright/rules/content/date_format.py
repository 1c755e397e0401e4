"""A date can be read in two ways, or is hard to read."""

import re
from typing import Final

from leafwright.model.csl_date import MONTHS
from leafwright.rules import Finding, Findings, Reader, just_before

_MONTH: Final = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL: Final = rf"{_DAY}(?:st|nd|rd|th)"
_NUMBERS: Final = re.compile(
    rf"(?<![\w/.,:-])(?:(?P<one>{_DAY})(?P<sign>[/.-])(?P<two>{_DAY})(?P=sign)(?P<year>(?:19|20)\d\d|(?<!-)\d\d)"
    rf"|(?P<iso>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY}))(?![\w/:-]|\.\d)"
)
_MAYBE: Final = re.compile(r"\d(?:[/.-]\d|st|nd|rd|th)")
"""What every such date has; most passages have none, and are not searched further."""
_NO_DATE: Final = re.compile(r"\b(?:version|v|section|part|step|reference|number|no\.?)\s*$", re.IGNORECASE)
_ORDINALS: Final = re.compile(rf"(?<!\w)(?:{_ORDINAL}(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+{_ORDINAL})(?!\w)")
_ENDING: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)(?:\s+of)?")
_AMERICAN: Final = "en-US"


def check(reader: Reader) -> Findings:
    """Report dates in numbers only and dates with ordinals."""
    for passage in reader.prose:
        if not _MAYBE.search(passage.text):
            continue
        for match in _NUMBERS.finditer(passage.text):
            if _is_date(match, passage.text):
                yield Finding(
                    place=passage.place_at(match.start()),
                    message=f"'{match[0]}' is a date in numbers only",
                    hint=f"write the month in letters: {' or '.join(_readings(match, reader.language))}",
                )
        for match in _ORDINALS.finditer(passage.text):
            plain = _ENDING.sub("", match[0])
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match[0]}' writes the day as an ordinal",
                hint=f"write the day as a plain number: {plain}",
            )


def _is_date(match: re.Match[str], text: str) -> bool:
    return bool(_readings(match, "")) and not _NO_DATE.search(just_before(text, match.start()))


def _readings(match: re.Match[str], language: str) -> list[str]:
    """Write out a date in each way that it can be read, the day first and the month first."""
    year = match["iso"] or f"{'20' if len(match['year']) < 4 else ''}{match['year']}"  # noqa: PLR2004  # digits
    pairs = (
        ((match["day"], match["month"]),)
        if match["iso"]
        else (match.group("one", "two"), match.group("two", "one"))
    )
    read = dict.fromkeys((int(day), int(month)) for day, month in pairs if int(month) <= len(MONTHS))
    if language == _AMERICAN:
        return [f"{MONTHS[month - 1]} {day}, {year}" for day, month in read]
    return [f"{day} {MONTHS[month - 1]} {year}" for day, month in read]
