"""Make the folder of a new clinic or a new handout: a skeleton filled in with the answers."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import count
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from leafwright.decode import parse_record
from leafwright.files import write_whole
from leafwright.handout import Handout
from leafwright.integrity import LONGEST, is_key
from leafwright.library import REFERENCES, load_library
from leafwright.problems import ContentError
from leafwright.scaffold.answers import (
    CLINIC_ANSWERS,
    ELSEWHERE,
    HANDOUT_ANSWERS,
    ScaffoldError,
    find_odd,
    pair,
)
from leafwright.scaffold.brands import BrandStart
from leafwright.scaffold.examples import LIKE, SKELETONS, begin_like, begin_with_every_block, read_texts
from leafwright.scaffold.sites import PART_OF, clinic_above, site_files
from leafwright.scaffold.sources import BIBLIOGRAPHY, with_sources
from leafwright.scaffold.trial import try_clinic
from leafwright.workspace import Workspace

YEARS_TO_REVIEW: Final = 2
MADE_UP: Final = "[reference, review-due]"


def new_clinic(
    workspace: Workspace, name: str, answers: Mapping[str, str], start: BrandStart | None = None
) -> tuple[str, ...]:
    """Make clinics/NAME with the given answers, and the brand it begins with; returns what was written.

    Raises ScaffoldError for a bad or an existing name, and for all answers with which the clinic would not
    print; then nothing is written. Raises OSError if it cannot be written.
    """
    folder = _free(workspace, "clinics", name)
    faults, begun = find_odd(answers), start or BrandStart()
    files = _clinic_files(folder, _without(answers, faults), workspace, begun)
    # A file with a fault is not read to its end, so more faults appear when that answer is left out.
    while problems := try_clinic(workspace, files, _without(answers, faults)):
        faults |= problems
        files = _clinic_files(folder, _without(answers, faults), workspace, begun)
    if faults:
        raise ScaffoldError(faults[key] for key in answers if key in faults)
    return tuple(_write(files, workspace))


def new_handout(workspace: Workspace, name: str, today: date, answers: Mapping[str, str]) -> tuple[str, ...]:
    """Make handouts/NAME, issued today, and add the made-up sources that it cites to the bibliography.

    It has every kind of block, or is `like` a leaflet of the gallery. Returns the files that were written.
    Raises ScaffoldError for a bad or an existing name, for an answer that cannot be used and for a
    bibliography that cannot be extended, OSError if it cannot be written.
    """
    folder = _free(workspace, "handouts", name)
    given = {key: answer for key, answer in answers.items() if key != LIKE}
    if odd := find_odd(given):
        raise ScaffoldError(odd.values())
    begun = begin_like(answers[LIKE]) if LIKE in answers else begin_with_every_block()
    bibliography = with_sources(workspace, begun.sources)
    made = dict(_compose(begun.files, _facts(workspace, name, today, given)))
    try:
        parse_record(Handout, made["en.yaml"], "en.yaml")
    except ContentError as error:
        raise ScaffoldError(problem.text for problem in error.problems) from error
    files = {workspace.name(folder / file): made[file] for file in made}
    for kind, text in begun.kinds.items():
        if workspace.find(file := f"templates/variants/{kind}") is None:
            files[file] = text.encode()
    if bibliography is not None:
        files[BIBLIOGRAPHY] = bibliography.encode()
    return tuple(_write(files, workspace))


def _facts(workspace: Workspace, name: str, today: date, answers: Mapping[str, str]) -> dict[str, str]:
    """Return what is known of a handout by the skeleton's words for it; a given code is not made up."""
    return {
        HANDOUT_ANSWERS["title"]: _spoken(name),
        "NEW-1": _free_code(workspace),
        "2026-01-01": today.isoformat(),
        "2028-01-01": today.replace(year=today.year + YEARS_TO_REVIEW, day=min(today.day, 28)).isoformat(),
        **({MADE_UP: "[review-due]"} if "reference" in answers else {}),
        **pair(answers, HANDOUT_ANSWERS),
    }


def _free(workspace: Workspace, top: str, name: str) -> Path:
    """Return the folder to make."""
    if not is_key(name):
        slug = "-".join("".join(sign if sign.isalnum() else " " for sign in name.lower()).split())
        near = f"; '{slug}' is a good one" if is_key(slug) else ""
        rule = f"use small letters, digits and single hyphens, {LONGEST} at most"
        message = f"'{name}' is no name for a folder: {rule}{near}"
        raise ScaffoldError(message)
    folder = workspace.root / top / name
    if top == "handouts" and name == REFERENCES:
        message = f"{workspace.name(folder)} is where exported references lie: choose another name"
        raise ScaffoldError(message)
    if folder.exists():
        message = f"{workspace.name(folder)} is there already: choose another name, or move it away first"
        raise ScaffoldError(message)
    return folder


def _spoken(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _clinic_files(
    folder: Path, answers: Mapping[str, str], workspace: Workspace, start: BrandStart
) -> dict[str, bytes]:
    """Make the files of a clinic, or of a site; a site has a whole brand of its own if none is above it."""
    files: dict[str, bytes] = {}
    above = clinic_above(answers[PART_OF], workspace) if PART_OF in answers else None
    if not (above and above.brand):
        files |= _whole_clinic(folder, answers, start)
    if above:
        files |= site_files(folder.name, answers, above, start)
    return {workspace.name(folder / name): content for name, content in files.items()}


def _whole_clinic(folder: Path, answers: Mapping[str, str], start: BrandStart) -> dict[str, bytes]:
    title = answers.get("title", _spoken(folder.name).title())
    answered = pair({name: answer for name, answer in answers.items() if name != PART_OF}, CLINIC_ANSWERS)
    known = {
        CLINIC_ANSWERS["title"]: title,
        **({f"[{title}]": title} if "title" in answers else {}),
        "example-clinic": folder.name,
        **start.words,
        **answered,
        **ELSEWHERE.get(answers.get("language", ""), {}),
    }
    files = dict(_compose(read_texts(SKELETONS / "clinic"), known))
    if start.has_logo:
        del files["logo.svg"]
    return {**files, **start.files}


def _without(answers: Mapping[str, str], faults: Mapping[str, str]) -> dict[str, str]:
    return {name: answer for name, answer in answers.items() if name not in faults}


def _compose(files: Mapping[str, str], known: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """Go through the files of a new folder, with the skeleton's values replaced by the known ones."""
    for name, file in files.items():
        text = file
        for example, value in known.items():
            text = text.replace(example, escape(value) if name.endswith(".svg") else value)
        yield name, text.encode()


def _write(files: Mapping[str, bytes], workspace: Workspace) -> Iterator[str]:
    for name, content in files.items():
        write_whole(workspace.root / name, content)
        yield name


def _free_code(workspace: Workspace) -> str:
    taken = {file.handout.reference for file in load_library(workspace).handouts}
    return next(code for number in count(1) if (code := f"NEW-{number}") not in taken)
