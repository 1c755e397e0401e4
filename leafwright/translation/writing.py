"""Write a translation's file: unchanged parts are copied line by line, the others are written again."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.model.translation import Translation
from leafwright.problems import ContentError, Problem
from leafwright.source import Entries, KeyEntry, Tree, comments_in, entries_of, parse_source, write_lines
from leafwright.source import Mapping as Node
from leafwright.translation.update import Draft, Update, update

SCHEMA: Final = "# yaml-language-server: $schema=../../schema/translation.schema.json"
MARGIN: Final = 2
"""The columns before the name of a part, in a new file."""
_OF_A_PART: Final = re.compile(r"( *)made-from: .?[0-9a-f]{12}.?")
_OWN: Final = frozenset({"made-from", "todo", "source", "words"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationFileText:
    """The text of a translation's file, and what was read from it."""

    text: str
    tree: Node
    translation: Translation

    @property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return self.text.rstrip("\n").splitlines()

    @property
    def parts(self) -> Node:
        """What is written below `parts`."""
        parts = self.tree["parts"]
        return parts if isinstance(parts, Node) else Node(self.tree.place)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExistingParts:
    """The parts in an existing file: the lines before the first, the margin, and the lines of each."""

    opening: tuple[str, ...] = ("parts:",)
    margin: int = MARGIN
    entries: Mapping[str, KeyEntry] = field(default_factory=dict)
    below: tuple[str, ...] = ()


def read_translation_text(text: str, name: str) -> TranslationFileText:
    """Read the text of a translation's file, called `name`; raises ContentError with every problem."""
    text = text.replace("\r\n", "\n")
    tree = parse_source(text, name)
    return TranslationFileText(text=text, tree=tree, translation=decode(Translation, tree))


def write_translation_text(file: TranslationFileText | None, made: Update, head: Mapping[str, Tree]) -> str:
    """Write the text of a translation's file as `made` says; `head` has the keys before `parts`.

    A key without a value is removed. Comments stay; those of a part that is written again move above it.
    """
    if file is None:
        lines = [SCHEMA, *write_lines(head), *_parts(made, None, ExistingParts())]
    elif entries := entries_of(file.tree, file.lines, 0, len(file.lines)):
        lines = [*_head(entries, head), *_parts(made, file, _existing_parts(file, entries)), *entries.below]
    else:
        values = {key: value for key, value in {**file.tree, **head}.items() if value and key != "parts"}
        comments = comments_in(file.tree, file.lines, 0, len(file.lines))
        lines = [*comments, *write_lines(values), *_parts(made, file, ExistingParts())]
    return "\n".join([*lines, ""])


def check_translation_text(file: TranslationFileText, source: Handout, made: Update) -> None:
    """Raise ContentError unless a written file says exactly what `made` says."""
    read_back, meant = (
        [(draft.name, draft.todo, draft.source, draft.words) for draft in state.drafts]
        for state in (update(source, file.translation), made)
    )
    if read_back != meant:
        message = "the new file would not be read back correctly, so the file was not changed"
        hint = "write every part on lines of its own, as in a new file"
        problem = Problem(place=file.parts.place, code="not-rewritten", message=message, hint=hint)
        raise ContentError([problem])


def _head(entries: Entries, head: Mapping[str, Tree]) -> Iterator[str]:
    """Write the keys before the parts."""
    written = {entry.key for entry in entries}
    for entry in entries:
        if entry.key != "parts":
            yield from entry.above
            changed = write_lines({entry.key: head[entry.key]} if head.get(entry.key) else {})
            yield from changed if entry.key in head else entry.lines
    yield from write_lines({key: value for key, value in head.items() if key not in written and value})


def _existing_parts(file: TranslationFileText, entries: Entries) -> ExistingParts:
    (parts,) = (entry for entry in entries if entry.key == "parts")
    first = file.tree.key_place("parts").line
    inner = entries_of(file.parts, file.lines, first, first + len(parts.lines) - 1)
    if inner is None:
        comments = comments_in(file.parts, file.lines, first - 1, first + len(parts.lines) - 1)
        return ExistingParts(opening=(*parts.above, *comments, "parts:"))
    return ExistingParts(
        opening=(*parts.above, parts.lines[0]),
        margin=inner.entries[0].column,
        entries={entry.key: entry for entry in inner},
        below=inner.below,
    )


def _parts(made: Update, file: TranslationFileText | None, existing: ExistingParts) -> Iterator[str]:
    """Write the parts in the order of the source; the comment above a removed part moves to the next one."""
    yield from existing.opening
    above = dict(_above(made, existing))
    margin = " " * existing.margin
    for draft in made.drafts:
        yield from above.get(draft.former_name, ())
        entry = existing.entries.get(draft.former_name)
        if entry and draft.kept:
            yield from _kept(entry.lines, draft)
            continue
        old = file.parts.get(draft.former_name) if file else None
        if file and entry and isinstance(old, Node):
            first = file.parts.key_place(draft.former_name).line - 1
            comments = comments_in(old, file.lines, first, first + len(entry.lines))
            yield from (f"{margin}{comment}" for comment in comments)
        tree = dict(_tree(draft, old if isinstance(old, Node) else {}))
        yield from write_lines({draft.name: tree}, existing.margin)
    yield from (line for name, lines in above.items() if not name for line in lines)
    yield from existing.below


def _kept(lines: Iterable[str], draft: Draft) -> Iterator[str]:
    """Copy the lines of a part; the one fingerprint that an earlier release wrote becomes those of now."""
    for line in lines:
        if old := _OF_A_PART.fullmatch(line):
            yield from write_lines({"made-from": draft.made_from}, len(old[1]))
        else:
            yield line


def _above(made: Update, existing: ExistingParts) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Pair each part that stays with the comments before it; comments after the last one have no name."""
    former_names = {draft.former_name for draft in made.drafts}
    waiting: tuple[str, ...] = ()
    for name, entry in existing.entries.items():
        waiting += entry.above
        if name in former_names:
            yield name, waiting
            waiting = ()
    yield "", waiting


def _tree(draft: Draft, old: Mapping[str, Tree]) -> Iterator[tuple[str, Tree]]:
    """Write a part; its other keys stay."""
    yield "made-from", draft.made_from
    if draft.todo:
        yield "todo", True
    yield from ((key, value) for key, value in old.items() if key not in _OWN)
    if draft.todo:
        yield "source", draft.source
    yield "words", draft.words
