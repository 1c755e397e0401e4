"""The suite itself: what it is told to do, it does."""

import pytest


@pytest.mark.xdist_group("suite")
def test_groups_are_kept_together(request: pytest.FixtureRequest) -> None:
    """A runner that forgets them says nothing: the library is built twice, and browsers time each other."""
    if not request.config.getoption("loadgroup", default=False):
        pytest.skip("there are no groups without --dist loadgroup, as in `make test`")

    assert request.node.nodeid.endswith("@suite")
