"""The plan: which sheets a library gives, and what is reported about those that it does not."""

import pickle
from pathlib import Path

import pytest

from leafwright.build import Selection, SelectionError, check_selection, draft_sheets
from leafwright.library import load_library
from leafwright.manifest import Names
from leafwright.problems import Severity
from leafwright.resources import shared
from leafwright.sheet import SheetKey
from tests.fakes import drafts_of
from tests.workspaces import CLINIC, HANDOUT, LANGUAGE, TOPIC, VARIANTS, write_workspace

TIMELINE = {
    "kind": "timeline",
    "id": "plan",
    "events": [{"when": "The day before", "decisions": ["fasting"]}],
}


def _key(variant: str, edition: str = "standard") -> SheetKey:
    return SheetKey(clinic=CLINIC, topic=TOPIC, variant=variant, edition=edition, language=LANGUAGE)


def test_a_job_for_every_choice(tmp_path: Path) -> None:
    """There is one job for each variant in each edition that the clinic prints, sorted by key."""
    keys = [job.key for job in drafts_of(write_workspace(tmp_path)).jobs]

    assert keys == sorted(
        _key(variant, edition) for variant in VARIANTS for edition in ("standard", "large-print")
    )


def test_a_plan_is_the_same_every_time(tmp_path: Path) -> None:
    """Planning twice gives equal plans."""
    workspace = write_workspace(tmp_path)

    assert drafts_of(workspace) == drafts_of(workspace)


def test_a_variant_the_topic_lacks_is_not_planned(tmp_path: Path) -> None:
    """A clinic may print variants that a topic does not have."""
    workspace = write_workspace(tmp_path, handout={"variants": {"leaflet": {"sections": ["part"]}}})

    assert {job.key.variant for job in drafts_of(workspace).jobs} == {"leaflet"}


def test_a_variant_the_clinic_does_not_print_is_not_planned(tmp_path: Path) -> None:
    """A topic may have variants that a clinic does not print."""
    prints = {"languages": [LANGUAGE], "paper": "A4", "variants": ["aftercare"], "editions": ["standard"]}

    assert drafts_of(write_workspace(tmp_path, clinic={"prints": prints})).keys == {_key("aftercare")}


def test_a_topic_the_clinic_does_not_print_is_not_planned(tmp_path: Path) -> None:
    """A clinic may name the topics it prints."""
    other = {**HANDOUT, "reference": "EX-2"}
    prints = {
        "languages": [LANGUAGE],
        "paper": "A4",
        "topics": [TOPIC],
        "variants": ["leaflet"],
        "editions": ["standard"],
    }
    workspace = write_workspace(tmp_path, clinic={"prints": prints})
    text = (
        (tmp_path / f"handouts/{TOPIC}/en.yaml").read_text("utf-8").replace("EX-1", str(other["reference"]))
    )
    (tmp_path / "handouts/other").mkdir()
    (tmp_path / "handouts/other/en.yaml").write_text(text, "utf-8")

    assert {key.topic for key in drafts_of(workspace).keys} == {TOPIC}


def test_a_job_survives_pickling(tmp_path: Path) -> None:
    """A job can be sent to another process and is the same there."""
    job = drafts_of(write_workspace(tmp_path)).jobs[0]

    assert pickle.loads(pickle.dumps(job)) == job  # noqa: S301  # its own pickle


def test_a_missing_decision_refuses_its_sheets_alone(tmp_path: Path) -> None:
    """A sheet whose clinic has not decided is refused with the reason; the others are drafted."""
    sections = [
        {"id": "part", "heading": "Part", "blocks": [{"kind": "contacts", "id": "card"}]},
        {"id": "days", "heading": "Days", "blocks": [TIMELINE]},
    ]
    variants = {"leaflet": {"sections": ["part"]}, "preparation": {"sections": ["days"]}}
    handout = {"sections": sections, "variants": variants}

    drafts = drafts_of(write_workspace(tmp_path, handout=handout, references={"references": []}))

    assert {job.key.variant for job in drafts.jobs} == {"leaflet"}
    assert {refusal.key.variant for refusal in drafts.refusals} == {"preparation"}
    assert {problem.code for refusal in drafts.refusals for problem in refusal.problems} == {
        "missing-decision"
    }


def test_a_broken_template_is_that_sheets_fault(tmp_path: Path) -> None:
    """A fault in a template is reported at its file, once for each sheet that uses it, and not raised."""
    broken = {"templates/variants/aftercare.html": "{{ sheet.no_such_thing }}"}

    drafts = drafts_of(write_workspace(tmp_path, files=broken))

    refusal = drafts.refusals[0]
    assert refusal.key.variant == "aftercare"
    assert refusal.problems[0].code == "bad-template"
    assert refusal.problems[0].place.file == "templates/variants/aftercare.html"
    assert len(drafts.jobs) == 6


def test_a_missing_translation_is_a_warning(tmp_path: Path) -> None:
    """A language that a topic is not written in is reported, and stops nothing."""
    prints = {"languages": [LANGUAGE, "cy"], "paper": "A4", "variants": ["leaflet"], "editions": ["standard"]}
    changes = {"prints": prints, "disclaimer": {"en": "General.", "cy": "Cyffredinol."}}
    workspace = write_workspace(tmp_path, clinic=changes)

    (problem,) = drafts_of(workspace).problems

    assert (problem.code, problem.severity) == ("no-translation", Severity.WARNING)


def test_a_job_carries_its_document_control(tmp_path: Path) -> None:
    """Title, reference, version, status and dates travel with the job."""
    facts = drafts_of(write_workspace(tmp_path)).jobs[0].facts

    assert (facts.title, facts.reference, facts.version) == ("Looking after a sore knee", "EX-1", "1.0")
    assert (facts.status, facts.issued, facts.review_due) == ("example", "2026-11-02", "2028-11-01")


def test_a_job_carries_what_its_choices_are_called(tmp_path: Path) -> None:
    """The names are those of the page's language; the topic's is its handout's title, in that spelling."""
    handout = {
        "title": "Anaesthetic for a knee",
        "variants": {"leaflet": {"title": "A", "sections": ["part"]}},
    }
    prints = {"paper": "A4", "variants": ["leaflet"], "languages": ["en-US"], "editions": ["large-print"]}
    names = (
        drafts_of(write_workspace(tmp_path, handout=handout, clinic={"prints": prints})).jobs[0].facts.names
    )

    assert names == Names(
        clinic="Elm Street Practice",
        topic="Anesthetic for a knee",
        variant="Information for patients",
        edition="Large print",
        language="English (United States)",
    )


LANGUAGES = ", ".join(sorted(path.stem for path in shared("words").glob("*.yaml")))


@pytest.mark.parametrize(
    ("field", "name", "count"),
    [
        ("topics", TOPIC, 8),
        ("clinics", CLINIC, 8),
        ("variants", "leaflet", 2),
        ("editions", "large-print", 4),
        ("languages", "en-GB", 8),
        ("languages", "en", 8),
        ("languages", "en-US", 0),
    ],
)
def test_a_selection_chooses(tmp_path: Path, field: str, name: str, count: int) -> None:
    """Each field of a selection narrows the plan; `en` chooses every English."""
    assert len(drafts_of(write_workspace(tmp_path), **{field: (name,)}).jobs) == count


@pytest.mark.parametrize(
    ("selection", "told"),
    [
        (Selection(topics=("sore-nee",)), "'sore-nee' is none of the topics: did you mean 'sore-knee'?"),
        (Selection(topics=("knee",)), "'knee' is none of the topics: did you mean 'sore-knee'?"),
        (Selection(clinics=("elm-stret",)), "'elm-stret' is none of the clinics: did you mean 'elm-street'?"),
        (Selection(variants=("leaflets",)), "'leaflets' is none of the variants: did you mean 'leaflet'?"),
        (Selection(editions=("large",)), "'large' is none of the editions: did you mean 'large-print'?"),
        (Selection(languages=("xx",)), f"'xx' is none of the languages: there are {LANGUAGES}, en"),
    ],
)
def test_an_unknown_name_is_reported_with_the_nearest(
    tmp_path: Path, selection: Selection, told: str
) -> None:
    """An unknown name is refused, with what was probably meant."""
    library = load_library(write_workspace(tmp_path))

    with pytest.raises(SelectionError) as caught:
        check_selection(selection, library)

    assert str(caught.value) == told


def test_a_broken_topic_is_still_known(tmp_path: Path) -> None:
    """A topic whose file cannot be read can be chosen, so that its problems are reported."""
    workspace = write_workspace(tmp_path, handout={"title": None})
    library = load_library(workspace)

    check_selection(Selection(topics=(TOPIC,)), library)

    assert draft_sheets(library, Selection(topics=(TOPIC,))).jobs == ()


def test_problems_of_other_topics_do_not_concern_a_selection(tmp_path: Path) -> None:
    """A selection of one topic reports its problems and those of shared files, not those of other topics."""
    workspace = write_workspace(tmp_path, handout={"title": None}, references={"strange": "yes"})
    problems = load_library(workspace).problems
    other = Selection(topics=("other",))

    assert {problem.place.file for problem in problems if other.concerns(problem)} == {
        "handouts/references.yaml"
    }


TO_FILL_IN = {
    "prints": {
        "languages": [LANGUAGE],
        "paper": "A4",
        "variants": ["leaflet"],
        "editions": ["standard", "fillable"],
    }
}


def test_only_what_is_written_in_is_made_to_fill_in(tmp_path: Path) -> None:
    """A sheet without lines and boxes is not made in a fillable edition, and the build says so once."""
    read = drafts_of(write_workspace(tmp_path / "read", clinic=TO_FILL_IN))
    blank = {"kind": "paragraphs", "id": "dose", "text": "I take [[how many]] puffs."}
    written = drafts_of(write_workspace(tmp_path / "written", clinic=TO_FILL_IN, blocks=[blank]))

    assert [job.key.edition for job in read.jobs] == ["standard"]
    assert [job.key.edition for job in written.jobs] == ["fillable", "standard"]
    assert written.problems == ()
    (problem,) = read.problems
    assert (problem.code, problem.severity) == ("nothing-to-fill-in", Severity.ADVICE)
    assert problem.message == "the leaflet of sore-knee has nothing to fill in: no fillable edition is made"


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"editions": ("fillable",), "papers": ("A4",)}, True),
        ({"editions": ("standard",)}, False),
        ({"variants": ("leaflet",)}, True),
        ({"variants": ("aftercare",)}, False),
        ({"topics": ("stiff-hip",)}, False),
    ],
)
def test_who_asks_for_what_cannot_be_filled_in_is_told(
    tmp_path: Path, chosen: dict[str, tuple[str, ...]], *, told: bool
) -> None:
    """That a sheet has nothing to fill in is said to whoever asks for it, and to nobody else."""
    drafts = drafts_of(write_workspace(tmp_path, clinic=TO_FILL_IN), **chosen)

    assert [problem.code for problem in drafts.problems] == (["nothing-to-fill-in"] if told else [])
