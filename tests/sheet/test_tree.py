"""A tree of people: its groups add up, and it is read and drawn as a nested list."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leafwright.blocks.tree import BranchView, TreeView
from leafwright.library import load_library
from leafwright.sheet import Sheet
from tests.workspaces import line_of, write_workspace

Maker = Callable[..., Sheet]


def branch(n: int, *then: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Write a group of people, and what it becomes."""
    return {"n": n, "text": f"Group {n}", **({"then": list(then)} if then else {}), **changes}


def tree(root: dict[str, Any], of: int = 1000) -> dict[str, Any]:
    """Write a tree."""
    return {"kind": "tree", "id": "scan", "of": of, "root": root}


WHOLE = tree(
    branch(
        1000,
        branch(220),
        branch(780, branch(760), branch(20, branch(16), branch(4, main="true"), main="true"), main="true"),
    )
)
DEEP = branch(8, branch(1), branch(7, branch(1), branch(6, branch(1), branch(5, branch(1), branch(4)))))
UP = "check them: everyone is in one of the two"


def _outline(group: BranchView) -> str:
    below = ", ".join(_outline(part) for part in group.then)
    return f"{group.n.plain}{'!' if group.is_main else ''}" + (f" ({below})" if below else "")


def test_a_group_knows_what_it_becomes_and_how_wide_it_is(make: Maker) -> None:
    """Numbers are written as the language groups them; a group is as wide as all that end below it."""
    (block,) = make(blocks=[WHOLE]).sections[0].blocks

    assert isinstance(block, TreeView)
    assert _outline(block.root) == "1,000 (220, 780! (760, 20! (16, 4!)))"
    assert (block.root.ends, block.root.then[1].ends, block.root.then[0].ends) == (4, 3, 1)


@pytest.mark.parametrize(
    ("block", "at", "told"),
    [
        (
            tree(branch(1000, branch(220), branch(700))),
            " then:",
            f"uneven-branches: 220 and 700 make 920, and the group has 1000; {UP}",
        ),
        (
            tree(branch(100, branch(20), branch(80))),
            " n: 100",
            "uneven-branches: the tree begins with 100 people, and `of` is 1000; write the same number",
        ),
        (
            tree(branch(1000, branch(1, main="true"), branch(999, main="true"))),
            " then:",
            "two-main-branches: both groups are the main one; keep one `main`",
        ),
        (
            tree(branch(1000, branch(1000))),
            " then:",
            "too-few: 'then' has 1 entry; write at least 2",
        ),
        (
            tree(DEEP, of=8),
            " root:",
            "deep-tree: the tree has 5 levels; write at most 4, or two trees",
        ),
    ],
    ids=["less than all", "not of all", "two main ones", "one group", "five levels"],
)
def test_a_tree_that_does_not_add_up_is_reported_at_its_group(
    block: dict[str, Any], at: str, told: str, tmp_path: Path
) -> None:
    """The message has both numbers."""
    workspace = write_workspace(tmp_path, blocks=[block])

    (problem,) = load_library(workspace).problems

    assert str(problem).partition(" ")[2] == told
    assert line_of(workspace, at) <= problem.place.line <= line_of(workspace, at) + 1
