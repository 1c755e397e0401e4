"""Drafts and run: every sheet of a library, proved and published, each on its own."""

from leafwright.build.books import Outcome, Result
from leafwright.build.cluster import cluster_pool
from leafwright.build.draft import Drafts, Job, Refusal, draft_sheets
from leafwright.build.fingerprint import Toolchain, lent_to, scripts_in, survey
from leafwright.build.freshness import find_kept, foretell
from leafwright.build.lock import OutputError, locked
from leafwright.build.publish import MOST_WORKERS, build_sheets, default_pool
from leafwright.build.request import BuildRequest
from leafwright.build.requested import sheets_of
from leafwright.build.run import WorkerPool, local_pool, run_jobs
from leafwright.build.selection import Selection, SelectionError, Shard, ShardError, check_selection
from leafwright.build.shards import merge
from leafwright.build.work import ClusterError, EngineError, Limits

__all__ = [
    "MOST_WORKERS",
    "BuildRequest",
    "ClusterError",
    "Drafts",
    "EngineError",
    "Job",
    "Limits",
    "Outcome",
    "OutputError",
    "Refusal",
    "Result",
    "Selection",
    "SelectionError",
    "Shard",
    "ShardError",
    "Toolchain",
    "WorkerPool",
    "build_sheets",
    "check_selection",
    "cluster_pool",
    "default_pool",
    "draft_sheets",
    "find_kept",
    "foretell",
    "lent_to",
    "local_pool",
    "locked",
    "merge",
    "run_jobs",
    "scripts_in",
    "sheets_of",
    "survey",
]
