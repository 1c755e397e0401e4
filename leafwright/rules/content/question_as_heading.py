"""A heading is a question, is not a question, or is too long a question; the profile decides."""

from typing import Final, Literal

from leafwright.rules import Finding, Findings, PassageKind, Reader

_LOOKED_UP: Final = frozenset(
    {PassageKind.QUESTION, PassageKind.NAME, PassageKind.MEANING, PassageKind.ALT, PassageKind.CAPTION}
)
"""What may stand under a heading that no reader would ask: boxes, pictures, explained words, questions."""
_MARKS: Final = ("?", "؟")


def check(reader: Reader, *, ask: Literal["either", "never", "always"], most: int) -> Findings:
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


def _statements(reader: Reader) -> Findings:
    texts = (passage for passage in reader.passages if passage.block and passage.kind not in _LOOKED_UP)
    with_text = {text.section.id for text in texts if text.section}
    for section in reader.handout.sections:
        if section.id in with_text and not section.heading.plain.endswith(_MARKS):
            yield Finding(
                place=section.place_of("heading"),
                message=f"the heading '{section.heading.plain}' is not a question",
                hint="ask what readers would ask",
            )
