"""A phone number cannot be right, or its groups make it hard to read out and dial."""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.model.clinic import Clinic
from leafwright.model.lines import PhoneLine
from leafwright.problems import Place
from leafwright.rules import Finding
from leafwright.telephone import EMERGENCY, is_for_emergencies, judge


def check(folder: ClinicFolder) -> Iterator[Finding]:
    """Report numbers that cannot be dialled as they stand, or are hard to read out."""
    clinic = folder.clinic
    regions, emergency = clinic.prints.countries, clinic.phones.emergency
    lines = tuple(_ordinary(clinic))
    for line, place in ((emergency, emergency.place_of("number")), *lines):
        if not line.is_blank and (fault := judge(line.number, regions)):
            yield Finding(place=place, message=f"'{line.number}' {fault.message}", hint=fault.hint)
    for line, place in lines:
        if is_for_emergencies(line.number, regions):
            message = f"'{line.number}' is an emergency number, but another line is meant here"
            yield Finding(place=place, message=message, hint="write the number of this line")
    known = [number for region in regions for number in EMERGENCY.get(region, ())]
    is_abroad = any(emergency.number in numbers for numbers in EMERGENCY.values())
    if is_abroad and known and emergency.number not in known:
        message = f"'{emergency.number}' is the emergency number of another country"
        hint = f"write {' or '.join(dict.fromkeys(known))}"
        yield Finding(place=emergency.place_of("number"), message=message, hint=hint)


def _ordinary(clinic: Clinic) -> Iterator[tuple[PhoneLine, Place]]:
    """Go through the lines that are not for emergencies, each with the place of its number."""
    for key, line in clinic.phones.lines.items():
        if key != "emergency":
            yield line, line.place_of("number")
    for reached in (clinic.complaints, clinic.other_formats):
        yield reached.line, reached.place_of("phone")
