"""Check a clinic and its brand, and measure what its sheets print of them."""

from collections.abc import Iterable
from itertools import chain

from leafwright import integrity
from leafwright.library.clinic_reading import ClinicReading
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.library.own_fonts import FontFolder, OwnFonts, read_own_fonts
from leafwright.library.record import ClinicFolder
from leafwright.model.brand import Brand
from leafwright.pictures import measure_picture
from leafwright.pictures.printed import logo_heights
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
    if not (lineage and clinic and brand and palette and fonts and logos) or faults:
        return None
    logo = _measure_logo(brand, logos, workspace)
    partners = [gather(problems, integrity.read_partner, one, logos, workspace) for one in clinic.partners]
    found = [integrity.check_logo(one, palette.ground) for one in (logo, *partners) if one]
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
        logo=logo.measure,
        logo_heights=logo.heights,
        partners=tuple(filter(None, partners)),
    )


def _own_fonts(brand: Brand, reader: FileReader, problems: list[Problem]) -> OwnFonts | None:
    """Read the families that a brand brings; None if there are errors."""
    workspace = reader.workspace
    folder = FontFolder(of=lambda place: workspace.root / place.beside(""), read=workspace.read_file)
    fonts, notes = gather(problems, read_own_fonts, brand, folder) or (None, ())
    problems += notes
    return fonts


def _measure_logo(brand: Brand, heights: Iterable[float], workspace: Workspace) -> integrity.PrintedLogo:
    """Measure a clinic's own logo, whose sheets print it at some heights."""
    file = integrity.logo_file(brand)
    measure = measure_picture(workspace.root / file, workspace.read_file)
    printed = tuple(logo_heights(measure, heights))
    place = brand.logo.place_of("path")
    return integrity.PrintedLogo(place=place, file=file, measure=measure, heights=printed)
