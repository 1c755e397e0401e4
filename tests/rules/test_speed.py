"""The cost of checking grows with the library, and no faster. `make bench` measures the seconds."""

from collections.abc import Callable
from pathlib import Path
from time import process_time

from click.testing import CliRunner

from leafwright.cli import cli
from tools.bench.libraries import write_translated

FEW = 2
MANY = 4 * FEW


def _checked(root: Path, topics: int) -> Callable[[], float]:
    """Write a library of so many topics; gives what checks it and returns the processor time in seconds."""
    write_translated(root, topics)

    words = ["--workspace", str(root), "check", "--debug"]  # what is debugged is not remembered

    def check() -> float:
        before = process_time()
        done = CliRunner().invoke(cli, [*words, "--as-of", "2026-12-01"])
        assert done.exit_code == 0, done.output
        return process_time() - before

    return check


def test_four_times_the_handouts_take_at_most_five_times_as_long(tmp_path: Path) -> None:
    """Checking is linear in the number of handouts: reading, settling and every rule but the proofs'.

    Each size may be checked twice and the faster run counts; a quadratic step would come near 16 times.
    """
    few, many = _checked(tmp_path / "few", FEW), _checked(tmp_path / "many", MANY)

    once = min(few(), few())

    assert any(many() < 5 * once for _ in range(2))
