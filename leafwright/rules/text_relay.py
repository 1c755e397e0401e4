"""Text relay: whether what people dial who cannot hear or speak leads to the number of the line.

Source: Relay UK, which is dialled as 18001 or 18002 before a number, and as 18000 in place of 999.
"""

from collections.abc import Iterable
from typing import Final

from leafwright.telephone import (
    BRITISH,
    EMERGENCY,
    RELAYS,
    SHORT,
    Fault,
    digits_of,
    is_for_emergencies,
    judge,
    written_within,
)

_EMERGENCY: Final = "18000"
_LONGEST_CODE: Final = 6
"""The most digits of a number at which a relay service itself answers, such as 711."""


def judge_relay(relay: str, number: str, regions: Iterable[str]) -> Fault | None:
    """Find what is wrong with what is dialled to reach a number by text relay."""
    regions, dialled = frozenset(regions), digits_of(relay)
    british = BRITISH in regions and _is_british(number)
    if british and dialled == _EMERGENCY and number in EMERGENCY[BRITISH]:
        return None
    if _leads_to_british(dialled, number) if british else _leads_to(dialled, number, regions):
        return judge(relay, regions)
    hint = "write the number of the relay service, such as 711, or that of the line"
    if british:
        right = _EMERGENCY if number in EMERGENCY[BRITISH] else f"{RELAYS[0]} {_in_country(number)}"
        hint = f"write {right}"
    return Fault(message=f"does not lead to {number} by text relay", hint=hint)


def _is_british(number: str) -> bool:
    return number.startswith(("0", "(0", "+44")) or bool(SHORT.fullmatch(digits_of(number)))


def _leads_to_british(dialled: str, number: str) -> bool:
    own = digits_of(_in_country(number))
    return number not in EMERGENCY[BRITISH] and dialled in {f"{relay}{own}" for relay in RELAYS}


def _leads_to(dialled: str, number: str, regions: frozenset[str]) -> bool:
    """Return whether a code of a relay service is dialled, or the number itself, in any form."""
    if len(dialled) <= _LONGEST_CODE:
        return is_for_emergencies(number, regions) or not is_for_emergencies(dialled, regions)
    region = min(regions, default=BRITISH)
    return dialled.endswith(digits_of(written_within(region, number)).lstrip("0"))


def _in_country(number: str) -> str:
    return written_within(BRITISH, number) if number.startswith("+") else number
