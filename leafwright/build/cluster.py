"""Run jobs on an existing Dask cluster, through the interface of a pool of processes."""

from concurrent.futures import BrokenExecutor, Executor, Future
from typing import TYPE_CHECKING, Any, Final

from leafwright.build.record import ClusterError, Job, Printed, WorkerPool
from leafwright.build.remote_job import RemoteJob, describe_difference, machine_here, prove_remote_job

if TYPE_CHECKING:
    Client = Any  # the package brings no types

PATIENCE: Final = "20s"
"""How many seconds a scheduler may take to answer."""

AHEAD: Final = 2
"""How many sheets are sent for each thread of the cluster, so that no thread waits for the network."""


def cluster_pool(address: str) -> WorkerPool:
    """Make a pool of the workers of a Dask cluster; inputs are sent by value, because no disk is shared.

    Raises ClusterError if the extra is not installed, if nobody answers, if there are no workers, or if one
    of them would not give the same bytes.
    """
    client = _connect(address)
    try:
        threads = sum(client.ncores().values())
        if not threads:
            message = f"the cluster at {address} has no workers: start some, or build here"
            raise ClusterError(message)
        for worker, there in client.run(machine_here).items():
            if different := describe_difference(machine_here(), there):
                message = f"{worker}: {different}"
                raise ClusterError(message)
    finally:
        client.close()
    return WorkerPool(size=AHEAD * threads, open=lambda _size: ClusterExecutor(_connect(address)))


class ClusterExecutor(Executor):
    """Sends jobs to a cluster by value; a sheet that kills its workers looks like a broken executor."""

    def __init__(self, client: "Client") -> None:
        """Send to the scheduler that `client` is connected to."""
        self._client = client

    def submit(self, _call: Any, /, job: Job) -> Future[Printed]:  # type: ignore[override]  # an executor takes any call; this one takes jobs
        """Send one job."""
        from distributed import KilledWorker  # noqa: PLC0415  # an extra; without it there is no client

        answer: Future[Printed] = Future()
        answer.set_running_or_notify_cancel()
        sent = self._client.submit(prove_remote_job, RemoteJob.of(job), pure=False)

        def arrived(done: Any) -> None:
            if done.status == "finished":
                answer.set_result(done.result())
            elif done.cancelled() or isinstance(fault := done.exception(), KilledWorker):
                answer.set_exception(BrokenExecutor(f"{job.key.path} was lost with its worker"))
            else:
                answer.set_exception(fault)

        sent.add_done_callback(arrived)
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # the signature of Executor
        """Close the connection; the cluster drops the jobs that are not done."""
        self._client.close()


def _connect(address: str) -> "Client":
    try:
        import distributed  # noqa: PLC0415  # an extra, which only a build with --scheduler needs
    except ImportError as fault:
        message = "building on a cluster needs the extra: pip install 'leafwright[cluster]'"
        raise ClusterError(message) from fault
    try:
        client: Client = distributed.Client(address, timeout=PATIENCE)  # type: ignore[no-untyped-call]  # the package brings no types
    except (OSError, ValueError) as fault:
        message = f"no scheduler answers at {address}: {str(fault).strip() or 'it took too long'}"
        raise ClusterError(message) from fault
    return client
