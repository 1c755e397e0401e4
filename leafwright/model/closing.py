"""The phrases of what ends a sheet, and of the foot of each page."""

from typing import Annotated

from leafwright.model.frame import gaps
from leafwright.model.record import Name, Phrase, Record


class SourceWords(Record):
    """The words around the list of sources."""

    heading: Phrase
    on_request: Annotated[Name, gaps("phone", "email")]


class ControlWords(Record):
    """The labels of the document control block."""

    heading: Phrase
    owner: Phrase
    version: Phrase
    issued: Phrase
    review_due: Phrase
    status: Phrase
    funding: Phrase
    find_us: Phrase
    other_formats: Phrase
    other_formats_line: Annotated[Name, gaps("phone", "email")]
    complaints: Phrase
    feedback: Phrase
    online: Phrase


class ShortStatusWords(Record):
    """Each status in a word or two; the first page says all of it."""

    example: Phrase
    draft: Phrase
    approved: Phrase


class FootWords(Record):
    """The foot of each page, in one line if it can be; `{page}` and `{pages}` are counted by the engine."""

    code: Annotated[Name, gaps("reference", "version", "issued")]
    clinic: Annotated[Name, gaps("review_due", also=["clinic"])]
    status: ShortStatusWords
    page: Annotated[Name, gaps("page", "pages")]
