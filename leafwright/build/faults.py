"""Report what stopped a sheet as a problem."""

from leafwright.build.record import Job, Refusal
from leafwright.problems import Place, Problem
from leafwright.sheet import SheetKey


def internal_fault(key: SheetKey, source: str, fault: BaseException) -> Refusal:
    """Report a fault that no author can correct as a problem of one sheet."""
    problem = Problem(
        place=Place(file=source),
        code="internal-fault",
        message=f"{key.path} failed with {type(fault).__name__}: {str(fault).strip() or 'no more is known'}",
        hint="this is a fault of Leafwright or of a template; --debug shows where it happened",
    )
    return Refusal(key=key, problems=(problem,), fault=fault)


def fault_of(job: Job, fault: BaseException) -> Refusal:
    """Report what stopped a sheet, as a fault of the workspace's own styles if it has any.

    A value that no page can have, such as `scale(0)`, stops the engine without saying where it is.
    """
    if not job.own_styles:
        return internal_fault(job.key, job.source, fault)
    styles = "this style" if len(job.own_styles) == 1 else f"one of {', '.join(job.own_styles)}"
    problem = Problem(
        place=Place(file=job.own_styles[0]),
        code="bad-style",
        message=f"the engine fails on {job.key.path} with {styles}: {type(fault).__name__}",
        hint="look for a value that no page can have, such as scale(0) or 1e999pt, or delete the style",
    )
    return Refusal.of(job, (problem,), fault)


def worker_died(job: Job, how: str, hint: str) -> Refusal:
    """Report that the process of a sheet ended without an answer."""
    problem = Problem(
        place=Place(file=job.source),
        code="worker-died",
        message=f"the process that made {job.key.path} {how}",
        hint=hint,
    )
    return Refusal.of(job, (problem,))
