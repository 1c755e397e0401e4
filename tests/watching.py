"""What coverage watches: to follow every call of Python doubles the time that a test takes.

Lines count that were run while it watched, so looking away can only make the coverage told too low.
"""

import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from itertools import count
from typing import Any, Final, ParamSpec, TypeAlias, TypeVar

import pytest

Tracer: TypeAlias = Any
"""Whatever `sys.gettrace` gives; none, if nothing is traced."""
P = ParamSpec("P")
R = TypeVar("R")

EXAMPLES: Final = 20
"""So many examples of a property are watched."""
LAID_OUT: Final = (
    *("tests/build/", "tests/brand/", "tests/cli/", "tests/docs/", "tests/house/", "tests/pdf/"),
    *("tests/preview/", "tests/test_components.py", "tests/test_html.py", "tests/test_words.py"),
    "tests/test_workspace.py",
)
"""Where a case lays out, plans or reads a whole library; elsewhere it is cheap, and has lines of its own."""
PREPARED: Final = {
    "leafwright.library.load_library": (
        *(place for place in LAID_OUT if place != "tests/test_workspace.py"),
        *("tests/catalogue/", "tests/rules/", "tests/sheet/"),
    ),
    "leafwright.html.render_html": (
        *("tests/build/", "tests/catalogue/", "tests/cli/", "tests/docs/", "tests/house/", "tests/pdf/"),
        *("tests/preview/", "tests/sheet/"),
    ),
}
"""What is only made ready for the fact of a test in these places, and is watched elsewhere."""


def look_away() -> Tracer:
    """Stop tracing; gives what `look_again` takes."""
    tracer: Tracer = sys.gettrace()
    sys.settrace(None)
    return tracer


def look_again(tracer: Tracer) -> None:
    """Trace again.

    Coverage's tracer takes over at the next call it sees, so there must be one before the caller returns:
    else the tracer would never hear of that return.
    """
    sys.settrace(tracer)
    _be_called()


def _be_called() -> None:
    """Give a tracer that was just set a call to see."""


def unwatched(work: Callable[P, R]) -> Callable[P, R]:
    """Look away while a function runs."""

    @wraps(work)
    def called(*given: P.args, **named: P.kwargs) -> R:
        tracer = look_away()
        try:
            return work(*given, **named)
        finally:
            look_again(tracer)

    return called


def look_away_from_what_is_prepared() -> None:
    """Let coverage look away from functions where they only prepare; nothing may have imported them yet."""
    for name, places in PREPARED.items():
        room, _, function = name.rpartition(".")
        module = import_module(room)
        setattr(module, function, _unwatched_in(places, getattr(module, function)))


def _unwatched_in(places: tuple[str, ...], work: Callable[P, R]) -> Callable[P, R]:
    looked_away = unwatched(work)

    @wraps(work)
    def called(*given: P.args, **named: P.kwargs) -> R:
        here = os.environ.get("PYTEST_CURRENT_TEST", "")
        return (looked_away if here.startswith(places) else work)(*given, **named)

    return called


def watch_first_cases(items: list[pytest.Item]) -> None:
    """Watch one case of each test that costs much, and a few examples of each property."""
    seen: set[str] = set()
    for item in items:
        name = item.nodeid.partition("[")[0]
        if name in seen and name.startswith(LAID_OUT):
            item.add_marker("unwatched")
        elif isinstance(item, pytest.Function) and (drawn := getattr(item.obj, "hypothesis", None)):
            drawn.inner_test = _watched_at_first(drawn.inner_test)
        seen.add(name)


def _watched_at_first(test: Callable[..., Any]) -> Callable[..., Any]:
    looked_away, drawn = unwatched(test), count()

    @wraps(test)
    def example(*given: Any, **named: Any) -> Any:
        return (test if next(drawn) < EXAMPLES else looked_away)(*given, **named)

    return example
