"""A word is harder than it needs to be."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.rules import Finding, Reader
from leafwright.rules.lexicon import hard_words
from leafwright.rules.wording import FoundWord, WordList

_NAMED_BEFORE: Final = re.compile(
    r"(?:called|known as|termed|referred to as|(?:term|word|name) (?:for \w+ )?is)\s+(?:an? |the )?[‘“'\"]?$",
    re.IGNORECASE,
)
_MEANT_AFTER: Final = re.compile(
    r"""['’”"]?(?:
        (?:\s[\w-]+){0,2}\s\((?!see\b|page\b)                       # hypertension (high blood pressure)
      | (?:\s[\w-]+)?,?\s(?:(?:that|which)\s)?means\b
      | (?:\s[\w-]+)?\sis\s(?:when|where|the\s(?:medical\s)?(?:name|term|word)\s)
      | (?:\s[\w-]+)?,\s(?:that|which)\sis\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHORTENED_AFTER: Final = re.compile(r"(?:[\s-]+\w+){0,6}\s\((?P<letters>[A-Z]{2,6})s?\)")


def check(reader: Reader) -> Iterator[Finding]:
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
    """Return whether the sentence explains it: in brackets, by its meaning, or as the name of something."""
    before = hard.before
    if before.rfind("(") > before.rfind(")"):
        return True
    return bool(_MEANT_AFTER.match(hard.after) or _NAMED_BEFORE.search(before))


def _is_shortened(hard: FoundWord) -> bool:
    """Return whether it is part of the words that a following abbreviation stands for."""
    short = _SHORTENED_AFTER.match(hard.after)
    return short is not None and hard.word[0].upper() in short["letters"]
