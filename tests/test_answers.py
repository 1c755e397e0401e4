"""What a clinic answers: whose answer each topic prints, what is open, and what is asked for by no sheet."""

import json
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner, Result

from leafwright.answers import ClinicAnswer, list_answers
from leafwright.cli import cli
from leafwright.library import load_library
from leafwright.workspace import Workspace
from tests.trusts import a_site, a_trust
from tests.workspaces import CLINIC, CLINIC_FILE, HANDOUT, write_workspace

FILE = f"clinics/{CLINIC}/clinic.yaml"
ASKS = {"kind": "decisions", "id": "answers", "slots": ["driving", "escort"]}
ADVISES = {"kind": "paragraphs", "id": "advice", "text": "Do not drive for a week."}
DEPARTMENT = {"name": "Endoscopy", "topics": ["sore-hip"], "decisions": {"driving": {"en": "Not today."}}}
TOPICS = {"sore-hip": [ASKS], "sore-knee": [ASKS], "sore-leg": [ADVISES, ASKS], "sore-toe": [ASKS]}


def _write(root: Path, **clinic: Any) -> Path:
    """Write four topics; that of the leg gives advice on driving itself."""
    prints = {**CLINIC_FILE["prints"], "variants": ["leaflet"], "editions": ["standard"]}
    handout = {**HANDOUT, "variants": ["leaflet"]}
    files = {
        f"handouts/{topic}/en.yaml": yaml.safe_dump(
            {
                **handout,
                "reference": f"EX-{number}",
                "sections": [{"id": "part", "heading": "Part", "blocks": blocks}],
            },
            sort_keys=False,
        )
        for number, (topic, blocks) in enumerate(TOPICS.items(), start=2)
    }
    given = {
        "departments": {"endoscopy": DEPARTMENT},
        "decisions-for": {"sore-toe": {"driving": {"en": "Ask us."}, "insulin": {"en": "Never stop it."}}},
        "prints": prints,
    }
    return write_workspace(root, clinic={**given, **clinic}, files=files).root


def _answers(root: Path) -> dict[tuple[str, str], ClinicAnswer]:
    library = load_library(Workspace(root=root))
    assert not library.problems, "\n".join(map(str, library.problems))
    return {(answer.topic, answer.slot): answer for answer in list_answers(library)}


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), "decisions", *words])


def test_the_nearest_answer_is_listed_with_its_line(tmp_path: Path) -> None:
    """The topic's, then the department's, then the clinic's."""
    answers = _answers(_write(tmp_path))

    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    shown = {
        topic: (answer.source, lines[answer.place.line - 1].strip())
        for (topic, slot), answer in answers.items()
        if slot == "driving"
    }
    assert shown["sore-hip"] == ("department", "en: Not today.")
    assert shown["sore-toe"] == ("topic", "en: Ask us.")
    assert shown["sore-knee"] == ("clinic", "en: Do not drive for 24 hours.")


def test_topics_that_share_an_answer_are_named(tmp_path: Path) -> None:
    """A change of it changes them all."""
    answers = _answers(_write(tmp_path))

    assert answers["sore-knee", "escort"].shared == ("sore-hip", "sore-leg", "sore-toe")
    assert answers["sore-knee", "driving"].shared == ()


def test_a_slot_on_which_the_handout_gives_advice_itself_is_open(tmp_path: Path) -> None:
    """As on the sheet, where a general answer could contradict it."""
    answer = _answers(_write(tmp_path))["sore-leg", "driving"]

    assert (answer.source, answer.open_in, answer.words) == ("nobody", ("en-GB",), {})
    assert answer.place.file == "handouts/sore-leg/en.yaml"


def test_an_answer_that_lacks_a_language_is_open_in_that(tmp_path: Path) -> None:
    """English is never printed in place of another language."""
    prints = {**CLINIC_FILE["prints"], "languages": ["en-GB", "es"], "variants": ["leaflet"]}
    disclaimer = {"en": "This is made up.", "es": "Es inventado."}

    answer = _answers(_write(tmp_path, prints=prints, disclaimer=disclaimer))["sore-knee", "escort"]

    assert (answer.source, answer.open_in) == ("clinic", ("es",))


def test_an_answer_that_no_sheet_asks_for_is_listed_last(tmp_path: Path) -> None:
    """It is printed nowhere, whatever its author believes."""
    *_, last = list_answers(load_library(Workspace(root=_write(tmp_path))))

    assert (last.topic, last.slot, last.source) == ("", "insulin", "topic")


def test_a_topic_of_a_department_that_is_not_there_is_open(tmp_path: Path) -> None:
    """Its sheets are not made, whatever the clinic answers for others."""
    root = _write(tmp_path)
    path = root / "handouts/sore-knee/en.yaml"
    path.write_text(f"department: radiology\n{path.read_text('utf-8')}", "utf-8")

    assert _answers(root)["sore-knee", "escort"].open_in == ("en-GB",)


def test_the_table_has_each_answer_once_in_80_columns(tmp_path: Path) -> None:
    """With whose it is, where it is written, and the topics that print it."""
    done = _run(_write(tmp_path), CLINIC)
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]

    assert done.exit_code == 0, done.output
    assert max(len(line.rstrip()) for line in done.stdout.splitlines()) <= 80
    assert "driving of the department endoscopy sore-hip" in rows
    assert "for this topic sore-toe" in rows
    assert "OPEN in en-GB asked for at sore-leg" in rows
    assert "insulin for this topic asked for by no sheet" in rows
    assert rows[-1] == "Open: 1 of 8."


def test_an_answer_in_brackets_is_no_answer(tmp_path: Path) -> None:
    """What `new clinic` wrote in the place of an answer is marked, and counts as open."""
    unwritten = {"driving": {"en": "[Write what you decided about driving.]"}}
    done = _run(_write(tmp_path, decisions={**CLINIC_FILE["decisions"], **unwritten}), CLINIC)
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]

    assert "of the clinic STILL IN BRACKETS sore-knee" in rows
    assert rows[-1] == "Open: 2 of 8."


def test_programs_read_the_answers_as_json(tmp_path: Path) -> None:
    """One entry for each topic and slot."""
    rows = json.loads(_run(_write(tmp_path), "--json").stdout)

    (row,) = [row for row in rows if (row["topic"], row["slot"]) == ("sore-hip", "driving")]
    line = row.pop("line")
    assert (tmp_path / FILE).read_text("utf-8").splitlines()[line - 1].strip() == "en: Not today."
    assert row == {
        "clinic": CLINIC,
        "topic": "sore-hip",
        "slot": "driving",
        "source": "department",
        "department": "endoscopy",
        "words": {"en": "Not today."},
        "open_in": [],
        "shared": [],
        "file": FILE,
    }


def test_a_clinic_that_is_not_there_is_reported_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """As every other name."""
    done = _run(_write(tmp_path), "elm-stret")

    assert done.exit_code == 2
    assert "there is no clinic 'elm-stret': did you mean 'elm-street'?" in " ".join(done.stderr.split())


def test_an_inherited_answer_that_a_site_does_not_ask_for_is_not_listed(tmp_path: Path) -> None:
    """Another site may ask for it."""
    files = {
        **a_trust(decisions={"insulin": {"en": "Never stop it."}, "driving": {"en": "No."}}),
        **a_site("ash"),
    }
    library = load_library(write_workspace(tmp_path, blocks=[{**ASKS, "slots": ["driving"]}], files=files))

    assert [(answer.slot, answer.place.file) for answer in list_answers(library, "ash")] == [
        ("driving", "clinics/trust/clinic.yaml")
    ]
