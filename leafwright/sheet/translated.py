"""What a translated sheet says about its translation, in its own language, and in the source's for staff."""

from leafwright.model.localised import SOURCE_LANGUAGE, in_language
from leafwright.phrasing.phrases import fill
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Translated
from leafwright.text import Text, phrase


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
        title=fill(phrases.title, inputs.words, title=title_in_source(inputs)),
        stamp=None if current else phrases.outdated,
    )


def translator_of(inputs: SheetInputs, language: str) -> Text | None:
    """Return in a language who translated a sheet, or the sheet beside it; empty for any other sheet."""
    translated = (inputs.ahead or inputs.file).translated
    return in_language(translated.translation.translator, language) if translated else None


def name_translator(inputs: SheetInputs) -> tuple[Text, Text] | None:
    """Say who translated a sheet, in both languages unless they are side by side; empty for others."""
    languages = [inputs.words.language, *([] if inputs.beside or inputs.ahead else [SOURCE_LANGUAGE])]
    names = (translator_of(inputs, name) for name in languages)
    both = dict.fromkeys(text.plain for text in names if text)
    if not both:
        return None
    return inputs.words.phrases.translation.label, phrase(" / ".join(both))
