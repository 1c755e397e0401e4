"""The suite itself: what it is told to do, it does."""

import os

import pytest


@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="one process keeps every group together")
@pytest.mark.xdist_group("suite")
def test_groups_are_kept_together(request: pytest.FixtureRequest) -> None:
    """A runner that forgets them says nothing: the library is built twice, and browsers time each other."""
    assert request.node.nodeid.endswith("@suite")
