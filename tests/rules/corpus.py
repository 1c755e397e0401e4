"""The corpus: texts like those of real leaflets, each with the words that ought to be found at fault.

Each file of precision/ is one voice. A text becomes a section of the leaflet that `new handout` makes, which
every rule is content with: what is found is found in the text.
"""

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from leafwright.library import Library, load_library
from tests.workspaces import REFERENCES, write_sound_workspace

SEEN: Final = Path(__file__).parent / "precision"
"""The texts on which rules and labels were put right."""
UNSEEN: Final = Path(__file__).parent / "unseen"
"""Texts written and labelled after that, on which no rule was ever put right."""
AS_OF: Final = date(2027, 1, 1)
"""The day the texts are read on."""
TOPIC: Final = "knee-brace"
KEYS: Final = re.compile(r"@([a-z]+(\d{4})[a-z]?)\b")
SOURCE: Final = "example-source"
TABLE: Final = "compare-table"
NORMAL: Final = {
    "id": "normal-words",
    "heading": "What to expect",
    "blocks": [{"kind": "paragraphs", "id": "normal-text", "text": "You may feel sore for 2 days."}],
}
"""A section that the texts on whole sheets may choose beside those of the leaflet."""
HERE: Final = "here"
"""Stands for a fault that is no word's: a list that is too long, a date that is past."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One text: what is written of it, and by code the words at fault, of which any alternative will do."""

    name: str
    written: Mapping[str, Any]
    faults: Mapping[str, tuple[tuple[str, ...], ...]]


@cache
def read_corpus(folder: Path = SEEN) -> tuple[Sample, ...]:
    """Read all texts of a folder, in the order of their files."""
    return tuple(
        Sample(name=f"{path.stem}-{text['id']}", written=text, faults=_labels(text["faults"]))
        for path in sorted(folder.glob("*.yaml"))
        for text in _read(path)["texts"]
    )


def load_corpus(root: Path, samples: Iterable[Sample]) -> Library:
    """Put texts into one workspace, each in a handout named for it, and read that as the checker does.

    Fails when the workspace has problems of its own.
    """
    workspace = write_sound_workspace(root)
    folder, listed = root / "handouts", root / "handouts" / "references.yaml"
    leaflet, references = _read(folder / TOPIC / "en.yaml"), _read(listed)["references"]
    shutil.copytree(folder / TOPIC, root / "pictures")
    shutil.rmtree(folder / TOPIC)
    made: dict[str, dict[str, Any]] = {}
    for number, sample in enumerate(samples):
        shutil.copytree(root / "pictures", folder / sample.name)
        _write(folder / sample.name / "en.yaml", _handout(sample, deepcopy(leaflet), f"T-{number}"))
        made |= {entry["id"]: entry for entry in _references(sample.written)}
    _write(listed, {"references": [*references, *made.values()]})
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return library


def _handout(sample: Sample, leaflet: dict[str, Any], code: str) -> dict[str, Any]:
    """Put a text into the leaflet."""
    written = sample.written
    leaflet.update({"reference": code, **written.get("handout", {})})
    if blocks := _blocks(written):
        heading = written.get("heading", "What to know")
        leaflet["sections"].insert(0, {"id": "text", "heading": heading, "blocks": blocks})
        leaflet["variants"]["leaflet"]["sections"].insert(0, "text")
    if "comparison" in written:
        _replace_table(leaflet, written["comparison"])
    for name, sections in written.get("sheets", {}).items():
        leaflet["variants"].setdefault(name, {})["sections"] = sections
    _make_only(leaflet, written.get("makes", _needed(written, leaflet)))
    printed = {key for variant in leaflet["variants"].values() for key in variant["sections"]}
    leaflet["sections"] = [section for section in (*leaflet["sections"], NORMAL) if section["id"] in printed]
    return leaflet


def _needed(written: Mapping[str, Any], leaflet: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the variants a text is read with: one about whole sheets is read with all of them."""
    whole = {"handout", "comparison", "sheets"} & written.keys()
    return tuple(leaflet["variants"]) if whole else ("leaflet",)


def _make_only(handout: dict[str, Any], variants: Iterable[str]) -> None:
    """Leave out the other variants, and what is written only for them."""
    handout["variants"] = {name: handout["variants"][name] for name in variants}
    if "leaflet" not in handout["variants"]:
        for field in ("audience", "glance"):
            del handout[field]
    if all("summary" in variant for variant in handout["variants"].values()):
        del handout["summary"]


def _labels(faults: Mapping[str, list[str]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    return {code: tuple(tuple(label.split(" | ")) for label in labels) for code, labels in faults.items()}


def _blocks(written: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Make the blocks of a text, whichever of its short forms it is written in."""
    blocks = list(written.get("blocks", []))
    if "text" in written:
        blocks.append({"kind": "paragraphs", "id": "text-words", "text": written["text"]})
    if "items" in written:
        lead = {"lead": written["lead"]} if "lead" in written else {}
        blocks.append({"kind": "list", "id": "text-list", **lead, "items": written["items"]})
    if "warning" in written:
        blocks.append({"kind": "warning", "id": "text-warning", **written["warning"]})
    if "glossary" in written:
        blocks.append({"kind": "glossary", "id": "text-terms", "terms": written["glossary"]})
    return blocks


def _replace_table(handout: dict[str, Any], written: Mapping[str, Any]) -> None:
    """Put a comparison in place of the one on the comparison's sheet, on which only one has room."""
    options = [
        {"id": key, "name": name, "definition": f"{name} [@{SOURCE}]."}
        for key, name in written["options"].items()
    ]
    for option in options:
        if option["id"] == "wait":
            option["no-treatment"] = "true"
    blocks = (block for section in handout["sections"] for block in section["blocks"])
    table = next(block for block in blocks if block["id"] == TABLE)
    table.update(options=options, rows=written["rows"])


def _references(written: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Make an entry of each reference written out, and of each other that is cited, as old as its key."""
    own = written.get("references", [])
    known = {entry["id"] for entry in own}
    cited = {found.groups() for found in KEYS.finditer(str(written)) if found[1] not in known}
    made = (
        {"id": key, "title": f"A made-up study, {key}", "issued": year, "DOI": f"10.1000/{key}"}
        for key, year in sorted(cited)
        if "faults" not in key
    )
    return [{**_COMMON, **entry, "issued": {"date-parts": [[entry["issued"]]]}} for entry in [*own, *made]]


_COMMON: Final = {key: value for key, value in REFERENCES[0].items() if key not in ("id", "title", "issued")}


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # builds nothing but text


def _write(path: Path, content: Mapping[str, Any]) -> None:
    # JSON is YAML, and is written much faster.
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
