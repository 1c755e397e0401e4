"""Files of references in a workspace: where they lie, beside one another, and what else may lie there."""

from datetime import date
from pathlib import Path

import pytest

from leafwright.build import Selection
from leafwright.build.draft import draft_sheets
from leafwright.build.fingerprint import survey
from leafwright.library import load_library
from leafwright.problems import Severity
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.workspaces import REFERENCES, write_workspace

BIB = "@book{{{key}, title = {{A made-up book}}, year = 2010}}\n"
JSON = '[{{"id": "{key}", "type": "book", "title": "Another made-up book"}}]\n'
PLACES = {
    "handouts/references.json": JSON,
    "handouts/references.bib": BIB,
    "handouts/references/pubmed.json": JSON,
    "handouts/references/Zotero knees.bib": BIB,
    "handouts/references/knees.yaml": "- {{id: {key}, type: book, title: A third}}\n",
}


def _cites(*keys: str) -> list[dict[str, str]]:
    return [
        {"kind": "paragraphs", "id": "text", "text": f"Rest helps [{'; '.join(f'@{key}' for key in keys)}]."}
    ]


def _told(workspace: Workspace) -> list[str]:
    return [str(problem) for problem in load_library(workspace).problems]


def test_files_lie_beside_one_another(tmp_path: Path) -> None:
    """A handout cites sources of any of them, by the keys that programs have made."""
    keys = [f"pmid:{number}" for number in range(len(PLACES))]
    files = {name: text.format(key=key) for key, (name, text) in zip(keys, PLACES.items(), strict=True)}

    library = load_library(write_workspace(tmp_path, blocks=_cites("elm1999", *keys), files=files))

    assert library.problems == ()
    assert {entry.place.file for entry in library.references.values()} == {
        *PLACES,
        "handouts/references.yaml",
    }


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", '{"items": []}'), ("a.json", "[]"), ("a.bib", "Only words.\n")]
)
def test_an_export_of_nothing_is_reported(tmp_path: Path, name: str, text: str) -> None:
    """It can be read, but nobody exports nothing on purpose."""
    library = load_library(write_workspace(tmp_path, files={f"handouts/references/{name}": text}))
    (problem,) = library.problems

    assert problem.code == "no-references"
    assert (problem.place.file, problem.severity) == (f"handouts/references/{name}", Severity.WARNING)
    assert library.handouts


def test_a_file_of_ones_own_may_be_empty(tmp_path: Path) -> None:
    """It is a beginning."""
    files = {"handouts/references/own.yaml": "references: []\n"}

    assert load_library(write_workspace(tmp_path, files=files)).problems == ()


def test_two_files_with_one_key_are_reported(tmp_path: Path) -> None:
    """The place of the other one names its file."""
    files = {"handouts/references/a.bib": BIB.format(key="elm1999")}

    told = _told(write_workspace(tmp_path, files=files))

    said = "the id 'elm1999' is taken; handouts/references.yaml:2 has it; keep one"
    assert told == [f"handouts/references/a.bib:1:7: duplicate-id: {said}"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("knees.nbib", "export the references as CSL-JSON or BibTeX: knees.json or knees.bib"),
        ("knees.ris", "export the references as CSL-JSON or BibTeX: knees.json or knees.bib"),
        ("knees.yml", "name it knees.yaml"),
    ],
)
def test_a_file_of_another_form_is_reported(tmp_path: Path, name: str, hint: str) -> None:
    """It would be missed without a word."""
    told = _told(write_workspace(tmp_path, files={f"handouts/references/{name}": "TY  - JOUR\n"}))

    assert told == [f"handouts/references/{name}:1:1: misnamed-file: a file of this name is not read; {hint}"]


def test_a_fault_in_an_export_concerns_every_topic(tmp_path: Path) -> None:
    """A build of one topic is not made past it, because the topic may cite what cannot be read."""
    library = load_library(write_workspace(tmp_path, files={"handouts/references/a.json": "[{]"}))

    (problem,) = Selection(topics=("sore-knee",)).problems_in(library)

    assert str(problem).startswith("handouts/references/a.json:1:3: bad-json: ")


def test_an_export_may_have_more_than_is_cited(tmp_path: Path) -> None:
    """A program exports its library; only what is kept by hand is reported if nobody cites it."""
    spare = {**REFERENCES[0], "id": "spare2000"}
    files = {"handouts/references/a.bib": BIB.format(key="ash2001")}

    library = load_library(write_workspace(tmp_path, references=[*REFERENCES[:1], spare], files=files))
    found = run_rules(library, RuleOptions(as_of=date(2026, 11, 30), rules=("unused-reference",)))

    assert [problem.message for problem in found] == ["'spare2000' is cited nowhere"]


def test_an_exported_file_is_an_input_of_the_sheets(tmp_path: Path) -> None:
    """A sheet is built again after another export, and its manifest names the file."""
    name = "handouts/references/a.bib"
    files = {name: BIB.format(key="ash2001")}
    workspace = write_workspace(tmp_path, blocks=_cites("ash2001"), files=files)

    drafts = draft_sheets(
        load_library(workspace), Selection(variants=("leaflet",)), survey(workspace, "fonts")
    )

    assert drafts.jobs[0].inputs[name] == workspace.hash(name)


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """An export that lies elsewhere is reported, not read."""
    workspace = write_workspace(tmp_path / "workspace")
    (tmp_path / "secret.bib").write_text(BIB.format(key="ash2001"), "utf-8")
    (workspace.root / "handouts/references").mkdir()
    (workspace.root / "handouts/references/a.bib").symlink_to(tmp_path / "secret.bib")

    (told,) = _told(workspace)

    assert told.startswith("handouts/references/a.bib:1:1: outside-folder: ")
