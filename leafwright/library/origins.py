"""Every value of a clinic with the place that it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from leafwright.library.gathering import FileReader, gather, parse_uncached
from leafwright.library.lineage import Lineage, lineage_of, read_own_files
from leafwright.model.brand_file import BrandFile
from leafwright.model.clinic import Clinic
from leafwright.model.inheritance import below
from leafwright.model.record import Record, kebab
from leafwright.problems import Place
from leafwright.source import Mapping, Node, Scalar, Sequence
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value, its path in the file, such as `phones.department.number`, and its place; none if built in."""

    path: str
    value: Any
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeClinic:
    """A clinic with everything it inherits: those above it, nearest first, and the facts of both files."""

    above: tuple[str, ...]
    clinic: tuple[Fact, ...]
    brand: tuple[Fact, ...]


def whole_clinics(workspace: Workspace) -> dict[str, WholeClinic]:
    """Read every clinic with everything it inherits, as far as it can be read; an unreadable one has none."""
    files = read_own_files(FileReader(workspace=workspace, parser=parse_uncached))
    lines = {
        name: gather([], lineage_of, name, files) or Lineage(files=(own,)) for name, own in files.items()
    }
    return {
        name: WholeClinic(
            above=line.ids[1:],
            clinic=tuple(_facts_in(line.clinic, Clinic)) if files[name].clinic is not None else (),
            brand=tuple(_facts_in(brand, BrandFile)) if (brand := line.brand) else (),
        )
        for name, line in lines.items()
    }


def _facts_in(tree: Mapping, shape: Any, path: str = "") -> Iterator[Fact]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _facts_in(value, below(shape, key), f"{path}{key}.")
        elif value is not None:
            place = value.place if isinstance(value, Scalar | Sequence) else tree.key_place(key)
            yield Fact(path=f"{path}{key}", value=_plain(value), place=place)
    yield from (
        Fact(path=f"{path}{key}", value=value, place=None)
        for key, value in _built_in(shape)
        if key not in tree
    )


def _built_in(shape: Any) -> Iterator[tuple[str, str]]:
    """Go through what a record takes for a field that is not written."""
    if isinstance(shape, type) and issubclass(shape, Record):
        for name, field in shape.model_fields.items():
            if isinstance(field.default, str):
                yield kebab(name), field.default


def _plain(value: Node) -> Any:
    match value:
        case Mapping():
            return {str(key): _plain(below) for key, below in value.items()}
        case Sequence():
            return [_plain(entry) for entry in value]
    return None if value is None else str(value)
