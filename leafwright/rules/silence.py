"""Silences: which findings an author has answered, and which silences answer nothing."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from leafwright.blocks.block import BlockRecord
from leafwright.handout import Handout, Section
from leafwright.model.reference import Reference
from leafwright.model.silence import Silence
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.problems import Place, Problem, Severity
from leafwright.rules.profile import unknown_rule
from leafwright.rules.rule import find_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A silence and what it is for: its file from `start` to before `end`; without them, the handout."""

    silence: Silence
    start: Place | None = None
    end: Place | None = None

    def covers(self, problem: Problem) -> bool:
        """Tell whether a problem is silenced, be it in the handout's file, its references or its sheets."""
        if problem.code != self.silence.rule:
            return False
        if self.start is None:
            return True
        within = self.end is None or problem.place < self.end
        return problem.place.file == self.start.file and self.start <= problem.place and within


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What the rules in `run` found and no silence covers, and where the silences stand that covered some."""

    left: tuple[Problem, ...]
    used: frozenset[Place]
    run: frozenset[str]


def scopes_of(handout: Handout) -> tuple[Scope, ...]:
    """Collect the silences of a handout, its sections and its blocks, each with its stretch of the file."""
    top = [handout.place_of(name) for name in type(handout).model_fields]
    sections = [section.place for section in handout.sections]
    parts = [section.place_of(name) for section in handout.sections for name in type(section).model_fields]
    blocks = [block.place for block in handout.blocks()]
    anywhere = [*top, *sections, *parts, *blocks]
    scopes = [Scope(silence=silence) for silence in handout.silence]
    for section in handout.sections:
        scopes += _stretch(section, [*top, *sections])
        for block in section.blocks:
            scopes += _stretch(block, anywhere)
    return tuple(scopes)


def scopes_of_parts(translation: Translation) -> dict[str, tuple[Scope, ...]]:
    """Collect the silences of a translation by its parts, each with its stretch of the file."""
    top = [translation.place_of(name) for name in type(translation).model_fields]
    places = [*top, *(part.place for part in translation.parts.values())]
    return {name: tuple(_stretch(part, places)) for name, part in translation.parts.items()}


def scopes_of_references(references: Iterable[Reference]) -> tuple[Scope, ...]:
    """Collect the silences of the references, each from its entry to the next."""
    entries = sorted(references, key=lambda entry: entry.place)
    places = [entry.place for entry in entries]
    return tuple(scope for entry in entries for scope in _stretch(entry, places))


def hear(problems: Iterable[Problem], scopes: tuple[Scope, ...], run: AbstractSet[str]) -> Hearing:
    """Drop what is silenced of what the rules in `run` found."""
    left: list[Problem] = []
    used: set[Place] = set()
    for problem in problems:
        covering = [scope for scope in scopes if scope.covers(problem)]
        used.update(scope.silence.place for scope in covering)
        if not covering:
            left.append(problem)
    return Hearing(left=tuple(left), used=frozenset(used), run=frozenset(run))


def tell_idle(scopes: Iterable[Scope], hearings: Iterable[Hearing]) -> Iterator[Problem]:
    """Report silences of unknown rules, and of rules that ran but found nothing a silence is for."""
    heard = tuple(hearings)
    for scope in scopes:
        rule, place = scope.silence.rule, scope.silence.place_of("rule")
        if rule not in find_codes():
            yield unknown_rule(rule, place)
        elif any(rule in each.run for each in heard) and not any(
            scope.silence.place in each.used for each in heard
        ):
            message, hint = f"'{rule}' finds nothing here to be silent about", "take the silence out"
            yield Problem(
                place=place, code="idle-silence", message=message, hint=hint, severity=Severity.WARNING
            )


def _stretch(owner: Section | BlockRecord | Reference | TranslatedPart, places: list[Place]) -> list[Scope]:
    """Give the silences of an owner their stretch of the file: from it to the next of the places."""
    if not owner.silence:
        return []
    end = min((other for other in places if other > owner.place), default=None)
    return [Scope(silence=silence, start=owner.place, end=end) for silence in owner.silence]
