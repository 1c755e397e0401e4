"""The parts of a handout: what each is called, its texts by path, and the fingerprint that outlives them."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.model.translation import TranslatedPart, Translation
from leafwright.source import parse_source
from leafwright.translation import apply, called, compare, parts_of
from leafwright.translation.former import former_paths
from leafwright.translation.parts import fingerprint_of, fingerprint_of_part, on_one_line
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
            "made-from": part.made_from,
            "words": {path: text.upper() for path, text in part.sources.items()},
        }
        for name, part in parts_of(handout).items()
    }
    return {"language": "es", "translator": {"en": "Nobody", "es": "Nadie"}, "parts": parts}


def handout_of_items(items: Sequence[str]) -> dict[str, Any]:
    """Write a handout with one list."""
    section = {
        "id": "part",
        "heading": "Your knee",
        "blocks": [{"kind": "list", "id": "take", "items": [*items]}],
    }
    return {**HANDOUT, "variants": VARIANTS, "sections": [section]}


def test_fingerprints_stay_what_they_are() -> None:
    """Translations keep them for years: others for the same words would make all of them old."""
    assert fingerprint_of("text", "Rest it.") == "bofaihbd"
    assert fingerprint_of("text", "Café — ½") == "pmojplok"
    assert fingerprint_of("items.1", "a") != fingerprint_of("items.2", "a")
    assert fingerprint_of_part({"text": "Rest it."}) == "802a66956b71"
    assert fingerprint_of_part({"text": "Café — ½"}) == "483400448af0"


def test_a_part_is_the_source_of_words_made_from_its_texts(handout: Handout) -> None:
    """By the fingerprints of its texts in any order, or by the one that earlier releases wrote."""
    part = parts_of(handout)["take"]
    first, second = part.made_from.split()

    assert part.is_source_of(f"{first} {second}")
    assert part.is_source_of(f"{second} {first}")
    assert part.is_source_of(fingerprint_of_part(part.sources))
    assert not part.is_source_of(first)
    assert not part.is_source_of(f"{first} {second} {first[::-1]}")
    assert not part.is_source_of(fingerprint_of_part({"items.1": "A coat"}))


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
    ("before", "now", "paths"),
    [
        ("ab", "ab", {1: 1, 2: 2}),
        ("ab", "axb", {1: 1, 3: 2}),
        ("abcd", "dxca", {1: 4, 3: 3, 4: 1}),
        ("aab", "abxa", {1: 1, 2: 3, 4: 2}),
        ("ab", "cd", {}),
    ],
)
def test_a_text_is_traced_to_where_it_was(before: str, now: str, paths: dict[int, int]) -> None:
    """At its own path if it is still there, otherwise at one that no other text has."""
    old = parts_of(read(Handout, handout_of_items(before)))["take"]
    words = {"made-from": old.made_from, "words": old.sources}
    part = parts_of(read(Handout, handout_of_items(now)))["take"]
    came = former_paths(part, read(TranslatedPart, words))

    assert came == {f"items.{to}": f"items.{at}" for to, at in paths.items()}


def test_one_fingerprint_of_a_part_tells_all_or_nothing(handout: Handout) -> None:
    """If any text was changed, nobody knows which."""
    part = parts_of(handout)["take"]
    same, other = (
        read(TranslatedPart, {"made-from": fingerprint_of_part(texts), "words": part.sources})
        for texts in (part.sources, {**part.sources, "items.2": "A book of yours"})
    )

    assert former_paths(part, same) == {"items.1": "items.1", "items.2": "items.2"}
    assert former_paths(part, other) == {}
