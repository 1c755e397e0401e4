"""Whether a handout holds together: everything named exists, once, and everything written is printed."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import Final

from leafwright.blocks.block import BlockRecord
from leafwright.decode import suggest
from leafwright.formats import Formats
from leafwright.handout import OPENING, Handout, Section, VariantContent
from leafwright.integrity.blanks import check_blanks
from leafwright.integrity.known import Known, unknown_decision
from leafwright.model.reference import Reference
from leafwright.model.walk import texts_of
from leafwright.page_format import PICTURE
from leafwright.pictures import check_picture, measure_picture
from leafwright.pictures.printed import PrintedWidth, find_coarse
from leafwright.problems import Place, Problem
from leafwright.source import Scalar
from leafwright.text import CITED, Text

_BARE_KEY: Final = re.compile(rf"(?<![\w@./-])@({CITED})")
"""What would be a citation between square brackets."""


def check_handout(handout: Handout, known: Known, folder: Path) -> Iterator[Problem]:
    """Check one handout against the names it may refer to; `folder` has its pictures."""
    yield from _check_ids(handout)
    yield from check_blanks(handout)
    yield from _check_variants(handout, known)
    yield from _check_openings(handout, known.formats)
    yield from _check_printed(handout, known.formats)
    if known.references is not None:
        yield from _check_citations(handout, known.references)
    yield from _check_decisions(handout, known)
    for block in handout.blocks():
        for picture in block.pictures():
            place = picture.file.place if isinstance(picture.file, Scalar) else picture.place_of("file")
            faults = list(check_picture(folder, picture.file, place, known.read))
            measure = partial(measure_picture, folder / picture.file, known.read)
            wider = () if block.picture_width else _wider(handout, known.formats)
            at = PrintedWidth(width=block.picture_width or PICTURE, wider=wider)
            yield from faults or find_coarse(measure(), picture.file, place, at)


def _wider(handout: Handout, formats: Formats) -> Iterator[tuple[str, float]]:
    """Go through the editions of a handout's sheets, each with the width at which it prints a picture."""
    kinds = formats.variants.keys() & {handout.kind_of(name) for name in handout.variants}
    for edition in formats.editions if kinds else ():
        yield edition, max(formats.settle(kind, edition, "A4").picture for kind in kinds)


def check_codes(handouts: Iterable[tuple[str, Handout]]) -> Iterator[Problem]:
    """Check that no two topics have the same reference; translations of one topic share it.

    Each of them is reported, because a check may be of one of them only.
    """
    owners: dict[str, dict[str, Handout]] = {}
    for name, handout in handouts:
        owners.setdefault(handout.reference, {})[name.rpartition("/")[0]] = handout
    for code, topics in owners.items():
        for folder, handout in topics.items():
            if other := next((name for name in topics if name != folder), None):
                yield Problem(
                    place=handout.place_of("reference"),
                    code="duplicate-code",
                    message=f"the reference '{code}' is taken by {other}",
                    hint="give each topic its own",
                )


def check_file_names(topics: Iterable[tuple[str, Handout]], editions: Iterable[str]) -> Iterator[Problem]:
    """Check that no two sheets have the same file: `repair-aftercare` of knee, `aftercare` of knee-repair.

    Each of them is reported, because a check may be of one topic only.
    """
    owners: dict[str, list[tuple[tuple[str, str], Place]]] = {}
    editions = tuple(editions)
    for topic, handout in topics:
        for (sheet, variant), edition in product(handout.variants.items(), editions):
            owners.setdefault(f"{topic}-{sheet}-{edition}", []).append(((topic, sheet), variant.place))
    for sheets in owners.values():
        for named, place in sheets:
            if other := next((one for one, _ in sheets if one != named), None):
                message = f"the file of this sheet has the name of that of '{other[1]}' of {other[0]}"
                hint = "give one of the two another name, or rename the folder of its topic"
                yield Problem(place=place, code="same-file", message=message, hint=hint)


def check_slots(handouts: Iterable[tuple[str, Handout]]) -> Iterator[Problem]:
    """Check that a slot has one name wherever it is declared, because a clinic answers it once for all.

    Each handout comes with its language. Each name is reported, because a check may be of one handout only.
    """
    names: dict[tuple[str, str], list[tuple[str, Place]]] = {}
    for language, handout in handouts:
        for slot, name in handout.slots.items():
            place = name.place or handout.place_of("slots")
            names.setdefault((language, slot), []).append((name.plain, place))
    for (_, slot), declared in names.items():
        for written, place in declared:
            if other := next((pair for pair in declared if pair[0] != written), None):
                there, at = other
                yield Problem(
                    place=place,
                    code="slot-differs",
                    message=f"the slot '{slot}' has another name in {at.file}:{at.line}: {there}",
                    hint="write the same name in both, or give this slot a key of its own",
                )


def check_references(references: Iterable[Reference]) -> Iterator[Problem]:
    """Check that no two entries of the bibliography have the same id, because only one would be printed."""
    first: dict[str, Reference] = {}
    for entry in sorted(references, key=lambda entry: entry.place):
        if first.setdefault(entry.id, entry) is not entry:
            message = f"the id '{entry.id}' is taken"
            hint = f"{first[entry.id].place.seen_from(entry.place)} has it; keep one"
            yield Problem(place=entry.place_of("id"), code="duplicate-id", message=message, hint=hint)


def keys_of(handout: Handout) -> Iterator[str]:
    """Go through the references a handout cites, in its texts and as sources of its risks."""
    for text in texts_of(handout):
        yield from text.keys
    for block in handout.blocks():
        yield from (key for key, _ in block.named_sources())


def _check_ids(handout: Handout) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    owners: Iterable[Section | BlockRecord] = chain(handout.sections, handout.blocks())
    for owner in owners:
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
        printed.update(section.id for section in handout.sections_of(name))
        if (kind := handout.kind_of(name)) not in known.variants:
            place = variant.place_of("as_") if variant.as_ else variant.place
            message, hint = f"'{kind}' is no variant", suggest(kind, known.variants)
            yield Problem(place=place, code="unknown-variant", message=message, hint=hint)
        if variant.sections:
            yield from _check_sections(variant, tuple(sections))
    for name, section in sections.items():
        if name not in printed:
            message, hint = f"the section '{name}' is printed by no variant", "add it to one, or take it out"
            yield Problem(place=section.place_of("id"), code="unprinted-section", message=message, hint=hint)


def _check_openings(handout: Handout, formats: Formats) -> Iterator[Problem]:
    """Check that each sheet has what belongs at its top; only the first one without is reported."""
    for name in handout.variants:
        kind = formats.variant_of(handout, name)
        _, *opening = handout.opening_of(name, whole=kind.whole)
        there = dict(zip(OPENING, opening, strict=True))
        needed = {OPENING[0], *kind.must_hold}
        if missing := [field for field in OPENING if field in needed and there[field] is None]:
            yield Problem(
                place=handout.place_of("variants"),
                code="missing-field",
                message=f"the {name} has no {' and no '.join(missing)}",
                hint=f"add `{missing[0]}:`",
            )
            return


def _check_printed(handout: Handout, formats: Formats) -> Iterator[Problem]:
    """Check that the variants print every text; a section that none of them prints is reported as a whole.

    Document control is on every sheet, and the approver may be known before the approval.
    """
    control = (handout.title, handout.owner, handout.approver, handout.funding)
    always = (*control, handout.slots, handout.sections)
    whole = {name: formats.variant_of(handout, name).whole for name in handout.variants}
    openings = (handout.opening_of(name, whole=opens) for name, opens in whole.items())
    printed = {id(text) for text in chain(texts_of(always), *map(texts_of, openings))}
    for text in texts_of(handout):
        if id(text) not in printed:
            yield Problem(
                place=text.place or handout.place,
                code="unprinted-text",
                message=f"'{text.plain}' is printed by no variant",
                hint="write it below a variant that is made, or in one of its sections, or take it out",
            )


def _check_sections(variant: VariantContent, there: tuple[str, ...]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for wanted, place in variant.placed("sections"):
        if wanted in first:
            message = f"the section '{wanted}' is printed twice"
            yield Problem(place=place, code="repeated-section", message=message, hint="keep one")
        elif wanted not in there:
            message = f"there is no section '{wanted}'"
            yield Problem(place=place, code="unknown-section", message=message, hint=suggest(wanted, there))
        first.setdefault(wanted, place)


def _check_decisions(handout: Handout, known: Known) -> Iterator[Problem]:
    named = dict(pair for block in handout.blocks() for pair in block.named_decisions())
    for slot, place in named.items():
        if problem := unknown_decision(slot, known, place):
            yield problem
    for slot, name in handout.slots.items():
        if slot not in named:
            yield Problem(
                place=name.place or handout.place_of("slots"),
                code="unprinted-text",
                message=f"no block asks for the slot '{slot}'",
                hint=f"write `slots: [{slot}]` in a block `kind: decisions`, or take it out",
            )


def _check_citations(handout: Handout, known: tuple[str, ...]) -> Iterator[Problem]:
    def unknown(key: str, place: Place) -> Problem:
        message = f"there is no reference '{key}'"
        hint = suggest(key, known) if known else "add it to handouts/references.yaml"
        return Problem(place=place, code="unknown-citation", message=message, hint=hint)

    for text in texts_of(handout):
        for key in text.keys:
            if key not in known and text.source is not None:
                yield unknown(key, text.source.place_at(max(text.source.find(f"@{key}"), 0)))
        yield from _check_bare_keys(text, known)
    for block in handout.blocks():
        yield from (unknown(key, place) for key, place in block.named_sources() if key not in known)


def _check_bare_keys(text: Text, known: tuple[str, ...]) -> Iterator[Problem]:
    """Report keys of references in the text that would be printed literally."""
    for match in _BARE_KEY.finditer(text.plain):
        if match[1] in known and text.source is not None:
            place = text.source.place_at(max(text.source.find(match.group()), 0))
            message, hint = f"'{match.group()}' is no citation", f"write [{match.group()}]"
            yield Problem(place=place, code="bad-citation", message=message, hint=hint)
