"""What a block is printed with: the clinic's facts, decisions and words, put in their places."""

from collections.abc import Iterable
from dataclasses import dataclass

from leafwright.blocks.answers import Answers
from leafwright.model.clinic import Clinic, PhoneLine, in_language, name_in
from leafwright.model.words import Words
from leafwright.phrasing.missing import unnamed_slot
from leafwright.phrasing.phrases import fill, say_extension
from leafwright.phrasing.spelling import Speller
from leafwright.problems import ContentError, Place, Problem
from leafwright.text import Text, curl, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledLine:
    """A label and what it stands for; `address` makes it a link.

    Of a telephone number the `extension` is printed behind it, or in the next line.
    """

    label: Text
    text: Text
    address: str = ""
    extension: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockContext:
    """One clinic's answers for one topic, and the words and the spelling of one language."""

    answers: Answers
    words: Words
    speller: Speller

    @property
    def clinic(self) -> Clinic:
        """The clinic that prints the block."""
        return self.answers.clinic

    @property
    def cited(self) -> bool:
        """Tell whether the clinic prints where its information comes from, rather than on request."""
        return self.clinic.prints.references != "on-request"

    @property
    def mark(self) -> Text:
        """Say whose decisions they are."""
        return fill(self.words.phrases.decision.mark, self.words, clinic=self.clinic.name.plain)

    def phone_line(self, label: Text, line: PhoneLine) -> LabelledLine:
        """Write a telephone number of the clinic, with its link and its hours."""
        hours = in_language(line.hours or {}, self.words.language)
        return LabelledLine(
            label=label,
            text=phrase(line.number),
            address=line.dials,
            extension=say_extension(line.extension, self.words) if line.extension else None,
            note=self.speller.text(hours) if hours else None,
        )

    def phone_lines(self, keys: Iterable[str], asked: Place) -> tuple[LabelledLine, ...]:
        """Write the numbers of the clinic's lines, each under its own name, or the one its kind has.

        Raises ContentError naming every line that the clinic does not have, and the lines that it has.
        """
        lines = self.clinic.phones.lines
        if unknown := [key for key in keys if key not in lines]:
            raise ContentError(self._unknown_line(key, asked) for key in unknown)
        return tuple(self.phone_line(self._name_of(key, lines[key]), lines[key]) for key in keys)

    def _name_of(self, key: str, line: PhoneLine) -> Text:
        if line.name:
            return curl(name_in(line.name, self.words.language))
        words = self.words.phrases.warning
        return {"department": words.department, "out-of-hours": words.out_of_hours}.get(key, words.emergency)

    def _unknown_line(self, key: str, asked: Place) -> Problem:
        known = ", ".join(self.clinic.phones.lines)
        return Problem(
            place=asked,
            code="unknown-line",
            message=f"{self.answers.clinic_file} has no line '{key}'",
            hint=f"its lines are {known}; add it below `phones:`, or name another",
        )

    def decide(self, slots: Iterable[str], asked: Place) -> dict[str, LabelledLine]:
        """Look up the clinic's answer to each slot.

        Raises ContentError naming every slot that is open, and the file to edit.
        """
        lines: dict[str, LabelledLine] = {}
        problems: list[Problem] = []
        for slot in slots:
            answer = self.answers.find(slot, self.words.language)
            label = self.words.phrases.decision.slots.get(slot)
            if answer is None:
                problems.append(self.answers.tell_open(slot, self.words.language, asked))
            elif label is None:
                problems.append(unnamed_slot(slot, self.words))
            else:
                lines[slot] = LabelledLine(label=label, text=self.speller.text(answer))
        if problems:
            raise ContentError(problems)
        return lines
