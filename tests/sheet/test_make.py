"""A sheet: every choice is settled, or a problem says why not."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.contacts import ContactsView
from leafwright.html import render_html
from leafwright.problems import ContentError
from leafwright.resources import shared
from leafwright.sheet import Sheet, SheetKey
from tests.workspaces import CLINIC_FILE, VARIANTS, every_block, example_pictures, sheet_of, write_workspace

Maker = Callable[..., Sheet]


def _control_of(sheet: Sheet) -> dict[str, str]:
    return {line.label.plain: line.text.plain for line in sheet.control}


@pytest.mark.parametrize("variant", VARIANTS)
def test_a_variant_takes_title_and_summary_from_the_handout(make: Maker, variant: str) -> None:
    """What a variant does not say of itself, the handout says for it."""
    sheet = make(variant)

    assert sheet.title.plain == "Looking after a sore knee"
    assert sheet.summary.plain == "What you can do about a sore knee."


@pytest.mark.parametrize("variant", VARIANTS)
def test_only_the_leaflet_takes_audience_and_glance(make: Maker, variant: str) -> None:
    """What the whole handout boils down to is not what its aftercare sheet boils down to."""
    sheet = make(variant)

    assert (sheet.audience is not None, sheet.glance is not None) == (
        variant == "leaflet",
        variant == "leaflet",
    )


def test_a_variant_may_say_its_own(make: Maker) -> None:
    """Title, summary, audience and glance of the variant come before the handout's."""
    own = {
        "title": "After your knee",
        "summary": "What to do now.",
        "audience": "For people at home.",
        "glance": {"message": "Rest.", "points": ["Sit down."]},
        "sections": ["part"],
    }

    sheet = make("aftercare", handout={"summary": None, "variants": {"aftercare": own}})

    assert (sheet.title.plain, sheet.summary.plain, str(sheet.audience)) == (
        own["title"],
        own["summary"],
        own["audience"],
    )
    assert sheet.glance is not None
    assert [point.plain for point in sheet.glance.points] == ["Sit down."]


def test_sections_follow_the_variant(make: Maker) -> None:
    """A variant picks its sections and orders them."""
    sections = [
        {
            "id": name,
            "heading": name,
            "blocks": [{"kind": "paragraphs", "id": f"{name}-text", "text": "Rest."}],
        }
        for name in ("one", "two", "three")
    ]
    variants = {"leaflet": {"sections": ["three", "one"]}, "aftercare": {"sections": ["two"]}}

    sheet = make(handout={"sections": sections, "variants": variants})

    assert [section.id for section in sheet.sections] == ["three", "one"]


def test_a_disclaimer_is_on_every_sheet(make: Maker) -> None:
    """Every variant has the clinic's disclaimer, in every language."""
    disclaimer = {"en": "General information.", "en-US": "General information, in America."}

    told = [
        make(variant, language, clinic={"disclaimer": disclaimer}).disclaimer.plain
        for variant in VARIANTS
        for language in ("en-GB", "en-US")
    ]

    assert told == ["General information.", "General information, in America."] * len(VARIANTS)


def test_without_a_disclaimer_there_is_no_sheet(make: Maker) -> None:
    """A language the clinic has no disclaimer in is refused, with the line to edit."""
    words = (shared("words") / "en-GB.yaml").read_text("utf-8").replace("language: en-GB", "language: de-DE")

    with pytest.raises(ContentError) as caught:
        make(language="de-DE", files={"words/de-DE.yaml": words})

    (problem,) = [found for found in caught.value.problems if found.code == "missing-disclaimer"]
    assert problem.place.file == "clinics/elm-street/clinic.yaml"
    assert (problem.message, problem.hint) == ("there is no disclaimer in de-DE", "add `de-DE:`")


def test_a_masthead_names_the_logo_and_who_prints(make: Maker) -> None:
    """The words for the logo and the clinic have typographic apostrophes, as on the rest of the page."""
    clinic = {"name": "St John's", "department": "Children's clinic"}
    masthead = make(clinic=clinic, brand={"logo": {"path": "logo.svg", "alt": "St John's"}}).masthead

    assert (masthead.logo, masthead.logo_alt) == ("clinics/elm-street/logo.svg", "St John’s")
    assert (masthead.clinic.plain, masthead.department and masthead.department.plain) == (
        "St John’s",
        "Children’s clinic",
    )


def test_reference_and_version_are_written_alike_in_every_language(make: Maker) -> None:
    """They are Latin, so that a sheet in two languages says them once."""
    clinic = {"disclaimer": {"en": "General.", "ar": "General."}}

    lines = {line.label.plain: line.text.plain for line in make(language="ar", clinic=clinic).control}
    assert lines["الرقم المرجعي والإصدار"] == "EX-1, 1.0"


def test_the_foot_says_which_sheet_it_is(make: Maker) -> None:
    """Reference, version, date, review date and status are at the foot of each page, all of it short."""
    foot = make().foot

    assert foot.code.plain == "EX-1-ES-LEA-STA-en-GB · v1.0 · 2\u00a0Nov\u00a02026"
    assert foot.clinic.plain == "Review\u00a0Nov\u00a02028"
    assert foot.status.plain == "Example"
    assert foot.page == "Page {page} of {pages}"


def test_facts_that_are_made_up_are_in_brackets(make: Maker) -> None:
    """Reference, version and dates that `new` invented are marked at the foot and in the document control."""
    sheet = make(handout={"made-up": ["reference", "version", "issued", "review-due"]})

    assert sheet.foot.code.plain == "[EX-1-ES-LEA-STA-en-GB] · v[1.0] · [2\u00a0Nov\u00a02026]"
    assert sheet.foot.clinic.plain == "Review\u00a0[Nov\u00a02028]"
    control = _control_of(sheet)
    assert [control[label] for label in ("Reference and version", "Issued", "Review due")] == [
        "[EX-1], [1.0]",
        "[2\u00a0November\u00a02026]",
        "[1\u00a0November\u00a02028]",
    ]


def test_a_foot_prints_odd_names_as_they_are(tmp_path: Path) -> None:
    """A clinic's name with stars or braces is a name, not markup and not a placeholder."""
    words = {"en": {"foot": {"clinic": "{clinic}. Review due {review_due}."}}}
    clinic = {"name": r"Elm \*7\* {issued} Practice", "words": words}
    foot = sheet_of(write_workspace(tmp_path, clinic=clinic)).foot

    assert foot.clinic.plain.startswith("Elm *7* {issued} Practice. Review")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"status": "example"}, ("Example. Not approved by a clinician.", "Example")),
        ({"status": "draft"}, ("Draft. Not approved by a clinician.", "Draft")),
        ({"status": "approved", "approver": "Dr A. Elm"}, ("Approved by Dr A. Elm.", "Approved")),
    ],
)
@pytest.mark.parametrize("variant", VARIANTS)
def test_approval_is_claimed_only_with_a_name(
    make: Maker, variant: str, changes: dict[str, str], told: tuple[str, str]
) -> None:
    """The top of the sheet says who approved it, if anybody did; each foot says the status."""
    sheet = make(variant, handout=changes)

    assert (sheet.status.plain, sheet.foot.status.plain) == told


def test_the_leaflet_carries_the_whole_document_control(make: Maker) -> None:
    """Who wrote it, who paid, how to get it otherwise, its dates, and whom to tell."""
    assert _control_of(make()) == {
        "Written by": "The test library",
        "Funding": "No outside funding.",
        "Other formats and languages": (
            "Ask us for large print, braille, audio or another language. "
            "Phone 01632\u00a0960\u00a0303 or email ask@elm-street.example.org."
        ),
        "Approval": "Example. Not approved by a clinician.",
        "Reference and version": "EX-1, 1.0",
        "Issued": "2\u00a0November\u00a02026",
        "Review due": "1\u00a0November\u00a02028",
        "Complaints": "Practice manager, 01632\u00a0960\u00a0303, ask@elm-street.example.org",
        "Tell us what you think": "Tell us at the desk.",
    }


@pytest.mark.parametrize("variant", [name for name in VARIANTS if name != "leaflet"])
def test_a_short_sheet_keeps_who_wrote_and_paid_and_other_formats(make: Maker, variant: str) -> None:
    """What a short sheet leaves out of its document control is at its foot."""
    assert list(_control_of(make(variant))) == [
        "Written by",
        "Funding",
        "Other formats and languages",
    ]


def test_an_address_in_a_phrase_is_printed_as_it_is(make: Maker) -> None:
    """An email address that looks like markup or like a word of the spelling map still works."""
    formats = {"phone": "01632 960 303", "email": "_grey_*centre*@elm-street.example.org"}

    sheet = make(language="en-US", clinic={"other-formats": formats})

    assert formats["email"] in _control_of(sheet)["Other formats and languages"]


@pytest.mark.parametrize(("kind", "name"), [("variants", "aftercare"), ("editions", "standard")])
def test_a_nameless_variant_is_a_mistake(make: Maker, kind: str, name: str) -> None:
    """A variant or an edition without a name in the language is never printed under another's."""
    lines = (shared("words") / "en-GB.yaml").read_text("utf-8").replace("en-GB", "en-AU").splitlines()
    words = "\n".join(line for line in lines if not line.startswith(f"    {name}:"))

    with pytest.raises(ContentError, match=f"'{name}' has no name in en-AU"):
        make("aftercare", language="en-AU", files={"words/en-AU.yaml": words})

    assert kind in words


def test_every_block_and_section_has_a_place(make: Maker) -> None:
    """Findings on the page can be reported at the line of the YAML that is to blame."""
    blocks = every_block()

    sheet = make(blocks=blocks, files=example_pictures())

    lines = [sheet.places[block["id"]].line for block in blocks]
    assert lines == sorted(lines)
    assert "part" in sheet.places


def test_a_sheets_file_is_named_by_its_choices() -> None:
    """Staff can read from its name which sheet a file is."""
    key = SheetKey(clinic="elm", topic="knee", variant="leaflet", edition="standard", language="en-GB")

    assert key.path == "elm/knee-leaflet-standard-en-GB.pdf"
    assert str(key) == "elm knee leaflet standard en-GB"


def test_what_is_made_is_made_again_alike(make: Maker) -> None:
    """Two sheets of the same content are equal, block by block."""
    changes: dict[str, Any] = {"blocks": every_block(), "files": example_pictures()}

    assert make(**changes) == make(**changes)


NAMES = {"en": "Knee clinic", "es": "Clínica de la rodilla"}


@pytest.mark.parametrize(
    ("written", "language", "printed"),
    [
        (NAMES, "en-GB", "Knee clinic"),
        (NAMES, "es", "Clínica de la rodilla"),
        ({"es": NAMES["es"]}, "en-GB", NAMES["es"]),
        ("Knee clinic", "en-GB", "Knee clinic"),
        ("Knee clinic", "es", "Knee clinic"),
    ],
)
def test_the_department_is_named_in_the_language_of_the_page(
    make: Maker, written: object, language: str, printed: str
) -> None:
    """A name by language is the page's own; a plain text is the same on every page."""
    clinic = {
        "department": written,
        "disclaimer": {"en": "General information.", "es": "Información general."},
        "prints": {**CLINIC_FILE["prints"], "languages": [language]},
    }
    card = {"kind": "contacts", "id": "card"}

    sheet = make("aftercare", blocks=[card], clinic=clinic, language=language)

    (block,) = sheet.sections[0].blocks
    assert isinstance(block, ContactsView)
    assert sheet.masthead.department
    assert (sheet.masthead.department.plain, block.name.plain) == (printed, printed)


def test_an_emergency_comes_first_on_what_is_read_at_home(tmp_path: Path) -> None:
    """So it is on page 1 in every edition, on any paper; a leaflet keeps the order of its author."""
    warning = {"kind": "warning", "heading": "Do not wait", "signs": ["a fever"], "action": "Phone at once."}
    sections = [
        {"id": level, "heading": level, "blocks": [{**warning, "id": f"a-{level}", "level": level}]}
        for level in ("advice", "call", "emergency")
    ]
    levels = [section["id"] for section in sections]
    variants = {"leaflet": {"sections": levels}, "aftercare": {"sections": levels}}
    workspace = write_workspace(tmp_path, handout={"sections": sections, "variants": variants})

    def order(variant: str, edition: str) -> list[str]:
        return [section.id for section in sheet_of(workspace, variant, edition).sections]

    assert order("aftercare", "large-print") == ["emergency", "advice", "call"]
    assert order("aftercare", "standard") == ["emergency", "advice", "call"]
    assert order("leaflet", "large-print") == levels


@pytest.mark.parametrize("variant", ["leaflet", "aftercare"])
@pytest.mark.parametrize("level", ["advice", "emergency"])
def test_what_a_warning_and_its_section_both_say_is_printed_once(
    tmp_path: Path, variant: str, level: str
) -> None:
    """Its heading is that of the section, above the warning or in its bar."""
    blocks = [{"kind": "warning", "id": "now", "level": level, "heading": "Do not wait", "action": "Ring."}]
    section = {"id": "when", "heading": "Do not wait", "blocks": blocks}
    handout = {"sections": [section], "variants": {variant: {"sections": ["when"]}}}
    workspace = write_workspace(tmp_path, handout=handout)

    page = render_html(sheet_of(workspace, variant), workspace)

    assert len(re.findall(r">Do not.wait<", page)) == 1
    assert re.search(r"<h2.*>Do not.wait<", page)


@pytest.mark.parametrize("edition", ["standard", "large-print"])
def test_the_numbers_of_a_leaflet_are_in_a_strip(tmp_path: Path, edition: str) -> None:
    """They are on page 1, those for emergencies last; the name and the addresses are in the control."""
    card = {"kind": "contacts", "id": "card", "lines": ["emergency", "department"]}
    text = {"kind": "paragraphs", "id": "a-text", "text": "This is a text."}
    sheet = sheet_of(write_workspace(tmp_path, blocks=[card, text]), "leaflet", edition)

    assert [block.id for block in sheet.sections[0].blocks] == ["a-text"]
    places = {line.label.plain: (line.text.plain, line.address) for line in sheet.control}
    assert places["Find us"] == ("Knee clinic, 1\u00a0Elm Street, Saltmouth ZZ1\u00a01ZZ", "")
    assert places["Email"] == ("knees@elm-street.example.org", "mailto:knees@elm-street.example.org")
    assert sheet.strip
    assert [line.text.plain for line in sheet.strip.telephones()] == ["01632 960 301", "999"]


@pytest.mark.parametrize(("levels", "note"), [(["call"], None), ([], "Monday to Friday, 9am to 5pm")])
def test_below_the_panel_of_an_emergency_a_strip_says_what_no_warning_does(
    tmp_path: Path, levels: list[str], note: str | None
) -> None:
    """The emergency number is in the panel, and the hours of a line where a warning asks to phone it."""
    warning = {"kind": "warning", "heading": "Do not wait", "action": "Phone at once."}
    sections = [
        {"id": level, "heading": "Do not wait", "blocks": [{**warning, "id": f"a-{level}", "level": level}]}
        for level in ("emergency", *levels)
    ]
    variants = {"aftercare": {"sections": ["emergency", *levels]}}
    workspace = write_workspace(tmp_path, handout={"sections": sections, "variants": variants})
    sheet = sheet_of(workspace, "aftercare", "large-print")
    page = render_html(sheet, workspace)

    assert sheet.strip
    assert sheet.strip.urgent == ()
    line = sheet.strip.lines[0]
    assert (line.text.plain, line.note and line.note.plain) == ("01632 960 301", note)
    assert page.index('id="a-emergency"') < page.index('id="sheet-strip"') < page.index('id="closing"')


def test_a_sheet_of_another_kind_keeps_its_numbers_in_the_card(make: Maker) -> None:
    """A card is where its author put it."""
    sheet = make("aftercare", blocks=[{"kind": "contacts", "id": "card"}])

    (block,) = sheet.sections[0].blocks
    assert isinstance(block, ContactsView)
    assert (sheet.strip, bool(block.phones)) == (None, True)


@pytest.mark.parametrize(("own", "marked"), [({}, True), ({"tested": True}, False)])
def test_easy_read_is_marked_until_readers_have_tested_it(
    make: Maker, own: dict[str, bool], *, marked: bool
) -> None:
    """A sheet of easy read has a mark at its top until its handout says that readers have tested it."""
    sheet = make("easy-read", handout={"variants": {"easy-read": own}})

    assert (sheet.mark is not None) == marked


def test_only_easy_read_has_a_mark(make: Maker) -> None:
    """No other sheet says that no reader has tested it."""
    assert [make(variant).mark for variant in VARIANTS] == [None] * len(VARIANTS)


@pytest.mark.parametrize(
    ("edition", "points", "first"),
    [("large-print", 3, False), ("large-print", 5, True), ("standard", 5, False)],
)
def test_numbers_come_before_a_glance_that_is_long(
    tmp_path: Path,
    edition: str,
    points: int,
    first: bool,  # noqa: FBT001  # what is expected
) -> None:
    """In large print the contact strip would be on page 2 below it."""
    glance = {
        "message": "Most sore knees get better.",
        "points": ["Rest it for a day or two. " * 5] * points,
    }
    workspace = write_workspace(tmp_path, handout={"glance": glance})

    sheet = sheet_of(workspace, edition=edition)
    page = render_html(sheet, workspace)

    assert sheet.numbers_first is first
    assert (page.index('id="sheet-strip"') < page.index('id="glance"')) is first
