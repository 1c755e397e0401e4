"""Many machines: the same jobs on a Dask cluster, over TCP, with the same bytes."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import LocalCluster

from leafwright import fonts
from leafwright.build import ClusterError, Job, Refusal, cluster_pool, local_pool, run_jobs
from leafwright.build.record import Proved
from leafwright.build.remote_job import RemoteJob, describe_difference, machine_here, prove_remote_job
from leafwright.cache import cache_folder
from leafwright.workspace import Workspace
from tests.fakes import drafts_of
from tests.workspaces import CLINIC, LOGO, TOPIC, write_workspace

pytestmark = [
    pytest.mark.xdist_group("library"),  # its processes want the machine to themselves
    pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning"),
]
PICTURE = {"kind": "picture", "id": "a-knee", "file": "knee.svg", "alt": "A knee"}


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Start a scheduler and two worker processes that are spoken to over TCP."""
    with LocalCluster(  # type: ignore[no-untyped-call]  # the package brings no types
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        protocol="tcp",
        host="127.0.0.1",
        dashboard_address=":0",
        silence_logs=50,
    ) as running:
        yield running


@pytest.fixture
def jobs(tmp_path: Path) -> tuple[Workspace, tuple[Job, ...]]:
    """Drafts four sheets with a picture and a style of the workspace's own."""
    files = {
        f"handouts/{TOPIC}/knee.svg": LOGO,
        "styles/blocks/list.css": (Path(__file__).parents[2] / "styles/blocks/list.css").read_text("utf-8"),
    }
    workspace = write_workspace(tmp_path / "workspace", blocks=[PICTURE], files=files)
    return workspace, drafts_of(workspace, editions=("standard",)).jobs


def _bytes(results: Iterator[Proved | Refusal]) -> dict[str, bytes]:
    done = list(results)
    assert not [result for result in done if isinstance(result, Refusal)]
    return {result.job.key.path: result.printed.content for result in done if isinstance(result, Proved)}


def test_a_cluster_gives_the_same_bytes_though_a_worker_is_killed(
    cluster: LocalCluster, jobs: tuple[Workspace, tuple[Job, ...]]
) -> None:
    """One of two workers is killed in mid-run: no sheet is lost, and all are what this machine makes."""
    _, drafts = jobs
    results = run_jobs(drafts, cluster_pool(cluster.scheduler_address))
    first = next(results)

    os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
    there = _bytes(iter([first, *results]))

    assert len(there) == 4
    assert there == _bytes(run_jobs(drafts, local_pool(1)))


def test_a_worker_of_another_version_is_refused(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that would set other pages is refused before anything is sent."""
    monkeypatch.setattr(
        "leafwright.build.cluster.describe_difference",
        lambda here, there: describe_difference({**here, "weasyprint": "71.0"}, there),
    )

    with pytest.raises(
        ClusterError, match=r"weasyprint \(71.0 here, 70.0 there\); install the same lock there"
    ):
        cluster_pool(cluster.scheduler_address)


def test_a_remote_job_needs_no_disk_of_ours(jobs: tuple[Workspace, tuple[Job, ...]]) -> None:
    """Everything a sheet is printed with travels by value: styles, icons, logo and pictures."""
    _, (job, *_) = jobs

    remote_job = RemoteJob.of(job)

    assert {f"clinics/{CLINIC}/logo.svg", f"handouts/{TOPIC}/knee.svg"} == set(remote_job.job.pictures)
    assert {"styles/index.css", "styles/blocks/list.css", "templates/icons/phone.svg"} <= set(
        remote_job.job.styles
    )


def test_a_remote_job_for_other_machines_is_refused(jobs: tuple[Workspace, tuple[Job, ...]]) -> None:
    """A worker that joined later compares for itself."""
    _, (job, *_) = jobs
    remote_job = replace(RemoteJob.of(job), machine={**machine_here(), "fonts": "others"})

    with pytest.raises(ClusterError, match="fonts"):
        prove_remote_job(remote_job)


def test_machines_that_are_alike_are_not_distinguished() -> None:
    """Nothing is said when nothing differs."""
    assert describe_difference(machine_here(), dict(machine_here())) == ""
    assert machine_here()["fonts"] == fonts.prepare(cache_folder()).fingerprint


def test_machines_differ_by_the_fallback_fonts_of_a_sheet() -> None:
    """A worker without the fonts of a sheet's script is reported by the script's name."""
    here, there = machine_here(("Hebr",)), machine_here()

    assert "fonts for Hebr" in describe_difference(here, there)


def test_a_scheduler_that_does_not_answer_is_one_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing listens there, and the message says so."""
    monkeypatch.setattr("leafwright.build.cluster.PATIENCE", "1s")

    with pytest.raises(ClusterError, match=r"no scheduler answers at tcp://127\.0\.0\.1:9"):
        cluster_pool("tcp://127.0.0.1:9")


def test_without_the_extra_the_command_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is optional, and the message says how to have it."""
    monkeypatch.setitem(sys.modules, "distributed", None)

    with pytest.raises(ClusterError, match=r"pip install 'leafwright\[cluster\]'"):
        cluster_pool("tcp://127.0.0.1:9")
