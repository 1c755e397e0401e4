"""An edition: a way of printing sheets of any kind, such as large print or a booklet."""

from typing import Literal, Self

from pydantic import model_validator

from leafwright.model.clinic import Paper
from leafwright.model.localised import Localised
from leafwright.model.record import Key, Record, fault
from leafwright.page_format import HALF_OF, HALVED, EditionPaper, Margins, Millimetres, Shares, TypeSizes


class Edition(Record):
    """A way of printing sheets; what it does not say, each variant says for itself.

    With `beside: source` it is for translations, which are printed beside their source. `tables` may be
    `stacked`: each row is a card with its answers one below the other. A booklet is `imposed`: it
    has half the clinic's paper, and a second file to print and fold. An edition that names `variants` is only
    for those.
    """

    paper: EditionPaper | None = None
    layout: Key | None = None
    scale: Key | None = None
    type: TypeSizes | None = None
    leadings: Shares | None = None
    margins: Margins | None = None
    logo: Millimetres | None = None
    pictures: Literal["column", "full-width"] = "column"
    tables: Literal["grid", "stacked"] = "grid"
    beside: Literal["source"] | None = None
    imposed: Literal["two-up"] | None = None
    variants: tuple[Key, ...] = ()
    names: Localised | None = None

    def paper_on(self, paper: Paper) -> EditionPaper:
        """Return the paper of a clinic's sheets in this edition."""
        return self.paper or (HALF_OF[paper] if self.imposed else paper)

    @model_validator(mode="after")
    def _check_folded(self) -> Self:
        if self.imposed and self.paper and self.paper not in HALVED:
            message = f"two pages of {self.paper} are on no paper of an office printer"
            raise fault("bad-value", message, f"write {' or '.join(HALVED)}, or none", at="paper")
        return self
