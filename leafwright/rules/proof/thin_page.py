"""A page before the last is partly empty."""

from leafwright.rules import Finding, Findings
from leafwright.rules.sheet_proof import SheetProof


def check(proof: SheetProof, *, least: float) -> Findings:
    """Report pages that are less than `least` percent full, at what was pushed off them."""
    for number, fill in enumerate(proof.fills, start=1):
        pushed = fill.pushed
        if pushed and fill.share * 100 < least:
            needs = f"needs {pushed.need:.0f} mm, and {pushed.room:.0f} mm were left"
            if pushed.need <= pushed.room:
                needs = f"stays with what follows it, and {pushed.room:.0f} mm were left"
            yield Finding(
                place=pushed.place,
                message=f"page {number} is {int(fill.share * 100)}% full: {pushed.name} {needs}",
                hint="put a shorter block before it, make two of it, or shorten it or what is before it"
                + (f" by {pushed.need - pushed.room:.0f} mm" if pushed.need > pushed.room else ""),
            )
