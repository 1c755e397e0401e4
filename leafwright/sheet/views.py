"""Blocks as a template prints them: the clinic's numbers, decisions and addresses put in their places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import segno

from leafwright.blocks.comparison import Comparison, Option, Row
from leafwright.blocks.contacts import Contacts
from leafwright.blocks.decisions import Decisions
from leafwright.blocks.difference import Difference
from leafwright.blocks.kinds import Block
from leafwright.blocks.picture import Picture
from leafwright.blocks.qr import QR
from leafwright.blocks.risk import Risk
from leafwright.blocks.timeline import Timeline
from leafwright.blocks.warning import Warning as WarningBlock
from leafwright.model.clinic import Clinic, PhoneLine, in_language, name_in
from leafwright.model.record import is_blank
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_extension, say_number
from leafwright.phrasing.spelling import Speller
from leafwright.problems import ContentError, Place, Problem
from leafwright.sheet import record as view
from leafwright.sheet.answers import Answers
from leafwright.sheet.missing import unnamed_slot
from leafwright.sheet.risk import view_difference, view_risk
from leafwright.text import Text, curl, phrase

QUIET_ZONE: Final = 4
"""Modules of white around a code. Source: ISO/IEC 18004."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Turns blocks into what is printed for one clinic in one language; only citations stay unnumbered.

    `spoken` are the decisions that the sheet speaks of itself, and where.
    """

    topic: str
    clinic: Clinic
    clinic_file: str
    words: Words
    speller: Speller
    spoken: Mapping[str, Place] = field(default_factory=dict)

    def show(self, block: Block) -> object:
        """Spell a block and put the clinic's facts in.

        Raises ContentError for what the clinic has not decided.
        """
        spelled = self.speller.below(block)
        shown: object = spelled
        match spelled:
            case WarningBlock():
                shown = self._warning(spelled)
            case Risk():
                shown = view_risk(spelled, self.words, cited=self._cited)
            case Difference():
                shown = view_difference(spelled, self.words, cited=self._cited)
            case Comparison():
                shown = self._comparison(spelled)
            case Timeline():
                shown = self._timeline(spelled)
            case Decisions():
                shown = self._decisions(spelled)
            case Contacts():
                shown = self.contacts(spelled.id)
            case Picture():
                shown = self._picture(spelled)
            case QR():
                shown = view_code(spelled)
        return shown

    def contacts(self, name: str) -> view.ContactsView:
        """Make the contact card."""
        words, clinic, phones = self.words.phrases.contact, self.clinic, self.clinic.phones
        web, mail = phrase(shown_address(clinic.web)), phrase(clinic.email)
        return view.ContactsView(
            kind="contacts",
            id=name,
            name=curl(name_in(clinic.department, self.words.language)),
            address=tuple(map(curl, clinic.address)),
            phones=(
                self._phone(words.department, phones.department),
                self._phone(words.out_of_hours, phones.out_of_hours),
                self._phone(words.emergency, phones.emergency),
            ),
            lines=(
                view.LabelledLine(label=words.email, text=mail, address=link_to(clinic.email, "mailto:")),
                view.LabelledLine(label=words.web, text=web, address=link_to(clinic.web)),
            ),
        )

    @property
    def _cited(self) -> bool:
        return self.clinic.prints.references != "on-request"

    def _phone(self, label: Text, line: PhoneLine) -> view.LabelledLine:
        hours = in_language(line.hours or {}, self.words.language)
        return view.LabelledLine(
            label=label,
            text=phrase(line.number),
            address=line.dials,
            extension=say_extension(line.extension, self.words) if line.extension else None,
            note=self.speller.text(hours) if hours else None,
        )

    def _warning(self, warning: WarningBlock) -> view.WarningView:
        words, phones = self.words.phrases.warning, self.clinic.phones
        numbers: tuple[view.LabelledLine, ...] = ()
        match warning.level:
            case "call":
                numbers = (
                    self._phone(words.department, phones.department),
                    self._phone(words.out_of_hours, phones.out_of_hours),
                )
            case "emergency":
                numbers = (self._phone(words.emergency, phones.emergency),)
        return view.WarningView(
            kind="warning",
            id=warning.id,
            level=warning.level,
            label=words.levels[warning.level],
            heading=warning.heading,
            lead=warning.lead,
            signs=warning.signs,
            action=warning.action,
            numbers=numbers,
        )

    def _comparison(self, comparison: Comparison) -> view.ComparisonView:
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

    def _cell(self, option: Option, row: Row) -> view.Cell:
        answer = row.answers[option.id]
        figure = None
        if answer.n is not None and row.of is not None:
            n, of = say_number(answer.n, self.words), say_number(row.of, self.words)
            figure = fill(self.words.phrases.risk.figure, self.words, n=n, of=of)
        return view.Cell(option=option.name, text=answer.text, figure=figure)

    def _timeline(self, timeline: Timeline) -> view.TimelineView:
        answers = self._decide(
            chain.from_iterable(event.decisions for event in timeline.events), timeline.place
        )
        events = tuple(
            view.EventView(
                id=f"{timeline.id}-{index}",
                when=event.when,
                items=event.items,
                decisions=tuple(answers[slot] for slot in event.decisions),
            )
            for index, event in enumerate(timeline.events, start=1)
        )
        mark = self._mark() if answers else None
        return view.TimelineView(kind="timeline", id=timeline.id, events=events, mark=mark)

    def _decisions(self, decisions: Decisions) -> view.DecisionsView:
        answers = self._decide(decisions.slots, decisions.place)
        lines = tuple(answers[slot] for slot in decisions.slots)
        return view.DecisionsView(kind="decisions", id=decisions.id, mark=self._mark(), lines=lines)

    def _picture(self, picture: Picture) -> view.PictureView:
        return view.PictureView(
            kind="picture",
            id=picture.id,
            source=f"handouts/{self.topic}/{picture.file}",
            alt=picture.alt.plain,
            caption=picture.caption,
        )

    def _mark(self) -> Text:
        """Say whose decisions they are."""
        return fill(self.words.phrases.decision.mark, self.words, clinic=self.clinic.name.plain)

    def _decide(self, slots: Iterable[str], asked: Place) -> dict[str, view.LabelledLine]:
        """Look up the clinic's answer to each slot.

        Raises ContentError naming every slot that is open, and the file to edit.
        """
        lines: dict[str, view.LabelledLine] = {}
        problems: list[Problem] = []
        answers = Answers(
            clinic=self.clinic, clinic_file=self.clinic_file, topic=self.topic, spoken=self.spoken
        )
        for slot in slots:
            answer = answers.find(slot, self.words.language)
            label = self.words.phrases.decision.slots.get(slot)
            if answer is None:
                problems.append(answers.tell_open(slot, self.words.language, asked))
            elif label is None:
                problems.append(unnamed_slot(slot, self.words))
            else:
                lines[slot] = view.LabelledLine(label=label, text=self.speller.text(answer))
        if problems:
            raise ContentError(problems)
        return lines


def view_code(code: QR) -> view.QRView:
    """Draw a QR code of error level Q, quiet zone included."""
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


def link_to(value: str, scheme: str = "") -> str:
    """Return the address of a link; nothing leads where only words in brackets hold the place."""
    return "" if is_blank(value) else f"{scheme}{value}"


def shown_address(address: str) -> str:
    """Shorten a web address to what a person types."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
