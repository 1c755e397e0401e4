"""An address in a translation does not lead where a reader expects."""

from leafwright.rules import Bilingual, Findings
from leafwright.rules.links import check_links


def check(reading: Bilingual) -> Findings:
    """Report addresses of a translation that mislead."""
    for name, part in reading.file.translation.parts.items():
        texts = reading.parts[name].texts if name in reading.parts else {}
        for path, words in part.words.items():
            if findings := tuple(check_links(words)):
                known = {finding.message for finding in check_links(texts[path])} if path in texts else set()
                yield from (finding for finding in findings if finding.message not in known)
