"""Find the files and folders of a workspace that are read, and report those that are not.

A bad name, a link that leads out of the workspace or an unreadable file concerns one topic, one clinic or
one file: it is reported there, and everything else is read.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from leafwright import integrity
from leafwright.exports import SUFFIXES
from leafwright.model.record import LANGUAGE
from leafwright.problems import Place, Problem, Severity
from leafwright.workspace import Workspace

REFERENCES: Final = "references"
"""The name of the files with references, and of the folder that has more of them."""
VARIANTS: Final = ("templates", "variants/*.yaml")
EDITIONS: Final = ("templates", "editions/*.yaml")
LOOKS: Final = ("templates", "looks/*.yaml")
_LISTED: Final = (
    ("words", "*.yaml"),
    VARIANTS,
    EDITIONS,
    LOOKS,
    ("templates", "**/*.html"),
    ("templates", "icons/*.svg"),
    ("styles", "**/*.css"),
)
"""Files that are found by listing folders, beside handouts and clinics."""
_MOVED: Final = {
    "templates/components": "templates/blocks/, or what is no block to templates/parts/",
    "styles/components": "styles/blocks/, or what is no block to styles/parts/",
    "styles/variants": "styles/layouts/",
}
"""Folders that a workspace may still have from an earlier form of its kind, and what took their place."""
_MISNAMED: Final = (("handouts", "*.yml"), ("handouts", "*/*.yml"), ("words", "*.yml"))


def reference_paths(workspace: Workspace) -> Iterator[Path]:
    """List the files with references: handouts/references.yaml, .json or .bib, and those in their folder."""
    handouts = workspace.root / "handouts"
    for folder, pattern in ((handouts, f"{REFERENCES}.*"), (handouts / REFERENCES, "*")):
        yield from (path for path in workspace.entries(folder, pattern) if path.suffix in SUFFIXES)


def topic_folders(workspace: Workspace) -> Iterator[Path]:
    """List the folders that hold handouts, even those with a bad name."""
    for folder in workspace.folders("handouts"):
        if folder.name != REFERENCES and any(workspace.entries(folder, "*.yaml")):
            yield folder


def handout_paths(workspace: Workspace) -> Iterator[Path]:
    """List the files of all topics whose folder and file have good names."""
    for folder in topic_folders(workspace):
        if integrity.is_key(folder.name) and not workspace.fault_of_folder(folder):
            yield from filter(_names_language, workspace.entries(folder, "*.yaml"))


def clinic_folders(workspace: Workspace) -> Iterator[Path]:
    """List the folders of all clinics with good names."""
    for folder in workspace.folders("clinics"):
        if integrity.is_key(folder.name) and not workspace.fault_of_folder(folder):
            yield folder


def word_paths(workspace: Workspace) -> Iterator[Path]:
    """List the files with fixed phrases, one for each language."""
    return filter(_names_language, workspace.list("words", "*.yaml"))


def format_paths(workspace: Workspace, folder: str, pattern: str) -> tuple[Path, ...]:
    """List the files of the variants, the editions or the looks; each has the name of its file."""
    return tuple(path for path in workspace.list(folder, pattern) if integrity.is_key(path.stem))


def find_unread(workspace: Workspace) -> Iterator[Problem]:
    """Report every folder and file that is not read but looks as if it should be."""
    yield from _unread_folders(workspace)
    for folder, pattern in _LISTED:
        yield from workspace.left_out(folder, pattern)
    for path in workspace.list("words", "*.yaml"):
        if not _names_language(path):
            yield integrity.no_language(workspace.name(path), path.stem)
    for kind, (folder, pattern) in (("variant", VARIANTS), ("edition", EDITIONS), ("look", LOOKS)):
        for path in workspace.list(folder, pattern):
            if not integrity.is_key(path.stem):
                yield integrity.bad_file_name(workspace.name(path), path.stem, kind)
    yield from _misnamed(workspace)
    yield from _other_references(workspace)
    yield from _moved(workspace)


def _unread_folders(workspace: Workspace) -> Iterator[Problem]:
    for top in ("handouts", "clinics"):
        for folder in workspace.folders(top):
            files = list(workspace.entries(folder, "*.yaml"))
            if fault := workspace.fault_of_folder(folder):
                yield fault
            elif integrity.is_key(folder.name):
                names = files if top == "handouts" and folder.name != REFERENCES else ()
                yield from (
                    integrity.no_language(workspace.name(path), path.stem)
                    for path in names
                    if not _names_language(path)
                )
            elif files or top == "clinics":
                yield integrity.bad_folder(f"{workspace.name(folder)}/", folder.name)


def _names_language(path: Path) -> bool:
    return bool(re.fullmatch(LANGUAGE, path.stem))


def _misnamed(workspace: Workspace) -> Iterator[Problem]:
    """Report files that would be read if their names ended in `.yaml`."""
    for folder, pattern in _MISNAMED:
        for path in workspace.list(folder, pattern):
            yield Problem(
                place=Place(file=workspace.name(path)),
                code="misnamed-file",
                message="a file of this name is not read",
                hint=f"name it {path.stem}.yaml",
            )


def _other_references(workspace: Workspace) -> Iterator[Problem]:
    """Report files beside the references that are none: RIS, EndNote's own, texts."""
    for path in workspace.entries(workspace.root / "handouts" / REFERENCES, "*"):
        if path.suffix not in {*SUFFIXES, ".yml"}:
            yield Problem(
                place=Place(file=workspace.name(path)),
                code="misnamed-file",
                message="a file of this name is not read",
                hint=f"export the references as CSL-JSON or BibTeX: {path.stem}.json or {path.stem}.bib",
            )


def _moved(workspace: Workspace) -> Iterator[Problem]:
    """Warn of files in folders that are not read any more."""
    for folder, now in _MOVED.items():
        for path in workspace.entries(workspace.root / folder, "*"):
            yield Problem(
                place=Place(file=workspace.name(path)),
                code="moved-folder",
                message=f"nothing in {folder}/ is read",
                hint=f"move it to {now}",
                severity=Severity.WARNING,
            )
