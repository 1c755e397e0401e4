"""A heading is a question, is not a question, or is too long a question; the profile decides.

What: Checks the headings of sections and of parts of sections. A profile says whether they may be questions
(`ask: either`), must not (`never`) or must be (`always`), and how many words a question may have. Where they
must be, headings inside sections are left alone, and so are sections that only have a form, a picture,
contacts or a glossary.

Why: The standards disagree. The NHS service manual says that a question hides its key word behind "what"
and "how"; the Patient Information Forum and PEMAT look for the questions that readers ask themselves.
Short questions satisfy both.

Bad:
```yaml
sections:
  - id: part
    heading: What are the things that I should think about before I come to the clinic for this?  # <-
    blocks:
      - {kind: paragraphs, id: plain, text: Bring your glasses.}
```

Good:
```yaml
sections:
  - id: part
    heading: What should I bring?
    blocks:
      - {kind: paragraphs, id: plain, text: Bring your glasses.}
      - kind: questions
        id: ask
        items: ["What are the things that I should think about before I come in for this?"]
```
"""

from collections.abc import Iterator
from typing import Final, Literal

from leafwright.rules import Finding, PassageKind, Reader

_LOOKED_UP: Final = frozenset(
    {PassageKind.QUESTION, PassageKind.NAME, PassageKind.MEANING, PassageKind.ALT, PassageKind.CAPTION}
)
"""What may stand under a heading that no reader would ask: boxes, pictures, explained words, questions."""
_MARKS: Final = ("?", "؟")


def check(reader: Reader, *, ask: Literal["either", "never", "always"], most: int) -> Iterator[Finding]:
    """Report headings that are questions of more than `most` words, or against what the profile asks."""
    for passage in reader.of_kind(PassageKind.HEADING):
        if not passage.text.endswith(_MARKS):
            continue
        if ask == "never":
            yield Finding(
                place=passage.place,
                message=f"the heading '{passage.text}' is a question",
                hint="say what the section is about, the key word first",
            )
        elif len(passage.words) > most:
            yield Finding(
                place=passage.place,
                message=f"the heading is a question of {len(passage.words)} words, more than {most}",
                hint="put the key word first, or ask more briefly",
            )
    if ask == "always":
        yield from _statements(reader)


def _statements(reader: Reader) -> Iterator[Finding]:
    texts = (passage for passage in reader.passages if passage.block and passage.kind not in _LOOKED_UP)
    with_text = {text.section.id for text in texts if text.section}
    for section in reader.handout.sections:
        if section.id in with_text and not section.heading.plain.endswith(_MARKS):
            yield Finding(
                place=section.place_of("heading"),
                message=f"the heading '{section.heading.plain}' is not a question",
                hint="ask what readers would ask",
            )
