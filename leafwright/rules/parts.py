"""The parts that a sheet may have to hold, which are data, and which of them a block is."""

import re
from functools import cache
from typing import Final

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart
from leafwright.decode import read_record
from leafwright.model.record import Key, Name, Record
from leafwright.model.walk import texts_of
from leafwright.resources import PACKAGE

FILE: Final = PACKAGE / "rules" / "parts.yaml"


class SheetPart(Record):
    """What a part is about, how to add it, and patterns of the words that speak of it, in small letters."""

    about: Name
    hint: Name
    words: tuple[str, ...] = ()


class PartsFile(Record):
    """All parts; `names` are patterns that those of the words name in angle brackets."""

    names: dict[Key, str]
    parts: dict[LeafletPart, SheetPart]


@cache
def read_parts() -> PartsFile:
    """Read the parts."""
    return read_record(PartsFile, FILE, FILE.name)


@cache
def words_of_part(part: LeafletPart) -> re.Pattern[str]:
    """Return the pattern of the words that speak of a part; it matches nothing if only a block can be one."""
    file = read_parts()
    words = "|".join(file.parts[part].words) or "(?!)"
    spelled_out = re.sub("<([a-z]+)>", lambda name: file.names[name[1]], words)
    return re.compile(rf"\b(?:{spelled_out})\b")


def parts_of(block: BlockRecord) -> frozenset[LeafletPart]:
    """Tell which parts a block is; one that cites is where the sources are named."""
    cites = any(block.named_sources()) or any(text.keys for text in texts_of(block))
    return frozenset(block.leaflet_parts) | ({LeafletPart.SOURCES} if cites else frozenset())
