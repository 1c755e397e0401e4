"""Why a file is not YAML: the parser's faults in an author's words, at the line that is to be changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from leafwright.problems import Place, Problem

_QUOTES: Final = "check the indentation, and put quotes around text that holds ': ' or starts with a symbol"
_WHOLE: Final = "put quotes around the whole text"
_NO_COLON: Final = "could not find expected ':'"
_TOLD: Final = {
    "did not find expected key": (
        "this line does not fit to those before it",
        "begin it below the key it belongs to, and write `key: value`",
    ),
    "did not find expected '-' indicator": (
        "this line is neither an entry of the list nor part of one",
        "begin each entry with `- `, all in the same column",
    ),
    "mapping values are not allowed in this context": (
        "a second ': ' stands in one value, or the line is indented too far",
        "put quotes around the text, or begin the line below the key it belongs to",
    ),
    _NO_COLON: (
        "a line is no `key: value`",
        "add the colon and a space, or indent the text more than its key",
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins in the line of its key",
        "begin it in the next line, or put it in brackets: [one, two]",
    ),
    "did not find expected ',' or ']'": (
        "a list in brackets is not closed, or lacks a comma",
        "write [one, two], and quotes around an entry that holds a comma or a colon",
    ),
    "did not find expected ',' or '}'": (
        "a mapping in braces is not closed, or lacks a comma",
        "write {key: value, other: value}, and quotes around text that holds a comma or a colon",
    ),
    "found unknown escape character": (
        "a backslash between double quotes stands for nothing here",
        "take it out, or write the text without quotes",
    ),
    "found character that cannot start any token": (
        "a value begins with a sign that YAML keeps for itself",
        "put quotes around the text",
    ),
    "did not find expected alphabetic or numeric character": (
        "a value begins with a sign that YAML keeps for itself",
        "put quotes around the text",
    ),
    "found unexpected end of stream": (
        "the file ends in the middle of a value",
        "look for a mark, a bracket or a brace that is not closed",
    ),
}
"""The parser's words, and what an author makes of them."""
_WORD: Final = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Where the last text in quotation marks begins and ends, lines and columns counted from 1."""

    mark: str
    begin: Place
    end: Place


def explain_syntax(
    error: yaml.MarkedYAMLError, lines: Sequence[str], name: str, last: Quoted | None
) -> Problem:
    """Say where and how a file stops being YAML.

    A closing quotation mark that is missing is found only where the next mark stands, dozens of lines below;
    then the place is where the text began.
    """
    problem = str(error.problem or error.context)
    mark = error.problem_mark or error.context_mark
    if problem == _NO_COLON:
        mark = error.context_mark  # the line itself; the parser goes on to the next one
    place = Place(file=name, line=mark.line + 1, column=mark.column + 1) if mark else Place(file=name)
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "quoted scalar" in str(error.context) and "end of stream" in problem and error.context_mark:
        opened = Place(file=name, line=error.context_mark.line + 1, column=error.context_mark.column + 1)
        return _problem(opened, "the text that begins here is never closed", "add the closing quotation mark")
    if last and last.end.line == place.line and last.end <= place:
        return _after_quotes(last, place, line)
    if "\t" in line[: place.column] or "\\t" in problem:
        message, hint = "a tab stands where spaces belong", "indent with spaces"
        return Problem(place=place, code="tab", message=message, hint=hint)
    if line[: place.column - 1].rstrip().endswith(("]", "}")):
        return _problem(place, "text goes on behind a bracket that YAML reads itself", _WHOLE)
    message, hint = _TOLD.get(problem, (problem, _QUOTES))
    return _problem(place, message, hint)


def _after_quotes(last: Quoted, place: Place, line: str) -> Problem:
    """Explain what stands behind a closing quotation mark, which may be none."""
    rest = line[last.end.column - 1 :]
    if last.begin.line < last.end.line:
        message = (
            f"the text that begins here ends only in line {last.end.line}, and what stands there does not fit"
        )
        return _problem(last.begin, message, "the closing quotation mark may be missing in this line")
    if last.mark == "'" and _WORD.match(rest):
        hint = "write the text between double quotes, or without any"
        return _problem(last.end, "an apostrophe ends the text between single quotes", hint)
    return _problem(place, "the text goes on behind its closing quotation mark", _WHOLE)


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place=place, code="bad-yaml", message=f"this is not YAML: {message}", hint=hint)
