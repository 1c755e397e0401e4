"""Decode plain values into records of a model, and report every problem at once, each at its line."""

from leafwright.decode.reading import decode, parse_record, parse_tree, read_record
from leafwright.decode.suggesting import find_meant, plain_key, suggest
