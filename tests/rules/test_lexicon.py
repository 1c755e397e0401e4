"""The lists of words kept beside the rules: complete, in order, and in step with the words files."""

import re
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml

from leafwright.library import Library
from leafwright.phrasing.spelling import Speller
from leafwright.rules.inflection import noun_forms, verb_forms
from leafwright.rules.lexicon import (
    hard_words,
    loud_alone,
    loud_words,
    spelling_pairs,
)
from leafwright.rules.listed import FOLDER
from leafwright.rules.reader import read_handout
from leafwright.rules.wording import WordList
from tests.workspaces import read_examples

AS_OF: Final = date(2027, 1, 1)
OTHER_WORDS: Final = {"anaesthetist": "anesthesiologist"}
"""What the words file calls otherwise, and not only spells so."""

PASTS: Final = (
    "ate|began|bought|built|came|cut|drank|drew|felt|found|gave|got|had|kept|left|let|made|met|put|showed|"
    "spread|told|took|was|went"
)
"""The pasts of the irregular verbs that are offered."""


@pytest.fixture(scope="module")
def library() -> Library:
    """Load the library that ships."""
    return read_examples()


def _listed(group: str) -> dict[str, str]:
    """Read a group of the hard words as it is written."""
    listed: dict[str, str] = yaml.safe_load((FOLDER / "hard-words.yaml").read_text("utf-8"))[group]
    return listed


def _offered(group: str) -> list[tuple[str, str]]:
    """List every form of a group's words, in either spelling, with what is offered for it."""
    entries = _listed(group)
    return [(form, word.advice) for form, word in hard_words().words.items() if word.entry in entries]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_list_is_in_order(path: Path) -> None:
    """Each group of a list is sorted, so that a word is found, and added once."""
    for group in re.split(r"\n(?=[a-z-]+:)", path.read_text("utf-8")):
        entries = re.findall(r"^  (?:- )?([^:\n>]+?)(?=:|$)", group, re.MULTILINE)
        if ">-" not in group:
            assert entries == sorted(set(entries))


def test_the_list_of_hard_words_is_long() -> None:
    """A list worth keeping has at least 120 words and phrases."""
    assert len({word.entry for word in hard_words().words.values() if word.advice}) >= 120


def test_what_is_offered_is_no_hard_word_itself() -> None:
    """The plain words are plain: none of them is on the list."""
    hard = {form for form, word in hard_words().words.items() if word.advice}
    offered = {
        (word.entry, part)
        for word in hard_words().words.values()
        for part in (word.advice, *re.findall(r"[\w-]+", word.advice))
    }

    assert [(entry, part) for entry, part in sorted(offered) if part in hard] == []


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("commence", ("commence", "commences", "commenced", "commencing")),
        ("notify", ("notify", "notifies", "notified", "notifying")),
        ("palpate", ("palpate", "palpates", "palpated", "palpating")),
        ("inform", ("inform", "informs", "informed", "informing")),
    ],
)
def test_a_verb_has_its_endings(verb: str, forms: tuple[str, ...]) -> None:
    """The ordinary endings of a verb are made, spelled as they are written."""
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("incision", "incisions"),
        ("malignancy", "malignancies"),
        ("prognosis", "prognoses"),
        ("apparatus", "apparatuses"),
    ],
)
def test_a_noun_has_its_plural(noun: str, plural: str) -> None:
    """The ordinary plural of a noun is made."""
    assert noun_forms(noun) == (noun, plural)


@pytest.mark.parametrize(
    ("form", "advice"),
    [
        ("administer", "give"),
        ("administers", "gives"),
        ("administered", "gave/given"),
        ("administering", "giving"),
        ("consumed", "ate/eaten or drank/drunk"),
        ("mobilised", "got up and moved"),
        ("mobilized", "got up and moved"),
        ("adheres to", "keeps to"),
        ("omitted", "left out"),
        ("ceasing", "stopping"),
        ("anticoagulants", "blood thinners, or medicines to prevent blood clots"),
        ("haematomas", "collections of blood, bruises"),
        ("hematomas", "collections of blood, bruises"),
        ("phlebotomists", "people who take blood"),
    ],
)
def test_advice_has_the_form_of_the_hard_word(form: str, advice: str) -> None:
    """The suggestion fits in place of the hard word."""
    assert hard_words().words[form].advice == advice


def test_every_verb_is_offered_in_its_form() -> None:
    """Each alternative to a form of a verb ends as that form does, or is an irregular past."""
    forms = {"s": r"\w+s", "ed": rf"\w+ed|{PASTS}", "ing": r"\w+ing"}
    wrong = [
        (form, said)
        for ending, wanted in forms.items()
        for form, advice in _offered("verbs")
        if form.split()[0].endswith(ending)
        for said in re.split(r", | or | and ", advice)
        if not re.fullmatch(wanted, re.split(r"[ /]", said)[0])
    ]

    assert wrong == []


def test_every_plural_is_offered_a_plural() -> None:
    """Each alternative to the plural of each noun names several, and has no article of one."""
    wrong = [
        (form, said)
        for form, advice in _offered("nouns")
        if form.endswith("s") and form not in _listed("nouns")
        for said in re.split(r",? or |, ", advice)
        if form != "vital signs" and not re.match(r"(?!an? )(?:people|[\w -]*?s)\b", said)
    ]

    assert wrong == []


def test_hard_words_are_known_in_american_spelling() -> None:
    """What is spelled differently in American English is found in both spellings, as the same entry."""
    words = hard_words().words

    assert words["edema"].entry == words["oedema"].entry == "oedema"
    assert words["hemorrhages"].entry == "haemorrhage"
    assert words["utilizing"].entry == "utilise"


def test_no_spelling_is_both_british_and_american() -> None:
    """A word that both use has no place among the pairs."""
    pairs = spelling_pairs()

    assert {british for british, american in pairs.items() if british == american} == set()
    assert pairs.keys() & set(pairs.values()) == set()


def test_the_words_files_spell_as_the_list_does(library: Library) -> None:
    """The list has what an American words file spells differently without using another word."""
    spelled = {
        british: american
        for british, american in library.words["en-US"].spelling.items()
        if re.fullmatch(r"\w+", british) and OTHER_WORDS.get(british) != american
    }
    spelled = {british: american for british, american in spelled.items() if " " not in american}

    assert spelled
    assert {british: spelling_pairs().get(british) for british in spelled} == spelled


def test_no_british_spelling_is_left_on_an_american_sheet(library: Library) -> None:
    """The words file turns every British spelling of the library that ships into an American one."""
    speller = Speller(library.words["en-US"])
    pairs = spelling_pairs()
    left = {
        word
        for file in library.handouts
        for passage in read_handout(file, library, AS_OF).passages
        for word in re.findall(r"\w+", speller.text(passage.written).plain.lower())
        if word in pairs
    }

    assert left == set()


def test_words_shouted_alone_are_shouted_in_a_row() -> None:
    """Words that may be abbreviations are left alone, but no others."""
    assert loud_alone() < loud_words()
    assert {"NOT", "STOP", "BEFORE"} <= loud_alone()
    assert not {"FAST", "ALL", "IT", "US", "WHO"} & loud_alone()


def test_the_longest_form_is_looked_for_first() -> None:
    """Of two forms that begin alike, the longer one comes first."""
    made = WordList.saying({"say when": ["soon", "soon enough"]})

    longest = made.openings["soon"][0].pattern.match("soon enough")
    assert longest is not None
    assert longest[0] == "soon enough"
