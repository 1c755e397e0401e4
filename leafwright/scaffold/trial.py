"""A clinic on trial: read as it would be, in a folder of its own, before anything of it is written."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from leafwright.files import write_whole
from leafwright.library import load_library
from leafwright.problems import Problem
from leafwright.resources import SHARED
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic
from leafwright.workspace import Workspace

UNGIVEN: Final = "placeholder-in-clinic"
"""What is found of the facts that nobody was asked for: no fault of an answer."""


def try_clinic(
    workspace: Workspace, files: Mapping[str, bytes], answers: Mapping[str, str]
) -> dict[str, str]:
    """Say of each answer what keeps it from being used, in the words of `check`; nothing of the others."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for top in SHARED:
            for name, path in workspace.named(top, "**/*"):
                if path.is_relative_to(workspace.root):
                    write_whole(root / name, path.read_bytes())
        for name, content in files.items():
            write_whole(root / name, content)
        found = list(_problems(Workspace(root=root)))
    told: dict[str, str] = {}
    for problem in found:
        if name := _answer_at(problem, files, answers):
            told.setdefault(name, _told(problem, name, answers[name]))
    return told


def _problems(workspace: Workspace) -> Iterator[Problem]:
    library = load_library(workspace)
    yield from library.problems
    for folder in library.clinics:
        found = run_clinic(library, folder, RuleOptions(as_of=date.min))
        yield from (problem for problem in found if problem.code != UNGIVEN)


def _answer_at(problem: Problem, files: Mapping[str, bytes], answers: Mapping[str, str]) -> str:
    """Find the answer a problem is about: it stands in the line, or is spoken of."""
    lines = files.get(problem.place.file, b"").decode("utf-8").splitlines()
    line = lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""
    for name, answer in answers.items():
        if answer in line or answer in problem.message or name in problem.message.split():
            return name
    return ""


def _told(problem: Problem, name: str, answer: str) -> str:
    if name == "language" and problem.code != "unknown-name":
        return (
            f"a new clinic begins in English, for its own words are not written in '{answer}' yet: "
            f"begin with en-GB or en-US, and add {answer} to its languages when they are"
        )
    hint = f"; {problem.hint}" if problem.hint else ""
    return f"'{answer}' cannot be the {name}: {problem.message}{hint}"
