"""What a word or an abbreviation means: words beside it that say so, or words with its initials."""

import re
from functools import lru_cache
from typing import Final

MEANT: Final = re.compile(r"\s(?:stands for|means|is short for|is (?:the )?(?:short )?name)\b")
"""Words that follow an abbreviation and introduce its meaning."""
NAMED: Final = re.compile(
    r"\b(?:(?:called|known as|termed|referred to as|(?:term|word|name) (?:for \w+ )?is)\s+(?:an? |the )?"
    r"[‘“'\"]?|(?:term|word)\s+[‘“'\"]|(?:condition|disease|disorder|illness) called [\w-]+ )$",
    re.IGNORECASE,
)
"""Words that a name follows, and that its meaning comes before."""
_SMALL: Final = frozenset(("a", "and", "by", "for", "in", "of", "or", "the", "to", "with"))


def has_initials(letters: str, text: str) -> bool:
    """Return whether consecutive words begin with the letters, with or without small words."""
    return any(letters.lower() in initials for initials in _initials_of(text))


@lru_cache(maxsize=16)
def _initials_of(text: str) -> tuple[str, str]:
    """Join the first letters of all words, and of those that are not small."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    return "".join(word[0] for word in words), "".join(word[0] for word in words if word not in _SMALL)
