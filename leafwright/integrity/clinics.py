"""Whether a clinic holds together: all that it prints is there, and its brand can be read on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.colour import Palette, contrast, make_palette, nearest_passing
from leafwright.decode import suggest
from leafwright.fonts import FAMILIES
from leafwright.integrity.known import Known, unknown_decision
from leafwright.model.clinic import Brand, Clinic, in_language
from leafwright.pictures import check_picture
from leafwright.problems import ContentError, Problem

LEAST_CONTRAST: Final = 4.5


def check_clinic(clinic: Clinic, known: Known) -> Iterator[Problem]:
    """Check what a clinic prints against what there is, and that each language has its disclaimer."""
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
    yield from _check_decisions(clinic, known)
    for language in prints.languages:
        if in_language(clinic.disclaimer, language) is None:
            message = f"there is no disclaimer in {language}"
            hint = f"add `{language}:` below `disclaimer:`"
            yield Problem(
                place=clinic.place_of("disclaimer"), code="missing-disclaimer", message=message, hint=hint
            )


def palette_of(brand: Brand, folder: Path) -> Palette:
    """Derive the palette of a brand.

    Raises ContentError for a colour that cannot be read on paper, an unknown font and an unsafe logo.
    """
    problems = list(check_picture(folder, brand.logo.path, brand.logo.place_of("path")))
    for font in (brand.typography.base, brand.typography.headings):
        if font.family not in FAMILIES:
            message, hint = f"the font '{font.family}' is not bundled", suggest(font.family, tuple(FAMILIES))
            problems.append(
                Problem(place=font.place_of("family"), code="unknown-font", message=message, hint=hint)
            )
    try:
        ground, ink, primary = (brand.color.hex_of(role) for role in ("background", "foreground", "primary"))
    except PydanticCustomError as error:
        context = error.context or {}
        place = brand.color.place_of(str(context["at"]))
        problems.append(
            Problem(place=place, code=error.type, message=str(context["message"]), hint=str(context["hint"]))
        )
        raise ContentError(problems) from error
    for role, colour in (("foreground", ink), ("primary", primary)):
        if (ratio := contrast(colour, ground)) < LEAST_CONTRAST:
            message = f"{role} {colour} on {ground} has a contrast of {ratio:.1f}:1, under {LEAST_CONTRAST}:1"
            hint = f"the nearest colour that passes is {nearest_passing(colour, ground, LEAST_CONTRAST)}"
            problems.append(
                Problem(place=brand.color.place_of(role), code="low-contrast", message=message, hint=hint)
            )
    if problems:
        raise ContentError(problems)
    return make_palette(ink, ground, primary)


def _check_decisions(clinic: Clinic, known: Known) -> Iterator[Problem]:
    for slot, place in clinic.placed("decisions"):
        if problem := unknown_decision(slot, known, place):
            yield problem


def _near_languages(name: str, there: tuple[str, ...]) -> str:
    """Say which words there are of a language, for `en` is none and `en-UK` is not English as in the US."""
    base = name.replace("_", "-").partition("-")[0].lower()
    if near := [tag for tag in there if tag.partition("-")[0] == base]:
        return f"write {' or '.join(near)}"
    return suggest(name, there)
