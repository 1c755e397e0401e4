"""What a workspace has for spelling: lists of its words, and dictionaries that the package lacks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Self

from leafwright.model.record import LANGUAGE
from leafwright.problems import ContentError, Place, Problem
from leafwright.source import read_file, text_of
from leafwright.spelling.finding import FOLDER, tag_of
from leafwright.spelling.lists import ANY, read_words
from leafwright.workspace import Workspace

_PAIR: Final = {".dic": ".aff", ".aff": ".dic"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSpelling:
    """The words of a workspace by language or `any`, its dictionaries, and what is wrong with their files."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    dictionaries: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, workspace: Workspace) -> Self:
        """Read the lists of a workspace, and find its dictionaries."""
        folder, pattern = FOLDER.split("/")
        paths = [*workspace.list(folder, f"{pattern}/*")]
        problems = [*workspace.left_out(folder, f"{pattern}/*"), *_misnamed(paths, workspace)]
        words = {}
        for path in (path for path in paths if path.suffix == ".txt" and _is_named(path)):
            try:
                name = workspace.name(path)
                words[path.stem], faults = read_words(text_of(read_file(path, name), name), name)
                problems += faults
            except ContentError as error:
                problems += error.problems
        pairs = {
            tag_of(path): path.with_suffix("")
            for path in paths
            if path.suffix == ".dic" and path.with_suffix(".aff") in paths
        }
        return cls(words=words, dictionaries=pairs, problems=tuple(problems))


def _misnamed(paths: Iterable[Path], workspace: Workspace) -> Iterator[Problem]:
    """Report files that no language uses, and dictionaries that are only one file."""
    paths = tuple(paths)
    for path in paths:
        partner = path.with_suffix(_PAIR.get(path.suffix, path.suffix))
        if path.suffix not in {*_PAIR, ".txt"} or not _is_named(path):
            message = "no spelling is checked with a file of this name"
            hint = "name a word list like en.txt or any.txt, a dictionary like cy.dic and cy.aff"
            yield _bad_file(path, workspace, message, hint)
        elif partner not in paths:
            message = "a dictionary of Hunspell is two files"
            yield _bad_file(path, workspace, message, f"put {partner.name} beside it")


def _is_named(path: Path) -> bool:
    listed = path.suffix == ".txt" and path.stem == ANY
    return listed or bool(re.fullmatch(LANGUAGE, tag_of(path)))


def _bad_file(path: Path, workspace: Workspace, message: str, hint: str) -> Problem:
    place = Place(file=workspace.name(path))
    return Problem(place=place, code="bad-spelling-file", message=message, hint=hint)
