"""What is made of a value once, told apart by identity."""

from collections.abc import Callable
from itertools import count

from leafwright.model.identity import MOST_KEPT, once_each


def _numbered() -> Callable[[list[str]], int]:
    """Make a function that counts how often something is made."""
    numbers = count(1)

    def make(_: list[str]) -> int:
        return next(numbers)

    return once_each(make)


def test_is_made_once_of_the_same_value() -> None:
    """A value that is asked for again is not made again."""
    made, value = _numbered(), ["knee"]

    assert (made(value), made(value)) == (1, 1)


def test_is_made_again_of_an_equal_value() -> None:
    """Two values that are equal may be of different files, with other places, so each is made."""
    made, values = _numbered(), (["knee"], ["knee"])

    assert tuple(map(made, values)) == (1, 2)


def test_keeps_only_the_last_values() -> None:
    """When there are more values than are kept, the first is forgotten and the last are not."""
    made, values = _numbered(), [[str(number)] for number in range(MOST_KEPT + 1)]

    assert [made(value) for value in values][-1] == MOST_KEPT + 1
    assert made(values[-1]) == MOST_KEPT + 1
    assert made(values[0]) == MOST_KEPT + 2
