"""Who hands out a sheet: the clinic's logo and department, and the logos of its partners."""

from collections.abc import Iterator
from typing import Final

from leafwright.model.localised import name_in
from leafwright.phrasing.phrases import fill
from leafwright.pictures.printed import logo_heights, partner_height
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Masthead, PrintedPartner
from leafwright.text import Text, curl

DEPARTMENT: Final = 68.0
"""The most width of the department beside logos, in millimetres: `--department-measure`."""
LETTER: Final = 0.22
"""The width of a letter of the department, in millimetres for each point of its size."""
APART: Final = 6.0
"""The least space between logos and words in the masthead, in millimetres."""


def make_masthead(inputs: SheetInputs) -> Masthead:
    """Settle what the head of a sheet says and shows.

    Where there is little space, the logos of partners are left out if they need a row of their own.
    """
    folder, printed = inputs.folder, inputs.format
    words, partners = _words_beside_logo(inputs), tuple(find_partners(inputs, "masthead"))
    size = sum(partner.width + 2 * partner.clear for partner in partners)
    beside = not printed.landscape and size <= _room_beside_logo(words, inputs)
    return Masthead(
        logo=folder.logo_file,
        logo_alt=curl(folder.brand.logo.alt).plain,
        clinic=curl(folder.clinic.name),
        department=words,
        order=folder.clinic.order.masthead,
        partners=partners if beside or printed.landscape or printed.control == "full" else (),
        partners_size=round(size, 2) if beside else 0.0,
    )


def find_partners(inputs: SheetInputs, at: str) -> Iterator[PrintedPartner]:
    """Go through the logos of partners in one place of the sheet, as large as its format prints them."""
    for logo in inputs.folder.partners:
        measure, partner = logo.measure, logo.partner
        if partner.at == at:
            height = partner_height(measure, partner.least_height, inputs.format.logo)
            yield PrintedPartner(
                file=logo.file,
                alt=curl(name_in(partner.alt, inputs.words.language)).plain,
                width=round(height * measure.width / measure.height, 2),
                height=round(height, 2),
                clear=partner.clear_space,
            )


def _words_beside_logo(inputs: SheetInputs) -> Text | None:
    folder, words = inputs.folder, inputs.words
    clinic, names = curl(folder.clinic.name), folder.clinic.department
    department = curl(name_in(names, words.language)) if names else None
    line = words.phrases.masthead or ""
    if line and (department or "{department}" not in line):
        name = department.plain if department else ""
        return fill(line, words, clinic=clinic.plain, department=name)
    return department


def _room_beside_logo(words: Text | None, inputs: SheetInputs) -> float:
    """Return the width that the clinic's logo and its department leave for those of partners."""
    printed, logo = inputs.format, inputs.folder.logo
    (height,) = logo_heights(logo, [printed.logo])
    department = min(DEPARTMENT, len(words.plain) * printed.type.body * LETTER) if words else 0.0
    return printed.measure - height * logo.width / logo.height - department - 2 * APART
