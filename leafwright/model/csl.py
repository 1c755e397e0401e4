"""The keys of CSL: `date-parts`, but `DOI`; and all its variables."""

from typing import Final, Literal

from pydantic import ConfigDict

from leafwright.model.record import Record, kebab

_KEYS: Final = {
    **{name.lower(): name for name in ("DOI", "URL", "PMID", "PMCID", "ISBN")},
    **{name: name for name in ("archive_collection", "archive_location")},
}
NAMES: Final = frozenset(
    """
    author chair collection-editor compiler composer container-author contributor curator director editor
    editorial-director editor-translator executive-producer guest host illustrator interviewer narrator
    organizer original-author performer producer recipient reviewed-author script-writer series-creator
    translator
    """.split()  # noqa: SIM905  # a list of so many would fill a page
)
DATES: Final = frozenset({"accessed", "available-date", "event-date", "issued", "original-date", "submitted"})
VARIABLES: Final = (
    NAMES
    | DATES
    | frozenset(
        """
    abstract annote archive archive-place archive_collection archive_location authority call-number
    chapter-number citation-key citation-label citation-number collection-number collection-title
    collection-title-short container container-title container-title-short dimensions division DOI edition
    event event-place first-reference-note-number genre ISAN ISBN ISCI ISMN ISRC ISSN issue ISWC jurisdiction
    keyword language locator medium note number number-of-pages number-of-volumes original-publisher
    original-publisher-place original-title page page-first part-number part-title PMCID PMID printing
    printing-number publisher publisher-place references reviewed-genre reviewed-title scale section source
    status supplement-number title title-short translated-title translated-title-short URL version volume
    volume-title volume-title-short year-suffix
    """.split()  # noqa: SIM905  # a list of so many would fill a page
    )
)
"""All variables of CSL 1.0.2. Source: https://github.com/citation-style-language/schema (csl-data.json)."""
ReferenceType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation",
    "manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent",
    "performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report",
    "review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
]  # fmt: skip


def csl_key(name: str) -> str:
    """Turn a field's name into CSL's key: `date_parts` to `date-parts`, `doi` to `DOI`."""
    return _KEYS.get(name) or kebab(name)


class CSLRecord(Record):
    """A part of a CSL item; its keys are CSL's own."""

    model_config = ConfigDict(alias_generator=csl_key, populate_by_name=True)
