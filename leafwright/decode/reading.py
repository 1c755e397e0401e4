"""Read files into records of a model, and report every problem at once, each at its line."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leafwright.decode.explaining import explain
from leafwright.decode.following import follow
from leafwright.model.inheritance import inherit
from leafwright.model.record import Record
from leafwright.problems import ContentError, Problem, problem_at
from leafwright.source import Mapping, Sequence, parse_source, read_file, text_of

R = TypeVar("R", bound=Record)


MOST_SHOWN: Final = 200
"""How many faults of a file are reported at once; nobody reads more."""
_MAPPINGS: Final = frozenset({"dict_type", "model_type", "model_attributes_type"})


def read_record(model: type[R], path: Path, name: str) -> R:
    """Read one YAML file into a record.

    Raises ContentError with every problem of the file.
    """
    return parse_record(model, read_file(path, name), name)


def parse_record(model: type[R], content: bytes, name: str, base: bytes = b"") -> R:
    """Read the content of a YAML file into a record; equal content shares one record, which is frozen.

    Keys that the file lacks are taken from `base`, the content of the bundled file of the same name.
    Raises ContentError with every problem of the file.
    """
    record: R = _parse_record(model, content, name, base)
    return record


@lru_cache(maxsize=64)
def _parse_record(model: type[R], content: bytes, name: str, base: bytes) -> R:
    return decode(model, parse_tree(model, content, name, base))


@lru_cache(maxsize=16)
def parse_tree(model: type[Record], content: bytes, name: str, base: bytes = b"") -> Mapping:
    """Read the content of a YAML file of `model` into a mapping, with what it lacks from `base`.

    Raises ContentError for what is no YAML.
    """
    tree = parse_source(text_of(content, name), name)
    return inherit(model, parse_source(text_of(base, name), f"{name} (bundled)"), tree) if base else tree


def decode(model: type[R], tree: Mapping) -> R:
    """Turn a mapping into a record of `model`.

    Raises ContentError with every problem, in an author's words.
    """
    try:
        return model.model_validate(tree, by_alias=True, by_name=False)
    except ValidationError as error:
        faults = list(_meant(error.errors(include_url=False), tree))
        problems = [explain(fault, model, tree) for fault in faults[:MOST_SHOWN]]
        if len(faults) > MOST_SHOWN:
            first = explain(faults[MOST_SHOWN], model, tree)
            message = f"{len(faults) - MOST_SHOWN:,} more faults from here on are not shown"
            problems.append(problem_at(first.place, "more-faults", message, "correct the ones above first"))
        raise ContentError(_without_misspelt(problems)) from error


def _without_misspelt(problems: list[Problem]) -> Iterator[Problem]:
    """Leave out missing fields that are only misspelt."""
    meant = {(problem.place.file, problem.meant): problem.place for problem in problems if problem.meant}
    for problem in problems:
        name = problem.path[-1] if problem.code == "missing-field" and problem.path else ""
        place = meant.get((problem.place.file, name))
        if place is None or place < problem.place:
            yield problem


def _meant(faults: list[ErrorDetails], tree: Mapping) -> Iterator[ErrorDetails]:
    """Leave out faults that only follow from others.

    The validator also calls a list too short if its entries are wrong. For a value that may be one of two
    types it reports both; the type with faults further inside, or that the model itself finds a fault in, is
    the one the author meant, and else the message about the mapping says that words would do as well.
    """
    paths = [tuple(follow(tree, fault["loc"]).path) for fault in faults]
    by_the_model = {path for fault, path in zip(faults, paths, strict=True) if "hint" in fault.get("ctx", {})}
    mappings = {path for fault, path in zip(faults, paths, strict=True) if fault["type"] in _MAPPINGS}
    deeper = {path[:end] for path in paths for end in range(len(path))}
    for fault, path in zip(faults, paths, strict=True):
        is_short = fault["type"] == "too_short" and isinstance(fault["input"], Sequence)
        is_choice = fault["type"] == "literal_error" and isinstance(fault["input"], Sequence)
        is_told = fault["type"] == "string_type" and (path in mappings or path in deeper)
        is_told |= fault["type"] in _MAPPINGS and path in by_the_model
        if not (((is_short or is_choice) and path in deeper) or is_told):
            yield fault
