"""How often each rule is right: run over texts that imitate leaflets, in which every fault is marked by hand.

The texts are in tests/rules/precision/, written for this before the rules were read. `faults` names, rule by
rule, the words that are at fault; of words with `|` between them one is enough.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from leafwright.decode import decode
from leafwright.library import HandoutFile
from leafwright.model.handout import Handout
from leafwright.model.reference import Reference, References
from leafwright.rules import Reader
from leafwright.rules.profile import load_profile
from leafwright.rules.reader import read_handout
from leafwright.source import parse_source

FOLDER: Final = Path(__file__).parent / "precision"
AS_OF: Final = date(2027, 1, 1)
WHOLE: Final = frozenset(
    {"long-list", "long-paragraph", "long-sentence", "mixed-denominators", "passive-voice"}
)
"""Rules whose findings speak of a whole text; for these it counts that the text is marked, not where."""

HEAD: Final = {
    "title": "A made-up leaflet",
    "summary": "What is written here was made up.",
    "audience": "For readers.",
    "glance": {"message": "This is made up.", "points": ["It is made up."]},
    "reference": "P-1",
    "version": "1.0",
    "issued": "2026-11-02",
    "review-due": "2028-11-01",
    "status": "example",
    "owner": "The test library",
    "funding": "No outside funding.",
    "keywords": ["made up"],
}


@dataclass(slots=True, kw_only=True)
class Score:
    """What one rule did on all texts; `wrong` and `missed` say where."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    found: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def fired(self) -> int:
        """How often the rule found something."""
        return self.right + len(self.wrong)

    @property
    def precision(self) -> float:
        """The share of its findings that are right."""
        return self.right / self.fired if self.fired else 1.0

    @property
    def recall(self) -> float:
        """The share of the marked faults that it found."""
        marked = self.found + len(self.missed)
        return self.found / marked if marked else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where marked words stand in the file of a text: from the first sign to the last, as line and column."""

    start: tuple[int, int]
    end: tuple[int, int]

    def holds(self, point: tuple[int, int]) -> bool:
        """Tell whether a point lies between both."""
        return self.start <= point <= self.end


def texts() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Go through the texts, each with the name it is known by."""
    for path in sorted(FOLDER.glob("*.yaml")):
        for text in yaml.safe_load(path.read_text("utf-8"))["texts"]:
            yield f"{path.stem}/{text['id']}", text


@cache
def measure() -> dict[str, Score]:
    """Run over all texts every content rule that `strict` has on and some text is marked for."""
    marked = {code for _, text in texts() for code in text.get("faults") or ()}
    sets = [each for each in load_profile("strict").rules_of("content") if each.rule.code in marked]
    scores = {each.rule.code: Score() for each in sets}
    for name, text in texts():
        reader = read_text(text)
        for each in sets:
            found = [
                (finding.place.line, finding.place.column, finding.message)
                for finding in each.rule.check(reader, **each.given)
            ]
            _judge(
                scores[each.rule.code],
                (each.rule.code, name),
                reader,
                _Marked.of(text, each.rule.code, found),
            )
    return scores


def read_text(text: Mapping[str, Any]) -> Reader:
    """Read one text as the checker receives it: as the only section of a handout."""
    block: dict[str, Any] = {"id": "the-text"}
    if "warning" in text:
        block |= {"kind": "warning", **text["warning"]}
    elif "items" in text:
        block |= {"kind": "list", "lead": text["lead"], "items": text["items"]}
    else:
        block |= {"kind": "paragraphs", "text": text["text"]}
    blocks = [block]
    if "glossary" in text:
        blocks.append({"kind": "glossary", "id": "the-words", "terms": text["glossary"]})
    section = {"id": "the-section", "heading": text.get("heading", "What to know"), "blocks": blocks}
    whole = {**HEAD, "sections": [section], "variants": {"leaflet": {"sections": ["the-section"]}}}
    tree = parse_source(yaml.safe_dump(whole, sort_keys=False, allow_unicode=True, width=10_000), "text.yaml")
    file = HandoutFile(topic="text", language="en", name="text.yaml", handout=decode(Handout, tree))
    keys = sorted({key for passage in read_handout(file, {}, AS_OF).passages for key in passage.keys})
    return read_handout(file, {key: _reference(key) for key in keys}, AS_OF)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Marked:
    """What is marked in a text for one rule, and what the rule found there."""

    marks: tuple[tuple[str, ...], ...]
    found: tuple[tuple[int, int, str], ...]

    @classmethod
    def of(cls, text: Mapping[str, Any], code: str, found: list[tuple[int, int, str]]) -> "_Marked":
        marks = (text.get("faults") or {}).get(code, ())
        return cls(
            marks=tuple(tuple(part.strip() for part in str(mark).split(" | ")) for mark in marks),
            found=tuple(found),
        )


def _judge(score: Score, known: tuple[str, str], reader: Reader, marked: _Marked) -> None:
    """Hold findings against marks: a finding is right that begins in a mark or quotes it."""
    code, name = known
    marks = [_Mark(words=words, spans=tuple(_all_spans(reader, words))) for words in marked.marks]
    for line, column, message in marked.found:
        if any(code in WHOLE or mark.meets((line, column), message) for mark in marks):
            score.right += 1
        else:
            score.wrong.append(f"{name}: {message}")
    for mark in marks:
        if any(
            code in WHOLE or mark.meets((line, column), message) for line, column, message in marked.found
        ):
            score.found += 1
        else:
            score.missed.append(f"{name}: {' | '.join(mark.words)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """Words that are at fault, one of them at least, and where they stand."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    def meets(self, point: tuple[int, int], message: str) -> bool:
        """Tell whether a finding speaks of these words."""
        return any(span.holds(point) for span in self.spans) or any(words in message for words in self.words)


def _all_spans(reader: Reader, words: Iterable[str]) -> Iterator[Span]:
    for each in words:
        yield from _spans(reader, each)


def _spans(reader: Reader, words: str) -> Iterator[Span]:
    wanted = " ".join(words.split())
    for passage in reader.passages:
        start = passage.text.find(wanted)
        while start >= 0:
            first, last = passage.place_at(start), passage.place_at(start + len(wanted) - 1)
            yield Span(start=(first.line, first.column), end=(last.line, last.column))
            start = passage.text.find(wanted, start + 1)


@cache
def _reference(key: str) -> Reference:
    entry: dict[str, Any] = {"id": key, "type": "article-journal", "title": f"A made-up study, {key}"}
    entry |= {
        "DOI": f"10.1000/{key}",
        "container-title": "J Examples",
        "issued": {"date-parts": [[key[-4:]]]},
    }
    tree = parse_source(yaml.safe_dump({"references": [entry]}), "references.yaml")
    return decode(References, tree).references[0]
