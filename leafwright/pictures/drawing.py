"""Report each part of a drawing, by name and line, that the engine does not draw as it is written."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.pictures.geometry import MOST_POINTS, MOST_SIGNS, GeometryError
from leafwright.pictures.grammar import (
    CURES,
    ELEMENTS,
    IDLE_ATTRIBUTES,
    IDLE_FAMILIES,
    IDLE_PROPERTIES,
    LINKS,
    MOST_WORDS,
    NAMED_FREELY,
    PROPERTIES,
    SHAPES,
    SPOKEN,
    UNSAFE,
)
from leafwright.pictures.svg import local_of, shown
from leafwright.pictures.values import Check
from leafwright.problems import Problem, problem_at
from leafwright.xmltree import XmlElement

_REMOTE: Final = re.compile(r"url\(\s*+['\"]?+(?!#)|@import|javascript:", re.IGNORECASE)
_XML: Final = "http://www.w3.org/XML/1998/namespace}"
_LISTS: Final = frozenset({"d", "points"})
_FOREIGN: Final = frozenset(ELEMENTS) | UNSAFE.keys() | CURES.keys()
_SMOOTH: Final = re.compile("[Tt]")


def check_drawing(root: XmlElement) -> Iterator[Problem]:
    """Go through everything that is not drawn as it is written, element by element."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield from _check_element(element, first=element is root)
        if element.name in ELEMENTS and (element is root or element.name != "svg"):
            waiting += reversed(element.elements)
    yield from _check_size(root)
    yield from _check_opacity(root)


def styled(element: XmlElement) -> dict[str, str]:
    """Return the properties of an element; its style overrides its attributes."""
    own = {name: value.strip() for name, value in element.attributes.items() if name in PROPERTIES}
    return own | {name: value for name, value in _declarations(element) if name in PROPERTIES}


def _check_element(element: XmlElement, *, first: bool) -> Iterator[Problem]:
    name = element.name
    if name in SPOKEN or "}" in name:
        yield from _check_aside(element)
    elif name in UNSAFE:
        yield unsafe_problem(element, f"the SVG contains <{name}>", UNSAFE[name])
    elif name not in ELEMENTS or (name == "svg" and not first):
        hint = CURES.get(name, "draw it as shapes: path, rect, circle, ellipse, line, polyline, polygon")
        yield unsupported_problem(element, f"<{shown(name)}> is not drawn as it is written", hint)
    else:
        for attribute, value in element.attributes.items():
            yield from _check_attribute(element, attribute, value)
        for child in element.elements if name in SHAPES or name == "use" else ():
            if child.name in ELEMENTS:
                message = f"<{child.name}> is inside <{name}>, where browsers draw nothing"
                yield unsupported_problem(child, message, "take it out, or move it out of there")


def _check_aside(element: XmlElement) -> Iterator[Problem]:
    """Refuse shapes in places where browsers ignore them, because the engine draws them."""
    for below in element.tree:
        local = local_of(below.name)
        if local in _FOREIGN and (below is not element or "}" in element.name):
            message = f"<{local}> is in <{shown(local_of(element.name))}>, where nothing is drawn"
            yield unsupported_problem(below, message, "take it out, or move it out of there")


def _check_attribute(element: XmlElement, name: str, value: str) -> Iterator[Problem]:
    local, own = local_of(name), ELEMENTS[element.name]
    if local.lower().startswith("on"):
        yield unsafe_problem(
            element, f"the SVG contains the event '{shown(local)}'", "take it out: paper does not act"
        )
    elif name in LINKS:
        if element.name != "use" or not value.strip().startswith("#"):
            hint = "take it out: a picture has all its shapes in its own file"
            yield unsafe_problem(element, f"the SVG contains a link to '{shown(value)}'", hint)
    elif name == f"{_XML}base" or _REMOTE.search(value):
        yield unsafe_problem(element, f"the SVG contains a link in '{shown(local)}'", "take it out")
    elif len(value) > (MOST_POINTS if name in _LISTS else MOST_WORDS):
        message = f"'{shown(local)}' has {len(value):,} signs"
        yield problem_at(
            element.place, "picture-too-complex", message, "split the path into several, or simplify it"
        )
    elif name == "style":
        yield from _check_style(element)
    elif name in own:
        yield from _check_value(element, name, value, own[name])
    elif name in PROPERTIES:
        yield from _check_value(element, name, value, PROPERTIES[name])
    elif "}" not in name and name not in IDLE_ATTRIBUTES and not _is_idle(name, *NAMED_FREELY):
        yield unsupported_problem(element, f"'{shown(name)}' of <{element.name}> is not drawn", "take it out")


def _check_style(element: XmlElement) -> Iterator[Problem]:
    for name, value in _declarations(element):
        if name in PROPERTIES:
            yield from _check_value(element, name, value, PROPERTIES[name])
        elif name and not _is_idle(name, "-"):
            message = f"'{shown(name)}' in the style of <{element.name}> is not drawn"
            yield unsupported_problem(element, message, "write it as an attribute, or take it out")


def _is_idle(name: str, *free: str) -> bool:
    """Return whether a property or an attribute has no effect on shapes."""
    return name in IDLE_PROPERTIES or name.startswith((*IDLE_FAMILIES, *free))


def _declarations(element: XmlElement) -> Iterator[tuple[str, str]]:
    for part in element.attributes.get("style", "").split(";"):
        name, _, value = part.partition(":")
        yield name.strip().lower(), value.strip()


def _check_value(element: XmlElement, name: str, value: str, check: Check) -> Iterator[Problem]:
    value = value if name in _LISTS else value.strip(" \t\r\n")
    if name in PROPERTIES and value == "inherit":
        return
    subject = f"{name} of <{element.name}>"
    if name not in _LISTS:
        subject = f"{name} '{shown(value)}' of <{element.name}>"
    if name in PROPERTIES and len(value) > MOST_SIGNS:
        yield unsupported_problem(element, f"{subject} is longer than a value needs to be", "shorten it")
        return
    try:
        check(value)
    except GeometryError as error:
        yield unsupported_problem(element, f"{subject} {error}", "write a value that all programs draw alike")


def _check_size(root: XmlElement) -> Iterator[Problem]:
    """Refuse a drawing without a size, for which the engine assumes 300 by 150 pixels."""
    sides = [root.attributes.get(name, "%").strip() for name in ("width", "height")]
    if "viewBox" not in root.attributes and any(side.endswith("%") for side in sides):
        hint = 'add a viewBox to <svg>, such as viewBox="0 0 100 70"'
        yield problem_at(root.place, "bad-svg", "the SVG does not say how large it is", hint)
    if any(re.fullmatch(r"[-+]?[0.]+[a-zA-Z%]*", side[:MOST_SIGNS]) for side in sides):
        yield problem_at(
            root.place, "bad-svg", "the SVG is 0 wide or high", "give <svg> a width and a height"
        )


def _check_opacity(root: XmlElement) -> Iterator[Problem]:
    """Refuse transparent elements with strokes or smooth curves, which the engine cuts off at a box."""
    faded: list[XmlElement] = []
    cut = False
    for element in root.tree:
        properties = styled(element)
        cut = cut or properties.get("stroke", "none") != "none"
        cut = cut or bool(_SMOOTH.search(element.attributes.get("d", "")))
        if _is_faded(properties.get("opacity", "1")):
            faded.append(element)
    for element in faded if cut else ():
        message = f"opacity of <{shown(element.name)}> cuts off strokes and curves"
        yield unsupported_problem(element, message, "use fill-opacity and stroke-opacity on the shapes")


def _is_faded(opacity: str) -> bool:
    """Return whether an element is partly transparent; another check reports a value that is no number."""
    try:
        return 0 < float(opacity.removesuffix("%")) < (100 if opacity.endswith("%") else 1)
    except ValueError:
        return False


def unsafe_problem(element: XmlElement, message: str, hint: str) -> Problem:
    """Make the problem of an element that does more than draw."""
    return problem_at(element.place, "unsafe-svg", message, hint)


def unsupported_problem(element: XmlElement, message: str, hint: str) -> Problem:
    """Make the problem of an element that is not drawn as it is written."""
    return problem_at(element.place, "unsupported-svg", message, hint)
