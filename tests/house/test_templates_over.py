"""Templates of web pages that lie over those of print: they have every macro that somebody calls."""

import re
from pathlib import Path
from typing import Final

from leafwright.resources import shared

TEMPLATES: Final = shared("templates")
MACRO: Final = re.compile(r"{% macro ([a-z_]+)\(")


def _macros(path: Path) -> set[str]:
    return set(MACRO.findall(path.read_text("utf-8")))


def test_running_text_on_a_screen_has_every_macro_of_print() -> None:
    """A block may call any of them, whatever page it is on."""
    texts = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    called = {name for text in texts for name in re.findall(r"\btext\.([a-z_]+)\(", text)}
    print_macros = _macros(TEMPLATES / "parts/text.html")

    assert called & print_macros <= _macros(TEMPLATES / "web/parts/text.html")
