"""The leaflets of the gallery, one or more of each kind, as drafts that a new handout begins with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Final

from leafwright.decode import suggest
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.resources import PACKAGE, shared
from leafwright.scaffold.answers import ScaffoldError
from leafwright.workspace import Workspace

SKELETONS: Final = PACKAGE / "skeletons"
LIKE: Final = "like"
"""The answer that names a leaflet of the gallery, or a kind of sheet."""
OPENING: Final = re.compile(r"^reference: .*?(?=^sections:)", re.MULTILINE | re.DOTALL)
"""What a handout says of itself: the code, dates, status and owner, up to its sections."""
TITLE: Final = """\
# Put your own words in place of it all. `check` finds its invented names; no rule knows what else is made up.
title: Example treatment"""
EVERY_CLINIC: Final = frozenset({"department", "out-of-hours", "emergency"})
"""The phone lines that a new clinic has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """What a new handout begins with: its files, and its sources and kinds of sheet, by id and by name.

    Title, code, dates and owner are those of the skeleton, for the answers to replace.
    """

    files: Mapping[str, str]
    sources: Mapping[str, str]
    kinds: Mapping[str, str]


def begin_like(named: str) -> Beginning:
    """Make a draft of a leaflet of the gallery, which is named by its topic or by a kind of sheet.

    What it says stays, and is made up. Raises ScaffoldError, with all names, if there is no such leaflet.
    """
    gallery = shared("gallery")
    handouts = {file.topic: file.handout for file in load_library(Workspace(root=gallery)).handouts}
    topic = _topic_of(named, handouts)
    files = read_texts(gallery / "handouts" / topic)
    kinds = {str(handouts[topic].kind_of(name)) for name in handouts[topic].variants}
    own = read_texts(gallery / "templates" / "variants")
    bibliography = (gallery / "handouts" / "references.yaml").read_text("utf-8")
    return Beginning(
        files={**files, "en.yaml": _as_draft(files["en.yaml"], handouts[topic].made_up_names)},
        sources={key: text for key, text in read_sources(bibliography).items() if key in files["en.yaml"]},
        kinds={kind: _nearer(text) for kind, text in own.items() if kind.removesuffix(".yaml") in kinds},
    )


def begin_with_every_block() -> Beginning:
    """Make a handout that has every kind of block, with a word on what each is for."""
    source = (SKELETONS / "reference.yaml").read_text("utf-8")
    return Beginning(files=read_texts(SKELETONS / "handout"), sources=read_sources(source), kinds={})


def read_sources(text: str) -> dict[str, str]:
    """Return the entries of a bundled bibliography by their ids, as they are written, without a margin."""
    _, *entries = re.split(r"^(?= *- id: )", text, flags=re.MULTILINE)
    return {entry.split()[2]: dedent(entry) for entry in entries}


def _topic_of(named: str, handouts: Mapping[str, Handout]) -> str:
    """Find a topic: of a kind, the one with the fewest other sheets."""
    known = {topic: topic for topic in handouts}
    for topic in sorted(handouts, key=lambda name: (len(handouts[name].variants), handouts[name].reference)):
        for name in handouts[topic].variants:
            known.setdefault(str(handouts[topic].kind_of(name)), topic)
    if named not in known:
        kinds = ", ".join(sorted(known.keys() - handouts.keys()))
        message = (
            f"there is no example '{named}': {suggest(named, tuple(known))}\n"
            f"kinds: {kinds}\nleaflets: {', '.join(sorted(handouts))}"
        )
        raise ScaffoldError(message)
    return known[named]


def _as_draft(text: str, names: Sequence[str]) -> str:
    """Give a leaflet of the gallery the opening of the skeleton, and phone lines that every clinic has."""
    (opening,) = OPENING.findall((SKELETONS / "handout" / "en.yaml").read_text("utf-8"))
    if names:
        line = f"made-up-names: [{', '.join(names)}]    # `check` shows where they stand"
        opening = f"{opening.rstrip()}\n{line}\n\n"
    text = OPENING.sub(lambda _: opening, _nearer(text), count=1)
    text = re.sub(r"^title: .*$", TITLE, text, count=1, flags=re.MULTILINE)
    return re.sub(r"(?<= lines: \[)[^\]]+(?=\])", _known_lines, text)


def _known_lines(named: re.Match[str]) -> str:
    return named[0] if {*named[0].split(", ")} <= EVERY_CLINIC else "department, out-of-hours"


def _nearer(text: str) -> str:
    """Lead the editor to the schema of a workspace, which is a folder nearer than that of the gallery."""
    return text.replace("$schema=../", "$schema=", 1)


def read_texts(folder: Path) -> dict[str, str]:
    """Return the files of a bundled folder by their names."""
    return {path.name: path.read_text("utf-8") for path in sorted(folder.iterdir())}
