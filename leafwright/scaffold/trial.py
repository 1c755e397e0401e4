"""Try a new clinic: check its files in a temporary folder before they are written."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from leafwright.files import write_whole
from leafwright.library import load_library, whole_clinics
from leafwright.problems import Problem, has_errors
from leafwright.resources import SHARED
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic
from leafwright.scaffold.sites import PART_OF
from leafwright.workspace import Workspace

WAITING: Final = "waiting-for-clinic"
UNGIVEN: Final = frozenset({"placeholder-in-clinic", "missing-clinic-fact"})
"""The findings for facts that nobody was asked for, which are not the fault of an answer."""


def try_clinic(
    workspace: Workspace, files: Mapping[str, bytes], answers: Mapping[str, str]
) -> dict[str, str]:
    """Return why each bad answer cannot be used, with the message of `check`; good answers are left out."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for top in (*SHARED, *_folders_above(workspace, answers.get(PART_OF, ""))):
            for name, path in workspace.named(top, "**/*"):
                if path.is_relative_to(workspace.root):
                    write_whole(root / name, path.read_bytes())
        for name, content in files.items():
            write_whole(root / name, content)
        problems = list(_problems(Workspace(root=root)))
    reasons: dict[str, str] = {}
    for problem in problems:
        if name := _answer_at(problem, files, answers):
            reasons.setdefault(name, _reason(problem, name, answers[name], problems))
    return reasons


def _folders_above(workspace: Workspace, parent: str) -> Iterator[str]:
    """Name the folders of a clinic and of those above it, and that of the handouts, whose names they use."""
    if parent:
        yield "handouts"
        yield from (f"clinics/{clinic}" for clinic in (parent, *whole_clinics(workspace)[parent].above))


def _problems(workspace: Workspace) -> Iterator[Problem]:
    library = load_library(workspace)
    yield from library.problems
    for folder in library.clinics:
        problems = run_clinic(library, folder, RuleOptions(as_of=date.min))
        yield from (problem for problem in problems if problem.code not in UNGIVEN)


def _answer_at(problem: Problem, files: Mapping[str, bytes], answers: Mapping[str, str]) -> str:
    """Find the answer that a problem is about: it is in the line, or in the message."""
    lines = files.get(problem.place.file, b"").decode("utf-8", "replace").splitlines()
    line = lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""
    for name, answer in answers.items():
        if name == PART_OF and not has_errors([problem]):
            continue
        named = re.compile(rf"(?<!\w){re.escape(answer)}(?!\w)")
        if named.search(line) or named.search(problem.message) or name in problem.message.split():
            return name
    return ""


def _reason(problem: Problem, name: str, answer: str, problems: Iterable[Problem]) -> str:
    if problem.code == WAITING:
        errors = (fault for fault in problems if has_errors([fault]) and fault.code != WAITING)
        causes = [str(fault) for fault in errors if fault.place.file in problem.message]
        return "\n".join([f"'{answer}' cannot be the {name} before its errors are corrected", *causes])
    if name == "language" and problem.code != "unknown-name":
        return (
            f"a new clinic begins in English, because its own words are not written in '{answer}' yet: "
            f"begin with en-GB or en-US, and add {answer} to its languages when they are"
        )
    return f"'{answer}' cannot be the {name}: {problem.text}"
