"""What the fields of a block count is compared with the sentences and the other blocks of a handout."""

from pathlib import Path
from typing import Any, Final

import pytest

from leafwright.library import load_library
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content
from tests.rules.examples import AS_OF
from tests.rules.pairs import reference
from tests.workspaces import write_workspace

Block = dict[str, Any]

EVENT: Final = "have a normal result"
SAYS: Final = {"kind": "paragraphs", "id": "said"}


def _tree(n: int = 820, of: int = 1000, **changes: Any) -> Block:
    then = [{"n": n, "text": EVENT}, {"n": of - n, "text": "need a second scan"}]
    root = {"n": of, "text": "people come [@elm1999]", "then": then}
    return {"kind": "tree", "id": "tree", "of": of, "root": root} | changes


def _facts(n: int, of: int, source: str = "elm1999", **changes: Any) -> Block:
    row = {"event": EVENT, "n": [n], "certainty": "low", "source": [source]}
    about = {"people": "People who come", "time-frame": "after the scan", "groups": ["How many"]}
    return {"kind": "facts", "id": "facts", "of": of, "rows": [row], **about} | changes


def _bands(n: int, of: int) -> Block:
    row = {"event": EVENT, "n": n, "meaning": "You are well.", "certainty": "low", "source": ["elm1999"]}
    return {"kind": "risk-bands", "id": "bands", "of": of, "rows": [row]}


def _risk(n: int, of: int, **changes: Any) -> Block:
    about = {"heading": "The result", "people": "people who come", "time-frame": "after the scan"}
    counted = {"event": EVENT, "otherwise": "do not", "n": n, "of": of, "picture": False}
    return {
        "kind": "risk",
        "id": "risk",
        "certainty": "low",
        "source": ["elm1999"],
        **about,
        **counted,
    } | changes


def _found(root: Path, *blocks: Block, rule: str = "numbers-disagree") -> list[str]:
    known = [reference("elm1999"), reference("oak2001")]
    library = load_library(write_workspace(root, blocks=list(blocks), references=known))
    assert not library.problems, "\n".join(map(str, library.problems))
    (file,) = library.handouts
    return [
        problem.message for problem in run_content(library, file, RuleOptions(as_of=AS_OF, rules=(rule,)))
    ]


@pytest.mark.parametrize("block", [_tree(), _facts(820, 1000), _bands(820, 1000), _risk(820, 1000)])
def test_a_sentence_is_compared_with_the_numbers_of_every_block(block: Block, tmp_path: Path) -> None:
    """Another number is reported; the same share, the people who are left and another outcome are not."""
    right = (
        "82 in 100 people have a normal result.\n\n820 in 1,000 have a normal result.\n\n"
        "18 in 100 do not have a normal result.\n\n5 in 100 have a sore arm."
    )
    wrong = f"28 in 100 people {EVENT}."

    assert _found(tmp_path / "right", SAYS | {"text": right}, block) == []
    assert _found(tmp_path / "wrong", SAYS | {"text": wrong}, block) == [
        f"'28 in 100 people' is not the 820 in 1,000 of '{block['id']}'"
    ]


@pytest.mark.parametrize("other", [_facts(28, 100), _bands(28, 100), _risk(28, 100)])
def test_two_blocks_with_two_numbers_for_one_event_are_reported(other: Block, tmp_path: Path) -> None:
    """One of the two is wrong."""
    assert _found(tmp_path, _tree(), other) == ["'28 in 100' is not the 820 in 1,000 of 'tree'"]


@pytest.mark.parametrize("other", [_facts(82, 100), _bands(82, 100), _risk(82, 100)])
def test_two_blocks_agree_in_any_total(other: Block, tmp_path: Path) -> None:
    """820 in 1,000 are 82 in 100."""
    assert _found(tmp_path, _tree(), other) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"source": ["oak2001"]},
        {"people": "children under 5"},
        {"time-frame": "after 6 months"},
        {"event": "have a normal result in both eyes"},
    ],
)
def test_blocks_about_something_else_may_differ(changes: Block, tmp_path: Path) -> None:
    """Another study, other people, another time or another event have numbers of their own."""
    assert _found(tmp_path, _facts(82, 100), _risk(28, 100, **changes)) == []


def test_the_groups_of_a_tree_may_be_counted_in_the_group_above(tmp_path: Path) -> None:
    """A part of a group is a share of everyone too; the same outcome in two groups is also their sum."""
    ill = [{"n": 8, "text": "have the illness"}, {"n": 32, "text": "are well after all"}]
    well = [{"n": 2, "text": "have the illness"}, {"n": 958, "text": "are well"}]
    then = [{"n": 40, "text": "are called back", "then": ill}, {"n": 960, "text": "go home", "then": well}]
    tree = _tree(root={"n": 1000, "text": "people come [@elm1999]", "then": then})
    right = "Of those called back, 8 in 40 have the illness. In all, 10 in 1,000 have the illness."

    assert _found(tmp_path / "right", SAYS | {"text": right}, tree) == []
    assert len(_found(tmp_path / "wrong", SAYS | {"text": "50 in 100 people have the illness."}, tree)) == 1


def test_one_word_is_too_little_to_tell_an_event(tmp_path: Path) -> None:
    """A name like Pain is in sentences about other things; alone with a number it is the event."""
    bands = _bands(20, 100)
    bands["rows"][0]["event"] = "Pain"
    other, same = "The tablets stop the pain in 60 in 100 people.", "60 in 100 people have pain."

    assert _found(tmp_path / "other", SAYS | {"text": other}, bands) == []
    message = "'60 in 100 people' is not the 20 in 100 of 'bands'"
    assert _found(tmp_path / "same", SAYS | {"text": same}, bands) == [message]


def test_a_tree_names_its_source_once(tmp_path: Path) -> None:
    """A citation in any of its groups counts for all numbers, and none is reported at the total."""
    then = [{"n": 820, "text": EVENT}, {"n": 180, "text": "need a scan, 18 in 100 people"}]
    cited, bare = (
        _tree(root={"n": 1000, "text": text, "then": then}) for text in ("come [@elm1999]", "come")
    )

    assert _found(tmp_path / "cited", cited, rule="number-without-source") == []
    assert "'a tree of 1,000' has no source" in _found(tmp_path / "bare", bare, rule="number-without-source")
