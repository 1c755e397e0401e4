"""Syllables, of words patients read and of numbers as they are spoken."""

import pytest

from leafwright.syllables import count_syllables

WORDS = {
    1: """the cat knee pain scale while stopped helped asked nurse numb blood heart breathe house eye eyes
        years year hour tired fire shoe toe use used cause size age page lens lives takes bones missed
        washed fixed played tried don't can't won't drive stroke changed ache aches""",
    2: """table safely careful rested needed wanted patient patients doctor steroid bleeding treatment
        being science people every weakness bladder bowel vision muscle guideline severe study review
        trial client diet fluid doing dying million region conscious cancer pressure disease bandage
        dressing houses places boxes washes matches rhythm spasm isn't doesn't language question poem
        poet surgeon asthma sometimes something therefore before movement likely useless useful leaflet
        online driver thinner agreed decide pregnant headache headaches stomach couple ankle needle
        tablet able simple caffeine protein warfarin acne naked treated real x-ray CT GP lying carried""",
    3: """medicine medicines injection injections hospital infection allergic reaction procedure area idea
        different several department appointment evidence previous various period periods difference
        average moderate created creating carrying annual usual actual essential optional delicious
        obvious diseases bandages exercise quality equally family catheter everyone improvement
        completely genitals genital ultrasound biopsy insulin aspirin follow-up MRI NHS syncope cereal
        nuclear realise theory studying decided however""",
    4: """anaesthetic sciatica epidural operation information meningitis paralysis diabetes experience
        reliable medication inflammation usually radiation variety society anxiety annually actually
        gradually bacteria bacterial continuous anaemia diarrhoea endoscopy approximate definitely
        circulation vaccination penicillin ibuprofen temperature reality""",
    5: "antibiotic immediately approximately chemotherapy metabolism vegetarian colonoscopy paracetamol",
    6: "physiotherapy radiofrequency cardiovascular gastrointestinal rehabilitation",
}
PAIRS = [(word, number) for number, words in WORDS.items() for word in words.split()]


@pytest.mark.parametrize(("word", "syllables"), PAIRS)
def test_a_word_has_the_syllables_it_is_spoken_with(word: str, syllables: int) -> None:
    """The words of leaflets are counted as they are spoken in Britain."""
    assert count_syllables(word) == syllables


@pytest.mark.parametrize(
    ("number", "syllables"),
    [("1", 1), ("7", 2), ("10", 1), ("12", 1), ("20", 2), ("26", 3), ("100", 3), ("1,000", 3), ("0.5", 4)],
)
def test_a_number_is_counted_as_it_is_spoken(number: str, syllables: int) -> None:
    """SMOG asks for numbers to be read aloud."""
    assert count_syllables(number) == syllables


def test_capitals_do_not_count() -> None:
    """A word at the beginning of a sentence is the word it is."""
    assert count_syllables("Injection") == count_syllables("injection")
