"""Read the objects of a file as pydyf writes them: those that are no streams are packed into one."""

import re
import zlib
from typing import Final

_PACKED: Final = re.compile(rb"/Type /ObjStm/N \d+/First (\d+).*?stream\n", re.DOTALL)


def read_objects(content: bytes) -> dict[int, bytes]:
    """Return the packed objects of a file by their numbers."""
    objects: dict[int, bytes] = {}
    for packed in _PACKED.finditer(content):
        text = zlib.decompressobj().decompress(content[packed.end() :])
        first = int(packed[1])
        listed = [int(number) for number in text[:first].split()]
        starts = [first + start for start in listed[1::2]]
        for number, start, end in zip(listed[::2], starts, [*starts[1:], len(text)], strict=True):
            objects[number] = text[start:end]
    return objects
