"""A box to write date, time, place and name in."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

from leafwright.blocks.block import BlockRecord, BlockView
from leafwright.blocks.context import BlockContext, LabelledLine
from leafwright.blocks.traits import LeafletPart


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointmentView(BlockView):
    """The box, and whom to phone about it, if the clinic has a line for that."""

    kind = "appointment"
    wide = True
    role = "booking"
    whole = True
    once = True

    phone: LabelledLine | None

    def telephones(self) -> tuple[LabelledLine, ...]:
        """List the number to phone."""
        return (self.phone,) if self.phone else ()


class Appointment(BlockRecord):
    """A box to write date, time, place and name in."""

    written_in: ClassVar[bool] = True
    leaflet_parts: ClassVar[Iterable[LeafletPart]] = (LeafletPart.APPOINTMENT,)

    kind: Literal["appointment"]

    def view(self, context: BlockContext) -> AppointmentView:
        """Add whom to phone."""
        label, phones = context.words.phrases.appointment.phone, context.clinic.phones
        keys = context.usual_lines(phones.by_day, None)
        lines = (context.phone_line(label, phones.lines[key]) for key in keys)
        phone = next((replace(line, note=None, relay=None) for line in lines), None)
        return AppointmentView(id=self.id, phone=phone)
