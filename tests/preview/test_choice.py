"""Which sheet a choice means, and what it may be turned to."""

from dataclasses import replace
from pathlib import Path

from leafwright.library import load_library
from leafwright.preview.choice import SheetChoice, find_sheet, menu_of, nearest_sheet, paper_of
from leafwright.sheet import SheetKey
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC, CLINIC_FILE, LANGUAGE, TOPIC, write_workspace

KEYS = [
    SheetKey(clinic=clinic, topic="knee", variant=variant, edition=edition, language=language)
    for clinic, language in (("elm", "en-GB"), ("oak", "en-US"))
    for variant in ("leaflet", "aftercare")
    for edition in ("standard", "large-print")
]
WHOLE = SheetChoice(topic=TOPIC, clinic=CLINIC, variant="leaflet", edition="standard", language=LANGUAGE)


def test_an_open_choice_is_the_first_sheet() -> None:
    """Who names a topic alone sees what the first clinic prints first."""
    assert nearest_sheet(SheetChoice(topic="knee"), KEYS) == KEYS[0]


def test_a_whole_choice_is_its_sheet() -> None:
    """Each sheet is what a choice for it means."""
    assert [nearest_sheet(SheetChoice.of(key), KEYS) for key in KEYS] == KEYS


def test_a_language_is_named_by_its_base() -> None:
    """`en` means the first English there is at that clinic."""
    settled = nearest_sheet(SheetChoice(topic="knee", clinic="oak", variant="aftercare", language="en"), KEYS)

    assert settled == replace(KEYS[4], variant="aftercare")


def test_what_a_clinic_does_not_print_is_replaced() -> None:
    """Another clinic keeps the choices that it prints, too, and gets its own language."""
    settled = nearest_sheet(
        SheetChoice(topic="knee", clinic="oak", variant="aftercare", edition="tri-fold", language="en-GB"),
        KEYS,
    )

    assert settled == SheetKey(
        clinic="oak", topic="knee", variant="aftercare", edition="standard", language="en-US"
    )


def test_another_clinic_is_never_shown_instead() -> None:
    """A clinic that cannot be read is not replaced by the next."""
    assert nearest_sheet(SheetChoice(topic="knee", clinic="ash"), KEYS) is None


def test_another_topic_is_never_shown_instead() -> None:
    """A topic that cannot be read is not replaced by the next."""
    assert nearest_sheet(SheetChoice(topic="hip"), KEYS) is None


def test_the_menu_has_names(workspace: Workspace) -> None:
    """Choices are called what patients read, not what folders are called."""
    menu = menu_of(load_library(workspace), WHOLE)

    labels = {part: [option.label for option in options] for part, options in menu.items()}
    assert labels["topic"] == ["Looking after a sore knee"]
    assert labels["clinic"] == ["Elm Street Practice"]
    assert labels["variant"][::3] == ["Information for patients", "After your procedure"]
    assert labels["edition"] == ["Standard print", "Large print"]
    assert labels["language"] == ["English (United Kingdom)"]


def test_each_paper_of_a_clinic_can_be_chosen(tmp_path: Path) -> None:
    """The first is the one that is shown first; what is chosen stays chosen."""
    prints = {**CLINIC_FILE["prints"], "paper": ["A4", "Legal"]}
    library = load_library(write_workspace(tmp_path, clinic={"prints": prints}))
    keys = {
        paper: find_sheet(library, replace(WHOLE, paper=paper)) for paper in ("", "A4", "Legal", "Letter")
    }

    assert [key and key.other_paper for key in keys.values()] == ["", "", "Legal", ""]
    assert [key and paper_of(library, key) for key in keys.values()] == ["A4", "A4", "Legal", "A4"]
    assert [option.value for option in menu_of(library, WHOLE)["paper"]] == ["A4", "Legal"]


def test_what_is_broken_can_still_be_chosen(tmp_path: Path) -> None:
    """A topic that cannot be read is in the menu by its folder's name, and so is its sheet."""
    workspace = write_workspace(tmp_path, handout={"title": None})

    menu = menu_of(load_library(workspace), WHOLE)

    assert [[option.value for option in options] for options in menu.values()] == [
        [TOPIC], [CLINIC], ["leaflet"], ["standard"], [LANGUAGE], [],
    ]  # fmt: skip
