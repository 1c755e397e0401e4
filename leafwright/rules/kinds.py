"""The kind of a handout, which its variants show, and what its sheets must hold; all of it is data."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any, Final

from leafwright.blocks.comparison import Comparison
from leafwright.blocks.kinds import Block
from leafwright.handout import Handout
from leafwright.problems import Place
from leafwright.resources import PACKAGE
from leafwright.rules.reader import Reader, words_of
from leafwright.source import read_source

FILE: Final = PACKAGE / "rules" / "kinds.yaml"
CHOICE: Final = "choice"
_IN_BRACKETS: Final = re.compile(r"\([^)]*\)")


@cache
def read_kinds() -> Mapping[str, Any]:
    """Read the kinds of handouts."""
    return read_source(FILE, FILE.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDemands:
    """A sheet of a handout, its blocks, and what it must hold; `place` is where its sections are chosen."""

    name: str
    place: Place
    blocks: tuple[Block, ...]
    demands: tuple[str, ...]


def sheet_demands(reader: Reader) -> Iterator[SheetDemands]:
    """Go through the sheets of a handout, each with what the record of its variant asks for."""
    handout = reader.handout
    for name, variant in handout.variants.items():
        record = reader.formats.variant_of(handout, name)
        kinds = (demands for kind, demands in record.of_kind.items() if _is_of_kind(handout, kind))
        yield SheetDemands(
            name=name,
            place=variant.place_of("sections"),
            blocks=tuple(handout.blocks_of(name)),
            demands=tuple(dict.fromkeys(chain(record.must_hold, *kinds))),
        )


def offers_choice(handout: Handout, block: Comparison) -> bool:
    """Return whether a comparison is of treatments that one may decline, unlike one of two inhalers."""
    if any(option.no_treatment for option in block.options):
        return True
    choices = read_kinds()["choices"]
    if block not in handout.blocks_of(*handout.sheets_of(choices["on"])):
        return False
    names = [words_of(_IN_BRACKETS.sub("", option.name.plain)) for option in block.options]
    words = {word for name in names for word in name}
    things = {name[-1] for name in names if name}
    offered = set(choices["offered"].split())
    if words & set(choices["not-chosen"].split()) or (len(things) == 1 and not things & offered):
        return False
    return _makes(handout, choices["kind"]) or bool(words & offered)


def _is_of_kind(handout: Handout, kind: str) -> bool:
    return _makes(handout, kind) and (kind != CHOICE or _compares_choices(handout))


def _makes(handout: Handout, kind: str) -> bool:
    return set(read_kinds()["kinds"][kind]) <= set(map(handout.kind_of, handout.variants))


def _compares_choices(handout: Handout) -> bool:
    """Return whether a comparison of the handout really offers a choice."""
    blocks = handout.blocks_of(*handout.sheets_of(read_kinds()["kinds"][CHOICE]))
    return any(isinstance(block, Comparison) and offers_choice(handout, block) for block in blocks)
