"""Sentences as leaflets write them, read by one rule: which of them have a finding."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.workspaces import VARIANTS, write_workspace


def find_faulty(code: str, sentences: Sequence[str]) -> frozenset[str]:
    """Read each sentence as a section of its own, under `strict`; return those that a rule finds at fault."""
    sections = [
        {"id": f"part-{number}", "heading": f"Part {number}", "blocks": [_paragraph(number, text)]}
        for number, text in enumerate(sentences)
    ]
    variants = {name: {"sections": [section["id"] for section in sections]} for name in VARIANTS}
    with TemporaryDirectory() as folder:
        workspace = write_workspace(Path(folder), handout={"sections": sections, "variants": variants})
        library = load_library(workspace)
        assert not library.problems, "\n".join(map(str, library.problems))
        (file,) = library.handouts
        ask = RuleOptions(as_of=date(2027, 1, 1), profile="strict", rules=(code,))
        problems = run_content(library, file, ask)
    lines = [block.place_of("text").line for block in file.handout.blocks()]
    texts = dict(zip(lines, sentences, strict=True))
    return frozenset(texts[problem.place.line] for problem in problems)


def _paragraph(number: int, text: str) -> dict[str, str]:
    return {"kind": "paragraphs", "id": f"text-{number}", "text": text}
