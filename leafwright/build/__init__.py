"""Decide on every sheet of a library, prove it and publish it, each independently of the others."""

from leafwright.build.cluster import cluster_pool
from leafwright.build.decide import decide, find_kept
from leafwright.build.draft import draft_sheets, list_sheets
from leafwright.build.fingerprint import Toolchain, fallbacks_of, scripts_in, survey
from leafwright.build.lock import locked
from leafwright.build.packed import find_unknown_sheets
from leafwright.build.publish import build_sheets, default_pool
from leafwright.build.record import (
    BuildRequest,
    ClusterError,
    Decision,
    Drafts,
    EngineError,
    Job,
    Outcome,
    OutputError,
    Printed,
    Proved,
    Refusal,
    Result,
    Verb,
    WorkerPool,
)
from leafwright.build.requested import check_printed, sheets_of
from leafwright.build.run import local_pool, run_jobs
from leafwright.build.selection import Selection, SelectionError, Shard, ShardError, check_selection
from leafwright.build.shards import is_missing, merge
from leafwright.build.unprinted import find_unprinted
from leafwright.build.work import Limits
