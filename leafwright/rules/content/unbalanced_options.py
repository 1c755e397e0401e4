"""One side is told more than the other.

What: Finds an option of a comparison whose answers have far fewer words than another's, and answers that are
only a dash or "n/a". Finds a balance with more than twice as many benefits as risks, or the other way round,
and one that says there are no risks. The profile gives how many times as many words an option may have.

Why: What is told at length looks better, or worse, than it is. IPDAS asks for equal detail of every option,
with what speaks for it and what against it.

Bad:
```yaml
- kind: comparison
  id: options
  options:
    - {id: nothing, name: No treatment, definition: Wait and see., no-treatment: true}  # <-
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: What does it involve?
      answers:
        nothing: Nothing.
        injection: You come to us for one morning. We numb your skin and put the medicine in.
    - question: How long does it take to work?
      answers:
        nothing: n/a  # <-
        injection: Some people feel better after 2 or 3 days. For others it takes a week.
- kind: balance
  id: weigh
  benefits:
    - You may have less pain.
    - You may sleep better.
    - You may walk farther.
  risks:  # <-
    - You may bleed.
- kind: balance
  id: once-more
  benefits: [You may have less pain.]
  risks:  # <-
    - None known
```

Good:
```yaml
- kind: comparison
  id: options
  options:
    - {id: nothing, name: No treatment, definition: Wait and see., no-treatment: true}
    - {id: injection, name: An injection, definition: Have it once.}
  rows:
    - question: What does it involve?
      answers:
        nothing: You carry on as you can. You can still change your mind later.
        injection: You come to us for one morning. We put the medicine in.
    - question: Does it hurt?
      answers: {nothing: No., injection: Yes.}
- kind: balance
  id: weigh
  benefits: [You may have less pain., You may sleep better.]
  risks: [You may bleed., No treatment works for all., It may fail.]
```
"""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.model.counted import Balance, Comparison
from leafwright.rules import Finding, Reader
from leafwright.rules.prose import split_words

_NO_ANSWER: Final = re.compile(
    r"[\W_]*(?:n\W?a|not applicable|tb[ac]|see above|as above)?[\W_]*", re.IGNORECASE
)
_NO_RISK: Final = re.compile(
    r"[\W_]*(?:n\W?a|none|nil|no)(?:\s+(?:known|real|serious|reported))*(?:\s+(?:risks?|harms?|side[\s-]effects?))?[\W_]*",
    re.IGNORECASE,
)
_LEAST_APART: Final = 10
_TWICE: Final = 2


def check(reader: Reader, *, most_times: float) -> Iterator[Finding]:
    """Report options and sides of which little is told; `most_times` is for the words of two options."""
    for block in reader.handout.blocks():
        match block:
            case Comparison():
                yield from _short_options(block, most_times)
                yield from _empty_answers(block)
            case Balance():
                yield from _lopsided(block)


def _short_options(block: Comparison, most_times: float) -> Iterator[Finding]:
    words = {
        option.id: sum(len(split_words(row.answers[option.id].text.plain)) for row in block.rows)
        for option in block.options
    }
    longest = max(block.options, key=lambda option: words[option.id])
    most = words[longest.id]
    for option in block.options:
        if most > most_times * words[option.id] and most - words[option.id] >= _LEAST_APART:
            yield Finding(
                place=option.place,
                message=f"'{option.name}' is told in {words[option.id]} words, '{longest.name}' in {most}",
                hint=f"tell as much of each: at most {most_times:g} times as many words",
            )


def _empty_answers(block: Comparison) -> Iterator[Finding]:
    for row in block.rows:
        for answer in row.answers.values():
            if answer.n is None and _NO_ANSWER.fullmatch(answer.text.plain):
                yield Finding(
                    place=answer.text.place or row.place,
                    message=f"'{answer.text}' is no answer to '{row.question}'",
                    hint="say in words what is so for this option, even that nobody knows",
                )


def _lopsided(block: Balance) -> Iterator[Finding]:
    sides = {"benefits": block.benefits, "risks": block.risks}
    (short, few), (_, many) = sorted(sides.items(), key=lambda side: len(side[1]))
    if all(_NO_RISK.fullmatch(risk.plain) for risk in block.risks):
        yield Finding(
            place=block.place_of("risks"),
            message="the benefits stand without a risk",
            hint="say what can go wrong, or what is not known",
        )
    elif len(many) > _TWICE * len(few):
        yield Finding(
            place=block.place_of(short),
            message=f"there are {len(few)} {short} against {len(many)}",
            hint="tell both sides alike",
        )
