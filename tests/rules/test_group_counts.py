"""The shares that a sentence gives for the groups of a risk record, in whatever form it says them."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.rules.examples import AS_OF
from tests.rules.pairs import reference
from tests.workspaces import write_workspace

TRIAL: Final = {
    "kind": "risk",
    "id": "trial",
    "heading": "Better",
    "people": "people in the trial",
    "event": "were much better",
    "otherwise": "were not",
    "n": 42,
    "of": 100,
    "time-frame": "after the injection",
    "certainty": "low",
    "source": ["elm1999"],
    "group": "Steroid",
    "comparator": {"group": "Salt water", "n": 33},
    "picture": False,
}
WRONG: Final = (
    "53% with salt water.",
    "With salt water it was 53%.",
    "It was 53 per cent with salt-water.",
    "With salt water, 53 out of 100 people were much better.",
    "53 of 100 people were much better with salt water.",
    "53 of the 100 people given salt water were much better.",
    "Of those given salt water, 53% were much better.",
    "53% of those who had salt water.",
    "It worked for 53% with salt water.",
    "5 in 10 with salt water.",
    "Salt water: 53%",
    "Only 10 to 15% with salt water.",
    "Steroid 42%, salt water 53%.",
    "Steroid (42%) and salt water (53%).",
    "About half were much better with salt water.",
    "Two thirds of people were much better with salt water.",
    "In 33 in 100 with steroid and 42 in 100 with salt water.",
    "With steroid it was 33%, with salt water 42%.",
)
RIGHT: Final = (
    "33% with salt water.",
    "With salt water it was 33%, and with steroid 42%.",
    "Compared with salt water (33 in 100), 42 in 100 were much better with steroid.",
    "About 4 in 10 were much better with steroid, and 1 in 3 with salt water.",
    "About a third were much better with salt water.",
    "With steroid, 58% were not much better.",
    "With salt water, 20% had a headache.",
    "With salt water it was 30% after 2 years.",
    "The steroid comes in 1% lidocaine.",
    "People were given salt water (0.9%) or steroid.",
    "The salt water was 0.9%.",
    "They had 5% salt water.",
    "Half of the people had salt water.",
    "50% of people had salt water and 50% steroid.",
    "Half of the dose was salt water.",
)


@cache
def _found() -> frozenset[str]:
    """Read each sentence as a block of its own beside one risk record; return those that are reported."""
    with TemporaryDirectory() as folder:
        blocks = [
            {"kind": "paragraphs", "id": f"text-{at}", "text": text}
            for at, text in enumerate((*WRONG, *RIGHT))
        ]
        library = load_library(
            write_workspace(Path(folder), blocks=[*blocks, TRIAL], references=[reference("elm1999")])
        )
        assert not library.problems
        (file,) = library.handouts
        problems = run_content(library, file, RuleOptions(as_of=AS_OF, rules=("numbers-disagree",)))
        lines = [block.place_of("text").line for block in file.handout.blocks() if block.id != "trial"]
        texts = dict(zip(lines, (*WRONG, *RIGHT), strict=True))
        return frozenset(texts[problem.place.line] for problem in problems)


@pytest.mark.parametrize("text", WRONG)
def test_another_share_of_a_group_is_reported(text: str) -> None:
    """A sentence that gives a group of the record another number than the record does has a finding."""
    assert text in _found()


@pytest.mark.parametrize("text", RIGHT)
def test_the_share_of_a_group_and_what_is_none_are_left_alone(text: str) -> None:
    """The record's number in another form has none, and neither has a strength, outcome or treatment."""
    assert text not in _found()
