"""Read YAML files into nodes."""

from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG
from typing import Final

from leafwright.problems import ContentError, Place, refusal_at
from leafwright.source.building import Builder
from leafwright.source.nodes import Mapping, Node

MOST_BYTES: Final = 1_000_000
_OTHER_SUFFIX: Final = {".yaml": ".yml", ".yml": ".yaml"}


def read_source(path: Path, name: str) -> Mapping:
    """Read a YAML file, called `name` in messages, into a mapping.

    Raises ContentError when the file cannot be read, is too large, or is not UTF-8 or not the YAML we accept.
    """
    return parse_source(read_text(path, name), name)


def read_text(path: Path, name: str) -> str:
    """Read a small UTF-8 file whole, or raise ContentError."""
    return text_of(read_file(path, name), name)


def text_of(content: bytes, name: str) -> str:
    """Return the text of a UTF-8 file, or raise ContentError."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise refusal_at(
            Place(file=name, line=line, column=column),
            "not-utf-8",
            "the text is not UTF-8",
            "save the file with the encoding UTF-8",
        ) from error


def read_file(path: Path, name: str, read: Callable[[Path], bytes] = Path.read_bytes) -> bytes:
    """Read a small file whole, or raise ContentError."""
    place = Place(file=name)
    try:
        state = path.stat()
        if not S_ISREG(state.st_mode):
            # Opening a pipe would wait until somebody writes to it, perhaps forever.
            raise refusal_at(place, "unreadable-file", "it is not a file", "put a file of this name here")
        if state.st_size > MOST_BYTES:
            message, hint = f"the file has {state.st_size:,} bytes", f"at most {MOST_BYTES:,} are read"
            raise refusal_at(place, "file-too-large", message, hint)
        return read(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        other = path.with_suffix(_OTHER_SUFFIX.get(path.suffix, path.suffix))
        hint = "check the name and the permissions"
        if other != path and other.exists():
            hint = f"{other.name} is there: rename it to {path.name}"
        raise refusal_at(place, "unreadable-file", reason, hint) from error


def parse_source(text: str, name: str) -> Mapping:
    """Parse YAML text into a mapping, or raise ContentError with every fault."""
    tree = parse_yaml(text, name)
    if not isinstance(tree, Mapping):
        message = "the file is empty" if tree is None else "the file does not contain a mapping"
        raise refusal_at(Place(file=name), "not-a-mapping", message, "write `key: value` lines")
    return tree


def parse_yaml(text: str, name: str) -> Node:
    """Parse YAML text, or raise ContentError with every fault."""
    builder = Builder(text, name)
    tree = builder.build()
    if builder.problems:
        raise ContentError(builder.problems)
    return tree
