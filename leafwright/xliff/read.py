"""Read the units of a returned XLIFF file, and report everything that does not match what was sent.

Source: XLIFF Version 2.1, OASIS Standard, 13 February 2018.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.problems import ContentError, Place, Problem, problem_at, refusal_at
from leafwright.xliff.inline import plain_words, read_inline
from leafwright.xliff.markup import Piece
from leafwright.xliff.record import UnitState
from leafwright.xliff.segments import Segment, refuse_signs, segments_of, targets_of
from leafwright.xliff.tree import parse_xml
from leafwright.xmltree import XmlElement

_LANGUAGE: Final = "http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A returned unit: its source, its words (empty if there are none), its state and its place."""

    id: str
    source: tuple[Piece, ...]
    target: tuple[Piece, ...]
    state: UnitState
    place: Place


def read_xliff(content: bytes, name: str, topic: str, language: str) -> tuple[Returned, ...]:
    """Read the units of a topic from a file called `name`.

    Raises ContentError with every problem.
    """
    root = parse_xml(content, name)
    file = _find_file(root, topic, language)
    problems: list[Problem] = []
    units: dict[str, Returned] = {}
    for unit in _units(file):
        try:
            returned = _read_unit(unit, language)
        except ContentError as error:
            problems += error.problems
            continue
        if returned.id in units:
            first = units[returned.id].place
            hint = f"the first is in line {first.line}; keep one"
            problems.append(problem_at(unit.place, "duplicate-unit", f"'{returned.id}' is there twice", hint))
        units.setdefault(returned.id, returned)
    if problems:
        raise ContentError(problems)
    return tuple(units.values())


def _find_file(root: XmlElement, topic: str, language: str) -> XmlElement:
    """Find the file element of the topic, and check the format and the languages."""
    again = f"export {topic} again, and have that translated"
    if root.name != "xliff" or not root.get("version").startswith("2."):
        version = f" {root.get('version')}" if root.get("version") else ""
        kind = root.name.rpartition("}")[2] + version
        hint = "ask for XLIFF 2.1 or 2.0; 1.2 is another format"
        raise refusal_at(root.place, "not-xliff", f"this is {kind}, and not XLIFF 2.1", hint)
    for attribute, wanted in (("srcLang", SOURCE_LANGUAGE), ("trgLang", language)):
        given = root.get(attribute)
        if not _is_same(given, wanted):
            message = f"{attribute} is '{given}', and not '{wanted}'"
            raise refusal_at(root.place, "wrong-language", message, again)
    files: dict[str, XmlElement] = {}
    for file in root.below("file"):
        name = file.get("id")
        if name in files:
            hint = f"the first is in line {files[name].place.line}; keep one"
            raise refusal_at(file.place, "duplicate-unit", f"the file '{name}' is there twice", hint)
        files[name] = file
    if topic not in files:
        message = f"this is of {', '.join(files) or 'no topic'}, and not of {topic}"
        raise refusal_at(root.place, "wrong-topic", message, again)
    return files[topic]


def _is_same(given: str, wanted: str) -> bool:
    """Return whether a tag names a language, with or without a country."""
    return given.lower() == wanted.lower() or given.lower().startswith(f"{wanted.lower()}-")


def _units(element: XmlElement) -> Iterator[XmlElement]:
    """Go through the units, in any groups."""
    for child in element.elements:
        if child.name == "unit":
            yield child
        elif child.name == "group":
            yield from _units(child)


def _read_unit(unit: XmlElement, language: str) -> Returned:
    segments = segments_of(unit)
    for segment in segments:
        _refuse_foreign(segment, language)
    targets = targets_of(segments)
    refuse_signs(targets)
    markup = _read_data(unit)
    states = [segment.state for segment in segments if segment.element.name == "segment"]
    return Returned(
        id=unit.get("id"),
        source=read_inline([segment.source for segment in segments], markup),
        target=read_inline(targets, markup),
        state=min(states, key=list(UnitState).index, default=UnitState.INITIAL),
        place=next((segment.target.place for segment in segments if segment.target), unit.place),
    )


def _read_data(unit: XmlElement) -> dict[str, str]:
    """Read the original markup of a unit's codes, by its id."""
    markup: dict[str, str] = {}
    for data in (data for group in unit.below("originalData") for data in group.below("data")):
        name = data.get("id")
        if name in markup:
            message, hint = f"the data '{name}' of a code is there twice", "keep the one that was sent"
            raise refusal_at(data.place, "duplicate-unit", message, hint)
        markup[name] = plain_words(data)
    return markup


def _refuse_foreign(segment: Segment, language: str) -> None:
    """Raise ContentError for words that are marked with another language than their file's."""
    for element, wanted in ((segment.source, SOURCE_LANGUAGE), (segment.target, language)):
        given = element.get(_LANGUAGE) if element else ""
        if element and given and not _is_same(given, wanted):
            message = f"this {element.name} is in '{given}', and not in '{wanted}'"
            hint = "put the words of the right language there"
            raise refusal_at(element.place, "wrong-language", message, hint)
