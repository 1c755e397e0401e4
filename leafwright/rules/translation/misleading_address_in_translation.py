"""An address in a translation leads elsewhere than a reader takes it to.

What: Finds in the words of a translation what `misleading-address` finds in a handout: links whose words name
another site, mailbox or telephone number, a name before an @, letters of another script that look alike,
numbers in place of a site, ports, and mail that also goes to somebody else. Words that still wait for a
translator are read too. What the source has in the same words is told there.

Why: Whoever checks a translation often does not read its language, and trusts the links. A link to the right
site whose words name a wrong one is wrong on paper, where only the words are printed.

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
from leafwright.rules.links import faults_in
from leafwright.translation import parts_of


def check(reading: Bilingual) -> Iterator[Finding]:
    """Report addresses of a translation that mislead; what a clinic says is told of the clinic."""
    sources = parts_of(reading.file.source.handout)
    for name, part in reading.file.translation.parts.items():
        texts = sources[name].texts if name in sources else {}
        for path, words in part.words.items():
            known = {fault.message for fault, _ in faults_in(texts[path])} if path in texts else set()
            for fault, place in faults_in(words):
                if fault.message not in known:
                    yield Finding(place=place, message=fault.message, hint=fault.hint)
