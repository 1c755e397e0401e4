"""Signs that are written in several ways are brought into the form that fonts have, and counted in it."""

import pytest

from leafwright.source import composed
from leafwright.source.composing import count_letters, letters_of


@pytest.mark.parametrize(
    "sign", "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)
def test_every_width_of_blank_is_a_plain_space(sign: str) -> None:
    """A line may end at it."""
    assert composed(f"5{sign}mg") == "5 mg"


@pytest.mark.parametrize("sign", "\u2007\u202f\u00a0")
def test_a_blank_that_keeps_a_line_whole_goes_on_doing_so(sign: str) -> None:
    """A figure space and a narrow one are the no-break space that every font has."""
    assert composed(f"5{sign}mg") == "5\u00a0mg"


@pytest.mark.parametrize("sign", "\u200b\u2060\ufeff")
def test_a_sign_without_width_is_left_out(sign: str) -> None:
    """It comes with text that was copied."""
    assert composed(f"rest{sign}ing") == "resting"
    assert letters_of(sign) == 0


@pytest.mark.parametrize(
    ("joined", "letters"),
    [
        ("\ufb00", "ff"),
        ("\ufb01", "fi"),
        ("\ufb02", "fl"),
        ("\ufb03", "ffi"),
        ("\ufb04", "ffl"),
        ("\ufb05", "st"),
        ("\ufb06", "st"),
    ],
)
def test_joined_letters_are_written_one_by_one(joined: str, letters: str) -> None:
    """Fonts that have them join them anyway."""
    assert composed(f"o{joined}e") == f"o{letters}e"
    assert letters_of(joined) == len(letters)


@pytest.mark.parametrize("written", ["CO\u2082", "\u00bd", "\u03b1", "caf\u00e9", "x\u00b2"])
def test_a_sign_with_a_meaning_of_its_own_stays(written: str) -> None:
    """A subscript, a fraction, a Greek letter and a letter with its mark."""
    assert composed(written) == written


def test_a_letter_and_its_mark_are_one_sign() -> None:
    """Written as two, they are printed and counted as one."""
    assert composed("cafe\u0301") == "caf\u00e9"
    assert letters_of("\u0301") == 0


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("", 0),
        ("Rest it", 6),
        ("caf\u00e9 au\tlait", 10),
        ("cafe\u0301", 4),
        ("o\ufb03ce", 6),
        ("a\u200bb", 2),
    ],
)
def test_letters_are_counted_as_they_are_printed(words: str, count: int) -> None:
    """Blanks, marks on letters and signs without width do not count."""
    assert count_letters(words) == count
