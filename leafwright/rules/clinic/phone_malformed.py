"""A phone number cannot be right, or its groups make it hard to read out and dial."""

from collections.abc import Iterator

from leafwright.model.clinic import Clinic
from leafwright.model.record import is_blank
from leafwright.problems import Place
from leafwright.rules import ClinicReader, Finding, Findings
from leafwright.rules.text_relay import judge_relay
from leafwright.telephone import EMERGENCY, is_for_emergencies, judge


def check(folder: ClinicReader) -> Findings:
    """Report numbers that cannot be dialled as they stand, or are hard to read out."""
    clinic = folder.clinic
    regions = clinic.prints.countries
    for number, place in (*_ordinary(clinic), *_for_emergencies(clinic)):
        if not is_blank(number) and (fault := judge(number, regions)):
            yield Finding(place=place, message=f"'{number}' {fault.message}", hint=fault.hint)
    yield from _misleading_relays(clinic)
    for number, place in _ordinary(clinic):
        if is_for_emergencies(number, regions):
            message = f"'{number}' is an emergency number, but another line is meant here"
            yield Finding(place=place, message=message, hint="write the number of this line")
    known = [number for region in regions for number in EMERGENCY.get(region, ())]
    for number, place in _for_emergencies(clinic):
        is_abroad = any(number in numbers for numbers in EMERGENCY.values())
        if is_abroad and known and number not in known:
            message = f"'{number}' is the emergency number of another country"
            yield Finding(place=place, message=message, hint=f"write {' or '.join(dict.fromkeys(known))}")


def _misleading_relays(clinic: Clinic) -> Findings:
    """Report what is dialled for text relay and does not lead to the number of its line."""
    for line in (line for part in clinic.parts.values() for line in part.phones.lines.values()):
        relay = line.text_relay
        if not relay or is_blank(relay) or line.is_blank:
            continue
        if fault := judge_relay(relay, line.number, clinic.prints.countries):
            message = f"'{relay}' {fault.message}"
            yield Finding(place=line.place_of("text-relay"), message=message, hint=fault.hint)


def _for_emergencies(clinic: Clinic) -> Iterator[tuple[str, Place]]:
    """Go through the numbers to dial in an emergency."""
    for part in clinic.parts.values():
        if line := part.phones.emergency:
            yield line.number, line.place_of("number")


def _ordinary(clinic: Clinic) -> Iterator[tuple[str, Place]]:
    """Go through all other numbers, each with its place."""
    for key, line in (pair for part in clinic.parts.values() for pair in part.phones.lines.items()):
        if key != "emergency":
            yield line.number, line.place_of("number")
    for reached in filter(None, (clinic.complaints, clinic.other_formats)):
        yield reached.phone, reached.place_of("phone")
