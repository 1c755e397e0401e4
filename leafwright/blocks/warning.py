"""What to watch for and what to do, with the clinic's numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import LeafletPart, PassageKind
from leafwright.model.block_phrases import Level
from leafwright.model.names import LineKeys
from leafwright.text import Text

EMERGENCY: Final = "emergency"
"""The highest level, and the key of the line to phone then."""
LINES: Final[Mapping[Level, tuple[str, ...]]] = {
    "call": ("department", "out-of-hours"),
    "today": ("department", "out-of-hours"),
    "emergency": (EMERGENCY,),
}
"""The lines of a clinic that a level prints, if the warning names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView(BlockView):
    """A warning with the clinic's own numbers; it has no heading if that of its section says the same."""

    kind = "warning"
    role = "alarm"

    level: Level
    label: Text
    heading: Text | None
    lead: Text | None
    signs: tuple[Text, ...]
    action: Text
    numbers: tuple[LabelledLine, ...]

    @property
    def whole(self) -> bool:
        """Whether it must be seen as a whole."""
        return self.level != "advice"

    @property
    def unrolls(self) -> bool:
        """Whether it may go on overleaf; nobody may see what to phone about without the number."""
        return self.level == "see" and not self.numbers

    @property
    def wide(self) -> bool:
        """Whether it takes the whole width of the page."""
        return self.level == EMERGENCY or bool(self.numbers)

    @property
    def expendable(self) -> bool:
        """Whether it says only what is good to know."""
        return self.level == "advice"

    @property
    def is_panel(self) -> bool:
        """Whether it says the heading of its section in its bar, also in two languages."""
        return self.level == EMERGENCY and self.heading is None

    @property
    def first_is_largest(self) -> bool:
        """Whether another line than the emergency number comes first in an emergency."""
        return self.level == EMERGENCY and len(self.numbers) > 1

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers to phone."""
        return self.numbers


class WarningBlock(BlockRecord):
    """What to watch for and what to do, at one of five levels, with the clinic's numbers.

    `emergency` always prints the emergency number, also after other lines. `call` and `today` need the
    clinic's line for the day or out of hours, if no other lines are named.
    """

    kind: Literal["warning"]
    level: Level
    """How urgent it is. `call` and `today` print the clinic's lines, `emergency` its emergency number."""
    label: Annotated[Text | None, PassageKind.NAME] = None
    """Words in place of the level's own."""
    heading: Annotated[Text, PassageKind.HEADING]
    """What to watch for, in a few words."""
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    """The words before the signs."""
    signs: Annotated[tuple[Text, ...], PassageKind.ITEM] = ()
    """What to look out for."""
    action: Annotated[Text, PassageKind.ADVICE]
    """What to do."""
    lines: LineKeys | None = None
    """The clinic's lines to print, by their keys, in place of the usual ones. An empty list prints none."""

    @property
    def line_keys(self) -> tuple[str, ...]:
        """The lines of the clinic that are printed."""
        if self.lines is None:
            return LINES.get(self.level, ())
        keys = self.lines
        return (*keys, EMERGENCY) if self.level == EMERGENCY and keys and EMERGENCY not in keys else keys

    def view(self, context: BlockContext) -> WarningView:
        """Name the level, and add whom to phone."""
        keys = self.line_keys if self.lines else context.usual_lines(self.line_keys, self)
        return WarningView(
            id=self.id,
            level=self.level,
            label=self.label or context.words.phrases.warning.levels[self.level],
            heading=self.heading,
            lead=self.lead,
            signs=self.signs,
            action=self.action,
            numbers=context.phone_lines(keys, self),
        )

    @property
    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """Say whether it is about what is usual, or about when to get help."""
        return (LeafletPart.EXPECT if self.level == "advice" else LeafletPart.HELP,)
