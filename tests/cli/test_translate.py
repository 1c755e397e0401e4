"""`translate`: a translation begun, brought up to the English text, and the state of all of them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from leafwright.cli import cli
from leafwright.library import load_library
from leafwright.workspace import Workspace
from leafwright.xliff import MOST_BYTES
from tests.translations import NAME, make_translation, write_translation
from tests.workspaces import CLINIC, LOGO, TOPIC, line_of, write_workspace
from tests.xliffs import unit_of, with_target

Run = Callable[..., Result]
ENGLISH = f"handouts/{TOPIC}/en.yaml"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a small workspace."""
    write_workspace(tmp_path)
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(tmp_path), "translate", *words])


def change_english(root: Path) -> None:
    """Change one heading of the source."""
    path = root / ENGLISH
    path.write_text(path.read_text("utf-8").replace("Your knee", "Your knees"), "utf-8")


def test_a_translation_is_begun(run: Run, tmp_path: Path) -> None:
    """The file is there, every part of it to do, and the way on is reported."""
    result = run(TOPIC, "es", "--translator", "Elm Street Language Desk")

    assert result.exit_code == 0
    assert result.output.startswith(f"wrote {NAME}\n3 parts: 0 done, 3 to do\n  new: opening, part, claim\n")
    assert "`todo: true`" in result.output
    (file,) = load_library(Workspace(root=tmp_path)).translations
    assert file.state.missing == ("opening", "part", "claim")
    assert file.translation.translator["es"].plain == "Elm Street Language Desk"


def test_who_translates_is_said_in_both_languages(run: Run, tmp_path: Path) -> None:
    """Given twice, the second is for the other language; an existing file gets the new names."""
    run(TOPIC, "es", "--translator", "A task", "--translator", "Un equipo")
    first = yaml.safe_load((tmp_path / NAME).read_text("utf-8"))["translator"]
    run(TOPIC, "es", "--translator", "Another")

    assert first == {"en": "A task", "es": "Un equipo"}
    assert yaml.safe_load((tmp_path / NAME).read_text("utf-8"))["translator"]["es"] == "Another"


def test_a_new_file_has_to_say_who_translates(run: Run, tmp_path: Path) -> None:
    """It is printed on every page, so nothing is made up; the option is named."""
    result = run(TOPIC, "es")

    assert result.exit_code == 2
    assert "add --translator NAME" in result.stderr
    assert not (tmp_path / NAME).exists()


def test_on_a_terminal_it_is_asked(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With only topic and language, the command asks who translates, in both languages."""
    monkeypatch.setattr("leafwright.cli.translate.on_a_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", lambda asked, **_given: "A" if "English" in asked else "B")

    assert run(TOPIC, "es").exit_code == 0
    assert yaml.safe_load((tmp_path / NAME).read_text("utf-8"))["translator"] == {"en": "A", "es": "B"}


def test_a_current_translation_needs_no_change(run: Run, tmp_path: Path) -> None:
    """Nothing is written, and that is said; and who still has to do something for it to be printed."""
    path = write_translation(Workspace(root=tmp_path))
    before = path.stat().st_mtime_ns
    result = run(TOPIC, "es")

    assert result.output == (
        f"{NAME} needs no change\n3 parts: 3 done, 0 to do\n"
        "No clinic prints it: add `es` to the `languages` of its clinic.yaml.\n"
    )
    assert path.stat().st_mtime_ns == before


def test_a_clinic_that_cannot_be_read_may_print_it(run: Run, tmp_path: Path) -> None:
    """It may wait for something else, such as a disclaimer in that language."""
    write_translation(Workspace(root=tmp_path))
    (tmp_path / f"clinics/{CLINIC}/clinic.yaml").write_text("name: [\n", "utf-8")

    assert "No clinic prints it" not in run(TOPIC, "es").output


def test_what_changed_is_reported(run: Run, tmp_path: Path) -> None:
    """By the names of the parts; and that a review was of other words."""
    made = make_translation(Workspace(root=tmp_path), reviewer="Nobody Real")
    made["parts"]["gone"] = {"made-from": "0" * 12, "words": {"text": "Nada"}}
    write_translation(Workspace(root=tmp_path), made)
    change_english(tmp_path)
    result = run(TOPIC, "es")

    assert "3 parts: 2 done, 1 to do\n  changed in English: part\n" in result.output
    assert "removed, because the English no longer has it: gone\n" in result.output
    assert "Nobody Real reviewed it before these changes" in result.output


def test_a_picture_that_is_gone_is_taken_out(run: Run, tmp_path: Path) -> None:
    """Of the pictures that were drawn again, those of the English text stay; the others are reported."""
    picture = {"kind": "picture", "id": "seen", "file": "knee.svg", "alt": "A knee"}
    folder = f"handouts/{TOPIC}"
    workspace = write_workspace(tmp_path, blocks=[picture], files={f"{folder}/knee.svg": LOGO})
    (tmp_path / folder / "rodilla.svg").write_text(LOGO, "utf-8")
    kept = {"picture": "knee.svg", "file": "rodilla.svg"}
    pictures = [{"picture": "elbow.svg", "file": "codo.svg"}, kept]
    write_translation(workspace, make_translation(workspace, pictures=pictures))
    result = run(TOPIC, "es")

    assert "removed, because the English no longer has it: pictures: elbow.svg\n" in result.output
    assert yaml.safe_load((tmp_path / NAME).read_text("utf-8"))["pictures"] == [kept]
    assert load_library(workspace).problems == ()


def test_a_language_without_words_is_reported(run: Run) -> None:
    """Without the fixed phrases nothing can be printed."""
    assert "before there is a words/sw.yaml" in run(TOPIC, "sw", "--translator", "A").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("sore-nee", "es"), "did you mean 'sore-knee'?"),
        ((TOPIC, "Spanish"), "'Spanish' is no language to translate into"),
        ((TOPIC, "en"), "'en' is no language to translate into"),
        ((TOPIC, "es-ZZ"), "'es-ZZ' is no language that is known: write es, or name a country"),
        ((TOPIC, "xx"), "'xx' is no language that is known: write a language tag such as es or pt-BR"),
        ((TOPIC, "pt-UK"), "'pt-UK' is no language that is known: write pt, or name a country"),
        ((TOPIC, "es", *("--translator", "A") * 3), "use --translator once, or twice"),
    ],
)
def test_a_wish_that_cannot_be_is_the_askers_mistake(run: Run, words: tuple[str, ...], told: str) -> None:
    """A misspelt topic, no language, the source's own, an unknown one, a third translator."""
    result = run(*words)

    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize("words", [(TOPIC, "es", "--translator", "A"), ()])
def test_references_that_cannot_be_read_are_reported(
    run: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    """A handout that cannot be judged without them is not reported as missing, and not ignored."""
    (tmp_path / "handouts/references.yaml").write_text("references: [\n", "utf-8")
    result = run(*words)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("handouts/references.yaml:")


def test_a_broken_translation_is_left_alone(run: Run, tmp_path: Path) -> None:
    """What cannot be read is reported with its line, and not a byte of it is written over."""
    path = write_translation(Workspace(root=tmp_path))
    broken = path.read_text("utf-8").replace("made-from", "mad-from", 1)
    path.write_text(broken, "utf-8")
    result = run(TOPIC, "es")

    line = line_of(Workspace(root=tmp_path), "mad-from", NAME)
    assert result.exit_code == 1
    assert f"{NAME}:{line}:" in result.stderr
    assert path.read_text("utf-8") == broken


def test_a_broken_source_is_reported(run: Run, tmp_path: Path) -> None:
    """Nothing is translated from a source that cannot be read."""
    path = tmp_path / ENGLISH
    path.write_text(path.read_text("utf-8").replace("heading: Your", "haeding: Your"), "utf-8")
    result = run(TOPIC, "es", "--translator", "A")

    assert result.exit_code == 1
    assert "did you mean 'heading'?" in result.stderr


def test_a_handout_of_its_own_is_left_alone(run: Run, tmp_path: Path) -> None:
    """A Spanish handout that is no translation is not written over."""
    own = (tmp_path / ENGLISH).read_text("utf-8")
    (tmp_path / NAME).write_text(own, "utf-8")
    result = run(TOPIC, "es", "--translator", "A")

    assert result.exit_code == 1
    assert "is a handout of its own" in result.stderr
    assert (tmp_path / NAME).read_text("utf-8") == own


def test_a_file_that_cannot_be_written_stays(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, say, is reported, and the old file is whole."""
    path = write_translation(Workspace(root=tmp_path))
    change_english(tmp_path)
    before = path.read_bytes()

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    result = run(TOPIC, "es")

    assert result.exit_code == 1
    assert f"cannot write {NAME}: no space left on device" in result.stderr
    assert path.read_bytes() == before
    assert len(list(path.parent.iterdir())) == 2


def test_the_state_of_all_is_reported(run: Run, tmp_path: Path) -> None:
    """Without a language a table shows the state of each translation, and nothing is written."""
    path = write_translation(Workspace(root=tmp_path))
    change_english(tmp_path)
    before = path.read_bytes()
    (row,) = (line for line in run().output.splitlines() if TOPIC in line)

    assert row.split()[:6] == [TOPIC, "es", "2", "of", "3", "1"]
    assert path.read_bytes() == before


def test_what_a_clinic_waits_for_is_reported(run: Run, tmp_path: Path) -> None:
    """A language that a clinic prints and nobody has begun is in the table too."""
    path = tmp_path / f"clinics/{CLINIC}/clinic.yaml"
    clinic = yaml.safe_load(path.read_text("utf-8"))
    clinic["prints"]["languages"].append("es")
    clinic["disclaimer"]["es"] = "Nada."
    path.write_text(yaml.safe_dump(clinic, allow_unicode=True), "utf-8")

    assert "not begun" in run().output


def test_the_state_is_reported_to_programs(run: Run, tmp_path: Path) -> None:
    """As JSON, each part that is stale or missing is named."""
    write_translation(Workspace(root=tmp_path))
    change_english(tmp_path)
    (row,) = json.loads(run("--format", "json").output)

    assert (row["file"], row["done"], row["parts"], row["stale"]) == (NAME, 2, 3, ["part"])
    assert json.loads(run("another-topic", "--format", "json").output) == []


def test_where_nothing_is_translated_the_way_to_begin_is_reported(run: Run) -> None:
    """An empty table would help nobody."""
    assert "translate TOPIC LANGUAGE" in run().output


def test_a_translation_goes_out_and_comes_back(run: Run, tmp_path: Path) -> None:
    """The file in the folder is named for topic and language; what is finished in it is taken."""
    sent = run(TOPIC, "es", "--export", str(tmp_path))
    path = tmp_path / f"{TOPIC}.es.xlf"
    path.write_text(with_target(path.read_text("utf-8"), "part:heading", "Su rodilla"), "utf-8")
    back = run(TOPIC, "es", "--import", str(path), "--translator", "A task")

    assert sent.output.startswith(f"wrote {path}\n11 texts, 11 of them to do\n")
    assert f"translate {TOPIC} es --import FILE" in sent.output
    assert back.output.startswith(f"took 1 text from {path}\nwrote {NAME}\n3 parts: 1 done, 2 to do\n")
    assert "heading: Su rodilla" in (tmp_path / NAME).read_text("utf-8")


def test_sending_leaves_the_translation_alone(run: Run, tmp_path: Path) -> None:
    """What is sent is brought up to the English text; the translation's own file is not."""
    path = write_translation(Workspace(root=tmp_path))
    change_english(tmp_path)
    before = path.read_bytes()
    result = run(TOPIC, "es", "--export", str(tmp_path / "sent.xlf"))

    assert "11 texts, 1 of them to do" in result.output
    assert "<source>Your knees</source>" in (tmp_path / "sent.xlf").read_text("utf-8")
    assert path.read_bytes() == before


def test_a_review_is_sent_along(run: Run, tmp_path: Path) -> None:
    """Words that somebody reviewed are marked so."""
    workspace = Workspace(root=tmp_path)
    write_translation(workspace, make_translation(workspace, reviewer="Nobody Real"))
    run(TOPIC, "es", "--export", str(tmp_path))

    assert 'state="reviewed"' in (tmp_path / f"{TOPIC}.es.xlf").read_text("utf-8")


def test_what_came_back_unchanged_changes_nothing(run: Run, tmp_path: Path) -> None:
    """Sent and taken back, the file is the same to the byte."""
    path = write_translation(Workspace(root=tmp_path))
    before = path.read_bytes()
    run(TOPIC, "es", "--export", str(tmp_path))
    result = run(TOPIC, "es", "--import", str(tmp_path / f"{TOPIC}.es.xlf"))

    assert result.output.startswith(f"took 0 texts from {tmp_path}/{TOPIC}.es.xlf\n{NAME} needs no change\n")
    assert path.read_bytes() == before


def test_what_did_not_come_back_is_reported(run: Run, tmp_path: Path) -> None:
    """A file with a gap is taken, and the gap is counted."""
    run(TOPIC, "es", "--export", str(tmp_path))
    path = tmp_path / f"{TOPIC}.es.xlf"
    text = path.read_text("utf-8")
    path.write_text(text.replace(unit_of(text, "part:heading"), ""), "utf-8")
    result = run(TOPIC, "es", "--import", str(path), "--translator", "A task")

    assert "1 text did not come back: nothing of them was changed" in result.output


def test_a_review_that_came_back_asks_for_its_name(run: Run, tmp_path: Path) -> None:
    """Only people say who reviewed; if all words are marked as reviewed, a message says so."""
    write_translation(Workspace(root=tmp_path))
    run(TOPIC, "es", "--export", str(tmp_path))
    path = tmp_path / f"{TOPIC}.es.xlf"
    text = path.read_text("utf-8")
    before = run(TOPIC, "es", "--import", str(path)).output
    path.write_text(text.replace('state="translated"', 'state="final"'), "utf-8")

    assert "came back reviewed" not in before
    assert "All of it came back reviewed: say by whom" in run(TOPIC, "es", "--import", str(path)).output


def test_a_file_that_lost_a_code_is_refused_whole(run: Run, tmp_path: Path) -> None:
    """Nothing of it is taken, and its line is reported."""
    run(TOPIC, "es", "--export", str(tmp_path))
    path = tmp_path / f"{TOPIC}.es.xlf"
    path.write_text(with_target(path.read_text("utf-8"), "claim:text.1", "Sin fuente."), "utf-8")
    result = run(TOPIC, "es", "--import", str(path), "--translator", "A task")

    assert result.exit_code == 1
    assert "broken-code: the citation @elm1999 is lost in 'claim:text.1'" in result.stderr
    assert not (tmp_path / NAME).exists()


def test_what_came_back_late_is_reported(run: Run, tmp_path: Path) -> None:
    """Words for English that has changed are taken with a warning."""
    write_translation(Workspace(root=tmp_path))
    run(TOPIC, "es", "--export", str(tmp_path))
    change_english(tmp_path)
    result = run(TOPIC, "es", "--import", str(tmp_path / f"{TOPIC}.es.xlf"))

    assert result.exit_code == 0
    assert "changed-source: the English of 'part:heading' has changed" in result.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (("--export", "a.xlf"), 2, "--export needs a TOPIC and a LANGUAGE"),
        ((TOPIC, "--import", "a.xlf"), 2, "--import needs a TOPIC and a LANGUAGE"),
        ((TOPIC, "es", "--import", "a.xlf", "--export", "a.xlf"), 2, "are two steps"),
        ((TOPIC, "es", "--import", "no.xlf", "--translator", "A"), 1, "cannot read no.xlf: no such file"),
        ((TOPIC, "es", "--export", "/proc/no/a.xlf"), 1, "cannot write /proc/no/a.xlf"),
    ],
)
def test_what_cannot_be_sent_or_taken_is_reported(
    run: Run, words: tuple[str, ...], status: int, told: str
) -> None:
    """Options that make no sense, missing files and folders that cannot be written to."""
    result = run(*words)

    assert result.exit_code == status
    assert told in result.stderr


def test_a_huge_file_is_not_read(run: Run, tmp_path: Path) -> None:
    """Its size is looked at before it is opened."""
    path = tmp_path / "huge.xlf"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    assert "is too large" in run(TOPIC, "es", "--import", str(path), "--translator", "A").stderr
