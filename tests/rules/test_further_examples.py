"""Further examples of rules over blocks, in the form of those on the rules' pages: marked lines must fire."""

from pathlib import Path
from textwrap import dedent, indent
from typing import Final

import pytest

from leafwright.rules.rule import find_rule
from tests.rules.examples import judge, write_example

RISK: Final = """\
- kind: risk
  id: {id}
  heading: {heading}
  people: people who had the injection
  event: fainted
  otherwise: did not
  n: {n}
  of: {of}
  time-frame: during the injection
  certainty: low
  source: [elm1999]
  picture: false
"""


def _risk(name: str = "fainting", heading: str = "Fainting", share: str = "12/1000", more: str = "") -> str:
    n, _, of = share.partition("/")
    return RISK.format(id=name, heading=heading, n=n, of=of) + indent(dedent(more), "  ")


def _row(first: str, second: str, question: str = "How many faint?") -> str:
    return f"""\
- kind: comparison
  id: options
  options:
    - {{id: wait, name: No treatment, definition: Wait and see., no-treatment: true}}
    - {{id: rest, name: An injection, definition: Have it once.}}
  rows:
    - question: {question}
      of: 1000
      answers:
        wait: {first}
        rest: {second}
"""


EXAMPLES: Final = {
    "a label in the heading of a risk": (
        "label-disagrees-with-number",
        _risk(heading="Rare but serious risks").replace("n: 12\n", "n: 12  # <-\n"),
    ),
    "a label in a heading over a risk": (
        "label-disagrees-with-number",
        "- {kind: heading, id: over, text: Very common side effects}\n"
        + _risk().replace("n: 12\n", "n: 12  # <-\n"),
    ),
    "a label is out of force under the next heading": (
        "label-disagrees-with-number",
        "- {kind: heading, id: over, text: Very common side effects}\n"
        "- {kind: heading, id: next, text: Fainting}\n" + _risk(),
    ),
    "a heading that only begins like a label": (
        "label-disagrees-with-number",
        "- {kind: heading, id: over, text: Common questions}\n" + _risk(share="12/10000"),
    ),
    "one of the two groups fits the label": (
        "label-disagrees-with-number",
        _risk(
            heading="Common problems",
            more="""\
              group: Steroid
              comparator: {group: Salt water, n: 120}
            """,
        ),
    ),
    "an answer that differs from a risk": (
        "numbers-disagree",
        _risk() + _row("Nobody faints.", '{n: 21, text: "fainted during the injection [@elm1999]."}  # <-'),
    ),
    "an answer that is the risk": (
        "numbers-disagree",
        _risk() + _row("Nobody faints.", '{n: 12, text: "fainted during the injection [@elm1999]."}'),
    ),
    "the other group of a risk": (
        "numbers-disagree",
        _risk(
            more="""\
              group: Steroid
              comparator: {group: Salt water, n: 30}
            """,
        )
        + "- {kind: key-message, id: told, text: With salt water 30 in 1000 fainted.}\n",
    ),
    "a bound that a risk keeps, and one that it does not": (
        "numbers-disagree",
        _risk() + "- {kind: key-message, id: kept, text: Fewer than 2 in 100 people faint.}\n"
        "- {kind: key-message, id: broken, text: Fewer than 2 in 1000 people faint.}  # <-\n",
    ),
    "a list led in by a paragraph that cites": (
        "number-without-source",
        """\
        - kind: paragraphs
          id: lead
          text: |
            One study found these problems.

            It had 200 people [@elm1999]:
        - kind: list
          id: harms
          items: [About 3 in 100 people had a bruise]
        - kind: list
          id: more
          items: [About 4 in 100 people had a scar]  # <-
        """,
    ),
    "a row whose question cites": (
        "number-without-source",
        _row("{n: 3, text: fainted.}", "{n: 12, text: fainted.}", "How many faint [@elm1999]?"),
    ),
    "what a risk says of itself is sourced": (
        "number-without-source",
        _risk(more="  interpretation: That is about 1 in 83 people.\n"),
    ),
    "risks that share a heading, with a text between them": (
        "unequal-denominators",
        _risk()
        + "- {kind: key-message, id: told, text: With salt water it was less.}\n"
        + _risk("other", share="3/100").replace("of: 100\n", "of: 100  # <-\n"),
    ),
    "risks of two headings, with a text between them": (
        "unequal-denominators",
        _risk()
        + "- {kind: key-message, id: told, text: Infection is another risk.}\n"
        + _risk("infection", heading="Infection", share="3/100"),
    ),
    "a change of risk in a list beside an item with numbers": (
        "relative-risk-only",
        """\
        - kind: list
          id: smoking
          items:
            - Smoking doubles your risk of infection.
            - That is 4 in 100 people, not 2 in 100.
        - kind: list
          id: weight
          items:
            - Being heavy doubles your risk of infection.  # <-
            - Losing weight halves it, and cuts the risk of a clot by 30%.  # <-
        """,
    ),
    "risks that are outnumbered": (
        "unbalanced-options",
        """\
        - kind: balance
          id: weigh
          benefits: [Less pain, Better sleep, Longer walks, Fewer tablets]
          risks: [Bleeding]  # <-
        - kind: balance
          id: weigh-again
          benefits: [Less pain]
          risks: [Bleeding, Infection, A scar, Numb skin]
        """,
    ),
    "DOIs with what they were copied with": (
        "doi-malformed",
        """\
        references:
          - {id: elm1999, type: book, title: One, DOI: "10.1000/ex-1)"}  # <-
          - {id: elm2000, type: book, title: Two, DOI: "10.1000/ex%2F2"}  # <-
          - {id: elm2001, type: book, title: Three, DOI: "10.1000/ex-3?ref=1"}  # <-
          - {id: elm2002, type: book, title: Four, DOI: "10.1000/10.1000/ex-4"}  # <-
          - {id: elm2003, type: book, title: Five, DOI: "10.1000/xmeta"}
          - {id: elm2004, type: book, title: Six, URL: "https://dx.doi.org/10.1000/ex-6."}  # <-
        """,
    ),
    "one PubMed number for two entries": (
        "duplicate-reference",
        """\
        references:
          - {id: elm1999, type: book, title: One, PMID: "101"}
          - {id: elm2000, type: book, title: Two, PMID: "101"}  # <-
          - {id: elm2001, type: book, title: Three, PMID: "102"}
        """,
    ),
    "what is renewed is as old as its last renewal": (
        "outdated-reference",
        """\
        references:
          - {id: elm1999, type: report, title: One, issued: 1999-05-01, note: "Of 1999. Reviewed May 2025."}
          - {id: elm2000, type: report, title: Two, issued: 2000-05-01, note: First published in 1990.}  # <-
        """,
    ),
    "an item of any list that goes on after its comma": (
        "item-cut-by-comma",
        """\
        - kind: list
          id: listed
          items: [Rest at home, and sleep well]  # <-
        - kind: steps
          id: in-order
          items: [Sit down slowly, then lift your leg]  # <-
        - kind: do-and-do-not
          id: both
          do:
            items: [keep your knee warm, unless it is red]  # <-
          do-not:
            items: [drive a car, drink alcohol]
        """,
    ),
    "items in brackets that are each their own": (
        "item-cut-by-comma",
        """\
        - kind: list
          id: listed
          items: [rest, ice, "Keep still, or lie down", or else]
        - kind: list
          id: below
          items:
            - Rest at home
            - and sleep well
        - kind: table
          id: sugar
          head: [If my sugar is, and my ketones are, I do this]
          rows:
            - [High for a day, one or more, Phone us.]
        """,
    ),
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_fires_at_its_marked_lines_only(name: str, tmp_path: Path) -> None:
    """Each marked line has a finding of the rule, and no other line has."""
    code, written = EXAMPLES[name]
    rule = find_rule(code)
    example = write_example(tmp_path, rule.folder, dedent(written))

    found = judge(rule, example)

    assert {problem.place.line for problem in found} == set(example.marked)
