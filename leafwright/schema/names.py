"""The names that editors list: those that come with Leafwright, and those of a workspace."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import leafwright
from leafwright.families import FAMILIES
from leafwright.files import digest
from leafwright.library import Library, handout_paths
from leafwright.problems import Place, Problem, Severity, has_errors
from leafwright.resources import shared
from leafwright.rules.profile import profile_names
from leafwright.rules.rule import find_codes

Names = Mapping[str, tuple[str, ...]]
"""Names by what they name, such as topics."""
LINES: Final = ("department", "out-of-hours", "emergency")
_STAMP: Final = re.compile(r'"\$comment": "Leafwright (?P<release>[^" ;]+)(; names (?P<names>\w+))?"')
_STAMPED: Final = "handout.schema.json"


def bundled_names() -> Names:
    """List the names that come with Leafwright."""
    templates = shared("templates")
    return {
        "editions": _stems(templates / "editions"),
        "families": FAMILIES,
        "languages": _stems(shared("words")),
        "lines": LINES,
        "looks": _stems(templates / "looks"),
        "profiles": profile_names(),
        "rules": tuple(find_codes()),
        "variants": _stems(templates / "variants"),
    }


def names_of(library: Library) -> Names:
    """List the names that a workspace may use, its own ones included."""
    clinics = [folder.clinic for folder in library.clinics]
    departments = {key for clinic in clinics for key in clinic.departments}
    lines = {key for clinic in clinics for key in clinic.phones.lines}
    return {
        **bundled_names(),
        "clinics": tuple(sorted({*library.lineages, *library.sites})),
        "departments": tuple(sorted(departments)),
        "editions": tuple(sorted(library.formats.editions)),
        "languages": tuple(sorted(library.words)),
        "lines": (*LINES, *sorted(lines - {*LINES})),
        "looks": tuple(sorted(library.formats.looks)),
        "references": tuple(sorted(library.references)),
        "topics": tuple(sorted({path.parent.name for path in handout_paths(library.workspace)})),
        "variants": tuple(sorted(library.formats.variants)),
    }


def stamp(names: Names | None) -> str:
    """Say which release wrote a schema, and for which names of a workspace."""
    of_names = f"; names {_digest(names)}" if names else ""
    return f"Leafwright {leafwright.__version__}{of_names}"


def lists_names(root: Path) -> bool:
    """Return whether the schemas of a workspace list its names."""
    found = _read_stamp(root)
    return bool(found and found["names"])


def find_stale(library: Library) -> Iterator[Problem]:
    """Report schemas of another release, or with other names than the workspace has; none is no fault."""
    path, found = library.workspace.root / "schema" / _STAMPED, _read_stamp(library.workspace.root)
    if not path.is_file() or has_errors(library.problems):
        return
    lists = bool(found and found["names"])
    if not found or found["release"] != leafwright.__version__:
        message = f"the schemas are not of this release, {leafwright.__version__}"
    elif lists and found["names"] != _digest(names_of(library)):
        message = "the schemas list other topics, clinics or references than there are"
    else:
        return
    yield Problem(
        place=Place(file=f"schema/{_STAMPED}"),
        code="stale-schema",
        message=message,
        hint=f"write them again: leafwright schema{' --workspace' * (lists or not found)}",
        severity=Severity.ADVICE,
    )


def _read_stamp(root: Path) -> re.Match[str] | None:
    try:
        return _STAMP.search((root / "schema" / _STAMPED).read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return None


def _digest(names: Names) -> str:
    return digest(json.dumps(names, sort_keys=True).encode())[:12]


def _stems(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))
