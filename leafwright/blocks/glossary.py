"""Hard words explained."""

from typing import Annotated, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.model.record import Record
from leafwright.text import Text


class Term(Record):
    """A word and its plain meaning."""

    term: Text
    meaning: Text


class Glossary(BlockRecord):
    """Hard words explained."""

    kind: Literal["glossary"]
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
