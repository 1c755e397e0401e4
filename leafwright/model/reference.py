"""A reference: the fields of CSL that are printed."""

from collections.abc import Iterator
from typing import Annotated, Any, Final, Self

from pydantic import Field, model_validator

from leafwright.model.csl import CSLRecord, ReferenceType, csl_key
from leafwright.model.csl_date import WrittenDate
from leafwright.model.extra import read_extra
from leafwright.model.markup import MarkedName
from leafwright.model.record import DOI, LINK, PMCID, PMID, CitationKey, Name, Record, Silence, fault

_NAMING: Final = (
    "title",
    "title_short",
    "container_title",
    "container_title_short",
    "collection_title",
    "volume_title",
    "part_title",
    "event",
    "number",
)
"""The fields that name a source; one of them is needed."""


class CSLName(CSLRecord):
    """A person (`family`, `given`) or an organisation (`literal`)."""

    family: MarkedName | None = None
    """The family name. Example: Elm"""
    given: MarkedName | None = None
    """The given names, or their initials. Example: Anna B."""
    literal: MarkedName | None = None
    """The name of an organisation. Example: National Example Centre"""
    non_dropping_particle: MarkedName | None = None
    """A particle that is part of the family name. Example: van"""
    dropping_particle: MarkedName | None = None
    """A particle that is left out where the family name stands alone. Example: de"""
    suffix: MarkedName | None = None
    """What follows the name. Example: Jr."""

    @model_validator(mode="after")
    def _check_name(self) -> Self:
        if not (self.family or self.literal):
            raise fault(
                "nameless-author", "an author has no name", "write `family:` and `given:`, or `literal:`"
            )
        return self


class Reference(CSLRecord):
    """One entry of the bibliography."""

    id: CitationKey
    """The key that texts cite it by, in `[@key]`."""
    type: ReferenceType
    """What kind of source it is."""
    title: MarkedName | None = None
    """The title; a source without one needs another name, as its journal. Example: Knee pain in adults"""
    author: tuple[CSLName, ...] = ()
    """Who wrote it, in their order."""
    editor: tuple[CSLName, ...] = ()
    """Who edited it."""
    translator: tuple[CSLName, ...] = ()
    """Who translated it."""
    collection_editor: tuple[CSLName, ...] = ()
    """Who edits the series."""
    container_title: MarkedName | None = None
    """The journal, the book or the site that it is in. Example: Journal of Examples"""
    container_title_short: MarkedName | None = None
    """The short title of the journal. Example: J Ex"""
    issued: WrittenDate | None = None
    """When it was published."""
    accessed: WrittenDate | None = None
    """When it was read online."""
    volume: MarkedName | None = None
    """The volume.

    Example: "12"
    """
    issue: MarkedName | None = None
    """The issue within the volume.

    Example: "3"
    """
    page: MarkedName | None = None
    """The pages. Example: 101-110"""
    number_of_pages: MarkedName | None = None
    """How many pages it has.

    Example: "240"
    """
    number: MarkedName | None = None
    """The number of a report. Example: NG226"""
    genre: MarkedName | None = None
    """What kind of report or page it is. Example: Guideline"""
    edition: MarkedName | None = None
    """The edition of a book.

    Example: "3"
    """
    publisher: MarkedName | None = None
    """Who published it. Example: Example Press"""
    publisher_place: MarkedName | None = None
    """Where it was published. Example: London"""
    collection_title: MarkedName | None = None
    """The series that it is part of. Example: Examples in medicine"""
    collection_number: MarkedName | None = None
    """The number within the series.

    Example: "4"
    """
    volume_title: MarkedName | None = None
    """The title of the volume. Example: The knee"""
    part_number: MarkedName | None = None
    """The number of the part.

    Example: "2"
    """
    part_title: MarkedName | None = None
    """The title of the part. Example: Ligaments"""
    supplement_number: MarkedName | None = None
    """The number of the supplement.

    Example: "1"
    """
    section: MarkedName | None = None
    """The section of a law.

    Example: "4"
    """
    medium: MarkedName | None = None
    """What it is printed or recorded on. Example: DVD"""
    version: MarkedName | None = None
    """The version of a program or of data.

    Example: "1.2"
    """
    event: MarkedName | None = None
    """The meeting at which it was presented. Example: Knee Congress"""
    event_place: MarkedName | None = None
    """Where the meeting was. Example: Leeds"""
    archive: MarkedName | None = None
    """The archive that has it. Example: Wellcome Collection"""
    archive_collection: MarkedName | None = None
    """The collection in the archive. Example: Elm papers"""
    archive_location: MarkedName | None = None
    """Where it is in the archive. Example: Box 2"""
    archive_place: MarkedName | None = None
    """Where the archive is. Example: London"""
    references: MarkedName | None = None
    """What else belongs to it, such as how a law was changed. Example: As amended in 2020"""
    note: MarkedName | None = None
    """What Zotero keeps in its extra field.

    Example: "PMID: 12345678"
    """
    title_short: MarkedName | None = None
    """The short title. Example: Knee pain"""
    language: Name | None = None
    """The tag of the language that it is in, in which it is read aloud. Example: en-GB"""
    doi: Annotated[str, Field(pattern=DOI)] | None = None
    """The DOI, without an address before it. Example: 10.1234/example.5678"""
    url: Annotated[str, Field(pattern=LINK)] | None = None
    """The address. Example: https://example.org/source"""
    pmid: Annotated[str, Field(pattern=PMID)] | None = None
    """The number in PubMed.

    Example: "12345678"
    """
    pmcid: Annotated[str, Field(pattern=PMCID)] | None = None
    """The number in PubMed Central. Example: PMC1234567"""
    isbn: Name | None = None
    """The ISBN of a book. Example: 978-0-00-000000-2"""
    silence: tuple[Silence, ...] = ()
    """Rules that do not apply to this source."""

    @model_validator(mode="before")
    @classmethod
    def _read_extra(cls, value: Any) -> Any:
        """Take the fields out that Zotero keeps in its field "Extra" and exports as the note."""
        return read_extra(value, cls.model_fields) if isinstance(value, dict) else value

    @model_validator(mode="after")
    def _check_title(self) -> Self:
        if not any(getattr(self, name) for name in _NAMING):
            raise fault("missing-field", "'title' is missing", "add `title:`, or `number:` where it has none")
        return self

    @classmethod
    def csl_keys(cls) -> Iterator[str]:
        """Go through CSL's names of the fields that are printed."""
        return (csl_key(name) for name in cls.model_fields)

    def as_csl(self) -> dict[str, object]:
        """Return the entry as CSL-JSON, without what it is silent about."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"silence"})


class References(Record):
    """The bibliography of a workspace."""

    references: tuple[Reference, ...]
    """The sources, each with an id of its own."""
