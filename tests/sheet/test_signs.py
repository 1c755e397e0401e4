"""Every character of a sheet is in its family, or reported before anything is laid out."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build.draft import draft_sheets
from leafwright.build.dry_check import check_dry
from leafwright.build.selection import Selection
from leafwright.families import EVERYWHERE, SOURCES, STYLES, characters
from leafwright.library import load_library
from leafwright.problems import Place
from leafwright.sheet import Sheet, signs
from leafwright.sheet.signs import _what_to_write, find_missing_signs, rare_signs
from leafwright.sheet.theme import add_fallbacks
from leafwright.text import phrase
from tests.workspaces import CITED, CLINIC, REFERENCES, TOPIC, sheet_of, write_workspace

EN = f"handouts/{TOPIC}/en.yaml"


def messages_of(root: Path, **changes: object) -> list[str]:
    """Check a workspace as `check` does without its rules; return what is wrong with it."""
    library = load_library(write_workspace(root, **changes))
    assert not library.problems
    checked = [str(problem) for problem in check_dry(library).problems]
    drafts = {
        str(each) for refusal in draft_sheets(library, Selection()).refusals for each in refusal.problems
    }
    assert drafts == set(checked)  # what is checked and what a build refuses are one
    return checked


@pytest.mark.parametrize(
    ("sign", "name", "cure"),
    [
        (
            "\u03b1",
            "'\u03b1' (U+03B1, greek small letter alpha)",
            "name a family in _brand.yml that has it: Source Sans 3",
        ),
        ("₂", "'₂' (U+2082, subscript two)", "write 2"),
        ("\u2011", "'\u2011' (U+2011, non-breaking hyphen)", "type a plain hyphen"),
        ("☐", "'☐' (U+2610, ballot box)", "kind: checklist"),
        ("\u200e", "(U+200E, left-to-right mark)", "take it out"),
        ("\u202b", "(U+202B, right-to-left embedding)", "take it out"),
        ("中", "'中' (U+4E2D, cjk unified ideograph-4e2d)", "write it in words"),
    ],
)
def test_a_sign_that_no_font_has_is_reported_at_its_line(
    tmp_path: Path, sign: str, name: str, cure: str
) -> None:
    """The sign, its code point, the family and what to write: at the text, and nowhere else."""
    block = {"kind": "paragraphs", "id": "odd", "text": f"Rest {sign} well."}

    (told,) = messages_of(tmp_path, blocks=[CITED, block])

    assert told.startswith(f"{EN}:40:16: missing-glyph: Atkinson Hyperlegible has no {name}; ")
    assert cure in told


def test_an_author_of_a_source_is_reported_at_the_entry(tmp_path: Path) -> None:
    """A name with letters that the brand's family lacks is in the bibliography, not in the handout."""
    references = [{**REFERENCES[0], "author": [{"family": "Nguyễn", "given": "A"}]}]

    (told,) = messages_of(tmp_path, references=references)

    assert told.startswith("handouts/references.yaml:2:3: missing-glyph: Atkinson Hyperlegible has no 'ễ'")


def test_a_name_of_a_clinic_is_reported_in_its_own_file(tmp_path: Path) -> None:
    """It is printed on every page, and reported once."""
    (told,) = messages_of(tmp_path, clinic={"name": "The β House"})

    assert told.startswith(f"clinics/{CLINIC}/clinic.yaml:1:11: missing-glyph: ")


def test_another_family_has_it(tmp_path: Path) -> None:
    """What a brand's own family has is legal, in headings too."""
    family = {"base": {"family": "Source Sans 3"}, "headings": {"family": "Source Sans 3"}}
    blocks = [CITED, {"kind": "heading", "id": "odd", "text": "Rest \u03b1"}, CITED | {"id": "more"}]

    assert messages_of(tmp_path, blocks=blocks, brand={"typography": family}) == []


def test_a_heading_is_held_against_its_own_family(tmp_path: Path) -> None:
    """A brand may set headings and texts in two families."""
    family = {"base": {"family": "Source Sans 3"}, "headings": {"family": "Figtree"}}
    blocks = [CITED | {"text": "Rest \u03b1."}, {"kind": "heading", "id": "odd", "text": "Rest \u03b1"}]

    (told,) = messages_of(tmp_path, blocks=blocks, brand={"typography": family})

    assert "Figtree has no '\u03b1'" in told


def test_a_heading_of_a_section_is_held_against_the_family_of_headings(tmp_path: Path) -> None:
    """A family of texts that has the sign does not help it."""
    family = {"base": {"family": "Source Sans 3"}, "headings": {"family": "Figtree"}}
    sections = [{"id": "part", "heading": "Rest \u03b1", "blocks": [CITED]}]

    (told,) = messages_of(tmp_path, handout={"sections": sections}, brand={"typography": family})

    assert "Figtree has no '\u03b1'" in told


def test_common_signs_are_in_every_family() -> None:
    """Signs that are never looked up are there, but for the soft hyphen, which is not drawn."""
    lacking = {
        source.family: sorted(EVERYWHERE - {"\xad"} - characters(source.file(min(STYLES))))
        for source in SOURCES
    }

    assert lacking == {source.family: [] for source in SOURCES}


@pytest.mark.parametrize(
    ("sign", "cure"),
    [
        ("\u200e", "take it out: nobody sees it, and lines keep their order without it"),
        ("\u2010", "type a plain hyphen"),
        ("\u2611", "write a block `kind: checklist`, or `kind: appointment` for lines to fill in"),
        ("\u2082", "write 2"),
        ("\u2122", "write TM"),
        ("\u339b", "write it in words"),
        ("\u2024", "write it in words"),
        ("\u4e2d", "write it in words"),
        (
            "\u0394",
            (
                "write it in words, or name a family in _brand.yml that has it: "
                "Atkinson Hyperlegible or Source Sans 3"
            ),
        ),
    ],
)
def test_a_cure_is_reported_for_every_kind_of_sign(sign: str, cure: str) -> None:
    """What to write in its place, whole, with every family that has it."""
    assert _what_to_write(sign) == cure


def test_a_joiner_is_legal_where_there_are_fallback_fonts(make: Callable[..., Sheet]) -> None:
    """It is drawn by none and joins letters; a sign that no font has is reported all the same."""
    block = {"kind": "paragraphs", "id": "odd", "text": "Rest \u0628\u200c\u0628 X \u4e2d well."}
    sheet = make(blocks=[CITED, block])
    arabic = replace(sheet, theme=add_fallbacks(sheet.theme, ("Arab",)))

    assert ["U+4E2D" in problem.message for problem in find_missing_signs(arabic, {})] == [True]


def test_a_sign_in_a_text_of_no_file_is_reported_at_the_sheet(make: Callable[..., Sheet]) -> None:
    """A phrase that was filled in has no line of its own."""
    sheet = replace(make(), kicker=phrase("Rest \u03b1"))

    (problem,) = find_missing_signs(sheet, {})
    assert problem.place == Place(file=sheet.key.path)


def test_a_sign_without_a_name_is_reported_by_its_number(make: Callable[..., Sheet]) -> None:
    """Unicode gives no names to signs for private use, and nothing shows them."""
    (problem,) = find_missing_signs(replace(make(), kicker=phrase("Rest \ue000")), {})

    assert problem.message == "Atkinson Hyperlegible has no (U+E000, no name)"


def test_what_every_family_has_is_not_rare() -> None:
    """Letters of Western Europe and the marks that print sets."""
    assert rare_signs("plain") == frozenset()
    assert rare_signs("caf\u00e9 \u2013 \u00bd\u00a0mg \u2264 3 \u20ac") == frozenset()
    assert rare_signs("a \u03b1\u2082 \u0100") == {"\u03b1", "\u2082", "\u0100"}


@pytest.mark.parametrize("text", ["Only plain words.", "A \u03b1 and a ☐.", "中."])
def test_to_look_for_rare_signs_first_changes_nothing(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same signs are missing if the place of each text is found first."""
    sheet = sheet_of(write_workspace(tmp_path, blocks=[{**CITED, "text": text}]))
    quick = [*find_missing_signs(sheet, {})]

    monkeypatch.setattr(signs, "_texts_below", lambda _part: [phrase("中")])

    assert [*find_missing_signs(sheet, {})] == quick
    assert bool(quick) is not text.isascii()
