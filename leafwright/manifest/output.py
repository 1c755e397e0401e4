"""An output folder as one record: read once, and its manifest written in one step."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, ClassVar, Final, Literal

from pydantic import ConfigDict, StringConstraints, TypeAdapter, ValidationError

from leafwright.files import digest, write_whole
from leafwright.manifest.parts import STRICT, Count, Line, Versions
from leafwright.manifest.record import Entry, Withheld
from leafwright.paths import names_below
from leafwright.problems import Place, Problem
from leafwright.sheet import SheetKey

MANIFEST: Final = "manifest.json"
SUMS: Final = "SHA256SUMS"
"""The hashes again, in the format of `sha256sum --check`."""
BRAND: Final = "brand"
"""The folder of the brand proofs, which are not sheets."""

FORMAT: Final = 10
"""Raised when the format of the manifest changes."""

PACK: Final = "_pack.pdf"
"""How the file of a pack ends; no other name has an underscore there."""

_NAME: Final = r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*"
PageName = Annotated[
    str,
    StringConstraints(
        pattern=rf"^({_NAME}/)?(index\.html|{_NAME}(_pack)?\.pdf)$|^(catalogue\.json|sitemap\.xml)$"
    ),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The file manifest.json."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    format: Literal[10] = FORMAT
    """The format of this file."""
    toolchains: dict[Line, Versions]
    """What sheets were made with, by key: packages, fonts and templates with their versions or hashes.

    Example: {4b1d07: {weasyprint: "70.0"}}
    """
    sheets: dict[str, Entry]
    """Each published sheet, by its path. Example: {}"""
    withheld: dict[str, Withheld]
    """Each withheld sheet, by its path. Example: {}"""
    pages: dict[PageName, Line]
    """The pages of the catalogue, packs and brand proofs, with their hashes.

    Example: {index.html: 9d2c41}
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class _AnyManifest:
    """A manifest of any release."""

    format: Count


SCHEMA: Final = TypeAdapter(Manifest)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutputState:
    """The content of an output folder: its manifest, and the names of all `files`, also hidden ones.

    Of a damaged manifest only the `damage` is known; one of another release counts as none.
    """

    folder: Path
    entries: Mapping[SheetKey, Entry] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()
    toolchains: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    files: frozenset[str] = frozenset()
    damage: Problem | None = None

    @property
    def sums(self) -> dict[str, str]:
        """The hashes of all written files, by name."""
        return {
            **{name: sum_ for entry in self.entries.values() for name, sum_ in entry.sums.items()},
            **self.pages,
        }


def read_output(folder: Path) -> OutputState:
    """Read an output folder's manifest, and list its files."""
    state = OutputState(folder=folder, files=frozenset(names_below(folder)))
    path = folder / MANIFEST
    if not (path.exists() or path.is_symlink()):
        return state
    if path.is_symlink() or not path.is_file():
        return replace(state, damage=_damaged("it is not a regular file"))
    try:
        content = path.read_bytes()
        return _state_of(SCHEMA.validate_json(content), state)
    except ValidationError as fault:
        other = _is_of_another_release(content)
        return state if other else replace(state, damage=_damaged(_first(fault)))
    except (OSError, ValueError) as fault:
        return replace(state, damage=_damaged(str(fault)))


def write_output(state: OutputState) -> None:
    """Write the manifest of an output folder in one step, and the sums of its files.

    It is sorted and has no date, so that equal builds write equal files. Only toolchains in use are written.
    Raises OSError if the folder cannot be written to.
    """
    entries = sorted(state.entries.values(), key=lambda entry: entry.key)
    used = sorted({entry.toolchain for entry in entries} & state.toolchains.keys())
    manifest = Manifest(
        toolchains={name: dict(sorted(state.toolchains[name].items())) for name in used},
        sheets={entry.key.path: entry for entry in entries},
        withheld={sheet.key.path: sheet for sheet in state.withheld},
        pages=dict(sorted(state.pages.items())),
    )
    content = SCHEMA.dump_json(manifest, indent=2) + b"\n"
    write_whole(state.folder / SUMS, sums_of(state, content).encode())
    write_whole(state.folder / MANIFEST, content)


def note_pages(state: OutputState, pages: Mapping[str, str]) -> None:
    """Record the hashes of pages and brand proofs, unless they are the same or the manifest is damaged.

    Raises OSError if the folder cannot be written to.
    """
    if not state.damage and dict(pages) != dict(state.pages):
        write_output(replace(state, pages=pages))


def sums_of(state: OutputState, manifest: bytes) -> str:
    """Return the hash and name of each file as `sha256sum` writes them, sorted by name."""
    sums = {**state.sums, MANIFEST: digest(manifest)}
    return "".join(f"{sums[name]}  {name}\n" for name in sorted(sums))


def _state_of(manifest: Manifest, state: OutputState) -> OutputState:
    """Use the content of a manifest. Raises ValueError for a sheet with another name than its own."""
    for path, sheet in (*manifest.sheets.items(), *manifest.withheld.items()):
        if path != sheet.key.path:
            message = f"'{path:.80}' is no path of its sheet"
            raise ValueError(message)
    return replace(
        state,
        entries={entry.key: entry for entry in manifest.sheets.values()},
        withheld=tuple(manifest.withheld.values()),
        toolchains=manifest.toolchains,
        pages=manifest.pages,
    )


def _is_of_another_release(content: bytes) -> bool:
    try:
        return TypeAdapter(_AnyManifest).validate_json(content, strict=True).format != FORMAT
    except ValidationError:
        return False


def _first(fault: ValidationError) -> str:
    """Say where a manifest is damaged first, and how."""
    error = fault.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, error["loc"]))
    return f"{place:.80}: {error['msg']:.80}" if place else f"{error['msg']:.80}"


def _damaged(why: str) -> Problem:
    return Problem(
        place=Place(file=MANIFEST),
        code="damaged-manifest",
        message=f"it is damaged, so nothing can be compared ({why})",
        hint="build all sheets again",
    )
