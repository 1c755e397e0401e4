"""An edition: a way of printing sheets of any kind, such as large print or a booklet."""

from typing import Literal, Self

from pydantic import model_validator

from leafwright.model.localised import Localised
from leafwright.model.names import VariantKey
from leafwright.model.prints import Paper
from leafwright.model.record import Key, Record, fault
from leafwright.page_format import HALF_OF, HALVED, EditionPaper, Margins, Millimetres, Shares, TypeSizes


class Edition(Record):
    """A way of printing sheets; what it does not say, each variant says for itself."""

    paper: EditionPaper | None = None
    """The paper, if it is not the clinic's."""
    layout: Key | None = None
    """The layout, in place of the one of each variant."""
    scale: Key | None = None
    """The sizes of type and space, in place of those of each variant."""
    type: TypeSizes | None = None
    """How large text is."""
    leadings: Shares | None = None
    """The shares of the height of a line that are tried until a sheet fits."""
    margins: Margins | None = None
    """The margins of its pages."""
    logo: Millimetres | None = None
    """How high the logo is, in millimetres."""
    pictures: Literal["column", "full-width"] = "column"
    """Whether pictures are as wide as a column or as the page."""
    tables: Literal["grid", "stacked"] = "grid"
    """Whether tables are grids, or stacked: each row a card with its answers one below the other."""
    beside: Literal["source"] | None = None
    """For translations that are printed beside their source."""
    imposed: Literal["two-up"] | None = None
    """Two pages on a side of a second file, to print and to fold."""
    fillable: bool = False
    """Whether lines and boxes to write in are fields, which are filled in on a screen."""
    variants: tuple[VariantKey, ...] = ()
    """The variants that the edition is for, if it is not for all."""
    names: Localised | None = None
    """What it is called, in each language, if no words file says so. Example: {en: Pocket size}"""

    def paper_on(self, paper: Paper) -> EditionPaper:
        """Return the paper of a clinic's sheets in this edition."""
        return self.paper or (HALF_OF[paper] if self.imposed else paper)

    @model_validator(mode="after")
    def _check_folded(self) -> Self:
        if self.imposed and self.paper and self.paper not in HALVED:
            message = f"two pages of {self.paper} are on no paper of an office printer"
            raise fault("bad-value", message, f"write {' or '.join(HALVED)}, or none", at="paper")
        return self
