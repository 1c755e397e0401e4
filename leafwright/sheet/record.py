"""What a sheet is called, and the parts of it that are no blocks, as a template receives them."""

from dataclasses import dataclass
from typing import ClassVar

from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SheetKey:
    """What a sheet is called: the five choices that make it."""

    clinic: str
    topic: str
    variant: str
    edition: str
    language: str

    @property
    def path(self) -> str:
        """The file of the sheet below output/, made of its choices so that staff can read it."""
        return f"{self.clinic}/{self._stem}.pdf"

    @property
    def thumbnail(self) -> str:
        """The small picture of its first page, below output/ and inside the clinic's folder."""
        return f"{self.clinic}/thumbnails/{self._stem}.webp"

    @property
    def _stem(self) -> str:
        return f"{self.topic}-{self.variant}-{self.edition}-{self.language}"

    def __str__(self) -> str:
        """Return the choices as one line."""
        return f"{self.clinic} {self.topic} {self.variant} {self.edition} {self.language}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedSource:
    """One entry of the printed bibliography."""

    number: int
    text: Text
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Who hands the sheet out."""

    whole: ClassVar[bool] = True

    logo: str
    logo_alt: str
    clinic: Text
    department: Text
