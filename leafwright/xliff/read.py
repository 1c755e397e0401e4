"""An XLIFF file that comes back to its units, with everything in it that is not what was sent.

Source: XLIFF Version 2.1, OASIS Standard, 13 February 2018. A unit that a tool split into segments is put
together again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.model.clinic import SOURCE_LANGUAGE
from leafwright.problems import ContentError, Place, Problem
from leafwright.xliff.inline import plain_words, read_inline
from leafwright.xliff.markup import Piece
from leafwright.xliff.record import State
from leafwright.xliff.tree import Element, parse_xml

_SEGMENTS: Final = frozenset({"segment", "ignorable"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A unit as it came back: the source it was made from, its words, empty without, and where they stand."""

    id: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    state: State
    place: Place


def read_xliff(content: bytes, name: str, topic: str, language: str) -> tuple[Returned, ...]:
    """Read the units of a topic from a file called `name`.

    Raises ContentError with everything that is wrong with it.
    """
    root = parse_xml(content, name)
    file = _find_file(root, topic, language)
    problems: list[Problem] = []
    found: dict[str, Returned] = {}
    for unit in _units(file):
        try:
            returned = _read_unit(unit)
        except ContentError as error:
            problems += error.problems
            continue
        if returned.id in found:
            first = found[returned.id].place
            hint = f"it stands first in line {first.line}; keep one"
            problems.append(_problem(unit.place, "duplicate-unit", f"'{returned.id}' is there twice", hint))
        found.setdefault(returned.id, returned)
    if problems:
        raise ContentError(problems)
    return tuple(found.values())


def _find_file(root: Element, topic: str, language: str) -> Element:
    """Find what is about the topic, in a file of the right form and languages."""
    again = f"export {topic} again, and have that translated"
    if root.name != "xliff" or not root.get("version").startswith("2."):
        version = f" {root.get('version')}" if root.get("version") else ""
        told = root.name.rpartition("}")[2] + version
        hint = "ask for XLIFF 2.1 or 2.0; 1.2 is another format"
        raise ContentError([_problem(root.place, "not-xliff", f"this is {told}, and not XLIFF 2.1", hint)])
    for attribute, wanted in (("srcLang", SOURCE_LANGUAGE), ("trgLang", language)):
        given = root.get(attribute)
        if given.lower() != wanted.lower() and not given.lower().startswith(f"{wanted.lower()}-"):
            message = f"{attribute} is '{given}', and not '{wanted}'"
            raise ContentError([_problem(root.place, "wrong-language", message, again)])
    files = {file.get("id"): file for file in root.below("file")}
    if topic not in files:
        message = f"this is of {', '.join(files) or 'no topic'}, and not of {topic}"
        raise ContentError([_problem(root.place, "wrong-topic", message, again)])
    return files[topic]


def _units(element: Element) -> Iterator[Element]:
    """Go through the units, whatever groups they are in."""
    for child in element.children:
        if isinstance(child, Element) and child.name == "unit":
            yield child
        elif isinstance(child, Element) and child.name == "group":
            yield from _units(child)


def _read_unit(unit: Element) -> Returned:
    data = (each for kept in unit.below("originalData") for each in kept.below("data"))
    markup = {each.get("id"): plain_words(each) for each in data}
    segments = [child for child in unit.children if isinstance(child, Element) and child.name in _SEGMENTS]
    states = [_state(segment) for segment in segments if segment.name == "segment"]
    targets = [target for segment in segments for target in segment.below("target")]
    return Returned(
        id=unit.get("id"),
        source=read_inline([source for segment in segments for source in segment.below("source")], markup),
        target=read_inline(targets, markup),
        state=min(states, key=list(State).index, default=State.INITIAL),
        place=targets[0].place if targets else unit.place,
    )


def _state(segment: Element) -> State:
    """Read how far words are; where nothing is said, the standard takes them for a beginning."""
    written = segment.get("state", State.INITIAL.value)
    if written not in set(State):
        hint = f"there are {', '.join(State)}"
        problem = _problem(segment.place, "unknown-value", f"'{written}' is no state", hint)
        raise ContentError([problem])
    return State(written)


def _problem(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place=place, code=code, message=message, hint=hint)
