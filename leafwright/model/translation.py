"""A translation: the words of a handout in another language, part by part, with what they were made from."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.model.localised import SOURCE_LANGUAGE, Localised, in_language
from leafwright.model.names import LanguageTag
from leafwright.model.record import FINGERPRINTS, PART, KnownName, Record, Silence, fault
from leafwright.source import Mapping
from leafwright.text import Text


def _drop_open_words(value: Any) -> Any:
    """Leave out the paths whose words are missing."""
    if isinstance(value, Mapping):
        return {path: words for path, words in value.items() if words is not None}
    return value


class TranslatedPart(Record):
    """The words of one part; paths such as `items.2` name its texts."""

    made_from: Annotated[str, Field(pattern=FINGERPRINTS)]
    """The fingerprints of the source's texts that the words were made from. `translate` writes them.

    Example: kapgcbne inmdohfj
    """
    todo: bool = False
    """Whether words are missing or must be changed. Take the line out when they are done."""
    source: dict[str, Text] = Field(default_factory=dict)
    """The text of the source, by its path, if there is something to do. Example: {text: Rest your knee.}"""
    words: Annotated[dict[str, Text], BeforeValidator(_drop_open_words)] = Field(default_factory=dict)
    """The translated texts, by their paths. Example: {items.1: Repose su rodilla.}"""
    silence: tuple[Silence, ...] = ()
    """Rules that do not apply to this part."""


class Redrawn(Record):
    """A picture of the source with words in it, and the file that has them in the other language."""

    picture: KnownName
    """The file of the picture in the source. Example: knee.svg"""
    file: KnownName
    """The file that has the words in this language. Example: knee-es.svg"""


class Translation(Record):
    """The content of one topic in another language; numbers and dates come from the source."""

    language: LanguageTag
    """The language, which is the name of the file too. Example: es"""
    translator: Localised
    """Who translated it, in both languages.

    Example: {en: The example translators, es: Los traductores de ejemplo}
    """
    reviewer: KnownName | None = None
    """Who read it over as a reader of the language. Example: The language panel"""
    pictures: tuple[Redrawn, ...] = ()
    """Pictures with words, and their files in this language."""
    parts: dict[Annotated[str, Field(pattern=PART)], TranslatedPart]
    """Each part of the source by its id, with its words.

    Example: {before: {made-from: kapgcbne, words: {heading: Antes de venir}}}
    """

    @model_validator(mode="after")
    def _check_translator(self) -> Self:
        for language in (SOURCE_LANGUAGE, self.language):
            if in_language(self.translator, language) is None:
                message = f"the translator is not named in {language}"
                raise fault("missing-translator", message, f"add `{language}:`", at="translator")
        return self
