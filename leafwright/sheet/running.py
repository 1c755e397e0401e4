"""What the head of a page says if a list continues there: its heading and its lead."""

from collections.abc import Iterator, Mapping

from leafwright.blocks.heading import Heading
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.text import Text


def running_heads(sheet: Sheet) -> Mapping[str, tuple[Text, ...]]:
    """Give each list, and each moment of a timeline, what the next page must repeat if it continues there.

    An item alone does not say what it belongs to: "5pm: drink" may be the end of one list or of another.
    """
    return {name: texts for section in sheet.sections for name, texts in _heads_in(section)}


def _heads_in(section: SheetSection) -> Iterator[tuple[str, tuple[Text, ...]]]:
    heading = section.heading
    for block in section.blocks:
        if isinstance(block, Heading):
            heading = block.text
        if block.continued:
            lead: Text | None = getattr(block, "lead", None)
            yield block.id, (heading, lead) if lead else (heading,)
        yield from ((name, (heading, own)) for name, own in block.continued_pieces().items())
