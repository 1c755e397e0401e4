"""The frame over all rules: each is a module and a page, all profiles name it, and no promised one is out."""

import ast
from pathlib import Path
from typing import Final

import pytest
import yaml

from leafwright.resources import PACKAGE
from leafwright.rules.profile import FOLDER
from leafwright.rules.rule import FOLDERS, find_codes, find_rule

HERE: Final = [PACKAGE / "rules" / folder for folder in FOLDERS]
FILES: Final = sorted(path for folder in HERE for path in folder.glob("[!_]*.py"))
ASKED_FOR: Final = (
    "advice-to-stop-medicine",
    "bare-percent",
    "changed-number",
    "claim-without-citation",
    "colour-only",
    "contrast",
    "date-format",
    "decimal-percent",
    "doi-malformed",
    "duplicate-reference",
    "hard-word",
    "heading-skips-level",
    "inconsistent-term",
    "label-disagrees-with-number",
    "latin-abbreviation",
    "logo-too-small",
    "long-list",
    "long-paragraph",
    "long-sentence",
    "long-title",
    "lost-citation",
    "low-ink",
    "missing-block",
    "missing-contact",
    "missing-no-treatment-option",
    "missing-other-formats",
    "missing-part",
    "missing-phrase",
    "missing-safety-net",
    "mixed-denominators",
    "number-without-source",
    "numbers-disagree",
    "outdated-reference",
    "passive-voice",
    "phone-malformed",
    "praise-word",
    "question-as-heading",
    "range-with-dash",
    "reference-without-doi-or-url",
    "relative-risk-only",
    "review-due-soon",
    "review-overdue",
    "shouting",
    "spelling-variant",
    "stale-block",
    "unbalanced-options",
    "undefined-abbreviation",
    "unequal-denominators",
    "untranslated-text",
    "unused-reference",
    "vague-time",
    "wrong-direction",
    "wrong-script",
)
"""The rules that were promised; more may be there."""


def test_every_rule_that_was_promised_is_there() -> None:
    """None of the codes in docs/rules.md has disappeared."""
    assert set(ASKED_FOR) - set(find_codes()) == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_module_is_a_rule_with_a_page(path: Path) -> None:
    """Each module is found under its own name, and says with its page what, why, and what is bad and good."""
    rule = find_rule(path.stem.replace("_", "-"))
    page, title = rule.page, ast.get_docstring(ast.parse(path.read_text("utf-8")))

    assert (rule.folder, page.title) == (path.parent.name, title)
    assert all((page.title, page.what, page.why, page.bad, page.good))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_has_no_clock_and_no_disk(path: Path) -> None:
    """What day it is and what files hold is given to a rule, so that equal content has equal findings."""
    named = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute | ast.Name)
    }

    assert named & {"today", "now", "time", "open", "read_text", "read_bytes", "environ"} == set()


def test_every_rule_is_one_module_and_one_page() -> None:
    """Nothing is found that is no module, no two modules have one code, and no page is without its rule."""
    assert sorted(find_codes()) == sorted(path.stem.replace("_", "-") for path in FILES)
    assert sorted(find_codes()) == sorted(path.stem for folder in HERE for path in folder.glob("*.md"))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_profile_names_every_rule(path: Path) -> None:
    """Each profile has a setting for each rule, and for nothing else."""
    written = yaml.safe_load(path.read_text("utf-8"))["rules"]

    assert set(written) == set(find_codes())
