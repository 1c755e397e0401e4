"""The review date is near.

What: Finds handouts whose review is due within the days that the profile allows for it, counted from the day
of the check. That day is today, or the one given with `--as-of`. Another rule finds overdue reviews.

Why: A review takes weeks: somebody searches the evidence again, a clinician reads every word, and readers are
asked. If it begins only when the date has passed, patients get an expired leaflet in the meantime.

Bad:
```yaml
issued: 2025-02-15
review-due: 2027-02-14  # <-
```

```yaml
issued: 2025-01-01
review-due: 2027-01-01  # <-
```

Good:
```yaml
issued: 2026-11-02
review-due: 2028-11-01
```

```yaml
issued: 2024-11-02
review-due: 2026-11-01
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Reader


def check(reader: Reader, *, within: int) -> Iterator[Finding]:
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
