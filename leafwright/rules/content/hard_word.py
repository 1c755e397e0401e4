"""A word is harder than it needs to be."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.initials import NAMED
from leafwright.rules.lexicon import hard_words
from leafwright.rules.wording import FoundWord, WordList

_MEANT_AFTER: Final = re.compile(
    r"""['’”"]?(?:
        (?:\s[\w-]+){0,2}\s\((?!see\b|page\b)                       # hypertension (high blood pressure)
      | (?:\s[\w-]+)?,?\s(?:(?:that|which)\s)?means\b
      | (?:\s[\w-]+)?\sis\s(?:when|where|the\s(?:medical\s)?(?:name|term|word)\s)
      | (?:\s[\w-]+)?,\s(?:(?:that|which)\s(?:is|are|consists?)|in\swhich)\b
      | (?:\s[\w-]+)?,?\s(?:also|sometimes|often)\s(?:called|known\sas)\b
      | (?:\s[\w-]+){0,3}\.\s(?:this|these|it|they)(?:\s\w+)?\s
        (?:means?\b|(?:is|are)\s(?:called|when|where)\b|(?:is|are)\s(?:an?\s)?(?:\w+\s){0,3}(?:that|which|used|made)\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_ALTERNATIVES: Final = re.compile(r",? or |, ")
_OR: Final = r",?\sor\s(?:an?\s)?"
_SHORTENED_AFTER: Final = re.compile(r"(?:[\s-]+\w+){0,6}\s\((?P<letters>[A-Z]{2,6})s?\)")


def check(reader: Reader) -> Findings:
    """Report words of the list that nothing explains."""
    listed = hard_words()
    explained = _in_glossary(listed, reader)
    for hard in listed.find(reader):
        if _is_explained(hard):
            explained.add(hard.entry)
        if hard.entry not in explained and not hard.is_name and not _is_shortened(hard):
            yield Finding(
                place=hard.passage.place_at(hard.start),
                message=f"'{hard.word}' is a hard word",
                hint=f"write: {hard.advice}; or explain it in the glossary",
            )


def _in_glossary(listed: WordList, reader: Reader) -> set[str]:
    """Collect the entries that the glossary explains, alone, in another form or in a longer term."""
    words = {word for term in reader.terms for word in (term, *re.split(r"[^\w-]+", term))}
    return {listed.words[word].entry for word in words if word in listed.words}


def _is_explained(hard: FoundWord) -> bool:
    """Return whether it is explained: in brackets, by its meaning, beside its plain words, or as a name."""
    before, after = hard.before, hard.passage.text[hard.end :]
    if before.rfind("(") > before.rfind(")"):
        return True
    return bool(_MEANT_AFTER.match(after) or NAMED.search(before) or _is_beside_its_plain_words(hard))


def _is_beside_its_plain_words(hard: FoundWord) -> bool:
    """Return whether it is given as one of two names: high blood pressure, or hypertension."""
    plain = "|".join(map(re.escape, _ALTERNATIVES.split(hard.advice)))
    return bool(
        re.search(rf"\b(?:{plain}){_OR}$", hard.before, re.IGNORECASE)
        or re.match(rf"{_OR}(?:{plain})\b", hard.after, re.IGNORECASE)
    )


def _is_shortened(hard: FoundWord) -> bool:
    """Return whether it is part of the words that a following abbreviation stands for."""
    short = _SHORTENED_AFTER.match(hard.after)
    return short is not None and hard.word[0].upper() in short["letters"]
