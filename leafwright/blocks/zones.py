"""An action plan: zones in order of alarm, each with its signs and what to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, ClassVar, Final, Literal, Self, get_args

from pydantic import Field, model_validator

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import LeafletPart, PassageKind, Role
from leafwright.blocks.warning import EMERGENCY
from leafwright.model.names import LineKeys
from leafwright.model.record import Record, fault
from leafwright.problems import quoted
from leafwright.text import Text

ZoneLevel = Literal["well", "worse", "bad", "emergency"]
ORDER: Final = get_args(ZoneLevel)
"""The levels from calm to alarming."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneView:
    """A zone with the clinic's own numbers."""

    whole: ClassVar[bool] = True

    id: str
    level: ZoneLevel
    name: Text
    about: Text | None
    signs_heading: Text
    signs: tuple[Text, ...]
    measure: Text | None
    do_heading: Text
    do: tuple[Text, ...]
    steps: bool
    numbers: tuple[LabelledLine, ...]

    @property
    def loudest(self) -> LabelledLine | None:
        """The number in the bar: the first one of an emergency."""
        return next(iter(self.numbers), None) if self.level == EMERGENCY else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ZonesView(BlockView):
    """Zones from calm to alarming."""

    kind = "zones"
    role: ClassVar[Role] = "alarm"

    zones: tuple[ZoneView, ...]

    def pieces(self) -> Mapping[str, str]:
        """Name the zones."""
        return {zone.id: f"the zone {quoted(zone.name.plain)} of '{self.id}'" for zone in self.zones}

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers of all zones."""
        return tuple(line for zone in self.zones for line in zone.numbers)


class Zone(Record):
    """One zone of an action plan. The emergency number follows any other lines of an emergency."""

    level: ZoneLevel
    """How bad things are in this zone."""
    name: Annotated[Text, PassageKind.NAME]
    """What the zone is called."""
    about: Annotated[Text | None, PassageKind.MEANING] = None
    """When one is in this zone, in a few words."""
    signs_heading: Annotated[Text | None, PassageKind.NAME] = None
    """Words in place of the usual ones above the signs."""
    signs: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(max_length=10)] = ()
    """What to look out for."""
    measure: Annotated[Text | None, PassageKind.ITEM] = None
    """A sign that is a number, such as a peak flow."""
    do_heading: Annotated[Text | None, PassageKind.NAME] = None
    """Words in place of the usual ones above what to do."""
    do: Annotated[tuple[Text, ...], PassageKind.ITEM, Field(max_length=10)] = ()
    """What to do in this zone."""
    steps: bool = False
    """Whether it is done in the order of the list."""
    lines: LineKeys = ()
    """The clinic's lines to print, by their keys."""

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        ends = self.level == EMERGENCY and EMERGENCY not in self.lines
        return (*self.lines, EMERGENCY) if ends else self.lines

    def view(self, name: str, context: BlockContext) -> ZoneView:
        """Add the missing headings, and whom to phone."""
        words = context.words.phrases.zones
        return ZoneView(
            id=name,
            level=self.level,
            name=self.name,
            about=self.about,
            signs_heading=self.signs_heading or words.signs,
            signs=self.signs,
            measure=self.measure,
            do_heading=self.do_heading or words.do,
            do=self.do,
            steps=self.steps,
            numbers=context.phone_lines(self.line_keys, self),
        )


class Zones(BlockRecord):
    """An action plan of two to four zones, from `well` over `worse` and `bad` to `emergency`.

    Each has its own frame, with a sign of its level, and is never split over pages.
    """

    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.ZONES, LeafletPart.HELP)

    kind: Literal["zones"]
    zones: Annotated[tuple[Zone, ...], Field(min_length=2, max_length=4)]
    """Two to four zones, from the best to the worst."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        for before, zone in pairwise(self.zones):
            if ORDER.index(zone.level) <= ORDER.index(before.level):
                message = f"the zone '{zone.name}' is not more alarming than '{before.name}' above it"
                hint = f"each level may occur once, in the order {', '.join(ORDER)}"
                raise fault("zones-out-of-order", message, hint, at=zone.place)
        return self

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed in any zone."""
        return tuple(key for zone in self.zones for key in zone.line_keys)

    def view(self, context: BlockContext) -> ZonesView:
        """Make each zone as it is printed."""
        numbered = enumerate(self.zones, start=1)
        return ZonesView(
            id=self.id, zones=tuple(zone.view(f"{self.id}-{number}", context) for number, zone in numbered)
        )
