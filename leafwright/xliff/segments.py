"""Join the segments of a unit: the words of its source, and of its target in their own order.

Source: XLIFF Version 2.1, sections 4.2.2.5 to 4.2.2.9 and 4.7.5 (the attribute `order`).
"""

from dataclasses import dataclass
from operator import attrgetter
from typing import Final, Self

from leafwright.problems import Place, refusal_at
from leafwright.source.signs import NO_TEXT, named
from leafwright.xliff.inline import all_words
from leafwright.xliff.record import UnitState
from leafwright.xmltree import XmlElement

_SEGMENTS: Final = frozenset({"segment", "ignorable"})
_WORDS: Final = frozenset({"source", "target"})
_LOST: Final = "\ufffd"
_AGAIN: Final = "ask for the file again, as XLIFF 2.1 has it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A segment, or the text between two: its source, its target if it has one, and the target's order."""

    element: XmlElement
    source: XmlElement
    target: XmlElement | None
    order: int

    @classmethod
    def of(cls, element: XmlElement, number: int, count: int) -> Self:
        """Read the `number`th of `count`; raises ContentError without one source, or with two targets."""
        sources, targets = element.below("source"), element.below("target")
        if len(sources) != 1 or len(targets) > 1:
            count_text = f"{len(sources)} sources" if len(sources) != 1 else f"{len(targets)} targets"
            place = targets[-1].place if len(targets) > 1 else element.place
            hint = "one source and one target belong there; keep the right one"
            raise refusal_at(place, "broken-segment", f"there are {count_text} in one {element.name}", hint)
        target = targets[0] if targets else None
        order = _order(target, count) if target and "order" in target.attributes else number
        return cls(element=element, source=sources[0], target=target, order=order)

    @property
    def state(self) -> UnitState:
        """The state of its words: `initial` if the target is missing, whatever the file says.

        By the standard, a segment without a state is `initial`, too.
        """
        written = self.element.get("state", UnitState.INITIAL.value)
        if written not in set(UnitState):
            hint = f"there are {', '.join(UnitState)}"
            raise refusal_at(self.element.place, "unknown-value", f"'{written}' is no state", hint)
        has_words = any(sign.isalnum() for sign in all_words(self.source))
        lacks = has_words and not (self.target and all_words(self.target).strip())
        return UnitState.INITIAL if lacks else UnitState(written)


def segments_of(unit: XmlElement) -> tuple[Segment, ...]:
    """Read the segments of a unit, in the order of its source.

    Raises ContentError for words outside of a segment, two segments with the same id and conflicting orders.
    """
    for child in unit.elements:
        if child.name in _WORDS:
            raise refusal_at(child.place, "broken-segment", f"a {child.name} is outside of a segment", _AGAIN)
    elements = [child for child in unit.elements if child.name in _SEGMENTS]
    if not elements:
        message = f"the unit '{unit.get('id')}' has no segment"
        raise refusal_at(unit.place, "broken-segment", message, _AGAIN)
    _refuse_repeated(elements)
    segments = tuple(
        Segment.of(child, number, len(elements)) for number, child in enumerate(elements, start=1)
    )
    _refuse_collision(segments)
    return segments


def targets_of(segments: tuple[Segment, ...]) -> list[XmlElement]:
    """List the elements of the target, in its own order; none if no segment has a target.

    Text between segments without a target is the same in both languages: mostly a blank.
    """
    if not any(segment.target for segment in segments if segment.element.name == "segment"):
        return []
    ordered = sorted(segments, key=attrgetter("order"))
    parts = (
        segment.target or (segment.source if segment.element.name == "ignorable" else None)
        for segment in ordered
    )
    return [part for part in parts if part]


def refuse_signs(elements: list[XmlElement]) -> None:
    """Raise ContentError for a character that no text has, such as a control character."""
    for element in elements:
        words = all_words(element)
        if (sign := NO_TEXT.search(words)) or _LOST in words:
            name = named(sign.group() if sign else _LOST)
            hint = "take it out, or type the letter that was lost there"
            raise refusal_at(element.place, "bad-sign", f"{name} does not belong in a text", hint)


def _refuse_repeated(segments: list[XmlElement]) -> None:
    known: dict[str, Place] = {}
    for segment in segments:
        name = segment.get("id")
        if name and name in known:
            message = f"there are two segments '{name}'"
            raise refusal_at(
                segment.place, "broken-segment", message, f"the first is in line {known[name].line}"
            )
        known[name] = segment.place


def _refuse_collision(segments: tuple[Segment, ...]) -> None:
    taken: dict[int, Segment] = {}
    for segment in segments:
        if other := taken.get(segment.order):
            place = (segment.target or other.target or segment.element).place
            message = f"two targets of the unit have the order {segment.order}"
            hint = f"give each its own, 1 to {len(segments)}; without one, a target is where its source is"
            raise refusal_at(place, "broken-segment", message, hint)
        taken[segment.order] = segment


def _order(target: XmlElement, count: int) -> int:
    """Read the position of a target among those of its unit."""
    written = target.get("order")
    if not (written.isascii() and written.isdigit() and 1 <= int(written[:9]) <= count):
        message = f"'{written}' is not a position among the targets of the unit"
        raise refusal_at(target.place, "broken-segment", message, f"there are 1 to {count}")
    return int(written)
