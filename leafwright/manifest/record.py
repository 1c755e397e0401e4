"""The records of a manifest, as they are in its file: published sheets, and withheld ones.

The types limit what a file that somebody edited may contain; nothing else checks it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar, Final, Literal, Self

from pydantic import ConfigDict

from leafwright.files import digest, is_pdf
from leafwright.manifest.parts import (
    NONE_FOUND,
    STRICT,
    Count,
    FindingCounts,
    Hash,
    Line,
    Names,
    Part,
    PrintFile,
    ProblemRecord,
    ProductFile,
    ProductName,
    Rung,
    Share,
    Versions,
)
from leafwright.model.prints import WebForm
from leafwright.problems import Problem
from leafwright.sheet import SheetKey

_CHOICES: Final = tuple(named.name for named in fields(SheetKey))


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    """The facts about any sheet: its choices and their names, its paper, its title and its reference."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    clinic: Part
    """The clinic, by its folder. Example: elm-street"""
    topic: Part
    """The topic, by its folder. Example: sore-knee"""
    variant: Part
    """The kind of sheet. Example: leaflet"""
    edition: Part
    """The edition. Example: standard"""
    language: Part
    """The language. Example: en-GB"""
    other_paper: Part | Literal[""] = ""
    """The paper, if it is not the first one of the clinic."""
    paper: Line
    """The paper that it is printed on. Example: A4"""
    names: Names
    """The names of these choices, in its language."""
    title: Line
    """The title of the sheet. Example: Sore knee"""
    source_title: Line
    """The title in the language of the source, if that is another one.

    Example: ""
    """
    reference: Line
    """The code of the handout. Example: EX-1"""

    @property
    def key(self) -> SheetKey:
        """The key of the sheet."""
        return SheetKey(**{name: getattr(self, name) for name in _CHOICES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(SheetRecord):
    """The facts about a sheet for readers of the manifest who do not open it; dates are year-month-day."""

    summary: Line
    """What the sheet is about. Example: What you can do about a sore knee."""
    keywords: tuple[Line, ...]
    """Words that people may search for. Example: [knee]"""
    version: Line
    """The version of the handout.

    Example: "1.0"
    """
    code: Line
    """The line at the foot of each page that identifies the sheet. Example: EX-1 · v1.0 · 2 Nov 2026"""
    status: Line
    """Example, draft or approved. Example: example"""
    issued: Line
    """The day of issue. Example: 2026-11-02"""
    review_due: Line
    """The day of the review. Example: 2028-11-01"""
    codes: dict[Line, tuple[Line, ...]] = field(default_factory=dict)
    """What it is about in clinical terminologies. Example: {icd-10: [M17.9]}"""
    page: Line = ""
    """The web address of its page, if its clinic says where its pages are.

    Example: https://example.org/elm-street/web/sore-knee-leaflet-en-GB.html
    """
    message: Line = ""
    """A short message about it. Example: Sore knee"""
    found: FindingCounts = NONE_FOUND
    """What the rules find in its handout, unless that is approved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Facts):
    """One published sheet: its inputs, its files and its findings."""

    fingerprint: Line
    """The hash of everything that it is made from. Example: 9d2c41"""
    inputs: Versions
    """The files that it is made from, with their hashes. Example: {handouts/sore-knee/en.yaml: 9d2c41}"""
    toolchain: Line
    """The key of its toolchain. Example: 4b1d07"""
    sha256: Hash
    """The SHA-256 of the PDF."""
    size: Count
    """The size of the PDF in bytes. Example: 81920"""
    pages: Count
    """How many pages it has. Example: 2"""
    conformance: tuple[Line, ...]
    """The standards that it conforms to. Example: [PDF/A-3a, PDF/UA-1]"""
    rung: Rung
    """The rung of the fit ladder that it is printed at."""
    fills: tuple[Share, ...]
    """The share of each page that is used. Example: [0.92, 0.4]"""
    thumbnail: Hash
    """The SHA-256 of the picture of its first page."""
    print_file: PrintFile | None = None
    """The second file of a booklet."""
    products: dict[ProductName, ProductFile] = field(default_factory=dict)
    """Its other files, by path: its web page, for example, which is one for all print editions.

    Example: {}
    """
    links: tuple[Line, ...] = ()
    """The other files that its web page leads to, by path. Example: []"""
    web: WebForm = "single"
    """How its web page is written."""
    findings: tuple[ProblemRecord, ...] = ()
    """What the rules find in the sheet as it is printed."""
    refused: tuple[ProblemRecord, ...] = ()
    """The errors that stop its newer version."""

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files."""
        printed = (self.key.print_file,) if self.print_file else ()
        return (self.key.path, self.key.thumbnail, *printed, *self.products)

    @property
    def sums(self) -> dict[str, str]:
        """The hashes of its files, by name."""
        printed = (self.print_file.sha256,) if self.print_file else ()
        products = (product.sha256 for product in self.products.values())
        return dict(zip(self.files, (self.sha256, self.thumbnail, *printed, *products), strict=True))

    @property
    def _others(self) -> Iterator[tuple[str, PrintFile | ProductFile]]:
        """The files besides its PDF whose sizes it records."""
        if self.print_file:
            yield self.key.print_file, self.print_file
        yield from self.products.items()

    def describes(self, output: Path) -> bool:
        """Return whether the files below `output` are still those that were written, and no links."""
        return (
            _is_written(output / self.key.path, self.size, self.sha256)
            and is_pdf((output / self.key.path).read_bytes())
            and all(_is_written(output / name, file.size, file.sha256) for name, file in self._others)
        )


def _is_written(path: Path, size: int, sha256: str) -> bool:
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return False
        return digest(path.read_bytes()) == sha256
    except OSError:
        return False


class Reason(StrEnum):
    """Why a sheet is withheld: its translation is outdated, is not finished, or cannot be judged."""

    OUTDATED = "outdated"
    UNFINISHED = "unfinished"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(SheetRecord):
    """A sheet of a clinic that is withheld, because its translation may differ from the source."""

    reason: Reason
    """Why it is withheld."""

    @classmethod
    def of(cls, entry: Entry, reason: Reason) -> Self:
        """Withhold a sheet that was published."""
        return cls(**fields_of(entry, SheetRecord), reason=reason)


def fields_of(record: SheetRecord, kind: type[SheetRecord]) -> dict[str, Any]:
    """Return the fields that a record shares with a more general kind."""
    return {named.name: getattr(record, named.name) for named in fields(kind)}


def note_problems(problems: Iterable[Problem]) -> tuple[ProblemRecord, ...]:
    """Record problems."""
    return tuple(map(ProblemRecord.of, problems))
