"""The parts of a handout: what each is called, its texts by path, and the fingerprint that outlives them."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.model.translation import Translation
from leafwright.source import parse_source
from leafwright.translation import apply, called, compare, parts_of
from leafwright.translation.former import find_former, where_from
from leafwright.translation.parts import fingerprint_of, on_one_line
from tests.workspaces import HANDOUT

VARIANTS = {
    "leaflet": {"sections": ["part"]},
    "aftercare": {"title": "After your visit", "summary": "What to do at home.", "sections": ["part"]},
}
BLOCKS = [
    {"kind": "paragraphs", "id": "rest", "text": "Rest it.\n\nCool **it**."},
    {"kind": "list", "id": "take", "items": ["A coat", "A book"]},
]


def read(model: type[Any], content: dict[str, Any]) -> Any:
    """Read a file with some content."""
    return decode(model, parse_source(yaml.safe_dump(content, sort_keys=False), "a.yaml"))


@pytest.fixture
def handout() -> Handout:
    """Read a handout with an aftercare sheet that has a title of its own."""
    section = {"id": "part", "heading": "Your knee", "blocks": BLOCKS}
    made: Handout = read(Handout, {**HANDOUT, "variants": VARIANTS, "sections": [section]})
    return made


def translation_of(handout: Handout) -> dict[str, Any]:
    """Translate every text by writing it in capitals."""
    parts = {
        name: {
            "made-from": part.fingerprint,
            "words": {path: text.upper() for path, text in part.sources.items()},
        }
        for name, part in parts_of(handout).items()
    }
    return {"language": "es", "translator": {"en": "Nobody", "es": "Nadie"}, "parts": parts}


def a_list(words: Sequence[str]) -> dict[str, str]:
    """Give the items of a list their paths."""
    return {f"items.{number}": word for number, word in enumerate(words, start=1)}


def test_a_fingerprint_stays_what_it_is() -> None:
    """Translations keep it for years: another for the same words would make all of them old."""
    assert fingerprint_of({"text": "Rest it."}) == "802a66956b71"
    assert fingerprint_of({"text": "Café — ½"}) == "483400448af0"
    assert fingerprint_of({"items.1": "a", "items.2": "b"}) != fingerprint_of(
        {"items.2": "b", "items.1": "a"}
    )


def test_a_handout_has_its_parts_in_the_order_of_its_file(handout: Handout) -> None:
    """The opening, that of a variant which has words of its own, then each section and its blocks."""
    parts = parts_of(handout)

    assert list(parts) == ["opening", "opening.aftercare", "part", "rest", "take"]
    assert parts["opening.aftercare"].sources == {
        "title": "After your visit",
        "summary": "What to do at home.",
    }
    assert parts["part"].sources == {"heading": "Your knee"}
    assert parts["rest"].sources == {"text.1": "Rest it.", "text.2": "Cool **it**."}
    assert parts["take"].sources == {"items.1": "A coat", "items.2": "A book"}


def test_a_translation_is_put_in_the_place_of_every_text(handout: Handout) -> None:
    """The title that a variant has of its own is translated, and one without words of its own has none."""
    translation: Translation = read(Translation, translation_of(handout))
    made = apply(handout, translation)

    assert made.variants["aftercare"].title is not None
    assert made.variants["aftercare"].title.plain == "AFTER YOUR VISIT"
    assert made.variants["aftercare"].sections == handout.variants["aftercare"].sections
    assert made.variants["leaflet"] == handout.variants["leaflet"]
    assert made.sections[0].heading.plain == "YOUR KNEE"
    assert compare(handout, translation).current


def test_a_part_that_lacks_words_or_is_older_is_reported(handout: Handout) -> None:
    """What has no words is missing, what was made from other words is stale; neither is whole and current."""
    content = translation_of(handout)
    content["parts"]["rest"]["made-from"] = "0" * 12
    del content["parts"]["take"]["words"]["items.2"]
    content["parts"]["part"]["words"]["text"] = "NOTHING"
    content["parts"]["gone"] = {"made-from": "0" * 12, "words": {"text": "GONE"}}
    state = compare(handout, read(Translation, content))

    assert (state.missing, state.stale, state.older) == (("take",), ("rest",), ("rest",))
    assert state.left_over == ("part: text", "gone")
    assert (state.whole, state.current) == (False, False)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("rest", "'rest'"),
        ("opening", "'opening' (title and summary)"),
        ("opening.aftercare", "'opening.aftercare' (title and summary of the aftercare)"),
    ],
)
def test_a_part_is_called_so_that_an_author_finds_it(name: str, told: str) -> None:
    """The opening has no key in the handout."""
    assert called(name) == told


def test_where_lines_end_is_undone() -> None:
    """A no-break space stays what it is."""
    assert on_one_line(" Take\n  5\u00a0mg\t at \r\nnight. ") == "Take 5\u00a0mg at night."


@pytest.mark.parametrize(
    "former",
    [
        ["b", "c", "d"],
        ["a", "c", "d"],
        ["b"],
        ["b", "a", "c", "d"],
        ["d", "a", "b", "c"],
        ["b", "c", "d", "a"],
    ],
)
def test_a_list_is_found_as_it_was(former: list[str]) -> None:
    """With up to three items more, or with one of them in another place."""
    texts = {"lead": "Take:", **a_list("abcd"), "end": "Go."}
    before = {"lead": "Take:", **a_list(former), "end": "Go."}

    assert find_former(texts, {}, fingerprint_of(before)) == before


def test_a_list_that_was_changed_too_much_is_not_found() -> None:
    """Four new items, two that were moved, or another word."""
    for former in ("a", "dbcae", "abcdx"):
        assert find_former(a_list("abcde"), {}, fingerprint_of(a_list(former))) is None


@pytest.mark.parametrize(("count", "found"), [(24, True), (25, False)])
def test_long_lists_are_not_searched(count: int, *, found: bool) -> None:
    """There would be thousands of lists to try."""
    words = [f"word {number}" for number in range(count)]
    former = a_list(words[1:])

    assert find_former(a_list(words), {}, fingerprint_of(former)) == (former if found else None)


def test_words_that_were_noted_are_tried_first() -> None:
    """All of them, or some beside the texts of now."""
    texts, noted = {"lead": "A", "text": "B"}, {"text": "C"}

    assert find_former(texts, noted, fingerprint_of(texts)) == texts
    assert find_former(texts, noted, fingerprint_of(noted)) == noted
    assert find_former(texts, noted, fingerprint_of({"lead": "A", "text": "C"})) == {"lead": "A", "text": "C"}


def test_a_text_is_traced_to_where_it_was() -> None:
    """At its own path if it is still there, otherwise at the first free one."""
    came = where_from(a_list("abxa"), a_list("aab"))

    assert came == {"items.1": "items.1", "items.2": "items.3", "items.4": "items.2"}
