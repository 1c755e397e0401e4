"""The endings of English words, so that a hint offers the plain word in the form of the hard one."""

import re
from collections.abc import Mapping
from typing import Final

_ALTERNATIVES: Final = re.compile(r"(,? or |, | and )")
_BEHIND_A_NOUN: Final = re.compile(r" (?:for|in|not|of|that|to|who)\b")
_ARTICLE: Final = re.compile(r"\ban? ")


def verb_forms(verb: str) -> tuple[str, ...]:
    """Make the ordinary forms of a verb: commence, commences, commenced, commencing."""
    if verb.endswith("e"):
        return (verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    return (verb, noun_forms(verb)[1], f"{verb}ed", f"{verb}ing")


def noun_forms(noun: str) -> tuple[str, str]:
    """Make the singular and the plural of a noun."""
    if noun.endswith("sis"):
        return (noun, f"{noun[:-2]}es")
    if noun.endswith(("s", "x", "sh", "ch")):
        return (noun, f"{noun}es")
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return (noun, f"{noun[:-1]}ies")
    return (noun, f"{noun}s")


def inflect_verb(phrase: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Make the four forms of a phrase that begins with a verb: give up, gives up, gave/given up, giving up.

    `irregular` has the forms that are not the ordinary ones: `give: gives gave given giving`.
    """
    verb, *rest = phrase.split(" ", 1)
    forms = verb_forms(verb)
    if verb in irregular:
        third, past, participle, present = irregular[verb].split()
        forms = (verb, third, "/".join(dict.fromkeys((past, participle))), present)
    return tuple(" ".join((form, *rest)) for form in forms)


def inflect_verbs(advice: str, irregular: Mapping[str, str]) -> tuple[str, ...]:
    """Make the four forms of alternatives, each of which begins with a verb: eat or drink, eats or drinks."""
    parts = _ALTERNATIVES.split(advice)
    # The words between two alternatives are every second part.
    forms = [(part,) * 4 if at % 2 else inflect_verb(part, irregular) for at, part in enumerate(parts)]
    return tuple("".join(form) for form in zip(*forms, strict=True))


def pluralise(advice: str, irregular: Mapping[str, str]) -> str:
    """Make the plural of alternatives, each a noun or a phrase: collections of blood, bruises."""
    if advice in irregular:
        return irregular[advice]
    parts = _ALTERNATIVES.split(advice)
    return "".join(part if at % 2 else _plural(part, irregular) for at, part in enumerate(parts))


def _plural(phrase: str, irregular: Mapping[str, str]) -> str:
    if phrase in irregular:
        return irregular[phrase]
    noun, behind = phrase, _BEHIND_A_NOUN.search(phrase)
    if behind:
        noun = phrase[: behind.start()]
    return noun_forms(_ARTICLE.sub("", noun, count=1))[1] + phrase[len(noun) :]
