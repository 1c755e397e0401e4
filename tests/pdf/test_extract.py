"""A PDF read back."""

from typing import Any

import pytest

from leafwright.pdf import Engine, extract
from leafwright.pdf.box import Box
from leafwright.pdf.extract import Strip, read_strips
from leafwright.pdf.ladder import LOOSEST


def strips(engine: Engine, body: str, style: str = "") -> tuple[Strip, ...]:
    """Write a page of its own and read it back."""
    rules = (
        f"@page {{ size: 400px 300px; margin: 0 }} body {{ margin: 0; font: 16px/20px 'Figtree' }} {style}"
    )
    html = f"<html lang=en><title>t</title><style>{rules}</style><body>{body}</body></html>"
    return read_strips(engine.open(html).lay_out(LOOSEST).write())


def test_a_line_is_a_strip(engine: Engine) -> None:
    """Words on one line and in one font are read in one piece."""
    assert [strip.text.strip() for strip in strips(engine, "<p>one line</p><p>another</p>")] == [
        "one line",
        "another",
    ]


def test_blanks_are_no_strip(engine: Engine) -> None:
    """A line with only a no-break space has no text."""
    assert strips(engine, "<p>&nbsp;</p>") == ()


def test_a_strip_knows_its_page(engine: Engine) -> None:
    """Pages are counted from 1."""
    body = "<p>one</p><p style='break-before: page'>two</p>"

    assert [strip.box.page for strip in strips(engine, body)] == [1, 2]


def test_a_strip_lies_where_it_was_laid_out(engine: Engine) -> None:
    """Boxes are in pixels from the top left corner, as the layout's are."""
    body = (
        "<p style='margin: 0; position: absolute; inset-block-start: 100px; inset-inline-start: 50px'>xxx</p>"
    )

    (strip,) = strips(engine, body)

    assert strip.box.left == pytest.approx(50, abs=2)
    assert 100 < strip.box.top < strip.box.bottom < 120


def test_size_is_in_points(engine: Engine) -> None:
    """16 pixels are 12 points."""
    assert strips(engine, "x")[0].size == pytest.approx(12, abs=0.01)


def test_families_are_those_on_the_page(engine: Engine) -> None:
    """Each strip names the family that its glyphs came from."""
    body = "one <b style=\"font-family: 'Source Sans 3'\">two</b>"

    assert [strip.family for strip in strips(engine, body)] == ["Figtree", "Source Sans 3"]


def test_fonts_are_embedded(engine: Engine) -> None:
    """The engine embeds what it uses."""
    assert strips(engine, "x")[0].embedded


def test_groups_are_entered(engine: Engine) -> None:
    """Text in its own group, which opacity makes, is found at its place and in its size."""
    plain = strips(engine, "<p>inside</p>")

    (strip,) = strips(engine, "<div style='opacity: 0.5'><p style='opacity: 0.5'>inside</p></div>")

    assert strip.text == plain[0].text
    assert (strip.size, strip.box.left, strip.box.top) == pytest.approx(
        (plain[0].size, plain[0].box.left, plain[0].box.top)
    )


def test_text_beyond_the_page_is_read(engine: Engine) -> None:
    """What the reader never sees is not lost to the check."""
    (strip,) = strips(engine, "<p style='position: absolute; inset-inline-start: 500px'>beyond</p>")

    assert (strip.text, strip.box.left > 400) == ("beyond", True)


def test_a_text_of_the_tag_tree_is_read_at_its_widest_strip(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vowel sign at the edge of a line is drawn by itself, and may be outside the area of the line."""
    made: dict[str, Any] = {"family": "A", "embedded": True, "size": 12, "mark": 3}
    line = Strip(box=Box(page=1, left=0, top=10, right=30, bottom=20), text="\u0628\u0627", **made)
    sign = Strip(box=Box(page=1, left=28, top=0, right=32, bottom=5), text="\u064e", **made)
    monkeypatch.setattr(extract, "_strips", lambda _page, _number: [sign, line])
    monkeypatch.setattr(extract, "_actual_texts", lambda _page: {3: "\u0627\u0628\u064e"})
    page: Any = None

    assert [strip.words for strip in extract._read(page, 1)] == ["", "\u0627\u0628\u064e"]
