"""The examples of the rules' pages, put into small workspaces and judged by the rule they belong to."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from textwrap import indent
from typing import Any, Final

import yaml
from PIL import Image

from leafwright.library import Library, load_library
from leafwright.model.brand import Brand
from leafwright.problems import Problem
from leafwright.rules.choice import SPELLING, Reading, RuleOptions
from leafwright.rules.profile import ActiveRule, Profile, load_profile, profile_names
from leafwright.rules.rule import Rule, find_rule
from leafwright.rules.run import run_clinic, run_content, run_library, run_proof, run_translation
from leafwright.spelling import SpellCheckers
from leafwright.workspace import Workspace
from tests.rules.pairs import KEY, MARK, Example, reference, write_bilingual
from tests.workspaces import CLINIC, TOPIC, inputs_for, write_workspace

AS_OF: Final = date(2027, 1, 1)
"""The day the examples are read on; the handout of the examples was issued on 2 November 2026."""
PRINTED: Final = f"{CLINIC}/{TOPIC}-leaflet-standard-en-GB.pdf"
"""The sheet that a proof rule is given."""
ORDER: Final = ("strict", *(name for name in profile_names() if name != "strict"))
PLAIN: Final = {"kind": "paragraphs", "id": "plain", "text": "Rest your knee."}
SVG: Final = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 90"><title>A shape</title>{}</svg>\n'
PICTURES: Final = {
    "dark.svg": SVG.format('<path fill="#111" d="M0 0H200V90H0Z"/>'),
    "light.svg": SVG.format('<path fill="none" stroke="#111" d="M5 5H195V85H5Z"/>'),
    "tall.svg": SVG.replace("200 90", "100 230").format(
        '<path fill="none" stroke="#111" d="M5 5H95V225H5Z"/>'
    ),
}
LOGOS: Final = {
    "margins.svg": SVG.format('<path fill="#111" d="M60 30H140V60H60Z"/>'),
    "pale.svg": SVG.format('<path fill="#c4c8cc" stroke="#fff" d="M0 0H200V90H0Z"/>'),
    "tall.svg": SVG.replace("200 90", "80 200").format('<path fill="#111" d="M0 0H80V200H0Z"/>'),
    "wide.svg": SVG.replace("200 90", "900 45").format('<path fill="#111" d="M0 0H900V45H0Z"/>'),
}
RASTERS: Final = {"small.png": (330, 110), "large.png": (900, 300)}
"""Logos of points: how many across and down, all of them dark."""


def profile_for(rule: Rule) -> Profile:
    """Choose the profile an example is judged by: the first that has the rule on, `strict` before all."""
    profiles = (load_profile(name) for name in ORDER)
    return next(profile for profile in profiles if profile.find(rule.code))


def set_for(code: str) -> ActiveRule:
    """Return a rule as the profile of its examples sets it."""
    made = profile_for(find_rule(code)).find(code)
    assert made is not None
    return made


def write_example(root: Path, folder: str, written: str) -> Example:
    """Put an example into a small workspace.

    A list becomes the blocks of the one section. A mapping replaces keys of the handout, of clinic.yaml when
    the rule is a clinic's, of _brand.yml when they are a brand's, of references.yaml when it begins with
    `references:`. What is cited has its entry, and the pictures and logos that are named are there.
    Each entry of such a references.yaml is cited, but of a rule for the library only the first.
    """
    if folder == "translation":
        return write_bilingual(root, written)
    text = MARK.sub("", written)
    base: Mapping[str, Any] = {"references": [reference(key) for key in sorted(set(KEY.findall(text)))]}
    pictures = {f"handouts/{TOPIC}/{name}": picture for name, picture in PICTURES.items() if name in text}
    if text.startswith("references:"):
        keys = [entry["id"] for entry in yaml.safe_load(text)["references"]]
        keys = keys[:1] if folder == "library" else keys
        text = f"This is known [{'; '.join(f'@{key}' for key in keys)}]."
        workspace = write_workspace(root, blocks=[{**PLAIN, "text": text}], references=[])
        return _replace(workspace, "handouts/references.yaml", written)
    workspace = write_workspace(root, blocks=[PLAIN], files=pictures, **base)
    if folder == "clinic":
        _write_logos(workspace, text)
        name = "_brand.yml" if text.partition(":")[0] in Brand.model_fields else "clinic.yaml"
        return _replace(workspace, f"clinics/{CLINIC}/{name}", written)
    if text.startswith("- "):
        lines = f"sections:\n  - id: part\n    heading: Your knee\n    blocks:\n{indent(written, ' ' * 6)}"
        return _replace(workspace, f"handouts/{TOPIC}/en.yaml", lines)
    return _replace(workspace, f"handouts/{TOPIC}/en.yaml", written)


def judge(rule: Rule, example: Example) -> list[Problem]:
    """Run one rule over an example; fails when the workspace has problems of its own."""
    library = load_library(example.workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    spellers = SpellCheckers.of(example.workspace) if rule.code == SPELLING else None
    ask = RuleOptions(as_of=AS_OF, profile=profile_for(rule).name, rules=(rule.code,), spellers=spellers)
    match rule.folder:
        case "clinic":
            return [problem for folder in library.clinics for problem in run_clinic(library, folder, ask)]
        case "library":
            return list(run_library(library, ask))
        case "proof":
            return list(_judge_proof(library, ask))
        case "translation":
            return [each for file in library.translations for each in run_translation(library, file, ask)]
        case _:
            return [problem for file in library.handouts for problem in run_content(library, file, ask)]


def _judge_proof(library: Library, ask: RuleOptions) -> Iterator[Problem]:
    # The engine sees the fonts that are active when it is loaded, and other tests must do without it.
    from leafwright import fonts  # noqa: PLC0415  # the fonts come first

    fonts.activate()
    from leafwright.html import render_html  # noqa: PLC0415  # the fonts come first
    from leafwright.pdf import Engine, prove  # noqa: PLC0415  # the fonts come first
    from leafwright.rules.sheet_proof import SheetProof  # noqa: PLC0415  # the fonts come first
    from leafwright.sheet import make_sheet  # noqa: PLC0415  # the fonts come first

    inputs = inputs_for(library)
    sheet = make_sheet(inputs)
    proof = prove(sheet, render_html(sheet, library.workspace), Engine(library.workspace))
    reading = Reading.of(inputs.folder.clinic, inputs.file.handout).with_options(ask)
    yield from run_proof(SheetProof(sheet=sheet, content=proof.content, fills=proof.fills), reading)


def _write_logos(workspace: Workspace, text: str) -> None:
    """Put the logos that an example names beside `_brand.yml`."""
    folder = workspace.root / f"clinics/{CLINIC}"
    for name, picture in LOGOS.items():
        if name in text:
            (folder / name).write_text(picture, encoding="utf-8")
    for name, size in RASTERS.items():
        if name in text:
            Image.new("RGB", size, "#111111").save(folder / name)


def _replace(workspace: Workspace, name: str, written: str) -> Example:
    """Replace the top-level keys that an example writes; the example is at the end, unchanged."""
    path = workspace.root / name
    keys = [line.partition(":")[0] for line in written.splitlines() if re.match(r"[a-zA-Z]", line)]
    content = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # builds nothing but text
    if "variants" in keys and "\n  leaflet:" not in written:
        keys += ["audience", "glance"]  # the handout's own are for its leaflet
    kept = {key: value for key, value in content.items() if key not in keys}
    before = yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=10_000) if kept else ""
    path.write_text(before + MARK.sub("", written), encoding="utf-8")
    first = before.count("\n") + 1
    marked = {number for number, line in enumerate(written.splitlines(), first) if MARK.search(line)}
    return Example(workspace=workspace, file=name, marked=frozenset(marked))
