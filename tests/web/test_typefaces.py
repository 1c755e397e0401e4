"""The fonts of a page: the same bytes on any day, and no letter lost."""

import io

import pytest
from fontTools.ttLib import TTFont

from leafwright.web.typefaces import pack, pack_faces
from tests.web.conftest import Made
from tests.workspaces import LANGUAGE


def test_a_packed_font_has_no_date(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packed on another day it has the same bytes, and all of its letters."""
    theme = made.sheet(LANGUAGE).theme
    today = [face.content for face in pack_faces(theme, {})]
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("leafwright.web.typefaces._packed", pack)

    assert [face.content for face in pack_faces(theme, {})] == today
    assert {ord("a"), ord("7")} <= {
        sign for content in today for sign in TTFont(io.BytesIO(content)).getBestCmap()
    }
