"""Texts by language: which languages a clinic or a record writes them in, and which one a page prints."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from leafwright.model.inheritance import ONE_FACT
from leafwright.tags import Language
from leafwright.text import Text

SOURCE_LANGUAGE = "en"
ANY_LANGUAGE = "any"
"""The key for a name that is the same in every language."""


def below(key: str, written: Any) -> BeforeValidator:
    """Read a plain text as the value of one key; `written` are the types that an editor may expect."""
    return BeforeValidator(
        lambda value: {key: value} if isinstance(value, str) else value, json_schema_input_type=written
    )


_Written = str | dict[str, str]
Localised = Annotated[dict[str, Text], below(SOURCE_LANGUAGE, _Written), Field(min_length=1), ONE_FACT]
LocalisedName = Annotated[dict[str, Text], below(ANY_LANGUAGE, _Written), Field(min_length=1), ONE_FACT]
"""A name by language; a plain text is the same on pages in any language."""


def in_language(values: dict[str, Text], language: str) -> Text | None:
    """Return the text for a language such as `en-GB`, or for its base `en`."""
    return Language(language).choose(values)


def name_in(names: dict[str, Text], language: str) -> Text:
    """Return a name for pages in a language; if it is not written in that, the first one."""
    return in_language(names, language) or next(iter(names.values()))
