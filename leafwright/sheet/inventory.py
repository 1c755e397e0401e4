"""List what a sheet must print: every text and every part with an id, found by walking its record."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from leafwright.blocks.block import BlockTraits
from leafwright.blocks.context import LabelledLine
from leafwright.model.walk import walk
from leafwright.problems import Place
from leafwright.sheet import Sheet
from leafwright.sheet.breaks import id_of, is_whole, parts_with_id
from leafwright.sheet.sheet import ONLINE, STRIP, Masthead
from leafwright.text import Citation, Text

UNPRINTED: Final = (
    (Masthead, "clinic"),  # drawn in the logo
)
"""The texts of a record that are not printed as text."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
_DROPPED: Final = re.compile(r"[\s\x02\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff-]+")
"""White space and hyphens: a line's end drops the former, and drops, adds or changes (U+0002) the latter."""
MASTHEAD: Final = "masthead"
GLANCE: Final = "glance"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPart:
    """Something printed with an id; `block` is the id of its block, or its own if it is a block.

    A `whole` part must be on one page.
    """

    id: str
    block: str
    place: Place
    record: object
    whole: bool

    @property
    def is_block(self) -> bool:
        """Whether the part is a block, and not a piece of one."""
        return self.id == self.block


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedText:
    """A text that is printed, and its part; the title or the sources, for example, have no part."""

    text: Text
    place: Place
    part: PrintedPart | None = None


def parts_of(sheet: Sheet) -> tuple[PrintedPart, ...]:
    """List a sheet's parts in reading order: masthead, glance, blocks and their pieces, and a code."""
    parts = [_part(sheet, MASTHEAD, MASTHEAD, sheet.masthead)]
    if sheet.glance:
        parts.append(_part(sheet, GLANCE, GLANCE, sheet.glance))
    if sheet.strip:
        parts.append(_part(sheet, STRIP, STRIP, sheet.strip))
    parts += [*_blocks(sheet), *(_blocks(sheet.beside, beside=True) if sheet.beside else ())]
    return (*parts, *([_part(sheet, ONLINE, ONLINE, sheet.online)] if sheet.online else ()))


def _blocks(sheet: Sheet, *, beside: bool = False) -> Iterator[PrintedPart]:
    """Go through the blocks of a sheet, or of the source beside one, and their pieces."""
    for block in chain.from_iterable(section.blocks for section in sheet.sections):
        if beside and block.once:
            continue
        yield from (_part(sheet, id_of(part), block.id, part) for part in parts_with_id(block))


def printed_texts(sheet: Sheet, *, once: bool = False) -> Iterator[PrintedText]:
    """Go through every text that a sheet prints in its flow; `once` leaves out what it repeats."""
    if sheet.beside:
        yield from _texts_beside(sheet.beside, once=once)
    # If the source itself is printed beside it, its title is not repeated.
    named = sheet.translated.stamp if sheet.translated and sheet.beside else sheet.translated
    opening = (sheet.kicker, sheet.status, sheet.title, named, sheet.summary, sheet.mark, sheet.audience)
    headings = tuple(section.heading for section in sheet.sections)
    closing = (sheet.sources, sheet.sources_note, _control(sheet, once=once), sheet.disclaimer)
    for text in texts_in((opening, headings, closing)):
        yield PrintedText(text=text, place=text.place or sheet_place(sheet))
    for part in parts_of(sheet):
        for text in texts_in(part.record) if part.is_block else ():
            yield PrintedText(text=text, place=text.place or part.place, part=part)


def _control(sheet: Sheet, *, once: bool) -> tuple[LabelledLine, ...]:
    return tuple(line for line in sheet.control if not (once and line.repeated))


def _texts_beside(sheet: Sheet, *, once: bool) -> Iterator[PrintedText]:
    """Go through the texts of the source in a bilingual edition that belong to no block."""
    opening = (
        sheet.kicker,
        sheet.status,
        sheet.title,
        sheet.summary,
        sheet.mark,
        sheet.audience,
        sheet.glance,
    )
    headings = tuple(section.heading for section in sheet.sections)
    for text in texts_in((opening, headings, _control(sheet, once=once), sheet.disclaimer)):
        yield PrintedText(text=text, place=text.place or sheet_place(sheet))


def numbers_in(part: PrintedPart) -> tuple[Text, ...]:
    """List the telephone numbers and extensions that must be inside a part, so that nobody has to search."""
    if not isinstance(part.record, BlockTraits):
        return ()
    shown = ((line.text, line.extension) for line in part.record.telephones())
    return tuple(text for text in chain.from_iterable(shown) if text)


def columns_of(part: PrintedPart) -> tuple[tuple[Text, ...], ...]:
    """List the column heads of a table; empty for any other part."""
    return part.record.column_heads() if isinstance(part.record, BlockTraits) else ()


def texts_in(value: object) -> Iterator[Text]:
    """Go through every text below a value that is printed as text."""
    for spot, text in walk(value):
        if not spot.owners or (type(spot.owners[-1]), spot.field) not in UNPRINTED:
            yield text


def printed(text: Text) -> str:
    """Return a text as it is printed, with citation markers."""
    return "".join(_marked(span) if isinstance(span, Citation) else span.text for span in text.spans)


def split_sentences(words: str) -> list[str]:
    """Split words at the ends of their sentences, for proofs that look for each of them."""
    return _SENTENCE_END.split(words)


def bare(words: str) -> str:
    """Reduce words to what layout does not change: no blanks, no hyphens, no case."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words)).casefold()


def sheet_place(sheet: Sheet) -> Place:
    """Return the sheet itself as a place, for problems that no line of YAML causes."""
    return Place(file=sheet.key.path)


def _marked(citation: Citation) -> str:
    word = citation.word.text if citation.word else ""
    return word + "".join(f"[{number}]" for number in citation.numbers) + citation.after


def _part(sheet: Sheet, name: str, block: str, record: object) -> PrintedPart:
    """Make a part with its place in the YAML: its own, that of its first words, or that of its block."""
    first = next((text.place for text in texts_in(record) if text.place), None)
    place = sheet.places.get(name) or first or sheet.places.get(block) or sheet_place(sheet)
    return PrintedPart(id=name, block=block, place=place, record=record, whole=is_whole(sheet, record))
