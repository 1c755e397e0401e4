"""Handout, variant, edition, clinic and words to a Sheet."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, cast

from leafwright.library import ClinicFolder
from leafwright.model.clinic import name_in
from leafwright.model.handout import Glance, Handout
from leafwright.model.words import Words
from leafwright.problems import ContentError, Place, Problem
from leafwright.sheet.alphabet import order_terms
from leafwright.sheet.answers import find_spoken
from leafwright.sheet.beside import set_apart
from leafwright.sheet.closing import disclaim, list_control, list_sources, offer_sources, write_foot
from leafwright.sheet.dress import dress
from leafwright.sheet.ids import find_clashes
from leafwright.sheet.ingredients import Ingredients
from leafwright.sheet.missing import unnamed_sheet
from leafwright.sheet.numbering import Numberer
from leafwright.sheet.record import Masthead
from leafwright.sheet.resolution import find_coarse
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.sheet.spelling import Speller
from leafwright.sheet.translated import tell_translated
from leafwright.sheet.views import Viewer
from leafwright.text import Text, curl

__all__ = ["Ingredients", "make_sheet"]

CITING: Final = ("title", "summary", "audience", "glance", "sections", "control", "disclaimer")
"""The parts of a sheet that may cite, in reading order."""


def make_sheet(made_of: Ingredients) -> Sheet:
    """Settle every choice of one sheet.

    Raises ContentError with all that keeps it from being made, such as a decision its clinic has not taken.
    """
    if coarse := tuple(find_coarse(made_of)):
        raise ContentError(coarse)
    draft = _draft(made_of)
    sheet = order_terms(draft, draft, made_of.words)
    beside = set_apart(order_terms(_draft(made_of.beside), draft, made_of.words)) if made_of.beside else None
    if clashes := tuple(find_clashes(sheet)):
        raise ContentError(clashes)
    numberer = Numberer(made_of.references, cited=made_of.cited)
    sheet = replace(_numbered(sheet, numberer), beside=_numbered(beside, numberer) if beside else None)
    if numberer.problems:
        raise ContentError(numberer.problems)
    if made_of.cited:
        return replace(sheet, sources=list_sources(made_of, numberer.keys))
    return replace(sheet, sources_note=offer_sources(made_of) if numberer.keys else None)


def _numbered(sheet: Sheet, numberer: Numberer) -> Sheet:
    return replace(sheet, **{name: numberer.below(getattr(sheet, name)) for name in CITING})


def _draft(made_of: Ingredients) -> Sheet:
    """Make the sheet with its citations not numbered yet and its sources not listed."""
    handout, folder, words = made_of.file.handout, made_of.folder, made_of.words
    viewer = _viewer(made_of)
    title, summary, audience, glance = viewer.speller.below(_opening(made_of))
    kicker, edition_name = _names(made_of)
    return Sheet(
        key=made_of.key,
        direction=words.direction,
        format=made_of.format,
        dress=dress(made_of),
        masthead=_masthead(folder, words.language),
        kicker=kicker,
        edition_name=edition_name,
        translated=tell_translated(made_of),
        title=title,
        summary=cast("Text", summary),  # no handout is read that has none for a variant
        audience=audience,
        glance=glance,
        sections=_sections(made_of, viewer),
        contacts=viewer.contacts("contact-card"),
        sources=(),
        sources_note=None,
        control=viewer.speller.below(list_control(made_of)),
        disclaimer=viewer.speller.text(disclaim(made_of)),
        foot=write_foot(made_of),
        phrases=words.phrases,
        keywords=handout.keywords,
        issued=handout.issued,
        places=_places(handout),
    )


def _opening(made_of: Ingredients) -> tuple[Text, Text | None, Text | None, Glance | None]:
    return made_of.file.handout.opening_of(made_of.key.variant, whole=made_of.format.whole)


def _viewer(made_of: Ingredients) -> Viewer:
    source = made_of.file.translated.source if made_of.file.translated else made_of.file
    return Viewer(
        topic=made_of.key.topic,
        clinic=made_of.folder.clinic,
        clinic_file=made_of.folder.name,
        words=made_of.words,
        speller=Speller(made_of.words),
        spoken=find_spoken(source.handout.sections_of(made_of.key.variant)),
    )


def _sections(made_of: Ingredients, viewer: Viewer) -> tuple[SheetSection, ...]:
    sections: list[SheetSection] = []
    problems: list[Problem] = []
    for section in made_of.file.handout.sections_of(made_of.key.variant):
        heading = viewer.speller.text(section.heading)
        blocks: list[object] = []
        for block in section.blocks:
            try:
                blocks.append(viewer.show(block))
            except ContentError as error:
                problems += error.problems
        sections.append(SheetSection(id=section.id, heading=heading, blocks=tuple(blocks)))
    if problems:
        raise ContentError(problems)
    match made_of.format.order:
        case "emergencies-first":
            sections.sort(key=_is_calm)
        case "contacts-first":
            sections.sort(key=_is_read)
    return tuple(sections)


def _is_calm(section: SheetSection) -> bool:
    """Tell whether nothing in a section is an emergency."""
    return not any(getattr(block, "level", "") == "emergency" for block in section.blocks)


def _is_read(section: SheetSection) -> bool:
    """Tell whether anything in a section is more than the contacts of the clinic."""
    return any(getattr(block, "kind", "") != "contacts" for block in section.blocks)


def _names(made_of: Ingredients) -> tuple[Text, Text]:
    """Find what the variant and the edition of a sheet are called."""
    words, kind = made_of.words, made_of.file.handout.kind_of(made_of.key.variant)
    variants, editions = words.phrases.variants, words.phrases.editions
    return _name_of(kind, variants, words), _name_of(made_of.key.edition, editions, words)


def _name_of(name: str, names: Mapping[str, Text], words: Words) -> Text:
    """Find what a variant or an edition is called in the language of the sheet."""
    if name in names:
        return names[name]
    raise ContentError([unnamed_sheet(name, words)])


def _masthead(folder: ClinicFolder, language: str) -> Masthead:
    return Masthead(
        logo=f"clinics/{folder.id}/{folder.brand.logo.path}",
        logo_alt=curl(folder.brand.logo.alt).plain,
        clinic=curl(folder.clinic.name),
        department=curl(name_in(folder.clinic.department, language)),
    )


def _places(handout: Handout) -> dict[str, Place]:
    return {owner.id: owner.place for section in handout.sections for owner in (section, *section.blocks)}
