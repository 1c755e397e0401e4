"""Plain values and models to records, with every problem at once and each at its line."""

from leafwright.decode.reading import decode, parse_record, read_record
from leafwright.decode.suggesting import suggest

__all__ = ["decode", "parse_record", "read_record", "suggest"]
