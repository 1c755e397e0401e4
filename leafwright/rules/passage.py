"""A passage: one piece of prose, with what kind of place it stands in and its sentences already split."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Self

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind
from leafwright.handout import Section
from leafwright.model.walk import TextSpot
from leafwright.problems import Place
from leafwright.rules.prose import split_sentences, split_words
from leafwright.source import count_letters, letters_of
from leafwright.text import Citation, Text

_SKIPPED: Final = re.compile(
    r"""
    \[\[[^\[\]]*\]\]           # a blank to write in
    | \[@[^\]]*\]               # a citation
    | \*\*                      # strong words
    | \]\([^)\s]*\)             # the end of a link, with its address
    | \[(?=[^\]]*\]\()          # its beginning
    | \\(?=[!-/:-@\[-`{-~])     # an escape
    | \s+
    """,
    re.VERBOSE,
)
_SPACE_BEFORE_STOP: Final = re.compile(r" +([.,;:!?])(?!\d)")
_SPACES: Final = re.compile(r"  +")
_LOOKED_BACK: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence: its words, where it begins in its passage, and what is cited in it."""

    text: str
    start: int
    words: tuple[str, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of a handout, without markup and citations, with the section and block it stands in."""

    text: str
    kind: PassageKind
    written: Text = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    section: Section | None = field(default=None, repr=False)
    block: BlockRecord | None = field(default=None, repr=False)

    @classmethod
    def of(cls, written: Text, kind: PassageKind, spot: TextSpot, language: str) -> Self:
        """Make a passage of a text."""
        plain = written.plain
        return cls(
            text=plain,
            kind=kind,
            written=written,
            sentences=tuple(_sentences(written, plain, language)),
            section=spot.nearest(Section),
            block=spot.nearest(BlockRecord),
        )

    @property
    def place(self) -> Place:
        """Where the passage begins."""
        return self.written.place or Place(file="-")

    @property
    def words(self) -> tuple[str, ...]:
        """The words of all sentences."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def keys(self) -> tuple[str, ...]:
        """The references the passage cites."""
        return self.written.keys

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that the character at `offset` of the plain text stands in."""
        return next(sentence for sentence in reversed(self.sentences) if sentence.start <= offset)

    def place_at(self, offset: int) -> Place:
        """Find where the character at `offset` of the plain text is written in the file."""
        return place_in(self.written, self.text, offset) or self.place


def place_in(written: Text, plain: str, offset: int) -> Place | None:
    """Find where the character at `offset` of a text's plain words is written; None for the project's own."""
    source = written.source
    if source is None:
        return None
    offsets = _offsets_in_source(str(source))
    return source.place_at(offsets[min(count_letters(plain[:offset]), len(offsets) - 1)])


@lru_cache(maxsize=16)
def _offsets_in_source(source: str) -> tuple[int, ...]:
    """Find where in the source each character of the plain text stands, blanks left out."""
    position, offsets = 0, []
    while position < len(source):
        if skipped := _SKIPPED.match(source, position):
            position = skipped.end()
        else:
            offsets += [position] * letters_of(source[position])
            position += 1
    return (*offsets, max(len(source) - 1, 0))


def just_before(text: str, end: int) -> str:
    """Return the words right before a place: a rule that looks back reads no further than a long sentence."""
    return text[max(0, end - _LOOKED_BACK) : end]


def _sentences(written: Text, plain: str, language: str) -> list[Sentence]:
    ends = list(split_sentences(plain, language))
    cited: dict[int, tuple[str, ...]] = {}
    for offset, keys in _citations(written):
        index = next((at for at, (_, end) in enumerate(ends) if offset <= end), len(ends) - 1)
        cited[index] = cited.get(index, ()) + keys
    return [
        Sentence(text=text, start=start, words=split_words(text), keys=cited.get(index, ()))
        for index, (start, end) in enumerate(ends)
        for text in (plain[start:end],)
    ]


def _citations(written: Text) -> list[tuple[int, tuple[str, ...]]]:
    """Find where in the plain text each citation stands, just behind what it is for."""
    citations: list[tuple[int, tuple[str, ...]]] = []
    if not written.keys:
        return citations
    before = ""
    for span in written.spans:
        if isinstance(span, Citation):
            plain = _SPACE_BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", before)).strip()
            citations.append((len(plain), span.keys))
        before += span.text
    return citations
