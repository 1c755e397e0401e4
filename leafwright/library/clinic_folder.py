"""Check a clinic and its brand, and measure what its sheets print of them."""

from dataclasses import replace
from itertools import chain

from leafwright import integrity
from leafwright.formats import Formats
from leafwright.library.clinic_reading import ClinicReading
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.library.own_fonts import FontFolder, OwnFonts, read_own_fonts
from leafwright.library.record import ClinicFolder
from leafwright.model.brand import Brand
from leafwright.problems import Problem
from leafwright.workspace import Workspace


def make_folder(reading: ClinicReading, known: integrity.Known, reader: FileReader) -> ClinicFolder | None:
    """Check a clinic and its brand, and measure its logo; None if it has errors or prints nothing."""
    lineage, clinic, brand, problems = reading.lineage, reading.clinic, reading.brand, reading.problems
    faults = clinic is not None and add_problems(integrity.check_clinic(clinic, known), problems)
    workspace = reader.workspace
    palette = gather(problems, integrity.palette_of, brand, workspace) if brand else None
    fonts = _own_fonts(brand, reader, problems) if brand else None
    logos = tuple(known.formats.logos_of(clinic.prints)) if clinic else ()
    look = known.formats.looks.get(clinic.look) if clinic else None
    if not (lineage and clinic and brand and palette and fonts and logos and look) or faults:
        return None
    on, named = integrity.Backdrop.of(look, palette), clinic.partners
    logo, notes = integrity.read_logo(brand, logos, on, workspace)
    problems += notes
    partners = [gather(problems, integrity.read_partner, one, logos, on, workspace) for one in named]
    found = map(integrity.check_logo, filter(None, (logo, *partners)))
    if add_problems(chain.from_iterable(found), problems) or None in partners:
        return None
    return ClinicFolder(
        id=reading.own.id,
        name=reading.own.name,
        files=(*lineage.names, *fonts.files),
        fonts=fonts,
        clinic=clinic,
        brand=brand,
        palette=palette,
        look=look,
        logo=logo,
        partners=tuple(filter(None, partners)),
    )


def in_look(folder: ClinicFolder, look: str, formats: Formats, workspace: Workspace) -> ClinicFolder:
    """Return a clinic as another look would print it, with the form of its logo that goes with that look."""
    clinic, on = folder.clinic, integrity.Backdrop.of(formats.looks[look], folder.palette)
    logo, _ = integrity.read_logo(folder.brand, formats.logos_of(clinic.prints), on, workspace)
    return replace(
        folder,
        clinic=clinic.model_copy(update={"look": look}),
        look=formats.looks[look],
        logo=logo,
        partners=tuple(replace(one, on=on.below(one.measure)) for one in folder.partners),
    )


def _own_fonts(brand: Brand, reader: FileReader, problems: list[Problem]) -> OwnFonts | None:
    """Read the families that a brand brings; None if there are errors."""
    workspace = reader.workspace
    folder = FontFolder(of=lambda place: workspace.root / place.beside(""), read=workspace.read_file)
    fonts, notes = gather(problems, read_own_fonts, brand, folder) or (None, ())
    problems += notes
    return fonts
