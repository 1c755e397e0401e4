"""The phrases of what ends a sheet, and of the foot of each page."""

from typing import Annotated

from leafwright.model.frame import gaps
from leafwright.model.record import Name, Phrase, Record


class SourceWords(Record):
    """The words around the list of sources."""

    heading: Phrase
    """The heading of the list of sources."""
    on_request: Annotated[Name, gaps("phone", "email")]
    """How to ask for the sources, in place of the list."""


class ControlWords(Record):
    """The labels of the document control block."""

    heading: Phrase
    """The heading of the block."""
    owner: Phrase
    """The label of the team that wrote the sheet."""
    version: Phrase
    """The label of its reference and version."""
    issued: Phrase
    """The label of the day of issue."""
    review_due: Phrase
    """The label of the day of the review."""
    status: Phrase
    """The label of who approved the sheet."""
    funding: Phrase
    """The label of who paid."""
    find_us: Phrase
    """The label of the address."""
    other_formats: Phrase
    """The label of other formats and languages."""
    other_formats_line: Annotated[Name, gaps("phone", "email")]
    """How to ask for another format."""
    complaints: Phrase
    """The label of where to complain."""
    feedback: Phrase
    """The label of how to say what one thinks."""
    online: Phrase
    """The label of the code that leads to the sheet online."""


class ShortStatusWords(Record):
    """Each status in a word or two; the first page says all of it."""

    example: Phrase
    """The word for an example, at the foot of each page."""
    draft: Phrase
    """The word for a draft, at the foot of each page."""
    approved: Phrase
    """The word for an approved sheet, at the foot of each page."""


class FootWords(Record):
    """The foot of each page, in one line if it can be; `{page}` and `{pages}` are counted by the engine."""

    code: Annotated[Name, gaps("reference", "version", "issued")]
    """What identifies the sheet, with its reference, version and date."""
    clinic: Annotated[Name, gaps("review_due", also=["clinic"])]
    """The clinic or the day of the review, at the foot of each page."""
    status: ShortStatusWords
    """The word for each status."""
    page: Annotated[Name, gaps("page", "pages")]
    """The number of the page."""
