"""Check that a clinic is consistent: everything it prints exists, and its brand can be read on paper."""

from collections.abc import Iterator
from typing import Final

from leafwright.colour import contrast, nearest_passing
from leafwright.decode import suggest
from leafwright.fonts import FAMILIES
from leafwright.integrity.departments import check_departments
from leafwright.integrity.known import Known, unknown_decision
from leafwright.model.brand import Brand, BrandColour, Role
from leafwright.model.clinic import Clinic
from leafwright.model.localised import in_language
from leafwright.model.online import ALL, has_gaps
from leafwright.palette import Palette, make_palette
from leafwright.pictures import check_picture
from leafwright.problems import ContentError, Problem
from leafwright.tags import Language
from leafwright.workspace import Workspace

LEAST_CONTRAST: Final = 4.5


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
    if clinic.look not in known.looks:
        message, hint = f"there is no look '{clinic.look}'", suggest(clinic.look, known.looks)
        place = clinic.place_of("look")
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
            if not hint.startswith("did"):
                hint += (
                    "; write one below `defaults: {leafwright: {typography:`, or put the files of this one "
                    "beside _brand.yml and name them: `fonts: [{family: ..., files: [...]}]`"
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


def palette_from(color: BrandColour) -> Palette:
    """Derive a palette from three colours. Raises ContentError for one that cannot be read on paper."""
    ground, ink, primary = (color.hex_of(role) for role in ("background", "foreground", "primary"))
    problems = []
    judged: tuple[tuple[Role, str], ...] = (("foreground", ink), ("primary", primary))
    for role, colour in judged:
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


def _low_contrast(color: BrandColour, role: Role, message: str, hint: str) -> Problem:
    return Problem(place=color.place_of_hex(role), code="low-contrast", message=message, hint=hint)


def _check_decisions(clinic: Clinic, known: Known) -> Iterator[Problem]:
    named = [pair for part in clinic.parts.values() for pair in part.placed("decisions")]
    for topic, place in clinic.placed("decisions_for"):
        if topic not in known.topics:
            message, hint = f"'{topic}' is none of the topics", suggest(topic, known.topics)
            if topic in clinic.departments:
                hint = f"answers of a department are below `departments: {{{topic}: {{decisions: ...}}}}`"
            elif topic in known.decisions:
                hint = "answers for every topic are below `decisions:`"
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
    for topic, place in clinic.placed("web_base"):
        if topic not in {*known.topics, ALL}:
            message, hint = f"'{topic}' is none of the topics", suggest(topic, (*known.topics, ALL))
            yield Problem(place=place, code="unknown-name", message=message, hint=hint)
    base = clinic.web_base.get(ALL, "")
    if has_gaps(base) and "{topic}" not in base:
        message = "every sheet would have the same address"
        hint = "put {topic} into it, or write addresses by topic"
        place = dict(clinic.placed("web_base")).get(ALL) or clinic.place_of("web_base")
        yield Problem(place=place, code="missing-gap", message=message, hint=hint)


def _near_languages(name: str, there: tuple[str, ...]) -> str:
    """List the words files of the same language, because there is none for `en` alone or for `en-UK`."""
    meant = Language(name.replace("_", "-").lower())
    if near := [tag for tag in there if meant.is_like(tag)]:
        return f"write {' or '.join(near)}"
    return suggest(name, there)
