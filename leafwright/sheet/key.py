"""What tells one sheet from all others: its code, and the names of its files."""

from dataclasses import dataclass
from typing import Final

SHORT: Final = 3
"""How many letters of a single word are in a code."""
TWO_UP: Final = "_two-up.pdf"
"""How the files end that booklets are printed from, beside the booklets themselves."""

PRODUCTS: Final = "web"
"""The folder of a clinic's products for screens."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SheetKey:
    """The key of a sheet: the choices that define it.

    `other_paper` is the paper it is printed on, unless that is the first one of its clinic.
    """

    clinic: str
    topic: str
    variant: str
    edition: str
    language: str
    other_paper: str = ""

    def code_of(self, reference: str) -> str:
        """Return the code of the sheet of a topic with this reference, such as LW-102-HR-PRE-LP-ar.

        It names everything that the key does: the clinic by its initials, the variant and the edition short.
        """
        named = (_initials(self.clinic), _shorten(self.variant), _shorten(self.edition))
        return "-".join(filter(None, (reference, *named, self.language, self.other_paper)))

    @property
    def path(self) -> str:
        """The file of the sheet below output/, named by its choices so that staff can read it."""
        return f"{self.clinic}/{self._stem}.pdf"

    @property
    def thumbnail(self) -> str:
        """The small picture of its first page, below output/ and inside the clinic's folder."""
        return f"{self.clinic}/thumbnails/{self._stem}.webp"

    @property
    def print_file(self) -> str:
        """The second file of a booklet, two pages on a side."""
        return f"{self.clinic}/{self._stem}{TWO_UP}"

    def product(self, ending: str, *, beside: bool = False) -> str:
        """Name the file of a product that all print editions share; one in two languages has its own."""
        named = f"{self.topic}-{self.variant}-{self.language}"
        return f"{self.clinic}/{PRODUCTS}/{named}{f'_{self.edition}' if beside else ''}{ending}"

    @property
    def _stem(self) -> str:
        named = f"{self.topic}-{self.variant}-{self.edition}-{self.language}"
        # No name has an underscore, so none ends like this.
        return f"{named}_{self.other_paper}" if self.other_paper else named

    def __str__(self) -> str:
        """Return the choices as one line."""
        named = f"{self.clinic} {self.topic} {self.variant} {self.edition} {self.language}"
        return f"{named} {self.other_paper}" if self.other_paper else named


def _shorten(name: str) -> str:
    """Return the first letters of a word, and the initials of several."""
    return _initials(name) if "-" in name else name[:SHORT].upper()


def _initials(name: str) -> str:
    """Return the initials of a name, such as HR for harbour-row; a number in it stays whole."""
    return "".join(part if part.isdigit() else part[0].upper() for part in name.split("-"))
