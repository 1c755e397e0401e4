"""Whether anybody can dial a telephone number as it is written, and in which groups it is read out.

Source: the numbering plans of Ofcom (01 to 09) and of North America, and ITU-T E.123 and E.164 for the rest.
Area codes and extensions are read by phonenumbers, which knows the plans, but accepts numbers that lack a
digit.
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Final

from phonenumbers import PhoneNumberFormat, format_number, is_emergency_number, parse

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
"""Numbers that are dialled as they are: three digits, the European 116 numbers, a line for children."""
ANSWERING: Final = {
    "AU": ("106",),
    "CA": ("211", "311", "711", "811", "988"),
    "GB": ("101", "105", "111", "119", "159"),
    "NZ": ("105", "111"),
    "US": ("211", "311", "711", "811", "988"),
}
"""Numbers of three digits, besides the emergency numbers, at which people get help."""
FEWEST, MOST = 5, 15
"""How many digits a number has, in any country."""
FEWEST_ABROAD: Final = 7
"""How many digits it has at least, with its country code."""

_DIGITS: Final = re.compile(r"\d+")
_IN_A_ROW: Final = 6
_RURAL: Final = 6
"""The digits of the longest area codes; the first five of them are often written apart."""
_IN_A_ROW_ABROAD: Final = 8
RELAYS: Final = ("18001", "18002")
"""Dialled before a number in the United Kingdom to be connected by text relay."""
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
    """Find what is wrong with a number that is written for readers in some regions, such as GB.

    A number that begins with + says its country itself. If it may belong to two plans, it only has to fit
    one.
    """
    groups, trunk = _DIGITS.findall(number), "0"
    if number.startswith("+"):
        return _judge_abroad(number)
    if groups and groups[0] in RELAYS:
        trunk = f"{groups.pop(0)} 0"
    if SHORT.fullmatch("".join(groups)):
        return _judge_short("".join(groups), frozenset(regions))
    faults = []
    if BRITISH in regions:
        faults.append(_judge_british(groups, trunk))
    if NORTH_AMERICAN & set(regions):
        faults.append(_judge_american(number))
    return _judge_length(groups, FEWEST) if not faults else None if None in faults else faults[0]


def is_for_emergencies(number: str, regions: Iterable[str]) -> bool:
    """Return whether a number is an emergency number of a region, or of another country only."""
    regions = tuple(regions)
    own = {known for region in regions for known in EMERGENCY.get(region, ())}
    answering = {known for region in regions or ANSWERING for known in ANSWERING.get(region, ())}
    digits = "".join(_DIGITS.findall(number))
    return digits in own or digits in set(chain.from_iterable(EMERGENCY.values())) - answering


def _judge_short(digits: str, regions: AbstractSet[str]) -> Fault | None:
    """Check a number of three digits if those of the country are known; 100, for example, is the operator."""
    known = [number for region in sorted(regions) for number in ANSWERING.get(region, ())]
    if len(digits) > len("999") or not known or digits in known:
        return None
    if any(is_emergency_number(digits, region) for region in EMERGENCY):
        return None
    return Fault(
        message="is no short number at which somebody answers who can help",
        hint="write the number in full, with its area code",
    )


def _judge_abroad(number: str) -> Fault | None:
    groups = _DIGITS.findall(number)
    if "".join(groups).startswith("44"):
        return _judge_british_abroad(_DIGITS.findall(number.removeprefix("+44")))
    if number.startswith("+1"):
        return _judge_american(number)
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
    return Fault(message=message, hint="check it: call the number exactly as it is written here")


def _judge_british_abroad(groups: Sequence[str]) -> Fault | None:
    """Check the digits after +44, where the 0 that is dialled within the country is wrong."""
    if groups and groups[0].startswith("0"):
        right = _group("".join(groups), _british_sizes("".join(groups)))
        return Fault(message="has a 0 behind +44", hint=f"write +44 {right[1:]}")
    return _judge_british([f"0{groups[0]}", *groups[1:]] if groups else ["0"], "+44 ")


def _judge_british(groups: Sequence[str], trunk: str) -> Fault | None:
    """Check the digits that are dialled in the United Kingdom; `trunk` is what is written for the first 0."""
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


def _judge_american(number: str) -> Fault | None:
    """Check a number of North America, with or without the 1 before it."""
    plain = number.lstrip("+(").removeprefix("1")
    area, one = _DIGITS.findall(plain), number.removesuffix(plain).replace("(", "")
    digits = "".join(area)
    if fault := _judge_length(area, 10, 10):
        return fault
    if not _AMERICAN_START.match(digits):
        return Fault(message="begins as no number of North America does", hint="check the first digits")
    if [len(group) for group in area] == [3, 3, 4] and not (one and plain[0].isdecimal()):
        return None
    first, second, third = digits[:3], digits[3:6], digits[6:]
    right = {
        "": f"({first}) {second}-{third}",
        "1": f"1-{first}-{second}-{third}",
        "+1": f"+1 {first} {second} {third}",
    }[one]
    return Fault(message="is grouped so that it is hard to dial", hint=f"write {right}")


def _british_codes(digits: str) -> set[int]:
    """Return where the area code may end; a mobile number has no area code."""
    if digits.startswith("07"):
        return set()
    code, *_ = _british_sizes(digits)
    return {code - 1, code} if code == _RURAL else {code}


def _british_sizes(digits: str) -> tuple[int, ...]:
    """Return the sizes of the groups in which a number is read out, the area code first."""
    shown = format_number(parse(digits, BRITISH), PhoneNumberFormat.NATIONAL)
    sizes = tuple(map(len, _DIGITS.findall(shown)))
    return (*sizes[:-1], 3, 3) if sizes[-1] == _IN_A_ROW else sizes


def _is_grouped(groups: Sequence[str], codes: set[int]) -> bool:
    """Return whether the area code is a group by itself and no group is too long to remember."""
    ends = list(accumulate(map(len, groups)))
    return max(map(len, groups)) <= _IN_A_ROW and (not codes or bool(codes & set(ends)))


def _group(digits: str, sizes: Sequence[int]) -> str:
    ends = [0, *accumulate(sizes)]
    return " ".join(digits[start:end] for start, end in pairwise(ends))
