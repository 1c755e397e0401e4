"""The parts of a leaflet: which blocks are one, which words speak of one, and how to add what is missing."""

import re
from collections.abc import Mapping
from typing import Final

from leafwright.blocks.block import BlockRecord
from leafwright.blocks.traits import LeafletPart
from leafwright.model.walk import texts_of

HINTS: Final[Mapping[LeafletPart, tuple[str, str]]] = {
    LeafletPart.BENEFITS: ("what good it may do", "say what it may do, for how many and for how long"),
    LeafletPart.RISKS: ("the risks", "say what harm it may do and to how many, with blocks `kind: risk`"),
    LeafletPart.ALTERNATIVES: ("other choices", "name them, in a list or with a block `kind: comparison`"),
    LeafletPart.NO_TREATMENT: ("having no treatment", "say that it is a choice, and what may happen then"),
    LeafletPart.QUESTIONS: ("what to ask", "add a block `kind: questions`"),
    LeafletPart.AFTERCARE: (
        "what to do afterwards",
        "say what to expect afterwards and how to look after oneself",
    ),
    LeafletPart.HELP: ("when to get help", "add a block `kind: warning` with `level: call` or `emergency`"),
    LeafletPart.SOURCES: ("its sources", "cite where each claim comes from, as [@key]"),
    LeafletPart.MATTERS: ("what matters to the reader", "add prompts below `matters:` in the comparison"),
    LeafletPart.APPOINTMENT: ("when and where to come", "add a block `kind: appointment` to write it in"),
    LeafletPart.BRING: ("what to bring", "add a block `kind: checklist`"),
    LeafletPart.EXPECT: (
        "what is usual",
        "add a block `kind: warning` with `level: advice`: what one may notice",
    ),
    LeafletPart.CHOICE: (
        "the reader's choice",
        "say that it is for the reader to decide",
    ),
    LeafletPart.NUMBERS: (
        "how many people it concerns",
        "count them, of 1,000 say, with a block `kind: facts`, `tree`, `risk-bands` or `risk`",
    ),
    LeafletPart.DOSES: ("how much to take and when", "add a block `kind: table` or `kind: schedule`"),
    LeafletPart.MISSED_DOSE: ("a missed dose", "say what to do if the reader forgets to take it"),
    LeafletPart.ZONES: ("what to do in each zone", "add a block `kind: zones`"),
    LeafletPart.EXERCISES: ("the exercises themselves", "add a block `kind: exercises`"),
    LeafletPart.ROWS: ("it in pictures and words", "add a block `kind: rows`: a picture for each idea"),
    LeafletPart.SIGNATURES: ("who signs", "add a block `kind: fields` with a `signature:`"),
}
"""What a part is about, and how to add it."""


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


_TREATMENT: Final = r"(?:treatment|injection|operation|surgery|procedure|test)s?"
_WORKS: Final = r"(?:help|work|ease|reduce|relieve|improve|lower|lessen|cure|prevent|treat|protect|calm)s?"
_DOSE: Final = r"(?:tablet|capsule|puff|drop|dose|spoon|injection|patche?)s?"
_IT: Final = r"(?:the|this|that|any|a|an|one|it|your)"

WORDS: Final[Mapping[LeafletPart, re.Pattern[str]]] = {
    LeafletPart.BENEFITS: _any(
        "benefits?",
        "advantages?",
        rf"(?:may|might|can|could|should|will|aims? to|likely to) {_WORKS}",
        r"(?:does|do|will|might|could|can) (?:it|this|they|the \w+|\w+ injections?) (?:help|work)",
        "it works",
    ),
    LeafletPart.RISKS: _any(
        "risks?",
        "side[- ]effects?",
        "complications?",
        "harms?",
        "dangers?",
        "disadvantages?",
        "go wrong",
    ),
    LeafletPart.ALTERNATIVES: _any(
        "alternatives?",
        "(?:other|your|different) (?:treatments?|options?|choices?|ways?|care)",
        "instead",
        "what else",
        "choices",
        "options",
    ),
    LeafletPart.NO_TREATMENT: _any(
        f"no {_TREATMENT}",
        f"without (?:{_IT} )?{_TREATMENT}",
        "(?:do|doing) nothing",
        "wait and see",
        "watchful waiting",
        "(?:choose|decide|prefer|rather|like|want) not",
        f"not (?:to )?hav(?:e|ing) (?:to have )?{_IT}",
        "untreated",
        "not treated",
        "(?:say|saying) no",
        "decline",
        "refuse",
    ),
    LeafletPart.QUESTIONS: _any(
        "questions?",
        "ask (?:us|your|the|them|about|for|a|any)",
        "(?:talk|speak) (?:to|with) (?:us|your|a|the)",
    ),
    LeafletPart.AFTERCARE: _any(
        "afterwards?",
        "aftercare",
        "after (?:your|the|this|an?|having|treatment|surgery)",
        r"recover\w*",
        "(?:go|going|get|got|back|at|leave for|return) home",
        "next (?:few )?(?:days?|weeks?)",
    ),
    LeafletPart.BRING: _any("bring", "take with you"),
    LeafletPart.EXPECT: _any(
        r"expect\w*",
        "normal",
        r"usual\w*",
        "notice",
        "common",
        "(?:may|might) (?:feel|be|have|see)",
    ),
    LeafletPart.CHOICE: _any(
        "(?:your|own) (?:choice|decision)",
        "choos(?:e|ing)",
        "decid(?:e|ing)",
        "(?:up to|for) you to (?:choose|decide|say)",
        "up to you",
        f"not have to (?:have|take|do|come)(?: {_IT})?",
        "(?:say|saying) no",
    ),
    LeafletPart.NUMBERS: _any(r"\d[\d,]* (?:\w+ )?(?:in|out of)(?: every)? \d[\d,]*"),
    LeafletPart.DOSES: _any(
        rf"(?:take|use|inject|swallow)s? (?:\w+ ){{0,3}}{_DOSE}",
        r"(?:once|twice|\d times|every) (?:\w+ ){0,2}(?:day|week|month|morning|evening|night|hour)s?",
    ),
    LeafletPart.MISSED_DOSE: _any(
        rf"(?:miss(?:ed)?|forget|forgot) (?:\w+ ){{0,2}}(?:{_DOSE}|day|it|take)",
        rf"{_DOSE} (?:is|are|was|were) (?:missed|forgotten)",
    ),
}
"""The words that speak of a part, in small letters."""


def parts_of(block: BlockRecord) -> frozenset[LeafletPart]:
    """Tell which parts a block is; one that cites is where the sources are named."""
    cites = any(block.named_sources()) or any(text.keys for text in texts_of(block))
    return frozenset(block.leaflet_parts) | ({LeafletPart.SOURCES} if cites else frozenset())
