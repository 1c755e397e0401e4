"""What an author sees in an editor: the schemas through yaml-language-server, the server of most editors."""

from collections.abc import Iterator

import pytest

from leafwright.library import load_library
from leafwright.resources import PACKAGE
from leafwright.schema import names_of, write_schemas
from leafwright.workspace import Workspace
from tests.browsers import must_have_browser
from tests.editor.client import Editor, missing

ROOT = PACKAGE.parent
KINDS = {
    "handout": "handouts/new/en.yaml",
    "clinic": "clinics/new/clinic.yaml",
    "brand": "clinics/new/_brand.yml",
    "references": "handouts/references.yaml",
    "words": "words/en-GB.yaml",
    "translation": "handouts/new/es.yaml",
    "variant": "templates/variants/new.yaml",
}
EXAMPLES = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in (
        "handouts/*.yaml",
        "handouts/*/*.yaml",
        "clinics/*/*.y*ml",
        "words/*.yaml",
        "templates/*s/*.yaml",
    )
    for path in ROOT.glob(pattern)
    if path.read_text("utf-8").startswith("# yaml-language-server:")
)
pytestmark = [
    pytest.mark.skipif(bool(missing()) and not must_have_browser(), reason=missing()),
    pytest.mark.xdist_group("editor"),  # one server for all of them
]


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """Open a folder with the schemas of the examples' workspace."""
    assert not missing()
    root = tmp_path_factory.mktemp("editor")
    write_schemas(root / "schema", names_of(load_library(Workspace(root=ROOT))))
    with Editor(root) as opened:
        yield opened


def _text(kind: str, marked: str) -> str:
    above = "../" * KINDS[kind].count("/")
    return f"# yaml-language-server: $schema={above}schema/{kind}.schema.json\n{marked}"


BLOCK = "sections:\n  - id: a\n    heading: B\n    blocks:\n      - kind: "


@pytest.mark.parametrize(
    ("kind", "marked", "shown"),
    [
        ("handout", "ti‸tle: Knee", ["The title, as patients call the topic.", "Example:"]),
        ("handout", "sta‸tus: draft", ["Whether it is an example, a draft or approved.", "`approved`"]),
        ("handout", "glance:\n  po‸ints: [Rest]", ["at most five short ones", "Example:"]),
        ("handout", "gl‸ance: {message: Rest, points: [Rest]}", ["What to know", "message:"]),
        ("handout", "variants:\n  leaflet:\n    pa‸ges: 3", ["How many pages", "3"]),
        ("handout", f"{BLOCK}war‸ning", ["What to watch for and what to do", "warning"]),
        ("handout", f"{BLOCK}warning\n        le‸vel: call", ["How urgent it is", "`emergency`"]),
        (
            "handout",
            f"{BLOCK}list\n        si‸lence: [{{rule: hard-word, reason: It is said.}}]",
            ["Rules that"],
        ),
        ("clinic", "pho‸nes: {department: {number: 01632 960142}}", ["Whom to phone"]),
        ("clinic", "prints:\n  pap‸er: A4", ["The paper of its sheets", "`Letter`"]),
        ("clinic", "partners:\n  - path: a.svg\n    alt: A\n    least-h‸eight: 8", ["millimetres", "8"]),
        ("brand", "typography:\n  ba‸se: Figtree", ["The family of running text", "Figtree"]),
        ("references", "references:\n  - id: elm\n    D‸OI: 10.1234/a", ["The DOI", "10.1234/example.5678"]),
        ("words", "phrases:\n  at-a-gl‸ance: Now", ["The heading of what to know", "At a glance"]),
        ("translation", "parts:\n  a:\n    to‸do: true", ["Whether words are missing", "false"]),
    ],
)
def test_a_property_explains_itself(editor: Editor, kind: str, marked: str, shown: list[str]) -> None:
    """A text, a number, a choice, a list, a record and a block say what they are for, with an example."""
    told = editor.hover(KINDS[kind], _text(kind, marked))

    assert [words for words in shown if words not in told] == []


@pytest.mark.parametrize(
    ("name", "marked", "shown"),
    [
        ("handouts/new/en.yaml", "aud‸ience: For all.", "Whom it is for"),
        ("handouts/new/es.yaml", "trans‸lator: Ana", "Who translated it"),
        ("handouts/references.yaml", "refer‸ences: []", "The sources"),
        ("clinics/new/clinic.yaml", "part‸-of: trust", "is a site of"),
        ("clinics/new/_brand.yml", "lo‸go: logo.svg", "a file beside this one"),
        ("words/fr.yaml", "com‸ma: a", "The comma of the language"),
        ("templates/variants/new.yaml", "stri‸p: true", "in a strip on page 1"),
        ("templates/editions/new.yaml", "imp‸osed: two-up", "to print and to fold"),
        ("templates/looks/new.yaml", "ma‸rks: dots", "stands for people"),
    ],
)
def test_settings_lead_to_the_schemas(editor: Editor, name: str, marked: str, shown: str) -> None:
    """The settings of a new workspace lead each file to its schema, even without a first line that does."""
    assert shown in editor.hover(name, marked)


@pytest.mark.parametrize(
    ("kind", "marked", "offered"),
    [
        ("clinic", "prints:\n  topics:\n    - ‸", {"facet-joint-injections"}),
        ("clinic", "prints:\n  languages:\n    - ‸", {"en-GB", "es"}),
        ("clinic", "prints:\n  variants:\n    - ‸", {"leaflet", "aftercare"}),
        ("clinic", "prints:\n  editions:\n    - ‸", {"standard", "large-print"}),
        ("clinic", "prints:\n  paper: ‸", {"A4", "Letter", "Legal"}),
        ("clinic", "part-of: ‸", {"harbour-row-trust"}),
        ("clinic", "decisions-for:\n  ‸", {"facet-joint-injections"}),
        ("clinic", "look: ‸", {"band", "paper"}),
        ("clinic", "profile: ‸", {"uk-nhs"}),
        ("brand", "typography:\n  base: ‸", {"Figtree", "Public Sans"}),
        ("handout", "status: ‸", {"example", "draft", "approved"}),
        ("handout", "department: ‸", {"spine-clinic"}),
        ("handout", "variants:\n  ‸", {"leaflet", "consent"}),
        ("handout", "variants:\n  - ‸", {"leaflet", "consent"}),
        ("handout", f"{BLOCK}‸", {"warning", "risk", "contacts"}),
        ("handout", f"{BLOCK}warning\n        level: ‸", {"call", "emergency"}),
        ("handout", f"{BLOCK}warning\n        lines:\n          - ‸", {"department", "out-of-hours"}),
        ("handout", f"{BLOCK}risk\n        source:\n          - ‸", {"nice-ng59"}),
        ("handout", "silence:\n  - rule: ‸", {"long-sentence"}),
        ("variant", "of-kind:\n  ‸", {"planned-procedure", "choice"}),
        ("words", "phrases:\n  risk:\n    certainty:\n      ‸", {"high", "very-low"}),
    ],
)
def test_names_and_choices_are_offered(editor: Editor, kind: str, marked: str, offered: set[str]) -> None:
    """What exists in the workspace and what is in a closed list is offered, and neither true nor false."""
    found = editor.complete(KINDS[kind], _text(kind, marked))

    assert offered <= found
    assert not {"true", "false", "[object Object]"} & found


def test_a_switch_is_offered(editor: Editor) -> None:
    """Only what is true or false is offered as such."""
    found = editor.complete(KINDS["handout"], _text("handout", "variants:\n  leaflet:\n    tested: ‸"))

    assert {"true", "false"} <= found


def test_no_example_has_a_fault(editor: Editor) -> None:
    """Nothing in the files of the examples, and in those that come with Leafwright, is marked as wrong."""
    marked = editor.faults((name, (ROOT / name).read_text("utf-8")) for name in EXAMPLES)

    assert {name: faults for name, faults in zip(EXAMPLES, marked, strict=True) if faults} == {}


MISTAKES = (
    ("handout", "titel: Knee"),
    ("handout", "status: finished"),
    ("handout", "silence: [{rule: no-rule, reason: It is said.}]"),
    ("handout", f"{BLOCK}warnig"),
    ("handout", "variants: {Leaflet: {}}"),
    ("clinic", "prints: {paper: A3}"),
    ("brand", "color: {palete: {}}"),
    ("references", "references: [{id: elm, type: essay, title: Elm}]"),
    ("words", "quotes: [a, b, c]"),
    ("words", "phrases: {risk: {certainty: {verylow: Not sure}}}"),
    ("variant", "of-kind: {choise: [benefits]}"),
)


def test_mistakes_are_marked(editor: Editor) -> None:
    """A misspelt key, a choice that there is not and a value of another form are marked."""
    marked = editor.faults((KINDS[kind], _text(kind, text)) for kind, text in MISTAKES)
    own = [[fault for fault in faults if not fault.startswith("Missing property")] for faults in marked]

    assert [mistake for mistake, faults in zip(MISTAKES, own, strict=True) if not faults] == []


EXPORTED = """\
references:
  - id: elm1999
    type: journal-article
    title: Knees
    abstract: They hurt.
    ISSN: 1234-5678
    citation-key: elm
    containerTitle: Journal of Examples
    doi: 10.1234/example.5678
    is-referenced-by-count: 3
    author: [{family: Elm, given: A., ORCID: 0000-0001, sequence: first}]
    issued: {date-parts: [[1999]], timestamp: 1, date-time: "1999-01-01"}
"""


def test_what_programs_export_is_legal(editor: Editor) -> None:
    """Fields of CSL and of programs that nothing prints are not marked, and a misspelt one is."""
    texts = [EXPORTED, EXPORTED.replace("abstract", "abstrackt")]
    right, marked = editor.faults((KINDS["references"], _text("references", text)) for text in texts)

    assert right == []
    assert ["abstrackt" in fault for fault in marked] == [True]


def test_a_name_of_tomorrow_is_legal(editor: Editor) -> None:
    """A topic that is not there yet is not marked: `check` knows better."""
    prints = "{languages: [en-GB], paper: A4, topics: [tomorrow], variants: [mine], editions: [standard]}"
    marked = editor.faults([(KINDS["clinic"], _text("clinic", f"part-of: trust\nprints: {prints}"))])

    assert marked == [[]]
