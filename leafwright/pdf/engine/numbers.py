"""Write the numbers and names of a file by their kind: pydyf goes through kinds that are rare first."""

from collections.abc import Callable
from typing import Any, Final

from leafwright.pdf.engine.lever import Lever


def _by_kind(to_bytes: Callable[[Any], bytes]) -> Callable[[Any], bytes]:
    def _to_bytes(item: Any) -> bytes:
        kind = type(item)
        if kind is bytes:
            return item  # type: ignore[no-any-return]  # the line above tells
        if kind is str:
            return item.encode("ascii")  # type: ignore[no-any-return]  # as above
        if kind is int:
            return b"%d" % item
        if kind is float and item.is_integer():
            return b"%d" % int(item)
        if kind is float:
            return (b"%f" % item).rstrip(b"0")
        return to_bytes(item)

    return _to_bytes


LEVER: Final = Lever("_to_bytes", ("pydyf",), _by_kind)
