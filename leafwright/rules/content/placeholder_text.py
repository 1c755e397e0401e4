"""A placeholder was never replaced with the leaflet's own words."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.blocks.qr import QR
from leafwright.fictional import fictional_in, is_fictional_address
from leafwright.problems import Place, Severity
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.links import fictional_links
from leafwright.rules.placeholder import MANY_LEFT, find_placeholders, find_unwritten, strings_of

_MANY_NAMES: Final = "{n} invented names are left"
_HINT: Final = "write what belongs there, or take it out"


def check(reader: Reader) -> Findings:
    """Report placeholders."""
    most = Severity.ERROR if reader.handout.status == "approved" else Severity.WARNING
    for words, place in _placeholders(reader):
        message, cited = f"'{words}' is still a placeholder", words[1:-1] in reader.references
        hint, many = (f"did you mean [@{words[1:-1]}]?", "") if cited else (_HINT, MANY_LEFT)
        yield Finding(place=place, message=message, hint=hint, at_most=most, together=many)
    for name, place in _undrawn(reader):
        message = f"'{name}' is still the picture that `new handout` drew"
        yield Finding(place=place, message=message, hint="put your own in its place", at_most=most)
    for name, place in reader.handout.placed("made_up"):
        message = f"'{name}' is made up, as this line says"
        hint = f"decide what it is, and take {name} out of the line"
        yield Finding(place=place, message=message, hint=hint, at_most=most)
    for name, place in _invented(reader) if reader.handout.status != "example" else ():
        message, hint = f"'{name}' is an invented name", "put the real one in its place"
        yield Finding(place=place, message=message, hint=hint, at_most=most, together=_MANY_NAMES)
    if reader.handout.status == "approved":
        for words, place in _fictional(reader):
            message = f"'{words}' is reserved for examples: nobody answers there"
            yield Finding(place=place, message=message, hint=_HINT)


def _placeholders(reader: Reader) -> Iterator[tuple[str, Place]]:
    for passage in reader.passages:
        for words, start in find_placeholders(passage.text):
            yield words, passage.place_at(start)
    for reference in reader.cited:
        for text, place in strings_of(reference):
            for words in find_unwritten(text):
                yield words, place


def _invented(reader: Reader) -> Iterator[tuple[str, Place]]:
    """Go through the invented names, each where it stands."""
    if not reader.handout.made_up_names:
        return
    names = "|".join(map(re.escape, reader.handout.made_up_names))
    for passage in reader.passages:
        for match in re.finditer(rf"\b(?:{names})\b", passage.text, re.IGNORECASE):
            yield match[0], passage.place_at(match.start())


def _undrawn(reader: Reader) -> Iterator[tuple[str, Place]]:
    for block in reader.handout.blocks():
        for picture in block.pictures():
            if reader.file.pictures[str(picture.file)].from_skeleton:
                yield str(picture.file), picture.place_of("file")


def _fictional(reader: Reader) -> Iterator[tuple[str, Place]]:
    for passage in reader.passages:
        for words, start in fictional_in(passage.text):
            yield words, passage.place_at(start)
        yield from ((address, passage.place) for address in fictional_links(passage.written))
    for code in reader.blocks(QR):
        if code.address and is_fictional_address(code.address):
            yield code.address, code.place_of("address")
    for reference in reader.cited:
        if reference.url and is_fictional_address(reference.url):
            yield reference.url, reference.place_of("URL")
