"""How often each rule is right: what it found in the corpus, held against the labels."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from leafwright.problems import Place
from leafwright.rules import Passage, Reader, read_handout
from leafwright.rules.choice import SPELLING, RuleOptions
from leafwright.rules.profile import load_profile
from leafwright.rules.rule import find_codes
from leafwright.rules.run import run_rules
from tests.rules.corpus import AS_OF, HERE, Sample, load_corpus

PROFILE: Final = "strict"
FOLDERS: Final = ("content", "text", "library")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One finding in one text, the words it points at, and whether a label says that they are at fault."""

    sample: str
    code: str
    words: str
    message: str
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A fault that its rule did not find."""

    sample: str
    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What all rules made of all texts."""

    hits: tuple[Hit, ...] = field(default=(), repr=False)
    misses: tuple[Miss, ...] = field(default=(), repr=False)

    def hits_of(self, code: str) -> tuple[Hit, ...]:
        """Return what one rule found."""
        return tuple(hit for hit in self.hits if hit.code == code)

    def misses_of(self, code: str) -> tuple[Miss, ...]:
        """Return what one rule did not find."""
        return tuple(miss for miss in self.misses if miss.code == code)


def measured_codes() -> tuple[str, ...]:
    """List the rules that are measured: those that read words, as far as the profile has them on."""
    profile = load_profile(PROFILE)
    there = find_codes()
    return tuple(
        code
        for code in profile.file.rules
        if there[code] in FOLDERS and code != SPELLING and profile.find(code) is not None
    )


def measure(root: Path, samples: Iterable[Sample]) -> Outcome:
    """Check texts with every active rule, and compare the findings with the labels."""
    known = {sample.name: sample for sample in samples}
    library = load_corpus(root, known.values())
    readers = {file.topic: read_handout(file, library, AS_OF) for file in library.handouts}
    problems = run_rules(library, RuleOptions(as_of=AS_OF, profile=PROFILE, rules=measured_codes()))
    hits, met = [], set()
    for problem in dict.fromkeys(problems):
        spot = _spot(problem.place, readers)
        name = spot.topic or _owner(spot.key, known.values())
        labels = [label for label in known[name].faults.get(problem.code, ()) if spot.meets(label)]
        met |= {(name, problem.code, label) for label in labels}
        hit = Hit(
            sample=name, code=problem.code, words=spot.words, message=problem.message, right=bool(labels)
        )
        hits.append(hit)
    misses = (
        Miss(sample=name, code=code, words=" | ".join(label))
        for name, sample in known.items()
        for code, labels in sample.faults.items()
        for label in labels
        if (name, code, label) not in met
    )
    return Outcome(hits=tuple(hits), misses=tuple(misses))


def _owner(key: str, samples: Iterable[Sample]) -> str:
    """Find the first text that has to do with a reference."""
    whole = re.compile(rf"\b{key}\b")
    return next(sample.name for sample in samples if whole.search(str(sample.written)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """What a finding points at: a character of a passage, an entry of the bibliography, or neither."""

    topic: str = ""
    passage: Passage | None = None
    offset: int = 0
    key: str = ""

    @property
    def words(self) -> str:
        """The words from there on."""
        return self.passage.text[self.offset :][:40] if self.passage else self.key

    def meets(self, label: Iterable[str]) -> bool:
        """Return whether it is within the words of one of the alternatives."""
        return any(self._meets(words) for words in label)

    def _meets(self, words: str) -> bool:
        if words in {HERE, f"@{self.key}"}:
            return True
        if self.passage is None:
            return False
        starts = _starts(self.passage.text, words)
        return any(start <= self.offset < start + len(words) for start in starts)


def _starts(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _spot(place: Place, readers: Mapping[str, Reader]) -> Spot:
    """Return the text at a place."""
    for reader in readers.values():
        if place.file == reader.file.name:
            return _spot_in(reader, place)
    some = next(iter(readers.values()))
    entries = [entry for entry in some.references.values() if entry.place.line <= place.line]
    return Spot(key=max(entries, key=lambda entry: entry.place.line).id)


def _spot_in(reader: Reader, place: Place) -> Spot:
    """Find the character at a place; a blank and the word after it share a place, which means the word."""
    wanted = _position(place)
    before = [each for each in reader.passages if _position(each.place) <= wanted]
    for passage in sorted(before, key=lambda each: _position(each.place))[-1:]:
        offsets = range(len(passage.text))
        offset = bisect_right(offsets, wanted, key=lambda at: _position(passage.place_at(at))) - 1
        if _position(passage.place_at(max(offset, 0))) == wanted or _position(passage.place) == wanted:
            return Spot(topic=reader.file.topic, passage=passage, offset=max(offset, 0))
    return Spot(topic=reader.file.topic)


def _position(place: Place) -> tuple[int, int]:
    return place.line, place.column
