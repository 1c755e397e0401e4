"""Check that a clinic is consistent: everything it prints exists, and its brand can be read on paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.colour import Palette, contrast, make_palette, nearest_passing, over
from leafwright.decode import suggest
from leafwright.fonts import FAMILIES
from leafwright.integrity.departments import check_departments
from leafwright.integrity.known import Known, unknown_decision
from leafwright.model.brand import Brand, BrandColour
from leafwright.model.clinic import Clinic
from leafwright.model.localised import in_language
from leafwright.model.online import ALL
from leafwright.pictures import PictureMeasure, check_picture
from leafwright.pictures.printed import INCH, LEAST_DOTS
from leafwright.problems import ContentError, Problem
from leafwright.tags import Language
from leafwright.workspace import Workspace

LEAST_CONTRAST: Final = 4.5
LEAST_SEEN: Final = 1.5
"""The contrast with paper below which most readers do not see a logo, in colour or in grey."""
LEAST_LOGO: Final = 3.0
"""How many millimetres the drawing of a logo must have across and down, wherever it is printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicLook:
    """What decides how a clinic's logo is printed; `heights` are those of its sheets, lowest first."""

    brand: Brand
    heights: tuple[float, ...]
    palette: Palette


def check_clinic(clinic: Clinic, known: Known) -> Iterator[Problem]:
    """Check that what a clinic prints exists, and that each language has a disclaimer."""
    prints = clinic.prints
    wanted = {"languages": known.languages, "variants": known.variants, "editions": known.editions}
    if prints.topics != "all":
        wanted["topics"] = known.topics
    for field, there in wanted.items():
        for name, place in prints.placed(field):
            if name not in there:
                message = f"'{name}' is none of the {field}"
                hint = _near_languages(name, there) if field == "languages" else suggest(name, there)
                yield Problem(place=place, code="unknown-name", message=message, hint=hint)
    yield from check_departments(clinic, known.topics)
    yield from _check_decisions(clinic, known)
    yield from _check_languages(clinic, known)
    yield from _check_addresses(clinic, known)
    written = clinic.place_of("disclaimer")
    for language, asked in prints.placed("languages"):
        if in_language(clinic.disclaimer, language) is None:
            message, hint = f"there is no disclaimer in {language}", f"add `{language}:` below `disclaimer:`"
            if asked.file != written.file:
                hint = (
                    f"{hint} in {written.file}:{written.line}, or write the disclaimer here in all languages"
                )
            place = written if asked.file == written.file else asked
            yield Problem(place=place, code="missing-disclaimer", message=message, hint=hint)


def logo_file(brand: Brand) -> str:
    """Name the logo's file: it is beside the `_brand.yml` that names it."""
    return brand.logo.place_of("path").beside(brand.logo.path)


def palette_of(brand: Brand, workspace: Workspace) -> Palette:
    """Derive the palette of a brand.

    Raises ContentError for a colour that cannot be read on paper, an unknown font and an unsafe logo.
    """
    place = brand.logo.place_of("path")
    folder = workspace.root / place.beside("")
    problems = list(check_picture(folder, brand.logo.path, place, workspace.read_file))
    brought = {family.family for family in brand.typography.fonts}
    for font in (brand.typography.base, brand.typography.headings):
        if font.family not in FAMILIES and font.family not in brought:
            message, hint = f"the font '{font.family}' is not bundled", suggest(font.family, tuple(FAMILIES))
            hint += (
                "" if hint.startswith("did") else "; write one below `defaults: {leafwright: {typography:`"
            )
            problems.append(
                Problem(place=font.place_of("family"), code="unknown-font", message=message, hint=hint)
            )
    palette = None
    try:
        palette = palette_from(brand.color)
    except ContentError as error:
        problems += error.problems
    if problems or palette is None:
        raise ContentError(problems)
    return palette


def check_logo(folder: ClinicLook, measure: PictureMeasure) -> Iterator[Problem]:
    """Check whether a logo can be seen and read at its smallest and its largest."""
    place = folder.brand.logo.place_of("path")
    heights = folder.heights
    across = heights[0] * measure.width / measure.height * measure.drawn_width
    down = heights[0] * measure.drawn_height
    if min(across, down) < LEAST_LOGO:
        message = f"what is drawn of the logo is {across:.1f} mm wide and {down:.1f} mm high at its smallest"
        hint = f"use a version of it of which at least {LEAST_LOGO:g} mm are drawn each way"
        yield Problem(place=place, code="tiny-logo", message=message, hint=hint)
    if measure.points is not None and (dots := measure.points / heights[-1] * INCH) < LEAST_DOTS:
        least = ceil(LEAST_DOTS * heights[-1] / INCH)
        message = f"the logo has {dots:.0f} pixels an inch at its largest"
        hint = f"use an SVG, or the same picture at least {least:,} points high"
        yield Problem(place=place, code="coarse-picture", message=message, hint=hint)
    ground = folder.palette.ground
    best = max((contrast(over(colour, ground), ground) for colour in measure.colours), default=None)
    if best is not None and best < LEAST_SEEN:
        message = f"the logo cannot be told from the paper: {best:.2f}:1 at most, in colour and in grey"
        hint = "use the version of it that is made for white paper"
        yield Problem(place=place, code="invisible-logo", message=message, hint=hint)


def palette_from(color: BrandColour) -> Palette:
    """Derive a palette from three colours. Raises ContentError for one that cannot be read on paper."""
    try:
        ground, ink, primary = (color.hex_of(role) for role in ("background", "foreground", "primary"))
    except PydanticCustomError as error:
        context = error.context or {}
        at, message, hint = (str(context[name]) for name in ("at", "message", "hint"))
        place = dict(color.placed("palette")).get(at) or color.place_of(at)
        raise ContentError([Problem(place=place, code=error.type, message=message, hint=hint)]) from error
    problems = []
    for role, colour in (("foreground", ink), ("primary", primary)):
        if (ratio := contrast(colour, ground)) < LEAST_CONTRAST:
            message = f"{role} {colour} on {ground} has a contrast of {ratio:.1f}:1, under {LEAST_CONTRAST}:1"
            hint = f"the nearest colour that passes is {nearest_passing(colour, ground, LEAST_CONTRAST)}"
            problems.append(_low_contrast(color, role, message, hint))
    if problems:
        raise ContentError(problems)
    try:
        return make_palette(ink, ground, primary)
    except ValueError as error:
        hint = "pages are printed on white paper: use a background near white, or none"
        raise ContentError([_low_contrast(color, "background", str(error), hint)]) from error


def _low_contrast(color: BrandColour, role: str, message: str, hint: str) -> Problem:
    return Problem(place=color.place_of(role), code="low-contrast", message=message, hint=hint)


def _check_decisions(clinic: Clinic, known: Known) -> Iterator[Problem]:
    named = [pair for part in clinic.parts.values() for pair in part.placed("decisions")]
    for topic, place in clinic.placed("decisions_for"):
        if topic not in known.topics:
            message, hint = f"'{topic}' is none of the topics", suggest(topic, known.topics)
            yield Problem(place=place, code="unknown-name", message=message, hint=hint)
        named += [(slot, place) for slot in clinic.decisions_for[topic]]
    for slot, place in named:
        if problem := unknown_decision(slot, known, place):
            yield problem


def _check_languages(clinic: Clinic, known: Known) -> Iterator[Problem]:
    """Report words for a language that there is not; those for `en` hold for all its countries."""
    tags = {tag for name in known.languages for tag in Language(name).nearest}
    for name, place in clinic.placed("words"):
        if name not in tags:
            message, hint = f"there are no words in '{name}'", _near_languages(name, known.languages)
            yield Problem(place=place, code="unknown-name", message=message, hint=hint)


def _check_addresses(clinic: Clinic, known: Known) -> Iterator[Problem]:
    """Report addresses of topics that do not exist, and one that all sheets would share."""
    for topic, place in clinic.placed("sheets_at"):
        if topic not in {*known.topics, ALL}:
            message, hint = f"'{topic}' is none of the topics", suggest(topic, (*known.topics, ALL))
            yield Problem(place=place, code="unknown-name", message=message, hint=hint)
    if "{topic}" not in clinic.sheets_at.get(ALL, "{topic}"):
        message = "every sheet would have the same address"
        hint = "put {topic} into it, or write addresses by topic"
        place = dict(clinic.placed("sheets_at")).get(ALL) or clinic.place_of("sheets_at")
        yield Problem(place=place, code="missing-gap", message=message, hint=hint)


def _near_languages(name: str, there: tuple[str, ...]) -> str:
    """List the words files of the same language, because there is none for `en` alone or for `en-UK`."""
    meant = Language(name.replace("_", "-").lower())
    if near := [tag for tag in there if meant.is_like(tag)]:
        return f"write {' or '.join(near)}"
    return suggest(name, there)
