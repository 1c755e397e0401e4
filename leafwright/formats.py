"""Variants and editions as records, and the format of a sheet that they give.

A variant is a kind of sheet: what it is for and how it is laid out. An edition is how sheets of any kind are
printed. Each is a file below `templates/`, whose name is its name.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.edition import Edition
from leafwright.handout import Handout, VariantContent
from leafwright.model.localised import Localised
from leafwright.model.look import Look
from leafwright.model.prints import Paper, Prints
from leafwright.model.record import Key, Record, fault
from leafwright.page_format import (
    LEADINGS,
    LEAF,
    SPACES,
    WIDTHS,
    Control,
    EditionPaper,
    Format,
    Limit,
    Margins,
    Millimetres,
    Order,
    Shares,
    TypeSizes,
)

Demand = Literal[
    "benefits",
    "risks",
    "alternatives",
    "no-treatment",
    "questions",
    "aftercare",
    "help",
    "sources",
    "matters",
    "appointment",
    "bring",
    "expect",
    "choice",
    "numbers",
    "doses",
    "missed-dose",
    "zones",
    "exercises",
    "rows",
    "signatures",
    "audience",
    "glance",
    "warning-to-call",
    "warning-of-emergency",
    "department-number",
    "out-of-hours-number",
    "emergency-number",
]
"""What a sheet of a variant must hold: parts of a leaflet, what is at its top, warnings of a level, or the
clinic's numbers."""
HandoutKind = Literal["planned-procedure", "choice"]
"""The kinds of handouts that rules know: see rules/kinds.yaml."""


def _on_any_paper(value: Any) -> Any:
    return dict.fromkeys(WIDTHS, value) if isinstance(value, str | int) else value


Pages = Annotated[int, Field(ge=1, le=99)]
PagesByPaper = Annotated[
    dict[EditionPaper, Pages], BeforeValidator(_on_any_paper, json_schema_input_type=int | dict[str, int])
]
"""How many pages a sheet may have, by paper; a plain number applies to any paper."""


class OtherLayout(Record):
    """What a variant changes if an edition sets a layout in place of its own."""

    layout: Key | None = None
    """The layout in place of the edition's. Example: single-column"""
    order: Order | None = None
    """The order of its sections."""
    pages: PagesByPaper = Field(default_factory=dict)
    """How many pages it may have, on any paper or on each."""
    strip: bool = False
    """Whether the clinic's numbers are in a strip on page 1, if they are not in the variant's own layout."""


class Variant(Record):
    """A kind of sheet."""

    layout: Key = "plain"
    """Its style and its template."""
    layouts: dict[Key, OtherLayout] = Field(default_factory=dict)
    """What changes if an edition sets a layout. Example: {single-column: {pages: 4}}"""
    scale: Key = "roomy"
    """Its sizes of type and space."""
    whole: bool = False
    """Whether it opens like the handout, with its `audience` and `glance`."""
    strip: bool = False
    """Whether the numbers of its contact card are in a strip on page 1."""
    order: Order = "as-written"
    """The order of its sections."""
    control: Control = "full"
    """How much of the document control is printed."""
    pages: PagesByPaper = Field(default_factory=dict)
    """How many pages it may have, on any paper or on each."""
    spaces: Shares = SPACES
    """The shares of space that are tried until a sheet fits. A share above 1 stretches it."""
    leadings: Shares = LEADINGS
    """The shares of the height of a line that are tried until a sheet fits."""
    type: TypeSizes = TypeSizes()
    """How large text is."""
    margins: Margins = Margins()
    """The margins of its pages."""
    landscape_from: Annotated[int, Field(ge=2)] | None = None
    """A block with as many columns turns the paper."""
    logo: Millimetres = 14
    """How high the logo is, in millimetres."""
    sentence: Annotated[int, Field(ge=5, le=60)] | None = None
    """The most words that a sentence may have."""
    pictured: bool = False
    """Whether each idea has a picture."""
    untested: bool = False
    """Whether it says that readers have not tested it, unless the handout says they have."""
    must_hold: tuple[Demand, ...] = ()
    """What each of its sheets must hold."""
    of_kind: dict[HandoutKind, tuple[Demand, ...]] = Field(default_factory=dict)
    """What sheets must hold in handouts of one kind only. Example: {choice: [benefits, risks]}"""
    names: Localised | None = None
    """What it is called, in each language, if no words file says so.

    Example: {en: Information for carers}
    """

    @model_validator(mode="after")
    def _check_shares(self) -> Self:
        for name in ("spaces", "leadings"):
            shares = getattr(self, name)
            if list(shares) != sorted(set(shares), reverse=True):
                hint = "write each share smaller than the one before"
                raise fault("bad-sizes", f"the shares of '{name}' do not go down", hint, at=name)
        return self


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The variants, editions and looks of a workspace, by name."""

    variants: Mapping[str, Variant]
    editions: Mapping[str, Edition]
    looks: Mapping[str, Look] = field(default_factory=dict)

    def variant_of(self, handout: Handout, name: str) -> Variant:
        """Find the record of a sheet's variant in a handout; an unknown one requires nothing."""
        return self.variants.get(handout.kind_of(name), Variant())

    def logos_of(self, prints: Prints) -> Iterator[float]:
        """Go through the heights of the logo, in millimetres, on the sheets that a clinic may print."""
        for variant in map(self.variants.get, prints.variants):
            for edition in map(self.editions.get, prints.editions):
                if variant and edition:
                    yield edition.logo or variant.logo

    def settle(self, variant: str, edition: str, paper: Paper, sheet: VariantContent | None = None) -> Format:
        """Return how a clinic that prints on `paper` prints sheets of a variant in an edition.

        A `sheet` of a handout may have its own `pages` instead of the variant's number. Neither is a limit if
        the edition sets another layout. Raises KeyError for a name that does not exist.
        """
        kind, printed = self.variants[variant], self.editions[edition]
        own, on = printed.layout is None, printed.paper_on(paper)
        other = kind.layouts.get(printed.layout or "", OtherLayout())
        layout = other.layout or printed.layout or kind.layout
        limit = _limit(kind, None if own else other, sheet, on)
        return Format(
            templates=_templates(variant, layout, own=own),
            layout=layout,
            scale=printed.scale or kind.scale,
            whole=kind.whole,
            strip=kind.strip or other.strip,
            order=other.order or kind.order,
            control=kind.control,
            stacked=printed.tables == "stacked",
            paper=on,
            margins=printed.margins or kind.margins,
            type=printed.type or kind.type,
            untested=kind.untested,
            emergencies="emergency-number" in kind.must_hold,
            limit=_tried(limit, kind, printed),
            imposed=printed.imposed is not None,
            fillable=printed.fillable,
            logo=printed.logo or kind.logo,
            full_width=printed.pictures == "full-width",
            landscape_from=None if printed.tables == "stacked" else kind.landscape_from,
        )


def _limit(
    kind: Variant, other: OtherLayout | None, sheet: VariantContent | None, paper: EditionPaper
) -> Limit:
    """Return how many pages a sheet may take, and which record says so; an `other` layout goes first."""
    setter: Record = kind
    pages = kind.pages.get(paper)
    if other is not None:
        setter, pages = other, other.pages.get(paper)
    elif sheet and sheet.pages:
        setter, pages = sheet, sheet.pages
    return Limit(
        pages=pages,
        place=setter.place_of("pages"),
        raised=setter is kind,
        listed=sheet is not None and not sheet.model_fields_set,
    )


def _tried(limit: Limit, kind: Variant, printed: Edition) -> Limit:
    """Add the shares that are tried to a limit; only the variant's own layout is stretched."""
    sizes, leadings = printed.type or kind.type, printed.leadings or kind.leadings
    full = kind.spaces if printed.layout is None else tuple(share for share in kind.spaces if share <= 1)
    spaces = full or kind.spaces
    fewest = LEAF if printed.imposed else 1
    least = sizes.least / sizes.body
    return replace(limit, least_type=least, spaces=spaces, leadings=leadings, multiple=fewest)


def _templates(variant: str, layout: str, *, own: bool) -> tuple[str, ...]:
    """Name the templates of a sheet in order: its variant's first, unless an edition sets the layout."""
    names = [f"variants/{variant}.html", f"layouts/{layout}.html"]
    return (*(names if own else reversed(names)), "page.html")
