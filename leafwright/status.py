"""The state of a library: one row for each topic, for people who keep leaflets up to date."""

import csv
import io
import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import date

from leafwright.build import Decision, Verb
from leafwright.build.decide import codes_of
from leafwright.build.outdated import list_all
from leafwright.library import HandoutFile, Library
from leafwright.manifest import Entry
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.readability import measure_handout
from leafwright.rules.reader import read_handout
from leafwright.tags import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A sheet that is withheld or older than the library, and why."""

    sheet: str
    why: str

    def __str__(self) -> str:
        """Return both in one line."""
        return f"{self.sheet}: {self.why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusRow:
    """One topic as its source describes it; `due_in` is in days, below 0 for an overdue review."""

    topic: str
    reference: str
    title: str
    version: str
    issued: date
    review_due: date
    due_in: int
    status: str
    approver: str
    references: int
    flesch_kincaid: float | None
    smog: float | None
    languages: tuple[str, ...]
    sheets: int = 0
    withheld: tuple[Noted, ...] = ()
    older: tuple[Noted, ...] = ()


def make_rows(library: Library, as_of: date, decisions: tuple[Decision, ...] = ()) -> tuple[StatusRow, ...]:
    """Describe every topic of a library on a day, sorted by reference.

    The decisions on its sheets show which are withheld or older. A topic that cannot be read now is described
    as it was when its sheets were built.
    """
    topics: dict[str, list[HandoutFile]] = {}
    for file in library.handouts:
        topics.setdefault(file.topic, []).append(file)
    rows = [_row(library, files, as_of) for files in topics.values()]
    rows += [_row_of(entry, as_of) for entry in _lost(decisions, topics)]
    held = _by_topic(decision for decision in decisions if decision.verb is Verb.WITHHOLD)
    older = _by_topic(
        decision for decision in decisions if decision.verb in {Verb.REFUSE, Verb.BUILD, Verb.REMOVE}
    )
    sheets = Counter(key.topic for key in list_all(library))
    whole = (
        replace(
            row,
            sheets=sheets[row.topic],
            withheld=held.get(row.topic, ()),
            older=older.get(row.topic, ()),
        )
        for row in rows
    )
    return tuple(sorted(whole, key=lambda row: row.reference))


def unreviewed(library: Library) -> tuple[str, ...]:
    """Name the languages in which a clinic prints without a review of the words; English needs none."""
    printed = {language for folder in library.clinics for language in folder.clinic.prints.languages}
    words = (library.words[language] for language in sorted(printed & library.words.keys()))
    return tuple(
        f"{language.name} ({language.language})"
        for language in words
        if language.reviewed_by is None and not Language(language.language).is_like(SOURCE_LANGUAGE)
    )


def as_json(rows: Iterable[StatusRow]) -> str:
    """Write rows as a JSON list; dates are year-month-day."""
    return json.dumps([asdict(row) for row in rows], ensure_ascii=False, indent=2, default=str) + "\n"


def as_csv(rows: Iterable[StatusRow]) -> str:
    """Write rows as CSV with a line of names.

    Source: RFC 4180, but for the line ends, which are those of a text file.
    """
    sink = io.StringIO()
    writer = csv.writer(sink, lineterminator="\n")
    writer.writerow(field.name for field in fields(StatusRow))
    for row in rows:
        writer.writerow(_cells(row))
    return sink.getvalue()


def _row(library: Library, files: list[HandoutFile], as_of: date) -> StatusRow:
    source = next((file for file in files if file.language == SOURCE_LANGUAGE), files[0])
    handout, reader = source.handout, read_handout(source, library, as_of)
    counts = measure_handout(reader) if reader.is_english else None
    return StatusRow(
        topic=source.topic,
        reference=str(handout.reference),
        title=handout.title.plain,
        version=str(handout.version),
        issued=handout.issued,
        review_due=handout.review_due,
        due_in=(handout.review_due - as_of).days,
        status=handout.status,
        approver=handout.approver.plain if handout.approver else "",
        references=len(reader.cited),
        flesch_kincaid=round(counts.flesch_kincaid, 1) if counts else None,
        smog=round(counts.smog, 1) if counts else None,
        languages=tuple(sorted(file.language for file in files)),
    )


def _row_of(entry: Entry, as_of: date) -> StatusRow:
    """Describe a topic as one of its sheets does."""
    due = date.fromisoformat(entry.review_due)
    return StatusRow(
        topic=entry.topic,
        reference=entry.reference,
        title=entry.source_title or entry.names.topic,
        version=entry.version,
        issued=date.fromisoformat(entry.issued),
        review_due=due,
        due_in=(due - as_of).days,
        status=entry.status,
        approver="",
        references=0,
        flesch_kincaid=None,
        smog=None,
        languages=(),
    )


def _lost(decisions: Iterable[Decision], topics: Container[str]) -> Iterator[Entry]:
    """Choose one sheet for each topic that can no longer be read, in the source language if possible."""
    lost = [decision.entry for decision in decisions if decision.entry and decision.key.topic not in topics]
    lost.sort(key=lambda entry: bool(entry.source_title), reverse=True)
    yield from {entry.topic: entry for entry in lost}.values()


def _by_topic(decisions: Iterable[Decision]) -> dict[str, tuple[Noted, ...]]:
    notes: dict[str, tuple[Noted, ...]] = {}
    for decision in decisions:
        notes[decision.key.topic] = (
            *notes.get(decision.key.topic, ()),
            Noted(sheet=decision.key.path, why=_why(decision)),
        )
    return notes


def _why(decision: Decision) -> str:
    """Say why a sheet is withheld or older; one that was refused is still there."""
    if decision.verb is Verb.REFUSE:
        return f"its newer version was refused: {codes_of(decision.problems)}"
    return decision.why


def _cells(row: StatusRow) -> Iterator[str]:
    """Write each value so that no spreadsheet reads words as a formula."""
    for field in fields(row):
        value = getattr(row, field.name)
        match value:
            case None:
                yield ""
            case (Noted(), *_):
                yield "; ".join(map(str, value))
            case tuple():
                yield " ".join(value)
            case str() if value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
                yield f"'{value}"
            case _:
                yield str(value)
