"""What to watch for and what to do, with the clinic's numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import LeafletPart, PassageKind, Role
from leafwright.model.phrases import Level
from leafwright.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningView(BlockView):
    """A warning with the clinic's own numbers."""

    kind = "warning"
    role: ClassVar[Role] = "alarm"

    level: Level
    label: Text
    heading: Text
    lead: Text | None
    signs: tuple[Text, ...]
    action: Text
    numbers: tuple[LabelledLine, ...]

    @property
    def whole(self) -> bool:  # type: ignore[override]  # advice may be long; it is no alarm
        """Tell whether it is read in one look."""
        return self.level != "advice"

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the numbers to ring."""
        return self.numbers


class Warning(BlockRecord):  # noqa: A001  # the field's own term
    """What to watch for and what to do, at one of three levels; the clinic's number is printed with it."""

    kind: Literal["warning"]
    level: Level
    heading: Annotated[Text, PassageKind.HEADING]
    lead: Annotated[Text | None, PassageKind.LEAD] = None
    signs: Annotated[tuple[Text, ...], PassageKind.ITEM] = ()
    action: Annotated[Text, PassageKind.ADVICE]

    def view(self, context: BlockContext) -> WarningView:
        """Name the level, and add whom to ring at it."""
        return WarningView(
            id=self.id,
            level=self.level,
            label=context.words.phrases.warning.levels[self.level],
            heading=self.heading,
            lead=self.lead,
            signs=self.signs,
            action=self.action,
            numbers=self._numbers(context),
        )

    def _numbers(self, context: BlockContext) -> tuple[LabelledLine, ...]:
        words, phones = context.words.phrases.warning, context.clinic.phones
        match self.level:
            case "call":
                return (
                    context.phone_line(words.department, phones.department),
                    context.phone_line(words.out_of_hours, phones.out_of_hours),
                )
            case "emergency":
                return (context.phone_line(words.emergency, phones.emergency),)
        return ()

    def leaflet_parts(self) -> Iterable[LeafletPart]:
        """Say what is usual, or when to get help."""
        return (LeafletPart.EXPECT if self.level == "advice" else LeafletPart.HELP,)
