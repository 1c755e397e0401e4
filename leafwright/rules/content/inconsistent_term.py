"""A word of the glossary is written in two ways."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from leafwright.blocks.glossary import Glossary
from leafwright.rules import Finding, Findings, Passage, PassageKind, Reader, just_before

_JOINT: Final = re.compile(r"[\s-]+")
_ENDS: Final = re.compile(r"(?:['’]?s)?(?![\w-]|['’]\w)")
_VERB_BEFORE: Final = re.compile(
    r"\b(?:to|will|we|they|you|can|should|must|may|not|and|please|who|I)\s+$", re.IGNORECASE
)
_NOUN_AFTER: Final = re.compile(
    r"\s(?!(?:an?|and|are|as|at|but|by|can|for|from|has|have|if|in|is|may|of|on|or|than|that|the|to|was|when|will|with)\b)[a-z]"
)
_NAME_AFTER: Final = re.compile(r"(?:['’]?s)?\s[A-Z]")
_NO_PART: Final = frozenset("a after all an any by down for in no of off on out over the to up".split())  # noqa: SIM905  # one line reads better
"""Before another word these are separate words: "in patients" does not mean "inpatients"."""
_LEAST_LETTERS: Final = 7
"""In shorter words a letter more or less makes another word."""


def check(reader: Reader) -> Findings:
    """Report the glossary's terms where they are written differently."""
    terms = tuple(_terms(reader))
    for term in terms:
        for passage, start, form in _forms(reader, term):
            if not _is_same(form, term, passage, start) and not _is_fitted(form, term, passage, start):
                yield _finding(passage, start, form, term)
    known = {word for term in terms for word in _JOINT.split(term.lower())}
    for word in sorted(known):
        for slip in sorted(_slips(word) & reader.vocabulary.keys() - known):
            for index, start in reader.vocabulary[slip]:
                passage = reader.prose_and_risks[index]
                yield _finding(passage, start, passage.text[start : start + len(slip)], word)


def _finding(passage: Passage, start: int, form: str, term: str) -> Finding:
    return Finding(
        place=passage.place_at(start),
        message=f"'{form}' is '{term}' in the glossary",
        hint="write it in one way everywhere",
    )


def _terms(reader: Reader) -> Iterator[str]:
    """Go through the glossary's terms in the singular, without the brackets that follow them."""
    for term in (term for block in reader.blocks(Glossary) for term in block.terms):
        written = " ".join(term.term.plain.partition("(")[0].split())
        plural = written.endswith("s") and not written.endswith(("ss", "is", "us"))
        yield written[:-1] if plural else written


def _forms(reader: Reader, term: str) -> Iterator[tuple[Passage, int, str]]:
    """Find a term with any hyphens and spaces, wherever the prose has a word that could begin it."""
    letters = _JOINT.sub("", term).casefold()
    openings = (*(letters[:length] for length in range(1, len(letters) + 1)), f"{letters}s")
    for index, start in (place for opening in openings for place in reader.vocabulary.get(opening, ())):
        form = _form_at(start, reader.prose_and_risks[index].text, letters)
        if form and not _is_two_words(form, term):
            yield reader.prose_and_risks[index], start, form


def _form_at(start: int, text: str, letters: str) -> str:
    """Return how a text writes a term from `start` on; empty if it has other letters."""
    end = start
    for letter in letters:
        if end > start and text[end : end + 1] in {" ", "-"}:
            end += 1
        if text[end : end + 1].casefold() != letter:
            return ""
        end += 1
    goes_on = not _ENDS.match(text, end) or text[start - 1 : start] in {"-", "/", "@", "."}
    return "" if goes_on else text[start:end]


def _is_two_words(form: str, term: str) -> bool:
    """Return whether a term of one word was found in two separate words."""
    return not _JOINT.search(term) and _JOINT.split(form)[0].lower() in _NO_PART


def _is_same(form: str, term: str, passage: Passage, start: int) -> bool:
    """Return whether a form is the term; capitals may differ in headings and at the start of a sentence."""
    if form.casefold() == term.casefold() and (
        passage.kind in {PassageKind.TITLE, PassageKind.HEADING} or not _JOINT.search(term)
    ):
        return True
    if form in {term, term[:1].lower() + term[1:]}:
        return True
    begins = any(sentence.start == start for sentence in passage.sentences)
    return begins and form[1:] == term[1:] and form[:1].lower() == term[:1].lower()


def _is_fitted(form: str, term: str, passage: Passage, start: int) -> bool:
    """Return whether grammar asks for the other form, or it is part of a longer name."""
    before, end = just_before(passage.text, start), start + len(form)
    if form.istitle() and _NAME_AFTER.match(passage.text, end):
        return True
    if " " in form and " " not in term:
        return bool(_VERB_BEFORE.search(before))
    return "-" in form and "-" not in term and bool(_NOUN_AFTER.match(passage.text, end))


@cache
def _slips(word: str) -> frozenset[str]:
    """Make the misspellings of a word with a letter doubled, left out or swapped with the next."""
    if len(word) < _LEAST_LETTERS:
        return frozenset()
    slips = set()
    for at in range(1, len(word) - 1):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        slips |= {before + letter + letter + after, before + after[0] + letter + after[1:]}
        # Without the a of ae it is the American spelling, which has a rule of its own.
        if letter not in "ao" or after[0] != "e":
            slips.add(before + after)
    return frozenset(slips - {word})
