"""Templates of the web page that lie over those of print have every macro that other templates ask for."""

import re
from typing import Final

from leafwright.resources import shared

TEMPLATES: Final = shared("templates")


def test_running_text_has_every_macro_that_is_asked_for() -> None:
    """A macro that is new in print would stop every sheet that uses it."""
    written = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    asked = {name for text in written for name in re.findall(r"(?<![\w.])text\.(\w+)\(", text)}
    there = set(re.findall(r"macro (\w+)\(", (TEMPLATES / "web/parts/text.html").read_text("utf-8")))

    assert asked - there == set()
