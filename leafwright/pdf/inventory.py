"""What a sheet must print: every text and every part with an id, found by walking its record."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from typing import Final

from leafwright.blocks.appointment import Appointment
from leafwright.blocks.key_message import KeyMessage
from leafwright.blocks.label import Label
from leafwright.blocks.unknown_risk import UnknownRisk
from leafwright.model.record import Record
from leafwright.problems import Place
from leafwright.sheet import Sheet
from leafwright.sheet import record as view
from leafwright.sheet.beside import ONCE
from leafwright.text import Citation, Text

UNPRINTED: Final = (
    (view.IconArray, "alt"),  # told to those who cannot see the figures
    (view.Masthead, "clinic"),  # drawn in the logo and printed at each foot
)
"""The texts of a record that are not set as text where the record is printed."""

MASTHEAD: Final = "masthead"
GLANCE: Final = "glance"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPart:
    """Something printed under an id; `block` is the block it belongs to, its own id for a block."""

    id: str
    block: str
    place: Place
    record: object

    @property
    def whole(self) -> bool:
        """Tell whether the part must lie on one page."""
        match self.record:
            case view.WarningView(level=level):
                return level != "advice"
            case view.RiskView() | view.RowView() | view.ContactsView() | view.QRView():
                return True
            case view.PictureView() | UnknownRisk() | Appointment() | Label() | KeyMessage():
                return True
        return self.id == MASTHEAD

    @property
    def is_block(self) -> bool:
        """Tell whether the part is a block, and not a piece of one."""
        return self.id == self.block


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedText:
    """A text that is printed, and the part it belongs to; no part for the title or the sources, say."""

    text: Text
    place: Place
    part: PrintedPart | None = None


def parts_of(sheet: Sheet) -> tuple[PrintedPart, ...]:
    """List a sheet's parts in reading order: masthead, glance, blocks, and the pieces blocks are made of."""
    parts = [_part(sheet, MASTHEAD, MASTHEAD, sheet.masthead)]
    if sheet.glance:
        parts.append(_part(sheet, GLANCE, GLANCE, sheet.glance))
    return (*parts, *_blocks(sheet), *(_blocks(sheet.beside, ONCE) if sheet.beside else ()))


def _blocks(sheet: Sheet, left_out: Container[str] = ()) -> Iterator[PrintedPart]:
    """Go through the blocks of a sheet and the pieces they are made of."""
    for block in chain.from_iterable(section.blocks for section in sheet.sections):
        if getattr(block, "kind", "") not in left_out:
            yield from (_part(sheet, _id(record), _id(block), record) for record in _with_id(block))


def said_by(sheet: Sheet) -> Iterator[PrintedText]:
    """Go through every text that a sheet prints in its flow."""
    if sheet.beside:
        yield from _said_beside(sheet.beside)
    # Where the source itself stands beside it, its title need not be told.
    named = sheet.translated.stamp if sheet.translated and sheet.beside else sheet.translated
    opening = (sheet.kicker, sheet.title, named, sheet.summary, sheet.audience)
    headings = tuple(section.heading for section in sheet.sections)
    closing = (sheet.sources, sheet.sources_note, sheet.control, sheet.disclaimer)
    for text in texts_in((opening, headings, closing)):
        yield PrintedText(text=text, place=text.place or sheet_place(sheet))
    for part in parts_of(sheet):
        for text in texts_in(part.record) if part.is_block else ():
            yield PrintedText(text=text, place=text.place or part.place, part=part)


def _said_beside(sheet: Sheet) -> Iterator[PrintedText]:
    """Go through what is printed of the source in a bilingual edition and belongs to no block."""
    opening = (sheet.kicker, sheet.title, sheet.summary, sheet.audience, sheet.glance)
    headings = tuple(section.heading for section in sheet.sections)
    for text in texts_in((opening, headings, sheet.control, sheet.disclaimer)):
        yield PrintedText(text=text, place=text.place or sheet_place(sheet))


def numbers_in(part: PrintedPart) -> tuple[Text, ...]:
    """List the telephone numbers and extensions that must stand inside a part, not to be looked for."""
    match part.record:
        case view.WarningView(numbers=lines) | view.ContactsView(phones=lines):
            shown = ((line.text, line.extension) for line in lines)
            return tuple(text for text in chain.from_iterable(shown) if text)
    return ()


def texts_in(value: object) -> Iterator[Text]:
    """Go through every text below a value that is printed with it."""
    if isinstance(value, Text):
        yield value
    else:
        yield from chain.from_iterable(map(texts_in, _held_by(value)))


def printed(text: Text) -> str:
    """Write a text as it stands on paper, citation markers and all."""
    return "".join(_marked(span) if isinstance(span, Citation) else span.text for span in text.spans)


def sheet_place(sheet: Sheet) -> Place:
    """Name the sheet itself, where no line of YAML is to blame."""
    return Place(file=sheet.key.path)


def _marked(citation: Citation) -> str:
    word = citation.word.text if citation.word else ""
    return word + "".join(f"[{number}]" for number in citation.numbers) + citation.after


def _part(sheet: Sheet, name: str, block: str, record: object) -> PrintedPart:
    """Place a part at its own YAML: its block's line, or for a piece of one where its first words stand."""
    first = next((text.place for text in texts_in(record) if text.place), None)
    place = sheet.places.get(name) or first or sheet.places.get(block) or sheet_place(sheet)
    return PrintedPart(id=name, block=block, place=place, record=record)


def _id(record: object) -> str:
    return str(getattr(record, "id", ""))


def _with_id(value: object) -> Iterator[object]:
    if _id(value):
        yield value
    yield from chain.from_iterable(map(_with_id, _held_by(value)))


def _held_by(value: object) -> Iterator[object]:
    """Go one level into a value: the fields of a record that are printed, the items of a collection."""
    match value:
        case tuple():
            yield from value
        case dict():
            yield from value.values()
        case Record():
            yield from (getattr(value, name) for name in type(value).model_fields)
        case view.EventView(decisions=()):
            yield from (value.when, value.items)  # the mark says who decided: here nothing was
        case _ if is_dataclass(value) and not isinstance(value, type):
            names = (field.name for field in fields(value))
            yield from (getattr(value, name) for name in names if (type(value), name) not in UNPRINTED)
