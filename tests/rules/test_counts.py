"""Shares of people in prose: what is one, how large it is, and what only looks like one."""

import pytest

from leafwright.rules.counts import Bound, find_counts

SHARES = {
    "3 in 100 people": (0.03, 0.03, 100),
    "3 people in 100": (0.03, 0.03, 100),
    "3 out of every 100 women": (0.03, 0.03, 100),
    "one in ten men": (0.1, 0.1, 10),
    "nine out of ten": (0.9, 0.9, 10),
    "one in a hundred": (0.01, 0.01, 100),
    "1 in 1,000,000": (1e-6, 1e-6, 1_000_000),
    "1 in 2 million": (5e-7, 5e-7, 2_000_000),
    "one of every 4": (0.25, 0.25, 4),
    "1 to 2 in 100": (0.01, 0.02, 100),
    "between 1 and 2 in 100": (0.01, 0.02, 100),
    "1 in 50 to 100 people": (0.01, 0.02, 50),
    "4 in 2000 people": (0.002, 0.002, 2000),
    "5%": (0.05, 0.05, 100),
    "0.5 per cent": (0.005, 0.005, 100),
    "10 to 15%": (0.1, 0.15, 100),
    "10%-15%": (0.1, 0.15, 100),
    "between 5% and 10%": (0.05, 0.1, 100),
}
NO_SHARES = [
    "Take 2 in 24 hours.",
    "It was built in 2019. We saw 4 in 2020.",
    "Your pain may be 7 out of 10.",
    "Rate it from 0 to 10. A score of 4 out of 10 is fine.",
    "The skin is numbed with 1% lidocaine or 0.5% heavy bupivacaine.",
    "Rinse with 0.9% saline.",
    "Your HbA1c should be below 6.5%.",
    "Keep your oxygen saturation above 92%.",
    "Lose 5% of your body weight.",
    "The 95% confidence interval was wide.",
    "It is 3 in thick.",
    "Walk 3 in 5 minutes.",
    "Call 5 in 3 days.",
    "There are 2 in 1 box.",
    "It fell by 5 percentage points.",
]


@pytest.mark.parametrize("written", SHARES)
def test_a_share_is_read(written: str) -> None:
    """Each way of writing a share of people gives its least, its most and what it is out of."""
    (count,) = find_counts(f"About {written} feel sick.")

    least, most, total = SHARES[written]
    assert (count.least, count.most, count.total) == pytest.approx((least, most, total))
    assert count.written.startswith(written)


@pytest.mark.parametrize("text", NO_SHARES)
def test_what_only_looks_like_a_share_is_none(text: str) -> None:
    """Times, years, scores, strengths, results and sizes count no people."""
    assert find_counts(text) == ()


@pytest.mark.parametrize(
    ("before", "bound"),
    [
        ("fewer than", Bound.MOST),
        ("up to", Bound.MOST),
        ("no more than", Bound.MOST),
        ("<", Bound.MOST),
        ("more than", Bound.LEAST),
        ("at least", Bound.LEAST),
        ("about", Bound.NONE),
        ("by", Bound.NONE),
    ],
)
def test_a_share_may_be_a_bound(before: str, bound: Bound) -> None:
    """The words before a share say whether it is the most or the least there can be."""
    (count,) = find_counts(f"It affects {before} 1 in 100 people.")

    assert count.bound is bound


def test_a_difference_is_distinguished() -> None:
    """More people in 100 are no share of people, but a change of one."""
    (count,) = find_counts("Probably 24 more people in 100 had less pain.")

    assert (count.change, count.most) == (True, 0.24)


def test_a_strength_ends_with_its_sentence() -> None:
    """Sugar in one sentence says nothing of a percentage in the next one."""
    (count,) = find_counts("Eat less sugar. About 5% of people have this.")

    assert count.written == "5%"


def test_shares_come_in_reading_order() -> None:
    """Percentages and numbers of people are reported as they are read."""
    counts = find_counts("It is 5%, or 1 in 20, and 2% in men.")

    assert [count.written for count in counts] == ["5%", "1 in 20", "2%"]
