"""Whatever anybody puts into a workspace ends in a line that says what is wrong, and where."""

import re
from pathlib import Path

import pytest
import yaml

from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.resources import PACKAGE
from leafwright.source import MOST_BYTES, parse_source, read_source
from leafwright.workspace import Workspace
from tests.workspaces import CITED, CLINIC, TOPIC, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"
CLINIC_YAML = f"clinics/{CLINIC}/clinic.yaml"
BRAND = f"clinics/{CLINIC}/_brand.yml"
PICTURE = {"kind": "picture", "id": "look", "file": "look.svg", "alt": "A knee."}
RISK = {
    "kind": "risk",
    "id": "harm",
    "heading": "Soreness",
    "people": "people",
    "event": "were sore",
    "otherwise": "were not",
    "n": 3,
    "of": 100,
    "time-frame": "on the day",
    "certainty": "low",
    "source": ["elm1999"],
}
TABLE = {
    "kind": "comparison",
    "id": "choose",
    "options": [
        {"id": "wait", "name": "Wait", "definition": "Wait.", "no-treatment": "true"},
        {"id": "rest", "name": "Rest", "definition": "Rest."},
    ],
    "rows": [{"question": "What is it?", "answers": {"wait": "Waiting.", "rest": "Resting."}}],
}


def problems_of(workspace: Workspace) -> list[str]:
    """Load a workspace and return what is wrong with it, a line each."""
    return [str(problem) for problem in load_library(workspace).problems]


def changed(workspace: Workspace, name: str, before: str, after: str) -> list[str]:
    """Change a file by hand and return what is then wrong with the workspace."""
    path = workspace.root / name
    text = path.read_text("utf-8")
    assert before in text, text
    path.write_text(text.replace(before, after, 1), "utf-8")
    return problems_of(workspace)


def syntax_fault(text: str) -> str:
    """Parse YAML text that must be refused and return what is reported."""
    with pytest.raises(ContentError) as caught:
        parse_source(text, "a.yaml")
    return str(caught.value)


MISTAKES = {
    "an unknown key": (EN, "title:", "titel:", "unknown-field", "did you mean 'title'?"),
    "a missing key": (EN, "funding: No outside funding.\n", "", "missing-field", "add `funding:`"),
    "an empty value": (EN, "owner: The test library", "owner:", "empty", "write words"),
    "a list for words": (EN, "owner: The test library", "owner: [a, b]", "wrong-type", "write words"),
    "an unknown kind": (EN, "kind: paragraphs", "kind: paragraph", "unknown-value", "'paragraphs'?"),
    "an unknown status": (EN, "status: example", "status: exampel", "unknown-value", "'example'?"),
    "a date in words": (EN, "issued: '2026-11-02'", "issued: 2 Nov 2026", "bad-date", "write 2026-11-02"),
    "a day that is none": (EN, "issued: '2026-11-02'", "issued: 2026-02-30", "bad-date", "2026-08-06"),
    "a review before the issue": (EN, "'2028-11-01'", "2026-01-01", "review-before-issue", "check both"),
    "a review too late": (EN, "'2028-11-01'", "2036-01-01", "review-too-late", "2 years is common"),
    "a version in words": (EN, "version: '1.0'", "version: first", "bad-form", "like 1.2"),
    "a code in small letters": (EN, "reference: EX-1", "reference: ex 1", "bad-form", "write EX-1"),
    "approval without approver": (EN, "status: example", "status: approved", "missing-approver", "approver"),
    "an unknown citation": (EN, "[@elm1999]", "[@oak1999]", "unknown-citation", "there are elm1999"),
    "an unclosed citation": (EN, "[@elm1999]", "[@elm1999", "unclosed-markup", "close every"),
    "unclosed bold": (EN, "Rest helps", "Rest **helps", "unclosed-markup", "close every"),
    "italics": (EN, "Rest helps", "Rest *helps*", "italics", "**two stars**"),
    "a tag": (EN, "Rest helps", "<b>Rest</b> helps", "html-in-text", "plain words"),
    "a script": (EN, "Rest helps", "<script>alert(1)</script>", "html-in-text", "plain words"),
    "an unknown section": (EN, "    - part\n", "    - prat\n", "unknown-section", "did you mean 'part'?"),
    "a section twice": (EN, "    - part\n", "    - part\n    - part\n", "repeated-section", "keep one"),
    "an unknown variant": (EN, "  leaflet:", "  leaflets:", "unknown-variant", "did you mean 'leaflet'?"),
    "an unknown clinic field": (CLINIC_YAML, "web:", "wed:", "unknown-field", "did you mean 'web'?"),
    "an extension in a number": (
        CLINIC_YAML,
        "01632 960 301",
        "01632 960 301 ext. 23",
        "bad-form",
        'extension: "23"',
    ),
    "a short extension": (CLINIC_YAML, "01632 960 301", "'01632 960 301 #5'", "bad-form", 'extension: "5"'),
    "a bad phone number": (CLINIC_YAML, "01632 960 301", "ring us", "bad-form", "01632 960 142"),
    "a bad address": (CLINIC_YAML, "https://example.org", "http://example.org", "bad-form", "https://"),
    "a bad mail address": (CLINIC_YAML, "knees@elm", "knees at elm", "bad-form", "name@example.org"),
    "an entity": (EN, "Rest helps", "Rest&nbsp;helps", "html-in-text", "type a plain space"),
    "an entity for a sign": (EN, "Rest helps", "Rest &ndash; helps", "html-in-text", "the sign itself: –"),
    "a line break": (EN, "Rest helps", "Rest<br>helps", "html-in-text", "an empty line"),
    "a link without its scheme": (
        EN,
        "Rest helps",
        "Rest [helps](www.example.org)",
        "bad-link",
        "https://www.example.org",
    ),
    "a link to mail": (EN, "Rest helps", "Rest [helps](a@example.org)", "bad-link", "mailto:a@example.org"),
    "a misspelt decision": (CLINIC_YAML, "driving:", "drivng:", "unknown-decision", "'driving'?"),
    "a citation in round brackets": (EN, "[@elm1999]", "(@elm1999)", "bad-citation", "write [@key]"),
    "citations with a comma": (EN, "[@elm1999]", "[@elm1999, @oak]", "bad-citation", "[@one; @two]"),
    "a small letter": (CLINIC_YAML, "paper: A4", "paper: a4", "unknown-value", "did you mean 'A4'?"),
    "half a name": (BRAND, "Atkinson Hyperlegible", "atkinson", "unknown-font", "'Atkinson Hyperlegible'?"),
    "a decision in capitals": (
        CLINIC_YAML,
        "  escort:",
        "  Escort:",
        "bad-form",
        "write escort",
    ),
    "an unknown language": (CLINIC_YAML, "- en-GB", "- en-UK", "unknown-name", "write en-GB or en-US"),
    "a language alone": (CLINIC_YAML, "- en-GB", "- en", "unknown-name", "write en-GB or en-US"),
    "a topic for a list": (
        CLINIC_YAML,
        "paper:",
        "topics: sore-knee\n  paper:",
        "wrong-type",
        "[sore-knee]; or all",
    ),
    "a name for a list": (
        CLINIC_YAML,
        "editions:\n  - standard\n  - large-print",
        "editions: standard",
        "wrong-type",
        "[standard]",
    ),
    "an unknown edition": (CLINIC_YAML, "- large-print", "- large", "unknown-name", "large-print"),
    "an unknown paper": (CLINIC_YAML, "paper: A4", "paper: A3", "unknown-value", "A4"),
    "no disclaimer": (CLINIC_YAML, "disclaimer:\n  en:", "disclaimer:\n  cy:", "missing-disclaimer", "en-GB"),
    "an unknown brand field": (BRAND, "color:", "colour:", "unknown-field", "did you mean 'color'?"),
    "an unknown font": (BRAND, "Atkinson Hyperlegible", "Atkinson", "unknown-font", "Atkinson Hyperlegible"),
    "a pale colour": (BRAND, "'#1d4e68'", "'#cccccc'", "low-contrast", "nearest colour that passes is #7"),
    "a colour without quotes": (BRAND, "'#1d4e68'", "#1d4e68", "unquoted-colour", 'quotes: "#1d4e68"'),
    "a colour that is none": (BRAND, "'#1d4e68'", "teel", "unknown-colour", "write a colour"),
    "a logo that is missing": (BRAND, "logo.svg", "crest.png", "missing-picture", "put it into"),
    "a logo elsewhere": (BRAND, "logo.svg", "../logo.svg", "outside-folder", "beside the YAML"),
}


ASKING = {"kind": "decisions", "id": "home", "slots": ["escort", "drivng"]}
DAYS = {"kind": "timeline", "id": "days", "events": [{"when": "Today", "decisions": ["drivng"]}]}


@pytest.mark.parametrize("block", [ASKING, DAYS], ids=["decisions", "timeline"])
def test_a_misspelt_slot_is_reported_once_where_it_is_asked_for(
    block: dict[str, object], tmp_path: Path
) -> None:
    """The handout is reported, and no clinic has to answer what is not a decision."""
    workspace = write_workspace(tmp_path, blocks=[block])
    lines = (workspace.root / EN).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, start=1) if "drivng" in line)

    hint = "there is no decision 'drivng'; did you mean 'driving'?"
    column = lines[at - 1].index("drivng") + 1
    assert problems_of(workspace) == [f"{EN}:{at}:{column}: unknown-decision: {hint}"]


def test_a_decision_of_a_clinics_own_is_no_slip(tmp_path: Path) -> None:
    """A slot that is like no other is for the clinic to answer and for its words to name."""
    assert problems_of(write_workspace(tmp_path, blocks=[{**ASKING, "slots": ["contact-lenses"]}])) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_reported_at_its_line(mistake: str, tmp_path: Path) -> None:
    """A mistake is reported with its file, line and column, its code, and what would be right."""
    name, before, after, code, hint = MISTAKES[mistake]

    told = changed(write_workspace(tmp_path), name, before, after)

    assert any(re.match(rf"{name}:\d+:\d+: {code}: ", line) and hint in line for line in told), told


@pytest.mark.parametrize(
    ("name", "other", "told"),
    [
        (
            CLINIC_YAML,
            "clinic.yml",
            f"{CLINIC_YAML}:1:1: unreadable-file: no such file or directory; clinic.yml is",
        ),
        (
            BRAND,
            "_brand.yaml",
            f"{BRAND}:1:1: unreadable-file: no such file or directory; _brand.yaml is there",
        ),
        (
            EN,
            "en.yml",
            f"handouts/{TOPIC}/en.yml:1:1: misnamed-file: a file of this name is not read; name it en.yaml",
        ),
    ],
)
def test_a_file_whose_name_ends_otherwise_is_reported(
    name: str, other: str, told: str, tmp_path: Path
) -> None:
    """Nothing is left unread in silence."""
    workspace = write_workspace(tmp_path)
    (workspace.root / name).rename((workspace.root / name).with_name(other))

    assert any(line.startswith(told) for line in problems_of(workspace)), problems_of(workspace)


@pytest.mark.parametrize(
    ("phrase", "code"),
    [("<b>{n}</b>", "html-in-text"), ("{n}&nbsp;", "html-in-text"), ("{m}", "unknown-gap")],
)
def test_a_broken_phrase_is_reported_in_its_file_alone(phrase: str, code: str, tmp_path: Path) -> None:
    """It is not reported at a sheet or at a clinic that prints the language."""
    text = (PACKAGE.parent / "words/en-GB.yaml").read_text("utf-8")
    framing = "**{n} in {of}** {people} {event}"
    assert framing in text
    broken = text.replace(framing, framing.replace("{n}", phrase), 1)
    workspace = write_workspace(tmp_path, files={"words/en-GB.yaml": broken})

    (told,) = problems_of(workspace)

    assert re.match(rf"words/en-GB\.yaml:\d+:\d+: {code}: ", told)


def test_a_misspelt_key_is_reported_once(tmp_path: Path) -> None:
    """That the right one is missing as well is the same mistake."""
    told = changed(write_workspace(tmp_path), EN, "funding:", "fundin:")

    assert [line.split(": ")[1] for line in told] == ["unknown-field"]


def test_the_place_is_the_line_of_the_mistake(tmp_path: Path) -> None:
    """The line and column are those of the word that is wrong."""
    workspace = write_workspace(tmp_path)
    lines = (workspace.root / EN).read_text("utf-8").splitlines()
    at = next(number for number, line in enumerate(lines, start=1) if "[@elm1999]" in line)

    told = changed(workspace, EN, "[@elm1999]", "[@oak1999]")

    column = lines[at - 1].index("@elm1999") + 1
    assert f"{EN}:{at}:{column}: unknown-citation" in "\n".join(told)


def test_all_mistakes_are_reported_at_once(tmp_path: Path) -> None:
    """Three mistakes in one file are three problems, in the order of the file."""
    workspace = write_workspace(tmp_path)
    changed(workspace, EN, "title:", "titel:")
    changed(workspace, EN, "status: example", "status: exampel")

    told = changed(workspace, EN, "'2026-11-02'", "soon")

    codes = [line.split(": ")[1] for line in told if line.startswith(EN)]
    assert sorted(codes) == ["bad-date", "unknown-field", "unknown-value"]


BLOCKS = {
    "an impossible risk": ({**RISK, "n": 101}, "impossible-risk"),
    "a denominator of one": ({**RISK, "n": 1, "of": 1}, "bad-denominator"),
    "a picture of ten thousand": ({**RISK, "of": 10000}, "no-picture"),
    "a mean difference as a risk": ({**RISK, "difference": 5}, "mean-difference"),
    "a measure that counts nobody": ({**RISK, "measure": "mean-difference"}, "mean-difference"),
    "a group without a name": ({**RISK, "comparator": {"group": "Other", "n": 2}}, "missing-group"),
    "a part of a person": ({**RISK, "n": "2.5"}, "wrong-type"),
    "an unknown source": ({**RISK, "source": ["oak1999"]}, "unknown-citation"),
    "a missing picture": (PICTURE, "missing-picture"),
    "a picture without words": ({key: PICTURE[key] for key in ("kind", "id", "file")}, "missing-field"),
    "a picture elsewhere": ({**PICTURE, "file": "../../clinics/elm-street/logo.svg"}, "outside-folder"),
    "a picture at the root": ({**PICTURE, "file": "/etc/passwd.svg"}, "outside-folder"),
    "a picture of another kind": ({**PICTURE, "file": "look.gif"}, "picture-kind"),
    "an id that is taken": ({"kind": "key-message", "id": "part", "text": "Hello."}, "duplicate-id"),
    "a cell without answer": (
        {**TABLE, "rows": [{"question": "What?", "answers": {"wait": "Waiting."}}]},
        "empty-cell",
    ),
    "an answer to nobody": (
        {**TABLE, "rows": [{"question": "What?", "answers": {"wait": "W.", "rest": "R.", "run": "N."}}]},
        "unknown-option",
    ),
    "a count out of nothing": (
        {**TABLE, "rows": [{"question": "How?", "answers": {"wait": {"n": 3, "text": "x"}, "rest": "y"}}]},
        "missing-denominator",
    ),
    "a count of too many": (
        {
            **TABLE,
            "rows": [
                {"question": "How?", "of": 10, "answers": {"wait": {"n": 11, "text": "x"}, "rest": "y"}}
            ],
        },
        "impossible-risk",
    ),
    "a code for a plain address": (
        {"kind": "qr", "id": "code", "address": "http://example.org", "label": "Look"},
        "bad-form",
    ),
    "blank words": ({"kind": "key-message", "id": "note", "text": "  "}, "empty"),
}


@pytest.mark.parametrize("mistake", BLOCKS)
def test_a_faulty_block_is_refused(mistake: str, tmp_path: Path) -> None:
    """A block that cannot be printed is refused with its code, at a line of the handout."""
    block, code = BLOCKS[mistake]

    told = problems_of(write_workspace(tmp_path, blocks=[CITED, block]))

    assert any(re.match(rf"{EN}:\d+:\d+: {code}: ", line) for line in told), told


def test_two_references_with_one_id_are_reported(tmp_path: Path) -> None:
    """Which of the two a citation means cannot be known."""
    entries = [{"id": "elm1999", "type": "webpage", "title": "Elms"}] * 2

    told = problems_of(write_workspace(tmp_path, references=entries))

    assert told == [
        "handouts/references.yaml:5:3: duplicate-id: the id 'elm1999' is taken; line 2 has it; keep one"
    ]


def test_references_that_cannot_be_read_are_one_fault(tmp_path: Path) -> None:
    """No citation can be judged then: one message, and what cites nothing can be printed."""
    workspace = write_workspace(tmp_path)
    cites_nothing = yaml.safe_load((workspace.root / EN).read_text("utf-8")) | {"reference": "EX-2"}
    cites_nothing["sections"][0]["blocks"] = [{"kind": "heading", "id": "rest", "text": "Rest"}]
    (workspace.root / "handouts/rest").mkdir()
    (workspace.root / "handouts/rest/en.yaml").write_text(yaml.safe_dump(cites_nothing), "utf-8")
    (workspace.root / "handouts/references.yaml").write_text("references: [\n", "utf-8")

    (told,) = problems_of(workspace)

    assert told.startswith("handouts/references.yaml:")
    assert [file.topic for file in load_library(workspace).handouts] == ["rest"]


def test_a_section_nobody_prints_is_reported(tmp_path: Path) -> None:
    """Words that no variant prints are reported, not lost."""
    workspace = write_workspace(tmp_path)
    lost = [
        {"id": "lost", "heading": "Lost", "blocks": [{"kind": "heading", "id": "alone", "text": "Alone"}]}
    ]
    path = workspace.root / EN
    handout = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(yaml.safe_dump(handout | {"sections": handout["sections"] + lost}), "utf-8")

    told = problems_of(workspace)

    assert any(": unprinted-section: the section 'lost'" in line for line in told), told


def test_two_topics_with_one_code_are_reported(tmp_path: Path) -> None:
    """A consent form names a leaflet by its code, so no two may share one, and each is reported."""
    workspace = write_workspace(tmp_path)
    other = workspace.root / "handouts/other-knee"
    other.mkdir()
    (other / "en.yaml").write_text((workspace.root / EN).read_text("utf-8"), "utf-8")

    told = [line for line in problems_of(workspace) if ": duplicate-code: " in line]
    assert [line.partition(":")[0] for line in told] == ["handouts/other-knee/en.yaml", EN]
    assert ["handouts/sore-knee;" in told[0], "handouts/other-knee;" in told[1]] == [True, True]


def test_two_sheets_of_one_file_are_reported_and_not_printed(tmp_path: Path) -> None:
    """One would be written over the other, and be handed out under its title."""
    workspace = write_workspace(tmp_path)
    handout = yaml.safe_load((workspace.root / EN).read_text("utf-8"))
    for topic, code, sheet in (("knee", "EX-2", "repair-after"), ("knee-repair", "EX-3", "after")):
        (workspace.root / "handouts" / topic).mkdir()
        named = handout | {"reference": code, "variants": {sheet: handout["variants"]["leaflet"]}}
        named["variants"][sheet] = {**named["variants"][sheet], "as": "leaflet"}
        (workspace.root / f"handouts/{topic}/en.yaml").write_text(yaml.safe_dump(named), "utf-8")

    library = load_library(workspace)

    told = [str(problem) for problem in library.problems if problem.code == "same-file"]
    assert [line.partition(":")[0] for line in told] == [
        "handouts/knee-repair/en.yaml",
        "handouts/knee/en.yaml",
    ]
    assert ["'repair-after' of knee;" in told[0], "'after' of knee-repair;" in told[1]] == [True, True]
    assert [file.topic for file in library.handouts] == [TOPIC]


SYNTAX = {
    "a tab": ("title: a\n\tsummary: b", "a.yaml:2:1: tab: "),
    "an alias bomb": ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "a.yaml:1:4: anchor-or-tag: '&a'"),
    "an alias": ("a: &a x\nb: *a", "a.yaml:2:4: alias: the alias '*a'"),
    "a tag": ("a: !!python/object:os.system x", "a.yaml:1:4: anchor-or-tag: "),
    "a duplicate key": ("a: 1\nb: 2\na: 3", "a.yaml:3:1: duplicate-key: 'a' is written twice"),
    "a key that is a list": ("? [a, b]\n: c", "a.yaml:1:1: bad-key: "),
    "a second document": ("a: 1\n---\nb: 2", "a.yaml:2:1: second-document: "),
    "an open bracket": ("a: [1, 2", "a.yaml:1:4: bad-yaml: "),
    "a colon in words": ("a: this: that", "a.yaml:1:8: bad-yaml: "),
    "a quotation that never ends": (
        'a: b\nc: "d\ne: f',
        "a.yaml:2:4: bad-yaml: this is not YAML: the text that begins",
    ),
    "a quotation that ends at the next": ('a: "b\nc: d\ne: "999"\nf: g', "a.yaml:1:4: bad-yaml: "),
    "an apostrophe": ("a: 'what's this'", "a.yaml:1:10: bad-yaml: this is not YAML: an apostrophe ends"),
    "words behind a quotation": (
        'a: "b" and "c"',
        "a.yaml:1:8: bad-yaml: this is not YAML: the text goes on",
    ),
    "words behind a bracket": (
        "a: [b](c) d",
        "a.yaml:1:7: bad-yaml: this is not YAML: text goes on after a bracket",
    ),
    "a key without its colon": (
        "a: b\nc d\ne: f",
        "a.yaml:2:1: bad-yaml: this is not YAML: this line has no colon",
    ),
    "a colon without its space": (
        "a: b\n\nc:d\n# x\ne: f",
        "a.yaml:3:1: bad-yaml: this is not YAML: there is no space",
    ),
    "a hyphen without its space": (
        "a:\n  -b: c\n   d: e",
        "a.yaml:2:3: bad-yaml: this is not YAML: there is no space",
    ),
    "a key below a value": (
        "a: b\n  c: d",
        "a.yaml:2:4: bad-yaml: this is not YAML: this line is indented below 'a'",
    ),
    "a second colon": (
        "a: b\nc: d: e",
        "a.yaml:2:5: bad-yaml: this is not YAML: one value has a second ': '",
    ),
    "a bracket left open": ("a: [b, c\nd: e\nf: [g]\n", "a.yaml:1:4: bad-yaml: "),
    "a no-break space": ("a: b\n\u00a0c: d", "a.yaml:2:1: tab: there is a no-break space where"),
    "a no-break space in a mapping": (
        "a:\n  b: c\n\u00a0\u00a0d: e\n  f: g",
        "tab: there is a no-break space where",
    ),
    "a merge that was not finished": (
        "a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x",
        "a.yaml:2:1: bad-yaml: ",
    ),
    "deep nesting": ("a: " + "[" * 60 + "]" * 60, "too-complex: nested too deeply"),
    "too many values": ("a: [" + "x," * 60_000 + "x]", "too-complex: more than 50,000 values"),
    "a bell": ("a: \a", "not-text: "),
    "nothing": ("", "not-a-mapping: the file is empty"),
    "a comment": ("# nothing", "not-a-mapping: the file is empty"),
    "a list": ("- a\n- b", "not-a-mapping: the file does not contain a mapping"),
}


@pytest.mark.parametrize("fault", SYNTAX)
def test_yaml_that_is_refused(fault: str) -> None:
    """YAML we do not take is refused with its place and in words."""
    text, told = SYNTAX[fault]

    assert told in syntax_fault(text)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    """Fifty megabytes are refused by their size alone."""
    path = tmp_path / "a.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)

    with pytest.raises(ContentError, match=rf"file-too-large: the file has 50,000,000.*{MOST_BYTES:,}"):
        read_source(path, "a.yaml")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"title: caf\xe9\n", "a.yaml:1:11: not-utf-8: "),
        (bytes(range(256)), "not-utf-8: "),
        (b"\x00\x01\x02", "not-text: "),
    ],
    ids=["latin-1", "rubbish", "zeros"],
)
def test_bytes_that_are_no_text_are_refused(content: bytes, told: str, tmp_path: Path) -> None:
    """Bytes that are no UTF-8 text are refused at the byte that shows it."""
    (tmp_path / "a.yaml").write_bytes(content)

    with pytest.raises(ContentError, match=told):
        read_source(tmp_path / "a.yaml", "a.yaml")


def test_a_folder_in_place_of_a_file_is_reported(tmp_path: Path) -> None:
    """A folder called en.yaml is reported as a file that cannot be read."""
    workspace = write_workspace(tmp_path)
    (workspace.root / EN).unlink()
    (workspace.root / EN).mkdir()

    assert any(line.startswith(f"{EN}:1:1: unreadable-file: ") for line in problems_of(workspace))


def test_a_folder_with_a_strange_name_is_reported(tmp_path: Path) -> None:
    """A topic's folder is a name of small letters, for it becomes part of a file's name."""
    workspace = write_workspace(tmp_path)
    folder = (workspace.root / "handouts" / TOPIC).rename(workspace.root / "handouts" / "Sore Knee..")
    (folder / "es.yaml").write_text("parts: {}", "utf-8")

    (told,) = problems_of(workspace)

    assert told.startswith("handouts/Sore Knee../:1:1: bad-folder: ")
    assert told.endswith(": sore-knee")


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    """A picture that is a link to a file elsewhere is refused."""
    workspace = write_workspace(tmp_path / "inside", blocks=[CITED, PICTURE])
    (tmp_path / "secret.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (workspace.root / "handouts" / TOPIC / "look.svg").symlink_to(tmp_path / "secret.svg")

    assert any(": outside-folder: " in line for line in problems_of(workspace))


def test_an_empty_workspace_says_how_to_begin(tmp_path: Path) -> None:
    """A folder without handouts says so, and what to do."""
    assert "make one: leafwright new handout NAME" in problems_of(Workspace(root=tmp_path))[0]


@pytest.mark.parametrize("written", ["9" * 5000, "9,999" * 900, "9" * 4400 + " in 100", "\u0669" * 4400])
@pytest.mark.parametrize(
    ("name", "before"), [(EN, "Rest helps"), (CLINIC_YAML, "Monday to Friday"), (EN, "1.0")], ids=str
)
def test_a_number_longer_than_any_is_reported(tmp_path: Path, name: str, before: str, written: str) -> None:
    """A value of thousands of digits is reported at its place, in any field."""
    (told,) = changed(write_workspace(tmp_path), name, before, written)

    assert told.startswith(f"{name}:")
    assert ": too-long: " in told
