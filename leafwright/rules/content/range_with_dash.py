"""A range of numbers has a dash instead of "to"."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader

_NUMBER: Final = r"[£$€]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.:]\d+)?"
_UNIT: Final = r"(\s?[ap]m|%)?"
_RANGE: Final = re.compile(
    rf"(?<![\w.,/+–-])({_NUMBER}){_UNIT}\s?[-–—]\s?({_NUMBER}){_UNIT}(?![\w,.]?\d|\s?[-–—/]\d|-)"
)
_PART_OF_PHONE: Final = re.compile(r"\d[\d ]*\)? $")


def check(reader: Reader) -> Findings:
    """Report ranges with a dash."""
    for passage in reader.passages:
        for match in _RANGE.finditer(passage.text):
            first, half, last = match[1], match[2], match[3]
            if _is_range(first, last, half or match[4]) and not _is_phone(passage.text, match):
                yield Finding(
                    place=passage.place_at(match.start()),
                    message=f"'{match[0]}' writes a range with a dash",
                    hint=f"write '{first}{half or ''} to {last}{match[4] or ''}'",
                )


def _is_range(first: str, last: str, unit: str | None) -> bool:
    """Return whether two numbers are a range: they rise, unless they are times of day."""
    if any(number.startswith("0") and number.isdigit() and number != "0" for number in (first, last)):
        return False
    if unit and "m" in unit:
        return True
    return _value(first) < _value(last)


def _value(number: str) -> float:
    return float(number.lstrip("£$€").replace(",", "").replace(":", "."))


def _is_phone(text: str, match: re.Match[str]) -> bool:
    """Return whether more digits come before the first number, as in 01632 960-119."""
    return bool(_PART_OF_PHONE.search(text, 0, match.start()))
