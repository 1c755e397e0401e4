"""What the head of a page says: the title of the sheet, or what continues there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from leafwright.bidi import Direction, isolate
from leafwright.blocks.heading import Heading
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.text import Text

_WORD: Final = re.compile(r"\w+")
_MOST_WORDS: Final = 7
"""A longer head is read as a sentence, which those who listen would miss."""
BETWEEN: Final = " · "
"""What is between the two languages of a head, and between a heading and one within it."""


def running_heads(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """Give each section, list and moment of a timeline what the next page must repeat if it continues there.

    An item alone does not say what it belongs to: "5pm: drink" may be the end of one list or of another. Of a
    long head only what is nearest is left.
    """
    return {name: _shortened(sheet, texts) for name, texts in _whole_heads(sheet)}


def left_out(sheet: Sheet) -> Mapping[str, tuple[str, ...]]:
    """Give what is left out of the long heads, by the element that continues."""
    heads = running_heads(sheet)
    return {name: texts[: len(texts) - len(heads[name])] for name, texts in _whole_heads(sheet)}


def say_title(sheet: Sheet) -> str:
    """Write what the head of a page says where nothing continues."""
    sheets = (sheet, sheet.beside) if sheet.beside else (sheet,)
    return _in_both(*(isolate(one.title.plain, _way(sheet)) for one in sheets))


def _whole_heads(sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...]]]:
    return (pair for section in sheet.sections for pair in _heads_in(section))


def _shortened(sheet: Sheet, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what is farthest from what goes on, until the head is short or names one thing."""
    while texts[1:] and len(_WORD.findall(_say_continued(sheet, texts))) > _MOST_WORDS:
        texts = texts[1:]
    return texts


def say_running(sheet: Sheet) -> Mapping[str, str]:
    """Write what the head of a page says if a section or a list continues there, by its id.

    It says that something goes on, so that nobody takes the head of a page for a heading.
    """
    own = dict(_continued(sheet, _way(sheet)))
    other = dict(_continued(sheet.beside, _way(sheet))) if sheet.beside else {}
    return {name: _in_both(words, *filter(None, (other.get(name),))) for name, words in own.items()}


def _in_both(own: str, *other: str) -> str:
    """Write a head in the language of each column, or in the sheet's own alone where that is too long."""
    both = BETWEEN.join((own, *other))
    return both if len(_WORD.findall(both)) <= _MOST_WORDS else own


def _continued(sheet: Sheet, within: Direction) -> Iterator[tuple[str, str]]:
    phrases = sheet.phrases
    closing = {"sources": (phrases.source.heading.plain,), "control": (phrases.control.heading.plain,)}
    for name, texts in {**running_heads(sheet), **closing}.items():
        said = _say_continued(sheet, (isolate(text, _way(sheet)) for text in texts))
        yield name.removeprefix(PREFIX), isolate(said, within) if sheet.direction != within else said


def _say_continued(sheet: Sheet, texts: Iterable[str]) -> str:
    return sheet.phrases.continued.replace("{heading}", BETWEEN.join(texts))


def _way(sheet: Sheet) -> Direction:
    return "rtl" if sheet.direction == "rtl" else "ltr"


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
