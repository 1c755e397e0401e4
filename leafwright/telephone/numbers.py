"""Telephone numbers as they are written: their digits, what they dial, and where they are in a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from phonenumbers import (
    NumberParseException,
    PhoneNumberFormat,
    format_number,
    is_possible_number,
    is_valid_number,
    parse,
)

from leafwright.telephone.judging import BRITISH, NORTH_AMERICAN, judge

FORM: Final = r"^[+(]?[0-9][0-9 ()./-]{1,24}$"
"""How a number is written; below, how its extension is."""
EXTENSION: Final = r"^[0-9]{1,7}$"
NUMBER: Final = re.compile(r"[+(]?\d[\d ()./-]*\d")
"""A number within a text."""
FEWEST_IN_FULL: Final = 9
"""The digits of the shortest number with an area code; dates have eight."""
_IN_FULL: Final = re.compile(
    r"""
    (?<![\w.,/-])(?:
    \+\d[\d ()./-]{6,}\d                                              # with the code of its country
    | \(?0\d[\d ()-]{6,}\d                                            # with the 0 of an area code
    | (?:1[ .-])?(?:\([2-9]\d\d\)[ ]?|[2-9]\d\d[.-])\d{3}[ .-]\d{4}   # of North America
    )(?![\w/-])
    """,
    re.VERBOSE,
)


def find_numbers(text: str) -> Iterator[re.Match[str]]:
    """Find what is written as only telephone numbers are: with the code of an area, or of a country."""
    return (found for found in _IN_FULL.finditer(text) if len(digits_of(found[0])) >= FEWEST_IN_FULL)


def can_dial(number: str, regions: Iterable[str]) -> bool:
    """Return whether a number has the digits and the groups of one of some regions, or of its own country."""
    return any(_fits(number, region) for region in regions)


def digits_of(written: str) -> str:
    """Return the digits that are dialled, in any script; the 0 in brackets is not dialled with +44."""
    return "".join(str(int(sign)) for sign in written.replace("(0)", "") if sign.isdecimal())


def dial(number: str, extension: str | None) -> str:
    """Return the address that dials a number and its extension. Source: RFC 3966."""
    try:
        rung = format_number(parse(number), PhoneNumberFormat.E164)
    except NumberParseException:  # the code of its country is not written, or of no country there is
        rung = "+" * number.startswith("+") + digits_of(number)
    return f"tel:{rung};ext={extension}" if extension else f"tel:{rung}"


def written_within(region: str, number: str) -> str:
    """Return how a number is written for people who dial it within a country."""
    try:
        return format_number(parse(number, region), PhoneNumberFormat.NATIONAL)
    except NumberParseException:  # it is no number
        return number


def split_extension(written: str) -> tuple[str, str] | None:
    """Split a number and its extension, such as `ext. 23`; None if there is no extension."""
    number = NUMBER.match(written)
    try:
        extension = parse(written, BRITISH).extension
    except NumberParseException:
        return None
    return (number.group(), extension) if number and extension else None


def _fits(number: str, region: str) -> bool:
    try:
        read = parse(number, region)
    except NumberParseException:
        return False
    if number.startswith("+"):
        return is_possible_number(read)
    # The numbers that are kept free for fiction are not valid, but fit the plan.
    return judge(number, (region,)) is None if region in {BRITISH, *NORTH_AMERICAN} else is_valid_number(read)
