"""The lock of the language server: what is installed is known by its hash, wherever it comes from."""

import json
from pathlib import Path

FOLDER = Path(__file__).parent


def test_each_package_has_a_hash_and_no_address() -> None:
    """No package can be replaced unnoticed, and no registry is named."""
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]

    assert packages
    assert [package for package in packages if not package["integrity"].startswith("sha512-")] == []
    assert [package for package in packages if "resolved" in package] == []


def test_the_lock_is_of_what_is_asked_for() -> None:
    """The lock has the version that package.json names, and no range of versions."""
    asked = json.loads((FOLDER / "package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((FOLDER / "package-lock.json").read_text("utf-8"))["packages"]

    assert {name: lock[f"node_modules/{name}"]["version"] for name in asked} == asked
