"""`check`, `schema`, `new` and `doctor`."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright import doctor
from leafwright.cli import cli
from leafwright.schema import MODELS
from tests.workspaces import CLINIC, TOPIC, write_sound_workspace, write_workspace

DECISIONS = [{"kind": "decisions", "id": "own", "slots": ["fasting"]}]


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), *words])


def test_check_says_that_all_is_well(tmp_path: Path) -> None:
    """A sound workspace ends with status 0 and the number of its sheets."""
    write_sound_workspace(tmp_path)

    result = _run(tmp_path, "check", "--as-of", "2027-01-01")

    assert (result.exit_code, result.output) == (0, "8 sheets can be built, if they fit their pages\n")


def test_check_is_silent_when_asked(tmp_path: Path) -> None:
    """A quiet check of a sound workspace says nothing."""
    write_sound_workspace(tmp_path)

    assert _run(tmp_path, "check", "--quiet", "--as-of", "2027-01-01").output == ""


def test_check_tells_every_problem_and_ends_with_1(tmp_path: Path) -> None:
    """Problems of several files are reported at once, each with its place."""
    write_workspace(tmp_path, handout={"status": "finished"}, clinic={"web": "example.org"})

    result = _run(tmp_path, "check")

    assert result.exit_code == 1
    assert f"handouts/{TOPIC}/en.yaml:" in result.stderr
    assert f"clinics/{CLINIC}/clinic.yaml:" in result.stderr
    assert "Traceback" not in result.output


def test_check_tells_a_missing_decision(tmp_path: Path) -> None:
    """What only a sheet can show is reported too: the slot, the file to edit, once for all its sheets."""
    write_workspace(tmp_path, blocks=DECISIONS, references={"references": []})

    result = _run(tmp_path, "check")

    assert result.exit_code == 1
    assert result.stderr.count("missing-decision") == 1
    assert "'fasting'" in result.stderr


def test_check_shows_a_fault_when_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --debug the traceback of an internal fault is shown."""
    write_workspace(tmp_path)
    monkeypatch.setattr("leafwright.build.draft.render_html", lambda _sheet, _workspace: 1 // 0)

    assert "Traceback" not in _run(tmp_path, "check").stderr
    assert "Traceback" in _run(tmp_path, "check", "--debug").stderr


def test_check_of_an_empty_folder_says_how_to_begin(tmp_path: Path) -> None:
    """Where there is nothing to check, the way to a first handout is reported."""
    result = _run(tmp_path, "check")

    assert result.exit_code == 1
    assert "leafwright new handout NAME" in result.stderr


def test_schema_writes_into_the_workspace(tmp_path: Path) -> None:
    """Without a folder the schemas go where the YAML files look for them."""
    result = _run(tmp_path, "schema")

    names = [*MODELS, "catalogue", "manifest"]
    written = {path.name for path in (tmp_path / "schema").iterdir()}
    assert written == {f"{name}.schema.json" for name in names}
    assert len(result.stdout.splitlines()) == len(names)


def test_schemas_of_a_workspace_follow_it(tmp_path: Path) -> None:
    """With --workspace they list its topics, `new` adds one, and `check` tells when one is gone."""
    write_sound_workspace(tmp_path)
    _run(tmp_path, "schema", "--workspace")
    _run(tmp_path, "new", "handout", "stiff-hip")
    prints = json.loads((tmp_path / "schema/clinic.schema.json").read_text("utf-8"))["$defs"]["Prints"]
    shutil.rmtree(tmp_path / "handouts/stiff-hip")
    told = _run(tmp_path, "check", "--as-of", "2027-01-01")

    assert prints["properties"]["topics"]["anyOf"][1]["items"]["anyOf"][0] == {
        "enum": ["knee-brace", "stiff-hip"]
    }
    assert "write them again: leafwright schema --workspace" in told.stderr
    assert told.exit_code == 0


def test_names_that_may_be_missing_are_told(tmp_path: Path) -> None:
    """Schemas are written even if a file cannot be read, and the author learns what they may lack."""
    write_workspace(tmp_path)
    (tmp_path / "handouts/references.yaml").write_text("references: {", "utf-8")

    result = _run(tmp_path, "schema", "--workspace")

    assert result.exit_code == 0
    assert "names may be missing: run `check`" in result.stderr


def test_schema_writes_where_it_is_sent(tmp_path: Path) -> None:
    """Another folder can be named."""
    _run(tmp_path, "schema", str(tmp_path / "elsewhere"))

    assert "properties" in json.loads((tmp_path / "elsewhere/handout.schema.json").read_text("utf-8"))


def test_schema_into_a_file_is_a_mistake_of_usage(tmp_path: Path) -> None:
    """A file is no folder to write into."""
    (tmp_path / "taken").write_text("", "utf-8")

    assert _run(tmp_path, "schema", str(tmp_path / "taken")).exit_code == 2


def test_schema_that_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    """A folder that cannot be made ends with one line and status 1."""
    (tmp_path / "taken").write_text("", "utf-8")

    result = _run(tmp_path, "schema", str(tmp_path / "taken" / "below"))

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_new_begins_a_workspace_that_checks(tmp_path: Path) -> None:
    """A handout and a clinic made in an empty folder can be built; only unwritten words are reported."""
    assert _run(tmp_path, "new", "handout", "knee-brace").exit_code == 0
    assert _run(tmp_path, "new", "clinic", "north-street").exit_code == 0

    result = _run(tmp_path, "check")

    assert (result.exit_code, result.stdout) == (0, "8 sheets can be built, if they fit their pages\n")
    *found, tally = result.stderr.splitlines()
    assert all(": placeholder-text: " in line or ": placeholder-in-clinic: " in line for line in found)
    assert tally == f"{len(found)} warnings"


def test_new_tells_what_it_wrote(tmp_path: Path) -> None:
    """Every file is named, the schemas only the first time."""
    first = _run(tmp_path, "new", "clinic", "north-street").stdout
    second = _run(tmp_path, "new", "clinic", "south-street").stdout

    assert "wrote clinics/north-street/clinic.yaml\n" in first
    assert "wrote schema/clinic.schema.json\n" in first
    assert second.splitlines()[:-1] == [
        f"wrote clinics/south-street/{name}" for name in ("_brand.yml", "clinic.yaml", "logo.svg")
    ]


def test_new_refuses_to_overwrite(tmp_path: Path) -> None:
    """A folder that is there is left alone, and that is a mistake of usage."""
    _run(tmp_path, "new", "clinic", "north-street")

    result = _run(tmp_path, "new", "clinic", "north-street")

    assert result.exit_code == 2
    assert "clinics/north-street is there already" in result.stderr


def test_new_where_it_cannot_write_is_one_error(tmp_path: Path) -> None:
    """A workspace that cannot be written to ends with one line and status 1."""
    (tmp_path / "clinics").write_text("", "utf-8")

    result = _run(tmp_path, "new", "clinic", "north-street")

    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(("ok", "status"), [(True, 0), (False, 1)])
def test_doctor_tells_each_check(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, status: int, *, ok: bool
) -> None:
    """The doctor's findings are a line each, and the status says whether anything is missing."""
    check = doctor.Check(name="Pango", ok=ok, found="1.50", remedy="get it")
    monkeypatch.setattr("leafwright.doctor.diagnose", lambda: (check,))

    result = _run(tmp_path, "doctor")

    assert (result.exit_code, result.stdout) == (status, f"{check}\n")


def test_new_asks_on_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What no option gives is asked; an empty line keeps the example."""
    workspace = write_workspace(tmp_path)
    answers = iter(["", "01632 960 555", *[""] * 4])
    monkeypatch.setattr("leafwright.cli.new.on_a_terminal", lambda: True)
    monkeypatch.setattr("click.prompt", lambda *_, **__: next(answers))

    done = _run(workspace.root, "new", "clinic", "north-street", "--title", "North Clinic")

    text = (tmp_path / "clinics/north-street/clinic.yaml").read_text("utf-8")
    assert done.exit_code == 0
    assert 'name: "North Clinic"' in text
    assert "01632 960 555" in text


@pytest.mark.parametrize(("kind", "told"), [("medicine", True), ("consent", True), ("comparison", False)])
def test_new_handout_names_the_kind_that_no_clinic_prints(tmp_path: Path, kind: str, *, told: bool) -> None:
    """It is a warning in the words of `check`, and the handout is made all the same."""
    write_sound_workspace(tmp_path)

    result = _run(tmp_path, "new", "handout", "my-own", "--like", kind)

    assert result.exit_code == 0
    assert "wrote handouts/my-own/en.yaml\n" in result.stdout
    found = f"warning: unprinted-variant: no clinic prints the {kind} sheet of my-own; clinics/"
    hint = f" does not list {kind} below `prints: variants:`; add it\n"
    assert (found in result.stderr, hint in result.stderr) == (told, told)
