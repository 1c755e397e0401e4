"""Sentences as leaflets write them: which of them each rule for numbers and evidence finds, and which not."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.workspaces import write_workspace

FAULTY: Final = {
    "decimal-percent": [
        "The overall complication rate is 1.7%.",
        "About 0.5% of patients need a second operation.",
        "The test finds 99.7 per cent of cases.",
        "The risk of miscarriage is between 0.5% and 1%.",
        "In 2.5 percent of people the wound breaks down.",
        "Risk of death: 0.01%",
    ],
    "bare-percent": [
        "There is a 1% risk of serious bleeding.",
        "The success rate is about 85%.",
        "The chance of a miscarriage is less than 1%.",
        "Infection (2-5%)",
        "This operation has a 95% success rate.",
        "Recurrence: up to 30%",
        "There is around a 10% chance that the cyst will come back.",
        "The procedure is 80-90% effective.",
        "Complications occur in less than 2%.",
        "The cure rate is 98 per cent.",
        "The test is about 90% accurate.",
    ],
    "relative-risk-only": [
        "Smoking doubles your risk of wound infection.",
        "Women who take it are twice as likely to have a clot.",
        "Statins reduce the risk of a heart attack by about a third.",
        "Taking aspirin cuts the chance of a stroke by 25%.",
        "You are three times more likely to have a complication if you smoke.",
        "The vaccine lowers the risk by up to 90%.",
        "Being overweight triples the risk of a blood clot.",
        "There is a 40% lower risk of falls with exercise.",
        "Stopping smoking halves your chance of problems.",
        "Your risk is four times higher than average.",
        "This gives a 50% reduction in the risk of stroke.",
        "People who drink are 60% more likely to get it.",
        "The risk of infection is increased by 20% in people with diabetes.",
        "It reduces the risk of a stroke by 16%; 1 in 20 people smoke.",
        "It lowers the risk by 16%, and 1 in 20 people stop taking it.",
        "It halves the chance of a clot (1 in 10 people have a bruise).",
        "You are 30% less likely to need surgery, but 5 in 100 people feel sick.",
        "About 1 in 20 people smoke, which doubles the risk of a stroke.",
        "The risk is four times higher in the 1 in 20 people who smoke.",
    ],
    "numbers-disagree": [
        "The risk of infection is 1% (1 in 1,000).",
        "About 1 in 5 people (5%) feel sick.",
        "Around 10% or 1 in 20 patients need more treatment.",
        "Less than 1% (fewer than 1 in 10) have it.",
        "Nerve damage: 0.1% (1 in 100)",
        "It happens in 2 out of 10 people (2%).",
        "It happens in 50%, that is 1 in 5.",
    ],
    "label-disagrees-with-number": [
        "Infection is a rare complication (about 1 in 20 people).",
        "Common (1 in 500): bruising.",
        "Very common: affects 1 in 50 people.",
        "Bleeding is rare, affecting 2% of people.",
        "Rare side effects (1 in 200 people)",
        "Very rare (about 1 in 500)",
        "Uncommon (1 in 5)",
        "Nerve damage is very rare, about 1 in 1,000.",
    ],
    "number-without-source": [
        "About 1 in 10 people get an infection.",
        "Nine out of ten patients are pleased with the result.",
        "Up to 20% of women have heavy bleeding.",
        "There is a 2% risk of bleeding.",
        "A quarter of patients need a second operation.",
        "Two thirds of people feel better after 6 weeks.",
        "On average, pain fell by 20 points.",
        "The success rate is 85%.",
        "Infection (2%)",
    ],
    "claim-without-citation": [
        "Research has shown that exercise helps.",
        "Studies suggest that this reduces pain.",
        "There is good evidence that physiotherapy works.",
        "There is no evidence that diet makes a difference.",
        "Recent research shows that walking helps.",
        "Clinical trials have shown it to be safe.",
        "Evidence suggests that early movement is best.",
        "This has been shown to speed up recovery.",
        "In one study, most people felt better.",
        "It is clinically proven to work.",
        "A review of 20 trials found no benefit.",
        "Several large studies have found a link.",
        "According to research, most people recover.",
        "The evidence shows that surgery is no better.",
    ],
}
SOUND: Final = {
    "decimal-percent": [
        "You will be given 0.5% bupivacaine.",
        "We use 2.5 per cent prilocaine cream (EMLA).",
        "Bathe the eye in 0.9% sodium chloride.",
        "An HbA1c of 6.5% or more means diabetes.",
        "Use 0.05% clobetasol ointment twice a day.",
        "Your BMI should be under 32.5.",
        "Take 2.5 mg at night.",
        "Use 1.5% hydrogen peroxide to rinse.",
        "VAT is charged at 17.5%",
        "A 2.5ml dose of 0.1% adrenaline.",
    ],
    "bare-percent": [
        "About 5% of people need more treatment.",
        "In 5% of cases the bleeding carries on.",
        "There is a 1% (1 in 100) risk of bleeding.",
        "The risk is 1%. This means 1 in 100 people will have it.",
        "Sunscreen should block 98% of UVB.",
        "No contraceptive is 100% effective.",
        "Clean the skin with 70% alcohol.",
        "You can have a 50% reduction in your council tax.",
        "Your oxygen level should stay above 94%.",
        "Reduce the dose by 50%.",
        "Try to fill 50% of your plate with vegetables.",
        "Apply 1% hydrocortisone twice a day.",
        "Patients have a 2% risk of infection.",
        "Turn the heating down by 10%.",
        "It contains 2% chlorhexidine.",
        "Muscle strength should be 80% of the other leg.",
        "You must have 60% humidity.",
    ],
    "relative-risk-only": [
        "Take it twice a day.",
        "The risk rises from 1 in 1,000 to 2 in 1,000 people, which doubles the risk.",
        "You may have double vision.",
        "Smoking increases the risk of infection.",
        "This is twice the usual dose.",
        "It is more likely to happen if you smoke.",
        "Half of the risk is inherited from parents, some say.",
        "The operation takes twice as long.",
        "You will need to exercise three times as often.",
        "Smoking doubles your risk, to 4 in 100 people.",
        "Ask whether the risk is doubled for you: 2 in 100 rather than 1 in 100.",
        "It reduces the risk of a stroke by 16%: 5 in 100 people had a stroke.",
        "It halves the risk, so that 2 in 100 people have it instead of 4 in 100.",
        "It halves the chance of a clot, which happens in 4 in 100 people.",
        "Your risk is doubled, but is still only 2 in 1,000.",
        "The risk is three times higher (3 in 100).",
        "It cuts the risk of dying by 16%; 5 in 1,000 people die in 10 years.",
    ],
    "numbers-disagree": [
        "The risk of infection is 1% (1 in 100).",
        "About 1 in 5 people (20%) feel sick.",
        "About a third (1 in 3 or 33%) do.",
        "One in six people (about 15%) needs it.",
        "In 5% (5 in 100) of people.",
        "1 in 8 people (12%) and 1 in 50 (2%).",
        "Around 10% of men and 1 in 20 women have it.",
        "There is a 2% chance of bleeding and a 1 in 100 chance of infection.",
        "Up to 10% (less than 1 in 10).",
        "95 in 100 people (95%) are well, and 5 in 100 are not.",
        "Fewer than 1% (about 1 in 400) need surgery.",
        "Between 1 in 10 and 1 in 20 (5-10%).",
        "1 in 7 (14%)",
        "99% (99 in 100)",
        "2 in 3 (67%)",
    ],
    "label-disagrees-with-number": [
        "Common (may affect up to 1 in 10 people)",
        "Very rare (may affect up to 1 in 10,000 people)",
        "Serious problems are rare (fewer than 1 in 1,000).",
        "Infection is uncommon (about 1 in 200).",
        "Headache is common. It affects 1 in 20 people.",
        "This is a common operation with a 1 in 500 risk of bleeding.",
        "Rare (1 in 5,000): clots.",
        "It is not common: about 1 in 300.",
        "The commonest problem is infection (1 in 400).",
        "It is rare. Of those who have it, 1 in 3 need an operation.",
        "Less common problems affect 1 in 500 people.",
        "Common bile duct stones are found in 15% of people.",
        "Rarely, in about 1 in 5,000 people, the bowel is damaged.",
        "Very common, affecting 3 in 10.",
    ],
    "number-without-source": [
        "Take one tablet 3 times a day.",
        "You will see the nurse at 2 weeks and 6 weeks.",
        "Do the exercises 10 times, 3 times a day.",
        "Children under 12 in the ward need an adult.",
        "Drink 2 litres of water in 24 hours.",
        "Ring 111 or 01632 960 142.",
        "You must have a BMI under 35.",
        "Half of the tablet is enough.",
        "Raise one leg in turn.",
        "Rate your pain out of 10.",
        "Stay 1 in the waiting area.",
        "Bring 2 in case one gets wet.",
        "Wait in room 4 of 6.",
        "Your sight is measured as 6/12 in both eyes.",
        "There are 5 steps in all.",
        "Aim for 5 out of 7 days.",
        "Your score is 12 out of 15.",
    ],
    "claim-without-citation": [
        "You may be invited to take part in a research study.",
        "Our research nurse may contact you.",
        "Your sleep study will show how well you breathe.",
        "Nerve conduction studies showed damage.",
        "We may use your data for research.",
        "More research is needed.",
        "Please bring evidence of your address.",
        "The scan showed evidence of a tear.",
        "If studies show that it works, we will tell you.",
        "The trial of a lower dose will start next month.",
        "We will review your medicines.",
        "Your review found no problems.",
        "A trial without catheter shows if you can pass urine.",
        "There is evidence of swelling on your scan.",
    ],
}


@cache
def _found(code: str) -> frozenset[str]:
    """Read each sentence of a rule as a block of its own; return those that have a finding."""
    sentences = FAULTY[code] + SOUND[code]
    blocks = [
        {"kind": "paragraphs", "id": f"text-{number}", "text": text} for number, text in enumerate(sentences)
    ]
    with TemporaryDirectory() as folder:
        library = load_library(write_workspace(Path(folder), blocks=blocks, references=[]))
        assert not library.problems
        (file,) = library.handouts
        problems = run_content(library, file, RuleOptions(as_of=date(2027, 1, 1), rules=(code,)))
    lines = [block.place_of("text").line for block in file.handout.blocks()]
    texts = dict(zip(lines, sentences, strict=True))
    return frozenset(texts[problem.place.line] for problem in problems)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in FAULTY.items() for text in texts])
def test_a_faulty_sentence_is_found(code: str, text: str) -> None:
    """A sentence with the fault has a finding."""
    assert text in _found(code)


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in SOUND.items() for text in texts])
def test_a_sound_sentence_is_left_alone(code: str, text: str) -> None:
    """A sentence that only looks as if it had the fault has none."""
    assert text not in _found(code)
