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


BlankSize = Literal["short", "normal", "long"]
"""How much room there is to write: 12, 25 or 45 mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A space to write in; `name` says what belongs there, to whoever hears the page."""

    name: str
    size: BlankSize = "normal"

    @property
    def text(self) -> str:
        """No word of it is printed."""
        return ""


Span = Run | Citation | Blank
