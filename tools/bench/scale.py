"""What two million sheets would take: worked out from the rates of one run, and from nothing else."""

from collections.abc import Iterator
from typing import Final

from tools.bench.rates import Rates
from tools.bench.report import filled, machine

TOPICS: Final = 10_000
VARIANTS: Final = 4
EDITIONS: Final = 2
PLACES: Final = 25
"""Clinics or languages that print each topic."""
SHEETS: Final = TOPICS * VARIANTS * EDITIONS * PLACES
SHARES: Final = 1_000
"""Workspaces that such a library is divided into."""
CORES: Final = (2, 32, 256, 1024)
HOUR: Final = 3600.0
MINUTE: Final = 60.0
NETWORK: Final = 10e9 / 8
"""Bytes a second over a network of 10 Gbit/s."""
UNITS: Final = (("GB", 1e9), ("MB", 1e6), ("KB", 1e3))


def write_scale(rates: Rates) -> str:
    """Write the page."""
    return "\n".join(_lines(rates)) + "\n"


def _lines(rates: Rates) -> Iterator[str]:
    yield "# Two million sheets"
    yield ""
    yield filled(
        "What a national library would take, calculated by `make bench` only from the rates of one run. "
        f"Such a library has, for example, {TOPICS:,} topics in {VARIANTS} variants, {EDITIONS} "
        f"editions and {PLACES} clinics or languages: {SHEETS:,} sheets."
    )
    yield from ("", "## What was measured", "")
    yield from machine()
    yield ""
    yield filled(
        "In English: proving the examples, planning a library of 10,000 sheets made from them, and the rest "
        "on one of 1,000."
    )
    yield from ("", "| | per sheet |", "|---|---|")
    yield f"| prove: lay out, write, read back, check, draw | {rates.proving:.2f} s of processor time |"
    yield f"| plan: settle, render as HTML, hash | {rates.planning * 1000:.1f} ms of processor time |"
    yield f"| PDF | {size(rates.pdf)} |"
    yield f"| small picture of page 1 | {size(rates.picture)} |"
    yield f"| its entry in the manifest | {size(rates.entry)} |"
    yield f"| to a worker of a cluster, by value | {size(rates.remote_job)} |"
    yield f"| back from it | {size(_back(rates))} |"
    yield from ("", f"## What follows for {SHEETS:,} sheets", "", "| | |", "|---|---|")
    yield f"| proving | {duration(rates.proving * SHEETS)} of one core |"
    yield f"| planning in one process | {duration(rates.planning * SHEETS)} |"
    yield f"| PDF and pictures | {size(_back(rates) * SHEETS)} |"
    yield f"| manifest, as one file | {size(rates.entry * SHEETS)} |"
    out, back = size(rates.remote_job * SHEETS), size(_back(rates) * SHEETS)
    yield f"| network of a cluster | {out} out, {back} back |"
    yield from ("", "| cores | proving, if all work all the time |", "|---|---|")
    for cores in CORES:
        yield f"| {cores:,} | {duration(rates.proving * SHEETS / cores)} |"
    yield ""
    yield filled("Proving has no step that waits for another sheet, so it divides evenly. The rest does not.")
    yield ""
    for reason in _limits(rates):
        yield filled(f"- {reason}", indent="  ")
    yield from ("", "## What changes overnight", "")
    yield filled(_night(rates))


def _limits(rates: Rates) -> Iterator[str]:
    sent = (rates.remote_job + _back(rates)) * SHEETS
    yield (
        f"**Planning** in one process would slow down more than about {rates.proving / rates.planning:.0f} "
        "cores. With more, use `build --shard I/N`, which divides both."
    )
    yield (
        f"**One manifest** of {size(rates.entry * SHEETS)} is more than a program should read at once, and "
        f"one catalogue of {SHEETS:,} cards is more than a browser can show. The catalogue is tested with "
        "1,000 sheets. So a large library is many workspaces, one for each hospital trust or region, with "
        f"their handouts from one place. {SHARES:,} workspaces of {SHEETS // SHARES:,} sheets have manifests "
        f"of {size(rates.entry * SHEETS / SHARES)} each. Within a workspace, `build --clinic NAME --output "
        "DIR` gives a clinic a manifest and a catalogue of its own."
    )
    yield (
        f"**A cluster sends everything by value.** {size(sent)} over a network of 10 Gbit/s take "
        f"{duration(sent / NETWORK)} at best, so with more than a few hundred cores the network is the "
        "limit. Shards read their own checkout and send only what they made."
    )


def _night(rates: Rates) -> str:
    clinic, handout = SHEETS // PLACES, SHEETS // TOPICS
    return (
        f"A changed phone number reprints the sheets of one clinic: {clinic:,} of the {SHEETS:,}, or "
        f"{duration(rates.proving * clinic)} of one core. A changed handout reprints its {handout} sheets: "
        f"{duration(rates.proving * handout)} of one core. Hashes show that the rest is unchanged."
    )


def _back(rates: Rates) -> float:
    return rates.pdf + rates.picture


def size(count: float) -> str:
    """Write a number of bytes in the largest unit that fits."""
    unit, each = next((pair for pair in UNITS if count >= pair[1]), UNITS[-1])
    return f"{count / each:.{0 if count >= 20 * each else 1}f} {unit}"


def duration(seconds: float) -> str:
    """Write how long something takes, in hours, minutes or seconds."""
    for unit, each in (("hours", HOUR), ("minutes", MINUTE)):
        if seconds >= 2 * each:
            return f"{seconds / each:.{0 if seconds >= 20 * each else 1}f} {unit}"
    return f"{seconds:.0f} seconds"
