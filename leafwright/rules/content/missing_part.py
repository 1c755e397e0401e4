"""A sheet lacks a part that its variant must hold."""

from collections.abc import Iterator

from leafwright.blocks.traits import LeafletPart
from leafwright.model.walk import texts_of
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.kinds import SheetDemands, sheet_demands
from leafwright.rules.parts import parts_of, read_parts, words_of_part


def check(reader: Reader, *, leave_out: tuple[LeafletPart, ...]) -> Findings:
    """Report parts that the record of a variant asks for and its sheet lacks, but for those left out."""
    for sheet in sheet_demands(reader):
        asked = {*sheet.demands} - {*leave_out}
        for part in _missing(reader, sheet, [part for part in LeafletPart if part in asked]):
            described = read_parts().parts[part]
            yield Finding(
                place=sheet.place,
                message=f"the {sheet.name} sheet says nothing about {described.about}",
                hint=described.hint,
            )


def _missing(reader: Reader, sheet: SheetDemands, asked: list[LeafletPart]) -> Iterator[LeafletPart]:
    """Go through the asked parts that neither a block nor any words of a sheet are about."""
    shown = frozenset[LeafletPart]().union(*map(parts_of, sheet.blocks))
    words = ""
    for part in asked:
        if part not in shown:
            words = words or _words_of(reader, sheet.name)
            if not words_of_part(part).search(words):
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
