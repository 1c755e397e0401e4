"""The records of a build: the request, the decision on each sheet, and the result."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final, Self

from leafwright.build.fingerprint import Toolchain
from leafwright.build.selection import ANY, Selection
from leafwright.manifest import NONE_FOUND, Entry, Facts, FindingCounts, Rung, Withheld
from leafwright.model.prints import WebForm
from leafwright.problems import Problem
from leafwright.rules.choice import Reading
from leafwright.sheet import Sheet, SheetKey
from leafwright.workspace import Workspace


class OutputError(RuntimeError):
    """The output folder cannot be written to; the message says why and what to do."""


class EngineError(RuntimeError):
    """The engine cannot be loaded on this machine."""


class ClusterError(RuntimeError):
    """A cluster cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One sheet to prove, with everything that a worker on any machine needs.

    `styles` are the files that all sheets are printed with, `own_styles` those of them that belong to the
    workspace, `pictures` the files on its page, each with its bytes. `toolchain` is a fingerprint.
    `products` are its files for screens, by path, `links` the files that its web page leads to if they are
    there, and `web` how that page is written.
    """

    key: SheetKey
    sheet: Sheet = field(repr=False)
    html: str = field(repr=False)
    facts: Facts
    source: str
    reading: Reading
    fingerprint: str = ""
    toolchain: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    styles: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    own_styles: tuple[str, ...] = ()
    products: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    links: tuple[str, ...] = ()
    web: WebForm = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A proof as it is sent back: no engine is needed to read it or to draw its first page.

    A booklet has a `print_file` too, of half as many pages.
    """

    content: bytes
    thumbnail: bytes
    pages: int
    rung: Rung
    problems: tuple[Problem, ...]
    fills: tuple[float, ...] = ()
    print_file: bytes = field(default=b"", repr=False)
    seconds: float = 0
    memory: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A job and its result, good or bad."""

    job: Job
    printed: Printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A sheet that cannot be made, and why; `fault` is set if the reason is not an author's mistake.

    `fingerprint` is that of the draft, if there was one.
    """

    key: SheetKey
    problems: tuple[Problem, ...]
    fingerprint: str | None = None
    fault: BaseException | None = field(default=None, compare=False)

    @classmethod
    def of(cls, job: Job, problems: tuple[Problem, ...], fault: BaseException | None = None) -> Self:
        """Refuse a draft."""
        return cls(key=job.key, problems=problems, fingerprint=job.fingerprint, fault=fault)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The chosen sheets as far as they can be made before printing, sorted by key.

    Those `kept` are known to be unchanged, and are not drafted. Whatever the `selection`, `printable` are all
    sheets that clinics print now, `withheld` those whose translation is outdated, and `faults` are by file
    the errors that stop others from being printable.
    """

    jobs: tuple[Job, ...]
    kept: tuple[SheetKey, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    problems: tuple[Problem, ...] = ()
    toolchain: Toolchain | None = field(default=None, repr=False)
    selection: Selection = ANY
    printable: frozenset[SheetKey] = field(default=frozenset(), repr=False)
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    @property
    def keys(self) -> frozenset[SheetKey]:
        """Every chosen sheet, whether it can be made or not."""
        jobs, refusals = (job.key for job in self.jobs), (refusal.key for refusal in self.refusals)
        return frozenset([*jobs, *refusals, *self.kept])


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerPool:
    """How many workers there are, how to get an executor for so many, and what each does with a job."""

    size: int
    open: Callable[[int], Executor]
    prove: Callable[[Job], Printed] | None = None


# Starting a process and loading the engine in it takes half a second longer than a single sheet.
SOLO: Final = WorkerPool(size=1, open=ThreadPoolExecutor)


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildRequest:
    """Where and how to build: `force` builds unchanged sheets too, `prune` removes unprinted ones.

    Of a `shard` other machines build the rest, so that links to it stay until all are merged.
    """

    workspace: Workspace
    output: Path
    pool: WorkerPool = SOLO
    force: bool = False
    prune: bool = False
    shard: bool = False


class Verb(StrEnum):
    """What a build does with a sheet."""

    REFUSE = "refuse"
    BUILD = "build"
    KEEP = "keep"
    WITHHOLD = "withhold"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What to do with one sheet, and why.

    `entry` is the new entry of the manifest, or the one until the sheet is built. A sheet that was not
    `chosen` is neither built nor removed nor reported. A withheld one is `done` if nothing of it is left
    to remove. It may wait for a mistake to be corrected in files that cannot be read.
    """

    key: SheetKey
    verb: Verb
    why: str = ""
    chosen: bool = True
    job: Job | None = field(default=None, repr=False)
    entry: Entry | None = field(default=None, repr=False)
    problems: tuple[Problem, ...] = ()
    withheld: Withheld | None = field(default=None, repr=False)
    done: bool = False
    waits_for: tuple[str, ...] = ()
    fault: BaseException | None = field(default=None, compare=False)

    @property
    def older(self) -> bool:
        """Whether a refused sheet is still there in its last good version."""
        return self.verb is Verb.REFUSE and self.entry is not None and bool(self.entry.refused)


class Outcome(StrEnum):
    """The result of a build for a sheet."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    WITHHELD = "withheld"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One sheet after the build; `fault` is set if the reason is not an author's mistake.

    `seconds` is how long it took, `memory` the most that its worker had used by then, in MiB. An `older` one
    is still there in its last good version. `why` says why one is withheld, `found` counts what the rules
    find in a handout that is not approved.
    """

    key: SheetKey
    outcome: Outcome
    pages: int = 0
    seconds: float = 0
    memory: int = 0
    problems: tuple[Problem, ...] = ()
    older: bool = False
    why: str = ""
    found: FindingCounts = NONE_FOUND
    fault: BaseException | None = field(default=None, compare=False)
