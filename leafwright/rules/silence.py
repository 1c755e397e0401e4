"""Silences: findings that an author has answered with a reason, and silences that match no finding."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from leafwright.blocks.block import BlockRecord
from leafwright.handout import Handout, Section
from leafwright.model.record import Silence
from leafwright.model.reference import Reference
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.problems import Place, Problem, Severity
from leafwright.rules.profile import unknown_rule
from leafwright.rules.rule import find_codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A silence and the lines it covers: from `start` to before `end`; without them, the whole handout."""

    silence: Silence
    start: Place | None = None
    end: Place | None = None

    def covers(self, problem: Problem) -> bool:
        """Return whether a problem of the handout's file, its references or its sheets is silenced."""
        if problem.code != self.silence.rule:
            return False
        if self.start is None:
            return True
        within = self.end is None or problem.place < self.end
        return problem.place.file == self.start.file and self.start <= problem.place and within


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult:
    """The problems that no silence covers, the places of the silences in use, and the rules that ran."""

    problems: tuple[Problem, ...]
    used: frozenset[Place]
    codes: frozenset[str]


def scopes_of(handout: Handout) -> tuple[Scope, ...]:
    """Collect the silences of a handout, its sections and its blocks, each with its lines of the file."""
    top = [handout.place_of(name) for name in type(handout).model_fields]
    sections = [section.place for section in handout.sections]
    parts = [section.place_of(name) for section in handout.sections for name in type(section).model_fields]
    blocks = [block.place for block in handout.blocks()]
    anywhere = [*top, *sections, *parts, *blocks]
    scopes = [Scope(silence=silence) for silence in handout.silence]
    for section in handout.sections:
        scopes += _scopes(section, [*top, *sections])
        for block in section.blocks:
            scopes += _scopes(block, anywhere)
    return tuple(scopes)


def scopes_of_parts(translation: Translation) -> dict[str, tuple[Scope, ...]]:
    """Collect the silences of a translation by its parts, each with its lines of the file."""
    top = [translation.place_of(name) for name in type(translation).model_fields]
    places = [*top, *(part.place for part in translation.parts.values())]
    return {name: tuple(_scopes(part, places)) for name, part in translation.parts.items()}


def scopes_of_references(references: Iterable[Reference]) -> tuple[Scope, ...]:
    """Collect the silences of the references, each from its entry to the next."""
    entries = sorted(references, key=lambda entry: entry.place)
    places = [entry.place for entry in entries]
    return tuple(scope for entry in entries for scope in _scopes(entry, places))


def apply_silences(
    problems: Iterable[Problem], scopes: tuple[Scope, ...], codes: AbstractSet[str]
) -> RuleResult:
    """Drop the silenced problems; `codes` are the rules that ran."""
    left: list[Problem] = []
    used: set[Place] = set()
    for problem in problems:
        covering = [scope for scope in scopes if scope.covers(problem)]
        used.update(scope.silence.place for scope in covering)
        if not covering:
            left.append(problem)
    return RuleResult(problems=tuple(left), used=frozenset(used), codes=frozenset(codes))


def idle_silences(scopes: Iterable[Scope], results: Iterable[RuleResult]) -> Iterator[Problem]:
    """Report silences of unknown rules, and of rules that ran but found nothing there."""
    results = tuple(results)
    used = frozenset[Place]().union(*(result.used for result in results))
    codes = frozenset[str]().union(*(result.codes for result in results))
    for scope in scopes:
        rule, place = scope.silence.rule, scope.silence.place_of("rule")
        if rule not in find_codes():
            yield unknown_rule(rule, place)
        elif rule in codes and scope.silence.place not in used:
            message, hint = f"'{rule}' finds nothing here to silence", "take the silence out"
            yield Problem(
                place=place, code="idle-silence", message=message, hint=hint, severity=Severity.WARNING
            )


def _scopes(owner: Section | BlockRecord | Reference | TranslatedPart, places: list[Place]) -> list[Scope]:
    """Make the scopes of an owner's silences: from its own place to the next of the places."""
    if not owner.silence:
        return []
    end = min((other for other in places if other > owner.place), default=None)
    return [Scope(silence=silence, start=owner.place, end=end) for silence in owner.silence]
