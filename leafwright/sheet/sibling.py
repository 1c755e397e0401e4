"""The sheets of one topic and variant of a clinic, which are one page for screens in each language."""

from dataclasses import dataclass

from leafwright.sheet.key import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """One of these sheets; `beside` says if it is in two languages, `language` names its own in itself."""

    key: SheetKey
    beside: bool
    language: str
