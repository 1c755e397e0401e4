"""Facts that nobody has filled in: found in every file that is printed, and never printed as facts."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from leafwright.blocks.contacts import ContactsView
from leafwright.decode import parse_record
from leafwright.library import load_library
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.model.record import Record
from leafwright.model.walk import leaves
from leafwright.problems import Severity
from leafwright.resources import shared
from leafwright.rules.choice import RuleOptions
from leafwright.rules.placeholder import strings_of
from leafwright.rules.run import run_clinic, run_content
from leafwright.scaffold import SKELETONS
from leafwright.sheet import Sheet
from leafwright.workspace import Workspace
from tests.build.test_approval import DAY, GIVEN, REACHED, drafts_on, refused, write_approved
from tests.workspaces import (
    BRAND,
    CLINIC,
    CLINIC_FILE,
    LANGUAGE,
    PHONES,
    TOPIC,
    line_of,
    sheet_of,
    write_workspace,
)

BLANK = "[Write the number]"
NO_NUMBER = {"phones": {**PHONES, "out-of-hours": {"number": BLANK}}}


def _further(**changes: Any) -> dict[str, Any]:
    line = {"name": "Helpline", "number": "01632 961 304", "hours": {"en": "Day and night"}, **changes}
    return {**GIVEN["phones"], "helpline": line}


UNGIVEN: dict[str, dict[str, Any]] = {
    "a number": NO_NUMBER,
    "hours": {
        "phones": {**PHONES, "department": {"number": "01632 960 301", "hours": {"en": "[When?  Write it]"}}}
    },
    "an address": {"address": ["[Write the street]"]},
    "a web address": {"web": "[Write the web address]"},
    "an email address": {"email": "[Write the email address]"},
    "who takes complaints": {"complaints": {**CLINIC_FILE["complaints"], "name": {"en": "TBC"}}},
    "how to complain": {"complaints": {**CLINIC_FILE["complaints"], "email": "[Write it]"}},
    "a decision": {"decisions": {"driving": {"en": "[Write what you decided about driving.]"}}},
    "the disclaimer": {"disclaimer": {"en": "[Write your disclaimer.]"}},
    "the feedback": {"feedback": {"en": "Tell us at XXX."}},
    "the department": {"department": "[Write the department]"},
    "the number of a further line": {"phones": _further(number=BLANK)},
    "the name of a further line": {"phones": _further(name={"en": "[Write the name]"})},
    "the hours of a further line": {"phones": _further(hours={"en": "[Write the hours]"})},
}


def _found(workspace: Workspace) -> set[tuple[str, Severity]]:
    library = load_library(workspace)
    assert library.problems == ()
    return {
        (found.code, found.severity)
        for folder in library.clinics
        for found in run_clinic(library, folder, RuleOptions(as_of=DAY))
    }


@pytest.mark.parametrize("name", UNGIVEN)
def test_what_a_clinic_has_not_given_is_found(tmp_path: Path, name: str) -> None:
    """A warning tells of it while nothing that the clinic prints is approved."""
    assert ("placeholder-in-clinic", Severity.WARNING) in _found(
        write_workspace(tmp_path, clinic=UNGIVEN[name])
    )


@pytest.mark.parametrize("name", UNGIVEN)
def test_no_approved_handout_is_printed_with_it(tmp_path: Path, name: str) -> None:
    """Patients never read brackets in place of a number, nor a number nobody gave."""
    workspace = write_approved(tmp_path, clinic=UNGIVEN[name])

    assert drafts_on(workspace).jobs == ()
    assert ("placeholder-in-clinic", Severity.ERROR) in _found(workspace)


FICTIONAL: dict[str, tuple[dict[str, Any], str]] = {
    "a line": ({"phones": {**GIVEN["phones"], "department": {"number": "01632 960 301"}}}, "01632 960 301"),
    "another line": (
        {"phones": {**GIVEN["phones"], "out-of-hours": {"number": "+44 7700 900142"}}},
        "+44 7700 900142",
    ),
    "a further line": ({"phones": _further(number="01632 960 102")}, "01632 960 102"),
    "the name of a further line": (
        {"phones": _further(name={"any": "Not 01632 960 103"})},
        "01632 960 103",
    ),
    "the hours of a further line": (
        {"phones": _further(hours={"en": "See www.elm.example.com"})},
        "elm.example.com",
    ),
    "who takes complaints": (
        {"complaints": {**GIVEN["complaints"], "phone": "0121 496 0018"}},
        "0121 496 0018",
    ),
    "other formats": ({"other-formats": {**REACHED, "phone": "020 7946 0018"}}, "020 7946 0018"),
    "a web address": ({"web": "https://example.org/elm-street"}, "example.org"),
    "an email address": ({"email": "knees@elm-street.invalid"}, "elm-street.invalid"),
    "an email of others": ({"other-formats": {**REACHED, "email": "a@clinic.test"}}, "clinic.test"),
    "words of a decision": ({"decisions": {"driving": {"en": "Ask on 0808 157 0142."}}}, "0808 157 0142"),
    "words of a line": ({"feedback": {"en": "Tell us at www.elm.example.com."}}, "elm.example.com"),
    "a link": (
        {"feedback": {"en": "Tell us on [this page](https://elm.example/tell)."}},
        "https://elm.example/tell",
    ),
    "a link that is rung": (
        {"feedback": {"en": "Or [ring us](tel:+441632960142)."}},
        "tel:+441632960142",
    ),
}


@pytest.mark.parametrize(
    "web_base",
    [
        "https://elm.internal/{topic}/{variant}/{language}",
        {TOPIC: "https://elm.internal/{variant}", "all": "https://elm.internal/{topic}"},
    ],
)
def test_the_gaps_in_the_addresses_of_sheets_are_no_placeholders(tmp_path: Path, web_base: object) -> None:
    """They are filled for each sheet, so an approved one is printed."""
    drafts = drafts_on(write_approved(tmp_path, clinic={"web-base": web_base}))

    assert (len(drafts.jobs), drafts.refusals) == (1, ())


@pytest.mark.parametrize("name", FICTIONAL)
def test_no_approved_handout_is_printed_with_what_is_kept_for_examples(tmp_path: Path, name: str) -> None:
    """Nobody answers at such a number or address; it is reported at its line of the clinic's own file."""
    clinic, words = FICTIONAL[name]
    workspace = write_approved(tmp_path, clinic=clinic)

    (refusal,) = drafts_on(workspace).refusals

    told = [found for found in refusal.problems if found.code == "placeholder-in-clinic"]
    file = f"clinics/{CLINIC}/clinic.yaml"
    lines = (workspace.root / file).read_text("utf-8").splitlines()
    assert [(found.place.file, found.message.split("'")[1]) for found in told] == [(file, words)]
    assert words in lines[told[0].place.line - 1]


def test_examples_and_drafts_may_have_what_is_kept_for_examples(tmp_path: Path) -> None:
    """The clinics of examples have no other numbers and addresses, and a draft says what it is."""
    for status in ("example", "draft"):
        workspace = write_workspace(tmp_path / status, handout={"status": status})

        assert "placeholder-in-clinic" not in {code for code, _ in _found(workspace)}


IN_HANDOUTS: dict[str, dict[str, Any]] = {
    "a number": {"kind": "paragraphs", "id": "rest", "text": "Ring 07700 900 142 at night."},
    "a local number": {"kind": "paragraphs", "id": "rest", "text": "Ring 555-0142 at night."},
    "an address in words": {"kind": "list", "id": "rest", "items": ["Read www.knees.example.org first."]},
    "an address in a link": {
        "kind": "paragraphs",
        "id": "rest",
        "text": "Read [this](https://a.test/knees).",
    },
    "a code": {"kind": "qr", "id": "rest", "address": "https://example.com/knees", "label": "Read more"},
}


@pytest.mark.parametrize("name", IN_HANDOUTS)
def test_an_approved_handout_names_nobody_who_does_not_answer(tmp_path: Path, name: str) -> None:
    """What is reserved for fiction and examples is in no text, link or code of an approved handout."""
    workspace = write_approved(tmp_path, blocks=[IN_HANDOUTS[name]])

    assert "placeholder-text" in refused(drafts_on(workspace))


def test_an_approved_handout_cites_no_page_kept_for_examples(tmp_path: Path) -> None:
    """A source that nobody can open is made up."""
    entry = {"id": "elm1999", "type": "webpage", "title": "Knees", "URL": "https://example.org/knees"}
    workspace = write_approved(tmp_path, references=[entry])

    assert "placeholder-text" in refused(drafts_on(workspace))


def test_a_brand_without_a_logo_of_its_own_is_found(tmp_path: Path) -> None:
    """What the logo says is to be written when it is put in the place of the empty frame."""
    brand = {"logo": {"path": "logo.svg", "alt": "[Put your logo in the place of logo.svg]"}}

    assert "placeholder-in-clinic" in refused(drafts_on(write_approved(tmp_path, brand=brand)))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("colour", ["#6b2f5f", "#159"])
def test_the_empty_frame_is_no_logo(tmp_path: Path, colour: str, line_end: str) -> None:
    """It is found whatever its text alternative says, in any colour, for any name of a clinic."""
    frame = (SKELETONS / "clinic/logo.svg").read_text("utf-8").replace("#6b2f5f", colour)
    frame = frame.replace("Example Clinic", "Elm Street").replace("\n", line_end)
    workspace = write_approved(tmp_path)
    (workspace.root / f"clinics/{CLINIC}/logo.svg").write_bytes(frame.encode())

    (refusal,) = drafts_on(workspace).refusals

    told = [found for found in refusal.problems if found.code == "placeholder-in-clinic"]
    lines = (workspace.root / f"clinics/{CLINIC}/_brand.yml").read_text("utf-8").splitlines()
    assert ["path: logo.svg" in lines[found.place.line - 1] for found in told] == [True]


@pytest.mark.parametrize("phrase", ["[Write the heading]", "[heading]", "Ring 01632 960 102", "TBC"])
def test_phrases_of_the_workspace_are_read(tmp_path: Path, phrase: str) -> None:
    """A workspace's words file may have a phrase still to be written, or a number reserved for fiction."""
    words = (shared("words") / f"{LANGUAGE}.yaml").read_text("utf-8")
    own = words.replace("disclaimer: Please note", f'disclaimer: "{phrase}"')
    assert own != words

    workspace = write_approved(tmp_path, files={f"words/{LANGUAGE}.yaml": own})

    assert drafts_on(workspace).jobs == ()
    assert ("placeholder-in-clinic", Severity.ERROR) in _found(workspace)


FULL_CLINIC = {
    **CLINIC_FILE,
    "phones": {
        key: {
            "name": f"Name of {key}",
            "number": f"01632 96{at} 304",
            "extension": f"8{at}",
            "text-relay": f"18001 01632 96{at} 304",
            "hours": f"{key}s",
        }
        for at, key in enumerate(("department", "out-of-hours", "emergency", "helpline"))
    },
    "complaints": {"name": "Ms Elm", "phone": "01632 965 304", "extension": "85", "email": "a@elm.internal"},
    "other-formats": {"phone": "01632 966 304", "extension": "86", "email": "b@elm.internal"},
    "departments": {
        "endoscopy": {
            "name": {"en": "Endoscopy"},
            "address": ["Level 1"],
            "phones": {"department": {"number": "01632 967 304"}},
            "web": "https://endoscopy.internal/",
            "email": "c@elm.internal",
            "topics": [TOPIC],
            "decisions": {"driving": {"en": "Do not drive today."}},
        }
    },
    "decisions-for": {TOPIC: {"driving": {"en": "You can drive."}}},
    "part-of": "elm-trust",
    "leave-out": ["web"],
    "partners": [
        {"path": "a.svg", "alt": "A board", "least-height": 9, "clear-space": 2, "at": "end"},
    ],
    "order": {"masthead": ["logo"], "foot": ["status", "code", "clinic"]},
    "web-base": {TOPIC: "https://elm.internal/knee"},
    "words": {"en": {"label": "The sticker of the patient"}},
    "packs": {
        "before": {
            "name": {"en": "Before the day"},
            "sheets": [f"{TOPIC}-leaflet-standard", f"{TOPIC}-comparison-standard"],
        }
    },
    "look": "paper",
    "profile": "strict",
    "rules": {"logo-too-small": {"least": 9}},
    "prints": {
        **CLINIC_FILE["prints"],
        "topics": [TOPIC],
        "web": "linked",
        "pdf": "ua-2",
        "references": "short",
        "outdated-translations": "stamp",
    },
}


FULL_BRAND = {
    **BRAND,
    "logo": {**BRAND["logo"], "dark": "white.svg"},
    "color": {
        "palette": {"blue": "#1d4e68"},
        "foreground": "#1a1a1a",
        "background": "#ffffff",
        "primary": "blue",
    },
    "typography": {
        **BRAND["typography"],
        "fonts": [
            {"family": "Elm Sans", "files": [{"path": "elm.ttf", "weight": 700, "style": "italic"}]},
            {"family": "Elm Serif", "package": "fontpkg-elm==1.0"},
        ],
    },
}


@pytest.mark.parametrize(("kind", "written"), [(Clinic, FULL_CLINIC), (Brand, FULL_BRAND)])
def test_every_text_and_number_of_a_clinic_is_looked_at(kind: type[Record], written: dict[str, Any]) -> None:
    """Whatever its field or line; a new field has to be added here, too."""
    record = parse_record(kind, yaml.safe_dump(written).encode(), "clinic.yaml")
    owners = [owner for spot, _ in leaves(record) for owner in spot.owners if isinstance(owner, Record)]

    named: dict[type[Record], set[str]] = {}
    for owner in owners:
        named.setdefault(type(owner), set()).update(owner.model_fields_set)
    assert {kind: set(kind.model_fields) - names for kind, names in named.items()} == {
        kind: set() for kind in named
    }
    assert set(_words_in(written)) - {text for text, _ in strings_of(record)} == set()


def _words_in(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict() | list():
            for below in value.values() if isinstance(value, dict) else value:
                yield from _words_in(below)


def test_the_bundled_phrases_hold_no_place(tmp_path: Path) -> None:
    """Gaps in braces are filled by the program."""
    assert "placeholder-in-clinic" not in {code for code, _ in _found(write_workspace(tmp_path))}


def test_a_number_nobody_gave_is_printed_in_brackets_and_cannot_be_dialled(tmp_path: Path) -> None:
    """The page of a draft shows what is missing, and no link leads anywhere."""
    clinic = {**NO_NUMBER, "web": "[Write the web address]"}
    workspace = write_workspace(tmp_path, blocks=[{"kind": "contacts", "id": "a-card"}], clinic=clinic)
    sheet = sheet_of(workspace, "aftercare")

    (card,) = sheet.sections[0].blocks
    assert isinstance(card, ContactsView)
    printed = {line.text.plain: line.address for line in (*card.phones, *card.lines)}

    assert (printed[BLANK], printed["[Write the web address]"]) == ("", "")
    assert printed["999"] == "tel:999"


def _foot(root: Path, **handout: Any) -> tuple[str, Sheet]:
    sheet = sheet_of(write_workspace(root, handout=handout))
    return f"{sheet.foot.code.plain} {sheet.foot.clinic.plain}".replace("\N{NO-BREAK SPACE}", " "), sheet


def test_a_date_nobody_decided_is_printed_in_brackets(tmp_path: Path) -> None:
    """The foot of each page and the document control show which facts are made up."""
    foot, sheet = _foot(tmp_path, **{"made-up": ["reference", "review-due"]})

    assert foot == "[EX-1-ES-LEA-STA-en-GB] · v1.0 · 2 Nov 2026 Review [Nov 2028]"
    assert "[1 November 2028]" in {
        line.text.plain.replace("\N{NO-BREAK SPACE}", " ") for line in sheet.control
    }


def test_a_date_nobody_decided_is_found_and_never_approved(tmp_path: Path) -> None:
    """It is reported at the line that says so."""
    workspace = write_approved(tmp_path, handout={"made-up": ["review-due"]})

    (refusal,) = drafts_on(workspace).refusals

    places = {found.code: found.place.line for found in refusal.problems}
    assert places["placeholder-text"] == line_of(workspace, "- review-due")


@pytest.mark.parametrize(
    ("title", "found"),
    [("[Write the title of the study]", True), ("[Treatment of knees in winter]", False), ("TBC", True)],
)
def test_a_source_is_not_a_placeholder_for_being_translated(
    tmp_path: Path, title: str, *, found: bool
) -> None:
    """Libraries put the titles that they translated into brackets."""
    entry = {"id": "elm1999", "type": "report", "title": title, "publisher": "Elm"}
    library = load_library(write_workspace(tmp_path, references=[entry]))

    problems = run_content(library, library.handouts[0], RuleOptions(as_of=DAY, rules=("placeholder-text",)))

    assert bool(problems) is found


def test_the_clinic_is_the_one_of_the_workspace(tmp_path: Path) -> None:
    """The finding is in the clinic's own file."""
    library = load_library(write_workspace(tmp_path, clinic=NO_NUMBER))

    places = {found.place.file for found in run_clinic(library, library.clinics[0], RuleOptions(as_of=DAY))}

    assert f"clinics/{CLINIC}/clinic.yaml" in places
