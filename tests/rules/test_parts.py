"""The parts of a leaflet: which words speak of one, and whose demands count."""

from datetime import date
from pathlib import Path

import pytest
import yaml

from leafwright.blocks.traits import LeafletPart
from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.resources import shared
from leafwright.rules import profile
from leafwright.rules.choice import RuleOptions
from leafwright.rules.parts import parts_of, read_parts, words_of_part
from leafwright.rules.profile import load_profile
from leafwright.rules.run import run_rules
from leafwright.source import parse_source
from tests.workspaces import HANDOUT, second_clinic, write_workspace

PROFILE = """\
summary: A test.
standards: None.
rules:
  missing-part: {severity: warning, leave-out: [%s]}
"""

SPOKEN = {
    LeafletPart.BENEFITS: [
        "What are the benefits of surgery?",
        "The injection may ease the pain for a few weeks.",
        "Does it work?",
        "How can physiotherapy help? It will reduce swelling.",
    ],
    LeafletPart.RISKS: [
        "All operations carry some risk.",
        "Like all medicines, it can have side effects.",
        "Complications are uncommon.",
        "What can go wrong?",
    ],
    LeafletPart.ALTERNATIVES: [
        "What are the alternatives?",
        "Other treatments you could try are tablets and exercise.",
        "You can have a scan instead.",
        "What else could I do?",
    ],
    LeafletPart.NO_TREATMENT: [
        "What happens if I choose not to have the operation?",
        "You can also decide to have no treatment.",
        "You do not have to have the test.",
        "Without treatment, the pain may settle by itself.",
        "Doing nothing for now is also an option.",
        "If you decline, tell your nurse.",
    ],
    LeafletPart.QUESTIONS: [
        "Questions you may want to ask",
        "Please ask us about anything that is unclear.",
        "Talk to your nurse before you decide.",
    ],
    LeafletPart.AFTERCARE: [
        "Afterwards you will rest on the ward.",
        "When can I go home?",
        "It takes six weeks to recover.",
        "After your injection your arm may be weak.",
    ],
    LeafletPart.CHOICE: [
        "It is your choice whether to come.",
        "You can decide not to be screened.",
        "It is up to you.",
        "You do not have to have the scan.",
        "You can say no at any time.",
    ],
    LeafletPart.NUMBERS: [
        "5 in 1,000 people have a wide artery.",
        "About 3 people out of every 100 are called back.",
    ],
    LeafletPart.DOSES: [
        "Take 1 tablet each morning.",
        "Use two puffs when you need it.",
        "Take it once a day, with food.",
        "You inject it twice a week.",
        "It is given every 3 weeks.",
    ],
    LeafletPart.MISSED_DOSE: [
        "If you miss a dose",
        "I forgot to take my tablet",
        "What if a tablet is forgotten?",
        "You missed it by less than 2 days.",
        "A missed dose",
    ],
    LeafletPart.BRING: ["Please bring a list of your medicines.", "What to take with you"],
    LeafletPart.EXPECT: [
        "What to expect",
        "Some bruising is normal.",
        "You may feel tired for a day or two.",
        "You might have a small amount of bleeding.",
    ],
}
SILENT = {
    LeafletPart.BENEFITS: ["A needle goes into the joint.", "You can come by bus."],
    LeafletPart.RISKS: ["Mind the step at the door.", "Your knee is swollen."],
    LeafletPart.ALTERNATIVES: ["The other knee is treated next month.", "Park on any other day but Friday."],
    LeafletPart.NO_TREATMENT: [
        "Do not eat before the test.",
        "There is no parking at the clinic.",
        "You have no pain.",
    ],
    LeafletPart.QUESTIONS: ["The nurse asks your name.", "We speak several languages."],
    LeafletPart.AFTERCARE: ["It was better after 1 month.", "Come to the desk on Monday."],
    LeafletPart.CHOICE: ["We have a wide choice of chairs.", "The nurse has decided on a date."],
    LeafletPart.NUMBERS: ["Come at 9 in the morning.", "Rest for 2 to 3 days.", "Call 100 out of hours."],
    LeafletPart.DOSES: ["Take the lift to floor 2.", "Come back in a week.", "It is a strong medicine."],
    LeafletPart.MISSED_DOSE: ["If you miss the bus", "Do not forget your glasses.", "If you miss a visit"],
    LeafletPart.BRING: ["Take your tablets as usual."],
    LeafletPart.EXPECT: ["Keep the wound dry.", "Rest your knee for 2 days."],
}


@pytest.mark.parametrize(("part", "text"), [(part, text) for part, texts in SPOKEN.items() for text in texts])
def test_words_of_real_leaflets_speak_of_a_part(part: LeafletPart, text: str) -> None:
    """A part is found in sentences as leaflets have them, so that it is not reported as missing."""
    assert words_of_part(part).search(text.lower())


@pytest.mark.parametrize(("part", "text"), [(part, text) for part, texts in SILENT.items() for text in texts])
def test_other_words_do_not(part: LeafletPart, text: str) -> None:
    """What only resembles such a sentence is not taken for the part."""
    assert not words_of_part(part).search(text.lower())


BY_BLOCKS = {
    LeafletPart.HELP,
    LeafletPart.SOURCES,
    LeafletPart.MATTERS,
    LeafletPart.APPOINTMENT,
    LeafletPart.ZONES,
    LeafletPart.EXERCISES,
    LeafletPart.ROWS,
    LeafletPart.SIGNATURES,
}
BY_WORDS = {LeafletPart.AFTERCARE, LeafletPart.CHOICE, LeafletPart.MISSED_DOSE}


def test_every_part_can_be_asked_for() -> None:
    """Each part has its words or its block, and a hint how to add it."""
    parts = read_parts().parts

    assert set(parts) == set(LeafletPart)
    assert {part for part in parts if not parts[part].words} == BY_BLOCKS


def test_blocks_are_parts() -> None:
    """Among the examples of all kinds of blocks each part is found that a block can be."""
    examples = sorted((shared("templates") / "blocks").glob("*.yaml"))
    # Like Leafwright itself, take every value as text.
    read = (yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in examples)  # noqa: S506  # text only
    section = {"id": "part", "heading": "All", "blocks": [block for blocks in read for block in blocks]}
    written = yaml.safe_dump({**HANDOUT, "sections": [section]})
    found = map(parts_of, decode(Handout, parse_source(written, "all.yaml")).blocks())

    assert frozenset[LeafletPart]().union(*found) == set(LeafletPart) - BY_WORDS


def test_the_demands_of_two_profiles_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two clinics print a handout and require different parts: both are reported, at the same place."""
    folder = tmp_path / "profiles"
    folder.mkdir()
    for name, part in (("uk-nhs", "benefits"), ("us-plain", "risks")):
        others = ", ".join(other for other in LeafletPart if other != part)
        (folder / f"{name}.yaml").write_text(PROFILE % others, encoding="utf-8")
    monkeypatch.setattr(profile, "FOLDER", folder)
    load_profile.cache_clear()
    block = {"kind": "paragraphs", "id": "text", "text": "Rest your knee."}
    workspace = write_workspace(tmp_path, blocks=[block], files=second_clinic(profile="us-plain"))

    found = run_rules(load_library(workspace), RuleOptions(as_of=date(2027, 1, 1)))

    load_profile.cache_clear()
    assert [problem.message for problem in found] == [
        "the leaflet sheet says nothing about what good it may do",
        "the leaflet sheet says nothing about the risks",
    ]
