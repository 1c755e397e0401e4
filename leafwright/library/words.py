"""Read the words of each language, and those that a clinic changes for itself."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from leafwright.decode import decode, parse_record, parse_tree
from leafwright.formats import Formats
from leafwright.language import check_words
from leafwright.library.finding import word_paths
from leafwright.library.formats import name_formats, unknown_formats
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.library.lineage import waiting
from leafwright.library.record import ClinicFolder
from leafwright.model.inheritance import inherit
from leafwright.model.words import Words
from leafwright.phrasing.spacing import quote_phrases
from leafwright.problems import Problem
from leafwright.source import Mapping
from leafwright.tags import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsReader:
    """Reads words of a workspace; a file of its own overrides the bundled one, phrase by phrase."""

    reader: FileReader
    formats: Formats
    problems: list[Problem]

    def read_all(self) -> dict[str, Words]:
        """Read the words of each language.

        If a file cannot be read, the bundled one is not used in its place.
        """
        workspace, found = self.reader.workspace, {}
        lost = {Path(problem.place.file).name for problem in workspace.left_out("words", "*.yaml")}
        for path in (path for path in word_paths(workspace) if path.name not in lost):
            parse = partial(parse_record, Words, base=workspace.read_covered(f"words/{path.name}"))
            words = gather(self.problems, self.reader.read, parse, path, f"words/{path.name}")
            if sound := self._checked(words):
                found[path.stem] = sound
        return found

    def change_for(self, folders: Iterable[ClinicFolder], words: dict[str, Words]) -> Iterator[ClinicFolder]:
        """Give each clinic all words, with its own phrases in place; leave out one whose own have errors."""
        for folder in folders:
            before = len(self.problems)
            changes = {language: [*_own_phrases(folder, language)] for language in words}
            own = {name: self._changed(name, phrases) for name, phrases in changes.items() if phrases}
            sound = {name: changed for name, changed in own.items() if changed}
            if len(sound) == len(own):
                yield replace(folder, words=words | sound)
            elif folder.clinic.part_of:
                files = {problem.place.file for problem in self.problems[before:]} - {folder.name}
                self.problems.extend([waiting(folder.clinic.place_of("part_of"), files)] if files else [])

    def _changed(self, language: str, changes: list[Mapping]) -> Words | None:
        """Read the words of a language with changes; None if these have errors."""
        return self._checked(gather(self.problems, self._read_changed, language, changes))

    def _read_changed(self, language: str, changes: list[Mapping]) -> Words:
        """Read the words of a language, changed. Raises ContentError for changes that cannot be used."""
        name, workspace = f"words/{language}.yaml", self.reader.workspace
        path = workspace.find(name)
        content = workspace.read_file(path) if path else b""
        tree = parse_tree(Words, content, name, workspace.read_covered(name))
        for phrases in changes:
            within = Mapping(tree.place)
            within["phrases"] = phrases
            tree = inherit(Words, tree, within)
        return decode(Words, tree)

    def _checked(self, words: Words | None) -> Words | None:
        """Return words with the names of all formats, if they are sound."""
        if words is None or add_problems(check_words(words), self.problems):
            return None
        self.problems.extend(unknown_formats(words, self.reader.workspace))
        return quote_phrases(name_formats(words, self.formats))


def _own_phrases(folder: ClinicFolder, language: str) -> Iterator[Mapping]:
    """Find the phrases that a clinic changes in a language: those for all its countries come first."""
    for tag in reversed(Language(language).nearest):
        if tag in folder.clinic.words:
            yield folder.clinic.words[tag]
