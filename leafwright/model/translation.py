"""A translation: the words of a handout in another language, part by part, with what they were made from."""

from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, model_validator

from leafwright.model.localised import SOURCE_LANGUAGE, Localised, in_language
from leafwright.model.record import FINGERPRINT, LANGUAGE, PART, KnownName, Record, Silence, fault
from leafwright.source import Mapping
from leafwright.text import Text


def _drop_open_words(value: Any) -> Any:
    """Leave out the paths whose words are missing."""
    if isinstance(value, Mapping):
        return {path: words for path, words in value.items() if words is not None}
    return value


class TranslatedPart(Record):
    """The words of one part; `todo` marks words that are missing or must be changed.

    `made-from` is the fingerprint of the source that they were made from; `source` is that text if there is
    something to do. Both map paths such as `items.2` to texts; the words of a path may be missing.
    """

    made_from: Annotated[str, Field(pattern=FINGERPRINT)]
    todo: bool = False
    source: dict[str, Text] = Field(default_factory=dict)
    words: Annotated[dict[str, Text], BeforeValidator(_drop_open_words)] = Field(default_factory=dict)
    silence: tuple[Silence, ...] = ()


class Redrawn(Record):
    """A picture of the source with words in it, and the file that has them in the other language."""

    picture: KnownName
    file: KnownName


class Translation(Record):
    """The content of one topic in another language; numbers and dates come from the source.

    `translator` says in both languages who made it.
    """

    language: Annotated[str, Field(pattern=LANGUAGE)]
    translator: Localised
    reviewer: KnownName | None = None
    pictures: tuple[Redrawn, ...] = ()
    parts: dict[Annotated[str, Field(pattern=PART)], TranslatedPart]

    @model_validator(mode="after")
    def _check_translator(self) -> Self:
        for language in (SOURCE_LANGUAGE, self.language):
            if in_language(self.translator, language) is None:
                message = f"the translator is not named in {language}"
                raise fault("missing-translator", message, f"add `{language}:`", at="translator")
        return self
