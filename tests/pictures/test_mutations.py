"""Any picture is either good or reported, without a traceback and within a short time."""

import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from leafwright.pictures import check_picture
from leafwright.problems import Place
from leafwright.resources import PACKAGE

ROOT = PACKAGE.parent
DRAWINGS = tuple(
    (ROOT / name).read_text("utf-8")
    for name in (
        "clinics/harbour-row-trust/logo.svg",
        "leafwright/skeletons/clinic/logo.svg",
        "templates/blocks/knee.svg",
        "templates/icons/phone.svg",
    )
)
NAMES = (
    "rect",
    "g",
    "use",
    "text",
    "mask",
    "svg",
    "linearGradient",
    "clipPath",
    "metadata",
    "script",
    "image",
    "x:a",
)
KEYS = (
    "d",
    "fill",
    "style",
    "transform",
    "points",
    "href",
    "id",
    "width",
    "viewBox",
    "opacity",
    "onload",
    "clip-path",
)
VALUES = (
    *(
        "",
        "#a",
        "url(#a)",
        "nan",
        "1e999",
        "-0",
        "100%",
        "inherit",
        "var(--x)",
        "none",
        "currentColor",
        "0 0 0 0",
    ),
    *(
        "M0 0",
        "M0 0A1 1 0 0 1 9 9T3 3",
        "rotate(1) scale(0)",
        "fill:red;;:x;fill",
        "\u00a0",
        "9" * 5_000,
        "(" * 5_000,
    ),
    *("1,2 " * 5_000, "a(" * 5_000, "M1 1" + "z" * 5_000, "M0 0" + "A2 2 0 1 1 3 3" * 500, "url( " * 3_000),
)
SECONDS = 2.0
"""The processor time that one picture may take in this process; drawing it has a limit of its own."""


def _swap(text: str, at: int, found: str) -> str:
    return text[:at] + found + text[at:]


@st.composite
def drawings(draw: st.DrawFn) -> bytes:
    """Change an SVG a few times: an element, an attribute, a part taken out or repeated, or some bytes."""
    text = draw(st.sampled_from(DRAWINGS))
    for _ in range(draw(st.integers(1, 3))):
        starts = [found.end() for found in re.finditer(r"<[a-z]+(?=[ />])", text)] or [0]
        tags = [found.start() for found in re.finditer(r"<[a-z]", text)] or [0]
        at, tag = draw(st.sampled_from(starts)), draw(st.sampled_from(tags))
        change: Callable[[], str] = draw(
            st.sampled_from(
                [
                    lambda at=at, text=text: _swap(
                        text, at, f' {draw(st.sampled_from(KEYS))}="{draw(st.sampled_from(VALUES))}"'
                    ),
                    lambda tag=tag, text=text: _swap(text, tag, f"<{draw(st.sampled_from(NAMES))}/>"),
                    lambda tag=tag, text=text: _swap(text, tag, f"<{draw(st.sampled_from(NAMES))}>" * 200),
                    lambda tag=tag, text=text: text[:tag] + text[tag:] * draw(st.integers(0, 3)),
                    lambda at=at, text=text: re.sub(
                        "[0-9]+", draw(st.sampled_from(VALUES)), text, count=at % 9
                    ),
                    lambda at=at, text=text: text[:at] + draw(st.text(max_size=9)) + text[at + at % 7 :],
                ]
            )
        )
        text = change()
    return text.encode("utf-8", "surrogatepass")[:200_000]


def _saved(kind: str, mode: str) -> bytes:
    out = BytesIO()
    Image.new(mode, (31, 17), 7 if mode in {"L", "P"} else (9, 20, 200)).save(out, kind)
    return out.getvalue()


RASTERS = {
    "png": (_saved("PNG", "RGB"), _saved("PNG", "P")),
    "jpg": (_saved("JPEG", "RGB"), _saved("JPEG", "L")),
}


@st.composite
def rasters(draw: st.DrawFn) -> tuple[str, bytes]:
    """Change a PNG or a JPEG: bytes replaced, removed, inserted, or all after a point cut off."""
    ending = draw(st.sampled_from(sorted(RASTERS)))
    content = bytearray(draw(st.sampled_from(RASTERS[ending])))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(content)))
        gone = draw(st.integers(0, 6)) if draw(st.booleans()) else len(content) * draw(st.integers(0, 1))
        content[at : at + gone] = draw(st.binary(max_size=6))
    return ending, bytes(content)


def _reported_well(content: bytes, ending: str) -> None:
    """Assert that a picture is good, or reported at its file with a hint, within the time."""
    name = f"look.{ending}"
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(content)
        start = time.process_time()
        problems = list(check_picture(Path(folder), name, Place(file="handouts/knee/en.yaml")))
        taken = time.process_time() - start

    assert taken < SECONDS
    for problem in problems:
        assert problem.place.file == f"handouts/knee/{name}"
        assert problem.hint
        assert "\n" not in str(problem)
        assert str(problem).isprintable()
        assert problem.code != "picture-too-complex" or "takes more than" not in problem.message


@given(drawings())
def test_a_drawing_that_was_changed_is_good_or_reported(content: bytes) -> None:
    """Elements, attributes and values that no drawing has, in any place."""
    _reported_well(content, "svg")


@given(rasters())
def test_a_raster_picture_that_was_changed_is_good_or_reported(changed: tuple[str, bytes]) -> None:
    """Bytes that no encoder writes, at any place."""
    ending, content = changed

    _reported_well(content, ending)
