"""Plain values and models to records, with every problem at once and each at its line."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leafwright.decode.fields import known_keys
from leafwright.decode.suggesting import suggest
from leafwright.model.record import FORMS, Record
from leafwright.problems import ContentError, Place, Problem
from leafwright.source import Mapping, Node, Scalar, Sequence, parse_source, read_file, text_of

R = TypeVar("R", bound=Record)


MOST_TOLD: Final = 200
"""So many faults of a file are told at once: nobody reads more."""
LONGEST_SHOWN: Final = 40
"""A value of so many letters is said again as it ought to be written."""
_MEANT: Final = re.compile(r"did you mean '(.+)'\?")
_OF_A_KEY: Final = "[key]"
"""What a validator's location ends with when the key itself is at fault."""
_LIST = "a list"
_EXPECTED = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "string_type": "words",
    "tuple_type": _LIST,
    "list_type": _LIST,
    "dict_type": "a mapping of `key: value` lines",
    "model_type": "a mapping of `key: value` lines",
    "model_attributes_type": "a mapping of `key: value` lines",
}


def read_record(model: type[R], path: Path, name: str) -> R:
    """Read one YAML file into a record.

    Raises ContentError with every problem of the file.
    """
    return parse_record(model, read_file(path, name), name)


def parse_record(model: type[R], content: bytes, name: str) -> R:
    """Turn what is in a YAML file into a record.

    Raises ContentError with every problem of the file.
    """
    return decode(model, parse_source(text_of(content, name), name))


def decode(model: type[R], tree: Mapping) -> R:
    """Turn a mapping into a record of `model`.

    Raises ContentError with every problem found, in the words of an editor and not of a validator.
    """
    try:
        return model.model_validate(tree)
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults = [detail for detail in details if not _is_echo(detail)]
        problems = [_problem(detail, model, tree) for detail in faults[:MOST_TOLD]]
        if len(faults) > MOST_TOLD:
            first = _problem(faults[MOST_TOLD], model, tree)
            problems.append(_untold(first.place, len(faults) - MOST_TOLD))
        raise ContentError(_without_misspelt(problems)) from error


def _untold(place: Place, more: int) -> Problem:
    message = f"from here on {more:,} more faults are not told"
    return Problem(place=place, code="more-faults", message=message, hint="mend those before first")


def _without_misspelt(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out that a field is missing where it is there, misspelt."""
    meant = {
        (problem.place.file, found[1]): problem.place
        for problem in problems
        if problem.code == "unknown-field" and (found := _MEANT.fullmatch(problem.hint))
    }
    for problem in problems:
        name = problem.hint.removeprefix("add `").removesuffix(":`")
        place = meant.get((problem.place.file, name)) if problem.code == "missing-field" else None
        if place is None or place < problem.place:
            yield problem


def _is_echo(detail: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its entries have faults of their own."""
    written = detail["input"]
    return detail["type"] == "too_short" and isinstance(written, Sequence) and bool(written)


def _problem(detail: ErrorDetails, model: type[Record], tree: Mapping) -> Problem:
    path, place, owner = _follow(tree, detail["loc"])
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    name = str(path[-1]) if path else ""
    match kind:
        case "missing":
            found = Problem(
                place=place, code="missing-field", message=f"'{name}' is missing", hint=f"add `{name}:`"
            )
        case "extra_forbidden":
            found = _unknown_field(name, owner, path, suggest(name, known_keys(model, tree, path[:-1])))
        case "literal_error" | "union_tag_invalid":
            found = _wrong_choice(detail, place, name)
        case "union_tag_not_found":
            found = Problem(
                place=place, code="missing-field", message="'kind' is missing", hint="add `kind:`"
            )
        case _ if detail["input"] is None or kind in _EXPECTED:
            found = _wrong_type(detail, place, name, _EXPECTED.get(kind, "words"))
        case _ if "hint" in context:
            where = _pointed_at(detail["input"], context) or place
            found = Problem(
                place=where, code=kind, message=str(context["message"]), hint=str(context["hint"])
            )
        case _:
            found = _out_of_bounds(detail, place, name)
    return found


def _unknown_field(name: str, owner: Node, path: list[int | str], hint: str) -> Problem:
    place = owner.key_place(name) if isinstance(owner, Mapping) else Place(file="-")
    message = f"'{name}' is no field of {_called(owner, path)}"
    return Problem(place=place, code="unknown-field", message=message, hint=hint)


def _pointed_at(written: object, context: dict[str, Any]) -> Place | None:
    """Find the field or the character a fault of the models points at."""
    if isinstance(place := context.get("place"), Place):
        return place
    if isinstance(written, Mapping) and context.get("at"):
        return written.key_place(context["at"])
    if isinstance(written, Scalar):
        return written.place_at(context.get("offset", 0))
    return None


def _wrong_type(detail: ErrorDetails, place: Place, name: str, expected: str) -> Problem:
    if detail["input"] is None:
        hint = f"write {expected}, or take the line out"
        return Problem(place=place, code="empty", message=f"'{name}' has no value", hint=hint)
    written = detail["input"]
    found = {Mapping: "a mapping", Sequence: "a list"}.get(type(written), f"'{written}'")
    hint = f"write {expected}"
    if expected == _LIST and isinstance(written, Scalar):
        short = len(written) <= LONGEST_SHOWN and not set(written) & set("[]{}")
        hint = f"write a list: [{written}]" if short else "write a list, each entry in a line behind `- `"
    return Problem(place=place, code="wrong-type", message=f"'{name}' is {found}", hint=hint)


def _wrong_choice(detail: ErrorDetails, place: Place, name: str) -> Problem:
    context: dict[str, Any] = detail.get("ctx", {})
    if detail["type"] == "union_tag_invalid":
        name, written = "kind", str(context["tag"])
        known = [tag.strip().strip("'") for tag in str(context["expected_tags"]).split(",")]
        value = detail["input"].get("kind") if isinstance(detail["input"], Mapping) else None
        place = value.place if isinstance(value, Scalar) else place
    else:
        written = str(detail["input"])
        known = [
            part.strip().strip("'") for part in str(context["expected"]).replace(" or ", ", ").split(",")
        ]
    return Problem(
        place=place, code="unknown-value", message=f"'{written}' is no {name}", hint=suggest(written, known)
    )


def _out_of_bounds(detail: ErrorDetails, place: Place, name: str) -> Problem:
    context: dict[str, Any] = detail.get("ctx", {})
    match detail["type"]:
        case "string_pattern_mismatch":
            hint = FORMS[str(context["pattern"])]
            called = "name" if detail["loc"][-1] == _OF_A_KEY else name
            return Problem(
                place=place, code="bad-form", message=f"'{detail['input']}' is no {called}", hint=hint
            )
        case "too_short":
            hint = f"write at least {context['min_length']}"
            return Problem(place=place, code="too-few", message=f"'{name}' has too few entries", hint=hint)
        case "too_long":
            hint = f"at most {context['max_length']}"
            return Problem(place=place, code="too-many", message=f"'{name}' has too many entries", hint=hint)
    return Problem(place=place, code="bad-value", message=f"'{name}' cannot be used: {detail['msg'].lower()}")


def _follow(tree: Mapping, location: tuple[int | str, ...]) -> tuple[list[int | str], Place, Node]:
    """Walk a validator's location through the tree.

    Returns the steps that exist in YAML (a validator also names the kinds of a union), the place of the last
    thing found, and the mapping or sequence that holds the last step.
    """
    node: Node = tree
    owner: Node = tree
    place = tree.place
    path: list[int | str] = []
    for index, step in enumerate(location):
        last = index == len(location) - 1
        if isinstance(node, Mapping) and step in node:
            path.append(step)
            owner, node = node, node[str(step)]
            place = _place_of(node) or owner.key_place(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node):
            path.append(step)
            owner, node = node, node[step]
            place = _place_of(node) or place
        elif last and step == _OF_A_KEY and isinstance(owner, Mapping):
            place = owner.key_place(str(path[-1]))
        elif last and isinstance(node, Mapping):
            path.append(step)
            owner, place = node, node.place
    return path, place, owner


def _place_of(node: Node) -> Place | None:
    return node.place if isinstance(node, Scalar | Mapping | Sequence) else None


def _called(owner: Node, path: list[int | str]) -> str:
    """Name the record an author knows: its kind, or the key it stands under."""
    if isinstance(owner, Mapping) and isinstance(kind := owner.get("kind"), str):
        return kind
    names = [step for step in path[:-1] if isinstance(step, str)]
    return names[-1] if names else "this file"
