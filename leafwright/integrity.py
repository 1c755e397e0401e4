"""Whether a workspace holds together: everything named exists, once, and everything written is printed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from pydantic_core import PydanticCustomError

from leafwright.colour import Palette, contrast, make_palette, nearest_passing
from leafwright.decode import suggest
from leafwright.fonts import FAMILIES
from leafwright.model.blocks import Picture
from leafwright.model.clinic import Brand, Clinic, in_language
from leafwright.model.handout import Handout, sources_of
from leafwright.model.record import Record
from leafwright.model.reference import Reference
from leafwright.pictures import check_picture
from leafwright.problems import ContentError, Place, Problem
from leafwright.source import Scalar
from leafwright.text import Text

LEAST_CONTRAST: Final = 4.5
_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that content and clinics may refer to; without `references` those cannot be read."""

    variants: tuple[str, ...]
    editions: tuple[str, ...]
    references: tuple[str, ...] | None
    languages: tuple[str, ...]
    topics: tuple[str, ...]


def is_key(name: str) -> bool:
    """Tell whether a folder's name can be a topic's or a clinic's."""
    return bool(_KEY.fullmatch(name))


def bad_folder(file: str, folder: str) -> Problem:
    """Report a folder whose name cannot be used."""
    hint = "use small letters, digits and single hyphens"
    return Problem(
        place=Place(file=file), code="bad-folder", message=f"the folder '{folder}' is no name", hint=hint
    )


def texts_of(value: object) -> Iterator[Text]:
    """Go through every text below a record, in the order of its fields."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Record):
        yield from chain.from_iterable(texts_of(getattr(value, name)) for name in type(value).model_fields)
    elif isinstance(value, dict):
        yield from chain.from_iterable(map(texts_of, value.values()))
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(texts_of, value))


def check_handout(handout: Handout, known: Known, folder: Path) -> Iterator[Problem]:
    """Check one handout against what it may refer to; `folder` holds its pictures."""
    yield from _check_ids(handout)
    yield from _check_variants(handout, known)
    if known.references is not None:
        yield from _check_citations(handout, known.references)
    for block in handout.blocks():
        if isinstance(block, Picture):
            place = block.file.place if isinstance(block.file, Scalar) else block.place_of("file")
            yield from check_picture(folder, block.file, place)


def check_codes(handouts: Iterable[tuple[str, Handout]]) -> Iterator[Problem]:
    """Check that no two topics carry the same reference; translations of one share it."""
    owners: dict[str, str] = {}
    for name, handout in handouts:
        folder = name.rpartition("/")[0]
        if owners.setdefault(handout.reference, folder) != folder:
            message = f"the reference '{handout.reference}' is taken by {owners[handout.reference]}"
            place = handout.place_of("reference")
            yield Problem(place=place, code="duplicate-code", message=message, hint="give each topic its own")


def check_references(references: Iterable[Reference]) -> Iterator[Problem]:
    """Check that no two entries of the bibliography have one id, for only one of them would be printed."""
    first: dict[str, Reference] = {}
    for entry in sorted(references, key=lambda entry: entry.place):
        if first.setdefault(entry.id, entry) is not entry:
            message = f"the id '{entry.id}' is taken"
            hint = f"line {first[entry.id].place.line} has it; keep one"
            yield Problem(place=entry.place_of("id"), code="duplicate-id", message=message, hint=hint)


def keys_of(handout: Handout) -> Iterator[str]:
    """Go through the references a handout cites, in its texts and as sources of its risks."""
    for text in texts_of(handout):
        yield from text.keys
    for block in handout.blocks():
        yield from sources_of(block)


def check_clinic(clinic: Clinic, known: Known) -> Iterator[Problem]:
    """Check what a clinic prints against what there is, and that each language has its disclaimer."""
    prints = clinic.prints
    wanted = {"languages": known.languages, "variants": known.variants, "editions": known.editions}
    if prints.topics != "all":
        wanted["topics"] = known.topics
    for field, there in wanted.items():
        for name in getattr(prints, field):
            if name not in there:
                message = f"'{name}' is none of the {field}"
                place = name.place if hasattr(name, "place") else prints.place_of(field)
                yield Problem(place=place, code="unknown-name", message=message, hint=suggest(name, there))
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


def _check_ids(handout: Handout) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    for owner in chain(handout.sections, handout.blocks()):
        if owner.id in seen:
            message, hint = (
                f"the id '{owner.id}' is taken",
                f"line {seen[owner.id].line} has it; choose another",
            )
            yield Problem(place=owner.place_of("id"), code="duplicate-id", message=message, hint=hint)
        seen.setdefault(owner.id, owner.place)


def _check_variants(handout: Handout, known: Known) -> Iterator[Problem]:
    sections = {section.id: section for section in handout.sections}
    printed: set[str] = set()
    for name, variant in handout.variants.items():
        printed.update(variant.sections)
        if name not in known.variants:
            message = f"'{name}' is no variant"
            place = variant.place
            yield Problem(
                place=place, code="unknown-variant", message=message, hint=suggest(name, known.variants)
            )
        for wanted, times in Counter(variant.sections).items():
            place = wanted.place if hasattr(wanted, "place") else variant.place_of("sections")
            if wanted not in sections:
                message = f"there is no section '{wanted}'"
                yield Problem(
                    place=place,
                    code="unknown-section",
                    message=message,
                    hint=suggest(wanted, tuple(sections)),
                )
            if times > 1:
                message = f"the section '{wanted}' is printed twice"
                yield Problem(place=place, code="repeated-section", message=message, hint="keep one")
    for name, section in sections.items():
        if name not in printed:
            message, hint = f"the section '{name}' is printed by no variant", "add it to one, or take it out"
            yield Problem(place=section.place_of("id"), code="unprinted-section", message=message, hint=hint)


def _check_citations(handout: Handout, known: tuple[str, ...]) -> Iterator[Problem]:
    def unknown(key: str, place: Place) -> Problem:
        message = f"there is no reference '{key}'"
        hint = suggest(key, known) if known else "add it to handouts/references.yaml"
        return Problem(place=place, code="unknown-citation", message=message, hint=hint)

    for text in texts_of(handout):
        for key in text.keys:
            if key not in known and text.source is not None:
                yield unknown(key, text.source.place_at(max(text.source.find(f"@{key}"), 0)))
    for block in handout.blocks():
        for key in sources_of(block):
            if key not in known:
                yield unknown(key, block.place_of("source"))
