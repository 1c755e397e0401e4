"""The output folder: what is removed, what stays, and what is left when a build cannot continue."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build import BuildRequest, Drafts, Outcome, OutputError, Result
from tests.fakes import FakeProver, carry_out, drafts_of, files_of, tree_of
from tests.workspaces import CLINIC, TOPIC

LEAFLET = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"


def _outcomes(results: list[Result]) -> dict[str, Outcome]:
    return {result.key.path: result.outcome for result in results}


def _run(build_request: BuildRequest, drafts: Drafts | None = None) -> list[Result]:
    return list(carry_out(drafts or drafts_of(build_request.workspace), build_request))


@pytest.mark.usefixtures("prover")
def test_what_is_no_longer_planned_goes(build_request: BuildRequest, output: Path) -> None:
    """A full build removes the sheets of a variant that is no longer printed."""
    _run(build_request)

    drafts = drafts_of(build_request.workspace, variants=("leaflet",))
    results = _run(build_request, replace(drafts, printable=drafts.keys))

    assert set(tree_of(output)) == files_of(
        result.key for result in results if result.key.variant == "leaflet"
    )
    assert list(_outcomes(results).values()).count(Outcome.REMOVED) == 6


@pytest.mark.usefixtures("prover")
def test_a_selected_build_removes_nothing(build_request: BuildRequest, output: Path) -> None:
    """A build of a part leaves the files and the entries of the rest."""
    _run(build_request)
    before = tree_of(output)

    _run(replace(build_request, prune=False), drafts_of(build_request.workspace, variants=("leaflet",)))

    assert tree_of(output) == before


@pytest.mark.usefixtures("prover")
def test_files_of_others_stay(build_request: BuildRequest, output: Path) -> None:
    """Only files in the manifest are removed, never a file that somebody put there."""
    _run(build_request)
    (output / CLINIC / "notes.txt").write_text("mine", "utf-8")

    _run(build_request, Drafts(jobs=()))

    assert set(tree_of(output)) == {f"{CLINIC}/notes.txt", "SHA256SUMS", "manifest.json"}


@pytest.mark.usefixtures("prover")
def test_an_emptied_folder_goes_too(build_request: BuildRequest, output: Path) -> None:
    """The folder of a clinic that prints nothing any more is removed."""
    _run(build_request)

    _run(build_request, Drafts(jobs=()))

    assert not (output / CLINIC).exists()


def test_a_full_disk_is_one_clear_error(
    build_request: BuildRequest, output: Path, prover: FakeProver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full the build stops, says so, and the files that were there are whole."""
    _run(build_request)
    before = tree_of(output)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="no space left on device; make room or use --output DIR"):
        _run(replace(build_request, force=True))

    assert tree_of(output) == before
    assert prover.printed


@pytest.mark.usefixtures("prover")
def test_an_output_that_is_a_file_is_one_clear_error(build_request: BuildRequest, output: Path) -> None:
    """An output folder that cannot be made is reported."""
    output.parent.mkdir()
    output.write_text("a file", "utf-8")

    with pytest.raises(OutputError, match="cannot write to"):
        _run(build_request)


@pytest.mark.usefixtures("prover")
def test_a_build_that_is_stopped_can_be_gone_on_with(build_request: BuildRequest, output: Path) -> None:
    """What was finished before Ctrl-C is whole and known; the next build does only the rest."""
    going = carry_out(drafts_of(build_request.workspace), build_request)
    done = [next(going), next(going)]
    with pytest.raises(KeyboardInterrupt):
        going.throw(KeyboardInterrupt)

    assert set(tree_of(output)) == files_of(result.key for result in done)
    assert list(_outcomes(_run(build_request)).values()).count(Outcome.UNCHANGED) == 2
