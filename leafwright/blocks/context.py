"""What a block needs to be printed: the clinic's facts, decisions and words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from leafwright.model.block_phrases import Certainty, WarningWords
from leafwright.model.clinic import Clinic
from leafwright.model.lines import PhoneLine
from leafwright.model.localised import in_language, name_in
from leafwright.model.phrases import ContactWords
from leafwright.model.record import Record
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_extension, say_text_relay, unnamed_slot
from leafwright.phrasing.spacing import quote
from leafwright.phrasing.spelling import Speller
from leafwright.problems import ContentError, Place, Problem
from leafwright.tags import Language
from leafwright.text import Citation, Text, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledLine:
    """A label and its text; `address` makes it a link.

    The `extension` of a telephone number is printed after it, or in the next line. Below it are a `note`,
    such as when it is answered, and what to dial for text `relay`. An `urgent` one is for emergencies. What
    is `heard` before it says how it is marked to those who do not see that. What is `repeated` is printed
    once more, and not heard again.
    """

    label: Text
    text: Text
    address: str = ""
    extension: Text | None = None
    note: Text | None = None
    relay: Text | None = None
    urgent: bool = False
    heard: str = ""
    repeated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockContext:
    """A clinic's facts and decisions for one topic, and the words and the spelling of one language.

    `own_advice` has the slots on which the handout gives advice itself, so that the clinic must answer for
    that topic. `page` is the address of the sheet on the web.
    """

    topic: str
    clinic: Clinic
    clinic_file: str
    words: Words
    speller: Speller
    own_advice: Mapping[str, Place] = field(default_factory=dict)
    folds_cards: bool = False
    page: str = ""

    @property
    def mark(self) -> Text:
        """Say whose decisions these are."""
        return fill(self.words.phrases.decision.mark, self.words, clinic=self.clinic.name.plain)

    @property
    def rule(self) -> str:
        """Say whose decision one of these is."""
        return fill(self.words.phrases.decision.rule, self.words, clinic=self.clinic.name.plain).plain

    def picture(self, file: str) -> str:
        """Return the name under which a page loads a picture."""
        return f"handouts/{self.topic}/{file}"

    def phone_line(self, label: Text, line: PhoneLine, *, urgent: bool = False) -> LabelledLine:
        """Write a telephone number of the clinic, with its link, its hours and its text relay."""
        hours = in_language(line.hours or {}, self.words.language)
        return LabelledLine(
            label=label,
            text=phrase(line.number),
            address=line.dials,
            extension=say_extension(line.extension, self.words) if line.extension else None,
            note=self.speller.text(hours) if hours else None,
            relay=say_text_relay(line.text_relay, self.words) if line.text_relay else None,
            urgent=urgent,
        )

    def phone_lines(
        self, keys: Iterable[str], block: Record | None, names: WarningWords | ContactWords | None = None
    ) -> tuple[LabelledLine, ...]:
        """Write the numbers of the clinic's lines, each with its own name or that of its kind.

        `block` has `lines:`; `names` are the words for the three kinds, if not those of a warning.

        Raises ContentError with every line that the clinic does not have, and the lines that it has.
        """
        lines = self.clinic.phones.lines
        if unknown := [key for key in keys if key not in lines]:
            raise ContentError(self._unknown_line(key, block) for key in unknown)
        names = names or self.words.phrases.warning
        return tuple(
            self.phone_line(self._name_of(key, lines[key], names), lines[key], urgent=key == "emergency")
            for key in keys
        )

    def usual_lines(self, keys: tuple[str, ...], block: Record | None) -> tuple[str, ...]:
        """Choose the clinic's own from the lines that a block prints if it names none.

        Raises ContentError if the clinic has none of them, unless no block is given.
        """
        lines = self.clinic.phones.lines
        there = tuple(key for key in keys if key in lines)
        if block and keys and not there:
            raise ContentError([self._unknown_line("' or '".join(keys), block)])
        return there

    def list_evidence(
        self, time_frame: Text, certainty: Certainty, keys: tuple[str, ...]
    ) -> tuple[LabelledLine, ...]:
        """Say when a number is true and how far it can be trusted, with its references if there are any."""
        words = self.words.phrases.risk
        return (
            LabelledLine(label=words.time_frame, text=time_frame),
            LabelledLine(label=words.certainty_label, text=self.cite(words.certainty[certainty], keys)),
        )

    def cite(self, text: Text, keys: tuple[str, ...]) -> Text:
        """Put the references of a number after what it counts, if the clinic prints them."""
        return replace(text, spans=(*text.spans, Citation(keys=keys))) if self.clinic.prints.cited else text

    def decide(self, slots: Iterable[str], place: Place) -> dict[str, LabelledLine]:
        """Look up the clinic's answer to each slot.

        Raises ContentError with every open slot, and the file to edit.
        """
        lines: dict[str, LabelledLine] = {}
        problems: list[Problem] = []
        for slot in slots:
            answer = self._find(slot)
            label = self.words.phrases.decision.slots.get(slot)
            if answer is None:
                problems.append(self._undecided(slot, place))
            elif label is None:
                problems.append(unnamed_slot(slot, self.words))
            else:
                lines[slot] = LabelledLine(label=label, text=self.speller.text(answer), heard=self.rule)
        if problems:
            raise ContentError(problems)
        return lines

    def _name_of(self, key: str, line: PhoneLine, names: WarningWords | ContactWords) -> Text:
        if line.name:
            return quote(name_in(line.name, self.words.language), self.words)
        return {"department": names.department, "out-of-hours": names.out_of_hours}.get(key, names.emergency)

    def _unknown_line(self, key: str, block: Record | None) -> Problem:
        known = tuple(self.clinic.phones.lines)
        named = dict(block.placed("lines")) if block and getattr(block, "lines", None) else {}
        left_out = self.clinic.left_out(f"phones.{key}")
        needed = block.place_of("lines") if block else left_out or self.clinic.place_of("phones")
        near = get_close_matches(key, known, n=1)
        meant = f"did you mean '{near[0]}'? Its" if near else "its"
        there = f"{meant} lines are {', '.join(known)}; " if known else ""
        return Problem(
            place=named.get(key) or needed,
            code="unknown-line",
            message=f"{self.clinic_file} has no line '{key}'" + (f", as {left_out} says" if left_out else ""),
            hint=f"{there}add it below `phones:`, or name another with `lines:`",
        )

    def _find(self, slot: str) -> Text | None:
        """Return the answer for this topic, or the one for all topics."""
        answer = self.clinic.answer(self.topic, slot, shared=slot not in self.own_advice)
        return in_language(answer or {}, self.words.language)

    def _undecided(self, slot: str, place: Place) -> Problem:
        """Report an open slot, what asks for it, and the file and lines to write."""
        where = f"{place.file}:{place.line}"
        message = f"the decision '{slot}' is not made for {self.words.language}, and {where} asks for it"
        if advice := self.own_advice.get(slot):
            message += f"; line {advice.line} also gives advice on it, which a general answer may contradict"
        return Problem(
            place=self._place_of_answers(slot),
            code="missing-decision",
            message=message,
            hint=self._how_to_decide(slot, Language(self.words.language).base),
        )

    def _place_of_answers(self, slot: str) -> Place:
        """Return where an answer is to be written: beside the other languages, or in the clinic's file."""
        written = self.clinic.decisions.get(slot, {}) if slot not in self.own_advice else {}
        places = [text.place for text in written.values() if text.place]
        place = places[0] if places else self.clinic.place_of("decisions")
        return place if places or place.file == self.clinic_file else self.clinic.place

    def _how_to_decide(self, slot: str, language: str) -> str:
        files, answers = self.clinic_file, self.clinic.place_of("decisions").file
        if answers not in {files, self.clinic.place.file}:
            files += f", or to {answers} for all its sites"
        if slot in self.own_advice:
            line = f"{self.topic}: {{{slot}: {{{language}: ...}}}}"
            return f"answer for this topic: add to {files}, below `decisions-for:`, `{line}`"
        if slot in self.clinic.decisions:
            file = self._place_of_answers(slot).file
            return f"add `{language}: ...` to {file}, below the `{slot}:` that is there"
        return f"add to {files}, below `decisions:`, `{slot}: {{{language}: ...}}`"
