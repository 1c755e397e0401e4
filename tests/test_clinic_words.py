"""A clinic's own phrases: they are printed on its sheets alone, and checked like any others."""

import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic
from leafwright.workspace import Workspace
from tests.fakes import drafts_of
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, sheet_of, write_workspace

FOOT: Final = "{clinic}. Ring us with any question. Review due {review_due}."
OWN: Final = f"words:\n  en: {{foot: {{clinic: '{FOOT}'}}, variants: {{leaflet: Our leaflet}}}}\n"


def _append(root: Path, text: str, clinic: str = CLINIC) -> None:
    path = root / f"clinics/{clinic}/clinic.yaml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_clinic_words_its_own_foot_masthead_and_kind_of_sheet(tmp_path: Path) -> None:
    """What it does not change stays as it was."""
    own = {
        "masthead": "{department} at {clinic}",
        "foot": {"clinic": FOOT},
        "variants": {"leaflet": "Our leaflet"},
    }
    before = sheet_of(write_workspace(tmp_path / "before"))

    after = sheet_of(write_workspace(tmp_path / "after", clinic={"words": {"en-GB": own}}))

    assert after.masthead.department
    assert after.masthead.department.plain == "Knee clinic at Elm Street Practice"
    assert after.foot.clinic.plain.startswith("Elm Street Practice. Ring us with any question. Review due ")
    assert after.kicker.plain == "Our leaflet"
    assert (after.foot.code, after.phrases.contact) == (before.foot.code, before.phrases.contact)


def test_phrases_for_one_country_come_before_those_of_the_language(tmp_path: Path) -> None:
    """Those for `en` hold in en-GB, too, where en-GB does not say otherwise."""
    own = {"en": {"label": "Sticker", "disclaimer": "Remember"}, "en-GB": {"label": "Label"}}

    phrases = sheet_of(write_workspace(tmp_path, clinic={"words": own})).phrases

    assert (phrases.label.plain, phrases.disclaimer.plain) == ("Label", "Remember")


def test_only_the_sheets_of_the_clinic_change(tmp_path: Path) -> None:
    """Another clinic of the workspace keeps each page as it is."""
    workspace = write_workspace(tmp_path)
    shutil.copytree(tmp_path / f"clinics/{CLINIC}", tmp_path / "clinics/north-street")
    before = {job.key: job.fingerprint for job in drafts_of(workspace).jobs}

    _append(tmp_path, OWN)

    after = {job.key: job.fingerprint for job in drafts_of(Workspace(root=tmp_path)).jobs}
    changed = {key for key, made in after.items() if made != before[key]}
    assert changed == {key for key in before if key.clinic == CLINIC}


def test_a_bilingual_sheet_has_the_own_words_of_both_languages(tmp_path: Path) -> None:
    """The English beside a translation says what the English sheet says."""
    workspace = write_bilingual_workspace(tmp_path, editions=["bilingual"])
    write_translation(workspace)
    _append(tmp_path, f"{OWN}  es: {{variants: {{leaflet: Nuestro folleto}}}}\n")

    (job,) = drafts_of(Workspace(root=tmp_path)).jobs

    assert all(words in job.html for words in ("Nuestro folleto", "Our leaflet"))


def test_a_site_inherits_phrases_one_by_one_and_a_slip_in_them_is_reported_once(tmp_path: Path) -> None:
    """What the site says comes first; a slip in the words of the trust is told in its file, once."""
    sites = {
        f"clinics/{name}/clinic.yaml": "part-of: elm-street\nwords: {en-GB: {label: Sticker}}\n"
        for name in ("ash", "beech")
    }
    own = {"en-GB": {"label": "Label", "foot": {"clinic": FOOT}}}
    library = load_library(write_workspace(tmp_path, files=sites, clinic={"words": own}))

    path = tmp_path / f"clinics/{CLINIC}/clinic.yaml"
    path.write_text(path.read_text("utf-8").replace("{review_due}", "soon"), "utf-8")

    said = {folder.id: folder.words["en-GB"].phrases for folder in library.clinics}
    assert {name: phrases.label.plain for name, phrases in said.items()} == {
        "ash": "Sticker",
        "beech": "Sticker",
        CLINIC: "Label",
    }
    assert {phrases.foot.clinic for phrases in said.values()} == {FOOT}
    problems = load_library(Workspace(root=tmp_path)).problems
    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("waiting-for-clinic", "clinics/ash/clinic.yaml"),
        ("waiting-for-clinic", "clinics/beech/clinic.yaml"),
        ("missing-gap", f"clinics/{CLINIC}/clinic.yaml"),
    ]


SLIPS: Final = {
    "{en-GB: {fot: {}}}": "unknown-field: 'fot' is no field of phrases; did you mean 'foot'?",
    "{en-GB: {foot: {clinc: x}}}": "unknown-field: 'clinc' is no field of foot; did you mean 'clinic'?",
    "{en-GB: {foot: {clinic: '{clinic}.'}}}": (
        "missing-gap: '{review_due}' is missing; the phrase contains {review_due}"
    ),
    "{en: {label: 'Label of {clinic}'}}": (
        "unknown-gap: '{clinic}' stands for nothing here; "
        "write words: only phrases that come with names in braces may have them"
    ),
    "{en-GB: {masthead: '{name}'}}": (
        "unknown-gap: '{name}' stands for nothing here; there are {clinic}, {department}"
    ),
    "{en-GB: {catalogue: {card: {pages: {few: '{n} pages'}}}}}": (
        "unknown-plural: 'few' is no plural form of en-GB; en-GB has one and other"
    ),
    "{en-GB: {variants: {leaflt: Ours}}}": (
        "unknown-name: 'leaflt' is none of the variants; did you mean 'leaflet'?"
    ),
    "{en-UK: {label: Sticker}}": "unknown-name: there are no words in 'en-UK'; write en-GB or en-US",
    "{en_GB: {label: Sticker}}": (
        "bad-form: 'en_GB' is not a language tag; write the language's tag: write en-GB"
    ),
    "{en-GB: {phrases: {label: Sticker}}}": (
        "wrong-type: these are no phrases by their names; "
        "write phrases, such as `foot:`, and below it `clinic:`, directly below the language"
    ),
}


@pytest.mark.parametrize("written", SLIPS)
def test_a_slip_in_own_words_is_reported_where_it_stands(tmp_path: Path, written: str) -> None:
    """The clinic's file is named, and what would be right."""
    workspace = write_workspace(tmp_path)
    _append(tmp_path, f"words: {written}\n")
    last = len((tmp_path / f"clinics/{CLINIC}/clinic.yaml").read_text("utf-8").splitlines())

    (problem,) = load_library(workspace).problems

    assert (problem.place.file, problem.place.line) == (f"clinics/{CLINIC}/clinic.yaml", last)
    assert f"{problem.code}: {problem.text}" == SLIPS[written]


def test_a_blank_in_own_words_is_a_placeholder(tmp_path: Path) -> None:
    """Brackets that are still to be filled are told at the clinic, and names in braces are not."""
    own = {"en-GB": {"label": "[Write what you call it]", "foot": {"clinic": FOOT}}}
    library = load_library(write_workspace(tmp_path, clinic={"words": own}))

    told = run_clinic(library, library.clinics[0], RuleOptions(as_of=date(2026, 11, 2)))

    (found,) = (problem for problem in told if problem.code == "placeholder-in-clinic")
    assert "[Write what you call it]" in found.message
    assert found.place.file == f"clinics/{CLINIC}/clinic.yaml"
