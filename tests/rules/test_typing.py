"""The rules on how any text is typed, in the languages that type differently."""

import pytest

from leafwright.rules import WrittenFile, WrittenText
from leafwright.rules.rule import find_rule
from leafwright.source import parse_source
from leafwright.text import parse_text


@pytest.mark.parametrize(
    ("code", "language", "text", "column"),
    [
        ("space-before-stop", "fr", "Avez-vous mal\u00a0? Oui\u00a0: un peu ; «\u00a0bien\u00a0».", 0),
        ("space-before-stop", "fr", "Reposez-vous , puis marchez.", 16),
        ("space-before-stop", "es", "¿Le duele ? Llame.", 13),
        ("space-before-stop", "ar", "اتصل بنا ، ثم استرح.", 12),
        ("space-before-stop", "en", "Rest **your knee** .", 22),
        ("space-before-stop", "en", "Rest [@elm1999].", 0),
        ("missing-space", "ar", "استرح،ثم اتصل", 8),
        ("missing-space", "es", "Beba agua.Descanse.", 12),
        ("doubled-stop", "es", "¿¿Le duele?", 3),
        ("doubled-stop", "ar", "هل تشعر بألم؟؟", 15),
        ("unpaired-mark", "fr", "Dites «\u00a0stop si cela fait mal.", 9),
        ("unpaired-mark", "pl", "Powiedz „stop”, jeśli boli (mocno).", 0),
        ("unpaired-mark", "en", "Ask (see [our page](https://example.org/a)) and fill in [[your name]].", 0),
        ("makeshift-sign", "es", "Guárdelo a -5 °C.", 14),
    ],
)
def test_a_slip_is_found_in_any_language(code: str, language: str, text: str, column: int) -> None:
    """At its column of the file, or not where the language types so; markup is no slip."""
    written = parse_source(f"text: |\n  {text}\n", "x.yaml")["text"]
    assert isinstance(written, str)
    typed = WrittenText(typed=parse_text(written), language=language)
    found = [*find_rule(code).check(WrittenFile(language=language, texts=(typed,)))]

    assert [finding.place.column for finding in found] == ([column] if column else [])
