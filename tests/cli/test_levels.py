"""How a build finds that there is nothing to do, and says why there is something."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

from leafwright.build import draft
from leafwright.cli import building, cli
from leafwright.problems import Severity
from leafwright.scaffold import new_handout
from leafwright.sheet.inputs import SheetInputs
from leafwright.workspace import Workspace
from tests.fakes import FakeProver, finding, tree_of
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"
HEAVY = ("weasyprint", "jinja2", "pydantic", "fontTools", "babel", "citeproc")

Build = Callable[..., Result]


@pytest.fixture(autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the seals of these tests to themselves; the fonts are where they were cut."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setattr("leafwright.cli.build.cache_folder", lambda: folder)
    monkeypatch.setattr("leafwright.cli.sealing.cache_folder", lambda: folder)


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count how often a build had to load the library."""
    calls: list[str] = []
    load: Callable[[object], object] = vars(building)["load_library"]

    def counting(workspace: object) -> object:
        calls.append("loaded")
        return load(workspace)

    monkeypatch.setattr(building, "load_library", counting)
    return calls


def test_nothing_is_loaded_when_nothing_changed(build: Build, loaded: list[str]) -> None:
    """The second build sees from hashes that it has nothing to do, and says what is there."""
    first = build()

    second = build()

    assert loaded == ["loaded"]
    assert second.exit_code == 0
    assert second.stdout.splitlines()[-1] == first.stdout.splitlines()[-1]
    assert "8" in second.stdout


@pytest.mark.parametrize(
    "name",
    [f"handouts/{TOPIC}/en.yaml", f"clinics/{CLINIC}/clinic.yaml", f"clinics/{CLINIC}/logo.svg"],
)
def test_any_input_breaks_the_seal(build: Build, loaded: list[str], root: Path, name: str) -> None:
    """An input that was changed in the least is looked at."""
    build()
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("\n")

    build()

    assert len(loaded) == 2


def test_a_new_file_breaks_the_seal(build: Build, loaded: list[str], root: Path) -> None:
    """A style of the workspace's own is an input as soon as it is there."""
    build()
    (root / "styles").mkdir()
    (root / "styles/tokens.css").write_text(":root {}", "utf-8")

    build()

    assert len(loaded) == 2


@pytest.mark.parametrize("change", ["removed", "cut short", "edited"])
def test_a_damaged_output_is_built_again(build: Build, prover: FakeProver, root: Path, change: str) -> None:
    """An output that is gone, truncated or edited by hand is noticed, and only that one is built."""
    build()
    path = root / "output" / LEAFLET
    whole = path.read_bytes()
    prover.printed.clear()
    if change == "removed":
        path.unlink()
    else:
        path.write_bytes(whole[:-1] if change == "cut short" else whole[:-1] + b"?")

    build()

    assert prover.printed == [LEAFLET]
    assert path.read_bytes() == whole


def test_warnings_are_reported_again(build: Build, prover: FakeProver, loaded: list[str]) -> None:
    """What a build found is reported by the next one as well, though it looks at nothing."""
    prover.findings["leaflet"] = (finding(severity=Severity.WARNING),)
    first = build()

    second = build()

    assert len(loaded) == 1
    assert second.stderr == first.stderr != ""


def test_a_build_with_an_error_is_not_sealed(build: Build, prover: FakeProver, loaded: list[str]) -> None:
    """What is wrong stays wrong until it is corrected."""
    prover.findings["leaflet"] = (finding(),)

    codes = [build().exit_code, build().exit_code]

    assert codes == [1, 1]
    assert len(loaded) == 2


def test_a_part_or_force_looks_at_everything(build: Build, loaded: list[str]) -> None:
    """A seal is only for a build of everything."""
    build()

    build("--variant", "leaflet")
    build("--force")

    assert len(loaded) == 3


def test_nothing_heavy_is_imported_when_nothing_changed(tmp_path: Path) -> None:
    """Neither the engine nor Jinja nor pydantic is loaded by a build that is sealed."""
    root = write_workspace(tmp_path, handout={"variants": {"comparison": {"sections": ["part"]}}}).root
    clinic = (root / f"clinics/{CLINIC}/clinic.yaml").read_text("utf-8").replace("- large-print\n", "")
    (root / f"clinics/{CLINIC}/clinic.yaml").write_text(clinic, "utf-8")
    command = """
import sys
from leafwright.cli import main
sys.argv = ["leafwright", "--workspace", sys.argv[1], "build", "--quiet"]
try:
    main()
except SystemExit as end:
    assert not end.code
print(" ".join(sys.modules))
"""

    told = [
        subprocess.run(
            [sys.executable, "-c", command, root], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]

    assert set(HEAVY) & set(told[0].split())
    assert not set(HEAVY) & set(told[1].split())


def test_a_dry_run_says_what_and_why(build: Build, prover: FakeProver, root: Path) -> None:
    """Each sheet that would be built is reported with its reason, and nothing is written."""
    build("--variant", "leaflet")
    before = tree_of(root / "output")
    (root / "output" / LEAFLET).unlink()
    prover.printed.clear()

    told = build("--dry-run").stdout

    assert f"build    {LEAFLET}: its file is missing or was changed\n" in told
    assert "-comparison-standard-en-GB.pdf: it was not built before\n" in told
    assert told.endswith("7 sheets to do, 1 unchanged; nothing was written\n")
    assert prover.printed == []
    assert tree_of(root / "output") == {name: text for name, text in before.items() if name != LEAFLET}


def test_a_dry_run_tells_what_would_go(build: Build, root: Path) -> None:
    """A sheet that nobody prints any more would be removed."""
    build()
    write_workspace(root, handout={"variants": {"leaflet": {"sections": ["part"]}}})

    told = build("--dry-run").stdout

    assert "-aftercare-standard-en-GB.pdf: no clinic prints it any more\n" in told


def test_an_explanation_names_the_input(build: Build, root: Path) -> None:
    """The file that changed is reported with both hashes, and so is the page that was made of it."""
    build()
    write_workspace(root, handout={"title": "Looking after your sore knee"})

    told = build("--explain", LEAFLET).stdout.splitlines()

    assert [line.partition(":")[0] for line in told] == [
        f"handouts/{TOPIC}/en.yaml",
        "the page as HTML",
        LEAFLET,
    ]
    assert " -> " in told[0]
    assert told[-1] == f"{LEAFLET}: its page changed"


def test_an_explanation_of_an_unchanged_sheet(build: Build) -> None:
    """Nothing changed, and nothing would be done."""
    build()

    assert build("--explain", LEAFLET).stdout == f"{LEAFLET} would be kept\n"


def test_an_input_that_does_not_show_builds_nothing(build: Build, prover: FakeProver, root: Path) -> None:
    """A comment changes the file and no page: the sheet is skipped before it is laid out."""
    build()
    prover.printed.clear()
    with (root / f"handouts/{TOPIC}/en.yaml").open("a", encoding="utf-8") as file:
        file.write("# a comment\n")

    told = build("--explain", LEAFLET).stdout
    build()

    assert told.splitlines()[-1] == f"{LEAFLET} would be kept"
    assert prover.printed == []


def test_a_sheet_nobody_knows_is_the_askers_mistake(build: Build) -> None:
    """The nearest sheet is offered."""
    build()

    done = build("--explain", LEAFLET.replace("leaflet", "leaflett"))

    assert done.exit_code == 2
    assert f"did you mean '{LEAFLET}'?" in done.stderr


def test_a_sheet_that_cannot_be_made_is_explained(build: Build, root: Path) -> None:
    """Why a sheet is refused is reported, and that what was built before stays."""
    build()
    (root / f"handouts/{TOPIC}/en.yaml").write_text("title: [\n", "utf-8")

    told = build("--explain", LEAFLET).stdout
    assert told == f"{LEAFLET} is refused: bad-yaml; the last good one stays, marked as older\n"


def test_a_dry_run_tells_of_an_unreadable_file_once(build: Build, root: Path) -> None:
    """However many sheets wait for it, they are counted and not listed."""
    build("--quiet")
    name = f"handouts/{TOPIC}/en.yaml"
    (root / name).write_text("title: [\n", "utf-8")

    told = build("--dry-run").stdout.splitlines()
    assert told == [
        f"refuse   8 sheets: kept, marked as older, until the mistake in {name} is corrected",
        "8 sheets to do, 0 unchanged; nothing was written",
    ]


def test_a_withheld_sheet_is_explained(tmp_path: Path, prover: FakeProver) -> None:
    """Why a sheet is withheld is reported, and not that there is none."""
    workspace = write_bilingual_workspace(tmp_path, editions=["standard"])
    translation = make_translation(workspace)
    del translation["parts"]["claim"]
    write_translation(workspace, translation)
    sheet = LEAFLET.replace("en-GB", "es")
    run = ["--workspace", str(tmp_path), "build"]

    told = CliRunner().invoke(cli, [*run, "--explain", sheet]).stdout
    assert told == f"{sheet} is withheld: its translation is not finished\n"
    assert prover.printed == []
    foretold = CliRunner().invoke(cli, [*run, "--dry-run"]).stdout
    assert f"withhold {sheet}: its translation is not finished\n" in foretold
    assert foretold.endswith("1 sheet to do, 0 unchanged, 1 withheld already; nothing was written\n")
    assert f"withheld {sheet}: its translation is not finished\n" in CliRunner().invoke(cli, run).stdout


def test_what_is_withheld_is_counted_after_the_build(tmp_path: Path, prover: FakeProver) -> None:
    """Whoever checks, verifies or merges is told that sheets of a clinic are not there."""
    workspace = write_bilingual_workspace(tmp_path, editions=["standard"])
    write_translation(workspace)
    source = tmp_path / f"handouts/{TOPIC}/en.yaml"
    source.write_text(source.read_text("utf-8").replace("Most sore knees", "Many sore knees"), "utf-8")
    run = ["--workspace", str(tmp_path)]
    CliRunner().invoke(cli, [*run, "build", "--shard", "1/1", "--output", str(tmp_path / "one")])

    checked = CliRunner().invoke(cli, [*run, "check", "--rule", "outdated-reference"])
    merged = CliRunner().invoke(cli, [*run, "merge", str(tmp_path / "all"), str(tmp_path / "one")])
    verified = CliRunner().invoke(
        cli, [*run, "verify", "--output", str(tmp_path / "all"), "--fail-on", "advice"]
    )

    assert len(prover.printed) == 1
    assert checked.stdout.endswith("1 sheet can be built, if they fit their pages; 1 withheld\n")
    assert merged.stdout.endswith(", 1 withheld\n")
    assert verified.exit_code == 1
    assert (
        ": withheld-sheet: it is withheld: its translation is older than what it was made from; "
        in verified.stderr
    )


def test_two_builds_take_turns(build: Build, root: Path) -> None:
    """A build that finds another one running says that it waits, and continues when that one ends."""
    (root / "output").mkdir()
    other = FileLock(root / "output" / ".lock", thread_local=False)
    other.acquire()
    told: list[str] = []

    def let_go(*_: object) -> None:
        told.append("waits")
        other.release()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_print_waiting", let_go)
        done = build()

    assert told == ["waits"]
    assert done.exit_code == 0


def test_a_build_that_waited_knows_what_the_other_one_built(
    build: Build, root: Path, prover: FakeProver
) -> None:
    """The output folder is read after the other build has ended: nothing is built twice, or forgotten."""
    (root / "output").mkdir()
    other = FileLock(root / "output" / ".lock", thread_local=False)
    other.acquire()

    def let_go(*_: object) -> None:
        other.release()
        build("--variant", "leaflet")
        prover.printed.clear()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "_print_waiting", let_go)
        build("--variant", "leaflet", "--variant", "aftercare")

    assert {path for path in prover.printed if "-leaflet-" in path} == set()
    assert len(json.loads((root / "output/manifest.json").read_text("utf-8"))["sheets"]) == 4


def test_json_tells_every_sheet(build: Build) -> None:
    """A program can read the result of each sheet, and nothing else is on standard output."""
    told = json.loads(build("--json").stdout)["sheets"]

    assert len(told) == 8
    assert {sheet["outcome"] for sheet in told} == {"built"}
    assert {*told[0]} == {"path", "outcome", "pages", "seconds", "memory_mib", "older", "problems", "why"}


def test_only_what_changed_is_even_settled(build: Build, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a sheet whose files are all as they were not even the page is made again."""
    build()
    settled: list[str] = []
    make = vars(draft)["make_sheet"]

    def watched(inputs: SheetInputs) -> object:
        settled.append(inputs.key.topic)
        return make(inputs)

    monkeypatch.setattr(draft, "make_sheet", watched)
    new_handout(Workspace(root=root), "knee-brace", date(2026, 11, 2), {})
    build()
    settled.clear()
    with (root / "handouts/knee-brace/en.yaml").open("a", encoding="utf-8") as file:
        file.write("# a comment\n")

    build()

    assert set(settled) == {"knee-brace"}
