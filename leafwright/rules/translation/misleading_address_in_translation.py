"""An address in a translation does not lead where a reader expects."""

from collections.abc import Iterator

from leafwright.rules import Finding
from leafwright.rules.bilingual import Bilingual
from leafwright.rules.links import check_links
from leafwright.translation import parts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report addresses of a translation that mislead."""
    sources = parts_of(reading.file.source.handout)
    for name, part in reading.file.translation.parts.items():
        texts = sources[name].texts if name in sources else {}
        for path, words in part.words.items():
            known = {finding.message for finding in check_links(texts[path])} if path in texts else set()
            yield from (finding for finding in check_links(words) if finding.message not in known)
