"""What a proof rule receives: a sheet and the PDF that was made of it."""

from dataclasses import dataclass, field

from leafwright.problems import Place
from leafwright.sheet import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProof:
    """A sheet and its PDF, which can be read without the engine; `source` names the handout's file."""

    sheet: Sheet = field(repr=False)
    content: bytes = field(repr=False)
    pages: int
    source: str

    @property
    def place(self) -> Place:
        """The sheet itself, for findings that no line of YAML causes."""
        return Place(file=self.sheet.key.path)

    def place_of(self, name: str) -> Place:
        """Find where the section or block with an id is written."""
        return self.sheet.places.get(name, self.place)
