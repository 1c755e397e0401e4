"""A reference: the CSL fields that the reference types in use may carry, as Zotero exports them."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from leafwright.model.csl import CSLRecord
from leafwright.model.csl_date import WrittenDate
from leafwright.model.extra import read_extra
from leafwright.model.markup import MarkedName
from leafwright.model.record import DOI, LINK, PMCID, PMID, Key, Name, Record, Silence, fault


class CSLName(CSLRecord):
    """A person (`family`, `given`) or an organisation (`literal`)."""

    family: MarkedName | None = None
    given: MarkedName | None = None
    literal: MarkedName | None = None
    non_dropping_particle: MarkedName | None = None
    dropping_particle: MarkedName | None = None
    suffix: MarkedName | None = None

    @model_validator(mode="after")
    def _check_name(self) -> Self:
        if not (self.family or self.literal):
            raise fault(
                "nameless-author", "an author has no name", "write `family:` and `given:`, or `literal:`"
            )
        return self


class Reference(CSLRecord):
    """One entry of the bibliography."""

    id: Key
    type: Literal["article-journal", "report", "webpage", "book", "chapter"]
    title: MarkedName
    author: tuple[CSLName, ...] = ()
    editor: tuple[CSLName, ...] = ()
    container_title: MarkedName | None = None
    container_title_short: MarkedName | None = None
    issued: WrittenDate | None = None
    accessed: WrittenDate | None = None
    volume: MarkedName | None = None
    issue: MarkedName | None = None
    page: MarkedName | None = None
    number_of_pages: MarkedName | None = None
    number: MarkedName | None = None
    genre: MarkedName | None = None
    edition: MarkedName | None = None
    publisher: MarkedName | None = None
    publisher_place: MarkedName | None = None
    collection_title: MarkedName | None = None
    note: MarkedName | None = None
    title_short: MarkedName | None = None
    language: Name | None = None
    doi: Annotated[str, Field(pattern=DOI)] | None = None
    url: Annotated[str, Field(pattern=LINK)] | None = None
    pmid: Annotated[str, Field(pattern=PMID)] | None = None
    pmcid: Annotated[str, Field(pattern=PMCID)] | None = None
    isbn: Name | None = None
    silence: tuple[Silence, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _read_extra(cls, value: Any) -> Any:
        """Take the fields out that Zotero keeps in its field "Extra" and exports as the note."""
        return read_extra(value, cls.model_fields) if isinstance(value, dict) else value

    def as_csl(self) -> dict[str, object]:
        """Return the entry as CSL-JSON, without what it is silent about."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"silence"})


class References(Record):
    """The bibliography of a workspace."""

    references: tuple[Reference, ...]
