"""Turn handout, variant, edition, clinic and words into a Sheet."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Final, cast

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.context import BlockContext
from leafwright.blocks.kinds import Block
from leafwright.blocks.warning import WarningBlock, WarningView
from leafwright.handout import Glance, Handout
from leafwright.integrity import lacks_department
from leafwright.model.words import Words
from leafwright.page_format import Order
from leafwright.phrasing.balance import tie_end
from leafwright.phrasing.dialling import Dialler
from leafwright.phrasing.phrases import unnamed_sheet
from leafwright.phrasing.spelling import name_slots, speller_of
from leafwright.problems import ContentError, Place, Problem
from leafwright.sheet.alphabet import order_terms
from leafwright.sheet.beside import prefix_ids
from leafwright.sheet.closing import (
    disclaim,
    list_control,
    list_sources,
    offer_sources,
    write_foot,
    write_status,
)
from leafwright.sheet.ids import find_clashes
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.masthead import make_masthead, partners_at_end
from leafwright.sheet.numbering import Numberer
from leafwright.sheet.online import page_address, with_page
from leafwright.sheet.own_advice import find_own_advice
from leafwright.sheet.resolution import find_coarse_pictures
from leafwright.sheet.sheet import Sheet, SheetSection
from leafwright.sheet.strip import leave_out_repeated_phone, lift_numbers
from leafwright.sheet.theme import choose_theme
from leafwright.sheet.translated import describe_translation
from leafwright.text import Text

DIALLED: Final = ("summary", "audience", "glance", "control", "disclaimer")
"""The parts of a sheet whose telephone numbers are links, besides its blocks; a heading is a link itself."""
CITING: Final = ("title", "summary", "audience", "glance", "sections", "control", "disclaimer")
"""The parts of a sheet that may cite, in reading order."""
ALARMING: Final[Mapping[Order, Collection[str]]] = {
    "as-written": (),
    "emergencies-first": ("emergency",),
    "warnings-first": ("call", "today", "emergency"),
}
"""The levels of warning that begin a sheet in each order."""


def make_sheet(inputs: SheetInputs) -> Sheet:
    """Settle every choice of one sheet.

    Raises ContentError with everything that stops it, such as a decision that its clinic has not made.
    """
    clinic, name, topic = inputs.folder.clinic, inputs.folder.name, inputs.key.topic
    if faults := tuple(lacks_department(clinic, name, topic, inputs.file.handout)):
        raise ContentError(faults)
    if faults := (*find_coarse_pictures(inputs), *_lacks_emergency(inputs)):
        raise ContentError(faults)
    draft = _with_numbers_placed(inputs)
    sheet = order_terms(draft, draft, inputs.words)
    twin = _with_numbers_placed(inputs.beside) if inputs.beside else None
    beside = prefix_ids(order_terms(twin, draft, inputs.words)) if twin else None
    if clashes := tuple(find_clashes(sheet)):
        raise ContentError(clashes)
    cited = inputs.folder.clinic.prints.cited
    numberer = Numberer(inputs.references, cited=cited)
    sheet = replace(_numbered(sheet, numberer), beside=_numbered(beside, numberer) if beside else None)
    if numberer.problems:
        raise ContentError(numberer.problems)
    if cited:
        return replace(sheet, sources=list_sources(inputs, numberer.keys))
    note = offer_sources(inputs) if numberer.keys else None
    return replace(sheet, sources_note=Dialler.of(clinic, inputs.words).text(note) if note else None)


def _lacks_emergency(inputs: SheetInputs) -> Iterator[Problem]:
    """Report a clinic without an emergency number where every sheet of the variant must have one."""
    clinic, key = inputs.folder.clinic, inputs.key
    if inputs.format.emergencies and not clinic.phones.emergency:
        needed = f"which the {key.variant} of {key.topic} must print"
        message = f"{inputs.folder.name} has no line 'emergency', {needed}"
        yield Problem(
            place=clinic.left_out("phones.emergency") or clinic.place_of("phones"),
            code="unknown-line",
            message=message,
            hint="add `emergency:` with its `number:` below `phones:`",
        )


def _numbered(sheet: Sheet, numberer: Numberer) -> Sheet:
    return replace(sheet, **{name: numberer.below(getattr(sheet, name)) for name in CITING})


def _with_numbers_placed(inputs: SheetInputs) -> Sheet:
    """Make the draft with each number to phone where it is acted on."""
    draft = lift_numbers(with_page(_draft(inputs), inputs), _context(inputs))
    return _with_numbers_linked(
        leave_out_repeated_phone(draft), Dialler.of(inputs.folder.clinic, inputs.words)
    )


def _with_numbers_linked(sheet: Sheet, dialler: Dialler) -> Sheet:
    """Make links of the numbers in texts, all but those of headings, which are links already."""
    linked = {name: dialler.below(getattr(sheet, name)) for name in DIALLED}
    sections = tuple(replace(section, blocks=dialler.below(section.blocks)) for section in sheet.sections)
    return replace(sheet, sections=sections, **linked)


def _draft(inputs: SheetInputs) -> Sheet:
    """Make the sheet before its citations are numbered and its sources listed."""
    inputs = replace(inputs, words=name_slots(inputs.words, inputs.file.handout.slots))
    handout, (kicker, edition_name), context = inputs.file.handout, _names(inputs), _context(inputs)
    title, summary, audience, glance = _opening(inputs, context)
    return Sheet(
        key=inputs.key,
        direction=inputs.words.direction,
        format=inputs.format,
        theme=choose_theme(inputs),
        masthead=make_masthead(inputs),
        kicker=kicker,
        status=write_status(inputs),
        edition_name=edition_name,
        translated=describe_translation(inputs),
        title=title,
        summary=cast("Text", summary),  # a handout without one for each variant is refused
        mark=None if _is_tested(inputs) else inputs.words.phrases.untested,
        audience=audience,
        glance=glance,
        sections=_sections(inputs, context),
        control=context.speller.below(list_control(inputs)),
        partners=partners_at_end(inputs),
        disclaimer=context.speller.text(disclaim(inputs)),
        foot=write_foot(inputs),
        phrases=inputs.words.phrases,
        keywords=handout.keywords,
        issued=handout.issued,
        places=_places(handout),
    )


def _opening(
    inputs: SheetInputs, context: BlockContext
) -> tuple[Text, Text | None, Text | None, Glance | None]:
    """Choose the texts at the top of the sheet, and spell them."""
    handout = inputs.file.handout
    return context.speller.below(handout.opening_of(inputs.key.variant, whole=inputs.format.whole))


def _is_tested(inputs: SheetInputs) -> bool:
    """Return whether a sheet does not say that no readers have tested it."""
    return not inputs.format.untested or inputs.file.handout.variants[inputs.key.variant].tested


def _context(inputs: SheetInputs) -> BlockContext:
    source = inputs.file.translated.source if inputs.file.translated else inputs.file
    return BlockContext(
        topic=inputs.key.topic,
        clinic=inputs.folder.clinic,
        clinic_file=inputs.folder.name,
        words=inputs.words,
        speller=speller_of(inputs.words),
        own_advice=find_own_advice(source.handout.sections_of(inputs.key.variant)),
        folds_cards=inputs.format.folds_cards,
        page=page_address(inputs),
    )


def _sections(inputs: SheetInputs, context: BlockContext) -> tuple[SheetSection, ...]:
    sections: list[SheetSection] = []
    problems: list[Problem] = []
    for section in inputs.file.handout.sections_of(inputs.key.variant):
        heading = tie_end(context.speller.text(section.heading))
        blocks: list[PrintedBlock] = []
        for block in section.blocks:
            if not block.is_printed(context):
                continue
            try:
                view = context.speller.below(block).view(context)
                blocks.append(_said_once(view, block, section.heading))
            except ContentError as error:
                problems += error.problems
        if blocks:
            sections.append(SheetSection(id=section.id, heading=heading, blocks=tuple(blocks)))
    if problems:
        raise ContentError(problems)
    alarming = ALARMING[inputs.format.order]
    sections.sort(key=lambda section: not _warns(section, alarming))
    return tuple(sorted(sections, key=attrgetter("is_cut_out")))


def _said_once(view: PrintedBlock, block: Block, heading: Text) -> PrintedBlock:
    """Take out the heading of a warning that is also that of its section."""
    says = isinstance(block, WarningBlock) and block.heading.plain == heading.plain
    return replace(view, heading=None) if says and isinstance(view, WarningView) else view


def _warns(section: SheetSection, levels: Collection[str]) -> bool:
    """Return whether a section has a warning of one of some levels."""
    return any(isinstance(block, WarningView) and block.level in levels for block in section.blocks)


def _names(inputs: SheetInputs) -> tuple[Text, Text]:
    """Find the names of the variant and the edition of a sheet."""
    words, kind = inputs.words, inputs.file.handout.kind_of(inputs.key.variant)
    variants, editions = words.phrases.variants, words.phrases.editions
    return _name_of(kind, variants, words), _name_of(inputs.key.edition, editions, words)


def _name_of(name: str, names: Mapping[str, Text], words: Words) -> Text:
    """Find the name of a variant or an edition in the language of the sheet."""
    if name in names:
        return names[name]
    raise ContentError([unnamed_sheet(name, words)])


def _places(handout: Handout) -> dict[str, Place]:
    sections = {section.id: section.place for section in handout.sections}
    return sections | {block.id: block.place for block in handout.blocks()}
