"""Outdated translations: what is printed of them, what is removed, and what is reported."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml

from leafwright.build import (
    BuildRequest,
    Outcome,
    Selection,
    draft_sheets,
    find_kept,
    survey,
)
from leafwright.build.outdated import WHY, find_outdated
from leafwright.library import load_library
from leafwright.manifest import Reason, read_output
from leafwright.problems import Severity
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_translation
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.fakes import (
    THREAD,
    FakeProver,
    carry_out,
    decisions_on,
    drafts_of,
    entries_in,
    fake_prover,
    withheld_in,
)
from tests.translations import (
    LANGUAGE,
    make_translation,
    translated,
    write_bilingual_workspace,
    write_translation,
)
from tests.workspaces import CLINIC, TOPIC

KEY = SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language=LANGUAGE)
MESSAGE = "Most sore knees get better."


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace whose clinic prints a whole and current translation."""
    workspace = write_bilingual_workspace(tmp_path / "workspace", editions=["standard"])
    write_translation(workspace)
    return workspace


@pytest.fixture
def build_request(workspace: Workspace, tmp_path: Path) -> BuildRequest:
    """Order a build of everything."""
    return BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


def change_source(workspace: Workspace) -> None:
    """Change a text of the source."""
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace(MESSAGE, "Most sore knees do not get better."), "utf-8")


def lose_a_part(workspace: Workspace) -> None:
    """Take the words of one part out of the translation."""
    translation = make_translation(workspace)
    del translation["parts"]["claim"]
    write_translation(workspace, translation)


def stamp(workspace: Workspace) -> None:
    """Let the clinic print outdated translations with a stamp."""
    path = workspace.root / f"clinics/{CLINIC}/clinic.yaml"
    path.write_text(path.read_text("utf-8") + "  outdated-translations: stamp\n", "utf-8")


def test_a_current_translation_is_printed(workspace: Workspace) -> None:
    """A translation that says what its source says makes sheets like any handout."""
    drafts = drafts_of(workspace)
    (job,) = (job for job in drafts.jobs if job.key == KEY)

    assert (drafts.withheld, drafts.problems, drafts.refusals) == ((), (), ())
    assert translated(MESSAGE) in job.html.replace("\u00a0", " ")
    assert job.facts.source_title == "Looking after a sore knee"


def test_a_translated_page_names_its_source(workspace: Workspace) -> None:
    """Staff read on the page which leaflet it is, and patients who translated it, in both languages."""
    (job,) = (job for job in drafts_of(workspace).jobs if job.key == KEY)

    read = re.sub("<[^>]*>", "", job.html).replace("\u00a0", " ")
    assert "English title: Looking after a sore knee" in read
    assert "Translation: Borrador automático, sin revisar." in read
    assert re.search(r"Translation\s+Machine draft, not reviewed", read)
    assert 'class="opening__stamp"' not in job.html


def leave_a_part_to_do(workspace: Workspace) -> None:
    """Mark the words of one part as not final."""
    translation = make_translation(workspace)
    translation["parts"]["claim"]["todo"] = True
    write_translation(workspace, translation)


@pytest.mark.parametrize(
    ("spoil", "reason", "told"),
    [
        (
            change_source,
            Reason.OUTDATED,
            f"changed in handouts/{TOPIC}/en.yaml: 'opening' (title and summary)",
        ),
        (lose_a_part, Reason.UNFINISHED, "without words: 'claim'"),
        (leave_a_part_to_do, Reason.UNFINISHED, "still to do: 'claim'"),
    ],
)
def test_an_outdated_translation_is_withheld(
    workspace: Workspace, spoil: Callable[[Workspace], None], reason: Reason, told: str
) -> None:
    """An outdated or unfinished translation is not printed; that is reported once for each clinic."""
    spoil(workspace)
    drafts = drafts_of(workspace)
    (problem,) = drafts.problems

    assert KEY not in drafts.keys
    assert [(each.key, each.reason) for each in drafts.withheld] == [(KEY, reason)]
    assert (problem.code, problem.severity) == (f"{reason}-translation", Severity.WARNING)
    assert problem.message.endswith(told)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"topics": (TOPIC,)}, True),
        ({"topics": ("stiff-hip",)}, False),
        ({"clinics": ("oak-street",)}, False),
        ({"languages": ("en-GB",)}, False),
        ({"languages": (LANGUAGE,)}, True),
        ({"variants": ("leaflet",), "editions": ("large-print",), "papers": ("A4",)}, True),
    ],
)
def test_only_what_was_asked_for_is_told(
    workspace: Workspace, chosen: dict[str, tuple[str, ...]], *, told: bool
) -> None:
    """A build of another topic, clinic or language warns of no translation; that of a kind of sheet does."""
    lose_a_part(workspace)

    codes = [problem.code for problem in drafts_of(workspace, **chosen).problems]

    assert codes == (["unfinished-translation"] if told else [])


@pytest.mark.usefixtures("prover")
def test_what_was_printed_of_it_goes(workspace: Workspace, build_request: BuildRequest) -> None:
    """A sheet of the older text is taken away, and the manifest says why it is not there."""
    list(carry_out(drafts_of(workspace), build_request))
    assert (build_request.output / KEY.path).exists()
    change_source(workspace)

    outcomes = {result.key: result.outcome for result in carry_out(drafts_of(workspace), build_request)}

    assert outcomes[KEY] is Outcome.WITHHELD
    assert not (build_request.output / KEY.path).exists()
    assert KEY not in entries_in(build_request.output)
    (held,) = withheld_in(build_request.output)
    assert (held.key, held.title) == (KEY, translated("Looking after a sore knee"))
    assert (held.source_title, held.reference) == ("Looking after a sore knee", "EX-1")


@pytest.mark.usefixtures("prover")
def test_it_comes_back(workspace: Workspace, build_request: BuildRequest) -> None:
    """A translation that was brought up to date is printed again."""
    change_source(workspace)
    list(carry_out(drafts_of(workspace), build_request))
    write_translation(workspace)

    outcomes = {result.key: result.outcome for result in carry_out(drafts_of(workspace), build_request)}

    assert outcomes[KEY] is Outcome.BUILT
    assert withheld_in(build_request.output) == ()


@pytest.mark.usefixtures("prover")
def test_a_build_of_something_else_knows_it_still(workspace: Workspace, build_request: BuildRequest) -> None:
    """A build that did not choose the sheet keeps what is known about it."""
    change_source(workspace)
    list(carry_out(drafts_of(workspace), build_request))
    part = BuildRequest(workspace=workspace, output=build_request.output, pool=THREAD)

    list(carry_out(draft_sheets(load_library(workspace), Selection(languages=("en",))), part))

    assert [each.key for each in withheld_in(build_request.output)] == [KEY]


@pytest.mark.usefixtures("prover")
def test_a_build_of_something_else_takes_it_away(workspace: Workspace, build_request: BuildRequest) -> None:
    """A build of the English alone leaves no older Spanish to be handed out."""
    list(carry_out(drafts_of(workspace), build_request))
    change_source(workspace)
    part = BuildRequest(workspace=workspace, output=build_request.output, pool=THREAD)

    outcomes = {
        result.key: result.outcome
        for result in carry_out(draft_sheets(load_library(workspace), Selection(languages=("en-GB",))), part)
    }

    assert outcomes[KEY] is Outcome.WITHHELD
    assert not (build_request.output / KEY.path).exists()


def test_a_changed_number_is_not_printed(workspace: Workspace) -> None:
    """A number that is not the source's stops the sheets of its translation, and no others."""
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace(MESSAGE, "Most knees get better in 4 weeks."), "utf-8")
    translation = make_translation(workspace)
    words = translation["parts"]["opening"]["words"]
    words["glance.message"] = words["glance.message"].replace("4", "6")
    write_translation(workspace, translation)
    drafts = drafts_of(workspace)

    assert {refusal.key for refusal in drafts.refusals} == {KEY}
    assert {problem.code for refusal in drafts.refusals for problem in refusal.problems} == {"changed-number"}
    assert drafts.jobs


def test_a_translation_that_cannot_be_read_is_reported_once(workspace: Workspace) -> None:
    """A broken file is there: nobody is asked to add it."""
    (workspace.root / f"handouts/{TOPIC}/{LANGUAGE}.yaml").write_text("parts: [\n", "utf-8")

    assert drafts_of(workspace).problems == ()


def test_a_clinic_may_stamp_it(workspace: Workspace) -> None:
    """A clinic that prints the older text has it marked on every page, and still gets the report."""
    change_source(workspace)
    stamp(workspace)
    drafts = drafts_of(workspace)
    (job,) = (job for job in drafts.jobs if job.key == KEY)

    assert drafts.withheld == ()
    assert "This translation is older than the English text." in job.html
    assert job.sheet.foot.status.plain.endswith(" · Translation out of date")
    assert [problem.code for problem in drafts.problems] == ["outdated-translation"]


def test_what_has_no_words_cannot_be_stamped(workspace: Workspace) -> None:
    """A translation with a hole in it is withheld whatever the clinic says: it would print English."""
    lose_a_part(workspace)
    stamp(workspace)

    assert [each.key for each in drafts_of(workspace).withheld] == [KEY]


@pytest.mark.usefixtures("prover")
def test_a_dry_run_tells_it(workspace: Workspace, build_request: BuildRequest) -> None:
    """What would be withheld is reported with its reason, and not as what no clinic prints."""
    list(carry_out(drafts_of(workspace), build_request))
    change_source(workspace)
    steps = {each.key: each for each in decisions_on(drafts_of(workspace), build_request)}

    assert (steps[KEY].verb, steps[KEY].why) == ("withhold", WHY[Reason.OUTDATED])


@pytest.mark.usefixtures("prover")
def test_the_source_is_an_input(workspace: Workspace, build_request: BuildRequest) -> None:
    """A change of the source alone is noticed for the sheets translated from it."""
    toolchain, output = survey(workspace, "fonts"), build_request.output
    drafts = draft_sheets(load_library(workspace), Selection(), toolchain)
    list(carry_out(drafts, build_request))
    assert KEY in find_kept(load_library(workspace), Selection(), toolchain, read_output(output))
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    path.write_text(path.read_text("utf-8").replace("review-due: '2028", "review-due: '2027"), "utf-8")

    assert KEY not in find_kept(load_library(workspace), Selection(), toolchain, read_output(output))


def test_a_sheet_is_not_withheld_and_printed(workspace: Workspace) -> None:
    """While the Spanish for Mexico is not finished, its sheets are printed from the Spanish for all."""
    (clinic,) = (path for path in workspace.root.glob("clinics/*/clinic.yaml"))
    clinic.write_text(clinic.read_text("utf-8").replace("- es\n", "- es-MX\n"), "utf-8")
    words = (workspace.root / "words/es.yaml").read_text("utf-8")
    (workspace.root / "words/es-MX.yaml").write_text(
        words.replace("language: es", "language: es-MX"), "utf-8"
    )
    translation = make_translation(workspace, language="es-MX")
    del translation["parts"]["claim"]
    path = workspace.root / f"handouts/{TOPIC}/es-MX.yaml"
    path.write_text(yaml.safe_dump(translation, allow_unicode=True, sort_keys=False), "utf-8")

    drafts = drafts_of(workspace)

    assert {job.key.language for job in drafts.jobs} == {"en-GB", "es-MX"}
    assert drafts.withheld == ()
    assert [problem.code for problem in drafts.problems] == ["unfinished-translation"]


@pytest.mark.parametrize("marked", [True, False])
def test_what_is_marked_already_needs_no_command(workspace: Workspace, *, marked: bool) -> None:
    """A translation that was just begun has each part marked; one from which a part was taken out has not."""
    translation = make_translation(workspace)
    part = translation["parts"].pop("claim")
    if marked:
        translation["parts"]["claim"] = {"made-from": part["made-from"], "todo": True}
    write_translation(workspace, translation)
    library = load_library(workspace)

    (withheld,) = find_outdated(library, Selection())
    (file,) = library.translations
    (missing,) = (
        one
        for one in run_translation(library, file, RuleOptions(as_of=date.min))
        if one.code == "missing-block"
    )

    command = "" if marked else f"run `translate {TOPIC} es`"
    assert withheld.hint == f"{command}{' and ' if command else ''}write what is marked to do"
    assert missing.hint == f"{command}{', and ' if command else ''}write the words"
