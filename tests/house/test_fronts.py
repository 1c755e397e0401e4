"""The fronts of rooms: what a room's `__init__.py` imports is what it offers to others."""

import ast
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from leafwright.resources import PACKAGE

ROOT = PACKAGE.parent


@dataclass(slots=True)
class Module:
    """What a module imports from Leafwright, and the names and attributes that it uses."""

    taken: list[tuple[str, str]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    attributes: set[tuple[str, str]] = field(default_factory=set)

    @classmethod
    def read(cls, path: Path) -> "Module":
        """Read a module."""
        module = cls()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.ImportFrom(module=str(origin)) if origin.startswith("leafwright"):
                    module.taken += [(alias.name, origin) for alias in node.names]
                case ast.Attribute(value=ast.Name(id=owner)):
                    module.attributes.add((owner, node.attr))
                    module.names.add(owner)
                case ast.Name():
                    module.names.add(node.id)
        return module


@pytest.fixture(scope="module")
def modules() -> dict[str, Module]:
    """Read every module by its dotted name; a front has that of its room, and a full stop at its end."""
    paths = [path for folder in ("leafwright", "tests", "tools") for path in (ROOT / folder).rglob("*.py")]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return {name.replace("__init__", ""): Module.read(path) for name, path in zip(names, paths, strict=True)}


def test_a_name_is_imported_from_its_own_module_or_the_front_of_its_room(modules: dict[str, Module]) -> None:
    """No module is a detour to the names of another one."""
    detours = [
        (name, origin, by)
        for by, module in modules.items()
        for name, origin in module.taken
        if origin in modules and name in dict(modules[origin].taken)
    ]

    assert detours == []


def test_somebody_takes_what_a_front_offers(modules: dict[str, Module]) -> None:
    """A front offers nothing that nobody imports from it, or reads as an attribute of the room."""
    taken = {pair for module in modules.values() for pair in module.taken}
    read = {pair for module in modules.values() for pair in module.attributes}
    idle = [
        (room, name)
        for room, front in modules.items()
        for name, origin in front.taken
        if room.endswith(".") and origin.startswith(room) and name not in front.names
        if (name, room[:-1]) not in taken and (room.split(".")[-2], name) not in read
    ]

    assert idle == []
