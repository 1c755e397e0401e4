"""The size of things: a function is read in one look, and a long list of parameters is a record unmade."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafwright.resources import PACKAGE

MOST_LINES = 30
MOST_PARAMETERS = 4
MODULES = sorted(PACKAGE.rglob("*.py"))

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, Function):
            yield node


def _lines(function: Function) -> int:
    """Count the lines of a function, its docstring left out."""
    documented = function.body[0] if ast.get_docstring(function) else None
    inside = (documented.end_lineno or 0) - documented.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - inside


def _parameters(function: Function) -> list[str]:
    taken = function.args
    names = [given.arg for given in (*taken.posonlyargs, *taken.args, *taken.kwonlyargs)]
    return [name for name in names if name not in {"self", "cls"}]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_function_is_read_in_one_look(path: Path) -> None:
    """A function has at most 30 lines beside its docstring."""
    long = [function.name for function in _functions(path) if _lines(function) > MOST_LINES]

    assert long == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_function_takes_few_parameters(path: Path) -> None:
    """A function has at most four parameters; if it needs more, a record is missing."""
    greedy = [function.name for function in _functions(path) if len(_parameters(function)) > MOST_PARAMETERS]

    assert greedy == []


def test_a_function_too_long_is_found() -> None:
    """The measure counts what is written, and no docstring."""
    written = 'def long():\n    """Say.\n\n    More.\n    """\n' + "    x = 1\n" * MOST_LINES

    (function,) = ast.parse(written).body
    assert isinstance(function, ast.FunctionDef)
    assert _lines(function) == MOST_LINES + 1
