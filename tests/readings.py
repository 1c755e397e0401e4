"""What a screen reader says: the tag tree of a PDF as text, in its order."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from ctypes import addressof
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import pymupdf
import pypdfium2
from outloud.model import Document, StructElem
from pypdfium2 import raw

from leafwright.pdf.glyphs import mark_of

_WORD: Final = re.compile(r"\w+")
INLINE: Final = frozenset({"Span", "Link", "Lbl"})
_HYPHEN: Final = re.compile("[-\u2010\u2011\u00ad\\x02]\\s*")
_ARTIFACT: Final = re.compile(rb"/Artifact\b.*?\bEMC\b", re.DOTALL)
LEAST_ALIKE: Final = 0.98
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


def likeness(path: Path) -> float:
    """Return how like what two readers of what is drawn get is to what is heard, without heads and feet.

    Both go by the content of the pages, where heads and feet are artifacts; the less like one counts.
    """
    document = Document(str(path))
    try:
        words = _words_of(path)
        marks = [(ref.page, ref.mcid) for element in document.elements for ref in element.mcrefs]
        heard = _words_in(" ".join(words.get(mark, "") for mark in marks))
    finally:
        document.close()
    file = _without_artifacts(path)
    with pypdfium2.PdfDocument(file) as pages:
        drawn = [" ".join(page.get_textpage().get_text_range() for page in pages)]
    with pymupdf.open(stream=file) as pages:  # type: ignore[no-untyped-call]  # it brings few types
        drawn.append(" ".join(page.get_text() for page in pages))
    return min(SequenceMatcher(None, heard, _words_in(text), autojunk=False).ratio() for text in drawn)


def _words_in(text: str) -> list[str]:
    """Find the words of a text; one that is broken over two lines is one."""
    return _WORD.findall(_HYPHEN.sub("", text))


def _without_artifacts(path: Path) -> bytes:
    """Take the artifacts out of a PDF; its text is hexadecimal digits, so that no mark is text."""
    with pymupdf.open(path) as document:  # type: ignore[no-untyped-call]  # it brings few types
        for number in {number for page in document for number in page.get_contents()}:
            document.update_stream(number, _ARTIFACT.sub(b"", document.xref_stream(number)))
        return bytes(document.tobytes())


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
