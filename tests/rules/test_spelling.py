"""The rule `spelling`: what it looks up, in which language, and what it says."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from leafwright.library import load_library
from leafwright.problems import Problem, Severity
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.spelling import SpellCheckers, names_of
from tests.spelling.small import dictionary
from tests.workspaces import TOPIC, write_workspace

TEXT = {"kind": "paragraphs", "id": "text"}
FILE = f"handouts/{TOPIC}/en.yaml"


def _found(root: Path, files: Mapping[str, str] = dictionary("en"), **changes: Any) -> list[Problem]:
    """Run the rule over a workspace in which all words of the frame are known."""
    frame = "\n".join((Path(__file__).parents[1] / "workspaces.py").read_text("utf-8").split())
    words = sorted({word.strip(".,\"'()[]{}:;") for word in frame.split("\n")})
    known = "\n".join(word for word in words if word.isalpha())
    workspace = write_workspace(root, files={"words/spelling/any.txt": known, **files}, **changes)
    library = load_library(workspace)
    spellers = SpellCheckers.of(workspace, names_of(library.clinics))
    ask = RuleOptions(as_of=date(2027, 1, 1), rules=("spelling",), spellers=spellers)
    return [*library.problems, *spellers.problems, *run_rules(library, ask)]


def test_a_word_is_told_once_with_how_often_it_stands(tmp_path: Path) -> None:
    """At its first place, over markup, with the word that was meant, as advice."""
    text = "You will recieve a letter. Recieve **your** lettter [@elm1999]. You recieve it."
    problems = _found(tmp_path, blocks=[TEXT | {"text": text}])

    add = "If it is right, add it to words/spelling/en.txt"
    assert [problem.text for problem in problems] == [
        f"'recieve' (3 times) is in no dictionary of en; did you mean 'receive'? {add}",
        f"'lettter' is in no dictionary of en; did you mean 'letter'? {add}",
    ]
    assert {(problem.code, problem.severity) for problem in problems} == {("spelling", Severity.ADVICE)}
    assert problems[1].place.column - problems[0].place.column == text.index("lettter") - text.index(
        "recieve"
    )


def test_names_and_terms_are_left(tmp_path: Path) -> None:
    """A name at the beginning of a sentence is known from the clinic, or from within one."""
    blocks = [
        TEXT | {"text": "Saltmouth will rest you. Ask Okafor. Okafor will ask you. Your bursz will rest."},
        {"kind": "glossary", "id": "terms", "terms": [{"term": "Bursz", "meaning": "A letter."}]},
    ]

    assert _found(tmp_path, blocks=blocks) == []


def test_each_file_is_spelled_in_its_language(tmp_path: Path) -> None:
    """What a clinic answers in another language is looked up there, at its place in clinic.yaml."""
    texts = {"en": "Ask your kneez.", "es": "Restz your pregunte."}
    clinic = {"feedback": texts, "disclaimer": texts, "words": {"es": {"my-notes": "Pregunte notaz"}}}
    printed = {"languages": ["en-GB", "es"], "paper": "A4", "variants": ["leaflet"], "editions": ["standard"]}
    files = {**dictionary("en"), **dictionary("es", ["pregunte", "your"])}
    blocks = [TEXT | {"text": "Rest."}]
    problems = _found(tmp_path, files, blocks=blocks, clinic={**clinic, "prints": printed})

    assert sorted(problem.message for problem in problems) == [
        "'Restz' (2 times) is in no dictionary of es",
        "'kneez' (2 times) is in no dictionary of en",
        "'notaz' is in no dictionary of es",
    ]


def test_a_silence_with_a_reason_is_kept(tmp_path: Path) -> None:
    """It covers the rule as any other, and is idle only where spelling is checked."""
    silence = [{"rule": "spelling", "reason": "how the trial spells its name"}]

    assert _found(tmp_path, blocks=[TEXT | {"text": "Rest kneez.", "silence": silence}]) == []
