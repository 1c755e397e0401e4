"""The places that cite each source, so that the list of sources links back to them."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Places:
    """Counts citations while a page is rendered."""

    counts: dict[int, int] = field(default_factory=dict)

    def next(self, number: int) -> str:
        """Return the id of the next place that cites a source."""
        self.counts[number] = self.counts.get(number, 0) + 1
        return f"cited-{number}-{self.counts[number]}"

    def of(self, number: int) -> list[str]:
        """List the places that cite a source."""
        return [f"cited-{number}-{count + 1}" for count in range(self.counts.get(number, 0))]
