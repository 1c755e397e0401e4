"""The records of a manifest, as they are in its file: published sheets, and withheld ones.

The types limit what a file that somebody edited may contain; nothing else checks it.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, ClassVar, Final, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints

from leafwright.files import digest, is_pdf
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet import SheetKey

Line = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""A text without NUL, which no file name may contain."""
Part = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
Count = Annotated[int, Field(ge=0, lt=2**53)]
"""A whole number that every program reads in the same way."""
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Stretch = Annotated[float, Field(ge=0, le=2, allow_inf_nan=False)]
"""A share that is above 1 where a sheet is stretched."""
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Versions = dict[Line, Line]
"""Names of files, packages and the like, with their hashes or versions."""

STRICT: Final = ConfigDict(strict=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The rung of the fit ladder of a sheet: the shares of space, type and line height that are kept.

    `notes` is how many pages for notes a booklet has.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    space: Stretch = 1.0
    type_size: Share = 1.0
    leading: Stretch = 1.0
    notes: Count = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of the five choices of a sheet, in its language; a language is named in itself.

    `department` is the name of its department, if the clinic has several.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    clinic: Line
    topic: Line
    variant: Line
    edition: Line
    language: Line
    department: Line = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCounts:
    """How many errors and warnings the rules find in a handout that is not approved."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    errors: Count = 0
    warnings: Count = 0


NONE_FOUND: Final = FindingCounts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRecord:
    """A problem as it was reported, without nesting."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    file: Line
    line: Count
    column: Count
    code: Line
    message: Line
    hint: Line
    severity: Severity

    @classmethod
    def of(cls, problem: Problem) -> Self:
        """Record a problem."""
        fields = {name: getattr(problem, name) for name in ("code", "message", "hint", "severity")}
        return cls(**asdict(problem.place), **fields)

    @property
    def problem(self) -> Problem:
        """The problem that was recorded."""
        fields = {name: getattr(self, name) for name in ("code", "message", "hint", "severity")}
        return Problem(place=Place(file=self.file, line=self.line, column=self.column), **fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    """The facts about any sheet: its choices and their names, its paper, its title and its reference.

    `other_paper` names the paper again if it is not the first one of the clinic.
    `source_title` is the title in the language of the source, if the sheet is in another one.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    clinic: Part
    topic: Part
    variant: Part
    edition: Part
    language: Part
    other_paper: Part | Literal[""] = ""
    paper: Line
    names: Names
    title: Line
    source_title: Line
    reference: Line

    @property
    def key(self) -> SheetKey:
        """The key of the sheet."""
        return SheetKey(**{field.name: getattr(self, field.name) for field in fields(SheetKey)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(SheetRecord):
    """The facts about a sheet for readers of the manifest who do not open it; dates are year-month-day.

    `code` is the line at the foot of each page that identifies the sheet. `found` counts what the rules find
    in its handout, unless that is approved.
    """

    summary: Line
    keywords: tuple[Line, ...]
    version: Line
    code: Line
    status: Line
    issued: Line
    review_due: Line
    found: FindingCounts = NONE_FOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintFile:
    """The second file of a booklet: `imposed` on a larger `paper`, to be printed on both sides and folded.

    It is only to print: it is not `tagged`, so nobody can listen to it.
    """

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    imposed: Literal["two-up"] = "two-up"
    flipped_on: Literal["short-edge"] = "short-edge"
    tagged: Literal[False] = False
    paper: Line
    pages: Count
    sha256: Hash
    size: Count


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Facts):
    """One published sheet: its inputs, its files and its findings.

    `inputs` maps its files, and its page, to their hashes; `toolchain` is one of the manifest's. `sha256` is
    of the PDF, `fills` are the shares of its pages that are used, `thumbnail` is of the picture of its first
    page. A booklet has a `print_file`. `refused` lists the errors that stop its newer version; if there are
    any, this sheet is older than the library.
    """

    fingerprint: Line
    inputs: Versions
    toolchain: Line
    sha256: Hash
    size: Count
    pages: Count
    rung: Rung
    fills: tuple[Share, ...]
    thumbnail: Hash
    print_file: PrintFile | None = None
    findings: tuple[ProblemRecord, ...] = ()
    refused: tuple[ProblemRecord, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The names of its files."""
        printed = (self.key.print_file,) if self.print_file else ()
        return (self.key.path, self.key.thumbnail, *printed)

    @property
    def sums(self) -> dict[str, str]:
        """The hashes of its files, by name."""
        hashes = (self.sha256, self.thumbnail, *((self.print_file.sha256,) if self.print_file else ()))
        return dict(zip(self.files, hashes, strict=True))

    def describes(self, output: Path) -> bool:
        """Return whether the PDFs below `output` are still those that were written, and no links."""
        second = self.print_file
        return _is_written(output / self.key.path, self.size, self.sha256) and (
            second is None or _is_written(output / self.key.print_file, second.size, second.sha256)
        )


def _is_written(path: Path, size: int, sha256: str) -> bool:
    try:
        if path.is_symlink() or path.stat().st_size != size:
            return False
        content = path.read_bytes()
    except OSError:
        return False
    return is_pdf(content) and digest(content) == sha256


class Reason(StrEnum):
    """Why a sheet is withheld: its translation is outdated, is not finished, or cannot be judged."""

    OUTDATED = "outdated"
    UNFINISHED = "unfinished"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld(SheetRecord):
    """A sheet of a clinic that is withheld, because its translation may differ from the source."""

    reason: Reason

    @classmethod
    def of(cls, entry: Entry, reason: Reason) -> Self:
        """Withhold a sheet that was published."""
        return cls(**fields_of(entry, SheetRecord), reason=reason)


def fields_of(record: SheetRecord, kind: type[SheetRecord]) -> dict[str, Any]:
    """Return the fields that a record shares with a more general kind."""
    return {field.name: getattr(record, field.name) for field in fields(kind)}


def note_problems(problems: Iterable[Problem]) -> tuple[ProblemRecord, ...]:
    """Record problems."""
    return tuple(map(ProblemRecord.of, problems))
