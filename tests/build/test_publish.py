"""The build: what is published, what is left alone and what is reported."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leafwright.build import BuildRequest, Drafts, Outcome, Result, default_pool
from leafwright.manifest import Facts, ProblemRecord, fields_of
from leafwright.problems import Severity
from tests.fakes import FakeProver, carry_out, drafts_of, entries_in, files_of, finding, tree_of
from tests.workspaces import CLINIC, TOPIC, write_workspace

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"


def _outcomes(results: list[Result]) -> dict[str, Outcome]:
    return {result.key.path: result.outcome for result in results}


def _run(build_request: BuildRequest, drafts: Drafts | None = None) -> list[Result]:
    return list(carry_out(drafts or drafts_of(build_request.workspace), build_request))


@pytest.mark.usefixtures("prover")
def test_every_sheet_is_written(build_request: BuildRequest, output: Path) -> None:
    """A build leaves a file and a thumbnail for each sheet, the manifest, and nothing else."""
    jobs = drafts_of(build_request.workspace).jobs

    _run(build_request)

    assert set(tree_of(output)) == files_of(job.key for job in jobs)


@pytest.mark.usefixtures("prover")
def test_the_manifest_knows_what_was_built(build_request: BuildRequest, output: Path) -> None:
    """An entry has the fingerprint, pages and their fills, size and rung of its sheet."""
    job = drafts_of(build_request.workspace).jobs[0]

    _run(build_request)

    entry = entries_in(output)[job.key]
    assert (entry.fingerprint, Facts(**fields_of(entry, Facts)), entry.pages) == (
        job.fingerprint,
        job.facts,
        2,
    )
    assert (entry.rung.space, entry.rung.type_size) == (0.92, 1.0)
    assert entry.fills == (0.9, 0.4)
    assert entry.size == (output / job.key.path).stat().st_size
    assert entry.describes(output)


def test_what_a_sheet_does_not_print_is_reported_again(
    build_request: BuildRequest, output: Path, prover: FakeProver
) -> None:
    """When only what is said about a sheet has changed, the manifest says it and nothing is printed."""
    _run(build_request)
    prover.printed.clear()
    drafts = drafts_of(build_request.workspace)
    renamed = tuple(replace(job, facts=replace(job.facts, keywords=("limb",))) for job in drafts.jobs)

    _run(build_request, replace(drafts, jobs=renamed))

    assert prover.printed == []
    assert {entry.keywords for entry in entries_in(output).values()} == {("limb",)}


def test_an_unchanged_sheet_is_left_alone(build_request: BuildRequest, prover: FakeProver) -> None:
    """A second build prints nothing and says how many pages there are."""
    _run(build_request)
    prover.printed.clear()

    results = _run(build_request)

    assert prover.printed == []
    assert {(result.outcome, result.pages) for result in results} == {(Outcome.UNCHANGED, 2)}


def test_force_builds_all_again(build_request: BuildRequest, prover: FakeProver) -> None:
    """With `force` nothing counts as unchanged."""
    _run(build_request)
    prover.printed.clear()

    _run(replace(build_request, force=True))

    assert len(prover.printed) == 8


def test_only_what_changed_is_built(build_request: BuildRequest, prover: FakeProver) -> None:
    """A sheet with another fingerprint is built; the others are not."""
    _run(build_request)
    prover.printed.clear()
    drafts = drafts_of(build_request.workspace)
    changed = replace(drafts.jobs[0], fingerprint="another")

    _run(build_request, replace(drafts, jobs=(changed, *drafts.jobs[1:])))

    assert prover.printed == [changed.key.path]


@pytest.mark.parametrize("harm", ["removed", "shorter", "edited"])
def test_a_harmed_file_is_built_again(
    build_request: BuildRequest, output: Path, prover: FakeProver, harm: str
) -> None:
    """A file that was deleted, cut short or edited in place is noticed."""
    _run(build_request)
    prover.printed.clear()
    path = output / LEAFLET
    content = path.read_bytes()
    path.write_bytes(content[:-1] if harm == "shorter" else content[:-1] + b"?")
    if harm == "removed":
        path.unlink()

    _run(build_request)

    assert prover.printed == [LEAFLET]
    assert path.read_bytes() == content


def test_a_sheet_that_fails_its_proof_leaves_the_old_file(
    build_request: BuildRequest, output: Path, prover: FakeProver
) -> None:
    """Nothing is published that has an error; what was published before stays, and so does its entry."""
    _run(build_request)
    before = tree_of(output)
    prover.findings["leaflet"] = (finding(),)

    results = _run(replace(build_request, force=True))

    assert _outcomes(results)[LEAFLET] is Outcome.REFUSED
    assert tree_of(output) == before


def test_a_sheet_that_never_passed_has_no_entry(
    build_request: BuildRequest, output: Path, prover: FakeProver
) -> None:
    """A sheet that was refused from the start is neither on the disk nor in the manifest."""
    prover.findings["leaflet"] = (finding(),)

    _run(build_request)

    assert not (output / LEAFLET).exists()
    assert LEAFLET not in {key.path for key in entries_in(output)}


def test_a_refused_sheet_whose_file_is_gone_loses_its_entry(
    build_request: BuildRequest, output: Path, prover: FakeProver
) -> None:
    """The manifest names no file that is not there."""
    _run(build_request)
    (output / LEAFLET).unlink()
    prover.findings["leaflet"] = (finding(),)

    _run(build_request)

    assert LEAFLET not in {key.path for key in entries_in(output)}


def test_a_warning_does_not_stop_a_sheet(
    build_request: BuildRequest, output: Path, prover: FakeProver
) -> None:
    """A sheet with a warning is published, and the warning is kept in the manifest."""
    warning = finding(severity=Severity.WARNING)
    prover.findings["leaflet"] = (warning,)

    results = _run(build_request)

    assert _outcomes(results)[LEAFLET] is Outcome.BUILT
    assert {entry.findings for entry in entries_in(output).values()} == {(ProblemRecord.of(warning),), ()}


def test_a_refused_plan_is_reported(build_request: BuildRequest, prover: FakeProver) -> None:
    """A sheet that could not be made is among the results, and nothing is printed for it."""
    broken = {"templates/variants/aftercare.html": "{{ sheet.no_such_thing }}"}
    drafts = drafts_of(write_workspace(build_request.workspace.root, files=broken))

    results = _run(build_request, drafts)

    assert list(_outcomes(results).values()).count(Outcome.REFUSED) == 2
    assert len(prover.printed) == 6


def test_a_single_sheet_needs_no_process(
    build_request: BuildRequest, monkeypatch: pytest.MonkeyPatch, prover: FakeProver
) -> None:
    """One sheet is made where the command runs: starting a worker would take longer than the sheet."""

    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("leafwright.build.run.ProcessPoolExecutor", refuse)
    drafts = drafts_of(build_request.workspace, variants=("leaflet",), editions=("standard",))

    _run(replace(build_request, pool=default_pool()), drafts)

    assert prover.printed == [LEAFLET]


def test_there_is_a_worker_for_each_core(monkeypatch: pytest.MonkeyPatch) -> None:
    """By default there are as many workers as cores this process may use."""
    monkeypatch.setattr("os.sched_getaffinity", lambda _process: {0, 1, 2}, raising=False)

    assert default_pool().size == 3
