"""A word of the glossary is written in two ways.

What: Finds a term of the glossary that the text writes with another hyphen, space or capital: "X-ray" and
"x ray", "facet joint" and "Facet Joint". The first letter of a sentence, and a plural, make no
difference.

Why: Readers take another form for another thing, and a search for the one misses the other.

Bad:
```yaml
- kind: paragraphs
  id: scan
  text: |
    You will have a follow up visit.  # <-
    The Facet Joint is small.  # <-
- kind: glossary
  id: words
  terms:
    - {term: Follow-up, meaning: A visit after your treatment.}
    - {term: Facet joint, meaning: A small joint in your back.}
```

Good:
```yaml
- kind: paragraphs
  id: scan
  text: Facet joints are small. Your follow-up is in 6 weeks. We will follow it up. You have facet joints.
- kind: glossary
  id: words
  terms:
    - {term: Follow-up, meaning: A visit after your treatment.}
    - {term: Facet joint, meaning: A small joint in your back.}
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.model.blocks import Glossary
from leafwright.rules import Finding, Kind, Passage, Reader

_BETWEEN: Final = re.compile(r"[\s-]+")


def check(reader: Reader) -> Iterator[Finding]:
    """Report other forms of the glossary's terms of two words and more."""
    terms = {_folded(term): term for term in _terms(reader) if _BETWEEN.search(term)}
    if not terms:
        return
    parts = ("[ -]?".join(map(re.escape, _BETWEEN.split(term))) for term in terms.values())
    pattern = re.compile(rf"(?<![\w-])(?P<form>{'|'.join(parts)})(?=s?(?![\w-]))", re.IGNORECASE)
    for passage in reader.prose:
        if passage.kind in {Kind.TITLE, Kind.HEADING}:
            continue
        for found in pattern.finditer(passage.text):
            term = terms[_folded(found["form"])]
            if not _is_same(found["form"], term, passage, found.start()):
                yield Finding(
                    place=passage.place_at(found.start()),
                    message=f"'{found['form']}' is '{term}' in the glossary",
                    hint="write it in one way everywhere",
                )


def _terms(reader: Reader) -> Iterator[str]:
    """Go through the terms as the glossary writes them, without what stands in brackets behind them."""
    for block in reader.handout.blocks():
        if isinstance(block, Glossary):
            yield from (" ".join(term.term.plain.partition("(")[0].split()) for term in block.terms)


def _folded(term: str) -> str:
    return _BETWEEN.sub("", term).casefold()


def _is_same(form: str, term: str, passage: Passage, start: int) -> bool:
    """Compare a form with its term; only where a sentence begins is the first letter's size free."""
    if form in {term, term[:1].lower() + term[1:]}:
        return True
    begins = any(sentence.start == start for sentence in passage.sentences)
    return begins and form[:1].lower() + form[1:] == term[:1].lower() + term[1:]
