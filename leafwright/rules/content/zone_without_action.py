"""A zone of an action plan does not say how to know it, or what to do in it."""

from leafwright.blocks.zones import Zones
from leafwright.rules import Finding, Findings, Reader


def check(reader: Reader) -> Findings:
    """Report each zone that lacks one of its halves."""
    for zone in (zone for block in reader.blocks(Zones) for zone in block.zones):
        parts = {
            "how to know it": (zone.signs or zone.measure, "signs"),
            "what to do in it": (zone.do, "do"),
        }
        for missing, (there, field) in parts.items():
            if not there:
                message = f"the zone '{zone.name}' does not say {missing}"
                yield Finding(place=zone.place, message=message, hint=f"add `{field}:`")
