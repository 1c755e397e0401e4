"""Every code that the program can report is explained, and no other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from leafwright.codes import read_codes
from leafwright.resources import PACKAGE
from leafwright.rules.rule import find_codes

MODULES = sorted(PACKAGE.rglob("*.py"))
FORM = re.compile(r"[a-z]+(-[a-z0-9]+)*")
HANDED_ON = {
    "code",
    "kind",
    "error.type",
    "self.rule.code",
    "finding.code",
    "str(written['code'])",
    "str(found['code'])",
}
"""Codes that were made elsewhere, and are seen there."""


def _takers(tree: ast.Module) -> dict[str, int | None]:
    """Find what a module may make a problem with, and which argument is the code."""
    takers: dict[str, int | None] = {
        "Problem": None,
        "FontFinding": None,
        "_RefusedError": 0,
        "fault": 0,
        "problem_at": 1,
        "refusal_at": 1,
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [each.arg for each in node.args.args if each.arg != "self"]
            makes = isinstance(node.returns, ast.Name | ast.Constant) or node.returns is None
            if "code" in names and makes and re.search(r"problem|fault|refus|report|warning", node.name):
                takers[node.name] = names.index("code")
    return takers


def _written(tree: ast.Module) -> Iterator[ast.expr]:
    """Go through the expressions that give a problem its code."""
    takers = _takers(tree)
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in takers:
                at = takers[name]
                named = [each.value for each in node.keywords if each.arg == "code"]
                yield from named or ([] if at is None else node.args[at : at + 1])
            case ast.Yield(value=ast.Tuple(elts=[ast.Constant(value=str(name)) as code, ast.JoinedStr()])):
                yield from [code] if FORM.fullmatch(name) else []


def _codes_in(path: Path) -> Iterator[str]:
    """List the codes of a module; one that cannot be read off it is no code."""
    tree = ast.parse(path.read_text("utf-8"))
    known = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for written in _written(tree):
        choices = [written.body, written.orelse] if isinstance(written, ast.IfExp) else [written]
        for choice in choices:
            code = known.get(choice.id, choice) if isinstance(choice, ast.Name) else choice
            if ast.unparse(code) not in HANDED_ON:
                assert isinstance(code, ast.Constant), f"{path.name}: {ast.unparse(code)}"
                yield str(code.value)


@pytest.fixture(scope="module")
def reported() -> set[str]:
    """Collect the codes that the engine reports."""
    return {code for path in MODULES for code in _codes_in(path)}


def test_every_code_is_explained(reported: set[str]) -> None:
    """`explain` knows each code of a message."""
    assert sorted(reported - set(read_codes()) - set(find_codes())) == []


def test_nothing_else_is_explained(reported: set[str]) -> None:
    """A code that was given up is taken out."""
    assert sorted(set(read_codes()) - reported) == []


@pytest.mark.parametrize("code", read_codes())
def test_a_code_says_what_to_do(code: str) -> None:
    """It has the form of a code, and a sentence beside the one that says what it means."""
    assert FORM.fullmatch(code)
    assert len(re.findall(r"[.:;,](?= |$)", read_codes()[code].text)) >= 2
