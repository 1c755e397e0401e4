"""Change the code at random, one small change at a time, and tell which changes a room's own tests notice.

Run by `make mutants`. mutmut makes the changes; it leaves out decorators, decorated functions, annotations
and docstrings. The same seed and size choose the same changes of the same code. What no test can notice
counts as a survivor all the same.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import ndiff
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from libcst import Module
from mutmut.mutation.file_mutation import Mutation, create_mutations

ROOT: Final = Path(__file__).parents[1]
ROOMS: Final = {
    "text": ("text", ("tests/test_text.py",)),
    "source": ("source", ("tests/source",)),
    "colour": ("colour.py", ("tests/test_colour.py",)),
    "palette": ("palette.py", ("tests/test_colour.py",)),
    "bibliography": ("bibliography", ("tests/bibliography", "tests/test_bibliography.py")),
    "translation": ("translation", ("tests/translation",)),
    "sheet": ("sheet", ("tests/sheet", "tests/test_partners.py", "tests/test_own_fonts.py")),
    "pdf": ("pdf", ("tests/pdf",)),
}
"""The code of each room below leafwright/, and its own tests, without those in folders further below."""
AIM: Final = 90
"""So many of 100 changes ought to be noticed."""
PATIENCE: Final = 5
"""Tests that take so many times as long as without a change, and a minute, hang, which is noticed."""
_LEFT_OUT: Final = shutil.ignore_patterns(".*", "__pycache__", "output")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A module with one change."""

    path: Path
    before: str
    after: str

    @property
    def change(self) -> str:
        """What was changed, after `file:line:`."""
        lines = list(ndiff(self.before.splitlines(), self.after.splitlines()))
        changed = [line for line in lines if line.startswith(("- ", "+ "))]
        number = sum(not line.startswith(("+ ", "? ")) for line in lines[: lines.index(changed[0])]) + 1
        return "\n".join((f"{self.path}:{number}:", *(f"  {line}" for line in changed)))


def main() -> int:
    """Run the rooms that are asked for; tell by the exit status whether each of them reached the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="*", choices=[*ROOMS, []], help="the rooms, all when none is named")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=40, help="how many changes in a room")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / ROOT.name
        shutil.copytree(ROOT, copy, ignore=_LEFT_OUT)
        shares = [_try_room(copy, room, asked) for room in asked.rooms or ROOMS]
    return int(min(shares) < AIM)


def _try_room(copy: Path, room: str, asked: argparse.Namespace) -> float:
    """Print what the tests of a room do not notice, and how many of 100 changes they do."""
    code, tests = ROOMS[room]
    start = time.monotonic()
    files = [path for test in tests for path in _test_files(copy / test)]
    if failure := _failure(copy, files, limit=None):
        raise SystemExit(f"{room}: the tests fail without a change\n{failure}")
    limit = 60 + PATIENCE * (time.monotonic() - start)
    chance = random.Random(f"{asked.seed} {room}")  # noqa: S311  # a sample, not a secret
    mutants = _sample(copy, copy / "leafwright" / code, chance, asked.size)
    noticed = 0
    for mutant in mutants:
        if failure := _noticed(copy, mutant, files, limit):
            noticed += 1
            sys.stderr.write(".")
            # What noticed one change often notices the next one.
            files.sort(key=lambda path: path.name not in failure)
        else:
            _tell(mutant.change)
    share = 100 * noticed / len(mutants)
    _tell(f"{room}: {noticed} of {len(mutants)} noticed, {share:.0f} in 100")
    return share


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _sample(copy: Path, code: Path, chance: random.Random, size: int) -> Sequence[Mutant]:
    """Choose changes of a module or of all in a folder."""
    modules = sorted(code.glob("*.py")) if code.is_dir() else [code]
    mutations = [(module, *each) for module in modules for each in _mutations_of(module)]
    return [
        Mutant(
            path=module.relative_to(copy),
            before=tree.code,
            after=tree.deep_replace(mutation.original_node, mutation.mutated_node).code,
        )
        for module, tree, mutation in chance.sample(mutations, min(size, len(mutations)))
    ]


def _mutations_of(module: Path) -> Iterator[tuple[Module, Mutation]]:
    tree, mutations, *_ = create_mutations(str(module), module.read_text("utf-8"))
    yield from ((tree, mutation) for mutation in mutations)


def _test_files(path: Path) -> Sequence[Path]:
    return [path] if path.is_file() else sorted(path.glob("test_*.py"))


def _noticed(copy: Path, mutant: Mutant, files: Sequence[Path], limit: float) -> str:
    """Return how a change is noticed; empty if it is not. The tests of the module's own name run first."""
    module = copy / mutant.path
    nearest_first = sorted(files, key=lambda path: path.stem != f"test_{module.stem}")
    try:
        _write(module, mutant.after)
        return _failure(copy, nearest_first, limit)
    finally:
        _write(module, mutant.before)


def _write(module: Path, code: str) -> None:
    """Write a module; what Python has compiled of it may look as new as the module."""
    module.write_text(code, "utf-8")
    Path(cache_from_source(str(module))).unlink(missing_ok=True)


def _failure(copy: Path, files: Sequence[Path], limit: float | None) -> str:
    """Run tests until the first that fails, and return the lines that name it."""
    command = (sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *map(str, files))
    environment = os.environ | {"PYTHONPATH": str(copy)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    try:
        run = subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, text=True, timeout=limit, check=False
        )
    except subprocess.TimeoutExpired:
        return "it takes too long"
    if not run.returncode:
        return ""
    return "\n".join(run.stdout.splitlines()[-3:]) or "it crashes"


if __name__ == "__main__":
    sys.exit(main())
