"""A clinic has not yet written a fact or an answer of its own."""

from collections.abc import Iterator
from itertools import chain

from leafwright.fictional import fictional_in
from leafwright.model.phrases import Phrases
from leafwright.model.record import Record
from leafwright.model.walk import texts_of
from leafwright.problems import Place, Severity
from leafwright.rules import ClinicReader, Finding, Findings
from leafwright.rules.links import fictional_links
from leafwright.rules.placeholder import MANY_LEFT, find_placeholders, strings_of


def check(folder: ClinicReader) -> Findings:
    """Report placeholders that a clinic has not replaced."""
    most = Severity.ERROR if folder.approved else Severity.WARNING
    for words, place in _placeholders(folder):
        message, hint = f"'{words}' is still a placeholder", "write what belongs there"
        yield Finding(place=place, message=message, hint=hint, at_most=most, together=MANY_LEFT)
    if folder.logo.measure.from_skeleton:
        place, hint = folder.brand.logo.place_of("path"), "put your own logo in its place"
        message = f"'{folder.brand.logo.path}' is still the empty frame that `new clinic` drew"
        yield Finding(place=place, message=message, hint=hint, at_most=most)
    for words, place in _fictional(folder) if folder.approved else ():
        message = f"'{words}' is reserved for examples: nobody answers there"
        yield Finding(place=place, message=message, hint="write the clinic's own, or take it out")


def _printed(folder: ClinicReader) -> Iterator[tuple[str, Place]]:
    """Go through every text of the records whose words a sheet prints."""
    return chain.from_iterable(strings_of(record) for record in _records(folder))


def _records(folder: ClinicReader) -> tuple[Record, ...]:
    phrases = (folder.words[name].phrases for name in dict.fromkeys(map(str, folder.clinic.prints.languages)))
    return (folder.clinic.model_copy(update={"words": {}}), folder.brand, *phrases)


def _placeholders(folder: ClinicReader) -> Iterator[tuple[str, Place]]:
    online = folder.clinic.web_base.values()
    for record in _records(folder):
        for text, place in strings_of(record):
            for words, _ in find_placeholders(text):
                # The program fills the gaps in the braces of a phrase, and of the addresses of sheets.
                if not (words.startswith("{") and (isinstance(record, Phrases) or text in online)):
                    yield words, place


def _fictional(folder: ClinicReader) -> Iterator[tuple[str, Place]]:
    """Go through the made-up numbers and addresses of a clinic, those of links too."""
    regions = folder.clinic.prints.countries
    for text, place in _printed(folder):
        for words, _ in fictional_in(text, regions):
            yield words, place
    for running in chain.from_iterable(map(texts_of, _records(folder))):
        yield from ((address, running.place or Place(file="-")) for address in fictional_links(running))
