"""Citations: numbered as they are read, tied to their words, or gone without a trace."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.blocks.comparison import ComparisonView
from leafwright.blocks.difference import DifferenceView
from leafwright.problems import ContentError
from leafwright.resources import shared
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import printed, printed_texts
from leafwright.sheet.numbering import Numberer
from leafwright.text import Citation, Run, Text, parse_text
from tests.workspaces import REFERENCES, comparison_of

KEYS = ("ash", "beech", "cedar", "dogwood")
BIBLIOGRAPHY = [{**REFERENCES[0], "id": key, "title": f"About {key}"} for key in KEYS]
WORDS = st.sampled_from(["Rest", " ", ".", ", ", "3 in 100", "no ", " yes", "a b"])
SPANS = st.one_of(
    st.builds(Run, text=WORDS, strong=st.booleans(), address=st.sampled_from(["", "https://example.org"])),
    st.builds(Citation, keys=st.lists(st.sampled_from(KEYS), min_size=1, max_size=2).map(tuple)),
)

Maker = Callable[..., Sheet]


def _numbered(*written: str, cited: bool = True) -> list[Text]:
    numberer = Numberer(KEYS, cited=cited)
    return [numberer.text(parse_text(text)) for text in written]


def _citing(key: str) -> dict[str, Any]:
    return {"kind": "paragraphs", "id": f"{key}-text", "text": f"A claim [@{key}]."}


def test_numbers_follow_the_order_of_reading() -> None:
    """The first reference met is 1, the next new one 2; one met again keeps its number."""
    texts = _numbered("Wait [@cedar].", "Rest [@ash; @cedar].", "Move [@dogwood] or rest [@ash].")

    assert [printed(text) for text in texts] == ["Wait[1].", "Rest[2][1].", "Move[3] or rest[2]."]


def test_numbers_are_the_same_every_time(make: Maker) -> None:
    """The same content gives the same numbers and the same list of sources."""
    first, second = (make(blocks=[_citing("elm1999")]) for _ in range(2))

    assert first == second
    assert [source.number for source in first.sources] == [1]


def test_the_list_holds_what_the_sheet_cites_and_nothing_else(make: Maker) -> None:
    """Each variant lists its own references, in the order of its markers."""
    sections = [
        {"id": key, "heading": "A part", "blocks": [_citing(key)]} for key in ("ash", "beech", "cedar")
    ]
    variants = {"leaflet": {"sections": ["cedar", "ash"]}, "aftercare": {"sections": ["beech"]}}
    handout = {"sections": sections, "variants": variants}

    sheets = [make(variant, handout=handout, references=BIBLIOGRAPHY[:3]) for variant in variants]

    told = [
        [source.text.plain.partition(" About ")[2].partition(".")[0] for source in sheet.sources]
        for sheet in sheets
    ]
    assert told == [["cedar", "ash"], ["beech"]]


def test_answers_are_numbered_in_the_order_of_the_options(make: Maker) -> None:
    """However an author orders the answers of a row, markers count from the first column to the last."""
    comparison = comparison_of(1)
    comparison["rows"][0]["answers"] = {"rest": "Rested [@ash].", "wait": "Waited [@beech]."}

    sheet = make(blocks=[comparison], references=BIBLIOGRAPHY[:2])

    assert _markers(sheet) == [1, 2]
    (block,) = sheet.sections[0].blocks
    assert isinstance(block, ComparisonView)
    assert block.rows[0].cells[0].texts[0].keys == ("beech",)


def test_a_risk_is_numbered_as_it_is_printed(make: Maker) -> None:
    """The interpretation is before the facts, so its references come first."""
    risk = {
        "kind": "risk",
        "id": "a-risk",
        "heading": "Falls [@dogwood]",
        "people": "people",
        "event": "fell",
        "otherwise": "did not",
        "n": "3",
        "of": "100",
        "time-frame": "in a year [@beech]",
        "certainty": "high",
        "source": ["cedar"],
        "interpretation": "This may be chance [@ash].",
    }

    sheet = make(blocks=[risk], references=BIBLIOGRAPHY)

    assert _markers(sheet) == [1, 2, 3, 4]


def test_document_control_and_disclaimer_are_listed_too(make: Maker) -> None:
    """A reference cited after the sections is in the list like any other."""
    handout = {"funding": "Paid for by the practice [@ash]."}

    sheet = make(handout=handout, references=[*BIBLIOGRAPHY[:1], *REFERENCES])

    assert len(sheet.sources) == 2
    assert sheet.control[1].text.spans[-1].numbers == (2,)  # type: ignore[union-attr]  # the test knows that it is a citation


def test_a_clinic_cannot_cite_what_is_not_there(make: Maker) -> None:
    """A citation in a clinic's own words that leads nowhere is an author's mistake with its line."""
    clinic = {"disclaimer": {"en": "General information [@nowhere]."}}

    with pytest.raises(ContentError) as caught:
        make(clinic=clinic)

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("unknown-citation", "clinics/elm-street/clinic.yaml")
    assert problem.place.line > 1
    assert problem.hint == "add it to handouts/references.yaml, or take the citation out"


@pytest.mark.parametrize(
    ("written", "word", "after"),
    [
        ("Most get better [@ash].", "better", "."),
        ("Most get better [@ash], in time.", "better", ","),
        ("It was **33 in 100** [@ash].", "33 in 100", "."),
        ("Better[@ash]", "Better", ""),
    ],
)
def test_a_marker_is_tied_to_the_word_before_it(written: str, word: str, after: str) -> None:
    """The word before a marker and the stop after it stay with it, so that no line begins with one."""
    written = written.replace("33 in 100", "33\u00a0in\u00a0100")
    (text,) = _numbered(written)

    (marker,) = (span for span in text.spans if isinstance(span, Citation))
    assert (marker.word.text if marker.word else "", marker.after) == (word.replace(" ", "\u00a0"), after)


def test_a_word_between_two_markers_keeps_its_spaces() -> None:
    """A single word between two markers is printed as it was written."""
    (text,) = _numbered("Rest [@ash], move [@beech] and wait [@cedar].")

    assert printed(text) == "Rest[1], move[2] and wait[3]."


def test_a_marker_keeps_the_dress_of_its_word() -> None:
    """A bold word stays bold when a marker takes it along, and the words before it stay where they are."""
    (text,) = _numbered("Take **great care** [@ash] now.")

    tied = Citation(keys=("ash",), numbers=(1,), word=Run(text="care", strong=True))
    assert text.spans == (Run(text="Take "), Run(text="great ", strong=True), tied, Run(text=" now."))


def test_a_marker_after_the_only_word_of_a_run_leaves_no_empty_run() -> None:
    """The word moves into the marker, and nothing is left in its place."""
    (text,) = _numbered("Rest [@ash]")

    assert text.spans == (Citation(keys=("ash",), numbers=(1,), word=Run(text="Rest")),)


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("Most get better [@ash].", "Most get better."),
        ("Most [@ash] get better", "Most get better"),
        ("[@ash] Most get better", "Most get better"),
        ("**Most** [@ash; @beech], not all", "Most, not all"),
        ("Most get better [@ash] [@beech]", "Most get better"),
        ("[@ash] X-rays show little", "X-rays show little"),
        ("They have factor X [@ash]", "They have factor X"),
        ("[@ash]", ""),
    ],
)
def test_on_request_leaves_no_marker_and_no_space(written: str, left: str) -> None:
    """Without markers a text reads as if it had never cited anything."""
    (text,) = _numbered(written, cited=False)

    assert printed(text) == left


@given(spans=st.lists(SPANS, max_size=8))
def test_numbering_loses_no_word(spans: list[Run | Citation]) -> None:
    """However words and citations are mixed, the words survive, with markers and without."""
    text = Text(spans=tuple(spans))
    bare = "".join(text.plain.split())

    for cited in (True, False):
        numberer = Numberer(KEYS, cited=cited)
        numbered = numberer.text(text)
        markers = [span for span in numbered.spans if isinstance(span, Citation)]
        assert "".join(numbered.plain.split()) == bare
        assert [marker.keys for marker in markers] == [
            span.keys for span in spans if isinstance(span, Citation) and cited
        ]
        assert numberer.keys == list(dict.fromkeys(text.keys))


def test_on_request_names_whom_to_ask(make: Maker) -> None:
    """A clinic that gives sources on request prints how to ask for them instead of a list."""
    sheet = make(clinic={"prints": _prints("on-request")})

    assert sheet.sources == ()
    assert sheet.sources_note is not None
    assert "01632\u00a0960\u00a0303" in sheet.sources_note.plain
    assert "ask@elm-street.example.org" in sheet.sources_note.plain


def test_on_request_needs_somebody_to_ask(make: Maker) -> None:
    """A clinic without `other-formats` cannot give sources on request; the problem is where it says so."""
    with pytest.raises(ContentError) as caught:
        make(clinic={"prints": _prints("on-request"), "other-formats": None})

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("missing-field", "clinics/elm-street/clinic.yaml")
    assert problem.message == "'other-formats' is missing, which says whom to ask for the sources"
    assert problem.hint == "add `other-formats:`, or write `references: full`"


def test_on_request_offers_nothing_where_nothing_is_cited(make: Maker) -> None:
    """A sheet without citations has no sources to ask for."""
    plain = {"kind": "paragraphs", "id": "plain", "text": "Rest helps."}

    assert make(blocks=[plain], clinic={"prints": _prints("on-request")}).sources_note is None


def test_on_request_prints_no_marker_anywhere(make: Maker) -> None:
    """Risks have no line for their source either."""
    difference = {
        "kind": "difference",
        "id": "a-difference",
        "heading": "Pain",
        "finding": "Pain fell by 2 points [@elm1999].",
        "scale": "0 is none and 10 is the worst.",
        "time-frame": "after 1 month",
        "certainty": "low",
        "source": ["elm1999"],
    }

    sheet = make(blocks=[difference], clinic={"prints": _prints("on-request")})

    assert _markers(sheet) == []
    (block,) = sheet.sections[0].blocks
    assert isinstance(block, DifferenceView)
    assert block.scale.label.plain == "What the numbers mean"
    assert [line.label.plain for line in block.facts] == ["When", "How sure we are"]


def test_short_references_name_who_and_when(make: Maker) -> None:
    """A clinic may print short references; their numbers stay the same."""
    full, short = (make(clinic={"prints": _prints(style)}) for style in ("full", "short"))

    assert short.sources[0].text.plain == "Elm, 1999. J Examples."
    assert full.sources[0].text.plain.startswith("Elm A. A made-up study of sore knees.")
    assert _markers(full) == _markers(short) == [1]


def test_a_source_with_a_doi_has_its_address(make: Maker) -> None:
    """The DOI is printed as a link; a source without one has none."""
    sheet = make(references=[{**REFERENCES[0], "DOI": "10.1000/knee"}])

    assert [source.address for source in sheet.sources] == ["https://doi.org/10.1000/knee"]
    assert [source.address for source in make().sources] == [""]


def test_short_references_speak_the_language_of_the_sheet(make: Maker) -> None:
    """The words between names are those of the sheet's language."""
    names = [{"family": name, "given": "A"} for name in ("Elm", "Oak")]
    references = [{**REFERENCES[0], "author": names}]
    words = {"words/de-DE.yaml": _words_in("de-DE")}
    clinic = {"prints": _prints("short"), "disclaimer": {"en": "General.", "de": "Allgemein."}}

    sheet = make(language="de-DE", clinic=clinic, references=references, files=words)

    assert sheet.sources[0].text.plain == "Elm und Oak, 1999. J Examples."


@pytest.mark.parametrize(
    ("language", "entry"),
    [
        ("es", "Elm y Oak, 1999. J Examples."),
        ("fr", "Elm et Oak, 1999. J Examples."),
        ("pl", "Elm i Oak, 1999. J Examples."),
        ("cy", "Elm ac Oak, 1999. J Examples."),
        ("ar", "Elm and Oak, 1999. J Examples."),
        ("ur", "Elm and Oak, 1999. J Examples."),
    ],
)
def test_sources_on_a_page_that_runs_to_the_left_stay_latin(make: Maker, language: str, entry: str) -> None:
    """An entry is of one script: where the page has another, its words are the source language's."""
    names = [{"family": name, "given": "A"} for name in ("Elm", "Oak")]
    clinic = {"prints": _prints("short"), "disclaimer": {"en": "General.", language: "General."}}

    sheet = make(language=language, clinic=clinic, references=[{**REFERENCES[0], "author": names}])

    assert sheet.sources[0].text.plain == entry


@pytest.mark.parametrize("language", ["cy", "es", "fr", "pl", "ar", "ur"])
def test_sources_can_be_written_out_in_every_language(make: Maker, language: str) -> None:
    """Title, journal and date of an entry are there, and the title is never translated."""
    clinic = {"disclaimer": {"en": "General.", language: "General."}}

    sheet = make(language=language, clinic=clinic)

    assert "A made-up study of sore knees. J Examples. 1999" in sheet.sources[0].text.plain


def test_sources_that_cannot_be_written_in_a_language_are_a_mistake(make: Maker) -> None:
    """If the bibliography has no words for a language, the message says what the clinic can choose."""
    words = {"words/sw-KE.yaml": _words_in("sw-KE")}
    clinic = {"disclaimer": {"en": "General.", "sw": "General."}}

    with pytest.raises(ContentError) as caught:
        make(language="sw-KE", clinic=clinic, files=words)

    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("unprintable-sources", "clinics/elm-street/clinic.yaml")
    assert problem.message == "CSL has no terms for the locale 'sw-KE'"
    assert problem.hint == "write `references: on-request`"


def _prints(references: str) -> dict[str, Any]:
    return {
        "languages": ["en-GB"],
        "paper": "A4",
        "variants": ["leaflet"],
        "editions": ["standard"],
        "references": references,
    }


def _words_in(language: str) -> str:
    return (
        (shared("words") / "en-GB.yaml")
        .read_text("utf-8")
        .replace("language: en-GB", f"language: {language}")
    )


def _markers(sheet: Sheet) -> list[int]:
    """List the numbers of the markers, each where it is met first."""
    spans = [span for said in printed_texts(sheet) for span in said.text.spans if isinstance(span, Citation)]
    return list(dict.fromkeys(number for span in spans for number in span.numbers))
