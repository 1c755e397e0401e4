"""A dose has no unit, or one that is easily misread."""

import re
from typing import Final

from leafwright.blocks.table import Table
from leafwright.rules import Finding, Findings, Reader
from leafwright.text import Text

_NUMBER: Final = r"\d+(?:,\d{3})*(?:\.\d+)?"
_COUNT: Final = rf"(?:{_NUMBER}|one|two|three|four|half)(?: (?:to|or|and) (?:{_NUMBER}|one|two|three|four))?"
_TIMES: Final = r"(?:once|twice|(?:\d|two|three|four) times)"
_MEALS: Final = r"(?:food|meals?|a meal|breakfast|lunch|dinner|tea|bed(?:time)?|each|every|exercise)"
_WHEN: Final = (
    r"(?:at (?:night|noon|midday|bedtime|breakfast|lunch|dinner|tea ?time|\d)"
    rf"|in the (?:morning|afternoon|evening)|{_TIMES}|every|each (?:day|morning|night|evening|week)|daily"
    r"|nightly|weekly|a day|per day"
    rf"|(?:before|after|with) {_MEALS}|(?:if|when|as) (?:you )?need(?:ed)?)"
)
_VERB: Final = r"(?:take|taking|inhale|inhaling|inject|injecting|swallow|swallowing|give|giving)"
_BEFORE: Final = rf"\b{_VERB}|\bdoses?\b(?: (?:is|of|to|by|from)|:)"
_BARE: Final = re.compile(rf"(?:{_BEFORE}) ({_COUNT})(?=,? {_WHEN}\b|[.;]?$|[.;] )", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\b(?:tablet|capsule|caplet|lozenge|pill|puff|drop|sachet|spoonful|patch|spray|suppositor|pessar|injection"
    r"|painkiller|stretch|step|breath)\w*",
    re.IGNORECASE,
)
_FEW: Final = frozenset({"1", "2", "3", "4", "1 or 2", "1 to 2"})
"""Numbers that count tablets which another sentence names; more of them are milligrams."""
_UNIT: Final = r"(?:mg|ml|mL|g|kg|micrograms?|milligrams?|millilitres?|milliliters?|units?)\b(?!/)"
_WRITTEN: Final = (
    (
        re.compile(r"(?<![\w.,])[\d.,]*\d ?(mcgs?|µg|μg)\b(?!/d?[lL]\b)"),
        "is easily misread",
        "write 'micrograms' in full",
    ),
    (
        re.compile(r"(?<!ward )(?<!room )(?<![\w.,])[\d.,]*\d ?(IU|U)\b(?!/|\.\w)"),
        "is easily misread",
        "write 'units' in full",
    ),
    (
        re.compile(rf"(?<![\w.,])\d+(?:\.0+|,00?) ?{_UNIT}"),
        "may be read as ten times as much",
        "leave the zero out",
    ),
    (re.compile(rf"(?<![\w.,])\.\d+ ?{_UNIT}"), "may be read as ten times as much", "write '0.' before it"),
)
_DIGIT: Final = re.compile(r"\d")
_PLAIN: Final = re.compile(_NUMBER)
_HEADS: Final = frozenset({"dose", "doses", "your dose", "how much"})


def check(reader: Reader) -> Findings:
    """Report doses without a unit, and units and numbers that are misread."""
    for passage in reader.passages:
        for form, fault, hint in _WRITTEN if _DIGIT.search(passage.text) else ():
            for match in form.finditer(passage.text):
                message = f"'{match[0]}' {fault}"
                yield Finding(place=passage.place_at(match.start()), message=message, hint=hint)
        for sentence in passage.sentences if reader.is_english else ():
            bare = _BARE.search(sentence.text)
            near = passage.text if bare and bare[1] in _FEW else sentence.text
            if bare and not _COUNTED.search(near):
                yield Finding(
                    place=passage.place_at(sentence.start + bare.start()),
                    message=f"'{bare[0]}' does not say of what",
                    hint=f"write '{bare[1]} mg', '{bare[1]} tablets' or what it is",
                )
    if reader.is_english:
        for table in reader.blocks(Table):
            yield from _bare_cells(table)


def _bare_cells(table: Table) -> Findings:
    for column, head in enumerate(table.head):
        cells = (row[column] for row in table.rows) if head.plain.lower() in _HEADS else ()
        for cell in cells:
            if isinstance(cell, Text) and cell.place and _PLAIN.fullmatch(cell.plain):
                message = f"'{cell.plain}' below '{head.plain}' does not say of what"
                yield Finding(
                    place=cell.place, message=message, hint=f"write '{cell.plain} mg', or 'Dose (mg)'"
                )
