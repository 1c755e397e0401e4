"""The meanings of all codes that are not rules, from codes.yaml, for the command line and the docs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from leafwright.decode import read_record
from leafwright.model.record import Key, Name, Record
from leafwright.resources import PACKAGE

OPENING: Final = """\
<!-- Made by `python -m leafwright.rules`; do not edit. -->

# Codes

Every message has a code, which stays the same from version to version. `leafwright explain CODE` says
what it means. The codes of content rules, whose severity a clinic's profile sets, are in [rules](rules.md);
the others are here.
"""


class _Group(Record):
    """Codes of one kind."""

    heading: Name
    codes: dict[Key, Name]


class _Codes(Record):
    """The file codes.yaml."""

    groups: tuple[_Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a code means and what to do about it, and the kind of fault."""

    kind: str
    text: str


@cache
def read_codes() -> Mapping[str, Meaning]:
    """Read the meanings of the codes, in the order of their groups."""
    groups = read_record(_Codes, PACKAGE / "codes.yaml", "codes.yaml").groups
    return {
        str(code): Meaning(kind=group.heading, text=text)
        for group in groups
        for code, text in group.codes.items()
    }


def write_code(code: str) -> str:
    """Write the page of one code."""
    meaning = read_codes()[code]
    return f"# {code}\n\n{meaning.kind}.\n\n{meaning.text}\n"


def write_codes() -> str:
    """Write all codes as one file, docs/codes.md."""
    parts = [OPENING]
    kinds: dict[str, list[str]] = {}
    for code, meaning in read_codes().items():
        kinds.setdefault(meaning.kind, []).append(f"### {code}\n\n{meaning.text}\n")
    for kind, pages in kinds.items():
        parts += [f"## {kind}\n", *pages]
    return "\n".join(parts)
