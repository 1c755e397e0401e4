"""Check the reused parts of a drawing: each exists, none contains itself, and together they stay few.

One `use` can draw ten others that draw ten each, and so on, so a short file can be an endless drawing.
"""

from collections.abc import Iterator
from typing import Final

from leafwright.pictures.drawing import styled, unsupported_problem
from leafwright.pictures.grammar import LINKS, SHAPES, SPOKEN
from leafwright.pictures.svg import MOST_DEPTH, MOST_ELEMENTS, shown
from leafwright.pictures.values import clip_of, target_of
from leafwright.problems import Problem
from leafwright.xmltree import XmlElement

MOST_LOOKS: Final = 400_000
"""How often the engine may visit an element: to find each named part, it visits all elements."""
_USABLE: Final = frozenset({*SHAPES, "g", "use"})


class _EndlessError(Exception):
    """A drawing contains itself, or grows too large."""

    def __init__(self, element: XmlElement, message: str) -> None:
        super().__init__(message)
        self.element = element


def check_reuse(root: XmlElement) -> Iterator[Problem]:
    """Go through the faults of reused parts and of clip paths."""
    elements = list(root.tree)
    named: dict[str, XmlElement] = {}
    for element in elements:
        if name := element.attributes.get("id"):
            named.setdefault(name, element)
    targets: set[str] = set()
    for element in elements:
        targets.update(filter(None, (_target(element), clip_of(styled(element).get("clip-path", "")))))
        yield from _check_use(element, named)
        yield from _check_clipped(element, named)
    if len(targets) * len(elements) > MOST_LOOKS:
        message = f"{len(targets):,} parts of {len(elements):,} elements are used again"
        yield Problem(place=root.place, code="picture-too-complex", message=message, hint="draw them out")
    try:
        _Expansion(named).count(root)
    except _EndlessError as error:
        yield Problem(
            place=error.element.place,
            code="picture-too-complex",
            message=str(error),
            hint="draw the parts out instead of using them again",
        )


def _check_use(element: XmlElement, named: dict[str, XmlElement]) -> Iterator[Problem]:
    if element.name != "use":
        return
    link = _link(element)
    target = named.get(_target(element) or "")
    if not link.startswith("#") and link:
        return  # reported as a link
    if target is None:
        yield unsupported_problem(
            element, f"<use> names '{shown(link)}', which is not there", "take it out, or correct the id"
        )
    elif target.name not in _USABLE:
        message = f"<use> of <{shown(target.name)}> is not drawn as it is written"
        yield unsupported_problem(element, message, "use a <g> or a shape")


def _check_clipped(element: XmlElement, named: dict[str, XmlElement]) -> Iterator[Problem]:
    clip = clip_of(styled(element).get("clip-path", ""))
    if clip is not None and (clip not in named or named[clip].name != "clipPath"):
        message = f"clip-path names '{shown(clip)}', which is no clipPath of this file"
        yield unsupported_problem(element, message, "take it out, or correct the id")
    if element.name != "clipPath":
        return
    inside = [child for child in element.elements if child.name not in SPOKEN]
    styles = [styled(part) for part in (element, *inside)]
    odd = any("clip-path" in style or style.get("clip-rule") == "evenodd" for style in styles)
    if len(inside) != 1 or inside[0].name not in SHAPES or odd:
        message = "a <clipPath> is drawn as written with one shape in it, of clip-rule nonzero"
        yield unsupported_problem(element, message, "join its shapes into one path")


def _link(element: XmlElement) -> str:
    return next((value.strip() for name, value in element.attributes.items() if name in LINKS), "")


def _target(element: XmlElement) -> str | None:
    return target_of(_link(element)) if element.name == "use" else None


class _Expansion:
    """Counts the elements that a drawing has when every `use` is drawn out, and how deep they are nested."""

    def __init__(self, named: dict[str, XmlElement]) -> None:
        self.named = named
        self.known: dict[int, tuple[int, int]] = {}
        self.inside: set[int] = set()

    def count(self, element: XmlElement, depth: int = 0) -> tuple[int, int]:
        """Return how many elements one draws, and how deep. Raises _EndlessError beyond the bounds."""
        key = id(element)
        if key in self.known:
            return self.known[key]
        if key in self.inside:
            message = f"<{shown(element.name)}> is used inside itself"
            raise _EndlessError(element, message)
        self.inside.add(key)
        target = self.named.get(_target(element) or "")
        parts = [*element.elements, *([target] if target else [])] if depth <= MOST_DEPTH else []
        counts = [self.count(part, depth + 1) for part in parts]
        self.inside.discard(key)
        size, height = (
            1 + sum(size for size, _ in counts),
            1 + max((height for _, height in counts), default=0),
        )
        if max(depth, height) > MOST_DEPTH or size > MOST_ELEMENTS:
            message = (
                f"parts that are used again draw more than {MOST_ELEMENTS:,} elements, or {MOST_DEPTH} deep"
            )
            raise _EndlessError(element, message)
        self.known[key] = (size, height)
        return size, height
