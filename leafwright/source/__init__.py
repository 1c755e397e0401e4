"""Read YAML and JSON to values that know their line and column; write values as authors write YAML."""

from leafwright.source.composing import composed, count_letters, letters_of
from leafwright.source.entries import Entries, KeyEntry, comments_in, entries_of
from leafwright.source.json_text import parse_json
from leafwright.source.limits import check_text
from leafwright.source.lines import Lines
from leafwright.source.nodes import Mapping, Node, Scalar, Sequence
from leafwright.source.reading import (
    MOST_BYTES,
    parse_source,
    parse_yaml,
    read_file,
    read_source,
    read_text,
    text_of,
)
from leafwright.source.writing import Tree, write_lines
from leafwright.source.written import Written
