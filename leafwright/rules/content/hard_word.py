"""A word is harder than it need be.

What: Finds words and phrases of a list kept with the rules, in all their ordinary endings, and offers
plain ones. A word that brackets explain on the spot, or the handout's glossary, is left alone, and so is
what stands in a name. English only.

Why: About four in ten adults struggle with everyday health information. The NHS service manual, the CDC
and the AMA ask for words that people use themselves, and for medical words only where they are explained.

Bad:
```yaml
- kind: paragraphs
  id: before
  text: |
    Please fast prior to the scan.  # <-
    We commenced this in 2020.  # <-
    You may notice oedema.  # <-
```

Good:
```yaml
- kind: paragraphs
  id: before
  text: |
    Please fast before the scan. It may show oedema. See [the page](https://example.org/prior-to).
    Sudden (acute) pain, or chronic (long-lasting) pain.
- kind: glossary
  id: words
  terms:
    - term: Oedema
      meaning: Swelling caused by fluid.
```
"""

from collections.abc import Iterator

from leafwright.rules import Finding, Reader
from leafwright.rules.wording import Found, read_words


def check(reader: Reader) -> Iterator[Finding]:
    """Report words of the list, unless the glossary explains them."""
    if not reader.language.startswith("en"):
        return
    listed = read_words("hard-words")
    for found in listed.find(reader):
        if not _is_explained(found, reader):
            yield Finding(
                place=found.passage.place_at(found.start),
                message=f"'{found.word}' is a hard word",
                hint=f"write: {found.advice}; or explain it in the glossary",
            )


def _is_explained(found: Found, reader: Reader) -> bool:
    """Tell whether brackets explain it on the spot, or the glossary has it, alone or in a longer term."""
    before, after = found.passage.text[: found.start], found.passage.text[found.end :]
    if after.startswith(" (") or (before.endswith("(") and after.startswith(")")):
        return True
    words = {found.word.lower(), found.entry}
    return any(words & {term, *term.split()} for term in reader.terms)
