"""The files that come with Leafwright, in the form of each schema: examples of what is written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from leafwright.resources import PACKAGE, shared
from leafwright.source import parse_source


def read_samples(name: str) -> Iterator[Any]:
    """Go through the values of all files that may have an example for a schema."""
    templates, skeletons = shared("templates"), PACKAGE / "skeletons"
    match name:
        case "handout":
            yield _read(templates / "parts/opening.yaml")["handout"]
            for path in sorted((templates / "blocks").glob("*.yaml")):
                yield {"sections": [_read(path, "blocks:\n")]}
        case "words":
            yield from map(_read, (shared("words") / "en-GB.yaml", *sorted(shared("words").glob("*.yaml"))))
        case "variant" | "edition" | "look":
            yield from map(_read, sorted((templates / f"{name}s").glob("*.yaml")))
        case "clinic":
            yield _read(skeletons / "clinic/clinic.yaml")
            yield {"words": {"en-GB": _read(shared("words") / "en-GB.yaml")["phrases"]}}
        case "brand":
            yield _read(skeletons / "clinic/_brand.yml")
        case "references":
            yield _read(skeletons / "reference.yaml", "references:\n")


def _read(path: Path, before: str = "") -> Any:
    return parse_source(before + path.read_text("utf-8"), path.name)
