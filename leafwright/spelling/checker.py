"""Tell whether a language has a word, and what was probably meant."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from leafwright.problems import Place, Problem
from leafwright.spelling.finding import FOLDER, choose_dictionary, packaged_dictionaries
from leafwright.spelling.lists import ANY, bundled_words
from leafwright.spelling.own import OwnSpelling
from leafwright.spelling.words import SpelledWord
from leafwright.tags import Language
from leafwright.workspace import Workspace

if TYPE_CHECKING:
    from leafwright.spelling.hunspell import HunspellDictionary

_APOSTROPHE, _CURLED = "'", "’"
_POSSESSIVE: Final = ("'s", "'")
_OPTIONAL: Final = re.compile("[\u00ad\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u0652\u0670]")
"""Soft hyphens, and the signs for vowels that Arabic and Hebrew may leave out."""
_NEAR: Final = 0.85
"""How alike a word and the listed word that is meant are, for difflib."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellChecker:
    """The dictionary `tag` and the listed words of one language; words already looked up are cached."""

    tag: str
    dictionary: "HunspellDictionary"
    listed: frozenset[str]
    known: dict[str, bool] = field(default_factory=dict, repr=False)
    suggested: dict[str, str] = field(default_factory=dict, repr=False)

    def knows(self, word: SpelledWord) -> bool:
        """Return whether a word is right as it is written, or as an abbreviation with a full stop."""
        return self._has(word.text) or (word.stopped and self._has(f"{word.text}."))

    def suggest(self, word: str) -> str:
        """Return the word that is most likely meant; empty if none is near."""
        if word not in self.suggested:
            straight = word.replace(_CURLED, _APOSTROPHE)
            near = get_close_matches(straight.lower(), self.listed, n=1, cutoff=_NEAR)
            found = near[0] if near else self.dictionary.suggest(straight)
            self.suggested[word] = found[:1].upper() + found[1:] if word[0].isupper() else found
        return self.suggested[word]

    def _has(self, written: str) -> bool:
        if written not in self.known:
            word = _OPTIONAL.sub("", written.replace(_CURLED, _APOSTROPHE))
            parts = word.split("-")
            self.known[written] = self._is_known(word) or (len(parts) > 1 and all(map(self._is_known, parts)))
        return self.known[written]

    def _is_known(self, word: str) -> bool:
        """Look up a word as it is, as a possessive, and behind an article that is elided, as in l'alto."""
        owner = next((word.removesuffix(end) for end in _POSSESSIVE if word.endswith(end)), word)
        behind = word.rpartition(_APOSTROPHE)[2]
        forms = dict.fromkeys((word, owner, behind) if len(behind) > 1 else (word, owner))
        return any(
            not {form, form.lower()}.isdisjoint(self.listed) or self.dictionary.has(form) for form in forms
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SpellCheckers:
    """The spellers of a workspace, each made when its language is first asked for."""

    own: OwnSpelling
    names: frozenset[str] = field(repr=False)
    packaged: Mapping[str, Path] = field(repr=False)
    made: dict[str, SpellChecker | None] = field(default_factory=dict, repr=False)
    broken: list[Problem] = field(default_factory=list)

    @classmethod
    def of(cls, workspace: Workspace, names: frozenset[str] = frozenset()) -> Self:
        """Begin with what a workspace has of its own, and its `names`; dictionaries are not read yet."""
        return cls(own=OwnSpelling.of(workspace), names=names, packaged=packaged_dictionaries())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with files of the workspace, as far as they were read."""
        return (*self.own.problems, *self.broken)

    @property
    def missing(self) -> tuple[str, ...]:
        """The languages asked for that have no dictionary."""
        return tuple(sorted(language for language, speller in self.made.items() if speller is None))

    def speller_for(self, language: str) -> SpellChecker | None:
        """Return the speller of a language; None if there is no dictionary that can be read."""
        if language not in self.made:
            self.made[language] = self._make(language)
        return self.made[language]

    def _make(self, language: str) -> SpellChecker | None:
        from leafwright.spelling.hunspell import DictionaryError, read_dictionary  # noqa: PLC0415  # an extra

        own, tag = True, choose_dictionary(language, self.own.dictionaries)
        if not tag:
            own, tag = False, choose_dictionary(language, self.packaged)
        if not tag:
            return None
        path = (self.own.dictionaries if own else self.packaged)[tag]
        try:
            dictionary = read_dictionary(path)
        except DictionaryError as error:
            if own:
                self.broken.append(_unread(path, str(error)))
            return None
        return SpellChecker(tag=tag, dictionary=dictionary, listed=bundled_words(tag) | self._listed(tag))

    def _listed(self, tag: str) -> frozenset[str]:
        lists = (self.own.words.get(name, frozenset()) for name in (ANY, *Language(tag).nearest))
        return self.names.union(*lists)


def _unread(path: Path, why: str) -> Problem:
    return Problem(
        place=Place(file=f"{FOLDER}/{path.name}.aff"),
        code="bad-spelling-file",
        message=f"the dictionary cannot be read: {why}",
        hint="take the two files of a dictionary for Hunspell, unchanged",
    )
