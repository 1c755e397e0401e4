"""Plain values and models to records, with every problem at once and each at its line."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leafwright.decode.explaining import explain
from leafwright.decode.following import follow
from leafwright.model.record import Record
from leafwright.problems import ContentError, Place, Problem
from leafwright.source import Mapping, Sequence, overlay, parse_source, read_file, text_of

R = TypeVar("R", bound=Record)


MOST_TOLD: Final = 200
"""So many faults of a file are told at once: nobody reads more."""
_MEANT: Final = re.compile(r"did you mean '(.+)'\?")


def read_record(model: type[R], path: Path, name: str) -> R:
    """Read one YAML file into a record.

    Raises ContentError with every problem of the file.
    """
    return parse_record(model, read_file(path, name), name)


def parse_record(model: type[R], content: bytes, name: str, base: bytes = b"") -> R:
    """Turn what is in a YAML file into a record; records are frozen, so the same bytes may share one.

    What the file does not say is taken from `base`, the file of the same name that Leafwright brings along.
    Raises ContentError with every problem of the file.
    """
    record: R = _parse_record(model, content, name, base)
    return record


@lru_cache(maxsize=64)
def _parse_record(model: type[R], content: bytes, name: str, base: bytes) -> R:
    tree = parse_source(text_of(content, name), name)
    if base:
        tree = overlay(parse_source(text_of(base, name), f"{name} (bundled)"), tree)
    return decode(model, tree)


def decode(model: type[R], tree: Mapping) -> R:
    """Turn a mapping into a record of `model`.

    Raises ContentError with every problem found, in the words of an editor and not of a validator.
    """
    try:
        return model.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = list(_meant(error.errors(include_url=False), tree))
        problems = [explain(fault, model, tree) for fault in faults[:MOST_TOLD]]
        if len(faults) > MOST_TOLD:
            first = explain(faults[MOST_TOLD], model, tree)
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


def _meant(faults: list[ErrorDetails], tree: Mapping) -> Iterator[ErrorDetails]:
    """Leave out the faults that only echo others.

    A list is called too short where its entries have faults of their own; and of a value that may be this or
    that, both are found wanting: what has faults further in is what the author meant.
    """
    paths = [tuple(follow(tree, fault["loc"]).path) for fault in faults]
    deeper = {path[:end] for path in paths for end in range(len(path))}
    for fault, path in zip(faults, paths, strict=True):
        is_short = fault["type"] == "too_short" and isinstance(fault["input"], Sequence)
        is_choice = fault["type"] == "literal_error" and isinstance(fault["input"], Sequence)
        if not ((is_short or is_choice) and path in deeper):
            yield fault
