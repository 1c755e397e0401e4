"""Blocks as a template prints them: the clinic's numbers, decisions and addresses put in their places."""

from collections.abc import Iterable
from dataclasses import dataclass

import segno

from leafwright.model import blocks
from leafwright.model.clinic import Clinic, Phone, in_language
from leafwright.model.words import Words
from leafwright.problems import ContentError, Place, Problem
from leafwright.sheet import record as view
from leafwright.sheet.phrases import fill, say_number
from leafwright.sheet.risk import view_difference, view_risk
from leafwright.sheet.settle import Settler
from leafwright.text import Text, phrase

QUIET_ZONE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Turns settled blocks into what is printed for one clinic in one language."""

    topic: str
    language: str
    clinic: Clinic
    clinic_file: str
    words: Words
    settler: Settler
    cited: bool

    def show(self, block: blocks.Block) -> object:
        """Settle a block and put the clinic's facts in."""
        settled = self.settler.record(block)
        match settled:
            case blocks.Warning():
                return self._warning(settled)
            case blocks.Risk():
                return view_risk(settled, self.words, self._numbers(settled))
            case blocks.Difference():
                return view_difference(settled, self.words, self._numbers(settled))
            case blocks.Comparison():
                return self._comparison(settled)
            case blocks.Timeline():
                return self._timeline(settled)
            case blocks.Decisions():
                lines = self.decisions(settled.slots, settled.place)
                return view.DecisionsView(kind="decisions", id=settled.id, mark=self.mark(), lines=lines)
            case blocks.Contacts():
                return self.contacts(settled.id)
            case blocks.Picture():
                source = f"handouts/{self.topic}/{settled.file}"
                return view.PictureView(
                    kind="picture", id=settled.id, source=source, alt=settled.alt.plain, caption=settled.caption
                )
            case blocks.QR():
                return view_code(settled)
        return settled

    def mark(self) -> Text:
        """Say whose decision it is."""
        return fill(self.words.phrases.decision.mark, clinic=self.clinic.name.plain)

    def decisions(self, slots: Iterable[str], place: Place) -> tuple[view.Line, ...]:
        """Look up the clinic's answer to each slot.

        Raises ContentError naming the slot and the file to edit when the clinic has not decided.
        """
        lines: list[view.Line] = []
        problems: list[Problem] = []
        for slot in slots:
            answer = in_language(self.clinic.decisions.get(slot, {}), self.language)
            label = self.words.phrases.decision.slots.get(slot)
            if answer is None:
                problems.append(self._undecided(slot, place))
            elif label is None:
                problems.append(self._unnamed(slot))
            else:
                lines.append(view.Line(label=label, text=self.settler.record(answer)))
        if problems:
            raise ContentError(problems)
        return tuple(lines)

    def contacts(self, name: str) -> view.ContactsView:
        """Make the contact card."""
        words, phones = self.words.phrases.contact, self.clinic.phones
        return view.ContactsView(
            kind="contacts",
            id=name,
            name=self.clinic.department,
            address=self.clinic.address,
            phones=(
                self._phone(words.department, phones.department),
                self._phone(words.out_of_hours, phones.out_of_hours),
                self._phone(words.emergency, phones.emergency),
            ),
            lines=(
                view.Line(
                    label=words.email, text=phrase(self.clinic.email), address=f"mailto:{self.clinic.email}"
                ),
                view.Line(label=words.web, text=phrase(shown_address(self.clinic.web)), address=self.clinic.web),
            ),
        )

    def _numbers(self, block: blocks.Risk | blocks.Difference) -> tuple[int, ...]:
        numbers = self.settler.numbers(block.source)
        return numbers if self.cited else ()

    def _phone(self, label: Text, phone: Phone) -> view.Line:
        hours = in_language(phone.hours or {}, self.language)
        digits = "".join(sign for sign in phone.number if sign.isdigit() or sign == "+")
        return view.Line(label=label, text=phrase(phone.number), address=f"tel:{digits}", note=hours)

    def _warning(self, warning: blocks.Warning) -> view.WarningView:
        words, phones = self.words.phrases.warning, self.clinic.phones
        by_level = {
            "advice": (),
            "call": (
                self._phone(words.department, phones.department),
                self._phone(words.out_of_hours, phones.out_of_hours),
            ),
            "emergency": (self._phone(words.emergency, phones.emergency),),
        }
        return view.WarningView(
            kind="warning",
            id=warning.id,
            level=warning.level,
            label=words.levels[warning.level],
            heading=warning.heading,
            lead=warning.lead,
            signs=warning.signs,
            action=warning.action,
            numbers=by_level[warning.level],
        )

    def _comparison(self, comparison: blocks.Comparison) -> view.ComparisonView:
        options = comparison.options
        rows = tuple(
            view.RowView(
                id=f"{comparison.id}-row-{index}",
                question=row.question,
                cells=tuple(self._cell(option, row) for option in options),
            )
            for index, row in enumerate(comparison.rows, start=1)
        )
        heads = tuple(view.OptionView(name=option.name, definition=option.definition) for option in options)
        return view.ComparisonView(
            kind="comparison", id=comparison.id, options=heads, rows=rows, matters=comparison.matters
        )

    def _cell(self, option: blocks.Option, row: blocks.Row) -> view.Cell:
        answer = row.answers[option.id]
        figure = None
        if answer.n is not None and row.of is not None:
            n, of = say_number(answer.n, self.words), say_number(row.of, self.words)
            figure = fill(self.words.phrases.risk.figure, n=n, of=of)
        return view.Cell(option=option.name, text=answer.text, figure=figure)

    def _timeline(self, timeline: blocks.Timeline) -> view.TimelineView:
        events = tuple(
            view.EventView(
                id=f"{timeline.id}-{index}",
                when=event.when,
                items=event.items,
                decisions=self.decisions(event.decisions, timeline.place),
            )
            for index, event in enumerate(timeline.events, start=1)
        )
        mark = self.mark() if any(event.decisions for event in events) else None
        return view.TimelineView(kind="timeline", id=timeline.id, events=events, mark=mark)

    def _undecided(self, slot: str, asked: Place) -> Problem:
        message = f"the decision '{slot}' is not made for {self.language}, and {asked.file}:{asked.line} asks for it"
        base = self.language.partition("-")[0]
        hint = f"add to {self.clinic_file}, below `decisions:`, `{slot}: {{{base}: ...}}`"
        place = self.clinic.place_of("decisions")
        return Problem(place=place, code="missing-decision", message=message, hint=hint)

    def _unnamed(self, slot: str) -> Problem:
        message = f"the decision '{slot}' has no name in {self.language}"
        hint = f"add `{slot}:` to phrases, decision, slots"
        place = self.words.phrases.decision.place_of("slots")
        return Problem(place=place, code="missing-phrase", message=message, hint=hint)


def view_code(code: blocks.QR) -> view.QRView:
    """Draw a QR code of error level Q with a quiet zone of four modules.

    Source: ISO/IEC 18004 for the quiet zone.
    """
    matrix = segno.make(code.address, error="q", boost_error=False, micro=False).matrix
    path = "".join(
        f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h1v1h-1z"
        for y, line in enumerate(matrix)
        for x, dark in enumerate(line)
        if dark
    )
    return view.QRView(
        kind="qr",
        id=code.id,
        label=code.label,
        address=code.address,
        shown=phrase(shown_address(code.address)),
        size=len(matrix) + 2 * QUIET_ZONE,
        path=path,
    )


def shown_address(address: str) -> str:
    """Shorten a web address to what a person types."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
