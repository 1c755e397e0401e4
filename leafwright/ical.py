"""Write review dates as a calendar that any calendar program can subscribe to.

Source: RFC 5545, Internet Calendaring and Scheduling (iCalendar).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from leafwright.problems import shown
from leafwright.status import StatusRow

MOST_OCTETS: Final = 75
"""The longest line without its end (RFC 5545, 3.1)."""
DOMAIN: Final = "leafwright.invalid"
"""Makes the name of an event unique among programs; no such domain can be registered (RFC 2606)."""


def as_ical(rows: Iterable[StatusRow]) -> str:
    """Write an all-day event for each review; the same rows always give the same text."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Leafwright//Reviews//EN", "CALSCALE:GREGORIAN"]
    for row in rows:
        lines += _event(row)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(row: StatusRow) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(row.reference)}.review@{DOMAIN}"
    yield f"DTSTAMP:{_basic(row.issued)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(row.review_due)}"
    yield f"SUMMARY:{_escaped(f'Review {row.reference}: {shown(row.title)}')}"
    yield f"DESCRIPTION:{_escaped(f'Version {row.version}, issued {row.issued}, handouts/{row.topic}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _basic(day: date) -> str:
    """Write a day in eight digits; an event without an end takes that day (RFC 5545, 3.6.1)."""
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    """Escape what separates values (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Split a long line between characters; each part after the first begins with a blank."""
    part = ""
    for sign in line:
        if len((part + sign).encode()) > MOST_OCTETS:
            yield part
            part = " "
        part += sign
    yield part
