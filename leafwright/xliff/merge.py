"""Units that came back, put into a translation: finished words are taken, and nothing finished is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from leafwright.handout import Handout
from leafwright.problems import ContentError, Problem, Severity
from leafwright.text import parse_text
from leafwright.translation import Draft, PartStatus, Update, written
from leafwright.xliff.compose import MarkupError, write_text
from leafwright.xliff.markup import CodeKind, Piece, codes_of, spans_of
from leafwright.xliff.read import Returned
from leafwright.xliff.record import BETWEEN, Unit, UnitState, units_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A translation with the words that came back, and what to tell.

    `taken` texts have other words than before, `absent` ones are not in the file. All that came back may be
    marked as `reviewed`.
    """

    update: Update
    taken: int
    absent: int
    reviewed: bool
    problems: tuple[Problem, ...]


def merge(handout: Handout, made: Update, returned: Iterable[Returned]) -> Merged:
    """Put the words that came back into a translation.

    Words that are marked as begun, or that were made from another source text, wait for a translator's look;
    they never take the place of finished ones. Raises ContentError when a code of the source is lost or words
    cannot be written; then nothing is to be taken.
    """
    returned = tuple(returned)
    units = {unit.id: unit for unit in units_of(handout, made, reviewed=False)}
    found: dict[str, _Words] = {}
    problems: list[Problem] = []
    for each in returned:
        if each.id not in units:
            problems.append(_unknown(each))
            continue
        try:
            found[each.id] = _read(units[each.id], each)
        except ContentError as error:
            problems += error.problems
            continue
        if found[each.id].stale:
            problems.append(_stale(each))
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    drafts = tuple(_draft(draft, found, units) for draft in made.drafts)
    pairs = zip(drafts, made.drafts, strict=True)
    taken = sum(new.words[path] != old.words[path] for new, old in pairs for path in new.words)
    return Merged(
        update=replace(made, drafts=drafts),
        taken=taken,
        absent=len(units.keys() - found.keys()),
        reviewed=bool(found)
        and all(each.state in {UnitState.REVIEWED, UnitState.FINAL} for each in returned),
        problems=tuple(problems),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What came back for one text: new words, if there are some, and whether somebody has to look at them."""

    words: str | None = None
    unfinished: bool = False
    stale: bool = False


def _read(unit: Unit, returned: Returned) -> _Words:
    """Read what came back for one text; raises ContentError for what cannot be written."""
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
        hint = "leave the codes around the words that they are around in the source"
        message = f"these words cannot be written: {error}"
        raise ContentError([_problem(returned, "broken-code", message, hint)]) from error
    return _Words(words=words, unfinished=stale or returned.state is UnitState.INITIAL, stale=stale)


def _draft(draft: Draft, found: Mapping[str, _Words], units: Mapping[str, Unit]) -> Draft:
    """Give a part the words that came back for it; it is done when all of them are."""
    words, source = dict(draft.words), dict(draft.source)
    for path in draft.words:
        unit = units[f"{draft.name}{BETWEEN}{path}"]
        came = found.get(unit.id, _Words())
        if unit.is_fixed:
            words[path] = written(unit.source)
            source.pop(path, None)
        elif came.words is not None and not (came.unfinished and path not in source):
            if unit.target is None or parse_text(came.words).spans != unit.target.spans:
                words[path] = came.words
            if not came.unfinished:
                source.pop(path, None)
    same = words == draft.words and source == draft.source
    status = draft.status if source else PartStatus.DONE
    return replace(draft, words=words, source=source, status=status, kept=draft.kept and same)


def _lost_codes(returned: Returned) -> Iterator[Problem]:
    """Hold the citations and links of words against those of the source they were made from."""
    there, wanted = Counter(_pointers(returned.target)), Counter(_pointers(returned.source))
    hint = "put the codes of the source back, each around or beside the same words"
    for told in wanted - there:
        yield _problem(returned, "broken-code", f"{told} is lost in '{returned.id}'", hint)
    for told in there - wanted:
        yield _problem(returned, "broken-code", f"{told} is too much in '{returned.id}'", hint)


def _pointers(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for code in codes_of(pieces):
        match code.kind:
            case CodeKind.CITATION:
                yield from (f"the citation {key.strip()}" for key in code.value.split(";"))
            case CodeKind.LINK:
                yield f"the link to {code.value}"


def _unknown(returned: Returned) -> Problem:
    message = f"'{returned.id}' is no text of the leaflet by now, so its words were left out"
    hint = "nothing is to be done if the English text was shortened"
    return replace(_problem(returned, "unknown-unit", message, hint), severity=Severity.WARNING)


def _stale(returned: Returned) -> Problem:
    message = f"the English of '{returned.id}' has changed since it was exported"
    hint = "look where `todo: true` stands; words that were finished before are left as they are"
    return replace(_problem(returned, "changed-source", message, hint), severity=Severity.WARNING)


def _problem(returned: Returned, code: str, message: str, hint: str) -> Problem:
    return Problem(place=returned.place, code=code, message=message, hint=hint)
