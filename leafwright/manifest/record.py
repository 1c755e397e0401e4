"""The records of a manifest: sheets that were published, and those that are withheld."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

from leafwright.files import digest, is_pdf
from leafwright.problems import Problem
from leafwright.sheet.record import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The rung of the fit ladder a sheet stands on: the shares of space and type size that were kept."""

    space: float = 1.0
    type_size: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the five choices of a sheet are called, in the language of the sheet; a language by itself."""

    clinic: str
    topic: str
    variant: str
    edition: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCounts:
    """How many errors and warnings the rules find in a handout that is not approved."""

    errors: int = 0
    warnings: int = 0


NONE_FOUND: Final = FindingCounts()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a reader of the manifest wants to know of a sheet without opening it; dates are year-month-day.

    `code` is the line at the foot of each page that says which sheet this is; `source_title` says it in the
    language of the source, where the sheet is in another.
    """

    title: str
    summary: str
    keywords: tuple[str, ...]
    names: Names
    paper: str
    reference: str
    version: str
    code: str
    source_title: str
    status: str
    issued: str
    review_due: str
    found: FindingCounts = NONE_FOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One published sheet: what it was made from, what came out and what was found on it.

    `inputs` maps the files it was made of, and its page, to their hashes; `toolchain` is the name of one.
    `sha256` is of the PDF, `thumbnail` of the picture of its first page.
    `refused` is what keeps its newer version from being made: where there is some, this one is older than
    what the library says.
    """

    key: SheetKey
    facts: Facts
    fingerprint: str
    inputs: Mapping[str, str]
    toolchain: str
    sha256: str
    size: int
    pages: int
    rung: Rung
    thumbnail: str
    findings: tuple[Problem, ...] = ()
    refused: tuple[Problem, ...] = ()

    @property
    def names(self) -> Names:
        """What its choices are called."""
        return self.facts.names

    def describes(self, output: Path) -> bool:
        """Tell whether the file below `output` is still the PDF that was written, and no link to its like."""
        path = output / self.key.path
        try:
            if path.is_symlink() or path.stat().st_size != self.size:
                return False
            content = path.read_bytes()
        except OSError:
            return False
        return is_pdf(content) and digest(content) == self.sha256


class Reason(StrEnum):
    """Why a sheet is withheld: its translation is outdated, is not finished, or cannot be judged."""

    OUTDATED = "outdated"
    UNFINISHED = "unfinished"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A sheet that was asked for and is not printed, for its translation may not say what its source says."""

    key: SheetKey
    names: Names
    title: str
    source_title: str
    reference: str
    reason: Reason

    @classmethod
    def of(cls, entry: Entry, reason: Reason) -> Self:
        """Withhold a sheet that was published."""
        facts = entry.facts
        return cls(
            key=entry.key,
            names=facts.names,
            title=facts.title,
            source_title=facts.source_title,
            reference=facts.reference,
            reason=reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """All that is known of an output folder; of a damaged manifest nothing is, but its `damage`.

    `pages` are the hashes of files that are no sheets: pages of the catalogue, and brand proofs.
    """

    entries: Mapping[SheetKey, Entry] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()
    toolchains: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    damage: str = ""

    @property
    def sums(self) -> dict[str, str]:
        """The hashes of all files that were written, by name."""
        sheets = {entry.key.path: entry.sha256 for entry in self.entries.values()}
        drawn = {entry.key.thumbnail: entry.thumbnail for entry in self.entries.values()}
        return {**sheets, **drawn, **self.pages}
