"""Sentences as leaflets write them: which of them each rule finds at fault, and which only look like it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import yaml

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.workspaces import VARIANTS, write_workspace

SENTENCES: Final[Mapping[str, Mapping[str, list[str]]]] = yaml.safe_load(
    (Path(__file__).parent / "sentences.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("code", SENTENCES)
def test_a_rule_finds_the_faulty_sentences_only(code: str, tmp_path: Path) -> None:
    """Each sentence is a section of its own, so that none affects another."""
    faulty = SENTENCES[code]["faulty"]
    sentences = [*faulty, *SENTENCES[code]["sound"]]
    sections = [
        {"id": f"part-{number}", "heading": f"Part {number}", "blocks": [_paragraph(number, text)]}
        for number, text in enumerate(sentences)
    ]
    variants = {name: {"sections": [section["id"] for section in sections]} for name in VARIANTS}
    library = load_library(write_workspace(tmp_path, handout={"sections": sections, "variants": variants}))
    (file,) = library.handouts
    lines = [block.place_of("text").line for block in file.handout.blocks()]
    texts = dict(zip(lines, sentences, strict=True))

    problems = run_content(
        library, file, RuleOptions(as_of=date(2027, 1, 1), profile="strict", rules=(code,))
    )

    assert library.problems == ()
    assert {texts[problem.place.line] for problem in problems} == set(faulty)


def _paragraph(number: int, text: str) -> dict[str, str]:
    return {"kind": "paragraphs", "id": f"text-{number}", "text": text}
