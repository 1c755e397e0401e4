"""An address of the clinic does not lead where a reader expects."""

from leafwright.model.record import is_blank
from leafwright.model.walk import texts_of
from leafwright.rules import ClinicReader, Findings
from leafwright.rules.links import check_address, check_links


def check(folder: ClinicReader) -> Findings:
    """Report addresses of a clinic that mislead."""
    clinic = folder.clinic
    for part in clinic.parts.values():
        if part.web and not is_blank(part.web):
            yield from check_address(part.web, part.place_of("web"))
    for contact in (*clinic.parts.values(), clinic.complaints, clinic.other_formats):
        if contact and contact.email and not is_blank(contact.email):
            yield from check_address(f"mailto:{contact.email}", contact.place_of("email"))
    for text in texts_of(clinic):
        yield from check_links(text)
