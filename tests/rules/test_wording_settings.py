"""The rules for wording where the language, the profile or the rest of the handout decides."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.library import load_library
from leafwright.rules.profile import load_profile
from leafwright.rules.reader import Reader, read_handout
from leafwright.rules.rule import find_rule
from tests.rules.examples import set_for, write_example
from tests.workspaces import every_block, write_workspace

AS_OF: Final = date(2027, 1, 1)
ENGLISH_ONLY: Final = (
    "advice-to-stop-medicine",
    "bare-percent",
    "claim-without-citation",
    "colour-only",
    "date-format",
    "decimal-percent",
    "hard-word",
    "label-disagrees-with-number",
    "missing-part",
    "missing-promised-number",
    "number-without-source",
    "numbers-disagree",
    "passive-voice",
    "praise-word",
    "relative-risk-only",
    "shouting",
    "spelling-variant",
    "undefined-abbreviation",
    "vague-time",
)


def _read(root: Path, *texts: str, language: str = "en", **changes: Any) -> Reader:
    written = texts or ("Rest it.",)
    blocks = [{"kind": "paragraphs", "id": f"text-{at}", "text": text} for at, text in enumerate(written)]
    library = load_library(write_workspace(root, blocks=[*blocks, *changes.pop("more", [])], **changes))
    assert not library.problems, "\n".join(map(str, library.problems))
    (file,) = library.handouts
    return read_handout(replace(file, language=language), library, AS_OF)


def _messages_of(code: str, reader: Reader, given: Mapping[str, Any] | None = None) -> list[str]:
    active = set_for(code) if given is None else replace(set_for(code), given=given)
    return [found.message for found in active.problems_in(reader)]


@pytest.mark.parametrize("code", ENGLISH_ONLY)
def test_a_rule_for_english_says_nothing_of_another_language(code: str, tmp_path: Path) -> None:
    """A text in German may look like anything; what is found in it as English is not found as German."""
    rule = find_rule(code)
    example = write_example(tmp_path, rule.folder, rule.page.bad[0])
    library = load_library(example.workspace)
    english = read_handout(library.handouts[0], library, AS_OF)
    german = read_handout(replace(library.handouts[0], language="de"), library, AS_OF)

    assert _messages_of(code, english)
    assert _messages_of(code, german) == []


@pytest.mark.parametrize("name", ["strict", "uk-nhs", "us-plain"])
def test_the_passive_is_only_ever_advice(name: str) -> None:
    """Only a reader can judge where the passive is better."""
    assert str(load_profile(name).file.rules["passive-voice"].severity) == "advice"


def test_british_spelling_is_found_in_american_text(tmp_path: Path) -> None:
    """In a handout written in American English, the British spelling is the other one."""
    reader = _read(tmp_path, "The center is grey.", language="en-US")

    assert _messages_of("spelling-variant", reader) == ["'grey' is British spelling"]


def test_british_text_may_be_marked_as_british(tmp_path: Path) -> None:
    """`en` and `en-GB` are spelled alike."""
    reader = _read(tmp_path, "The center is grey.", language="en-GB")

    assert _messages_of("spelling-variant", reader) == ["'center' is American spelling"]


def test_the_hint_has_the_same_ending(tmp_path: Path) -> None:
    """The suggestion is in place of the other word."""
    reader = _read(tmp_path, "We organized it.")

    (found,) = find_rule("spelling-variant").check(reader)
    assert found.hint == "write: organised"


def test_a_word_explained_later_is_hard_until_then(tmp_path: Path) -> None:
    """An explanation counts for the text after it."""
    reader = _read(tmp_path, "Oedema is common. Swelling (oedema) is harmless. Your oedema will go.")

    (found,) = find_rule("hard-word").check(reader)
    assert found.place.column == _column(reader, "Oedema")


def _column(reader: Reader, word: str) -> int | None:
    passage = next(passage for passage in reader.prose if word in passage.text)
    return passage.place_at(passage.text.index(word)).column


@pytest.mark.parametrize("term", ["Suture", "Sutures", "Absorbable sutures", "Suture (stitch)"])
def test_the_glossary_explains_a_word_in_any_form(term: str, tmp_path: Path) -> None:
    """A term in the plural or in a longer term explains the word, too."""
    terms = {"kind": "glossary", "id": "words", "terms": [{"term": term, "meaning": "A thread."}]}
    reader = _read(tmp_path, "The suture is left in. Sutures dissolve.", more=[terms])

    assert _messages_of("hard-word", reader) == []


@pytest.mark.parametrize(
    ("code", "event"),
    [
        ("hard-word", "had a haemorrhage"),
        ("undefined-abbreviation", "had a DVT"),
        ("spelling-variant", "had diarrhea"),
    ],
)
def test_the_parts_of_a_risk_are_read(code: str, event: str, tmp_path: Path) -> None:
    """The sentences that are made of a risk are the leaflet's, too."""
    risk = next(block for block in every_block() if block["kind"] == "risk")

    assert len(_messages_of(code, _read(tmp_path, more=[{**risk, "event": event}]))) == 1


def test_a_reference_is_not_read(tmp_path: Path) -> None:
    """Titles of studies are names, however hard their words."""
    title = "Prior to epidural haemorrhage: the state-of-the-art"
    reference = {"id": "elm1999", "type": "article-journal", "title": title, "DOI": "10.1000/1"}
    reader = _read(tmp_path, "It is known [@elm1999].", references=[reference])

    assert _messages_of("hard-word", reader) == _messages_of("praise-word", reader) == []


def test_a_profile_may_take_an_abbreviation_as_known(tmp_path: Path) -> None:
    """What is on the profile's list needs no explanation; what is not needs one."""
    reader = _read(tmp_path, "An ECG and an EEG.")

    assert _messages_of("undefined-abbreviation", reader, {"known": ("EEG",)}) == ["'ECG' is not spelled out"]


def test_an_abbreviation_is_reported_once_where_it_stands_first(tmp_path: Path) -> None:
    """Three times the same is one finding."""
    reader = _read(tmp_path, "An ECG.", "The ECG. ECGs are quick.")

    assert _messages_of("undefined-abbreviation", reader) == ["'ECG' is not spelled out"]


def test_an_abbreviation_may_be_spelled_out_in_another_section(tmp_path: Path) -> None:
    """A sheet chooses its sections, so the place of the explanation in the file says little."""
    reader = _read(tmp_path, "You have an ECG.", "An electrocardiogram (ECG) is a trace of your heart.")

    assert _messages_of("undefined-abbreviation", reader) == []


@pytest.mark.parametrize(
    ("ask", "heading", "faulty"),
    [
        ("either", "What helps?", False),
        ("either", "What helps", False),
        ("never", "What helps?", True),
        ("never", "What helps", False),
        ("always", "What helps?", False),
        ("always", "What helps", True),
        ("always", "What on earth is it that helps with this?", True),
    ],
)
def test_the_profile_decides_about_questions(ask: str, heading: str, faulty: bool, tmp_path: Path) -> None:  # noqa: FBT001  # a table
    """Headings may be questions, must not be or have to be, and are short in each case."""
    block = {"kind": "paragraphs", "id": "text", "text": "Rest it."}
    sections = [{"id": "part", "heading": heading, "blocks": [block]}]
    reader = _read(tmp_path, handout={"sections": sections})

    assert bool(_messages_of("question-as-heading", reader, {"ask": ask, "most": 6})) is faulty


def test_a_form_needs_no_question_over_it(tmp_path: Path) -> None:
    """Where headings have to be questions, one over a form alone does not."""
    forms = {block["kind"]: block for block in every_block()}
    blocks = [forms[kind] for kind in ("appointment", "contacts", "glossary")]
    sections = [{"id": "part", "heading": "Forms and contacts", "blocks": blocks}]
    reader = _read(tmp_path, handout={"sections": sections})

    assert _messages_of("question-as-heading", reader, {"ask": "always", "most": 6}) == []


def test_a_long_title_of_a_variant_is_reported(tmp_path: Path) -> None:
    """Each variant's own title is read, too."""
    title = "Everything about looking after a knee that is sore, and then some more"
    reader = _read(
        tmp_path, handout={"variants": {"leaflet": {"title": title, "sections": ["part"]}}}, more=[]
    )

    assert len(_messages_of("long-title", reader, {"most": 65})) == 1


def test_the_day_comes_first_or_second(tmp_path: Path) -> None:
    """A date in numbers is offered as each of the two dates that it can be, in the order of the language."""
    british = _read(tmp_path / "gb", "Come on 03/04/2026.")
    american = _read(tmp_path / "us", "Come on 13/04/2026.", language="en-US")

    (two,) = find_rule("date-format").check(british)
    (one,) = find_rule("date-format").check(american)
    assert two.hint == "write the month in letters: 3 April 2026 or 4 March 2026"
    assert one.hint == "write the month in letters: April 13, 2026"
