"""Which brand families lack letters of a language, reported once for each clinic and language."""

from collections.abc import Iterator

from leafwright.build.requested import list_topics
from leafwright.build.selection import Selection
from leafwright.families import SUBSTITUTE, lacking
from leafwright.library import ClinicFolder, Library
from leafwright.problems import Problem, Severity

SHOWN = 6
"""How many of the missing letters are named."""


def find_substitutes(library: Library, selection: Selection) -> Iterator[Problem]:
    """Report each family that lacks letters of a language its clinic prints, and what is used instead."""
    written = (
        topic for topic in list_topics(library) if topic.handout and selection.chooses_topic(topic.key)
    )
    for topic in {(topic.folder.id, topic.language): topic for topic in written}.values():
        yield from _substitutes(topic.folder, topic.language)


def _substitutes(folder: ClinicFolder, language: str) -> Iterator[Problem]:
    fonts = folder.brand.typography
    for font in {fonts.base.family: fonts.base, fonts.headings.family: fonts.headings}.values():
        if letters := sorted(
            lacking(font.family, language, folder.own_signs), key=lambda sign: (sign.isupper(), sign)
        ):
            more = ", among others" if len(letters) > SHOWN else ""
            named = f"{font.family} lacks letters of {language} ({' '.join(letters[:SHOWN])}{more})"
            yield Problem(
                place=font.place_of("family"),
                code="family-gives-way",
                message=f"{named}, so its pages are set in {SUBSTITUTE}",
                hint=f"name {SUBSTITUTE} to set pages in every language alike",
                severity=Severity.ADVICE,
            )
