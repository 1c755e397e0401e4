"""Write the words of a page line by line, element by element."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from leafwright.bidi import Direction
from leafwright.plain_text.lines import COLUMNS, in_order, width_of, wrap
from leafwright.plain_text.tables import columns_of, corner_of, rows_of
from leafwright.plain_text.tree import HEADINGS, Element, read_page
from leafwright.plain_text.words import BLANK, UNREAD, is_label, semicolon, stand_in, with_colon, words_of

KEYS: Final = {"risk__key-entry--on": "■ ", "risk__key-entry--off": "□ "}
"""What stands before each entry of the key to a picture of people, which are filled in or not."""
UNDERLINES: Final = {"h1": "=", "h2": "-"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Words in one line or more.

    The first one begins with a `bullet`, and all are as far in. A `label` says what the next paragraph is.
    """

    words: str = ""
    bullet: str = ""
    inside: int = 0
    underline: str = ""
    head: bool = False
    label: bool = False
    apart: bool = True
    direction: Direction = "ltr"

    @property
    def lines(self) -> Iterator[str]:
        """Go through its lines."""
        broken = [in_order(line, self.direction) for line in wrap(self.words, COLUMNS - self.inside)]
        for number, line in enumerate(broken):
            yield f"{'' if number else self.bullet:>{self.inside}}{line}"
        if self.underline:
            yield self.underline * max(map(width_of, broken))


def write_text(page: str) -> str:
    """Write a page as text, in lines of at most 72 columns; only a word that is longer makes a longer one."""
    lines: list[str] = []
    for paragraph in _joined(_below(read_page(page), Paragraph())):
        if lines and paragraph.apart:
            lines.append("")
        lines += paragraph.lines
    return "\n".join(lines) + "\n"


def _joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Join labels with what they say, and keep lesser headings with their text."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if before is None:
            before = paragraph
        elif paragraph.words == BLANK and before.words.endswith(BLANK):
            continue  # one line to write on stands for several
        elif _belongs(paragraph, before):
            before = replace(
                before, words=f"{with_colon(before.words)} {paragraph.words}", label=paragraph.label
            )
        else:
            yield before
            before = replace(paragraph, apart=paragraph.apart and not (before.head and not before.underline))
    if before:
        yield before


def _belongs(paragraph: Paragraph, before: Paragraph) -> bool:
    """Return whether a paragraph is what a label before it names, or the line to write on after it."""
    begins = paragraph.head or paragraph.bullet
    return not begins and (before.label or (paragraph.words == BLANK and not before.underline))


def _below(element: Element, shape: Paragraph) -> Iterator[Paragraph]:
    """Go through the paragraphs of an element; the words between its blocks are paragraphs, too."""
    run: list[Element | str] = []
    for child in element.children:
        if isinstance(child, Element) and child.has_blocks:
            yield from _words(run, element, shape)
            run = []
            yield from _block(child, shape)
        else:
            run.append(child)
    yield from _words(run, element, shape)


def _block(element: Element, shape: Paragraph) -> Iterator[Paragraph]:
    if element.tag in UNREAD or element.is_hidden:
        return
    match element.attributes.get("dir"):
        case ("ltr" | "rtl") as direction:
            shape = replace(shape, direction=direction)
    match element.tag:
        case "ul" | "ol":
            yield from _list(element, shape)
        case "table":
            yield from _table(element, shape)
        case _ if written := stand_in(element):
            yield replace(shape, words=written)
        case _:
            yield from _below(element, shape)


def _list(element: Element, shape: Paragraph) -> Iterator[Paragraph]:
    for number, item in enumerate(element.below("li"), start=1):
        usual = f"{number}. " if element.tag == "ol" else "- "
        bullet = next((KEYS[name] for name in item.classes if name in KEYS), usual)
        within = replace(shape, inside=shape.inside + len(bullet), apart=False)
        for at, paragraph in enumerate(_block(item, within)):
            first = at == 0
            yield replace(paragraph, bullet=bullet, apart=number == 1) if first else paragraph


def _table(table: Element, shape: Paragraph) -> Iterator[Paragraph]:
    for caption in table.below("caption"):
        yield from _block(caption, shape)
    if corner := corner_of(table):
        yield from _block(corner, shape)
    item = replace(shape, bullet="- ", inside=shape.inside + 2)
    for number, column in enumerate(columns_of(table)):
        yield replace(item, words=column, apart=number == 0)
    for number, row in enumerate(rows_of(table)):
        if row.is_blank:
            yield replace(
                item,
                words=f"{semicolon(row.head)} ".join(filter(None, (row.head, *row.answers))),
                apart=number == 0,
            )
            continue
        if row.head:
            yield replace(shape, words=row.head, head=True)
        for at, answer in enumerate(row.answers):
            yield replace(item, words=answer, apart=at == 0 and not row.head)


def _words(run: list[Element | str], owner: Element, shape: Paragraph) -> Iterator[Paragraph]:
    if words := words_of(owner, run):
        head = owner.tag in HEADINGS
        label = is_label(owner.classes) and not head
        yield replace(shape, words=words, head=head, label=label, underline=UNDERLINES.get(owner.tag, ""))
