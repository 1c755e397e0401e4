"""What the head of a page says if a section or a list continues there."""

from collections.abc import Iterator, Mapping

from leafwright.bidi import Direction, isolate
from leafwright.blocks.heading import Heading
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.text import Text


def running_heads(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """Give each section, list and moment of a timeline what the next page must repeat if it continues there.

    An item alone does not say what it belongs to: "5pm: drink" may be the end of one list or of another.
    """
    return {name: texts for section in sheet.sections for name, texts in _heads_in(section)}


def say_continued(sheet: Sheet, *texts: str) -> str:
    """Say that something goes on, so that nobody takes the head of a page for a heading."""
    return sheet.phrases.continued.replace("{heading}", " · ".join(texts))


def say_running(sheet: Sheet) -> Mapping[str, str]:
    """Write what the head of a page says if a section or a list continues there, by its id."""
    within: Direction = "rtl" if sheet.direction == "rtl" else "ltr"
    phrases = sheet.phrases
    closing = {"source": (phrases.source.heading.plain,), "control": (phrases.control.heading.plain,)}
    return {
        name: say_continued(sheet, *(isolate(words, within) for words in texts))
        for name, texts in {**running_heads(sheet), **closing}.items()
    }


def _heads_in(section: SheetSection) -> Iterator[tuple[str, tuple[str, ...]]]:
    within: tuple[str, ...] = (section.heading.plain,)
    yield section.id, within
    for block in section.blocks:
        if isinstance(block, Heading):
            within = (section.heading.plain, block.text.plain)
        if block.continued:
            lead: Text | None = getattr(block, "lead", None)
            yield block.id, (*within, lead.plain.rstrip(" \u00a0:")) if lead else within
        pieces = block.continued_pieces()
        if pieces and len(within) > 1:
            yield block.id, within  # two lists of hours may differ by the heading above them alone
        yield from ((name, (*within, own.plain)) for name, own in pieces.items())
