"""The pieces of running text."""

from dataclasses import dataclass
from typing import Literal

TypeStyle = Literal["italic", "superscript", "subscript"]
"""How words of a source may be set; the text of a leaflet is never set so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set in one way."""

    text: str
    strong: bool = False
    address: str = ""
    styles: frozenset[TypeStyle] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pointer to references; `numbers` are settled by the sheet that prints it.

    So that no marker begins a line, the sheet also gives it the `word` before it and the stop `after` it.
    """

    keys: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    word: Run | None = None
    after: str = ""

    @property
    def text(self) -> str:
        """The words that went with the marker."""
        return (self.word.text if self.word else "") + self.after


Span = Run | Citation
