"""Handout, variant, edition, clinic and words to a Sheet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.bibliography import format_bibliography, reference_url, short_form
from leafwright.library import ClinicFolder, HandoutFile
from leafwright.model.clinic import in_language
from leafwright.model.handout import Handout, VariantContent
from leafwright.model.reference import Reference
from leafwright.model.words import Words
from leafwright.problems import ContentError, Place, Problem
from leafwright.sheet import record as view
from leafwright.sheet.phrases import fill, say_day, say_month
from leafwright.sheet.settle import Settler
from leafwright.sheet.views import Viewer
from leafwright.text import Text, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingredients:
    """What a sheet is made of."""

    key: view.SheetKey
    file: HandoutFile
    folder: ClinicFolder
    words: Words
    references: Mapping[str, Reference]


BRIEF: Final = frozenset({"aftercare", "comparison", "preparation"})
"""Variants short of space: their document control leaves to the foot, and to the leaflet, what stands there."""


def make_sheet(made_of: Ingredients) -> view.Sheet:
    """Settle every choice of one sheet.

    Raises ContentError with all that keeps this sheet from being made, such as a decision its clinic has not taken.
    """
    handout, clinic, words = made_of.file.handout, made_of.folder.clinic, made_of.words
    variant = handout.variants[made_of.key.variant]
    cited = clinic.prints.references != "on-request"
    settler = Settler(words, cited=cited)
    viewer = Viewer(
        topic=made_of.key.topic,
        language=words.language,
        clinic=clinic,
        clinic_file=made_of.folder.name,
        words=words,
        settler=settler,
        cited=cited,
    )
    opening = _opening(handout, variant, made_of.key.variant)
    title, summary, audience, glance = settler.record(opening)
    sections = _sections(made_of, viewer)
    phrases = words.phrases
    return view.Sheet(
        key=made_of.key,
        direction=words.direction,
        paper=clinic.prints.paper,
        dress=_dress(made_of.folder),
        masthead=_masthead(made_of.folder),
        kicker=_phrase_for(phrases.variants, made_of.key.variant, words),
        edition_name=_phrase_for(phrases.editions, made_of.key.edition, words),
        title=title,
        summary=summary,
        audience=audience,
        glance=glance,
        sections=sections,
        contacts=viewer.contacts("contact-card"),
        sources=_sources(made_of, settler) if cited else (),
        sources_note=None if cited or not settler.keys else _on_request(made_of),
        control=_control(made_of, settler),
        disclaimer=settler.record(_disclaimer(made_of)),
        status=handout.status,
        foot=_foot(made_of),
        phrases=phrases,
        keywords=handout.keywords,
        issued=handout.issued,
        places=_places(handout),
    )


def _opening(handout: Handout, variant: VariantContent, name: str) -> tuple[object, ...]:
    """Choose title, summary, audience and glance: the variant's own, else the handout's.

    The handout's audience and glance belong to its leaflet; another variant has them only if it writes them.
    """
    whole = name == "leaflet"
    return (
        variant.title or handout.title,
        variant.summary or handout.summary,
        variant.audience or (handout.audience if whole else None),
        variant.glance or (handout.glance if whole else None),
    )


def _sections(made_of: Ingredients, viewer: Viewer) -> tuple[view.SheetSection, ...]:
    sections: list[view.SheetSection] = []
    problems: list[Problem] = []
    for section in made_of.file.handout.sections_of(made_of.key.variant):
        heading = viewer.settler.text(section.heading)
        blocks: list[object] = []
        for block in section.blocks:
            try:
                blocks.append(viewer.show(block))
            except ContentError as error:
                problems += error.problems
        sections.append(view.SheetSection(id=section.id, heading=heading, blocks=tuple(blocks)))
    if problems:
        raise ContentError(problems)
    return tuple(sections)


def _phrase_for(phrases: Mapping[str, Text], name: str, words: Words) -> Text:
    if name in phrases:
        return phrases[name]
    problem = Problem(
        place=words.phrases.place,
        code="missing-phrase",
        message=f"'{name}' has no name in {words.language}",
        hint=f"add `{name}:` below variants or editions",
    )
    raise ContentError([problem])


def _disclaimer(made_of: Ingredients) -> Text:
    clinic, language = made_of.folder.clinic, made_of.words.language
    if text := in_language(clinic.disclaimer, language):
        return text
    message = f"there is no disclaimer in {language}"
    place = clinic.place_of("disclaimer")
    raise ContentError([Problem(place=place, code="missing-disclaimer", message=message, hint=f"add `{language}:`")])


def _dress(folder: ClinicFolder) -> view.Dress:
    fonts = folder.brand.typography
    return view.Dress(palette=folder.palette, base=fonts.base.family, headings=fonts.headings.family)


def _masthead(folder: ClinicFolder) -> view.Masthead:
    return view.Masthead(
        logo=f"clinics/{folder.id}/{folder.brand.logo.path}",
        logo_alt=folder.brand.logo.alt.plain,
        clinic=folder.clinic.name,
        department=folder.clinic.department,
    )


def _sources(made_of: Ingredients, settler: Settler) -> tuple[view.Source, ...]:
    entries = [made_of.references[key].as_csl() for key in settler.keys]
    if made_of.folder.clinic.prints.references == "short":
        lines = tuple(short_form(entry) for entry in entries)
    else:
        lines = format_bibliography(entries, made_of.words.language)
    return tuple(
        view.Source(number=number, text=phrase(line), address=reference_url(entry) or "")
        for number, (line, entry) in enumerate(zip(lines, entries, strict=True), start=1)
    )


def _on_request(made_of: Ingredients) -> Text:
    formats = made_of.folder.clinic.other_formats
    return fill(made_of.words.phrases.source.on_request, phone=formats.phone, email=formats.email)


def _status(made_of: Ingredients) -> Text:
    handout = made_of.file.handout
    approver = handout.approver.plain if handout.approver else ""
    return fill(made_of.words.phrases.status[handout.status], approver=approver)


def _control(made_of: Ingredients, settler: Settler) -> tuple[view.Line, ...]:
    handout, clinic, words = made_of.file.handout, made_of.folder.clinic, made_of.words
    labels = words.phrases.control
    formats, complaints = clinic.other_formats, clinic.complaints
    other = fill(labels.other_formats_line, phone=formats.phone, email=formats.email)
    lines = [(labels.owner, handout.owner), (labels.funding, handout.funding), (labels.other_formats, other)]
    if made_of.key.variant in BRIEF:
        return tuple(view.Line(label=label, text=settler.record(text)) for label, text in lines)
    lines += [
        (labels.version, phrase(f"{handout.reference}, {handout.version}")),
        (labels.issued, phrase(say_day(handout.issued, words))),
        (labels.review_due, phrase(say_day(handout.review_due, words))),
        (labels.status, _status(made_of)),
        (labels.complaints, _reach(in_language(complaints.name, words.language), complaints.phone, complaints.email)),
        (labels.feedback, in_language(clinic.feedback, words.language)),
    ]
    return tuple(view.Line(label=label, text=settler.record(text)) for label, text in lines if text is not None)


def _reach(name: Text | None, phone: str, email: str) -> Text:
    return phrase(", ".join(part for part in (name.plain if name else "", phone, email) if part))


def _foot(made_of: Ingredients) -> view.Foot:
    handout, words = made_of.file.handout, made_of.words
    foot = words.phrases.foot
    return view.Foot(
        code=fill(
            foot.code, reference=handout.reference, version=handout.version, issued=say_day(handout.issued, words)
        ),
        clinic=fill(
            foot.clinic,
            clinic=made_of.folder.clinic.name.plain,
            review_due=say_month(handout.review_due, words),
        ),
        status=_status(made_of),
        page=foot.page,
    )


def _places(handout: Handout) -> dict[str, Place]:
    return {owner.id: owner.place for section in handout.sections for owner in (section, *section.blocks)}
