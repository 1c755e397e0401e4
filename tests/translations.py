"""Translations of the tests' own: of the small workspace's handout, into a Spanish that anyone can check."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from leafwright.library import load_library
from leafwright.resources import shared
from leafwright.translation import parts_of
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC_FILE, TOPIC, write_workspace
from tests.workspaces import LANGUAGE as SOURCE

LANGUAGE: Final = "es"
NAME: Final = f"handouts/{TOPIC}/{LANGUAGE}.yaml"
TRANSLATOR: Final = {"en": "Machine draft, not reviewed", "es": "Borrador automático, sin revisar"}


def translated(text: str) -> str:
    """Say a text in the tests' Spanish: every word of it stays, and one before it tells the language."""
    return f"Traducido: {text}"


def make_translation(workspace: Workspace, **changes: Any) -> dict[str, Any]:
    """Make a whole and current translation of the one handout; `changes` replace its top-level keys."""
    (source,) = (file for file in load_library(workspace).handouts if file.language == "en")
    parts = {
        name: {
            "made-from": part.made_from,
            "words": {path: translated(text) for path, text in part.sources.items()},
        }
        for name, part in parts_of(source.handout).items()
    }
    return {"language": LANGUAGE, "translator": TRANSLATOR, "parts": parts, **changes}


def write_translation(workspace: Workspace, translation: Mapping[str, Any] | None = None) -> Path:
    """Write a translation of the one handout, by default a whole and current one."""
    path = workspace.root / NAME
    written = translation or make_translation(workspace)
    path.write_text(yaml.safe_dump(dict(written), allow_unicode=True, sort_keys=False), encoding="utf-8")
    return path


def write_bilingual_workspace(root: Path, **changes: Any) -> Workspace:
    """Write the small workspace with a clinic that prints in Spanish too, and nothing translated yet.

    The phrases are the English ones, so that a test can find them. `blocks`, `handout` and `files` are the
    workspace's, other `changes` are of what the clinic prints.
    """
    files = changes.pop("files", {})
    content = {name: changes.pop(name) for name in ("blocks", "handout") if name in changes}
    printed: Any = CLINIC_FILE["prints"]
    prints: dict[str, Any] = {"languages": [SOURCE, LANGUAGE], "variants": ["leaflet"], **changes}
    clinic = {
        "prints": {**printed, **prints},
        "decisions": {slot: {"en": f"{slot}.", "es": f"{slot}."} for slot in ("driving", "escort")},
        "disclaimer": {"en": "This is general information.", "es": "Es información general."},
    }
    words = (shared("words") / f"{SOURCE}.yaml").read_text("utf-8")
    plural = 'other: "{n} pages"'
    spanish = words.replace(f"language: {SOURCE}", f"language: {LANGUAGE}").replace(
        plural, f'many: "{{n}} pages"\n        {plural}'
    )
    files = {**files, f"words/{LANGUAGE}.yaml": spanish}
    return write_workspace(root, clinic=clinic, files=files, **content)
