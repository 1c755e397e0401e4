"""The bilingual edition: a translated sheet with its source beside it."""

from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from leafwright.blocks.paragraphs import Paragraphs
from leafwright.blocks.risk import RiskView
from leafwright.blocks.warning import WarningView
from leafwright.build import Selection, draft_sheets, survey
from leafwright.build.record import Job
from leafwright.library import load_library
from leafwright.model.block_phrases import Level
from leafwright.model.record import Record
from leafwright.sheet import Sheet
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.breaks import is_whole
from leafwright.sheet.running import say_running, say_title
from leafwright.text import Citation, Text
from leafwright.workspace import Workspace
from tests.fakes import drafts_of
from tests.translations import (
    LANGUAGE,
    TRANSLATOR,
    make_translation,
    translated,
    write_bilingual_workspace,
    write_translation,
)
from tests.workspaces import LOGO, TOPIC, every_block


def ids_below(value: object) -> list[str]:
    """List the ids of the records below a value."""
    if isinstance(value, tuple):
        return [name for item in value for name in ids_below(item)]
    if isinstance(value, Record):
        names = list(type(value).model_fields)
    elif is_dataclass(value) and not isinstance(value, type | Text):
        names = [field.name for field in fields(value)]
    else:
        return []
    own = [str(value.id)] if "id" in names else []  # type: ignore[union-attr]  # it has one
    return own + [name for field in names for name in ids_below(getattr(value, field))]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace whose clinic prints every kind of block in both languages, side by side."""
    files = {f"handouts/{TOPIC}/knee.svg": LOGO}
    workspace = write_bilingual_workspace(
        tmp_path, blocks=every_block(), files=files, editions=["standard", "bilingual"]
    )
    write_translation(workspace)
    return workspace


@pytest.fixture
def job(workspace: Workspace) -> Job:
    """Drafts the bilingual sheet."""
    (job,) = (job for job in drafts_of(workspace).jobs if job.key.edition == "bilingual")
    return job


@pytest.fixture
def source(job: Job) -> Sheet:
    """Return the source beside the translated sheet."""
    assert job.sheet.beside
    return job.sheet.beside


def test_only_a_translated_sheet_is_bilingual(workspace: Workspace) -> None:
    """A source has no translation to be beside, and is printed in its other editions only."""
    keys = {(job.key.language, job.key.edition) for job in drafts_of(workspace).jobs}

    assert keys == {("en-GB", "standard"), (LANGUAGE, "standard"), (LANGUAGE, "bilingual")}


def test_the_source_stands_beside_it(job: Job, source: Sheet) -> None:
    """Both sheets have the same sections and blocks in the same order, each in its own words."""
    assert source.key.language == "en-GB"
    assert source.title.plain == "Looking after a sore knee"
    assert job.sheet.title.plain == translated("Looking after a sore knee")
    assert [section.id for section in source.sections] == [
        f"{PREFIX}{section.id}" for section in job.sheet.sections
    ]


def test_every_id_stands_once(job: Job, source: Sheet) -> None:
    """No id of the source is one of the translation's, down to the rows of a table."""
    own, beside = ids_below(job.sheet.sections), ids_below(source.sections)

    assert beside == [f"{PREFIX}{name}" for name in own]
    assert len(set(own + beside)) == len(own + beside)


def test_what_stands_beside_was_written_in_the_source(job: Job, source: Sheet) -> None:
    """A problem on that side of a page leads to the file of the source, under the id it has on the page."""
    assert {place.file for place in source.places.values()} == {f"handouts/{TOPIC}/en.yaml"}
    assert set(source.places) == {f"{PREFIX}{name}" for name in job.sheet.places}


def test_both_cite_by_one_numbering(job: Job, source: Sheet) -> None:
    """A marker means the same entry of the one list of sources in both languages."""

    def numbers(sheet: Sheet) -> list[tuple[int, ...]]:
        (text,) = (block for block in sheet.sections[0].blocks if isinstance(block, Paragraphs))
        return [span.numbers for span in text.text[0].spans if isinstance(span, Citation)]

    assert numbers(source) == numbers(job.sheet) == [(1,)]
    assert source.sources == ()


def test_each_side_says_its_language(job: Job) -> None:
    """What a screen reader says of the source it says in the source's language."""
    assert 'lang="en-GB" dir="ltr">' in job.html
    assert '<html class="sheet sheet--layout-side-by-side sheet--scale-roomy sheet--look-band' in job.html


def test_what_is_filled_in_stands_there_once(job: Job) -> None:
    """A box to write in or to stick a label on is not there twice."""
    for block in job.sheet.sections[0].blocks:
        assert (f'id="{PREFIX}{block.id}"' in job.html) is not (block.kind in {"appointment", "label", "qr"})


def test_what_to_do_is_clear_of_its_frame_on_both_sides(job: Job) -> None:
    """Each item is within the padding of its list, which is not there between two languages."""
    items = job.html.count('<div class="do-and-do-not__item ')

    assert job.html.count('<div class="do-and-do-not__items">') == items > 0


def test_both_disclaimers_are_printed(job: Job) -> None:
    """No language is without one."""
    assert "Es información general." in job.html
    assert "This is general information." in job.html


def test_who_made_it_is_reported_in_both_languages(job: Job, source: Sheet) -> None:
    """The document control is printed line beside line, and the translator is named once in each language."""
    assert [line.label for line in job.sheet.control] == [line.label for line in source.control[:-1]]
    assert source.control[-1].text.plain == "Tell us at the desk."
    for name in TRANSLATOR.values():
        assert job.html.replace("\u00a0", " ").count(name) == 1


def test_a_words_file_of_the_source_is_an_input(workspace: Workspace) -> None:
    """A phrase of the source that changes is on the page, so its file counts."""
    drafts = draft_sheets(
        load_library(workspace), Selection(editions=("bilingual",)), survey(workspace, "fonts")
    )
    (job,) = drafts.jobs

    assert {"words/es.yaml", "words/en-GB.yaml", f"handouts/{TOPIC}/en.yaml"} <= job.inputs.keys()


def test_an_id_of_an_author_cannot_be_taken_for_one(tmp_path: Path) -> None:
    """The prefix is the page's own."""
    taken = {"kind": "heading", "id": f"{PREFIX}me", "text": "Me"}
    workspace = write_bilingual_workspace(tmp_path, blocks=[taken], editions=["standard"])
    write_translation(workspace, make_translation(workspace, translator=TRANSLATOR))
    codes = {problem.code for refusal in drafts_of(workspace).refusals for problem in refusal.problems}

    assert codes == {"reserved-id"}


@pytest.mark.parametrize("level", ["see", "call", "today", "emergency"])
def test_only_a_calm_warning_may_break_in_two_languages(job: Job, level: Level) -> None:
    """Beside its source it is too tall to be whole; of an urgent one, nobody may miss a half."""
    warning = next(block for block in job.sheet.sections[0].blocks if isinstance(block, WarningView))

    assert is_whole(job.sheet, replace(warning, level=level)) is (level != "see")
    assert is_whole(replace(job.sheet, beside=None), replace(warning, level=level))


def test_two_languages_share_the_picture_of_a_risk(job: Job) -> None:
    """It is drawn once, with what its colours mean in both languages; two groups have one key."""
    (risk,) = (block for block in job.sheet.sections[0].blocks if isinstance(block, RiskView))

    assert job.html.count('<svg class="array__figures ') == len(risk.arrays)
    assert job.html.count("risk__key-entry--on") == (1 if risk.arrays[1:] else 2)


def test_each_language_has_the_whole_document_control(job: Job) -> None:
    """Also what is the same in both, so that nobody looks for it below the other language."""
    assert job.html.count("EX-1, 1.0") == 2


def test_one_card_to_keep_serves_both_languages(tmp_path: Path) -> None:
    """It has its words in both and each number once, and the form before it both in each label."""
    row = [{"label": "Born"}, {"label": "Knee", "choose": ["left", "right"]}]
    form = {"kind": "fields", "id": "form", "rows": [row]}
    card = {
        "kind": "card",
        "id": "keep",
        "front": {"heading": "My knee", "text": "Ring.", "lines": ["department"]},
    }
    workspace = write_bilingual_workspace(tmp_path, blocks=[form, card], editions=["bilingual"])
    write_translation(workspace)
    (job,) = drafts_of(workspace).jobs

    assert job.html.count('<p class="field__label') == 2  # with both languages in each
    printed = job.html[job.html.index('class="wallet__card') :]
    assert printed.count('class="telephone wallet__telephone"') == 1
    assert printed.count("My knee") == 2


def test_heads_and_feet_are_in_both_languages(job: Job) -> None:
    """Readers of either know what goes on on a page, and how many there are.

    A head that would be as long as a sentence has only the sheet's own language.
    """
    foot, source = job.sheet.foot, job.sheet.beside
    assert source

    assert foot.clinic.plain == "Review\u00a0nov\u00a02028 · Review\u00a0Nov\u00a02028"
    assert foot.status.plain == "Example · Example"
    assert foot.page == "{page}/{pages}"
    assert say_title(job.sheet) == job.sheet.title.plain
    heading, other = (one.sections[0].heading.plain for one in (job.sheet, source))
    assert say_running(job.sheet)[job.sheet.sections[0].id] == f"{heading} (continued) · {other} (continued)"
