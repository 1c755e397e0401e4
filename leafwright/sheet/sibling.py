"""The sheets of one topic and variant of a clinic, which share a web page in each language."""

from dataclasses import dataclass

from leafwright.sheet.key import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """One of these sheets: whether it is in two languages (`beside`), and the name of its `language`."""

    key: SheetKey
    beside: bool
    language: str
