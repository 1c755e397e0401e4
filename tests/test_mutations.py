"""Damaged files of every kind end in problems with a place: no traceback, no obeyed sign, no long wait.

The profile `nightly` of CONTRIBUTING.md tries ten times as many.
"""

import re
import time
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import Any, Final

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leafwright.build.dry_check import check_dry
from leafwright.library import load_library
from leafwright.preview.parse_cache import ParseCache
from leafwright.problems import Problem
from leafwright.resources import PACKAGE
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.workspace import Workspace
from tests.translations import NAME as TRANSLATION
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, LOGO, TOPIC, every_block

MOST_SECONDS: Final = 2.0
"""Of the processor's time, for one damaged file."""
FILES: Final = {
    "handout": f"handouts/{TOPIC}/en.yaml",
    "clinic": f"clinics/{CLINIC}/clinic.yaml",
    "brand": f"clinics/{CLINIC}/_brand.yml",
    "references": "handouts/references.yaml",
    "words": "words/en-GB.yaml",
    "translation": TRANSLATION,
}
EXAMPLES: Final = {"default": 36, "nightly": 360}
"""How often each kind of file is damaged: 216 times in all, and 2,160."""
ODD: Final = st.sampled_from(
    [
        *("", " ", "null", "~", "no", "1e999", "-1", "0x1F", "9999-12-31", "2026-02-30", "a: b", "a # b"),
        *("#4", "[@", "[@elm1999", "@elm1999", "**", "_a", "`a`", "<b>", "&nbsp;", "![x](y)", "[a](b)"),
        *("{n}", "{", "%", "\u200e", "\u202e", "\u2028", "\x85", "\u200b", "\ufeff", "\u2610", "\u03b1"),
        *("e\u0301", "\U0001f691", "\x1b]0;x\x07", "\n::error::x", "##[error]x", "\x00", "- a\n- b"),
        *("../../etc/passwd", "/dev/null", "https://a@b", "| a | b |", "x" * 400, "a\n\n" * 800),
        *("5% " * 1_500, "1 in 2 of 3 per cent, " * 200),
    ]
)
VALUES: Final = ODD | st.text(max_size=30) | st.integers() | st.booleans() | st.none()
KEYS: Final = st.text(max_size=6)
TREES: Final = VALUES | st.lists(VALUES, max_size=3) | st.dictionaries(KEYS, VALUES, max_size=3)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a workspace with a file of every kind and everything that they can contain."""
    root = tmp_path_factory.mktemp("damaged")
    words = (PACKAGE.parent / FILES["words"]).read_text("utf-8")
    files = {f"handouts/{TOPIC}/knee.svg": LOGO, FILES["words"]: words}
    made = write_bilingual_workspace(root, blocks=every_block(), files=files, editions=["standard"])
    write_translation(made)
    return made


def steps_of(tree: object, above: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Go through the path of every value below a tree."""
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, value in pairs:
        yield (*above, step)
        yield from steps_of(value, (*above, step))


def damage(tree: Any, data: st.DataObject) -> None:
    """Change a value of a tree, lose or double it, give its key another name, or put it below itself."""
    if not (paths := list(steps_of(tree))):
        return
    *above, last = paths[data.draw(st.integers(0, len(paths) - 1))]
    holder = tree
    for step in above:
        holder = holder[step]
    match data.draw(st.sampled_from(["change", "change", "change", "lose", "double", "rename", "wrap"])):
        case "change":
            holder[last] = data.draw(TREES)
        case "lose":
            del holder[last]
        case "double" if isinstance(holder, list):
            holder.append(holder[last])
        case "rename" if isinstance(holder, dict):
            holder[data.draw(ODD | st.text(max_size=8))] = holder.pop(last)
        case _:
            holder[last] = [{"a": holder[last]}]


def problems_of(workspace: Workspace, memory: ParseCache) -> list[Problem]:
    """Check a workspace as the command does; what did not change is remembered."""
    library = load_library(workspace, memory.parse)
    checked = check_dry(library)
    faults = [refusal.fault for refusal in checked.refusals if refusal.fault]
    assert not faults, faults
    found = run_rules(library, RuleOptions(as_of=date(2026, 11, 2)), whole=True)
    return [*library.problems, *checked.problems, *found]


@pytest.mark.parametrize("kind", FILES)
def test_a_damaged_file_is_reported(kind: str, workspace: Workspace) -> None:
    """Every problem has a place in a file that is there, and a line that any output may show."""
    path = workspace.root / FILES[kind]
    sound = path.read_text("utf-8")
    read = yaml.safe_load(sound)

    @settings(
        derandomize=True,
        max_examples=EXAMPLES.get(settings.get_current_profile_name(), EXAMPLES["default"]),
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(data=st.data())
    def check(data: st.DataObject) -> None:
        tree = deepcopy(read)
        for _ in range(data.draw(st.integers(1, 3))):
            damage(tree, data)
        text = yaml.dump(tree, Dumper=_Plain, sort_keys=False, allow_unicode=data.draw(st.booleans()))
        path.write_text(text, "utf-8", errors="replace")
        begun = time.process_time()
        problems = problems_of(workspace, memory)
        assert time.process_time() - begun < MOST_SECONDS
        for problem in problems:
            assert problem.code != "internal-fault", problem
            assert problem.place.file != "-", problem
            assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", str(problem)), problem

    memory = ParseCache()
    try:
        problems_of(workspace, memory)  # what is read once for all is no file's
        check()
    finally:
        path.write_text(sound, "utf-8")


class _Plain(yaml.SafeDumper):
    """Writes a value again where it is used twice: the loader refuses anchors and aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True
