"""YAML text to plain values that remember their line and column."""

from leafwright.source.nodes import Mapping, Node, Scalar, Sequence
from leafwright.source.reading import MOST_BYTES, parse_source, read_source, read_text

__all__ = ["MOST_BYTES", "Mapping", "Node", "Scalar", "Sequence", "parse_source", "read_source", "read_text"]
