"""Words files held against the Unicode locale data: language, direction, plural forms and gaps."""

from pathlib import Path

import pytest

from leafwright.language import find_locale, suggest_language
from leafwright.library import load_library
from leafwright.resources import shared
from tests.workspaces import write_workspace

ENGLISH = (shared("words") / "en-GB.yaml").read_text("utf-8").replace("language: en-GB", "language: en-IE")
PAGES = '        one: "{n} page"\n        other: "{n} pages"\n'


def _problems(root: Path, written: str, name: str = "en-IE") -> list[str]:
    """List what is wrong with a words file that overrides no bundled one."""
    library = load_library(write_workspace(root, files={f"words/{name}.yaml": written}))
    file = f"words/{name}.yaml:"
    return [told.removeprefix(file) for told in map(str, library.problems) if told.startswith(file)]


def _changed(old: str, new: str) -> str:
    assert ENGLISH.count(old) == 1
    return ENGLISH.replace(old, new)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "direction: ltr",
            "direction: rtl",
            "wrong-direction: en-IE is not written rtl; write `direction: ltr`",
        ),
        (
            "language: en-IE",
            "language: de",
            (
                "misnamed-language: 'de' is not what the file is named for; "
                "write `language: en-IE`, or rename the file"
            ),
        ),
        (
            PAGES,
            '        other: "{n} pages"\n',
            "missing-plural: the plural form 'one' is missing; en-IE has one and other",
        ),
        (
            PAGES,
            PAGES + '        few: "{n} pages"\n',
            "unknown-plural: 'few' is no plural form of en-IE; en-IE has one and other",
        ),
        (
            '"**{n} in {of}**"',
            '"**{number} in {of}**"',
            "unknown-gap: '{number}' stands for nothing here; there are {n}, {of}",
        ),
        (
            '"{shown} of {all} shown"',
            "Some shown",
            "missing-gap: '{shown}' is missing; the phrase contains {shown}, {all}",
        ),
        ('other: "{n} pages"', "other: pages", "missing-gap: '{n}' is missing; the phrase contains {n}"),
        (
            "      emergency: Get help now\n",
            "",
            "missing-phrase: 'emergency' is missing; add `emergency:`",
        ),
        (
            "      low: This may be right. The research is limited.\n",
            "",
            "missing-phrase: 'low' is missing; add `low:`",
        ),
        (
            "    approved: Approved by {approver}.\n",
            "",
            "missing-field: 'approved' is missing; add `approved:`",
        ),
        (
            "  day: d MMMM y",
            "  day: d 'of MMMM y",
            (
                "bad-date-form: 'd 'of MMMM y' is no pattern of a date; "
                "write d, MMMM and y once each, and words in single quotes, like d 'de' MMMM 'de' y"
            ),
        ),
        (
            "  month: MMMM y",
            "  month: MMMM of y",
            (
                "bad-date-form: 'MMMM of y' is no pattern of a date; "
                "write MMMM and y once each, and words in single quotes, like d 'de' MMMM 'de' y"
            ),
        ),
        (
            'quotes: ["“", "”"]',
            'quotes: ["“"]',
            (
                "bad-quotes: 'quotes' is no pair of marks; "
                "write the mark that opens and the one that closes, like [“, ”]"
            ),
        ),
        ("  at-a-glance: At a glance\n", "", "missing-field: 'at-a-glance' is missing; add `at-a-glance:`"),
    ],
)
def test_a_faulty_words_file_is_reported_with_its_place(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    """A mistake in a words file is one problem at its line, with what would be right."""
    (problem,) = _problems(tmp_path, _changed(old, new))

    line, _, said = problem.partition(": ")
    assert said == told
    assert int(line.partition(":")[0]) > 1


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("en-UK", "did you mean 'en-GB'?"),
        ("iw", "did you mean 'he'?"),
        ("es-ZZ", "write es, or name a country where it is spoken, as in es-ES"),
        ("xx", "write a language tag such as es or pt-BR"),
    ],
)
def test_a_tag_that_stands_for_another_is_not_taken(tag: str, hint: str) -> None:
    """The locale data have an answer for unknown languages, too; here a language has one name, or none."""
    assert find_locale(tag) is None
    assert suggest_language(tag) == hint
