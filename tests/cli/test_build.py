"""`build`: its options, its output and its exit status."""

import os
import re
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.build import EngineError
from leafwright.cli import cli
from leafwright.fonts import FontError
from leafwright.problems import Severity
from tests.fakes import FakeProver, finding, tree_of
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"

Build = Callable[..., Result]


def test_a_build_ends_well(build: Build) -> None:
    """When every sheet was built the exit status is 0 and nothing is reported as a problem."""
    result = build()

    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.usefixtures("prover")
def test_without_a_command_everything_is_built(root: Path) -> None:
    """Saying nothing builds the whole library."""
    result = CliRunner().invoke(cli, ["--workspace", str(root)])

    assert result.exit_code == 0
    assert len(list((root / "output").rglob("*.pdf"))) == 8


def test_each_sheet_is_a_line_without_a_terminal(build: Build) -> None:
    """In CI each sheet that was built is a plain line with its pages."""
    assert f"built    {LEAFLET}, 2 pages\n" in build().stdout


def test_the_table_sums_up(build: Build) -> None:
    """The closing table says how many sheets and pages each clinic has."""
    build("--variant", "leaflet")

    row = re.search(rf"{CLINIC} +(\d+) +(\d+) +(\d+) +(\d+)", build().stdout)

    assert row
    assert row.groups() == ("6", "2", "0", "16")


def test_what_to_open_is_reported_last(build: Build, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last line names the catalogue, relative to the current folder."""
    monkeypatch.chdir(root)

    assert build().stdout.splitlines()[-1] == "Open output/index.html"


def test_quiet_tells_nothing_when_all_is_well(build: Build) -> None:
    """A successful quiet build prints nothing."""
    assert build("--quiet").output == ""


def test_names_choose_sheets(build: Build, prover: FakeProver) -> None:
    """Topic, clinic, variant, edition and language narrow the build."""
    words = f"{TOPIC} --clinic {CLINIC} --variant leaflet --edition standard --lang en-GB"

    build(*words.split())

    assert prover.printed == [LEAFLET]


def test_an_unknown_name_is_a_mistake_of_usage(build: Build) -> None:
    """An unknown name ends with status 2 and the nearest name."""
    result = build("sore-nee")

    assert result.exit_code == 2
    assert "'sore-nee' is none of the topics: did you mean 'sore-knee'?" in result.stderr


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("--lang en-US", "the language en-US: there are en-GB"),
        ("--edition bilingual", "the edition bilingual: there are large-print, standard"),
        ("--variant consent --edition standard", "the variant consent: there are aftercare, comparison,"),
        (f"{TOPIC} --dry-run --lang es --quiet", "the language es: there are en-GB"),
    ],
)
def test_what_nobody_prints_is_a_mistake_of_usage(build: Build, names: str, told: str) -> None:
    """A choice that no clinic prints ends with status 2, the name to change, and those that there are."""
    result = build(*names.split())

    assert result.exit_code == 2
    assert f"Error: no clinic prints that with {told}" in " ".join(result.stderr.split())


@pytest.mark.parametrize("choice", [[], ["--dry-run"], ["--variant", "medicine"]])
def test_a_topic_of_a_kind_that_nobody_prints_names_the_line_to_change(
    build: Build, root: Path, choice: list[str]
) -> None:
    """It is reported as `check` reports it, and no other topic is offered in its place."""
    CliRunner().invoke(cli, ["--workspace", str(root), "new", "handout", "my-own", "--like", "medicine"])

    result = build("my-own", *choice)

    file = f"clinics/{CLINIC}/clinic.yaml"
    lines = (root / file).read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if "variants:" in text)
    told = "unprinted-variant: no clinic prints the medicine sheet of my-own"
    hint = f"{file}:{line} does not list medicine below `prints: variants:`; add it"
    assert result.exit_code == 1
    assert f"error: {told}; {hint}\n" in result.stderr


def test_two_names_that_nobody_prints_are_a_mistake_of_usage(build: Build) -> None:
    """No single name is to blame."""
    result = build("--lang", "es", "--edition", "bilingual")

    assert (result.exit_code, result.stdout) == (2, "")
    assert "no clinic prints what was asked for" in result.stderr


def test_a_choice_with_a_broken_file_is_not_called_unprinted(build: Build, root: Path) -> None:
    """The file is the reason, and is reported."""
    (root / f"handouts/{TOPIC}/en.yaml").write_text("title: [", "utf-8")

    result = build(TOPIC)

    assert result.exit_code == 1
    assert "no clinic prints" not in result.stderr


@pytest.mark.usefixtures("prover")
def test_without_a_clinic_the_way_to_one_is_reported(tmp_path: Path) -> None:
    """In a workspace with handouts only, the message says how to begin a clinic."""
    write_workspace(tmp_path)
    for path in (tmp_path / "clinics").rglob("*.*"):
        path.unlink()
    (tmp_path / f"clinics/{CLINIC}").rmdir()

    result = CliRunner().invoke(cli, ["--workspace", str(tmp_path)])

    assert "`leafwright new clinic NAME`" in result.stdout


def test_output_goes_where_it_is_sent(build: Build, tmp_path: Path) -> None:
    """`--output` names another folder."""
    build("--output", str(tmp_path / "elsewhere"))

    assert (tmp_path / "elsewhere" / LEAFLET).is_file()
    assert not (tmp_path / "output").exists()


def test_an_output_that_cannot_be_written_is_one_error(build: Build, tmp_path: Path) -> None:
    """An output folder that cannot be made ends with one line and status 1."""
    (tmp_path / "taken").write_text("", "utf-8")

    result = build("--output", str(tmp_path / "taken"))

    assert result.exit_code == 1
    assert result.stderr == (
        f"Error: cannot write to {tmp_path}/taken: file exists; make room or use --output DIR\n"
    )


def test_a_refused_sheet_ends_with_status_1(build: Build, prover: FakeProver, root: Path) -> None:
    """A sheet that fails its proof is reported on standard error and is not written."""
    prover.findings["leaflet"] = (finding(),)

    result = build()

    assert result.exit_code == 1
    assert result.stderr == (
        "handouts/sore-knee/en.yaml:3:5: error: lost-content: something is wrong; correct it\n1 error\n"
    )
    assert f"refused  {LEAFLET}: lost-content\n" in result.stdout
    assert not (root / "output" / LEAFLET).exists()


def test_a_warning_ends_with_status_0(build: Build, prover: FakeProver) -> None:
    """A warning is reported and stops nothing."""
    prover.findings["leaflet"] = (finding(severity=Severity.WARNING),)

    result = build()

    assert result.exit_code == 0
    assert result.stderr.endswith("1 warning\n")


def test_broken_content_removes_nothing(build: Build, root: Path) -> None:
    """While a file cannot be read, what was printed of it stays; only lists say that it is older."""
    build()
    before = tree_of(root / "output")
    write_workspace(root, handout={"title": None})

    result = build()

    assert result.exit_code == 1
    after = tree_of(root / "output")
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        "SHA256SUMS",
        "manifest.json",
        "catalogue.json",
        "index.html",
        f"{CLINIC}/index.html",
    }


def test_a_fault_elsewhere_keeps_nothing_in_silence(build: Build, root: Path) -> None:
    """While any file cannot be read, sheets that may not be printed any more stay, and are marked."""
    build()
    write_workspace(root, handout={"variants": {"leaflet": {"sections": ["part"]}}})
    (root / "handouts/other").mkdir()
    (root / "handouts/other/en.yaml").write_text("title: [\n", "utf-8")

    assert "\n6 sheets stay as they were: marked as older" in build().stdout
    (root / "handouts/other/en.yaml").unlink()
    assert build().stdout.count("removed ") == 6


def test_what_is_wrong_with_a_file_is_said_once(build: Build, root: Path) -> None:
    """All sheets of a clinic wait for its file, which is one message and one line in all."""
    build()
    file = f"clinics/{CLINIC}/clinic.yaml"
    (root / file).write_text("name: [\n", "utf-8")

    result = build()

    assert "refused " not in result.stdout
    waiting = "8 sheets stay as they were: marked as older in the catalogue, until the mistake in"
    assert f"\n{waiting} {file} is corrected\n" in result.stdout
    assert result.stderr.count(file) == 1


def test_a_folder_of_nothing_removes_nothing(build: Build, root: Path) -> None:
    """Where there is no handout at all, the workspace is perhaps the wrong one."""
    build()
    shutil.rmtree(root / "handouts")
    (root / "handouts/references").mkdir(parents=True)

    assert "8 sheets stay as they were: marked as older" in build().stdout
    assert len(list((root / "output").rglob("*.pdf"))) == 8


def test_sheets_that_were_not_asked_for_are_reported(build: Build, root: Path) -> None:
    """A build of some sheets says how many others are older than what they are made of now."""
    build()
    write_workspace(root, handout={"summary": "What to do about a sore knee."})

    told = "\n6 other sheets have not been built since a change: `status` lists them"
    assert told in build("--variant", "leaflet").stdout
    assert "other sheets" not in build().stdout


def test_what_is_no_longer_printed_is_removed(build: Build, root: Path) -> None:
    """A full build removes what no clinic prints any more, and says so."""
    build()
    write_workspace(root, handout={"variants": {"leaflet": {"sections": ["part"]}}})

    result = build()

    assert f"removed  {CLINIC}/{TOPIC}-aftercare-standard-en-GB.pdf\n" in result.stdout
    assert {path.split("-")[3] for path in tree_of(root / "output") if "knee" in path} == {"leaflet"}


def test_a_fault_is_reported_with_a_hint(build: Build, prover: FakeProver) -> None:
    """A fault of Leafwright's own is reported in one line without a traceback."""
    prover.faults["leaflet"] = ZeroDivisionError("division by zero")

    result = build()

    assert result.exit_code == 1
    assert "internal-fault" in result.stderr
    assert "Traceback" not in result.output


def test_debug_shows_where_a_fault_happened(build: Build, prover: FakeProver) -> None:
    """With --debug the traceback is shown."""
    prover.faults["leaflet"] = ZeroDivisionError("division by zero")

    assert "ZeroDivisionError: division by zero" in build("--debug", "--quiet").stderr.splitlines()[-1]


def test_a_missing_engine_is_one_error(build: Build, prover: FakeProver) -> None:
    """Without an engine there is one error, not one for each sheet."""
    prover.faults["leaflet"] = EngineError("the engine cannot be loaded: `leafwright doctor` says why")

    result = build("--variant", "leaflet")

    assert (result.exit_code, result.stderr) == (
        1,
        "Error: the engine cannot be loaded: `leafwright doctor` says why\n",
    )


def test_ctrl_c_ends_with_130(build: Build, prover: FakeProver, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends the build as a shell expects, without a traceback."""

    def interrupt(_descriptor: int) -> None:
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr("os.fsync", interrupt)

    result = build()

    assert result.exit_code == 130
    assert result.stderr.startswith("Stopped.")
    assert prover.printed


def test_the_first_build_tells_what_takes_long(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the fonts are not cut yet, the wait is explained."""
    monkeypatch.setattr("leafwright.cli.building.fonts.are_cut", lambda _scripts: False)

    assert build().stdout.startswith("Cutting the fonts, once on this machine ...\n")


def test_missing_fonts_are_one_error(build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fonts that cannot be had end the build with one line."""

    def lost() -> None:
        raise FontError("cannot write fonts: set LEAFWRIGHT_CACHE elsewhere")

    monkeypatch.setattr("leafwright.cli.building.fonts.activate", lost)

    result = build()

    assert (result.exit_code, result.stderr) == (
        1,
        "Error: cannot write fonts: set LEAFWRIGHT_CACHE elsewhere\n",
    )
