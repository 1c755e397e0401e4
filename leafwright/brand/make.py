"""Make a sheet that shows everything in a clinic's brand, as it prints."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Self

from leafwright.blocks.block import PrintedBlock
from leafwright.blocks.contacts import fill_card
from leafwright.blocks.context import BlockContext
from leafwright.blocks.decisions import Decisions
from leafwright.brand.colours import prove_colours
from leafwright.brand.examples import TOPIC, read_example_references, read_examples
from leafwright.brand.logo import prove_logo
from leafwright.brand.record import PagePicture, PagesProof
from leafwright.brand.type import prove_scripts, prove_sizes
from leafwright.edition import Edition
from leafwright.families import fallback_scripts
from leafwright.formats import Formats, Variant
from leafwright.library import ClinicFolder, HandoutFile, Library, name_formats
from leafwright.model.clinic import Clinic, Department
from leafwright.model.lines import PhoneLine, Phones
from leafwright.model.localised import in_language
from leafwright.model.words import Words
from leafwright.phrasing.spelling import Speller, name_slots
from leafwright.sheet import Sheet, SheetKey, make_sheet
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import SheetSection
from leafwright.sheet.theme import add_fallbacks
from leafwright.tags import Language
from leafwright.text import Text, phrase
from leafwright.workspace import Workspace

GREY: Final = "brand/grey.png"
"""The name by which the brand proof asks for the picture of a page without colour."""

SAMPLES: Final = Variant(whole=True)
"""The kind of sheet that shows every component: nothing is beside the text."""
BESIDE: Final = Variant(layout="fridge", scale="closer", control="brief")
"""The kind of sheet on which the three levels of warning are side by side."""
SHOWN_IN_GREY: Final = frozenset({"key-message", "warning"})
"""Blocks that must be distinguishable without colour: the three levels of warning, side by side."""

UNDECIDED: Final = "Not decided yet."
"""Replaces a decision that the examples ask for and the clinic has not made."""
UNGIVEN: Final = "[No number]"
"""Replaces the number of a line that the examples ask for and neither the clinic nor a department has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandInputs:
    """The clinic whose brand is shown, and what is needed to show it."""

    workspace: Workspace
    folder: ClinicFolder
    formats: Formats

    @classmethod
    def of(cls, library: Library, folder: ClinicFolder) -> Self:
        """Take from a library what is needed to show one clinic's brand."""
        words = {
            language: name_slots(own, _slots_in(library, language)) for language, own in folder.words.items()
        }
        return cls(workspace=library.workspace, folder=replace(folder, words=words), formats=library.formats)

    @property
    def language(self) -> str:
        """The first language the clinic prints: the one its examples are labelled in."""
        return self.folder.clinic.prints.languages[0]


def make_example_sheet(inputs: BrandInputs, kind: Variant, file: HandoutFile) -> Sheet:
    """Make a sheet of examples in a variant; a missing decision or phone line is shown as such.

    Raises ContentError for an example that cannot be printed.
    """
    language, clinic = inputs.language, inputs.folder.clinic
    slots = (slot for block in file.handout.blocks() for slot, _ in block.named_decisions())
    missing = {slot: {language: phrase(UNDECIDED)} for slot in slots}
    phones = clinic.phones.model_copy(update={name: _line(clinic, name) for name in Phones.model_fields})
    decided = clinic.model_copy(update={"decisions": missing | clinic.decisions, "phones": phones})
    called = {language: phrase("Brand proof")}
    formats = Formats(
        variants={TOPIC: kind.model_copy(update={"names": called})}, editions={TOPIC: Edition(names=called)}
    )
    return make_sheet(
        SheetInputs(
            key=SheetKey(
                clinic=inputs.folder.id, topic=TOPIC, variant=TOPIC, edition=TOPIC, language=language
            ),
            file=file,
            folder=replace(inputs.folder, clinic=decided),
            words=name_formats(inputs.folder.words[language], formats),
            references=read_example_references(),
            format=formats.settle(TOPIC, TOPIC, clinic.prints.paper[0]),
        )
    )


def _line(clinic: Clinic, name: str) -> PhoneLine:
    """Find a line of the clinic, or of the first of its departments that has it."""
    lines = (getattr(part.phones, name) for part in clinic.parts.values())
    return next(filter(None, lines), PhoneLine(number=UNGIVEN))


def make_brand_sheet(inputs: BrandInputs, fronts: tuple[PagePicture, ...] = ()) -> Sheet:
    """Show a whole brand: its own parts, with the `fronts` of a leaflet, then every block in every state.

    Raises ContentError for an example that cannot be printed, FontError when there are no fonts.
    """
    sheet = make_example_sheet(inputs, SAMPLES, read_examples(inputs.workspace))
    return replace(
        sheet,
        format=replace(sheet.format, samples=True),
        title=phrase(str(inputs.folder.brand.meta.name or inputs.folder.clinic.name)),
        theme=add_fallbacks(sheet.theme, fallback_scripts(inputs.folder.clinic.prints.languages)),
        sections=(*_own_sections(inputs, fronts), *sheet.sections),
    )


def make_grey_sheet(inputs: BrandInputs) -> Sheet:
    """Make the short sheet that is drawn without colours.

    Raises ContentError for an example that cannot be printed.
    """
    return make_example_sheet(inputs, BESIDE, read_examples(inputs.workspace, SHOWN_IN_GREY))


def _own_sections(inputs: BrandInputs, fronts: tuple[PagePicture, ...]) -> Iterator[SheetSection]:
    """Make the parts that no leaflet has, and the clinic's own texts in each of its languages."""
    folder = inputs.folder
    yield _section("looks", "Looks and papers", PagesProof(id="brand-looks", pages=fronts, small=True))
    yield _section("logo", "Logo", prove_logo(folder))
    yield _section("colours", "Colours", prove_colours(folder))
    for name in folder.clinic.prints.editions:
        shown = prove_sizes(inputs.workspace, name, inputs.formats.editions[name])
        yield _section(shown.id, f"Type, {name.replace('-', ' ')}", shown)
    fonts = folder.brand.typography
    scripts = fallback_scripts(folder.clinic.prints.languages)
    shown = prove_scripts({fonts.base.family, fonts.headings.family}, scripts, folder.own_signs)
    yield _section("scripts", "Scripts", shown)
    grey = PagePicture(
        source=GREY,
        alt="A leaflet of this brand, printed without colour",
        caption=phrase("What was told apart by colour must still be told apart."),
    )
    yield _section("grey", "Without colour", PagesProof(id="brand-grey", pages=(grey,)))
    for language in folder.clinic.prints.languages:
        context = _context(inputs, inputs.folder.words[language])
        heading = f"Your decisions and contacts, {language}"
        yield _section(f"own-{language}", heading, *_clinics_own(context, language))


def _clinics_own(context: BlockContext, language: str) -> Iterator[PrintedBlock]:
    """Show what the clinic and its departments decided in a language, and their contacts, as they print."""
    clinic = context.clinic
    yield from _part(context, clinic, language)
    for key, department in clinic.departments.items():
        whole = replace(context, clinic=clinic.in_department(key))
        yield from _part(whole, department, f"{key}-{language}")


def _part(context: BlockContext, part: Clinic | Department, name: str) -> Iterator[PrintedBlock]:
    """Show what a clinic or a department decided itself, as far as handouts ask for it, and its contacts."""
    language, named = context.words.language, context.words.phrases.decision.slots
    decided = [slot for slot, answer in part.decisions.items() if in_language(answer, language)]
    if taken := tuple(slot for slot in decided if slot in named):
        block = Decisions.model_construct(kind="decisions", id=f"own-decisions-{name}", slots=taken)
        yield block.view(context)
    yield fill_card(f"own-contacts-{name}", context)


def _slots_in(library: Library, language: str) -> dict[str, Text]:
    """Find the names of the slots that handouts declare, in a language."""
    names: dict[str, Text] = {}
    for tag in reversed(Language(language).nearest):
        for file in library.handouts:
            names |= file.handout.slots if file.language == tag else {}
    return names


def _context(inputs: BrandInputs, words: Words) -> BlockContext:
    folder = inputs.folder
    return BlockContext(
        topic=TOPIC, clinic=folder.clinic, clinic_file=folder.name, words=words, speller=Speller(words)
    )


def _section(name: str, heading: str, *blocks: PrintedBlock) -> SheetSection:
    return SheetSection(id=f"brand-section-{name}", heading=phrase(heading), blocks=tuple(blocks))
