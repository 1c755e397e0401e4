"""Update a translation to its source: new and changed texts need words, all others keep theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from leafwright.handout import Handout
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.text import Text
from leafwright.translation.apply import compare
from leafwright.translation.former import former_paths
from leafwright.translation.parts import OF_A_PART, Part, fingerprint_of_part, parts_of, written


class PartStatus(StrEnum):
    """The status of a part: done, still open from before, changed or new."""

    DONE = "done"
    OPEN = "open"
    CHANGED = "changed"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A part as it will be written to the file; `kept` if it already is in the file like this.

    `words` has every path of the source, None if its words are missing. `source` has the texts that the
    translator has to work on. `former_name` is the name of the part in the file.
    """

    name: str
    former_name: str
    status: PartStatus
    made_from: str
    source: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str | None] = field(default_factory=dict)
    kept: bool = False

    @property
    def todo(self) -> bool:
        """Whether there are words to write or change."""
        return self.status is not PartStatus.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """All parts of a translation in the order of the source, and the names of the parts that are removed."""

    drafts: tuple[Draft, ...]
    taken_out: tuple[str, ...] = ()

    def names(self, status: PartStatus) -> tuple[str, ...]:
        """Return the names of the parts of one status."""
        return tuple(draft.name for draft in self.drafts if draft.status is status)

    @property
    def renamed(self) -> dict[str, str]:
        """Return the former names of renamed parts, by their new ones."""
        return {draft.name: draft.former_name for draft in self.drafts if draft.former_name != draft.name}


NOTHING: Final = TranslatedPart(made_from="0" * OF_A_PART)
"""The former state of a new part."""


def update(source: Handout, old: Translation | None) -> Update:
    """Update a translation to its source; without a translation, everything is new.

    A part is done only if its words were made from the current source and it is not marked as to do.
    """
    parts = parts_of(source)
    translated = dict(old.parts) if old else {}
    former_names = dict(_former_names(parts, translated))
    drafts = tuple(
        _draft(part, former_names[name], translated.get(former_names[name])) for name, part in parts.items()
    )
    left = compare(source, old).left_over if old else ()
    used = {draft.former_name: {words for words in draft.words.values() if words} for draft in drafts}
    taken_out = tuple(name for name in left if not _is_used(name, translated, used))
    return Update(drafts=drafts, taken_out=taken_out)


def _former_names(
    parts: Mapping[str, Part], translated: Mapping[str, TranslatedPart]
) -> Iterator[tuple[str, str]]:
    """Pair each part with the name of its words: an unknown name, if those words have its fingerprints."""
    unknown = {part.made_from: name for name, part in translated.items() if name not in parts}
    for name, part in parts.items():
        if name in translated:
            yield name, name
            continue
        same = (known for known in (part.made_from, fingerprint_of_part(part.sources)) if known in unknown)
        yield name, unknown.pop(next(same, ""), name)


def _draft(part: Part, former_name: str, old: TranslatedPart | None) -> Draft:
    before = old or NOTHING
    former = former_paths(part, before)
    words = _words(part.sources, former, _plain(before.words))
    source = _to_do(part.sources, words, former, before)
    is_current = part.is_source_of(before.made_from)
    status = (
        PartStatus.NEW
        if old is None
        else PartStatus.DONE
        if not source
        else PartStatus.OPEN
        if is_current
        else PartStatus.CHANGED
    )
    written_words = {path: text for path, text in words.items() if text is not None}
    as_written = (former_name, before.todo, _plain(before.source), _plain(before.words))
    return Draft(
        name=part.name,
        former_name=former_name,
        status=status,
        made_from=part.made_from,
        source=source,
        words=words,
        kept=is_current and as_written == (part.name, bool(source), source, written_words),
    )


def _words(
    texts: Mapping[str, str], former: Mapping[str, str], words: Mapping[str, str]
) -> dict[str, str | None]:
    """Give each path the words of its text; a changed text keeps its words, for the translator to correct."""
    moved = set(former.values())
    return {
        path: words.get(former.get(path, path)) if path in former or path not in moved else None
        for path in texts
    }


def _to_do(
    texts: Mapping[str, str],
    words: Mapping[str, str | None],
    former: Mapping[str, str],
    before: TranslatedPart,
) -> dict[str, str]:
    """Choose the texts that the translator has to work on: all, unless it is known which are done."""
    if before.todo and not before.source:
        return dict(texts)
    noted = before.source if before.todo else {}
    return {
        path: text
        for path, text in texts.items()
        if words[path] is None or path not in former or former[path] in noted
    }


def _is_used(name: str, translated: Mapping[str, TranslatedPart], used: Mapping[str, set[str]]) -> bool:
    """Return whether words of an unknown path are now used at another one."""
    home, _, path = name.partition(": ")
    return home in used and (not path or written(translated[home].words[path]) in used[home])


def _plain(texts: Mapping[str, Text]) -> dict[str, str]:
    return {path: written(text) for path, text in texts.items()}
