"""The parts of a manifest's records, and the types that limit what its file may contain."""

from dataclasses import asdict, dataclass
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints

from leafwright.problems import Place, Problem, Severity
from leafwright.sheet.key import PRODUCTS

Line = Annotated[str, StringConstraints(pattern=r"^[^\x00]*$")]
"""A text without NUL, which no file name may contain."""
Part = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
Count = Annotated[int, Field(ge=0, lt=2**53)]
"""A whole number that every program reads in the same way."""
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Stretch = Annotated[float, Field(ge=0, le=2, allow_inf_nan=False)]
"""A share that is above 1 where a sheet is stretched."""
Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), Field(examples=["0123456789abcdef" * 4])]
ProductName = Annotated[
    str, StringConstraints(pattern=rf"^[A-Za-z0-9-]+/{PRODUCTS}/([a-z]+/)?[A-Za-z0-9_-]+\.[a-z0-9]+$")
]
"""The path of a product, which is in the folder of its clinic."""
Versions = dict[Line, Line]
"""Names of files, packages and the like, with their hashes or versions."""

STRICT: Final = ConfigDict(strict=True, extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """The rung of the fit ladder of a sheet: the shares of space, type and line height that are kept."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    space: Stretch = 1.0
    """The share of the space between parts."""
    type_size: Share = 1.0
    """The share of the size of type."""
    leading: Stretch = 1.0
    """The share of the height of a line."""
    notes: Count = 0
    """How many pages for notes a booklet has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of the five choices of a sheet, in its language; a language is named in itself."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    clinic: Line
    """The name of the clinic. Example: Elm Street Clinic"""
    topic: Line
    """The title of the topic. Example: Sore knee"""
    variant: Line
    """The name of the kind of sheet. Example: Information for patients"""
    edition: Line
    """The name of the edition. Example: Standard print"""
    language: Line
    """The name of the language in itself. Example: English"""
    department: Line = ""
    """The name of the department, if the clinic has several. Example: Endoscopy"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingCounts:
    """How many errors and warnings the rules find in a handout that is not approved."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    errors: Count = 0
    """How many errors there are."""
    warnings: Count = 0
    """How many warnings there are."""


NONE_FOUND: Final = FindingCounts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRecord:
    """A problem as it was reported, without nesting."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    file: Line
    """The file that the problem is in. Example: handouts/sore-knee/en.yaml"""
    line: Count
    """The line, counted from 1. Example: 12"""
    column: Count
    """The column, counted from 1. Example: 5"""
    code: Line
    """The code of the rule or of the message. Example: long-sentence"""
    message: Line
    """What is wrong. Example: this sentence has 31 words"""
    hint: Line
    """What would be right. Example: split it"""
    severity: Severity
    """How severe it is."""

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
class PrintFile:
    """The second file of a booklet, which is only to print: nobody can listen to it."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    imposed: Literal["two-up"] = "two-up"
    """How its pages are laid on a side."""
    flipped_on: Literal["short-edge"] = "short-edge"
    """The edge on which a printer turns the paper."""
    tagged: Literal[False] = False
    """Whether it has tags for screen readers."""
    paper: Line
    """The paper, which is larger. Example: A4"""
    pages: Count
    """How many pages it has. Example: 4"""
    sha256: Hash
    """Its SHA-256."""
    size: Count
    """Its size in bytes. Example: 81920"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductFile:
    """A file that is made from a sheet besides its PDF, such as its web page."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    sha256: Hash
    """Its SHA-256."""
    size: Count
    """Its size in bytes. Example: 40960"""
