"""A page before the last is partly empty."""

from leafwright.rules import Finding, Findings
from leafwright.rules.sheet_proof import SheetProof


def check(proof: SheetProof, *, least: float) -> Findings:
    """Report pages that are less than `least` percent full, at what was pushed off them."""
    for number, fill in enumerate(proof.fills, start=1):
        pushed = fill.pushed
        if pushed and fill.share * 100 < least:
            needs = f"{pushed.name} needs {pushed.need:.0f} mm, and {pushed.room:.0f} mm were left"
            yield Finding(
                place=pushed.place,
                message=f"page {number} is {int(fill.share * 100)}% full: {needs}",
                hint=f"put a shorter block before it, make two of it, or shorten it or what is before it by "
                f"{max(pushed.need - pushed.room, 1):.0f} mm",
            )
