"""An address in a translation does not lead where a reader expects.

What: Finds in the words of a translation what `misleading-address` finds in a handout: links whose words name
another site, mailbox or telephone number, a name before an @, letters of another script that look alike,
a number instead of a site, ports, and mail that also goes to somebody else. Words that are still to be
translated are read too. A fault that the source has as well is reported only there.

Why: People who check a translation often do not read its language, and trust the links. If a link leads to
the right site but its words name a wrong one, it is wrong on paper, where only the words are printed.

Bad:
```yaml
parts:
  named:
    words: {text: "Lea [www.example.net](https://example.org/knees)."}  # <-
    source: {text: "Read [www.example.org](https://example.org/knees)."}
  mail:
    words: {text: "Escriba a [la clínica](mailto:ask@example.org?bcc=ask@example.net)."}  # <-
    source: {text: "Write to [the clinic](mailto:ask@example.org)."}
  letters:
    words: {text: "Lea https://exаmple.org."}  # <-
    source: {text: "Read https://example.org."}
```

Good:
```yaml
parts:
  named:
    words: {text: "Lea [example.org/rodillas](https://www.example.org/rodillas)."}
    source: {text: "Read [www.example.org](https://www.example.org/knees)."}
  mail:
    words: {text: "Escriba a [ask@example.org](mailto:ask@example.org)."}
    source: {text: "Write to [ask@example.org](mailto:ask@example.org)."}
```
"""

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
