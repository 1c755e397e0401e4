"""Files that were read before are not parsed again until what is written in them differs."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from leafwright.problems import ContentError

T = TypeVar("T")


class Memory:
    """Remembers what each file said, mistakes included, for as long as its bytes are the same."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[bytes, object]] = {}

    def read(self, parse: Callable[[Path, str], T], path: Path, name: str) -> T:
        """Have a file parsed that is new or was changed; whoever asks for it parses it in the same way.

        Raises ContentError with every problem of the file.
        """
        content = path.read_bytes() if path.is_file() else b""
        before = self._known.get(path)
        if before is None or before[0] != content:
            before = self._known[path] = (content, _parsed(parse, path, name))
        if isinstance(before[1], ContentError):
            raise ContentError(before[1].problems)
        return cast("T", before[1])


def _parsed(parse: Callable[[Path, str], T], path: Path, name: str) -> T | ContentError:
    try:
        return parse(path, name)
    except ContentError as error:
        return error
