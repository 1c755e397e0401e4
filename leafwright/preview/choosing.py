"""Which sheet is looked at, and what else could be: the five choices and what each may be turned to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

from leafwright.build import Selection, sheets_of
from leafwright.library import Library, handout_paths
from leafwright.sheet import SheetKey
from leafwright.tags import Language

PARTS: Final = ("topic", "clinic", "variant", "edition", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetChoice:
    """What somebody wants to look at; an empty part leaves the choice open."""

    topic: str
    clinic: str = ""
    variant: str = ""
    edition: str = ""
    language: str = ""

    @classmethod
    def of(cls, key: SheetKey) -> Self:
        """Wish for one sheet."""
        return cls(**{part: getattr(key, part) for part in PARTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuOption:
    """One thing that can be chosen, and what it is called."""

    value: str
    label: str


Menu = Mapping[str, tuple[MenuOption, ...]]
"""For each part of a wish, what it may be turned to."""


def choose(library: Library, wish: SheetChoice) -> SheetKey | None:
    """Find the sheet of a library that is nearest to a wish.

    None when its topic or its clinic has none, and when it should be there in the language wished for but
    cannot be made just now: a translation with a fault is not replaced by its source.
    """
    key = settle(wish, list(sheets_of(library, Selection(topics=(wish.topic,)))))
    return None if key and not speaks(key, wish) and _should_speak(library, wish) else key


def settle(wish: SheetChoice, keys: Sequence[SheetKey]) -> SheetKey | None:
    """Find the sheet that is nearest to a wish; None when its topic or its clinic has none.

    A clinic that does not print the variant, the edition or the language is shown with the first it prints.
    """
    there = [key for key in keys if key.topic == wish.topic and key.clinic == (wish.clinic or key.clinic)]
    there = [key for key in there if key.language == wish.language] or (
        [key for key in there if speaks(key, wish)] or there
    )
    for part in ("variant", "edition"):
        there = [key for key in there if getattr(key, part) == getattr(wish, part)] or there
    return there[0] if there else None


def speaks(key: SheetKey, wish: SheetChoice) -> bool:
    """Tell whether a sheet is in the language of a wish, of whatever country."""
    return not wish.language or Language(key.language).is_like(wish.language)


def menu_of(library: Library, wish: SheetChoice) -> Menu:
    """List what each part of a wish may be turned to; what is chosen now stands there, come what may."""
    keys = list(sheets_of(library, Selection(topics=(wish.topic,))))
    here = [key for key in keys if key.clinic == wish.clinic]
    spoken = [key for key in here if key.language == wish.language]
    kept = [key for key in spoken if key.variant == wish.variant]
    folders = {path.parent.name for path in handout_paths(library.workspace)}
    values = {
        "topic": sorted(folders),
        "clinic": [key.clinic for key in keys],
        "variant": [key.variant for key in spoken],
        "edition": [key.edition for key in kept],
        "language": [key.language for key in here],
    }
    names = _names(library, wish)
    return {part: _options([*values[part], getattr(wish, part)], names[part]) for part in PARTS}


def _options(values: Iterable[str], names: Mapping[str, str]) -> tuple[MenuOption, ...]:
    chosen = (value for value in dict.fromkeys(values) if value)
    return tuple(MenuOption(value=value, label=names.get(value, value)) for value in chosen)


def _names(library: Library, wish: SheetChoice) -> dict[str, dict[str, str]]:
    """Say what things are called in the language looked at; what has no name is called by its folder."""
    words = library.words.get(wish.language)
    phrases = words.phrases if words else None
    files = sorted(library.handouts, key=lambda file: file.language != Language(wish.language).base)
    return {
        "topic": {file.topic: file.handout.title.plain for file in reversed(files)},
        "clinic": {folder.id: folder.clinic.name.plain for folder in library.clinics},
        "variant": {name: text.plain for name, text in phrases.variants.items()} if phrases else {},
        "edition": {name: text.plain for name, text in phrases.editions.items()} if phrases else {},
        "language": {name: str(each.name) for name, each in library.words.items()},
    }


def _should_speak(library: Library, wish: SheetChoice) -> bool:
    """Tell whether the topic has a file in the language wished for, and the clinic prints that language."""
    names = {*Language(wish.language).nearest}
    languages = {
        name
        for folder in library.clinics
        if folder.id == (wish.clinic or folder.id)
        for language in folder.clinic.prints.languages
        for name in Language(language).nearest
    }
    find = library.workspace.find
    return bool(names & languages) and any(find(f"handouts/{wish.topic}/{name}.yaml") for name in names)
