"""Departments: parts of a clinic with lines, an address and answers of their own."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from leafwright.blocks.contacts import ContactsView
from leafwright.blocks.decisions import DecisionsView
from leafwright.brand.make import BrandInputs, make_brand_sheet
from leafwright.build.draft import draft_sheets
from leafwright.build.dry_check import check_dry
from leafwright.build.requested import list_requested
from leafwright.build.selection import Selection
from leafwright.decode import decode
from leafwright.library import load_library
from leafwright.model.lines import Phones
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.problems import ContentError, Problem
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic
from leafwright.sheet import Sheet, make_sheet
from leafwright.source import parse_source
from leafwright.translation import apply, parts_of
from leafwright.workspace import Workspace
from tests.trusts import a_site, a_trust
from tests.workspaces import CLINIC, CLINIC_FILE, HANDOUT, PHONES, write_workspace

FILE: Final = f"clinics/{CLINIC}/clinic.yaml"
BLOCKS: Final[list[dict[str, Any]]] = [
    {"kind": "contacts", "id": "card"},
    {"kind": "decisions", "id": "answers", "slots": ["driving"]},
]
ENDOSCOPY: Final[dict[str, Any]] = {
    "name": {"en": "Endoscopy unit"},
    "address": ["Endoscopy, Level 1"],
    "phones": {
        "department": {"number": "01632 960 311"},
        "ward": {"name": "Ward", "number": "01632 960 312"},
    },
    "web": "https://example.org/endoscopy",
    "email": "endoscopy@elm-street.example.org",
    "decisions": {"driving": {"en": "Do not drive for two days."}},
}
PRINTS: Final = {**CLINIC_FILE["prints"], "variants": ["leaflet"], "editions": ["standard"]}


def _write(
    root: Path, departments: Mapping[str, Any], clinic: Mapping[str, Any] | None = None, **handout: Any
) -> Workspace:
    """Write a workspace of two topics, sore-knee and sore-toe; `handout` is of the first."""
    whole = {**HANDOUT, "variants": ["leaflet"]}
    part = {"id": "part", "heading": "Part", "blocks": BLOCKS}
    toe = {**whole, "reference": "EX-2", "sections": [part]}
    return write_workspace(
        root,
        blocks=BLOCKS,
        handout={"variants": ["leaflet"], **handout},
        clinic={"departments": departments, "prints": PRINTS, **(clinic or {})},
        files={"handouts/sore-toe/en.yaml": yaml.safe_dump(toe, sort_keys=False)},
    )


def _sheets(workspace: Workspace) -> dict[str, Sheet]:
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return {inputs.key.topic: make_sheet(inputs) for inputs in list_requested(library, Selection())}


def _facts(sheet: Sheet) -> tuple[str, str, list[str], str, list[str]]:
    (answers,) = sheet.sections[0].blocks
    assert isinstance(answers, DecisionsView)
    assert sheet.masthead.department
    assert sheet.strip
    department, place = sheet.masthead.department.plain, sheet.control[0].text.plain
    return (
        department,
        answers.lines[0].text.plain.replace("\u00a0", " "),
        [line.text.plain for line in sheet.strip.telephones()],
        place.removeprefix(f"{department}, ").replace("\u00a0", " "),
        [line.text.plain for line in sheet.control if line.address],
    )


OF_THE_UNIT: Final = (
    "Endoscopy unit",
    "Do not drive for two days.",
    ["01632 960 311", "01632 960 302", "999"],
    "Endoscopy, Level 1",
    ["endoscopy@elm-street.example.org", "example.org/endoscopy"],
)
OF_THE_CLINIC: Final = (
    "Knee clinic",
    "Do not drive for 24 hours.",
    ["01632 960 301", "01632 960 302", "999"],
    "1 Elm Street, Saltmouth ZZ1 1ZZ",
    ["knees@elm-street.example.org", "example.org/elm-street"],
)


@pytest.mark.parametrize(
    ("department", "handout"),
    [(ENDOSCOPY, {"department": "endoscopy"}), ({**ENDOSCOPY, "topics": ["sore-knee"]}, {})],
    ids=["named-by-the-handout", "listed-by-the-clinic"],
)
def test_a_topic_prints_what_its_department_says(
    tmp_path: Path, department: dict[str, Any], handout: dict[str, Any]
) -> None:
    """Masthead, lines, address and answers are the department's, and other topics keep the clinic's."""
    sheets = _sheets(_write(tmp_path, {"endoscopy": department}, **handout))

    assert _facts(sheets["sore-knee"]) == OF_THE_UNIT
    assert _facts(sheets["sore-toe"]) == OF_THE_CLINIC


def test_what_a_department_does_not_say_is_the_clinics(tmp_path: Path) -> None:
    """A name is enough."""
    sheets = _sheets(_write(tmp_path, {"endoscopy": {"name": "Endoscopy"}}, department="endoscopy"))

    assert _facts(sheets["sore-knee"]) == ("Endoscopy", *OF_THE_CLINIC[1:])


def test_the_clinic_decides_before_the_handout(tmp_path: Path) -> None:
    """A clinic may see patients of a topic in another department than the one its author had in mind."""
    departments = {"endoscopy": ENDOSCOPY, "knees": {"name": "Knee team", "topics": ["sore-knee"]}}

    sheets = _sheets(_write(tmp_path, departments, department="endoscopy"))

    assert _facts(sheets["sore-knee"])[0] == "Knee team"


def test_a_department_may_be_named_like_a_topic(tmp_path: Path) -> None:
    """The two are never mixed up: one is below `departments`, the other below `decisions-for`."""
    sheets = _sheets(_write(tmp_path, {"sore-toe": ENDOSCOPY}, department="sore-toe"))

    assert (_facts(sheets["sore-knee"]), _facts(sheets["sore-toe"])) == (OF_THE_UNIT, OF_THE_CLINIC)


def test_an_answer_for_a_topic_goes_before_its_departments(tmp_path: Path) -> None:
    """The nearest answer is printed: the topic's, then the department's, then the clinic's."""
    workspace = _write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy")
    path = tmp_path / FILE
    own = {"decisions-for": {"sore-knee": {"driving": {"en": "Never drive."}}}}
    path.write_text(path.read_text("utf-8") + yaml.safe_dump(own), "utf-8")

    assert _facts(_sheets(workspace)["sore-knee"])[1] == "Never drive."


@pytest.mark.parametrize(
    ("departments", "hint", "at"),
    [
        ({}, f"add it to {FILE}, below `departments:`", ""),
        ({"endoscop": ENDOSCOPY}, "did you mean 'endoscop'?", "departments:"),
    ],
)
def test_a_department_that_is_not_there_is_reported_at_both_files(
    tmp_path: Path, departments: dict[str, Any], hint: str, at: str
) -> None:
    """Nothing is printed with the wrong number in its place, and every other topic is printed."""
    library = load_library(_write(tmp_path, departments, department="endoscopy"))

    drafts = draft_sheets(library, Selection())

    (refusal,) = drafts.refusals
    of_handout, of_clinic = sorted(refusal.problems, key=lambda problem: problem.place.file, reverse=True)
    assert [job.key.topic for job in drafts.jobs] == ["sore-toe"]
    assert (of_handout.code, of_handout.hint) == ("unknown-department", hint)
    assert of_handout.message == f"{FILE} has no department 'endoscopy'"
    assert _line(tmp_path, of_handout).startswith("department: endoscopy")
    assert (of_clinic.code, _line(tmp_path, of_clinic).startswith(at)) == ("unknown-department", True)
    assert "handouts/sore-knee/en.yaml is for the department 'endoscopy'" in of_clinic.message


def test_each_handout_of_a_missing_department_is_reported(tmp_path: Path) -> None:
    """By `check`, which drafts alike handouts only once."""
    workspace = _write(tmp_path, {}, department="endoscopy")
    path = tmp_path / "handouts/sore-toe/en.yaml"
    path.write_text(f"department: endoscopy\n{path.read_text('utf-8')}", "utf-8")

    problems = check_dry(load_library(workspace)).problems

    assert {problem.place.file for problem in problems if problem.code == "unknown-department"} == {
        "handouts/sore-knee/en.yaml",
        "handouts/sore-toe/en.yaml",
        FILE,
    }


def test_check_looks_at_each_department(tmp_path: Path) -> None:
    """A line that one department has may be missing in the next."""
    workspace = _write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy")
    for name in ("sore-knee", "sore-toe"):
        path = tmp_path / f"handouts/{name}/en.yaml"
        path.write_text(path.read_text("utf-8").replace("id: card", "id: card\n    lines: [ward]"), "utf-8")

    problems = check_dry(load_library(workspace)).problems

    assert {problem.place.file for problem in problems if problem.code == "unknown-line"} == {
        "handouts/sore-toe/en.yaml"
    }


@pytest.mark.parametrize(
    ("departments", "code", "message"),
    [
        ({"a": {"name": "A", "topics": ["sore-kne"]}}, "unknown-name", "'sore-kne' is none of the topics"),
        (
            {"a": {"name": "A", "topics": ["sore-knee"]}, "b": {"name": "B", "topics": ["sore-knee"]}},
            "repeated-topic",
            "'sore-knee' is a topic of 'a' and of 'b'",
        ),
        (
            {"a": {"name": "A", "topics": ["sore-toe", "sore-toe"]}},
            "repeated-name",
            "this list has 'sore-toe' twice",
        ),
        ({"a": {"decisions": {}}}, "missing-field", "'name' is missing"),
        ({"a": {"name": "A", "phones": {"number": "111"}}}, "unknown-field", "'number' is no line"),
        (
            {"a": {"name": "A", "decisions": {"drivng": "No."}}},
            "unknown-decision",
            "there is no decision 'drivng'",
        ),
        ({"a": {"name": "A", "adress": ["x"]}}, "unknown-field", "'adress' is no field of a"),
        ({"A b": {"name": "A"}}, "bad-form", ""),
    ],
)
def test_a_department_that_cannot_be_is_reported(
    tmp_path: Path, departments: dict[str, Any], code: str, message: str
) -> None:
    """In the clinic's file, at the word."""
    problems = load_library(_write(tmp_path, departments)).problems

    assert (problems[0].code, problems[0].place.file) == (code, FILE)
    assert problems[0].message.startswith(message)


def _found(workspace: Workspace, rule: str) -> list[Problem]:
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    options = RuleOptions(as_of=date(2026, 11, 29), profile="strict", rules=(rule,))
    return [problem for folder in library.clinics for problem in run_clinic(library, folder, options)]


@pytest.mark.parametrize(
    ("rule", "fault", "word"),
    [
        ("phone-malformed", {"phones": {"department": {"number": "01632 96 01"}}}, "number:"),
        ("phone-malformed", {"phones": {"department": {"number": "999"}}}, "number:"),
        ("phone-malformed", {"phones": {"emergency": {"number": "911"}}}, "number:"),
        ("placeholder-in-clinic", {"web": "[Write the address]"}, "web:"),
        ("placeholder-in-clinic", {"name": "TBC"}, "name:"),
        ("misleading-address-in-clinic", {"web": "https://elm@example.net/"}, "web:"),
        ("misleading-address-in-clinic", {"email": "a@еlm-street.example.org"}, "email:"),  # noqa: RUF001  # looks alike
        ("unasked-decision", {"decisions": {"escort": {"en": "Bring an adult."}}}, "escort:"),
        ("unprinted-language", {"name": {"en": "Unit", "fr": "Service"}}, "fr:"),
        ("unprinted-language", {"decisions": {"driving": {"en": "No.", "fr": "Non."}}}, "fr:"),
    ],
)
def test_clinic_rules_read_departments(tmp_path: Path, rule: str, fault: dict[str, Any], word: str) -> None:
    """What is wrong in a department is found as in the clinic itself, at its line."""
    sound = _write(tmp_path / "sound", {"endoscopy": ENDOSCOPY}, department="endoscopy")
    before = len(_found(sound, rule))

    found = _found(_write(tmp_path, {"endoscopy": {**ENDOSCOPY, **fault}}, department="endoscopy"), rule)

    (told,) = [one for one in found if word in _line(tmp_path, one) and _is_in_department(tmp_path, one)]
    assert len(found) == before + 1, told


def test_an_answer_that_every_department_replaces_is_reported(tmp_path: Path) -> None:
    """No topic prints the clinic's own, because each has one nearer to it."""
    (told,) = _found(
        _write(tmp_path, {"all": {**ENDOSCOPY, "topics": ["sore-knee", "sore-toe"]}}), "unasked-decision"
    )[:1]

    assert told.message == "each topic that asks for 'driving' has its own answer, or its department's"


def test_a_phone_of_a_department_changes_only_its_topics(tmp_path: Path) -> None:
    """The pages of all others are the same to the letter, so they are not built again."""
    workspace = _write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy")
    before = _pages(workspace)
    path = tmp_path / FILE
    path.write_text(path.read_text("utf-8").replace("01632 960 311", "01632 960 319"), "utf-8")

    after = _pages(workspace)

    assert before["sore-knee"] != after["sore-knee"]
    assert before["sore-toe"] == after["sore-toe"]


def test_a_translation_belongs_to_the_department_of_its_source(tmp_path: Path) -> None:
    """Nobody writes the department a second time."""
    library = load_library(_write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy"))
    handout = library.handouts[0].handout
    words = {
        name: TranslatedPart.model_construct(made_from="", words=dict(part.texts))
        for name, part in parts_of(handout).items()
    }
    translation = Translation.model_construct(language="es", translator={}, parts=words, pictures=())

    assert apply(handout, translation).department == "endoscopy"


def test_whole_handouts_of_a_topic_are_for_one_department(tmp_path: Path) -> None:
    """Otherwise readers of the other language would get another number."""
    workspace = _write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy")
    written = yaml.safe_load((tmp_path / "handouts/sore-knee/en.yaml").read_text("utf-8"))
    other = tmp_path / "handouts/sore-knee/es.yaml"
    other.write_text(yaml.safe_dump({**written, "department": "radiology"}, sort_keys=False), "utf-8")

    (problem,) = load_library(workspace).problems

    assert (problem.code, _line(tmp_path, problem)) == ("other-department", "department: radiology")
    assert "handouts/sore-knee/en.yaml is for 'endoscopy'" in problem.message


def test_the_catalogue_names_the_department(tmp_path: Path) -> None:
    """On the cards of its sheets, which are found by it; other cards name none."""
    jobs = draft_sheets(
        load_library(_write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy")), Selection()
    ).jobs

    assert {job.key.topic: job.facts.names.department for job in jobs} == {
        "sore-knee": "Endoscopy unit",
        "sore-toe": "",
    }


def test_the_brand_proof_shows_each_department(tmp_path: Path) -> None:
    """Its answers and its contact card, after those of the clinic."""
    library = load_library(_write(tmp_path, {"endoscopy": ENDOSCOPY}, department="endoscopy"))

    sheet = make_brand_sheet(BrandInputs.of(library, library.clinics[0]))

    (own,) = [section for section in sheet.sections if section.id == "brand-section-own-en-GB"]
    *_, answers, card = own.blocks
    assert isinstance(answers, DecisionsView)
    assert isinstance(card, ContactsView)
    assert answers.lines[0].text.plain.replace("\u00a0", " ") == "Do not drive for two days."
    assert (card.name.plain, card.phones[0].text.plain) == ("Endoscopy unit", "01632 960 311")


def test_a_brand_is_shown_with_a_line_that_only_a_department_has(tmp_path: Path) -> None:
    """A trust whose numbers are all those of departments has no gap in its examples."""
    library = load_library(_write(tmp_path, {"endoscopy": ENDOSCOPY}, {"phones": {}}, department="endoscopy"))

    sheet = make_brand_sheet(BrandInputs.of(library, library.clinics[0]))

    blocks = [block for section in sheet.sections if "example" in section.id for block in section.blocks]
    assert "01632 960 311" in {line.text.plain for block in blocks for line in block.telephones()}


def test_a_brand_is_shown_without_the_lines_that_its_examples_ask_for(tmp_path: Path) -> None:
    """A number that the clinic does not have stands there as missing."""
    library = load_library(_write(tmp_path, {}, {"phones": {"ward": ENDOSCOPY["phones"]["ward"]}}))

    sheet = make_brand_sheet(BrandInputs.of(library, library.clinics[0]))

    numbers = {
        line.text.plain
        for section in sheet.sections
        for block in section.blocks
        for line in block.telephones()
    }
    assert {"[No number]", "01632 960 312"} <= numbers


@pytest.mark.parametrize("field", ["name", "hours", "line"])
def test_a_department_is_written_in_each_language(tmp_path: Path, field: str) -> None:
    """Its name, the hours and the names of its lines."""
    both = {"en": "Words", "es": "Palabras"}
    line = {"name": both, "number": "01632 960 311", "hours": both}
    whole = {"name": both, "phones": {"ward": line}, "topics": ["sore-knee"]}
    lacking = {
        "name": {**whole, "name": {"en": "Words"}},
        "hours": {**whole, "phones": {"ward": {**line, "hours": {"en": "Words"}}}},
        "line": {**whole, "phones": {"ward": {**line, "name": {"en": "Words"}}}},
    }[field]
    prints = {**PRINTS, "languages": ["en-GB", "es"]}

    clinic = {"prints": prints, "disclaimer": both}
    found = [
        len(_found(_write(tmp_path / name, {"ward": part}, clinic), "missing-in-language"))
        for name, part in (("whole", whole), ("lacking", lacking))
    ]

    assert found[1] == found[0] + 1


def _pages(workspace: Workspace) -> dict[str, str]:
    return {job.key.topic: job.html for job in draft_sheets(load_library(workspace), Selection()).jobs}


def _line(root: Path, problem: Problem) -> str:
    lines = (root / problem.place.file).read_text("utf-8").splitlines()
    return lines[problem.place.line - 1].strip()


def _is_in_department(root: Path, problem: Problem) -> bool:
    lines = (root / problem.place.file).read_text("utf-8").splitlines()
    start = lines.index("departments:")
    return problem.place.line - 1 > start


@pytest.mark.parametrize("field", ["department", "web", "email", "complaints", "other-formats", "feedback"])
def test_a_key_with_nothing_behind_it_is_reported(tmp_path: Path, field: str) -> None:
    """Its author may believe that it is printed."""
    workspace = _write(tmp_path, {})
    path = tmp_path / FILE
    written = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump({**written, field: None}, sort_keys=False), "utf-8")

    (problem,) = load_library(workspace).problems

    assert (problem.code, _line(tmp_path, problem)) == ("empty", f"{field}: null")


@pytest.mark.parametrize("field", ["department", "out-of-hours", "emergency"])
def test_a_line_with_nothing_behind_it_is_reported(tmp_path: Path, field: str) -> None:
    """A number that is forgotten is not left out in silence."""
    (problem,) = load_library(_write(tmp_path, {}, {"phones": {**PHONES, field: None}})).problems

    assert (problem.code, _line(tmp_path, problem)) == ("empty", f"{field}: null")


def _write_site(root: Path, **site: Any) -> Workspace:
    """Write a trust with the department, whose one site prints a topic of it."""
    trust = a_trust(departments={"endoscopy": {**ENDOSCOPY, "topics": []}})
    return write_workspace(
        root,
        blocks=BLOCKS,
        handout={"variants": ["leaflet"], "department": "endoscopy"},
        files={**trust, **a_site("ash", **site)},
    )


def test_a_site_says_what_differs_in_a_department(tmp_path: Path) -> None:
    """Its own number, and the trust's name, answers and other lines."""
    own = {"endoscopy": {"phones": {"department": {"number": "01632 960 399"}}}}
    library = load_library(_write_site(tmp_path, departments=own))
    assert not library.problems, "\n".join(map(str, library.problems))

    sheet = make_sheet(next(iter(list_requested(library, Selection(clinics=("ash",))))))

    name, answer, phones, *_ = _facts(sheet)
    assert (name, answer) == OF_THE_UNIT[:2]
    assert phones == ["01632 960 399", "01632 960 302", "999"]


def test_a_site_that_leaves_a_department_out_is_reported_in_its_own_file(tmp_path: Path) -> None:
    """Not in that of the trust, where it is written."""
    library = load_library(_write_site(tmp_path, **{"leave-out": ["departments.endoscopy"]}))

    drafts = draft_sheets(library, Selection(clinics=("ash",)))

    files = {problem.place.file for refusal in drafts.refusals for problem in refusal.problems}
    assert files == {"handouts/sore-knee/en.yaml", "clinics/ash/clinic.yaml"}


KNEES: Final[dict[str, Any]] = {**ENDOSCOPY, "topics": ["sore-knee", "sore-toe"]}
LINE: Final = {"number": "01632 960 400"}


def _of_a_site(root: Path, inherited: dict[str, Any], /, **own: Any) -> dict[str, list[str]]:
    """Check a site of a trust that has departments; return the hints at each line of the site's file."""
    own = {"department": None, **own}
    files = {**a_trust(departments=inherited), **a_site("ash", **own)}
    workspace = _write(root, {}, None)
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text.replace("department: null\n", ""), "utf-8")
    found: dict[str, list[str]] = {}
    for problem in (*_found(workspace, "unprinted-fact"), *_found(workspace, "unasked-decision")):
        if problem.place.file == "clinics/ash/clinic.yaml":
            found.setdefault(_line(root, problem).strip(), []).append(problem.hint)
    return found


@pytest.mark.parametrize(
    ("own", "line", "hint"),
    [
        (
            {"phones": {"department": LINE}},
            "department:",
            "write `departments: {knees: {phones: {department: ...}}}`",
        ),
        (
            {"phones": {"ward": {"name": "Ward", **LINE}}},
            "ward:",
            "write `departments: {knees: {phones: {ward: ...}}}`",
        ),
        ({"address": ["9 Ash Road"]}, "address:", "write `departments: {knees: {address: ...}}`"),
        (
            {"web": "https://example.org/ash"},
            "web: https://example.org/ash",
            "write `departments: {knees: {web: ...}}`",
        ),
        (
            {"decisions": {"driving": {"en": "Never."}}},
            "driving:",
            "write `departments: {knees: {decisions: {driving: ...}}}`, in the place of ",
        ),
    ],
    ids=["a-line", "a-further-line", "the-address", "the-web-address", "an-answer"],
)
def test_a_site_is_told_of_what_its_inherited_departments_print_in_its_place(
    tmp_path: Path, own: dict[str, Any], line: str, hint: str
) -> None:
    """Nobody would see its number; below the department it is printed."""
    bare = {key: value for key, value in KNEES.items() if key != "address" or "address" in own}
    (told,) = _of_a_site(tmp_path / "hidden", {"knees": bare}, **own)[line]
    assert told.startswith(hint)

    below = {"departments": {"knees": own}, "leave-out": ["address"]}
    assert not _of_a_site(tmp_path / "below", {"knees": KNEES}, **below)


def test_what_one_topic_prints_is_not_hidden(tmp_path: Path) -> None:
    """The other topic has no department, and so the site's own number."""
    departments = {"knees": {**KNEES, "topics": ["sore-knee"]}}
    assert not _of_a_site(tmp_path, departments, address=["9 Ash Road"], phones={"department": LINE})


def test_a_line_that_the_site_leaves_out_of_its_departments_is_printed(tmp_path: Path) -> None:
    """What it writes itself then takes the place of theirs."""
    own = {"leave-out": ["phones.department", "address"], "phones": {"department": LINE}}
    assert not _of_a_site(tmp_path, {"knees": KNEES}, **own)


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("kness", "did you mean 'knees'?"),
        ("stroke", "list its topics below `topics:`, or take it out"),
    ],
)
def test_a_department_of_no_topic_is_reported(tmp_path: Path, key: str, hint: str) -> None:
    """Whoever misspelt an inherited one believes that patients read the answer."""
    bare = {name: value for name, value in KNEES.items() if name != "address"}
    own = {"departments": {key: {"name": "Knees", "phones": {"department": LINE}}}}

    assert _of_a_site(tmp_path, {"knees": bare}, **own) == {f"{key}:": [hint]}


def test_a_department_of_the_trust_is_for_the_sites_that_have_its_topics(tmp_path: Path) -> None:
    """It is reported only if no topic of any site belongs to it, in the file of the trust."""
    bare = {name: value for name, value in KNEES.items() if name != "address"}
    toes = {"name": "Toes", "topics": ["sore-toe"]}
    prints = {"topics": ["sore-knee"]}
    departments = {"knees": {**bare, "topics": ["sore-knee"]}, "toes": toes}
    assert not _of_a_site(tmp_path, departments, prints=prints)
    told = _found(Workspace(root=tmp_path), "unprinted-fact")
    assert [(one.place.file, _line(tmp_path, one).strip()) for one in told] == [
        ("clinics/trust/clinic.yaml", "toes:")
    ]

    (tmp_path / "clinics/oak").mkdir()
    for name, text in a_site("oak").items():
        (tmp_path / name).write_text(text.replace("department: Knees\n", ""), "utf-8")
    assert not _found(Workspace(root=tmp_path), "unprinted-fact")


@pytest.mark.parametrize(
    ("key", "hint", "at"),
    [
        ("kness", "did you mean 'knees' by 'kness'? If not, add `name:`", "kness:"),
        ("stroke", "add `name:`", "topics: []"),
    ],
)
def test_a_department_without_a_name_may_be_a_misspelt_one(
    tmp_path: Path, key: str, hint: str, at: str
) -> None:
    """The one that a site inherits has a name."""
    files = {**a_trust(departments={"knees": KNEES}), **a_site("ash", departments={key: {"topics": []}})}

    (problem,) = load_library(write_workspace(tmp_path, files=files)).problems

    assert (problem.code, problem.message, problem.hint) == ("missing-field", "'name' is missing", hint)
    assert _line(tmp_path, problem) == at


@pytest.mark.parametrize("key", ["number", "extension", "hours", "text-relay", "name"])
@pytest.mark.parametrize("value", ["01632 960 311", {"en": "Day and night"}])
def test_what_belongs_to_a_line_is_written_below_one(key: str, value: Any) -> None:
    """Phones are lines by their keys."""
    with pytest.raises(ContentError) as caught:
        decode(Phones, parse_source(yaml.safe_dump({"emergency": {"number": "999"}, key: value}), "a.yaml"))

    (problem,) = caught.value.problems
    assert (problem.place.line, problem.code) == (3, "unknown-field")
    assert problem.hint == "write it below a line, such as `department:`"


def test_a_line_may_be_called_like_what_belongs_to_one() -> None:
    """It is one, because it has a number."""
    written = {"hours": {"name": "Day and night", "number": "01632 960 311"}}

    assert list(decode(Phones, parse_source(yaml.safe_dump(written), "a.yaml")).lines) == ["hours"]


@pytest.mark.parametrize(
    ("clinic", "line", "hint"),
    [
        (
            {"decisions": {"sore-knee": {"driving": {"en": "Never."}}}},
            "sore-knee:",
            "write `{en: ...}`; answers for one topic are below `decisions-for:`",
        ),
        (
            {"decisions": {"sore-knee": {"driving": "Never."}}},
            "sore-knee:",
            "write `{en: ...}`; answers for one topic are below `decisions-for:`",
        ),
        (
            {"decisions-for": {"knees": {"driving": {"en": "Never."}}}},
            "knees:",
            "answers of a department are below `departments: {knees: {decisions: ...}}`",
        ),
        (
            {"decisions-for": {"driving": {"en": "Never."}}},
            "driving:",
            "answers for every topic are below `decisions:`",
        ),
        ({"driving": {"en": "Never."}}, "driving:", "write it below `decisions:`"),
        ({"driving": "Never."}, "driving: Never.", "write it below `decisions:`"),
        ({"sore-knee": {"driving": "Never."}}, "sore-knee:", "write it below `decisions-for:`"),
        (
            {"departments": {"knees": {"name": "Knees", "driving": {"en": "Never."}}}},
            "driving:",
            "write it below `decisions:`",
        ),
    ],
)
def test_an_answer_in_the_wrong_place_is_told_the_right_one(
    tmp_path: Path, clinic: dict[str, Any], line: str, hint: str
) -> None:
    """Answers are for all topics, for a department or for one topic."""
    (problem,) = load_library(_write(tmp_path, {"knees": {"name": "Knees"}}, clinic)).problems

    assert (_line(tmp_path, problem), problem.hint) == (line, hint)
