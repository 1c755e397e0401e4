"""Read YAML into plain values that know their line and column, and write values as authors write YAML."""

from leafwright.source.composing import composed, count_letters, letters_of
from leafwright.source.entries import Entries, KeyEntry, comments_in, entries_of
from leafwright.source.nodes import Mapping, Node, Scalar, Sequence
from leafwright.source.reading import MOST_BYTES, parse_source, read_file, read_source, read_text, text_of
from leafwright.source.writing import Tree, write_lines

__all__ = [
    "MOST_BYTES",
    "Entries",
    "KeyEntry",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Tree",
    "comments_in",
    "composed",
    "count_letters",
    "entries_of",
    "letters_of",
    "parse_source",
    "read_file",
    "read_source",
    "read_text",
    "text_of",
    "write_lines",
]
