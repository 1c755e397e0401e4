"""Plan and run: every sheet of a library, proved and published, each on its own."""

from leafwright.batch.books import Outcome, Result
from leafwright.batch.cluster import cluster_pool
from leafwright.batch.fingerprint import Ground, lent_to, scripts_in, survey
from leafwright.batch.freshness import find_kept, foretell
from leafwright.batch.lock import OutputError, locked
from leafwright.batch.planning import Job, Plan, Refusal, plan
from leafwright.batch.publishing import MOST_WORKERS, build, default_pool
from leafwright.batch.request import BuildRequest
from leafwright.batch.requested import sheets_of
from leafwright.batch.running import WorkerPool, local_pool, run
from leafwright.batch.selection import Selection, SelectionError, Shard, ShardError, check_selection
from leafwright.batch.shards import merge
from leafwright.batch.work import ClusterError, EngineError, Limits

__all__ = [
    "MOST_WORKERS",
    "BuildRequest",
    "ClusterError",
    "EngineError",
    "Ground",
    "Job",
    "Limits",
    "Outcome",
    "OutputError",
    "Plan",
    "Refusal",
    "Result",
    "Selection",
    "SelectionError",
    "Shard",
    "ShardError",
    "WorkerPool",
    "build",
    "check_selection",
    "cluster_pool",
    "default_pool",
    "find_kept",
    "foretell",
    "lent_to",
    "local_pool",
    "locked",
    "merge",
    "plan",
    "run",
    "scripts_in",
    "sheets_of",
    "survey",
]
