"""Cache parsed files until their content changes."""

from collections.abc import Callable
from typing import TypeVar, cast

from leafwright.problems import ContentError

T = TypeVar("T")


class ParseCache:
    """Remembers the parsed content of each file, or its errors, while its bytes stay the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[bytes, object]] = {}

    def parse(self, parse: Callable[[bytes, str], T], content: bytes, name: str) -> T:
        """Parse a file if it is new or changed; every caller must parse it in the same way.

        Raises ContentError with every problem of the file.
        """
        before = self._known.get(name)
        if before is None or before[0] != content:
            before = self._known[name] = (content, _parsed(parse, content, name))
        if isinstance(before[1], ContentError):
            raise ContentError(before[1].problems)
        return cast("T", before[1])


def _parsed(parse: Callable[[bytes, str], T], content: bytes, name: str) -> T | ContentError:
    try:
        return parse(content, name)
    except ContentError as error:
        return error
