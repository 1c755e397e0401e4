"""Split a text into lines once, however often the engine lays it out.

It does so whenever it tries a height for columns, a width for a cell or another rung, and Pango takes most of
that time. A line depends on its text, its room and some properties of its style, so what has the same ones is
the same line. A test compares the properties with those that the engine's source reads. Lines are kept for
one sheet.
"""

from collections.abc import Callable
from typing import Any, Final

from leafwright.pdf.engine.lever import Lever

PROPERTIES: Final = (
    *("font_family", "font_size", "font_style", "font_stretch", "font_weight", "font_kerning"),
    *("font_variant_ligatures", "font_variant_position", "font_variant_caps", "font_variant_numeric"),
    *("font_variant_alternates", "font_variant_east_asian", "font_feature_settings"),
    *("font_variation_settings", "font_language_override", "lang", "direction", "text_decoration_line"),
    *("letter_spacing", "word_spacing", "tab_size", "white_space", "overflow_wrap", "word_break", "hyphens"),
    *("hyphenate_character", "hyphenate_limit_chars", "hyphenate_limit_zone"),
)
"""What a line depends on in a style."""

_LINES: dict[tuple[Any, ...], tuple[Any, ...]] = {}


def forget_lines() -> None:
    """Forget the lines of the last sheet."""
    _LINES.clear()


def _remembered(split: Callable[..., tuple[Any, ...]]) -> Callable[..., tuple[Any, ...]]:
    def split_first_line(text: str, style: Any, context: Any, *room: Any, **how: bool) -> tuple[Any, ...]:
        key = (text, _key_of(style), room, *how.items())
        if key not in _LINES:
            _LINES[key] = split(text, style, context, *room, **how)
        layout, *measures = _LINES[key]
        own = object.__new__(type(layout))  # drawing a line changes it
        own.__dict__.update(layout.__dict__)
        return (own, *measures)

    return split_first_line


def _key_of(style: Any) -> tuple[Any, ...]:
    """Return what a line depends on in a style; a style does not change once it is used."""
    try:
        return style.line_key  # type: ignore[no-any-return]  # the engine brings no types
    except AttributeError:
        style.line_key = (id(style.font_config), str([style[name] for name in PROPERTIES]))
        return style.line_key  # type: ignore[no-any-return]  # the engine brings no types


LEVER: Final = Lever(
    "split_first_line", ("weasyprint.layout.inline", "weasyprint.layout.preferred"), _remembered
)
