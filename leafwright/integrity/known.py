"""The names that content and clinics may use, and what is reported of others."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from leafwright.decode import plain_key
from leafwright.formats import Formats
from leafwright.problems import Place, Problem

LONGEST: Final = 60
"""The most letters of a name: topic, variant and edition together make a file name, of at most 255 bytes."""
MOST_SHOWN: Final = 40
"""How many letters of too long a name are shown."""
_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_RESERVED: Final = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_ALIKE: Final = 0.8
"""How similar two names are if one is a misspelling of the other: `drivng` and `driving`, not `driving-home`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The names that content and clinics may refer to; without `references` those cannot be read.

    `formats` has the variants, editions and looks whose records can be read. `read` reads the pictures that
    they name.
    """

    variants: tuple[str, ...]
    editions: tuple[str, ...]
    looks: tuple[str, ...]
    formats: Formats
    references: tuple[str, ...] | None
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    decisions: tuple[str, ...]
    read: Callable[[Path], bytes] = Path.read_bytes


def is_key(name: str) -> bool:
    """Return whether a name can be that of a topic, a clinic, a variant, an edition or a look.

    These become file names, which must be valid on every system.
    """
    return bool(_KEY.fullmatch(name)) and len(name) <= LONGEST and not _RESERVED.fullmatch(name)


def bad_folder(file: str, folder: str) -> Problem:
    """Report a folder with a name that cannot be used, once for all its files."""
    message, hint = _bad_name(folder)
    return Problem(place=Place(file=file), code="bad-folder", message=f"the folder {message}", hint=hint)


def bad_file_name(file: str, stem: str, kind: str) -> Problem:
    """Report a template or a style that would be a variant or an edition if it had another name."""
    message, hint = _bad_name(stem)
    place = Place(file=file)
    return Problem(place=place, code="bad-file-name", message=f"the {kind} {message}", hint=hint)


def no_language(file: str, stem: str) -> Problem:
    """Report a file whose name should be a language and is none."""
    message = f"'{_short(stem)}' is no language tag, by which a file is named here"
    hint = "name it like en.yaml, or en-GB.yaml among the words; else move it away"
    return Problem(place=Place(file=file), code="bad-file-name", message=message, hint=hint)


def _bad_name(name: str) -> tuple[str, str]:
    """Say what is wrong with a name, and suggest a right one."""
    if _KEY.fullmatch(name) and len(name) > LONGEST:
        return f"'{_short(name)}' has {len(name)} letters", f"use at most {LONGEST}"
    if _RESERVED.fullmatch(name):
        return f"'{name}' is a name that Windows keeps for itself", "choose another"
    near = plain_key(name)
    hint = "use small letters, digits and single hyphens"
    return f"'{_short(name)}' is no name", f"{hint}: {near}" if is_key(near) else hint


def _short(name: str) -> str:
    """Shorten a long name, and escape what cannot be printed."""
    shown = name if len(name) <= MOST_SHOWN else f"{name[:MOST_SHOWN]}..."
    return shown.encode("unicode_escape").decode("ascii") if not shown.isprintable() else shown


def unknown_decision(slot: str, known: Known, place: Place) -> Problem | None:
    """Report a decision that is a misspelling of a known one; any other may be the clinic's own."""
    if slot in known.decisions:
        return None
    near = get_close_matches(slot, known.decisions, n=1, cutoff=_ALIKE)
    if not near:
        return None
    message, hint = f"there is no decision '{slot}'", f"did you mean '{near[0]}'?"
    return Problem(place=place, code="unknown-decision", message=message, hint=hint)


def with_home(problem: Problem, known: Known) -> Problem:
    """Say of an answer that a clinic writes as a field of its own below which field it belongs."""
    homes = dict.fromkeys(known.topics, "decisions-for") | dict.fromkeys(known.decisions, "decisions")
    home = homes.get(problem.path[-1]) if problem.code == "unknown-field" and problem.path else None
    if home is None or not problem.place.file.endswith("/clinic.yaml"):
        return problem
    return replace(problem, hint=f"write it below `{home}:`")
