"""A list of hard words with their explanations."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import PassageKind, Role
from leafwright.model.record import Record
from leafwright.text import Text


class Term(Record):
    """A word and its plain meaning."""

    term: Annotated[Text, PassageKind.NAME]
    """The hard word."""
    meaning: Annotated[Text, PassageKind.MEANING]
    """What it means, in plain words."""


class Glossary(BlockRecord):
    """A list of hard words with their explanations."""

    role: ClassVar[Role] = "lookup"

    kind: Literal["glossary"]
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """The words, each with its meaning."""
