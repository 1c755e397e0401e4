"""Make a handout in another language from its source and a translation, and compare the two."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from leafwright.blocks.block import BlockRecord
from leafwright.handout import Handout, Section
from leafwright.model.record import kebab
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.model.walk import join, rewrite
from leafwright.source import Scalar
from leafwright.text import Text
from leafwright.translation.parts import NOT_TRANSLATED, OPENING, Part, parts_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationState:
    """The state of a translation: names of parts, each in the order of the source.

    `missing` parts lack words for some of their texts, `stale` ones have words for an older wording or are
    not finished, `left_over` ones and their paths are not in the source. Of the first two, `older` ones were
    made from another wording.
    """

    missing: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    left_over: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether there are words for every text of the source."""
        return not self.missing

    @property
    def current(self) -> bool:
        """Whether there are words for every text, all made from the current source."""
        return not (self.missing or self.stale)


def compare(source: Handout, translation: Translation) -> TranslationState:
    """Compare a translation with its source, part by part."""
    parts = parts_of(source)
    translated = translation.parts
    missing = [
        name
        for name, part in parts.items()
        if name not in translated or part.texts.keys() - translated[name].words.keys()
    ]
    behind = [
        name
        for name, part in parts.items()
        if name in translated and not part.is_source_of(translated[name].made_from)
    ]
    stale = [name for name in parts if name not in missing and (name in behind or translated[name].todo)]
    older = [name for name in behind if translated[name].words]
    left_over = [*_left_over(parts, translated), *_left_pictures(source, translation)]
    return TranslationState(
        missing=tuple(missing), stale=tuple(stale), older=tuple(older), left_over=tuple(left_over)
    )


def apply(source: Handout, translation: Translation) -> Handout:
    """Make the handout in the other language: words from the translation, everything else from the source.

    Raises KeyError for a text without words; `compare` says whether the translation is whole.
    """
    words = {name: translation.parts[name].words for name in parts_of(source)}
    opening = [name for name in type(source).model_fields if name not in NOT_TRANSLATED]
    return source.model_copy(
        update={
            **{name: _with_words(getattr(source, name), words[OPENING], kebab(name)) for name in opening},
            "keywords": tuple(
                words[OPENING][join("keywords", str(number))].plain
                for number, _ in enumerate(source.keywords, start=1)
            ),
            "sections": tuple(_section(section, words, translation) for section in source.sections),
            "variants": {
                name: _with_words(variant, words.get(f"{OPENING}.{name}", {}))
                for name, variant in source.variants.items()
            },
        }
    )


def _left_over(parts: Mapping[str, Part], translated: Mapping[str, TranslatedPart]) -> list[str]:
    return [
        name if name not in parts else f"{name}: {path}"
        for name, part in translated.items()
        for path in (part.words if name in parts else [""])
        if name not in parts or path not in parts[name].texts
    ]


def _left_pictures(source: Handout, translation: Translation) -> list[str]:
    files = {picture.file for block in source.blocks() for picture in block.pictures()}
    return [f"pictures: {other.picture}" for other in translation.pictures if other.picture not in files]


def _section(section: Section, words: Mapping[str, Mapping[str, Text]], translation: Translation) -> Section:
    blocks = tuple(_block(block, words.get(str(block.id), {}), translation) for block in section.blocks)
    return section.model_copy(update={"heading": words[section.id]["heading"], "blocks": blocks})


def _block(block: BlockRecord, words: Mapping[str, Text], translation: Translation) -> BlockRecord:
    made = _with_words(block, words)
    if not any(block.pictures()):
        return made
    others = {
        str(drawn.picture): Scalar(drawn.file, drawn.place_of("file")) for drawn in translation.pictures
    }
    return rewrite(made, lambda at, leaf: others.get(str(leaf), leaf) if f".{at}".endswith(".file") else leaf)


def _with_words(value: T, words: Mapping[str, Text], path: str = "") -> T:
    """Copy a value and replace each text below it by the words of its path."""
    return rewrite(value, lambda at, leaf: words[at] if isinstance(leaf, Text) else leaf, path)
