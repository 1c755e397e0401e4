"""Choose the sheet that is shown, and list the alternatives for each of the six parts of the choice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from leafwright.build import Selection, sheets_of
from leafwright.build.editions import papers_of
from leafwright.library import Library, handout_paths
from leafwright.sheet import SheetKey
from leafwright.tags import Language

PARTS: Final = ("topic", "clinic", "variant", "edition", "language", "paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoice:
    """The sheet that somebody wants to see; an empty part leaves the choice open."""

    topic: str
    clinic: str = ""
    variant: str = ""
    edition: str = ""
    language: str = ""
    paper: str = ""

    @classmethod
    def of(cls, key: SheetKey, paper: str = "") -> Self:
        """Choose one sheet, and the paper that it is printed on."""
        return cls(**{part: getattr(key, part) for part in PARTS if part != "paper"}, paper=paper)


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuOption:
    """One alternative, and its name."""

    value: str
    label: str


Menu = Mapping[str, tuple[MenuOption, ...]]
"""The alternatives for each part of a choice."""


def find_sheet(library: Library, choice: SheetChoice) -> SheetKey | None:
    """Find the sheet of a library that is nearest to a choice.

    None if its topic or its clinic has no sheet, and if it should exist in the chosen language but cannot be
    made now: a translation with a fault is not replaced by its source.
    """
    key = nearest_sheet(choice, list(sheets_of(library, Selection(topics=(choice.topic,)))))
    return None if key and not in_language(key, choice) and _expects_language(library, choice) else key


def nearest_sheet(choice: SheetChoice, keys: Sequence[SheetKey]) -> SheetKey | None:
    """Find the sheet that is nearest to a choice; None if its topic or its clinic has no sheet.

    For a variant, an edition, a language or a paper that the clinic does not print, the first that it prints
    is used.
    """
    nearest = [
        key for key in keys if key.topic == choice.topic and key.clinic == (choice.clinic or key.clinic)
    ]
    nearest = [key for key in nearest if key.language == choice.language] or (
        [key for key in nearest if in_language(key, choice)] or nearest
    )
    for part in ("variant", "edition"):
        nearest = [key for key in nearest if getattr(key, part) == getattr(choice, part)] or nearest
    nearest = [key for key in nearest if key.other_paper == choice.paper] or nearest
    return nearest[0] if nearest else None


def paper_of(library: Library, key: SheetKey) -> str:
    """Name the paper of a sheet."""
    (prints,) = (folder.clinic.prints for folder in library.clinics if folder.id == key.clinic)
    return dict(papers_of(library.formats, prints, key.edition))[key.other_paper]


def in_language(key: SheetKey, choice: SheetChoice) -> bool:
    """Return whether a sheet is in the language of a choice, of any country."""
    return not choice.language or Language(key.language).is_like(choice.language)


def menu_of(library: Library, choice: SheetChoice) -> Menu:
    """List the alternatives for each part of a choice; the current part is always among them."""
    keys = list(sheets_of(library, Selection(topics=(choice.topic,))))
    here = [key for key in keys if key.clinic == choice.clinic]
    spoken = [key for key in here if key.language == choice.language]
    kept = [key for key in spoken if key.variant == choice.variant]
    folders = {path.parent.name for path in handout_paths(library.workspace)}
    values = {
        "topic": sorted(folders),
        "clinic": [key.clinic for key in keys],
        "variant": [key.variant for key in spoken],
        "edition": [key.edition for key in kept],
        "language": [key.language for key in here],
        "paper": [paper_of(library, key) for key in kept if key.edition == choice.edition],
    }
    names = _names(library, choice)
    return {part: _options([*values[part], getattr(choice, part)], names[part]) for part in PARTS}


def _options(values: Iterable[str], names: Mapping[str, str]) -> tuple[MenuOption, ...]:
    chosen = (value for value in dict.fromkeys(values) if value)
    return tuple(MenuOption(value=value, label=names.get(value, value)) for value in chosen)


def _names(library: Library, choice: SheetChoice) -> dict[str, dict[str, str]]:
    """Return the names of the alternatives in the chosen language; without a name, the folder's is used."""
    words = library.words.get(choice.language)
    phrases = words.phrases if words else None
    files = sorted(library.handouts, key=lambda file: file.language != Language(choice.language).base)
    return {
        "topic": {file.topic: file.handout.title.plain for file in reversed(files)},
        "clinic": {folder.id: folder.clinic.name.plain for folder in library.clinics},
        "variant": {name: text.plain for name, text in phrases.variants.items()} if phrases else {},
        "edition": {name: text.plain for name, text in phrases.editions.items()} if phrases else {},
        "language": {name: str(words.name) for name, words in library.words.items()},
        "paper": {},
    }


def _expects_language(library: Library, choice: SheetChoice) -> bool:
    """Return whether the topic has a file in the chosen language, and the clinic prints that language."""
    names = {*Language(choice.language).nearest}
    languages = {
        name
        for folder in library.clinics
        if folder.id == (choice.clinic or folder.id)
        for language in folder.clinic.prints.languages
        for name in Language(language).nearest
    }
    find = library.workspace.find
    return bool(names & languages) and any(find(f"handouts/{choice.topic}/{name}.yaml") for name in names)
