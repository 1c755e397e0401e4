"""The review date has passed.

What: Finds handouts whose review was due before the day of the check. That day is today, or the one given
with `--as-of`. On the day itself the review is due, not overdue.

Why: Medicines are withdrawn, guidelines and phone numbers change, but a printed leaflet does not. NHS trusts
give each leaflet a review date at most 3 years after its issue, and withdraw leaflets that are past it.

Bad:
```yaml
issued: 2024-11-02
review-due: 2026-11-01  # <-
```

Good:
```yaml
issued: 2025-01-01
review-due: 2027-01-01
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Reader


def check(reader: Reader) -> Iterator[Finding]:
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
