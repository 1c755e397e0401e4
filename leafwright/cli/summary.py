"""The summary of a build: sheets and pages by clinic and variant, what took longest, and peak memory."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

from rich import box
from rich.table import Table

from leafwright.cli.console import count
from leafwright.problems import Problem, has_errors
from leafwright.seal import SummaryLine

if TYPE_CHECKING:
    from leafwright.build import Decision, Result

COLUMNS: Final = ("built", "unchanged", "refused", "withheld", "removed", "pages", "findings")
SELDOM: Final = frozenset({"withheld", "removed", "findings"})
"""Columns that are shown only if they are not empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Results added up by clinic and by variant; what is `found` in a handout counts once in each."""

    clinics: Mapping[str, Counter[str]]
    variants: Mapping[str, Counter[str]]
    total: Counter[str]
    found: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, lines: Iterable[SummaryLine]) -> Self:
        """Add lines up."""
        clinics: dict[str, list[SummaryLine]] = {}
        variants: dict[str, list[SummaryLine]] = {}
        every = list(lines)
        for line in every:
            clinics.setdefault(line.clinic, []).append(line)
            variants.setdefault(line.variant, []).append(line)
        return cls(
            clinics={name: _add_up(clinics[name]) for name in sorted(clinics)},
            variants={name: _add_up(variants[name]) for name in sorted(variants)},
            total=_add_up(every),
            found=_gather_found(every),
        )

    def table(self) -> Table:
        """Lay the tally out: a row for each clinic, then one for each variant when there are several."""
        columns = [name for name in COLUMNS if name not in SELDOM or self.total[name]]
        table = Table(box=box.SIMPLE, show_footer=True)
        table.add_column("", footer="all")
        for name in columns:
            table.add_column(name.capitalize(), justify="right", footer=f"{self.total[name]:,}")
        groups = [self.clinics, *([self.variants] if len(self.variants) > 1 else [])]
        for group in groups:
            for name, numbers in group.items():
                table.add_row(name, *(f"{numbers[column]:,}" for column in columns))
            table.add_section()
        return table


def _add_up(lines: Iterable[SummaryLine]) -> Counter[str]:
    added: Counter[str] = Counter()
    for line in (lines := list(lines)):
        added.update({line.outcome: 1, "pages": line.pages})
    added["findings"] = sum(map(sum, _gather_found(lines).values()))
    return added


def _gather_found(lines: Iterable[SummaryLine]) -> dict[str, tuple[int, int]]:
    return {name: counts for line in lines for name, counts in line.found.items()}


MANY: Final = 12
"""From how many sheets on the slowest are listed."""

SHOWN: Final = 5


def slowest(results: Sequence["Result"]) -> Iterator[str]:
    """List the sheets that took longest and the peak memory of a process, after a build of many."""
    timed = sorted((result for result in results if result.seconds), key=lambda result: -result.seconds)
    if len(timed) < MANY:
        return
    yield "Slowest:"
    yield from (f"  {result.seconds:5.1f} s  {result.key.path}" for result in timed[:SHOWN])
    yield f"Peak memory of a process: {max(result.memory for result in timed):,} MiB"


def explain_findings(findings: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """Say what the column of findings counts, if there is one."""
    errors, warnings = (
        (sum(counts) for counts in zip(*findings.values(), strict=True)) if findings else (0, 0)
    )
    if errors or warnings:
        yield (
            f"Findings in handouts that are not approved: {count(errors, 'error')}, "
            f"{count(warnings, 'warning')}; `check` lists them"
        )


def files_awaited(result: "Result", known: Collection[Problem]) -> str:
    """Name the files that a refused sheet waits for, if nothing is wrong but what is known of them."""
    faults = {problem for problem in result.problems if has_errors([problem])}
    return ", ".join(sorted({problem.place.file for problem in faults})) if faults <= {*known} else ""


def count_waiting(decisions: Iterable["Decision"]) -> Iterator[str]:
    """Say once for each file with a mistake how many sheets wait for it."""
    waiting = Counter(", ".join(decision.waits_for) for decision in decisions if decision.waits_for)
    for files, number in sorted(waiting.items()):
        yield f"{count(number, 'sheet')}: kept, marked as older, until the mistake in {files} is corrected"


def count_older(results: Iterable["Result"], known: Collection[Problem]) -> Iterator[str]:
    """Say how many sheets are older than the library, because a file or their newer version was refused."""
    waiting = Counter(files_awaited(result, known) for result in results if result.older)
    for files, number in sorted(waiting.items()):
        kept = "1 sheet stays as it was" if number == 1 else f"{number:,} sheets stay as they were"
        until = f"the mistake in {files} is corrected" if files else "the newer version can be made"
        yield f"{kept}: marked as older in the catalogue, until {until}"


def count_unasked(decisions: Iterable["Decision"]) -> Iterator[str]:
    """Say how many sheets a build of some left as they were, although what they are made of has changed."""
    if number := sum(not decision.chosen and decision.verb in {"build", "remove"} for decision in decisions):
        others = "1 other sheet has" if number == 1 else f"{number:,} other sheets have"
        yield f"{others} not been built since a change: `status` lists them, `build` brings them up to date"
