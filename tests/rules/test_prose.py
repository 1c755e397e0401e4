"""Where sentences end, and what is one word."""

import pytest

from leafwright.rules.prose import split_sentences, split_words

ONE = [
    "Come at 8.30am.",
    "Come at 8.30 a.m. on Monday",
    "See Dr. Elm before you go.",
    "See Mr. J. B. Hall on the ward.",
    "Ask for Prof. Ann B. Oak.",
    "It rose from 8.9 to 15.9 mmol/L (160 to 286 mg/dL).",
    "Go to room No. 5 on the left.",
    "Eat something light, e.g. toast, before you come.",
    "Blood thinners (e.g. Warfarin) are stopped.",
    "“Stop!” she said.",
    "1. Wash your hands.",
    "Rest, keep it cool ... and wait",
    "as you feel able",
    "St. Mary's Hospital is on the left.",
    "Is it sore?",
]
TWO = [
    ("Rest it. Keep it cool.", "Keep it cool."),
    ("Is it sore? Phone us.", "Phone us."),
    ("Take vitamin C. It may help.", "It may help."),
    ("You can say no. Then we stop.", "Then we stop."),
    ("It lasts 5 to 10 minutes. Stay still.", "Stay still."),
    ("Come at 8 a.m. Bring this sheet.", "Bring this sheet."),
    ("It stings (a little). That is usual.", "That is usual."),
    ("They were 12 in 2019. 3 of them fainted.", "3 of them fainted."),
    ("It is “very rare”. We have no number.", "We have no number."),
    ("¿Le duele? ¿Desde cuándo?", "¿Desde cuándo?"),
    ("هل تشعر بألم؟ اتصل بنا.", "اتصل بنا."),
]


def _split(text: str, language: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize("text", ONE)
def test_one_sentence_stays_one(text: str) -> None:
    """A stop that belongs to an abbreviation, an initial, a number or a time ends nothing."""
    assert _split(text) == [text]


@pytest.mark.parametrize(("text", "second"), TWO)
def test_two_sentences_are_distinguished(text: str, second: str) -> None:
    """A stop before the next sentence ends one, with the quotes and brackets that close with it."""
    first = text.removesuffix(second).rstrip()

    assert _split(text) == [first, second]


def test_a_language_has_abbreviations_of_its_own() -> None:
    """What ends a sentence in English may not in German."""
    text = "Schmerzmittel bzw. Tabletten helfen."

    assert _split(text, "de-DE") == [text]
    assert len(_split(text, "en")) == 2


def test_white_space_around_sentences_is_left_out() -> None:
    """A sentence begins at its first letter and ends at its stop."""
    assert list(split_sentences("  Rest it.  Keep cool.  ")) == [(2, 10), (12, 22)]


def test_no_text_has_no_sentence() -> None:
    """Blanks are no sentence."""
    assert _split("   ") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("20 in 1,000 people", 4),
        ("8.30am", 1),
        ("mmol/L", 1),
        ("a follow-up visit", 3),
        ("don’t", 1),
        ("0.2%", 1),
        ("Yes – or no", 3),
        ("Wait ...", 1),
    ],
)
def test_words_keep_what_belongs_to_them(text: str, count: int) -> None:
    """Numbers with signs, units, hyphenated and shortened words are one word; dashes and stops are not."""
    assert len(split_words(text)) == count
