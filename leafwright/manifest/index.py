"""The record of catalogue.json: what there is to read and where, for websites and record systems."""

from dataclasses import dataclass
from typing import ClassVar, Final, Literal

from pydantic import ConfigDict, TypeAdapter

from leafwright.manifest.parts import STRICT, Count, Hash, Line
from leafwright.manifest.record import Facts, Withheld

INDEX: Final = "catalogue.json"
INDEX_FORMAT: Final = 1
"""Raised when the format of the index changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedFile:
    """A file of a sheet."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    path: Line
    """Its path below the output folder. Example: elm-street/sore-knee-leaflet-standard-en-GB.pdf"""
    address: Line = ""
    """Its address on the web, if the clinic says where its sheets are.

    Example: https://example.org/elm-street/sore-knee-leaflet-standard-en-GB.pdf
    """
    type: Line
    """Its media type. Example: application/pdf"""
    size: Count
    """Its size in bytes. Example: 81920"""
    sha256: Hash
    """Its SHA-256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedSheet(Facts):
    """A sheet that can be read."""

    older: bool
    """Whether its newer version was refused, so that it is older than its content."""
    pdf: IndexedFile
    """The sheet to print."""
    print_file: IndexedFile | None = None
    """The second file of a booklet, which is only to print."""
    web: IndexedFile | None = None
    """Its web page, which all print editions share."""
    text: IndexedFile | None = None
    """Its words as plain text, which all print editions share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """The file catalogue.json."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT
    format: Literal[1] = INDEX_FORMAT
    """The format of this file."""
    sheets: tuple[IndexedSheet, ...]
    """The sheets that can be read, sorted by clinic, topic, variant, edition and language. Example: []"""
    withheld: tuple[Withheld, ...]
    """The sheets that are withheld. Example: []"""


INDEX_SCHEMA: Final = TypeAdapter(Index)
