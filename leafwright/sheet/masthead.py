"""Who hands out a sheet: the clinic's logo and department, and the logos of its partners."""

from typing import Final

from leafwright.model.localised import name_in
from leafwright.phrasing.phrases import fill
from leafwright.phrasing.spacing import quote
from leafwright.pictures.printed import logo_heights, partner_height
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Masthead, PrintedPartner
from leafwright.text import Text

DEPARTMENT: Final = 68.0
"""The most width of the department beside logos, in millimetres: `--department-measure`."""
LETTER: Final = 0.22
"""The width of a letter of the department, in millimetres for each point of its size."""
PARTNER_SHARE: Final = 0.7
"""The height of a partner's logo as a share of that of the clinic's own, where there is room."""
APART: Final = 6.0
"""The least space between logos and words in the masthead, in millimetres."""

_OF_A_SITE: Final = "{department} \N{MIDDLE DOT} {clinic}"


def make_masthead(inputs: SheetInputs) -> Masthead:
    """Settle what the head of a sheet says and shows."""
    folder, words, partners = inputs.folder, _words_beside_logo(inputs), _beside_logo(inputs)
    return Masthead(
        logo=folder.logo.file,
        plate=folder.logo.on.plate,
        logo_alt=quote(folder.brand.logo.alt, inputs.words).plain,
        clinic=quote(folder.clinic.name, inputs.words),
        department=words,
        order=folder.clinic.order.masthead,
        partners=partners,
        partners_size=_size_of(partners),
    )


def partners_at_end(inputs: SheetInputs) -> tuple[PrintedPartner, ...]:
    """List the logos of partners at the end of a sheet, those too that have no room beside the clinic's.

    A sheet with little space has none there.
    """
    leaves_out = "partners" not in inputs.folder.clinic.order.masthead
    places = ("end",) if leaves_out or _beside_logo(inputs) else ("masthead", "end")
    return _printed(inputs, places, PARTNER_SHARE) if inputs.format.control == "full" else ()


def _beside_logo(inputs: SheetInputs) -> tuple[PrintedPartner, ...]:
    """List the logos of partners beside the clinic's, lower if they must be; none if they do not fit."""
    room = 0.0 if inputs.format.landscape else _room_beside_logo(inputs)
    if "partners" in inputs.folder.clinic.order.masthead:
        for share in (PARTNER_SHARE, 0.0):
            partners = _printed(inputs, ("masthead",), share)
            if _size_of(partners) <= room:
                return partners
    return ()


def _size_of(partners: tuple[PrintedPartner, ...]) -> float:
    return round(sum(partner.width + 2 * partner.clear for partner in partners), 2)


def _printed(inputs: SheetInputs, places: tuple[str, ...], share: float) -> tuple[PrintedPartner, ...]:
    """Settle the size of the logos of partners that stand in some places of the sheet."""
    logos = [logo for logo in inputs.folder.partners if logo.partner.at in places]
    wanted = share * inputs.format.logo
    heights = [partner_height(logo.measure, logo.partner.least_height, wanted) for logo in logos]
    return tuple(
        PrintedPartner(
            file=logo.file,
            alt=quote(name_in(logo.partner.alt, inputs.words.language), inputs.words).plain,
            width=round(height * logo.measure.width / logo.measure.height, 2),
            height=round(height, 2),
            clear=logo.partner.clear_space,
            plate=logo.on.plate,
        )
        for logo, height in zip(logos, heights, strict=True)
    )


def _words_beside_logo(inputs: SheetInputs) -> Text | None:
    folder, words = inputs.folder, inputs.words
    clinic, names = quote(folder.clinic.name, words), folder.clinic.department
    department = quote(name_in(names, words.language), words) if names else None
    line = words.phrases.masthead or ""
    if not line and _has_a_logo_of_another(inputs):
        line = _OF_A_SITE if department else "{clinic}"
    if line and (department or "{department}" not in line):
        name = department.plain if department else ""
        return fill(line, words, clinic=clinic.plain, department=name)
    return department


def _has_a_logo_of_another(inputs: SheetInputs) -> bool:
    """Return whether a site has the logo of the clinic above it, which does not name the site."""
    folder, logo = inputs.folder, inputs.folder.brand.logo
    is_own = logo.place_of("path").beside("") == folder.clinic.place_of("name").beside("")
    return not is_own and folder.clinic.name.plain not in logo.alt.plain


def _room_beside_logo(inputs: SheetInputs) -> float:
    """Return the width that the clinic's logo and its department leave for those of partners."""
    printed, logo, words = inputs.format, inputs.folder.logo.measure, _words_beside_logo(inputs)
    (height,) = logo_heights(logo, [printed.logo])
    department = min(DEPARTMENT, len(words.plain) * printed.type.body * LETTER) if words else 0.0
    return printed.measure - height * logo.width / logo.height - department - 2 * APART
