"""The inputs of a sheet as one hash: equal fingerprints mean equal bytes."""

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from typing import Final

from leafwright import doctor
from leafwright.build.page_files import shared_files
from leafwright.families import fallback_scripts
from leafwright.files import digest
from leafwright.fonts import fallback_fingerprints
from leafwright.library import Library
from leafwright.manifest import Entry, OutputState
from leafwright.resources import PACKAGE, program_files
from leafwright.sheet.inputs import SheetInputs
from leafwright.workspace import Workspace

ROOTS: Final = ("weasyprint", "page-validation", "pypdfium2")
"""The packages that turn a page into a proof. The effect of packages that make the page is in the page
itself."""

PAGE: Final = "the page as HTML"
"""The name of a sheet's page among its inputs; its hash covers its flavour and the files for screens, too."""

FONTS: Final = "fonts for "
"""How the name of an input begins that is the fallback font of a script."""

ABSENT: Final = "absent"
SHOWN: Final = 12
"""How much of a hash is shown, enough to see whether two differ."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolchain:
    """What every sheet is made with: styles, icons, code, fonts and libraries, each with its hash or version.

    `versions` has more than the fingerprint covers: the effect of a template is in the page, and counts only
    there. `fallbacks` are the fallback fonts by script, which only sheets in these scripts need. Approved
    handouts are checked `as_of` a day, on which no byte of a sheet depends.
    """

    workspace: Workspace
    fingerprint: str
    versions: Mapping[str, str]
    fallbacks: Mapping[str, str] = field(default_factory=dict)
    as_of: date | None = None


def scripts_in(library: Library) -> tuple[str, ...]:
    """List the scripts that some clinic prints in and that need a fallback font."""
    return fallback_scripts(name for folder in library.clinics for name in folder.clinic.prints.languages)


def fallbacks_of(library: Library) -> dict[str, str]:
    """Fingerprint the installed fallback fonts of every script that some clinic prints in."""
    return fallback_fingerprints(scripts_in(library))


def survey(workspace: Workspace, fonts: str, fallbacks: Mapping[str, str] | None = None) -> Toolchain:
    """Fingerprint what all sheets share; `fonts` is the fingerprint of the font set.

    The limits of the fit ladder are part of the code, and so of the fingerprint.
    """
    shared = {name: digest(content) for name, content in shared_files(workspace).items()}
    versions = {"fonts": fonts, **machine(), **shared}
    counted = _digest(f"{name} {value}" for name, value in versions.items())
    # A template may include files of any name.
    templates = {name: workspace.hash(name) for name in sorted({*workspace.every("templates")})}
    covered = {name: workspace.read_covered(name) for name in sorted({*workspace.every("words")})}
    words = {f"bundled {name}": digest(content) for name, content in covered.items() if content}
    return Toolchain(
        workspace=workspace,
        fingerprint=counted,
        versions=versions | {name: sha256 for name, sha256 in templates.items() if sha256} | words,
        fallbacks=fallbacks or {},
    )


def inputs_of(
    pages: Iterable[str], pictures: Mapping[str, bytes], inputs: SheetInputs, toolchain: Toolchain
) -> dict[str, str]:
    """Hash what one sheet is made from: its pages, the pictures they name, and the files behind them."""
    sources = sorted({entry.place.file for entry in inputs.references.values()})
    names = [inputs.file.name, *inputs.folder.files, *sources]
    names += [f"words/{inputs.words.language}.yaml"]
    if inputs.beside:
        names += [f"words/{inputs.beside.words.language}.yaml"]
    if translated := inputs.file.translated:
        names += [translated.source.name]
    hashes = {name: toolchain.workspace.hash(name) or ABSENT for name in names}
    hashes |= {name: digest(content) for name, content in pictures.items()}
    fallbacks = {f"{FONTS}{script}": toolchain.fallbacks.get(script, "") for script in inputs.scripts}
    return {PAGE: _digest(pages), **fallbacks, **hashes}


def same_inputs(inputs: Mapping[str, str], toolchain: Toolchain) -> bool:
    """Return whether all inputs of a sheet are unchanged, so that its page is too."""
    fonts = {name.removeprefix(FONTS): made for name, made in inputs.items() if name.startswith(FONTS)}
    return all(toolchain.fallbacks.get(script) == made for script, made in fonts.items()) and not any(
        changed_files(inputs, toolchain.workspace)
    )


def is_current(entry: Entry, toolchain: Toolchain, output: OutputState) -> bool:
    """Return whether a build would make this entry of an output folder again as it is.

    An approved sheet past its review date is checked again, because a profile may make that an error.
    """
    overdue = toolchain.as_of is not None and date.fromisoformat(entry.review_due) < toolchain.as_of
    if overdue and entry.status == "approved":
        return False
    made_with = output.toolchains.get(entry.toolchain)
    return made_with == toolchain.versions and same_inputs(entry.inputs, toolchain)


def changed_files(inputs: Mapping[str, str], workspace: Workspace) -> Iterator[str]:
    """List the input files of a sheet that have changed or are gone."""
    for name, before in inputs.items():
        if name != PAGE and not name.startswith(FONTS) and (workspace.hash(name) or ABSENT) != before:
            yield name


def fingerprint(
    texts: Iterable[str], pictures: Mapping[str, bytes], toolchain: Toolchain, scripts: Iterable[str] = ()
) -> str:
    """Fingerprint one sheet: its `texts`, its pictures, its toolchain and its fallback fonts.

    The texts are its page and how its proof is read.
    """
    named = [f"{name} {digest(content)}" for name, content in pictures.items()]
    fallbacks = [f"{script} {toolchain.fallbacks.get(script, '')}" for script in scripts]
    return _digest([toolchain.fingerprint, *texts, *named, *fallbacks])


def compare(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """List the inputs that differ, by name, with the beginnings of both hashes, or `absent`."""
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, ABSENT), after.get(name, ABSENT)
        if old != new:
            yield name, old[:SHOWN], new[:SHOWN]


def machine() -> dict[str, str]:
    """List the code and the libraries of this machine that the bytes of a sheet depend on."""
    return {**_versions(), **_code()}


@cache
def _code() -> dict[str, str]:
    """Hash the files of the program."""
    named = ((path.relative_to(PACKAGE).as_posix(), path) for path in program_files())
    return {f"leafwright/{name}": digest(path.read_bytes()) for name, path in named}


@cache
def _versions() -> dict[str, str]:
    """List the versions of everything that the bytes depend on, including system libraries."""
    system = {check.name: check.found for check in doctor.check_system()}
    return {**system, **dict(sorted(_packages(ROOTS).items())), "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _packages(roots: Iterable[str]) -> dict[str, str]:
    """Walk the requirements of packages that are installed, except those that only extras need."""
    hashes: dict[str, str] = {}
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        try:
            hashes[name] = version(name)
        except PackageNotFoundError:
            continue
        lines = [line for line in requires(name) or () if "extra ==" not in line]
        names = [match.group().lower() for line in lines if (match := _NAME.match(line))]
        waiting += [needed for needed in names if needed not in hashes]
    return hashes


def _digest(parts: Iterable[str]) -> str:
    """Hash parts so that no two different lists of them give the same bytes."""
    hashed = hashlib.sha256()
    for part in parts:
        encoded = part.encode()
        hashed.update(b"%d:" % len(encoded))
        hashed.update(encoded)
    return hashed.hexdigest()
