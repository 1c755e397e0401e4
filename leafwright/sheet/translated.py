"""What a translated sheet says about its translation, in its own language, and in the source's for staff."""

from typing import Final

from leafwright.model.localised import SOURCE_LANGUAGE, in_language
from leafwright.phrasing.phrases import fill
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Translated
from leafwright.text import IN_LANGUAGE, Run, Text

_TITLE: Final = f"[{{title}}]({IN_LANGUAGE}{SOURCE_LANGUAGE})"
"""A title in the language of the source, where a phrase has one."""


def title_in_source(inputs: SheetInputs) -> str:
    """Return the title of a translated sheet in the language of its source; empty for any other sheet."""
    if inputs.file.translated is None:
        return ""
    source = inputs.file.translated.source.handout
    return (source.variants[inputs.key.variant].title or source.title).plain


def describe_translation(inputs: SheetInputs) -> Translated | None:
    """Describe a translated sheet, so that staff know what it is, and stamp it if its source has changed."""
    if inputs.file.translated is None:
        return None
    phrases = inputs.words.phrases.translation
    current = inputs.file.translated.state.current
    return Translated(
        title=fill(phrases.title.replace("{title}", _TITLE), inputs.words, title=title_in_source(inputs)),
        stamp=None if current else phrases.outdated,
    )


def translator_of(inputs: SheetInputs, language: str) -> Text | None:
    """Return in a language who translated a sheet, or the sheet beside it; empty for any other sheet."""
    translated = (inputs.ahead or inputs.file).translated
    return in_language(translated.translation.translator, language) if translated else None


def name_translator(inputs: SheetInputs) -> tuple[Text, Text] | None:
    """Say for staff in the language of the source who translated a sheet, unless its top already says so."""
    if inputs.beside or inputs.ahead:
        return None
    own, source = (translator_of(inputs, language) for language in (inputs.words.language, SOURCE_LANGUAGE))
    if source is None or (own and own.plain == source.plain):
        return None
    foreign = Run(text=source.plain, address=IN_LANGUAGE + SOURCE_LANGUAGE)
    return inputs.words.phrases.translation.label, Text(spans=(foreign,))
