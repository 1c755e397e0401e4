"""Telephone numbers as they are written: whether one can be dialled, and how it is grouped to be read out.

Source: the numbering plans of Ofcom (01 to 09) and of North America, and ITU-T E.123 and E.164 for the rest.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

EMERGENCY: Final = {
    "AU": ("000", "112"),
    "CA": ("911",),
    "GB": ("999", "112"),
    "IE": ("112", "999"),
    "NZ": ("111",),
    "US": ("911",),
}
"""The emergency numbers of a country."""

BRITISH: Final = "GB"
NORTH_AMERICAN: Final = frozenset({"US", "CA"})
SHORT: Final = re.compile(r"\d{3}|116\d{3}|08001111")
"""Numbers that anybody can ring as they are: three digits, the European 116 numbers, a line for children."""
FEWEST, MOST = 5, 15
"""How many digits a number has, anywhere."""
FEWEST_ABROAD: Final = 7
"""How many it has at least with the code of its country."""

_DIGITS: Final = re.compile(r"\d+")
_IN_A_ROW: Final = 6
_IN_A_ROW_ABROAD: Final = 8
_CITY: Final = re.compile(r"011|01\d1")
_RURAL: Final = re.compile(r"01(?:3873|5242|539[456]|697[347]|768[347]|9467)")
# The 40 areas with numbers of 5 digits, those of 016977 with 4, and the first freephone numbers.
_BRIEF: Final = re.compile(
    r"01(?:2(?:0[48]|54|76|9[78])|3(?:6[34]|8[46])|4(?:04|20|6[01]|8[08])|5(?:2[47]|6[26])"
    r"|6(?:06|29|35|47|59|95|977)|7(?:26|44|50|68)|8(?:27|37|84)|9(?:0[05]|35|4[69]|63|95))|0[58]00"
)
_BRITISH_START: Final = re.compile(r"0[1235789]")
_AMERICAN_START: Final = re.compile(r"[2-9]\d\d[2-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a number, and what would be right."""

    message: str
    hint: str


def judge(number: str, regions: Iterable[str]) -> Fault | None:
    """Find what is wrong with a number, as it is written for readers in some regions, such as GB.

    What begins with + says itself whose it is. Where two plans may be meant, it is enough to fit one.
    """
    groups = _DIGITS.findall(number)
    if number.startswith("+"):
        return _judge_abroad(groups)
    if SHORT.fullmatch("".join(groups)):
        return None
    faults = []
    if BRITISH in regions:
        faults.append(_judge_british(groups, "0"))
    if NORTH_AMERICAN & set(regions):
        faults.append(_judge_american(groups))
    return _judge_length(groups, FEWEST) if not faults else None if None in faults else faults[0]


def _judge_abroad(groups: Sequence[str]) -> Fault | None:
    digits = "".join(groups)
    if digits.startswith("44"):
        return _judge_british_abroad(_without("44", groups))
    if digits.startswith("1"):
        return _judge_american(groups, "+")
    if fault := _judge_length(groups, FEWEST_ABROAD):
        return fault
    if max(map(len, groups)) > _IN_A_ROW_ABROAD:
        return Fault(message="is one long row of digits", hint="put spaces where it is read out in groups")
    return None


def _judge_length(groups: Sequence[str], fewest: int, most: int = MOST) -> Fault | None:
    count = len("".join(groups))
    if fewest <= count <= most:
        return None
    wrong = max(fewest - count, count - most)
    digits = "1 digit" if wrong == 1 else f"{wrong} digits"
    message = f"lacks {digits}" if count < fewest else f"has {digits} too many"
    return Fault(message=message, hint="check it: ring the number as it stands here")


def _judge_british_abroad(groups: Sequence[str]) -> Fault | None:
    """Judge what stands behind +44, where the 0 that is dialled in the country has no place."""
    if groups and groups[0].startswith("0"):
        right = _group("".join(groups), _british_sizes("".join(groups)))
        return Fault(message="has a 0 behind +44", hint=f"write +44 {right[1:]}")
    return _judge_british([f"0{groups[0]}", *groups[1:]] if groups else ["0"], "+44 ")


def _judge_british(groups: Sequence[str], trunk: str) -> Fault | None:
    """Judge the digits that are dialled in the United Kingdom; `trunk` is what is written for the first 0."""
    digits = "".join(groups)
    if not digits.startswith("0"):
        return Fault(message="has no area code", hint="begin with the 0 of the area code, or with +44")
    if digits.startswith("00"):
        return Fault(message="begins with the 00 of calls abroad", hint="write + in place of 00")
    if not _BRITISH_START.match(digits):
        return Fault(message="begins as no number of the United Kingdom does", hint="check the first digits")
    fewest = 10 if _BRIEF.match(digits) else 11
    if fault := _judge_length(groups, fewest, 11):
        return fault
    if _is_grouped(groups, _british_codes(digits)):
        return None
    right = _group(digits, _british_sizes(digits))
    return Fault(message="is grouped so that it is hard to dial", hint=f"write {trunk}{right[1:]}")


def _judge_american(groups: Sequence[str], plus: str = "") -> Fault | None:
    """Judge a number of North America, with or without the 1 before it."""
    one = "".join(groups).startswith("1")
    area = _without("1", groups) if one else groups
    digits = "".join(area)
    if fault := _judge_length(area, 10, 10):
        return fault
    if not _AMERICAN_START.match(digits):
        return Fault(message="begins as no number of North America does", hint="check the first digits")
    if [len(group) for group in area] == [3, 3, 4] and (not one or groups[0] == "1"):
        return None
    first, second, third = digits[:3], digits[3:6], digits[6:]
    right = f"({first}) {second}-{third}"
    if one:
        right = f"+1 {first} {second} {third}" if plus else f"1-{first}-{second}-{third}"
    return Fault(message="is grouped so that it is hard to dial", hint=f"write {right}")


def _without(prefix: str, groups: Sequence[str]) -> list[str]:
    """Take the first digits away, whether they stand alone or not."""
    rest = [groups[0].removeprefix(prefix), *groups[1:]]
    return [group for group in rest if group]


def _british_codes(digits: str) -> set[int]:
    """Return where the area code may end; a mobile number has none to be kept whole."""
    if digits.startswith("07"):
        return set()
    if digits.startswith("02"):
        return {3}
    if not digits.startswith("01") or _CITY.match(digits):
        return {4}
    return {5, 6} if _RURAL.match(digits) else {5}


def _british_sizes(digits: str) -> tuple[int, ...]:
    """Return the groups that a number is read out in."""
    codes = _british_codes(digits)
    match max(codes, default=5):
        case 3:
            return (3, 4, 4)
        case 4:
            return (4, 3, 3) if len(digits) == len("0800123123") else (4, 3, 4)
        case 6:
            return (6, 5)
    return (5, 5) if len(digits) == len("0120412345") else (5, 3, 3)


def _is_grouped(groups: Sequence[str], codes: set[int]) -> bool:
    """Tell whether the area code stands alone and no group is too long to be kept in mind."""
    ends = list(accumulate(map(len, groups)))
    return max(map(len, groups)) <= _IN_A_ROW and (not codes or bool(codes & set(ends)))


def _group(digits: str, sizes: Sequence[int]) -> str:
    ends = [0, *accumulate(sizes)]
    return " ".join(digits[start:end] for start, end in pairwise(ends))
