"""What is reported by its colour alone, in sentences as leaflets write them."""

from tests.rules.sentences import find_faulty

FAULTY = (
    "The foods listed in green are safe to eat.",
    "Do not take the medicines highlighted in yellow.",
    "Check the blue box before you come.",
    "Follow the green arrows to the clinic.",
    "Phone us if your peak flow falls into the orange band.",
    "Your answers in red need a doctor.",
    "Please read the text in blue again.",
    "Red means stop and phone us.",
    "The parts of your heart that were damaged are shaded grey.",
    "The dark blue figures are people who had a stroke.",
    "Each pink square is one person.",
    "Days marked in green are days of rest.",
)
SOUND = (
    "Follow the green arrows marked 'X-ray' to the clinic.",
    "Read the blue box below before you come.",
    "The red bar on the left is your result.",
    "The dark blue figures, with a solid outline, are people who had a stroke.",
    "Phone us if the wound is red, hot or swollen.",
    "A red line that spreads from the wound is a sign of infection.",
    "You may see a red square of skin where the patch was.",
    "Your blue inhaler helps at once, your brown one every day.",
    "Red and white blood cells are made in the bone marrow.",
    "Wear something in blue if you like.",
    "Put the lancet into the yellow sharps box.",
    "Park in the green section and show your blue badge.",
    "Yellow means jaundice to a doctor.",
    "Drink nothing red or purple the day before.",
    "Green vegetables have vitamin K.",
    "A nurse in dark blue will call you.",
    "The area is marked in purple ink.",
    "Look up the yellow card scheme.",
)


def test_what_only_a_colour_tells_is_found() -> None:
    """Parts of the page and meanings, however the sentence is turned."""
    assert find_faulty("colour-only", FAULTY) == set(FAULTY)


def test_other_colours_are_left_alone() -> None:
    """Colours of bodies, medicines and things, and parts of a page that more than a colour tells."""
    assert find_faulty("colour-only", SOUND) == set()
