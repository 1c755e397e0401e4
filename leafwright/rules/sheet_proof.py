"""What a proof rule receives: a sheet and the PDF that was made of it."""

from dataclasses import dataclass, field

from leafwright.problems import Place
from leafwright.sheet import Sheet
from leafwright.sheet.page_fill import PageFill


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProof:
    """A sheet and its PDF, which can be read without the engine, and how full its pages are."""

    sheet: Sheet = field(repr=False)
    content: bytes = field(repr=False)
    fills: tuple[PageFill, ...] = ()

    @property
    def place(self) -> Place:
        """The sheet itself, for findings that no line of YAML causes."""
        return Place(file=self.sheet.key.path)
