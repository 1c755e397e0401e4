"""What a clinic prints."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from leafwright.model.names import EditionKey, LanguageName, TopicKey, VariantKey
from leafwright.model.record import Record, fault, refuse_repeated
from leafwright.tags import Language

Paper = Literal["A4", "Letter", "Legal"]
ReferenceStyle = Literal["full", "short", "on-request"]


def _all_or_list(value: Any) -> Any:
    if value is None:
        raise fault("empty", "'topics' has no value", "write a list, or all")
    if isinstance(value, str) and value != "all":
        hint = "write all" if value.casefold() == "all" else f"write a list: [{value}]; or all"
        raise fault("wrong-type", f"'topics' is '{value}'", hint)
    if not isinstance(value, str | list | tuple):
        raise fault("wrong-type", "'topics' is neither a list nor all", "write a list, or all")
    return value


def _one_or_list(value: Any) -> Any:
    return (value,) if isinstance(value, str) else refuse_repeated(value)


Papers = Annotated[
    tuple[Paper, ...],
    BeforeValidator(_one_or_list, json_schema_input_type=Paper | tuple[Paper, ...]),
    Field(min_length=1),
]
"""One paper, or a list of them, each only once."""


WebForm = Literal["single", "linked", "fragment"]
PdfForm = Literal["a-3a", "ua-2"]


class Prints(Record):
    """What a clinic prints: languages, papers, topics, variants, editions and how much of the sources."""

    languages: Annotated[tuple[LanguageName, ...], Field(min_length=1)]
    """The languages of its sheets, by the names of the files in `words/`."""
    paper: Papers
    """The paper of its sheets. Of several, each sheet is on each, but in an edition with its own."""
    topics: Annotated[Literal["all"] | tuple[TopicKey, ...], BeforeValidator(_all_or_list)] = "all"
    """The topics that it prints, by their folders in `handouts/`, or `all`."""
    variants: Annotated[tuple[VariantKey, ...], Field(min_length=1)]
    """The kinds of sheet that it prints, such as leaflet or aftercare."""
    editions: Annotated[tuple[EditionKey, ...], Field(min_length=1)]
    """The print sizes and forms that it prints."""
    web: WebForm = "single"
    """How its web pages are written: `single` files with their pictures and fonts, `linked` to these in files
    beside them, or only a `fragment` for a content system.

    Example: linked
    """
    pdf: PdfForm = "a-3a"
    """Which standards its PDFs keep: PDF/A-3a and PDF/UA-1, or the newer PDF/A-4, PDF/UA-2 and WTPDF 1.0.
    Forms keep PDF/UA-1 alone.

    Example: ua-2
    """
    references: ReferenceStyle = "full"
    """How much of the sources a sheet lists: each one in `full`, a `short` line each, or a line that says
    how to ask for them.
    """
    outdated_translations: Literal["withhold", "stamp"] = "withhold"
    """What happens to a translation that is older than its source: it is withheld, or printed with a stamp
    that says so.
    """

    @property
    def cited(self) -> bool:
        """Whether pages list their sources, instead of saying how to ask for them."""
        return self.references != "on-request"

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the languages, such as GB, which decide how readers dial numbers."""
        return tuple(sorted({Language(tag).country for tag in self.languages} - {""}))
