"""A risk: one record, and everything printed of it agrees."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.blocks.context import BlockContext
from leafwright.blocks.difference import Difference
from leafwright.blocks.icon_array import BLOCK, GRIDS, IconArray, Stroke, draw_figures, lay_runs
from leafwright.blocks.risk import Comparator, Risk, RiskView
from leafwright.library import Library
from leafwright.model.clinic import Clinic
from leafwright.model.words import Words
from leafwright.phrasing.spacing import NO_BREAK
from leafwright.phrasing.spelling import Speller
from leafwright.sheet import Sheet
from leafwright.text import Text, parse_text, phrase
from tests.workspaces import CLINIC_FILE

Maker = Callable[..., Sheet]


def _risk(n: int = 12, of: int = 1000, **changes: Any) -> Risk:
    fields: dict[str, Any] = {
        "kind": "risk",
        "id": "falls",
        "heading": phrase("Falls"),
        "people": phrase("people who rested"),
        "event": phrase("fell over"),
        "otherwise": phrase("did not"),
        "n": n,
        "of": of,
        "time_frame": phrase("in a year"),
        "certainty": "low",
        "source": ("elm1999",),
    }
    return Risk(**fields | changes)


def _shown(block: Risk | Difference, words: Words) -> Any:
    clinic = Clinic.model_validate(CLINIC_FILE)
    context = BlockContext(
        topic="knees", clinic=clinic, clinic_file="clinic.yaml", words=words, speller=Speller(words)
    )
    return block.view(context)


def _plain(text: Text | None) -> str:
    return "" if text is None else text.plain.replace(NO_BREAK, " ")


def _spoken(library: Library, language: str) -> Words:
    """Return the phrases of a language, or of a country that speaks it."""
    return next(words for tag, words in library.words.items() if tag.partition("-")[0] == language)


def _dashes(stroke: Stroke) -> list[float]:
    """Return the middle of each dash of a stroke, from the leading end of its lines."""
    length, gap = (float(part) for part in stroke.dashes.split())
    middles = []
    for line in stroke.path.split("M")[1:]:
        start, _, across = line.partition("h")
        count = round((float(across) + gap) / (length + gap), 2)
        assert count == int(count), "a line ends with a whole dash"
        middles += [
            float(start.split()[0]) + number * (length + gap) + length / 2 for number in range(int(count))
        ]
    return middles


def _drawn(array: IconArray) -> set[tuple[int, int]]:
    """Return how many figures are filled and how many are not, as each kind of stroke draws them."""
    strokes = len(GRIDS[array.of].figure)
    filled = [len(_dashes(stroke)) for stroke in array.strokes if stroke.filled]
    others = [len(_dashes(stroke)) for stroke in array.strokes if not stroke.filled]
    return set(zip(filled or [0] * strokes, others or [0] * strokes, strict=True))


@pytest.mark.parametrize("of", GRIDS)
def test_runs_cover_each_figure_once_for_every_number(of: int) -> None:
    """From none to all, each figure is drawn once, and the first ones are filled, as many as were counted."""
    for n in range(of + 1):
        drawn = [(run.first + number, run.filled) for run in lay_runs(n, of) for number in range(run.count)]

        assert drawn == [(figure, figure < n) for figure in range(of)]


@pytest.mark.parametrize("of", GRIDS)
def test_every_figure_is_drawn(words: dict[str, Words], of: int) -> None:
    """Each stroke of a figure has a dash for each person that the sentence counts, filled or not."""
    for n in (0, 1, 9, 10, of // 3, of - 1, of):
        (array,) = _shown(_risk(n, of), words["en-GB"]).arrays

        assert _drawn(array) == {(n, of - n)}


@pytest.mark.parametrize("of", GRIDS)
def test_no_two_figures_have_the_same_place(of: int) -> None:
    """All corners differ, and lie within the picture."""
    grid = GRIDS[of]
    places = {grid.place(figure) for figure in range(of)}

    assert len(places) == of
    assert max(x for x, _ in places) + grid.pitch[0] == pytest.approx(grid.size[0])
    assert max(y for _, y in places) + grid.pitch[1] == pytest.approx(grid.size[1])


def test_a_thousand_is_ten_blocks_of_a_hundred() -> None:
    """The first hundred fill the first block, the next one the block beside it; the sixth begins below."""
    grid = GRIDS[1000]
    width = grid.pitch[0] * 10 + grid.gaps[0]

    assert [grid.place(block * BLOCK)[0] for block in range(5)] == pytest.approx(
        [width * block for block in range(5)]
    )
    assert grid.place(5 * BLOCK) == pytest.approx((0, grid.pitch[1] * 10 + grid.gaps[1]))


def test_blocks_in_a_row_have_the_same_figures(words: dict[str, Words]) -> None:
    """Across two languages all ten blocks are beside each other, and as many figures are filled."""
    (array,) = _shown(_risk(26), words["en-GB"]).arrays

    assert _drawn(array.in_a_row) == {(26, 974)}
    assert array.in_a_row.grid.size[1] == pytest.approx(10 * array.grid.pitch[1])


def test_figures_fill_from_the_side_on_which_lines_begin() -> None:
    """On a right-to-left page the picture is mirrored, and has as many figures."""
    ((ltr,), (rtl,)) = (
        [stroke for stroke in draw_figures(26, 1000, GRIDS[1000], mirrored=mirrored) if stroke.filled]
        for mirrored in (False, True)
    )
    width = GRIDS[1000].size[0]

    assert sorted(_dashes(ltr)) == pytest.approx(sorted(width - middle for middle in _dashes(rtl)), abs=0.01)


def test_both_halves_are_said(words: dict[str, Words]) -> None:
    """The sentence says how many it happened to, and how many not, in digits the language groups."""
    (statement,) = _shown(_risk(), words["en-GB"]).statements

    assert _plain(statement) == "12 in 1,000 people who rested fell over. 988 in 1,000 did not."


@given(n=st.integers(0, 100))
def test_words_and_picture_say_the_same(words: dict[str, Words], n: int) -> None:
    """Sentence, number and figures are derived from the one number."""
    seen = _shown(_risk(n, 100), words["en-GB"])
    (array,) = seen.arrays

    assert _drawn(array) == {(n, 100 - n)}
    assert (array.caption.before, _plain(array.caption.number)) == (None, str(n))
    assert _plain(array.caption.after) == "in 100"
    assert _plain(seen.statements[0]) == f"{n} in 100 people who rested fell over. {100 - n} in 100 did not."
    assert (_plain(seen.affected), _plain(seen.spared)) == ("fell over", "did not")


def test_a_comparator_is_said_and_drawn_like_the_group(words: dict[str, Words]) -> None:
    """Two groups have two sentences and two arrays of the same size, each with its name."""
    comparator = Comparator(group=phrase("Salt water"), n=33)
    risk = _risk(42, 100, group=phrase("Steroid"), comparator=comparator)

    seen = _shown(risk, words["en-GB"])

    assert [_plain(text) for text in seen.statements] == [
        "Steroid: 42 in 100 people who rested fell over. 58 in 100 did not.",
        "Salt water: 33 in 100 people who rested fell over. 67 in 100 did not.",
    ]
    assert [(array.id, array.n, array.of, _plain(array.group)) for array in seen.arrays] == [
        ("falls-array-1", 42, 100, "Steroid"),
        ("falls-array-2", 33, 100, "Salt water"),
    ]


def test_each_number_of_a_comparison_is_said_with_its_own_group(examples: Library) -> None:
    """In each risk of the examples and each language, a sentence names the group of its number, and no other.

    A reader who sees one number alone must not take that of salt water for that of the injection.
    """
    compared = 0
    for file in examples.handouts:
        blocks = (block for section in file.handout.sections for block in section.blocks)
        for risk in (block for block in blocks if isinstance(block, Risk) and block.comparator):
            groups = [_plain(risk.group), _plain(risk.comparator.group if risk.comparator else None)]
            said = [_plain(text) for text in risk.statements(_spoken(examples, file.language))]

            assert [text.partition(":")[0].strip() for text in said] == groups
            assert groups[0] not in said[1]
            assert groups[1] not in said[0]
            compared += 1
    assert compared


@pytest.mark.parametrize(("of", "said"), [(100, ""), (1000, "Each block is 100 people.")])
def test_a_thousand_says_what_a_block_is(words: dict[str, Words], of: int, said: str) -> None:
    """The key says how many people a block is, where there are several blocks."""
    assert _plain(_shown(_risk(12, of), words["en-GB"]).blocks) == said


def test_the_number_is_apart_from_the_words_in_every_language(words: dict[str, Words]) -> None:
    """Urdu says of how many first; the number is found even where it is a part of the other one."""
    (array,) = _shown(_risk(1, 1000), words["ur"]).arrays

    assert _plain(array.caption.before).startswith("ہر 1,000")
    assert (_plain(array.caption.number), array.caption.after) == ("1", None)


@pytest.mark.parametrize("of", [10, 10_000])
def test_a_risk_without_picture_has_no_array(words: dict[str, Words], of: int) -> None:
    """What cannot be drawn is said, and has no key to a picture."""
    seen = _shown(_risk(3, of, picture=False), words["en-GB"])

    assert (seen.arrays, seen.affected, seen.spared) == ((), None, None)
    assert _plain(seen.statements[0]).startswith("3 in 10")


def test_a_mean_difference_is_never_drawn(words: dict[str, Words]) -> None:
    """A difference between averages counts no people, so it has words and the meaning of its scale only."""
    difference = Difference(
        kind="difference",
        id="pain",
        heading=phrase("Pain"),
        finding=parse_text("Pain fell by **2 points**."),
        scale=phrase("0 is none and 10 is the worst."),
        time_frame=phrase("after 1 month"),
        certainty="moderate",
        source=("elm1999",),
    )

    seen = _shown(difference, words["en-GB"])

    assert not hasattr(seen, "arrays")
    assert seen.finding == difference.finding
    assert _plain(seen.scale.label) == "What the numbers mean"
    assert [_plain(line.label) for line in seen.facts] == ["When", "How sure we are"]
    assert seen.facts[1].text.keys == ("elm1999",)


def test_certainty_is_said_in_words(words: dict[str, Words]) -> None:
    """How sure we are is a sentence of the language, one for each level."""
    levels = ("high", "moderate", "low", "very-low")
    told = [_shown(_risk(certainty=level), words["en-GB"]).facts[1].text for level in levels]

    assert len({_plain(text) for text in told}) == 4
    assert _plain(told[-1]) == "We do not know if this is right."


def test_markup_in_what_is_counted_is_words(make: Maker) -> None:
    """A star that an author escaped stays a star in the sentence made of it."""
    block = {"kind": "risk", "id": "falls", "heading": "Falls", "people": r"people \*with\* <3 knees"} | {
        "event": "fell",
        "otherwise": "did not",
        "n": "3",
        "of": "100",
        "time-frame": "in a year",
        "certainty": "high",
        "source": ["elm1999"],
    }

    (seen,) = make(blocks=[block]).sections[0].blocks

    assert isinstance(seen, RiskView)
    assert _plain(seen.statements[0]) == "3 in 100 people *with* <3 knees fell. 97 in 100 did not."
