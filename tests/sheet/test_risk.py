"""A risk: one record, and everything printed of it agrees."""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leafwright.blocks.context import BlockContext
from leafwright.blocks.difference import Difference
from leafwright.blocks.icon_array import COLUMNS, Band, lay_bands, trace_figures
from leafwright.blocks.risk import Comparator, Risk, RiskView
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


@pytest.mark.parametrize("of", COLUMNS)
def test_bands_cover_each_figure_once_for_every_number(of: int) -> None:
    """From none to all, each figure is drawn once, and the first ones are filled, as many as were counted."""
    columns = COLUMNS[of]
    for n in range(of + 1):
        drawn = {(x, y): band.affected for band in lay_bands(n, of) for x, y in _cells(band)}

        assert sum(band.width * band.height for band in lay_bands(n, of)) == of
        assert set(drawn) == set(product(range(columns), range(of // columns)))
        assert [drawn[index % columns, index // columns] for index in range(of)] == [True] * n + [False] * (
            of - n
        )


@pytest.mark.parametrize(("of", "strokes"), [(100, 2), (1000, 1)])
def test_every_figure_is_drawn(words: dict[str, Words], of: int, strokes: int) -> None:
    """The path has a head and shoulders for each of a hundred people, a dot for each of a thousand."""
    for n in (0, 1, of // 3, of - 1, of):
        (array,) = _shown(_risk(n, of), words["en-GB"]).arrays

        drawn = [trace_figures(array, affected=affected).count("M") for affected in (True, False)]
        assert drawn == [strokes * n, strokes * (of - n)]


def test_figures_stay_within_their_array(words: dict[str, Words]) -> None:
    """A figure starts inside the grid, whatever its row."""
    (array,) = _shown(_risk(512), words["en-GB"]).arrays
    starts = [part.partition("a")[0].split() for part in trace_figures(array, affected=True).split("M")[1:]]

    assert all(0 <= float(x) <= array.columns and 0 <= float(y) <= array.rows for x, y in starts)


def test_both_halves_are_said(words: dict[str, Words]) -> None:
    """The sentence says how many it happened to, and how many not, in digits the language groups."""
    (statement,) = _shown(_risk(), words["en-GB"]).statements

    assert _plain(statement) == "12 in 1,000 people who rested fell over. 988 in 1,000 did not."


@given(n=st.integers(0, 100))
def test_words_and_picture_say_the_same(words: dict[str, Words], n: int) -> None:
    """Sentence, caption, alt text and bands are derived from the one number."""
    seen = _shown(_risk(n, 100), words["en-GB"])
    (array,) = seen.arrays

    filled = sum(band.width * band.height for band in array.bands if band.affected)
    assert filled == array.n == n
    assert _plain(array.caption) == f"{n} in 100"
    assert _plain(array.alt) == f"100 figures, {n} of them filled in. {n} in 100 people who rested fell over."
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
    assert [_plain(array.alt).partition(":")[0] for array in seen.arrays] == ["Steroid", "Salt water"]


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
    assert [_plain(line.label) for line in seen.facts] == [
        "What the numbers mean",
        "When",
        "How sure we are",
        "Source",
    ]


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


def _cells(band: Band) -> Iterable[tuple[int, int]]:
    return product(range(band.x, band.x + band.width), range(band.y, band.y + band.height))
