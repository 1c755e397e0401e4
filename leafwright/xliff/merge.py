"""Merge returned units into a translation: finished words are taken, and no finished words are lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from leafwright.handout import Handout
from leafwright.problems import ContentError, Problem, Severity, problem_at, refusal_at
from leafwright.text import parse_text
from leafwright.translation import Draft, PartStatus, Update, written
from leafwright.xliff.compose import MarkupError, write_text
from leafwright.xliff.markup import CodeKind, Piece, codes_of, spans_of
from leafwright.xliff.read import Returned
from leafwright.xliff.record import BETWEEN, Unit, UnitState, units_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A translation with the returned words, and its problems.

    `taken` counts texts with new words, `absent` those that are not in the file. `reviewed` says whether all
    returned units are marked as reviewed.
    """

    update: Update
    taken: int
    absent: int
    reviewed: bool
    problems: tuple[Problem, ...]


def merge(handout: Handout, made: Update, returned: Iterable[Returned]) -> Merged:
    """Merge the returned words into a translation.

    Words that are only begun, or made from another source text, are marked for a translator to check; they
    never replace finished ones. Raises ContentError when a code of the source is lost or words cannot be
    written; then nothing may be taken.
    """
    returned = tuple(returned)
    units = {unit.id: unit for unit in units_of(handout, made, reviewed=False)}
    words: dict[str, _Words] = {}
    problems: list[Problem] = []
    for unit in returned:
        if unit.id not in units:
            problems.append(_unknown(unit))
            continue
        try:
            words[unit.id] = _read(units[unit.id], unit)
        except ContentError as error:
            problems += error.problems
            continue
        if words[unit.id].stale:
            problems.append(_stale(unit))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    drafts = tuple(_draft(draft, words, units) for draft in made.drafts)
    pairs = zip(drafts, made.drafts, strict=True)
    taken = sum(new.words[path] != old.words[path] for new, old in pairs for path in new.words)
    return Merged(
        update=replace(made, drafts=drafts),
        taken=taken,
        absent=len(units.keys() - words.keys()),
        reviewed=bool(words)
        and all(unit.state in {UnitState.REVIEWED, UnitState.FINAL} for unit in returned),
        problems=tuple(problems),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The result for one text: new words, if there are some, and whether somebody has to check them."""

    words: str | None = None
    unfinished: bool = False
    stale: bool = False


def _read(unit: Unit, returned: Returned) -> _Words:
    """Read the returned words of one text; raises ContentError if they cannot be written."""
    stale = spans_of(returned.source) != unit.source.spans
    spans = spans_of(returned.target)
    is_finished = (
        unit.state is not UnitState.INITIAL and unit.target is not None and spans == unit.target.spans
    )
    if is_finished or not any(span.text.strip() for span in spans):
        return _Words(stale=stale)
    if problems := list(_lost_codes(returned)):
        raise ContentError(problems)
    try:
        words = write_text(spans)
    except MarkupError as error:
        hint = "keep the codes around the same words as in the source"
        message = f"these words cannot be written: {error}"
        raise refusal_at(returned.place, "broken-code", message, hint) from error
    return _Words(words=words, unfinished=stale or returned.state is UnitState.INITIAL, stale=stale)


def _draft(draft: Draft, returned: Mapping[str, _Words], units: Mapping[str, Unit]) -> Draft:
    """Give a part its returned words; the part is done when all of them are."""
    words, source = dict(draft.words), dict(draft.source)
    for path in draft.words:
        unit = units[f"{draft.name}{BETWEEN}{path}"]
        result = returned.get(unit.id, _Words())
        if unit.is_fixed:
            words[path] = written(unit.source)
            source.pop(path, None)
        elif result.words is not None and not (result.unfinished and path not in source):
            if unit.target is None or parse_text(result.words).spans != unit.target.spans:
                words[path] = result.words
            if not result.unfinished:
                source.pop(path, None)
    same = words == draft.words and source == draft.source
    status = draft.status if source else PartStatus.DONE
    return replace(draft, words=words, source=source, status=status, kept=draft.kept and same)


def _lost_codes(returned: Returned) -> Iterator[Problem]:
    """Compare the citations and links of the words with those of their source."""
    in_words, in_source = Counter(_pointers(returned.target)), Counter(_pointers(returned.source))
    hint = "put the codes of the source back, each around or beside the same words"
    for pointer in in_source - in_words:
        yield problem_at(returned.place, "broken-code", f"{pointer} is lost in '{returned.id}'", hint)
    for pointer in in_words - in_source:
        yield problem_at(returned.place, "broken-code", f"{pointer} is too much in '{returned.id}'", hint)


def _pointers(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for code in codes_of(pieces):
        match code.kind:
            case CodeKind.CITATION:
                yield from (f"the citation {key.strip()}" for key in code.value.split(";"))
            case CodeKind.LINK:
                yield f"the link to {code.value}"


def _unknown(returned: Returned) -> Problem:
    message = f"'{returned.id}' is no longer a text of the leaflet, so its words were left out"
    hint = "this is fine if the English text was shortened"
    return replace(problem_at(returned.place, "unknown-unit", message, hint), severity=Severity.WARNING)


def _stale(returned: Returned) -> Problem:
    message = f"the English of '{returned.id}' has changed since it was exported"
    hint = "check the parts with `todo: true`; words that were finished before are not changed"
    return replace(problem_at(returned.place, "changed-source", message, hint), severity=Severity.WARNING)
