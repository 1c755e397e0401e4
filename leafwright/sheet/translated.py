"""What a translated sheet says of its translation: in its own language, and in the source's for staff."""

from leafwright.model.clinic import SOURCE_LANGUAGE, in_language
from leafwright.sheet.ingredients import Ingredients
from leafwright.sheet.phrases import fill
from leafwright.sheet.sheet import Translated
from leafwright.text import Text, phrase


def title_in_source(made_of: Ingredients) -> str:
    """Return the title of a translated sheet in the language of its source, nothing for any other sheet."""
    if made_of.file.translated is None:
        return ""
    source = made_of.file.translated.source.handout
    return (source.variants[made_of.key.variant].title or source.title).plain


def tell_translated(made_of: Ingredients) -> Translated | None:
    """Name a translated sheet so that staff know what they hold, and stamp it when its source has changed."""
    if made_of.file.translated is None:
        return None
    phrases = made_of.words.phrases.translation
    current = made_of.file.translated.state.current
    return Translated(
        title=fill(phrases.title, made_of.words, title=title_in_source(made_of)),
        stamp=None if current else phrases.outdated,
    )


def translator_of(made_of: Ingredients, language: str) -> Text | None:
    """Find in a language who translated a sheet, or what it stands beside; nothing of any other sheet."""
    translated = (made_of.ahead or made_of.file).translated
    return in_language(translated.translation.translator, language) if translated else None


def tell_translator(made_of: Ingredients) -> tuple[Text, Text] | None:
    """Say who translated a sheet, in both languages unless they stand side by side; nothing of others."""
    languages = [made_of.words.language, *([] if made_of.beside or made_of.ahead else [SOURCE_LANGUAGE])]
    told = (translator_of(made_of, name) for name in languages)
    both = dict.fromkeys(text.plain for text in told if text)
    if not both:
        return None
    return made_of.words.phrases.translation.label, phrase(" / ".join(both))
