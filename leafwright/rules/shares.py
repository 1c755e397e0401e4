"""Compare shares of people, each as exact as it is written."""

from typing import Final

from leafwright.blocks.denominator import ROUND, common_total
from leafwright.rules.counts import Bound, Count

_CLOSE: Final = 0.18
_FEW: Final = 20


def both_of(n: int, of: int) -> tuple[Count, Count]:
    """Return the share of people affected, and the share of people not affected."""
    return counted(n, of), counted(of - n, of)


def counted(n: int, of: int) -> Count:
    """Return `n` people in `of` as a share."""
    return Count(written=f"{n:,} in {of:,}", start=0, end=0, least=n / of, most=n / of, total=of)


def agree(first: Count, second: Count) -> bool:
    """Return whether two shares can be the same, each as exact as it is written."""
    bounds = {first.bound, second.bound}
    if len(bounds) == 1:
        return _is_close(first, second)
    if Bound.NONE not in bounds:
        return True
    bound, exact = (first, second) if second.bound is Bound.NONE else (second, first)
    if bound.bound is Bound.MOST:
        return exact.least <= bound.most * (1 + _CLOSE)
    return exact.most * (1 + _CLOSE) >= bound.least


def repeats(count: Count, share: Count) -> bool:
    """Return whether a number repeats that of a group; out of the same total it must be exact."""
    exact = count.bound is Bound.NONE and not count.percent and count.total == share.total
    return abs(count.most - share.most) * share.total < 1 if exact else agree(count, share)


def _is_close(first: Count, second: Count) -> bool:
    (low, high), (other_low, other_high) = _rounded(first), _rounded(second)
    if low < other_high and other_low < high:
        return True
    apart = max(first.least - second.most, second.least - first.most)
    return apart <= _CLOSE * max(first.most, second.most)


def _rounded(count: Count) -> tuple[float, float]:
    """Return the range of shares that are rounded to this one."""
    if count.percent:
        _, point, decimals = count.written.rstrip(" %percnt").partition(".")
        half = 0.005 / 10 ** (len(decimals) if point else 0)
    else:
        half = 0.5 / count.total if count.total <= _FEW else 0.0
    if not count.percent and round(count.most * count.total) == 1 and count.total <= _FEW:
        return 1 / (count.total + 0.5), 1 / (count.total - 0.5)
    return count.least - half, count.most + half


def offer_total(first: int, other: int) -> str:
    """Offer the total out of which two numbers of people can be compared."""
    total = common_total([(1, first), (1, other)])
    if total in ROUND:
        return f"give all of them out of the same number: {total:,}"
    return "give all of them out of the same number, such as 100 or 1,000, rounded to whole people"
