"""The review date has passed."""

from leafwright.rules import Finding, Findings, Reader


def check(reader: Reader) -> Findings:
    """Report a handout whose review date is before the day of the check."""
    due = reader.handout.review_due
    if due < reader.as_of:
        yield Finding(
            place=reader.handout.place_of("review_due"),
            message=f"the review was due on {due}, {_days((reader.as_of - due).days)} ago",
            hint="review it, then give it a new version, a new issue date and the date of its next review",
        )


def _days(number: int) -> str:
    return f"{number:,} day" if number == 1 else f"{number:,} days"
