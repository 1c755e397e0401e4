"""The pieces of running text."""

import re
from dataclasses import dataclass
from typing import Final, Literal

TypeStyle = Literal["italic", "superscript", "subscript"]
"""The styles of words in a list of sources; the text of a leaflet never has them."""


MOST_COUNTED: Final = 28
"""How many signs a number has at most with what it counts, if a line of half a page holds them."""
IN_LANGUAGE: Final = "lang:"
"""How the address of words in another language begins, which is no link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one style, perhaps with an address: that of a link, or of a language as `lang:la`."""

    text: str
    strong: bool = False
    address: str = ""
    styles: frozenset[TypeStyle] = frozenset()

    @property
    def language(self) -> str:
        """The language of the words, if it is not that of the text."""
        return self.address.removeprefix(IN_LANGUAGE) if self.address.startswith(IN_LANGUAGE) else ""

    @property
    def counts(self) -> bool:
        """Whether there is a number in it."""
        return any(map(str.isdigit, self.text))

    @property
    def is_count(self) -> bool:
        """Whether it is a number with what it counts, short enough to be on one line: `24 people in 100`."""
        return len(self.text) <= MOST_COUNTED and len(re.findall(r"\d[\d.,\s]*", self.text)) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pointer to references; the sheet that prints it sets its `numbers`.

    The sheet also moves the `word` before it and the stop `after` it into it, so that no marker begins a
    line.
    """

    keys: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    word: Run | None = None
    after: str = ""

    @property
    def text(self) -> str:
        """The words that were moved into the marker."""
        return (self.word.text if self.word else "") + self.after


BlankSize = Literal["short", "normal", "long"]
"""The room to write: 12, 25 or 45 mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A space to write in; `name` says what belongs there, for people who listen to the page."""

    name: str
    size: BlankSize = "normal"

    @property
    def text(self) -> str:
        """No word of it is printed."""
        return ""


Span = Run | Citation | Blank
