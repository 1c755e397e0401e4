"""Explain a validator's errors in an author's words, with what would be right."""

from dataclasses import replace
from difflib import get_close_matches
from typing import Any, Final

from pydantic_core import ErrorDetails

from leafwright.decode.fields import Expected, home_of
from leafwright.decode.following import OF_A_KEY, FoundPlace, follow
from leafwright.decode.kinds import wrong_kind
from leafwright.decode.mistyped import name_keys, wrong_type
from leafwright.decode.shapes import SHAPES
from leafwright.decode.suggesting import find_meant, suggest
from leafwright.model.record import KEY, Record
from leafwright.problems import Place, Problem, problem_at
from leafwright.source import Mapping, Scalar

MOST_CHOICES: Final = 30
"""How many values of a field are listed at most, because an author cannot look them up elsewhere."""
LIKE: Final = 0.8
"""How like a key must be to a missing one to be taken for it."""
_EXPECTED: Final = {
    "int_parsing": "a whole number in digits, like 12",
    "int_type": "a whole number in digits, like 12",
    "float_parsing": "a number, like 11.5",
    "float_type": "a number, like 11.5",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "date_type": "a day, like 2026-08-06",
    "string_type": "words",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "`key: value` lines",
    "model_type": "`key: value` lines",
    "model_attributes_type": "`key: value` lines",
}
"""The expected value, by the validator's error."""
_FORMS: Final = {
    "integer": _EXPECTED["int_type"],
    "number": _EXPECTED["float_type"],
    "boolean": _EXPECTED["bool_type"],
    "date": _EXPECTED["date_type"],
}
"""The expected value, by its form."""
_LIMITS: Final = {
    "greater_than_equal": ("ge", "write {} or more"),
    "less_than_equal": ("le", "write {} or less"),
}


def explain(detail: ErrorDetails, model: type[Record], tree: Mapping) -> Problem:
    """Make a problem of one error of the validator."""
    field = follow(tree, detail["loc"])
    return replace(_explain(detail, field, model, tree), path=tuple(map(str, field.path)))


def _explain(detail: ErrorDetails, field: FoundPlace, model: type[Record], tree: Mapping) -> Problem:
    written, kind, context = detail["input"], detail["type"], detail.get("ctx", {})
    match kind:
        case "missing":
            around = follow(tree, tuple(field.path[:-1]))
            add = f"add `{field.name}:`{_belonging(Expected.at(model, tree, field.path))}"
            return _missing(field, around, Expected.at(model, tree, field.path[:-1]).keys, add)
        case "extra_forbidden":
            home = home_of(model, field.name) if len(field.path) == 1 else ""
            return _unknown_field(field, Expected.at(model, tree, field.path[:-1]).keys, home)
        case "union_tag_not_found" | "union_tag_invalid":
            return wrong_kind(field, written, Expected.at(model, tree, field.path).choices)
        case _ if "hint" in context:
            return _by_the_model(field, detail)
    return _wrong_value(field, detail, Expected.at(model, tree, field.path))


def _by_the_model(field: FoundPlace, detail: ErrorDetails) -> Problem:
    """Report a fault with the model's own message, at the field or the character it names."""
    kind, context = detail["type"], detail.get("ctx", {})
    place = _pointed_at(detail["input"], context) or field.place
    return problem_at(place, kind, str(context["message"]), str(context["hint"]))


def _wrong_value(field: FoundPlace, detail: ErrorDetails, expected: Expected) -> Problem:
    kind, written = detail["type"], detail["input"]
    if kind == "literal_error":
        return _wrong_choice(field, detail, expected)
    if written is None or kind in _EXPECTED:
        return wrong_type(field, written, _EXPECTED.get(kind, "words"), expected)
    return _out_of_bounds(field, detail, detail.get("ctx", {}))


def _belonging(expected: Expected) -> str:
    """Say what to write behind or below a missing key; nothing if it is words of the author's own."""
    first, form = expected.choices[:MOST_CHOICES], expected.form
    named = ", ".join(first) + (", ..." if len(expected.choices) > len(first) else "")
    if form == "array":
        return f" with a list of {named}" if named else " with a list"
    if named:
        return f" with one of {named}" if len(expected.choices) > 1 else f" with {named}"
    if form == "object" and expected.needed and not expected.words:
        return f" with {name_keys(expected.needed)} below it"
    if shape := SHAPES.get(form):
        return f" with {shape.name}" + (f", like {shape.example}" if shape.example else "")
    return f" with {_FORMS[form]}" if form in _FORMS else ""


def _missing(field: FoundPlace, around: FoundPlace, known: tuple[str, ...], add: str) -> Problem:
    """Report a missing field, or the key in its place where further keys are allowed.

    What lacks it, `around`, may have the misspelt key of another that has it; `add` says how to add it.
    """
    message, owner = f"'{field.name}' is missing", field.owner
    beside = around.owner if isinstance(around.owner, Mapping) else Mapping(field.place)
    whole = [str(key) for key, value in beside.items() if isinstance(value, Mapping) and field.name in value]
    if near := get_close_matches(around.name, whole, n=1, cutoff=LIKE):
        hint = f"did you mean '{near[0]}' by '{around.name}'? If not, {add}"
        place = beside.key_place(around.name)
        return problem_at(place, "missing-field", message, hint)
    own = [str(key) for key in owner if key not in known] if isinstance(owner, Mapping) else []
    if isinstance(owner, Mapping) and (near := get_close_matches(field.name, own, n=1, cutoff=LIKE)):
        hint = f"did you mean '{field.name}' by '{near[0]}'?"
        return problem_at(owner.key_place(near[0]), "missing-field", message, hint)
    return problem_at(field.place, "missing-field", message, add)


def _unknown_field(field: FoundPlace, known: tuple[str, ...], home: str) -> Problem:
    place = field.owner.key_place(field.name) if isinstance(field.owner, Mapping) else field.place
    message = f"'{field.name}' is no field of {field.owner_name}"
    hint = f"write it below `{home}:`" if home else suggest(field.name, known)
    return Problem(
        place=place,
        code="unknown-field",
        message=message,
        hint=hint,
        meant="" if home else find_meant(field.name, known),
    )


def _pointed_at(written: object, context: dict[str, Any]) -> Place | None:
    """Find the field or the character that a model's own error names."""
    if isinstance(place := context.get("place"), Place):
        return place
    if isinstance(written, Mapping) and context.get("at"):
        return written.key_place(context["at"])
    if isinstance(written, Scalar):
        return written.place_at(context.get("offset", 0))
    return None


def _wrong_choice(field: FoundPlace, detail: ErrorDetails, expected: Expected) -> Problem:
    """Report a value or a key that is not one of the allowed ones."""
    choices = str(detail.get("ctx", {})["expected"]).replace(" or ", ", ")
    known = [choice.strip().strip("'") for choice in choices.split(",")]
    written = detail["input"]
    if not isinstance(written, str):
        return wrong_type(field, written, f"one of {', '.join(known)}", expected)
    message = f"'{written}' is no value of '{field.name}'"
    if detail["loc"][-1] == OF_A_KEY:
        message = f"'{written}' is no field of {field.owner_name}"
    return problem_at(field.place, "unknown-value", message, suggest(written, known, MOST_CHOICES))


def _out_of_bounds(field: FoundPlace, detail: ErrorDetails, context: dict[str, Any]) -> Problem:
    kind, written = detail["type"], detail["input"]
    match kind:
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            shape = SHAPES[pattern]
            name = "an id" if pattern == KEY and field.name == "id" else shape.name
            message, hint = f"'{written}' is not {name}", shape.hint(str(written), pattern)
            return problem_at(field.place, "bad-form", message, hint)
        case "too_short":
            message = f"{field.subject} has {_counted(len(written), 'entry', 'entries')}"
            return problem_at(field.place, "too-few", message, f"write at least {context['min_length']}")
        case "too_long":
            message = f"{field.subject} has {_counted(len(written), 'entry', 'entries')}"
            return problem_at(field.place, "too-many", message, f"write at most {context['max_length']}")
        case "string_too_short" | "string_too_long":
            message = f"{field.subject} has {_counted(len(written), 'sign', 'letters and signs')}"
            least = kind == "string_too_short"
            hint = f"at least {context['min_length']}" if least else f"at most {context['max_length']}"
            return problem_at(field.place, "bad-value", message, f"write {hint}")
        case "greater_than_equal" | "less_than_equal":
            key, hint = _LIMITS[kind]
            message = f"{field.subject} is {written}"
            return problem_at(field.place, "bad-value", message, hint.format(context[key]))
    return problem_at(field.place, "bad-value", f"{field.subject} cannot be used: {detail['msg'].lower()}")


def _counted(number: int, one: str, more: str) -> str:
    return f"{number or 'no'} {one if number == 1 else more}"
