"""Count the syllables of an English word by its letters, and by a list of exceptions."""

import re
from functools import lru_cache
from typing import Final

_VOWELS: Final = re.compile(r"[aeiouyáéíóúäöüèêëï]+")
_SILENT: Final = re.compile(
    r"""
    (?<=[^aeiouyl])e$                   # knee keeps its vowels, scale loses its e
    | (?<=[aeiouyr]l)e$                 # while, but not table
    | (?<=[^aeiouylszxcg])(?<![sc]h)es$ | (?<=[aeiouyr]l)es$
    | (?<=[^aeiouytd])ed$               # stopped, but not rested
    | (?<=som)e(?=[bdhptw]) | (?<=^ther)e(?=fore|by) | (?<=^wher)e(?=by|fore) | (?<=^her)e(?=by)
    | (?<=[^aeiouy])e(?=(?:ly|ful|fully|less|ment|ments|ness|some)$)  # safely, careful
    """,
    re.VERBOSE,
)
_APART: Final = re.compile(
    r"""
    i(?=a(?!l?(?:lly|l)$|n$|ns$))(?<![ct]i) | i(?=o(?!u|n)) | i(?=um) | i(?=et[yi]) | i(?=en[ct])(?<![ct]i)
    | (?<=d)i(?=abet) | (?<=sc)i(?=at) | (?<=r)e(?=act)
    | e(?=o(?!u|n$)) | u(?=[ao](?!u))(?<![qg]u) | [iy](?=ing) | y(?=[ao])(?!^) | o(?=e[tv])
    | o(?=ing) | e(?=ing) | e(?=um) | u(?=ity) | u(?=ous)
    | (?<=[bdlmnprv])i(?=a[ln]?(?:s|ly|lly)?$) | (?<=[dlmnrv])i(?=ous)
    """,
    re.VERBOSE,
)
_CLOSED: Final = re.compile(r"(?:[sc]ms?|thms?)$|(?<=[^aeiouy])n't$|(?<=[sd])n’t$")
_NUMBER: Final = re.compile(r"(\d+(?:,\d{3})*)(?:\.(\d+))?(%|[ap]m)?")
_ONES: Final = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS: Final = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
"""Syllables of zero to nineteen, and of twenty to ninety."""
_SCALES: Final = ((1_000_000, 2), (1000, 2), (100, 2))
_MOST_LETTERS: Final = 5

SPOKEN: Final = {
    word: number
    for number, words in {
        1: "ache tired wired",
        2: """acne diet fluid fuel headache naked neon persuade poem real ruin warfarin being
            science quiet people every business evening cruel guideline create
            surgeon""",
        3: """apnoea area cereal chocolate created different idea ideal linear nausea nuclear realise
            recipe several syncope theatre creating everyone everything stomachache""",
        4: "diabetes diarrhoea reality",
        6: "gastrointestinal",
    }.items()
    for word in words.split()
}
"""Words that are exceptions to the patterns; a plural is found by its singular."""


@lru_cache(maxsize=20_000)
def count_syllables(word: str) -> int:
    """Count the syllables of a word or a number; those of a hyphenated word's parts are added up."""
    if number := _NUMBER.fullmatch(word):
        return _of_number(number)
    return max(1, sum(_of_part(part) for part in re.split(r"[-/·]", word) if part))


def _of_part(part: str) -> int:
    if number := _NUMBER.match(part):
        rest = part[number.end() :]
        return _of_number(number) + (_of_part(rest) if rest else 0)
    if part.isupper() and 1 < len(part) <= _MOST_LETTERS:
        return sum(3 if letter == "W" else 1 for letter in part)
    lower = part.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    if known := SPOKEN.get(lower) or SPOKEN.get(lower.removesuffix("s")):
        return known
    groups = len(_VOWELS.findall(lower)) - len(_SILENT.findall(lower))
    return max(1, groups + len(_APART.findall(lower)) + len(_CLOSED.findall(lower)))


def _of_number(match: re.Match[str]) -> int:
    whole, decimals, unit = match[1].replace(",", ""), match[2] or "", match[3]
    spoken = _of_whole(int(whole))
    if decimals:
        spoken += 1 + sum(_ONES[int(digit)] for digit in decimals)
    return spoken + (2 if unit else 0)


def _of_whole(number: int) -> int:
    for scale, syllables in _SCALES:
        if number >= scale:
            rest = number % scale
            return _of_whole(number // scale) + syllables + (_of_whole(rest) if rest else 0)
    if number < len(_ONES):
        return _ONES[number]
    return _TENS[number // 10] + (_ONES[number % 10] if number % 10 else 0)
