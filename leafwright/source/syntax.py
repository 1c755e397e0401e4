"""Explain why a file is not YAML: the parser's faults in an author's words, at the line to change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import yaml

from leafwright.problems import Place, Problem

_QUOTES: Final = (
    "check the indentation, and put quotes around text that contains ': ' or starts with a symbol"
)
_WHOLE: Final = "put quotes around the whole text"
_NO_COLON: Final = "could not find expected ':'"
_NO_BREAK: Final = "\u00a0"
_SECOND_COLON: Final = "mapping values are not allowed in this context"
_NO_ENTRY: Final = "did not find expected '-' indicator"
_UNFIT: Final = frozenset({_SECOND_COLON, "did not find expected key"})
TAB: Final = ("there is a tab where spaces belong", "indent with spaces")
NO_BREAK_SPACE: Final = (
    "there is a no-break space where plain spaces belong",
    "delete the blank signs before the word, and type spaces: they come with text that was copied",
)
_EXPLANATIONS: Final = {
    "did not find expected key": (
        "this line does not fit with those before it",
        "begin it below the key it belongs to, and write `key: value`",
    ),
    _NO_ENTRY: (
        "this line is neither an entry of the list nor part of one",
        "begin each entry with `- `, all in the same column",
    ),
    _SECOND_COLON: (
        "this line begins in another column than the keys before it",
        "begin it in the column of those it belongs to",
    ),
    "block sequence entries are not allowed in this context": (
        "a list begins in the line of its key",
        "begin it in the next line, or put it in brackets: [one, two]",
    ),
    "did not find expected ',' or ']'": (
        "a list in brackets is not closed, or lacks a comma",
        "write [one, two], and quotes around an entry that contains a comma or a colon",
    ),
    "did not find expected ',' or '}'": (
        "a mapping in braces is not closed, or lacks a comma",
        "write {key: value, other: value}, and quotes around text that contains a comma or a colon",
    ),
    "found unknown escape character": (
        "a backslash between double quotes stands for nothing here",
        "take it out, or write the text without quotes",
    ),
    "found invalid Unicode character escape code": (
        "a backslash between double quotes stands for no sign here",
        "type the sign itself",
    ),
    "did not find expected <document start>": (
        "a line of three points ends the file, and something follows",
        "take the line of points out",
    ),
    **dict.fromkeys(
        (
            "found character that cannot start any token",
            "did not find expected alphabetic or numeric character",
        ),
        ("a value begins with a sign that YAML keeps for itself", "put quotes around the text"),
    ),
    "found unexpected end of stream": (
        "the file ends in the middle of a value",
        "look for a mark, a bracket or a brace that is not closed",
    ),
}
"""The parser's messages, each with a message and a hint for authors."""
_CONFLICT: Final = "<<<<<<< "
_KEY: Final = re.compile(r"\s*(?:- +)*([\w-]+):(?:\s|$)")
"""A line that begins with a key."""
_GLUED: Final = re.compile(r"\s*(?:- +)*([\w-]+):(?=[^\s/])")
"""A key without the space after its colon."""
MOST_OFF: Final = 2
"""How many columns to the left of its neighbours a line may be to be taken for one of them."""
_DASHED: Final = re.compile(r"\s*-(?=[^\s-])")
"""A hyphen without the space after it."""
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
    """Return where and why a file is not YAML.

    The parser notices a missing closing quotation mark only at the next mark, dozens of lines below; then the
    place is where the text began.
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
        return _blank(place, TAB)
    if line[: place.column - 1].rstrip().endswith(("]", "}")):
        return _problem(place, "text goes on after a bracket that YAML reads itself", _WHOLE)
    if "," in problem and error.context_mark and error.context_mark.line < place.line - 1:
        place = Place(file=name, line=error.context_mark.line + 1, column=error.context_mark.column + 1)
    elif explained := _explain_by_lines(problem, place, lines):
        return explained
    return _problem(place, *_EXPLANATIONS.get(problem, (problem, _QUOTES)))


def _explain_by_lines(problem: str, place: Place, lines: Sequence[str]) -> Problem | None:
    """Explain a fault by the lines around it, where the parser's message does not help."""
    for number, line in enumerate(lines, 1):
        if line.startswith(_CONFLICT):
            at = replace(place, line=number, column=1)
            return _problem(at, "a merge left two versions here", "keep one, and take out the lines of signs")
    if problem in _UNFIT:
        return _beside_the_line_above(place, lines)
    if problem == _NO_ENTRY and (inside := _left_of_its_entry(place, lines)):
        return inside
    line = lines[place.line - 1] if problem == _NO_COLON else ""
    slip = _slip_in(line, level=True)
    return _problem(replace(place, column=_indent(line) + 1), *slip) if slip else None


def _left_of_its_entry(place: Place, lines: Sequence[str]) -> Problem | None:
    """Explain a key a column or two to the left of those of the entry above, which do not have it yet."""
    key, column = _KEY.match(lines[place.line - 1]), place.column
    entry: dict[int, set[str]] = {}
    for above in reversed(lines[: place.line - 1]):
        known = _KEY.match(above)
        at = known.start(1) + 1 if known else 0
        if known and at > column:
            entry.setdefault(at, set()).add(known[1])
        if above.strip() and _indent(above) < column:
            break
    at = min(entry, default=0)
    if not key or not 0 < at - column <= MOST_OFF or key[1] in entry[at]:
        return None
    message = f"this line begins in column {column}, its neighbours in {at}"
    return _problem(place, message, f"move it {at - column} to the right")


def _beside_the_line_above(place: Place, lines: Sequence[str]) -> Problem | None:
    """Explain a fault by the line above it, in which the cause may be."""
    line, number = lines[place.line - 1], place.line - 1
    if ": " in line[: place.column - 1]:
        return _problem(place, "one value has a second ': '", _WHOLE)
    while number > 1 and not lines[number - 1].partition("#")[0].strip():
        number -= 1
    above = lines[number - 1] if number else ""
    for at, text in ((place.line, line), (number, above)):
        if _NO_BREAK in text[: _indent(text)]:
            return _blank(replace(place, line=at, column=1), NO_BREAK_SPACE)
    if slip := _slip_in(above, level=_indent(above) == _indent(line)):
        return _problem(replace(place, line=number, column=_indent(above) + 1), *slip)
    key = _KEY.match(above)
    if key and above[key.end() :].strip() and _indent(above) < _indent(line):
        message = f"this line is indented below '{key[1]}', which has a value already"
        return _problem(
            place, message, "begin it in the column of the keys it belongs to, or take that value out"
        )
    return None


def _slip_in(above: str, *, level: bool) -> tuple[str, str] | None:
    """Find a missing space or colon; only a line as far indented as the next (`level`) must have a key."""
    if glued := _GLUED.match(above):
        hint = f"write `{glued[1]}: `, and then the text"
        return f"there is no space after the colon of '{glued[1]}'", hint
    if _DASHED.match(above):
        return "there is no space after the hyphen", "write `- `, and then the entry"
    if level and above.strip() and not _KEY.match(above):
        return "this line has no colon after its key", "write `key: value`"
    return None


def _blank(place: Place, explanation: tuple[str, str]) -> Problem:
    message, hint = explanation
    return Problem(place=place, code="tab", message=message, hint=hint)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _after_quotes(last: Quoted, place: Place, line: str) -> Problem:
    """Explain text after a quotation mark that YAML takes for the closing one."""
    rest = line[last.end.column - 1 :]
    if last.begin.line < last.end.line:
        message = (
            f"the text that begins here ends only in line {last.end.line}, and what follows does not fit"
        )
        return _problem(last.begin, message, "the closing quotation mark may be missing in this line")
    if last.mark == "'" and _WORD.match(rest):
        hint = "write the text between double quotes, or without any"
        return _problem(last.end, "an apostrophe ends the text between single quotes", hint)
    return _problem(place, "the text goes on after its closing quotation mark", _WHOLE)


def _problem(place: Place, message: str, hint: str) -> Problem:
    return Problem(place=place, code="bad-yaml", message=f"this is not YAML: {message}", hint=hint)
