"""What a screen reader says: the tag tree of a PDF as text, in its order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from ctypes import addressof
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import pypdfium2
from outloud.model import Document, StructElem
from pypdfium2 import raw

from leafwright.pdf.glyphs import mark_of

_WORD: Final = re.compile(r"\w+")
INLINE: Final = frozenset({"Span", "Link", "Lbl"})
LEAST_IN_ORDER: Final = 0.98
"""A reader of what is drawn may split a word, or join two, where they are set closely."""
TOLD: Final = ("ListNumbering", "Scope", "ColSpan", "RowSpan")


def read_aloud(path: Path) -> str:
    """Read a PDF aloud, a line for each element: its role, its language where that changes, and its words."""
    document = Document(str(path))
    try:
        reader = _Reader(document=document, words=_words_of(path))
        roots = (element for element in document.elements if element.parent is None)
        return "".join(f"{line}\n" for root in roots for line in reader.lines(root, 0))
    finally:
        document.close()


def share_in_order(path: Path) -> float:
    """Return the share of the words heard that are drawn in the same order."""
    document = Document(str(path))
    try:
        words = _words_of(path)
        marks = [(ref.page, ref.mcid) for element in document.elements for ref in element.mcrefs]
        heard = _WORD.findall(" ".join(words.get(mark, "") for mark in marks))
    finally:
        document.close()
    with pypdfium2.PdfDocument(path) as pages:
        drawn = _WORD.findall(" ".join(page.get_textpage().get_text_range() for page in pages))
    same = SequenceMatcher(None, heard, drawn, autojunk=False).get_matching_blocks()
    return sum(block.size for block in same) / len(heard)


@dataclass(frozen=True, kw_only=True)
class _Reader:
    """Reads the elements of a document; its words are known by page and marked content."""

    document: Document
    words: Mapping[tuple[int, int], str]

    def lines(self, element: StructElem, depth: int) -> Iterator[str]:
        """Read an element: in a line, or in several if there are others in it."""
        margin = "  " * depth
        named = f"{margin}{element.type_raw}{''.join(f' {fact}' for fact in _facts(element))}"
        if all(child.type in INLINE for child in element.children):
            said = self.own(element) + "".join(map(self.said, element.children))
            yield f"{named}: {said}" if said else named
            return
        yield named
        for child in element.children:
            if child.type in INLINE:
                yield f"{margin}  {child.type_raw}: {self.said(child)}"
            else:
                yield from self.lines(child, depth + 1)

    def own(self, element: StructElem) -> str:
        """Return the words of an element without those of others in it."""
        drawn = "".join(self.words.get((ref.page, ref.mcid), "") for ref in element.mcrefs)
        return str(element.alt or element.actual_text or drawn)

    def said(self, element: StructElem) -> str:
        """Return the words of an element in a line; a link says where it leads."""
        words = self.own(element) + "".join(map(self.said, element.children))
        if element.type == "Link":
            notes = {note.contents for note in self.document.annotations if note.objgen in element.objrs}
            return f"<{words}: {', '.join(sorted(map(str, notes)))}>"
        return f"<{element.lang}: {words}>" if element.lang else words


def _facts(element: StructElem) -> Iterator[str]:
    """Go through what is known of an element besides its words."""
    if element.lang:
        yield element.lang
    yield from (str(fact) for name in TOLD if (fact := element.attr(name)) is not None)


def _words_of(path: Path) -> Mapping[tuple[int, int], str]:
    """Read what is drawn by page and marked content, without the spaces that a PDF reader guesses."""
    words: defaultdict[tuple[int, int], str] = defaultdict(str)
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document):
            textpage, marks = page.get_textpage(), {}
            for index in range(raw.FPDFText_CountChars(textpage)):
                drawn = raw.FPDFText_GetTextObject(textpage, index)
                if drawn and raw.FPDFText_IsGenerated(textpage, index) != 1:
                    address = addressof(drawn.contents)
                    if address not in marks:
                        marks[address] = mark_of(drawn)
                    sign = chr(raw.FPDFText_GetUnicode(textpage, index))
                    words[number, marks[address]] += sign.replace("\x02", "-")
    return words
