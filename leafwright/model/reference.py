"""A reference: the CSL fields that the reference types in use may carry, as Zotero exports them."""

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from leafwright.model.record import DOI, LINK, PMID, Key, Name, Record, fault, kebab
from leafwright.model.silence import Silence

Part = Annotated[int, Field(ge=0, le=9999)]


def _as_date_parts(value: Any) -> Any:
    """Accept `2014-04-23` and Better BibTeX's year/month/day beside CSL's own date-parts."""
    if isinstance(value, str):
        return {"date-parts": [value.split("-")]}
    if isinstance(value, list) and value and isinstance(value[0], dict) and "year" in value[0]:
        return {
            "date-parts": [
                [entry[part] for part in ("year", "month", "day") if part in entry] for entry in value
            ]
        }
    return value


_CSL_KEYS = {"doi": "DOI", "url": "URL", "pmid": "PMID", "isbn": "ISBN"}


def csl_key(name: str) -> str:
    """Turn a field's name into CSL's key: `date_parts` to `date-parts`, `doi` to `DOI`."""
    return _CSL_KEYS.get(name) or kebab(name)


class CSLRecord(Record):
    """A part of a CSL item; its keys are CSL's own."""

    model_config = ConfigDict(alias_generator=csl_key, populate_by_name=True)


class CSLDate(CSLRecord):
    """A date as year, month, day; the later parts may be missing."""

    date_parts: Annotated[
        tuple[Annotated[tuple[Part, ...], Field(min_length=1, max_length=3)], ...],
        Field(min_length=1, max_length=2),
    ]


WrittenDate = Annotated[
    CSLDate, BeforeValidator(_as_date_parts, json_schema_input_type=str | list[dict[str, int]] | CSLDate)
]


class CSLName(CSLRecord):
    """A person (`family`, `given`) or an organisation (`literal`)."""

    family: Name | None = None
    given: Name | None = None
    literal: Name | None = None
    non_dropping_particle: Name | None = None
    dropping_particle: Name | None = None
    suffix: Name | None = None

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
    title: Name
    author: tuple[CSLName, ...] = ()
    editor: tuple[CSLName, ...] = ()
    container_title: Name | None = None
    container_title_short: Name | None = None
    issued: WrittenDate | None = None
    accessed: WrittenDate | None = None
    volume: Name | None = None
    issue: Name | None = None
    page: Name | None = None
    number: Name | None = None
    genre: Name | None = None
    edition: Name | None = None
    publisher: Name | None = None
    publisher_place: Name | None = None
    collection_title: Name | None = None
    note: Name | None = None
    title_short: Name | None = None
    language: Name | None = None
    doi: Annotated[str, Field(pattern=DOI)] | None = None
    url: Annotated[str, Field(pattern=LINK)] | None = None
    pmid: Annotated[str, Field(pattern=PMID)] | None = None
    isbn: Name | None = None
    silence: tuple[Silence, ...] = ()

    def as_csl(self) -> dict[str, object]:
        """Return the entry as CSL-JSON, without what it is silent about."""
        return self.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"silence"})


class References(Record):
    """The bibliography of a workspace."""

    references: tuple[Reference, ...]
