"""The suite itself: what it is told to do, it does, and what it passes over has a reason."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("leafwright", "tests", "tools")
PASSED_OVER = re.compile(r"# (?:noqa|type: ignore|pragma: no cover)\b")
REASON = re.compile(r"# (?:noqa: [A-Z0-9, ]+|type: ignore\[[a-z-]+\]|pragma: no cover)  # \S")


@pytest.mark.xdist_group("suite")
def test_groups_are_kept_together(request: pytest.FixtureRequest) -> None:
    """A runner that forgets them says nothing: the library is built twice, and browsers time each other."""
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("there are no groups without --dist loadgroup, as in `make test`")

    assert request.node.nodeid.endswith("@suite")


def test_every_exception_has_a_reason() -> None:
    """A comment that silences a checker in a line says why."""
    sources = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in sources
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if PASSED_OVER.search(line) and not REASON.search(line)
    ]

    assert len(sources) > 100
    assert bare == []
