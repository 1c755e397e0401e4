"""A translation brought up to its source: what is new or changed waits for words, all else keeps its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from leafwright.handout import Handout
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.text import Text
from leafwright.translation.apply import compare
from leafwright.translation.former import find_former, where_from
from leafwright.translation.parts import Part, parts_of, written


class PartStatus(StrEnum):
    """How a part stands: done, still open from before, or with something new to do."""

    DONE = "done"
    OPEN = "open"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A part as it is to stand in the file; `kept` when it stands there like this already.

    `words` has every path of the source, None for one that waits. `source` is what the translator has to look
    at. `home` is the name under which the words stood before.
    """

    name: str
    home: str
    status: PartStatus
    made_from: str
    source: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str | None] = field(default_factory=dict)
    kept: bool = False

    @property
    def todo(self) -> bool:
        """Tell whether there are words to be written or changed."""
        return self.status is not PartStatus.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """All parts of a translation in the order of the source, and the names of what belongs to none."""

    drafts: tuple[Draft, ...]
    taken_out: tuple[str, ...] = ()

    def names(self, status: PartStatus) -> tuple[str, ...]:
        """Return the names of the parts of one status."""
        return tuple(draft.name for draft in self.drafts if draft.status is status)

    @property
    def renamed(self) -> dict[str, str]:
        """Return the former names of parts that only have another name now, by their new one."""
        return {draft.name: draft.home for draft in self.drafts if draft.home != draft.name}


NOTHING: Final = TranslatedPart(made_from="0" * 12)
"""What a new part had before."""


def update(source: Handout, old: Translation | None) -> Update:
    """Bring a translation up to its source; without one, everything is new.

    A part is done only when its words were made from what the source says now and nobody marked it.
    """
    parts = parts_of(source)
    there = dict(old.parts) if old else {}
    homes = dict(_homes(parts, there))
    drafts = tuple(_draft(part, homes[name], there.get(homes[name])) for name, part in parts.items())
    left = compare(source, old).left_over if old else ()
    used = {draft.home: {words for words in draft.words.values() if words} for draft in drafts}
    taken_out = tuple(name for name in left if not _is_used(name, there, used))
    return Update(drafts=drafts, taken_out=taken_out)


def _homes(parts: Mapping[str, Part], there: Mapping[str, TranslatedPart]) -> Iterator[tuple[str, str]]:
    """Pair each part with where its words stand: under a name of no part, if they say what it says."""
    strays = {part.made_from: name for name, part in there.items() if name not in parts}
    for name, part in parts.items():
        yield name, name if name in there else strays.pop(part.fingerprint, name)


def _draft(part: Part, home: str, old: TranslatedPart | None) -> Draft:
    texts, before = part.sources, old or NOTHING
    noted = _plain(before.source)
    former = find_former(texts, noted, before.made_from) if old else {}
    words = _words(texts, former, _plain(before.words))
    source = _to_do(texts, words, former, before)
    changed = before.made_from != part.fingerprint
    status = (
        PartStatus.NEW
        if old is None
        else PartStatus.DONE
        if not source
        else PartStatus.CHANGED
        if changed
        else PartStatus.OPEN
    )
    said = {path: text for path, text in words.items() if text is not None}
    as_written = (home, before.made_from, before.todo, noted, _plain(before.words))
    return Draft(
        name=part.name,
        home=home,
        status=status,
        made_from=part.fingerprint,
        source=source,
        words=words,
        kept=as_written == (part.name, part.fingerprint, bool(source), source, said),
    )


def _words(
    texts: Mapping[str, str], former: Mapping[str, str] | None, words: Mapping[str, str]
) -> dict[str, str | None]:
    """Give each path the words of its text; a text that was changed keeps the words it had, to be amended."""
    if former is None:
        return {path: words.get(path) for path in texts}
    came = where_from(texts, former)
    gone = set(came.values())
    return {
        path: words.get(came[path]) if path in came else None if path in gone else words.get(path)
        for path in texts
    }


def _to_do(
    texts: Mapping[str, str],
    words: Mapping[str, str | None],
    former: Mapping[str, str] | None,
    before: TranslatedPart,
) -> dict[str, str]:
    """Choose what the translator has to look at: all of a part, unless it is known what of it was done."""
    if former is None or (before.todo and not before.source):
        return dict(texts)
    came = where_from(texts, former)
    noted = before.source if before.todo else {}
    return {
        path: text
        for path, text in texts.items()
        if words[path] is None or path not in came or came[path] in noted
    }


def _is_used(name: str, there: Mapping[str, TranslatedPart], used: Mapping[str, set[str]]) -> bool:
    """Tell whether words that belong to no path of the source now stand at another one."""
    home, _, path = name.partition(": ")
    return home in used and (not path or written(there[home].words[path]) in used[home])


def _plain(texts: Mapping[str, Text]) -> dict[str, str]:
    return {path: written(text) for path, text in texts.items()}
