"""One side is described in more detail than the other."""

import re
from collections.abc import Iterable
from typing import Final

from leafwright.blocks.answers import Answer
from leafwright.blocks.balance import Balance
from leafwright.blocks.comparison import Comparison
from leafwright.rules import Finding, Findings, Reader
from leafwright.rules.kinds import offers_choice
from leafwright.rules.prose import split_words
from leafwright.text import Text

_NO_ANSWER: Final = re.compile(
    r"[\W_]*(?:n\W?a|not applicable|tb[ac]|see above|as above)?[\W_]*", re.IGNORECASE
)
_NO_RISK: Final = re.compile(
    r"[\W_]*(?:n\W?a|none|nil|no)(?:\s+(?:known|real|serious|reported))*(?:\s+(?:risks?|harms?|side[\s-]effects?))?[\W_]*",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(r"_{2,}|\.{3,}|…|☐|\[ \]")
"""A blank for the reader to write in or tick."""
_SHORT: Final = re.compile(r"(?:yes|no|not sure)(?:[.,;:!]| \(|$)|[\d.,% ]+$", re.IGNORECASE)
_LEAST_APART: Final = 10
_TWICE: Final = 2
_FEW: Final = 3


def check(reader: Reader, *, most_times: float) -> Findings:
    """Report options and sides with few words; an option may have `most_times` the words of another."""
    for comparison in reader.blocks(Comparison):
        if offers_choice(reader.handout, comparison):
            yield from _short_options(comparison, most_times)
            yield from _empty_answers(comparison)
    for balance in reader.blocks(Balance):
        yield from _lopsided(balance)


def _short_options(block: Comparison, most_times: float) -> Findings:
    rows = [row for row in block.rows if not any(map(_is_short, row.answers.values()))]
    words = {
        option.id: sum(len(split_words(row.answers[option.id].plain)) for row in rows)
        for option in block.options
    }
    longest = max(block.options, key=lambda option: words[option.id])
    most = words[longest.id]
    for option in block.options:
        if most > most_times * words[option.id] and most - words[option.id] >= _LEAST_APART:
            yield Finding(
                place=option.place,
                message=f"'{option.name}' has {words[option.id]} words, and '{longest.name}' has {most}",
                hint=f"describe both alike: at most {most_times:g} times as many words",
            )


def _is_short(answer: Answer) -> bool:
    """Return whether an answer says yes or no, is only a number, or is a blank to write in."""
    return bool(_BLANK.search(answer.text.plain) or _SHORT.match(answer.text.plain))


def _empty_answers(block: Comparison) -> Findings:
    for row in block.rows:
        for answer in row.answers.values():
            text = answer.text.plain
            if answer.n is None and _NO_ANSWER.fullmatch(text) and not _BLANK.search(text):
                yield Finding(
                    place=answer.text.place or row.place,
                    message=f"'{answer.text}' is no answer to '{row.question}'",
                    hint="answer in words for this option, even if only that nobody knows",
                )


def _lopsided(block: Balance) -> Findings:
    many, few = len(block.benefits), len(block.risks)
    if all(_NO_RISK.fullmatch(risk.plain) for risk in block.risks):
        yield Finding(
            place=block.place_of("risks"),
            message="the balance has benefits and no risk",
            hint="say what can go wrong, or what is not known",
        )
    elif (
        many > _TWICE * few
        and many - few >= _FEW
        and _words_in(block.benefits) > _TWICE * _words_in(block.risks)
    ):
        yield Finding(
            place=block.place_of("risks"),
            message=f"there are {few} risks against {many} benefits",
            hint="describe both sides alike",
        )


def _words_in(texts: Iterable[Text]) -> int:
    return sum(len(split_words(text.plain)) for text in texts)
