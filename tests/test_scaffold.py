"""The scaffold: new folders that build at once and overwrite nothing."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, get_args

import click
import pytest
import yaml

from leafwright.blocks.kinds import KINDS
from leafwright.build import Selection, draft_sheets
from leafwright.cli.completing import complete_examples
from leafwright.handout import Handout
from leafwright.library import Library, load_library
from leafwright.model.block_phrases import Level
from leafwright.model.localised import ANY_LANGUAGE
from leafwright.model.walk import texts_of
from leafwright.pictures import check_picture
from leafwright.problems import Place, Severity
from leafwright.resources import shared
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic
from leafwright.scaffold import SKELETONS, ScaffoldError, new_clinic, new_handout
from leafwright.workspace import Workspace
from tests.trusts import a_trust
from tests.workspaces import CLINIC_FILE, TOPIC, write_workspace

TODAY = date(2026, 8, 6)


def _library(workspace: Workspace) -> Library:
    library = load_library(workspace)
    assert library.problems == ()
    return library


def _bibliography(root: Path) -> str:
    return (root / "handouts/references.yaml").read_text("utf-8")


def test_a_new_handout_has_every_kind_of_block(tmp_path: Path) -> None:
    """The skeleton shows each kind of block once, and each level of warning."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "knee-brace", TODAY, {})

    (file,) = _library(workspace).handouts

    kinds = [block.kind for block in file.handout.blocks()]
    assert sorted(kinds) == sorted(["warning", "warning", "warning", *KINDS])


def test_every_block_of_the_skeleton_is_explained() -> None:
    """Each kind of block is explained where it first occurs."""
    text = (SKELETONS / "handout/en.yaml").read_text("utf-8")

    assert {kind for kind in KINDS if not re.search(rf"- kind: {kind} +# \w", text)} == set()


def test_the_skeleton_lists_every_level_of_a_warning() -> None:
    """The list in its comment is complete."""
    (listed,) = re.findall(r"# level: (.*);", (SKELETONS / "handout/en.yaml").read_text("utf-8"))

    assert set(re.split(r", | or ", listed)) == set(get_args(Level))


def test_a_new_handout_carries_its_name_and_dates(tmp_path: Path) -> None:
    """Title, dates and status are those of a draft begun today."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "knee-brace", TODAY, {})

    handout = _library(workspace).handouts[0].handout

    assert (str(handout.title), handout.status) == ("Knee brace", "draft")
    assert (handout.issued, handout.review_due) == (TODAY, date(2028, 8, 6))


def test_a_leap_day_is_no_trouble(tmp_path: Path) -> None:
    """A handout begun on 29 February is reviewed on a day that exists."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "knee-brace", date(2028, 2, 29), {})

    assert _library(workspace).handouts[0].handout.review_due == date(2030, 2, 28)


def test_each_new_handout_has_its_own_code(tmp_path: Path) -> None:
    """A second handout takes the next free reference."""
    workspace = Workspace(root=tmp_path)
    for name in ("knee-brace", "hip-brace"):
        new_handout(workspace, name, TODAY, {})

    assert {file.handout.reference for file in _library(workspace).handouts} == {"NEW-1", "NEW-2"}


def test_the_bibliography_is_added_to(tmp_path: Path) -> None:
    """The cited source joins the entries that are there, and nothing of them changes."""
    workspace = write_workspace(tmp_path)
    before = _bibliography(tmp_path)

    new_handout(workspace, "knee-brace", TODAY, {})

    assert _bibliography(tmp_path).startswith(before.rstrip())
    assert set(_library(workspace).references) == {"elm1999", "example-source"}


def test_no_handout_takes_the_folder_of_exported_references(tmp_path: Path) -> None:
    """Its text would be read as references."""
    with pytest.raises(ScaffoldError, match="handouts/references is where exported references lie"):
        new_handout(Workspace(root=tmp_path), "references", TODAY, {})


def test_the_source_is_added_once(tmp_path: Path) -> None:
    """A second handout finds the source and leaves the bibliography alone."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "knee-brace", TODAY, {})
    before = _bibliography(tmp_path)

    written = new_handout(workspace, "hip-brace", TODAY, {})

    assert _bibliography(tmp_path) == before
    assert written == ("handouts/hip-brace/en.yaml", "handouts/hip-brace/example.svg")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("references: [\n", "must be corrected first"),
        ("references: []\n", "must end with its list"),
        ("references:\n  - id: a\nmore: 1\n", "must end with its list"),
    ],
)
def test_a_bibliography_that_cannot_be_added_to_is_left_alone(tmp_path: Path, text: str, told: str) -> None:
    """When the source cannot be added, nothing at all is written."""
    (tmp_path / "handouts").mkdir()
    (tmp_path / "handouts/references.yaml").write_text(text, "utf-8")

    with pytest.raises(ScaffoldError, match=told):
        new_handout(Workspace(root=tmp_path), "knee-brace", TODAY, {})

    assert _bibliography(tmp_path) == text
    assert not (tmp_path / "handouts/knee-brace").exists()


def test_a_new_clinic_prints_every_handout(tmp_path: Path) -> None:
    """A new clinic answers the decisions of the skeleton and prints all its sheets."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "knee-brace", TODAY, {})
    new_clinic(workspace, "north-street", {})

    drafts = draft_sheets(_library(workspace), Selection())

    assert (len(drafts.jobs), drafts.refusals) == (8, ())


def test_a_new_clinic_carries_its_name(tmp_path: Path) -> None:
    """Its name is in the contacts, the brand and the logo, and the example's is nowhere."""
    workspace = Workspace(root=tmp_path)
    new_clinic(workspace, "north-street", {})

    texts = [path.read_text("utf-8") for path in sorted((tmp_path / "clinics/north-street").iterdir())]

    assert all("North Street" in text for text in texts)
    assert not any("example-clinic" in text.lower() for text in texts)


def test_a_new_clinic_gives_no_fact_that_nobody_gave() -> None:
    """Whatever a clinic must fill in is in brackets, except the emergency number."""
    clinic = yaml.safe_load((SKELETONS / "clinic/clinic.yaml").read_text("utf-8"))
    del clinic["prints"]

    given = [text for text in _leaves(clinic) if not re.fullmatch(r"\[[^\[\]]+\]", text)]

    assert given == ["999"]


def _leaves(value: object) -> Iterator[str]:
    match value:
        case dict():
            yield from (leaf for below in value.values() for leaf in _leaves(below))
        case list():
            yield from (leaf for below in value for leaf in _leaves(below))
        case _:
            yield str(value)


@pytest.mark.parametrize("name", ["clinic/logo.svg", "handout/example.svg"])
def test_the_pictures_of_the_skeletons_are_safe(name: str) -> None:
    """The drawings pass the checks that every picture passes."""
    path = SKELETONS / name

    assert list(check_picture(path.parent, path.name, Place(file=name))) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("North Street!", "'north-street' is a good one"),
        ("../north", "'north' is a good one"),
        ("", "small letters"),
        ("ä", "small letters"),
        ("a" * 61, "60 at most"),
    ],
)
def test_a_name_that_is_none_is_refused(tmp_path: Path, name: str, told: str) -> None:
    """A name must be able to be a folder's and a part of an address; the nearest that can is reported."""
    with pytest.raises(ScaffoldError, match=told):
        new_clinic(Workspace(root=tmp_path), name, {})

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_touched(tmp_path: Path) -> None:
    """An empty folder of that name is reason enough to refuse."""
    (tmp_path / "clinics/north-street").mkdir(parents=True)

    with pytest.raises(ScaffoldError, match="there already"):
        new_clinic(Workspace(root=tmp_path), "north-street", {})


def test_a_new_clinic_has_the_given_answers(tmp_path: Path) -> None:
    """Each answer is in the files, and the folder is still sound."""
    workspace = write_workspace(tmp_path)
    answers = {
        "title": "North & South Clinic",
        "department": "Knee team",
        "phone": "(555) 555-0177",
        "paper": "Letter",
        "language": "en-US",
        "primary": "#14532d",
        "family": "Figtree",
    }

    new_clinic(workspace, "north-street", answers)

    library = load_library(workspace)
    (made,) = (folder for folder in library.clinics if folder.id == "north-street")
    assert library.problems == ()
    assert made.clinic.department
    assert made.clinic.phones.department
    assert (made.clinic.name.plain, made.clinic.department[ANY_LANGUAGE].plain) == (
        "North & South Clinic",
        "Knee team",
    )
    assert (made.clinic.phones.department.number, made.clinic.prints.paper) == ("(555) 555-0177", ("Letter",))
    assert (made.clinic.prints.languages, made.palette.primary) == (("en-US",), "#14532d")
    assert made.brand.typography.base.family == "Figtree"


def test_a_new_handout_has_the_given_answers(tmp_path: Path) -> None:
    """Title, code and owner are the ones that were said."""
    workspace = write_workspace(tmp_path)

    new_handout(
        workspace,
        "knee-brace",
        TODAY,
        {"title": "Wearing a brace", "reference": "KB-7", "owner": "Knee team"},
    )

    (made,) = (file.handout for file in load_library(workspace).handouts if file.topic == "knee-brace")
    assert (made.title.plain, made.reference, made.owner.plain) == ("Wearing a brace", "KB-7", "Knee team")
    assert made.made_up == ("review-due",)


GALLERY = load_library(Workspace(root=shared("gallery")))
EXAMPLES = {file.topic: file.handout for file in GALLERY.handouts}


@pytest.mark.parametrize("topic", EXAMPLES)
def test_a_handout_like_an_example_is_a_draft_of_it(topic: str, tmp_path: Path) -> None:
    """Its sections, sheets and pictures are the example's; its code, dates and owner are still open."""
    workspace = write_workspace(tmp_path)

    new_handout(workspace, "my-own", TODAY, {"like": topic})

    library = _library(workspace)
    (made,) = (file.handout for file in library.handouts if file.topic == "my-own")
    assert [section.id for section in made.sections] == [section.id for section in EXAMPLES[topic].sections]
    assert made.variants.keys() == EXAMPLES[topic].variants.keys()
    assert (made.title.plain, made.status, made.reference) == ("My own", "draft", "NEW-1")
    assert (made.issued, made.review_due) == (TODAY, date(2028, 8, 6))
    assert made.made_up == ("reference", "review-due")
    assert made.made_up_names == EXAMPLES[topic].made_up_names
    assert made.owner.plain == "[The team that writes it]"
    assert "Juniper Lane" not in (tmp_path / "handouts/my-own/en.yaml").read_text("utf-8")
    pictures = {path.name for path in (shared("gallery") / "handouts" / topic).glob("*.svg")}
    assert {path.name for path in (tmp_path / "handouts/my-own").iterdir()} == pictures | {"en.yaml"}


@pytest.mark.parametrize(("topic", "handout"), EXAMPLES.items())
def test_invented_names_stand_in_the_words_of_an_example(topic: str, handout: Handout) -> None:
    """So whoever begins like it is told of each."""
    words = " ".join(text.plain for text in texts_of(handout))

    assert all(re.search(rf"\b{name}\b", words, re.IGNORECASE) for name in handout.made_up_names), topic


def test_every_example_is_completed() -> None:
    """A shell completes the leaflets of the gallery, and the kinds that they have."""
    kinds = {str(made.kind_of(name)) for made in EXAMPLES.values() for name in made.variants}

    context = click.Context(click.Command("handout"))
    assert {*complete_examples(context, click.Argument(["name"]), "")} == kinds | EXAMPLES.keys()


def test_a_new_clinic_lists_the_kinds_and_editions_there_are(tmp_path: Path) -> None:
    """Whoever reads its file need not look elsewhere."""
    new_clinic(Workspace(root=tmp_path), "north-street", {})
    text = (tmp_path / "clinics/north-street/clinic.yaml").read_text("utf-8")

    for folder in ("variants", "editions"):
        names = sorted(path.stem for path in (shared("templates") / folder).glob("*.yaml"))
        listed = f"There are {', '.join(names[:-1])} and {names[-1]}."
        assert listed in " ".join(text.replace("#", " ").split())


@pytest.mark.parametrize("topic", EXAMPLES)
def test_a_new_clinic_prints_a_handout_like_an_example(topic: str, tmp_path: Path) -> None:
    """No sheet is refused for a phone line, a source or a kind that only the gallery has."""
    workspace = Workspace(root=tmp_path)
    new_handout(workspace, "my-own", TODAY, {"like": topic})
    new_clinic(workspace, "north-street", {})
    path = tmp_path / "clinics/north-street/clinic.yaml"
    kinds = sorted({str(EXAMPLES[topic].kind_of(name)) for name in EXAMPLES[topic].variants})
    text = re.sub(r"variants: \[.*\]", f"variants: [{', '.join(kinds)}]", path.read_text("utf-8"))
    path.write_text(text, "utf-8")

    drafts = draft_sheets(_library(workspace), Selection())

    assert (len(drafts.jobs), drafts.refusals) == (2 * len(EXAMPLES[topic].variants), ())


def test_a_handout_like_an_example_has_the_given_answers(tmp_path: Path) -> None:
    """A code that is given is no longer made up."""
    answers = {"like": "medicine", "title": "Taking your tablets", "reference": "KB-7", "owner": "Knee team"}
    workspace = write_workspace(tmp_path)

    new_handout(workspace, "knee-tablets", TODAY, answers)

    (made,) = (file.handout for file in _library(workspace).handouts if file.topic == "knee-tablets")
    assert (made.title.plain, made.reference, made.owner.plain) == (
        "Taking your tablets",
        "KB-7",
        "Knee team",
    )
    assert made.made_up == ("review-due",)


@pytest.mark.parametrize(
    ("kind", "sources"),
    [
        ("medicine", {"juniper2024"}),
        ("screening", {"elder2024", "juniper2025"}),
        ("consent", {"sorrel2025"}),
        ("discharge", set()),
    ],
)
def test_the_sources_of_an_example_come_with_it(kind: str, sources: set[str], tmp_path: Path) -> None:
    """The bibliography gains what the example cites, once, and nothing else."""
    workspace = write_workspace(tmp_path)

    for name in ("my-own", "my-other"):
        new_handout(workspace, name, TODAY, {"like": kind})

    assert set(_library(workspace).references) == {"elm1999"} | sources
    assert _bibliography(tmp_path).count("- id:") == 1 + len(sources)


def test_every_bundled_kind_has_an_example_to_begin_like(tmp_path: Path) -> None:
    """The name of a kind finds a leaflet with a sheet of that kind."""
    bundled = {path.stem for path in (shared("templates") / "variants").glob("*.yaml")}
    workspace = write_workspace(tmp_path)

    for kind in bundled:
        new_handout(workspace, f"own-{kind}", TODAY, {"like": kind})

    made = {file.topic: file.handout for file in _library(workspace).handouts}
    assert {
        kind for kind in bundled if kind not in map(made[f"own-{kind}"].kind_of, made[f"own-{kind}"].variants)
    } == set()


def test_an_example_of_a_kind_of_the_gallery_brings_the_kind(tmp_path: Path) -> None:
    """Sheets of that kind could not be printed without; a kind of the same name that is there stays."""
    workspace = write_workspace(tmp_path)
    kind = tmp_path / "templates/variants/sick-day-rules.yaml"

    written = new_handout(workspace, "my-own", TODAY, {"like": "sick-day-rules"})

    assert "templates/variants/sick-day-rules.yaml" in written
    bundled = shared("gallery") / "templates/variants/sick-day-rules.yaml"
    assert yaml.safe_load(kind.read_text("utf-8")) == yaml.safe_load(bundled.read_text("utf-8"))
    assert kind.read_text("utf-8").startswith("# yaml-language-server: $schema=../../schema/")
    kind.write_text(f"{kind.read_text('utf-8')}# own\n", "utf-8")
    new_handout(workspace, "my-other", TODAY, {"like": "sick-day-rules"})
    assert kind.read_text("utf-8").endswith("# own\n")


def test_an_example_that_there_is_not_is_refused(tmp_path: Path) -> None:
    """The name that was probably meant is named, and all that there are; nothing is written."""
    with pytest.raises(ScaffoldError) as caught:
        new_handout(Workspace(root=tmp_path), "my-own", TODAY, {"like": "medecine"})

    told, kinds, leaflets = str(caught.value).splitlines()
    assert told == "there is no example 'medecine': did you mean 'medicine'?"
    assert kinds.startswith("kinds: action-plan, aftercare, comparison,")
    assert leaflets == f"leaflets: {', '.join(sorted(EXAMPLES))}"
    assert list(tmp_path.iterdir()) == []


def test_an_answer_that_would_make_no_handout_is_refused(tmp_path: Path) -> None:
    """Its message is that of `check`, and nothing is written."""
    workspace = write_workspace(tmp_path)

    with pytest.raises(ScaffoldError, match=r"'kb-7' is not a reference code.* write KB-7"):
        new_handout(workspace, "knee-brace", TODAY, {"reference": "kb-7"})

    assert not (tmp_path / "handouts/knee-brace").exists()


@pytest.mark.parametrize("answer", ["a: b", "#notacolour", "'quoted'", "{x}", "", "*star"])
def test_an_answer_that_yaml_would_not_take_is_refused(tmp_path: Path, answer: str) -> None:
    """It is reported, and nothing is written."""
    workspace = write_workspace(tmp_path)

    with pytest.raises(ScaffoldError, match="cannot be the title as it is"):
        new_clinic(workspace, "north-street", {"title": answer})

    assert not (tmp_path / "clinics/north-street").exists()


FAULTY = {
    "phone": ("12345", "has no area code"),
    "paper": ("A5", "there are A4, Letter"),
    "language": ("en-UK", "write en-GB or en-US"),
    "primary": ("#ccc", "the nearest colour that passes is #767676"),
    "family": ("Arial", "is not bundled"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_an_answer_that_would_not_print_is_refused(tmp_path: Path, name: str) -> None:
    """It is reported in the words of `check`, and nothing is written."""
    answer, told = FAULTY[name]

    with pytest.raises(ScaffoldError) as caught:
        new_clinic(write_workspace(tmp_path), "north-street", {name: answer})

    assert f"'{answer}' cannot be the {name}: " in str(caught.value)
    assert told in str(caught.value)
    assert not (tmp_path / "clinics/north-street").exists()


def test_all_answers_that_would_not_do_are_reported_at_once(tmp_path: Path) -> None:
    """A line for each, those that YAML would not take too."""
    answers = {"title": "a: b", **{name: answer for name, (answer, _) in FAULTY.items()}}

    with pytest.raises(ScaffoldError) as caught:
        new_clinic(write_workspace(tmp_path), "north-street", answers)

    lines = str(caught.value).splitlines()
    assert [line.partition(" cannot be the ")[2].split()[0].rstrip(":") for line in lines] == list(answers)


def test_a_new_clinic_begins_in_english(tmp_path: Path) -> None:
    """Its disclaimer and decisions are not written in another language yet."""
    with pytest.raises(ScaffoldError, match="begin with en-GB or en-US, and add cy to its languages"):
        new_clinic(write_workspace(tmp_path), "north-street", {"language": "cy"})


@pytest.mark.parametrize(
    "answers", [{}, {"language": "en-US"}, {"primary": "#159"}, {"phone": "+44 1632 960001"}]
)
def test_rules_find_in_a_new_clinic_what_nobody_gave_and_nothing_else(
    tmp_path: Path, answers: dict[str, str]
) -> None:
    """They are warnings, so that it builds at once; the logo is among them."""
    workspace = write_workspace(tmp_path)

    new_clinic(workspace, "north-street", answers)

    library = _library(workspace)
    (made,) = (folder for folder in library.clinics if folder.id == "north-street")
    found = run_clinic(library, made, RuleOptions(as_of=TODAY))
    assert {(each.code, each.severity) for each in found} == {("placeholder-in-clinic", Severity.WARNING)}
    assert len(found) == 21 + (not answers.get("title")) + (not answers.get("phone"))
    assert any("your logo" in each.message for each in found)
    assert any("'logo.svg' is still the empty frame" in each.message for each in found)


def _site(root: Path, answers: dict[str, str], **trust: Any) -> dict[str, Any]:
    workspace = write_workspace(root, files=a_trust(department="Knees", **trust))
    new_clinic(workspace, "ash", {"part-of": "trust", **answers})
    assert "ash" in {folder.id for folder in _library(workspace).clinics}
    written = yaml.safe_load((root / "clinics/ash/clinic.yaml").read_text("utf-8"))
    assert isinstance(written, dict)
    return written


def test_a_new_site_says_only_what_differs(tmp_path: Path) -> None:
    """It builds at once; the address stays open, because two sites hardly share one."""
    written = _site(tmp_path, {"title": "Ash", "phone": "01632 960 399", "primary": "#5a2d82"})
    address = written.pop("address")
    assert written == {
        "part-of": "trust",
        "name": "Ash",
        "phones": {"department": {"number": "01632 960 399"}},
        "prints": {"topics": "all"},
    }
    assert all(line.startswith("[") for line in address)
    brand = yaml.safe_load((tmp_path / "clinics/ash/_brand.yml").read_text("utf-8"))
    assert brand == {"color": {"primary": "#5a2d82"}}


def test_a_new_site_without_answers_has_one_file(tmp_path: Path) -> None:
    """Its name is that of its folder, and marked; what it prints and its brand are those of the trust."""
    written = _site(tmp_path, {}, prints={**CLINIC_FILE["prints"], "topics": "all"}, address=["1 Ash Road"])
    assert sorted(written) == ["address", "name", "part-of"]
    assert written["name"] == "[Ash]"
    assert [path.name for path in (tmp_path / "clinics/ash").iterdir()] == ["clinic.yaml"]


def test_a_new_site_has_a_brand_of_its_own_if_none_is_above_it(tmp_path: Path) -> None:
    """It begins like that of any clinic, with the given colour."""
    workspace = write_workspace(tmp_path, files=a_trust())
    for name in ("_brand.yml", "logo.svg"):
        (tmp_path / "clinics/trust" / name).unlink()
    new_clinic(workspace, "ash", {"part-of": "trust", "title": "Ash", "primary": "#5a2d82"})

    made = next(folder for folder in _library(workspace).clinics if folder.id == "ash")
    assert (made.palette.primary, made.brand.meta.name) == ("#5a2d82", "Ash")
    assert made.logo_file == "clinics/ash/logo.svg"


def test_a_new_site_says_what_it_prints_if_the_trust_does_not(tmp_path: Path) -> None:
    """It begins like any clinic."""
    written = _site(tmp_path, {"language": "en-US", "paper": "Letter"}, prints=None)
    assert (written["prints"]["languages"], written["prints"]["paper"]) == (["en-US"], "Letter")


@pytest.mark.parametrize(
    ("answers", "fault"),
    [
        ({"part-of": "trsut"}, "there is no clinic 'trsut': did you mean 'trust'?"),
        ({"phone": "12345"}, "'12345' cannot be the phone"),
        ({"primary": "#ccc"}, "'#ccc' cannot be the primary"),
    ],
)
def test_an_answer_that_would_not_print_at_a_site_is_refused(
    tmp_path: Path, answers: dict[str, str], fault: str
) -> None:
    """Nothing is written."""
    with pytest.raises(ScaffoldError) as caught:
        _site(tmp_path, answers)
    assert fault in str(caught.value)
    assert not (tmp_path / "clinics/ash").exists()


def test_a_new_site_of_a_trust_with_an_error_is_refused_with_that_error(tmp_path: Path) -> None:
    """Its place and its message are those of `check`."""
    trust = a_trust()
    trust["clinics/trust/clinic.yaml"] += "web: [\n"
    workspace = write_workspace(tmp_path, files=trust)

    with pytest.raises(ScaffoldError) as caught:
        new_clinic(workspace, "ash", {"part-of": "trust"})

    first, cause = str(caught.value).splitlines()
    assert first == "'trust' cannot be the part-of before its errors are corrected"
    assert re.match(r"clinics/trust/clinic\.yaml:\d+:\d+: duplicate-key: |.*bad-yaml", cause), cause


def test_what_is_wrong_elsewhere_keeps_no_clinic_back(tmp_path: Path) -> None:
    """Only answers are refused: a broken words file of the workspace is reported by `check`."""
    workspace = write_workspace(tmp_path, files={"words/fr.yaml": "language: fr"})

    assert new_clinic(workspace, "north-street", {"title": "North Street"})


def test_a_new_site_takes_whatever_a_trust_may_say_and_lack(tmp_path: Path) -> None:
    """The trust has no site yet, and names topics; what each clinic must write is left open."""
    department = {"name": "Knee unit", "topics": [TOPIC]}
    lacks = dict.fromkeys(("name", "disclaimer", "web", "email", "complaints"))
    written = _site(tmp_path, {}, departments={"knees": department}, **lacks)
    assert written["name"] == "[Ash]"
    assert written["disclaimer"]["en"].startswith("[Write your disclaimer")
    assert written["prints"] == {"topics": "all"}
