"""A percentage has decimals."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader, just_before
from leafwright.rules.counts import Count

_STRONG: Final = re.compile(r"\s(?:strong|strength|solution|cream|ointment|gel|drops|saline|glucose)\b")
_MEDICINE: Final = re.compile(r"\b\w+(?:one|ine|ol|ate|icol|acid|caine)\s$")
_TEST: Final = re.compile(r"\b(?:HbA1c|haematocrit|saturations?)\b[^.]*$")
TOTALS: Final = (100, 1000, 10_000)
_CLOSE: Final = 0.05


def check(reader: Reader) -> Findings:
    """Report percentages with decimals."""
    for passage, count in reader.counts:
        if count.percent and "." in count.written and not _is_strength(passage.text, count):
            yield Finding(
                place=passage.place_at(count.start),
                message=f"'{count.written}' has decimals",
                hint=f"write {_in_people(count.most)} people",
            )


def _is_strength(text: str, count: Count) -> bool:
    """Return whether it is the strength of a liquid or a cream, or the result of a blood test."""
    before, after = just_before(text, count.start), text[count.start + len(count.written) :]
    return bool(_STRONG.match(after) or _MEDICINE.search(before) or _TEST.search(before))


def _in_people(share: float) -> str:
    """Write a share as whole people, out of the smallest total that keeps it within a twentieth."""
    for total in TOTALS:
        affected = round(share * total)
        rarer = min(share, 1 - share) * total
        if abs(share * total - affected) <= _CLOSE * rarer:
            return f"about {affected:,} in {total:,}"
    return f"fewer than 1 in {TOTALS[-1]:,}"
