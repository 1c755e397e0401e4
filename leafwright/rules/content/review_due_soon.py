"""The review date is near."""

from leafwright.rules import Finding, Findings, Reader


def check(reader: Reader, *, within: int) -> Findings:
    """Report a handout whose review is due in at most `within` days."""
    due = reader.handout.review_due
    days = (due - reader.as_of).days
    if 0 <= days <= within:
        yield Finding(
            place=reader.handout.place_of("review_due"),
            message=f"the review is due on {due}, {_from_now(days)}",
            hint="begin it now: search the evidence again, and ask whoever approves it to read every word",
        )


def _from_now(days: int) -> str:
    match days:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
    return f"in {days:,} days"
