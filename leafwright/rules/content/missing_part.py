"""A sheet lacks a part that its variant must hold."""

from collections.abc import Iterator

from leafwright.blocks.traits import LeafletPart
from leafwright.model.walk import texts_of
from leafwright.rules import Finding, Reader
from leafwright.rules.kinds import asked_of
from leafwright.rules.parts import HINTS, WORDS, parts_of


def check(reader: Reader, *, leave_out: tuple[LeafletPart, ...]) -> Iterator[Finding]:
    """Report parts that the record of a variant asks for and its sheet lacks, but for those left out."""
    for name, variant in reader.handout.variants.items():
        demanded = set(asked_of(reader, name)) - set(leave_out)
        for part in _missing(reader, name, [part for part in LeafletPart if part in demanded]):
            about, hint = HINTS[part]
            yield Finding(
                place=variant.place_of("sections"),
                message=f"the {name} sheet says nothing about {about}",
                hint=hint,
            )


def _missing(reader: Reader, name: str, asked: list[LeafletPart]) -> Iterator[LeafletPart]:
    """Go through the asked parts that neither a block nor any words of a variant are about."""
    sections = reader.handout.sections_of(name)
    shown = frozenset[LeafletPart]().union(
        *(parts_of(block) for section in sections for block in section.blocks)
    )
    words = ""
    for part in asked:
        if part in shown:
            continue
        words = words or _words_of(reader, name)
        if part not in WORDS or not WORDS[part].search(words):
            yield part


def _words_of(reader: Reader, name: str) -> str:
    """Join what a variant says at a glance and in its sections."""
    handout = reader.handout
    chosen = {section.id for section in handout.sections_of(name)}
    *_, glance = handout.opening_of(name, whole=reader.formats.variant_of(handout, name).whole)
    texts = [text.plain for text in texts_of(glance)]
    in_sections = (passage for passage in reader.passages if passage.section)
    texts += [passage.text for passage in in_sections if passage.section and passage.section.id in chosen]
    return "\n".join(texts).lower()
