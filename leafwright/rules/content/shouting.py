"""Words are shouted: written in capitals."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.blocks.glossary import Glossary
from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader, just_before
from leafwright.rules.initials import MEANT, has_initials
from leafwright.rules.lexicon import loud_alone, loud_words

_WORD: Final = r"[A-Z]{2,}(?:['’][A-Z]+)?"
_RUN: Final = re.compile(rf"(?<![\w@/.(-]){_WORD}(?:[ ,]+(?:{_WORD}|[AI]\b|\d+(?= [A-Z]{{2}})))*(?![\w@/-])")
_TWO: Final = re.compile(r"[A-Z]{2}")
_JOINING: Final = frozenset(("A", "AND", "OR"))
_SMALL: Final = _JOINING | frozenset(("FOR", "IN", "OF", "THE", "TO", "WITH"))
"""Words that may also stand between abbreviations."""
_ANSWERS: Final = frozenset(
    re.findall(r"\w+", "YES NO BOTH NEITHER LEFT RIGHT MALE FEMALE TRUE FALSE ON OFF AM PM")
)
"""Words that are printed side by side for the reader to circle one."""
_ONE_CHOICE: Final = rf"(?:{_WORD}(?: {_WORD})?|[A-Z]\b)"
_CHOICES: Final = re.compile(rf"{_ONE_CHOICE}(?:(?: ?[/|] ?|,? or ){_ONE_CHOICE})+")
_BOX: Final = r"(?:_{2,}|\.{3,}|…|☐|□|\[ ?\]|\( ?\))"
_BEFORE_ANSWER: Final = re.compile(
    rf"""(?:(?:\b(?:answer|tick|circle|ring|mark|say|said|choose|chose|write|wrote)(?:s|d|ed)?(?:\s\w+)?|\bif)\s
    | {_BOX}\s?)[‘“'"]?$""",
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND_ANSWER: Final = re.compile(rf"\s?{_BOX}")
_NAME: Final = re.compile(
    rf"\b(?:an?|our|the|this|your) ({_WORD}) (?:card|guide|method|plan|programme|project|rule|scale|score|"
    r"study|test|tool|trial)\b"
)
_LONG_ENOUGH: Final = 4
"""So many consecutive words do not begin with given letters by chance."""
_LABEL: Final = 2
"""The most words of a label in a cell."""


def check(reader: Reader) -> Findings:
    """Report words in capitals."""
    there = [passage for passage in reader.prose if _TWO.search(passage.text)]
    explained = {word for passage in there for word in _explained_in(passage.text)}
    explained |= {word for name in _terms(reader) for word in re.findall(_WORD, name)}
    for passage in there:
        yield from _capitals(passage, explained)


def _terms(reader: Reader) -> Iterator[str]:
    """Go through the terms of the glossary as they are written."""
    names = reader.of_kind(PassageKind.NAME)
    return (passage.text for passage in names if isinstance(passage.block, Glossary))


def _explained_in(text: str) -> Iterator[str]:
    """Go through the words in capitals that are an abbreviation here, or the name of a trial or a plan."""
    yield from _NAME.findall(text)
    for match in re.finditer(rf"\b{_WORD}\b", text):
        spelled_out = len(match[0]) >= _LONG_ENOUGH and has_initials(match[0], text)
        if spelled_out or MEANT.match(text[match.end() :]):
            yield match[0]


def _capitals(passage: Passage, explained: set[str]) -> Findings:
    for match in _RUN.finditer(passage.text):
        words = match[0].replace("’", "'").replace(",", " ").split()
        loud = [word for word in words if word not in explained]
        if _are_loud(loud, len(words)) and not _is_chosen(passage, match, words):
            yield Finding(
                place=passage.place_at(match.start()),
                message=f"'{match[0]}' is shouted",
                hint="write it in small letters; **bold** if it must stand out",
            )


def _are_loud(words: list[str], run: int) -> bool:
    """Return whether words in capitals are ordinary: one that is nothing else, or all of a row."""
    if set(words) <= _JOINING:
        return False
    return any(word in loud_alone() and word not in _SMALL for word in words) or (
        run > 1 and set(words) <= loud_words()
    )


def _is_chosen(passage: Passage, match: re.Match[str], words: list[str]) -> bool:
    """Return whether the words are choices or an answer on a form, or label a cell."""
    text, answers = passage.text, set(words) - _JOINING
    whole = text.strip(" .!:") == match[0]
    if whole and passage.kind is PassageKind.CELL and len(words) <= _LABEL:
        return True
    spans = (choices.span() for choices in _CHOICES.finditer(text))
    if any(start <= match.start() and match.end() <= end for start, end in spans):
        return True
    if not answers <= _ANSWERS:
        return False
    before = just_before(text, match.start())
    return bool(
        len(answers) > 1
        or whole
        or _BEFORE_ANSWER.search(before)
        or _BEHIND_ANSWER.match(text[match.end() :])
    )
