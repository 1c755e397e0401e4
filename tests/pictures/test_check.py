"""A picture is accepted if it prints as it looks on a screen; any other is reported at its file and line."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from leafwright.pictures import check_picture
from leafwright.pictures.check import MOST_REPORTED
from leafwright.problems import Place
from leafwright.resources import PACKAGE

ROOT = PACKAGE.parent
OURS = sorted(
    path
    for pattern in (
        "handouts/*/*.svg",
        "clinics/*/*.svg",
        "leafwright/skeletons/*/*.svg",
        "templates/blocks/*.svg",
    )
    for path in ROOT.glob(pattern)
)
OWN = "handouts/knee/look"
RECT = '<rect width="50" height="40"/>'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">'
    "\n{}\n</svg>"
)


def problems_of(folder: Path, content: bytes | str, ending: str = "svg") -> list[str]:
    """Write a picture and return what is wrong with it, a line each."""
    content = content.encode() if isinstance(content, str) else content
    (folder / f"look.{ending}").write_bytes(content)
    place = Place(file="handouts/knee/en.yaml", line=7)
    return [str(problem) for problem in check_picture(folder, f"look.{ending}", place)]


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_ships_is_taken(path: Path) -> None:
    """The pictures of the examples, the logos and those that `new` begins with print as they look."""
    assert list(check_picture(path.parent, path.name, Place(file=path.name))) == []


@pytest.mark.parametrize(
    ("there", "named", "cure"),
    [
        ("Knee.svg", "knee.svg", "the file is called 'Knee.svg': large and small letters make a difference"),
        ("knee.SVG", "knee.svg", "the file is called 'knee.SVG': large and small letters make a difference"),
        ("genou-ple\u0301.svg", "genou-pl\u00e9.svg", "rename that file without accents, like genou-ple.svg"),
        ("genou-pl\u00e9.svg", "genou-ple\u0301.svg", "rename that file without accents, like genou-ple.svg"),
        ("knee.svg", "knee.png", "did you mean 'knee.svg'?"),
        ("knee_bent.svg", "knee-bent.svg", "did you mean 'knee_bent.svg'?"),
        ("hospital.svg", "knee.svg", "put it into "),
        ("knee.txt", "knee.svg", "put it into "),
    ],
)
def test_a_name_that_nearly_fits_is_reported_with_the_file_that_is_there(
    tmp_path: Path, there: str, named: str, cure: str
) -> None:
    """Two names may look alike and differ in the size of a letter or in how an accent is written."""
    (tmp_path / there).write_bytes(b"")

    (problem,) = check_picture(tmp_path, named, Place(file="handouts/knee/en.yaml", line=7))

    assert str(problem).startswith("handouts/knee/en.yaml:7:1: missing-picture: there is no file ")
    assert cure in problem.hint


TAKEN = {
    "shapes": RECT,
    "a group that is moved about": f'<g transform="translate(9 5) rotate(3, 1 2) scale(.5)">{RECT}</g>',
    "a part that is used again": '<defs><circle id="a" r="8"/></defs>'
    '<use xlink:href="#a" x="30" y="20" fill="blue"/>',
    "a clip of one shape": '<clipPath id="c"><rect width="9" height="9" fill="#fff"/></clipPath>'
    f'<g clip-path="url(#c)">{RECT}</g>',
    "the style that Inkscape writes": '<path d="M0 0H40V9z" style="fill:#123456;fill-opacity:1;stroke:none;'
    "stop-color:#000;"
    'font-variation-settings:normal;-inkscape-stroke:none;enable-background:new" />',
    "attributes of other programs": f'<g xmlns:i="i" i:label="A" data-name="A" font-size="3">{RECT}</g>',
    "what a drawing says of itself": "<title>Knee</title><desc>A knee</desc>"
    f'<metadata><r:R xmlns:r="https://r"/></metadata>{RECT}',
    "colours of many kinds": '<rect width="9" height="9" fill="rgb(9%, 2%, 3%)" stroke="hsl(12, 50%, 50%)"/>'
    '<rect x="9" width="9" height="9" fill="#f008" stroke="REBECCAPURPLE"/>',
    "arcs whose flags are run together": '<path d="M10 25A15 10 30 0 1 50 25a15 15 0 1010 5z"/>',
    "numbers run together": '<path d="M10.5.5L20-1.5.5 30.5z"/>',
    "sides in per cent": '<rect width="100%" height="50%" fill="#123"/>',
    "dashes": '<path d="M1 9H90" stroke="black" stroke-dasharray="5, 2 1" stroke-dashoffset="-3"/>',
    "opacity of plain areas": f'<g opacity=".5">{RECT}</g>',
    "opaque strokes": '<g opacity="1.00"><path stroke="red" opacity="100%" d="M0 0L9 9"/></g>',
}


@pytest.mark.parametrize("what", TAKEN)
def test_a_drawing_of_plain_shapes_is_taken(what: str, tmp_path: Path) -> None:
    """What every reader of PDF and every browser shows alike may be in a drawing."""
    assert problems_of(tmp_path, SVG.format(TAKEN[what])) == []


REFUSED = {
    "a mask": (f'<mask id="m">{RECT}</mask>{RECT}', "unsupported-svg: <mask> ", "clipPath of one shape"),
    "a mask that is asked for": (
        '<rect mask="url(#m)" width="9"/>',
        "unsupported-svg: mask 'url(#m)' of <rect> ",
        "",
    ),
    "a filter": (f'<filter id="f"/>{RECT}', "unsupported-svg: <filter> ", "PNG"),
    "letters": ('<text x="2" y="9">Knee</text>', "unsupported-svg: <text> ", "outlines"),
    "a gradient by its box": (
        '<linearGradient id="g"/>',
        "unsupported-svg: <linearGradient> ",
        "one colour each",
    ),
    "a gradient that is asked for": (
        '<rect fill="url(#g)"/>',
        "unsupported-svg: fill 'url(#g)' of <rect> ",
        "",
    ),
    "a pattern": ('<pattern id="p"/>', "unsupported-svg: <pattern> ", "as shapes"),
    "a marker": ('<path d="M0 0H9" marker-end="url(#m)"/>', "unsupported-svg: marker-end ", ""),
    "a symbol": (f'<symbol id="s">{RECT}</symbol>', "unsupported-svg: <symbol> ", "<g> in <defs>"),
    "a switch": (f"<switch>{RECT}</switch>", "unsupported-svg: <switch> ", "the one group"),
    "a drawing in a drawing": (f"<svg>{RECT}</svg>", "unsupported-svg: <svg> ", "ungroup"),
    "a variable": ('<rect fill="var(--x)"/>', "unsupported-svg: fill 'var(--x)' of <rect> is no colour", ""),
    "a variable in a style": (
        '<rect style="fill: var(--x)"/>',
        "unsupported-svg: fill 'var(--x)' of <rect> ",
        "",
    ),
    "a blend mode": (
        '<rect style="mix-blend-mode: multiply"/>',
        "unsupported-svg: mix-blend-mode 'multiply'",
        "",
    ),
    "a colour in small letters": ('<rect fill="currentcolor"/>', "unsupported-svg: fill 'currentcolor'", ""),
    "an unknown property": (
        '<rect style="clip: auto"/>',
        "unsupported-svg: 'clip' in the style of <rect>",
        "",
    ),
    "an unknown attribute": (
        '<rect pathLength="9"/>',
        "unsupported-svg: 'pathLength' of <rect>",
        "take it out",
    ),
    "a clip of two shapes": (
        f'<clipPath id="c">{RECT}{RECT}</clipPath>',
        "unsupported-svg: a <clipPath> ",
        "one path",
    ),
    "a clip that is not there": (
        f'<g clip-path="url(#no)">{RECT}</g>',
        "unsupported-svg: clip-path names 'no'",
        "",
    ),
    "a part that is not there": ('<use href="#no"/>', "unsupported-svg: <use> names '#no'", "correct the id"),
    "a shape where none is drawn": (
        f"<metadata>{RECT}</metadata>",
        "unsupported-svg: <rect> is in <",
        "",
    ),
    "a shape of another language": (
        '<x:rect xmlns:x="y" width="9"/>',
        "unsupported-svg: <rect> is in <",
        "",
    ),
    "a negative radius": ('<path d="M0 0A-5 5 0 0 1 9 9"/>', "unsupported-svg: d of <path> has an arc", ""),
    "a smooth curve after an arc": (
        '<path d="M0 0A5 5 0 0 1 9 9T3 4"/>',
        "unsupported-svg: d of <path> has a smooth curve (T) after A",
        "",
    ),
    "half a point": ('<polygon points="1,2 3"/>', "unsupported-svg: points of <polygon> ", ""),
    "a shape made to vanish": (
        f'<g transform="scale(0)">{RECT}</g>',
        "unsupported-svg: transform 'scale(0)'",
        "",
    ),
    "a number that is none": ('<rect width="nan"/>', "unsupported-svg: width 'nan' of <rect>", ""),
    "a number beyond all": ('<rect width="1e99"/>', "unsupported-svg: width '1e99' of <rect>", "too large"),
    "opacity with a stroke": (
        '<path opacity=".5" stroke="red" d="M0 0L9 9"/>',
        "unsupported-svg: opacity of <path>",
        "stroke-opacity",
    ),
    "a shape in a shape": (f"<rect>{RECT}</rect>", "unsupported-svg: <rect> is inside <rect>", ""),
    "a script": ("<script>alert(1)</script>", "unsafe-svg: the SVG contains <script>", "take it out"),
    "an event": (
        '<path onclick="alert(1)"/>',
        "unsafe-svg: the SVG contains the event 'onclick'",
        "take it out",
    ),
    "a picture inside": (
        '<image href="data:image/png;base64,AA"/>',
        "unsafe-svg: the SVG contains <image>",
        "PNG or JPEG",
    ),
    "a link": ('<use xlink:href="other.svg#a"/>', "unsafe-svg: the SVG contains a link to 'other.svg#a'", ""),
    "a style sheet": (
        "<style>@import url(x)</style>",
        "unsafe-svg: the SVG contains <style>",
        "presentation attributes",
    ),
    "a remote fill": (
        '<path fill="url(https://example.org/a#b)"/>',
        "unsafe-svg: the SVG contains a link in 'fill'",
        "",
    ),
    "foreign markup": ("<foreignObject/>", "unsafe-svg: the SVG contains <foreignObject>", ""),
    "movement": ('<animate attributeName="x"/>', "unsafe-svg: the SVG contains <animate>", "does not move"),
    "a part that holds itself": (
        '<use id="a" href="#a"/>',
        "picture-too-complex: <use> is used inside itself",
        "",
    ),
    "parts that hold each other": (
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "picture-too-complex: <g> is used inside itself",
        "",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_would_print_otherwise_is_reported_by_name_and_line(what: str, tmp_path: Path) -> None:
    """Each is refused at its line of the SVG, with what would do."""
    shapes, message, cure = REFUSED[what]

    lines = problems_of(tmp_path, SVG.format(shapes))

    assert any(
        line.startswith(f"{OWN}.svg:2:") and f": {message}" in line and cure in line for line in lines
    ), lines


LAUGHS = f'<g id="a0">{RECT}</g>' + "".join(
    f'<g id="a{number + 1}">{use * 10}</g>'
    for number, use in enumerate(f'<use href="#a{number}"/>' for number in range(9))
)
"""Ten of ten of ten parts, and so on: a drawing of a thousand million shapes."""
WHOLE = {
    "an entity bomb": (
        '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
        "bad-svg",
        "<!DOCTYPE",
    ),
    "a document type": ('<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg/>', "bad-svg", "take out the lines"),
    "broken markup": ("<svg", "bad-svg", "plain SVG"),
    "nothing": ("", "bad-svg", "plain SVG"),
    "another language": ('<html xmlns="http://www.w3.org/1999/xhtml"/>', "bad-svg", "begins with <svg"),
    "no namespace": (f"<svg viewBox='0 0 9 9'>{RECT}</svg>", "bad-svg", "begins with <svg"),
    "an encoding that is none": ('<?xml version="1.0" encoding="rot13"?><svg/>', "bad-svg", "UTF-8"),
    "a NUL": ("<svg\0", "bad-svg", "plain SVG"),
    "a style sheet beside it": ("<?xml-stylesheet href='a.css'?><svg/>", "unsafe-svg", "attributes"),
    "no size": (f'<svg xmlns="http://www.w3.org/2000/svg">{RECT}</svg>', "bad-svg", "add a viewBox"),
    "no width": (SVG.replace("viewBox", 'width="0" viewBox').format(RECT), "bad-svg", "a width and a height"),
    "no shapes": (SVG.format(""), "empty-picture", "on paper"),
    "white shapes": (SVG.format('<rect width="9" height="9" fill="#fff"/>'), "empty-picture", "on paper"),
    "hidden shapes": (SVG.format(f'<g display="none">{RECT}</g>'), "empty-picture", "on paper"),
    "shapes out of sight": (SVG.format('<rect x="200" width="9" height="9"/>'), "empty-picture", "on paper"),
    "groups without end": (SVG.format("<g>" * 5000 + "</g>" * 5000), "picture-too-complex", "simplify"),
    "elements without end": (SVG.format("<g/>" * 20_001), "picture-too-complex", "simplify"),
    "parts without end": (SVG.format(LAUGHS), "picture-too-complex", "draw the parts out"),
    "a chain of parts": (
        SVG.format("".join(f'<use id="a{n + 1}" href="#a{n}"/>' for n in range(100)) + '<g id="a0"/>'),
        "picture-too-complex",
        "draw the parts out",
    ),
    "a path of a hundred thousand signs": (
        SVG.format(f'<path d="M0 0{" 1 2" * 26_000}"/>'),
        "picture-too-complex",
        "split",
    ),
    "an arc that never ends": (SVG.format(f'<path d="M0 0A{"2" * 90_000}"/>'), "unsupported-svg", ""),
    "a width that never ends": (SVG.format(f'<rect width="{"1" * 15_000}!"/>'), "unsupported-svg", ""),
    "a move that never ends": (SVG.format(f'<g transform="{"a" * 19_000}"/>'), "unsupported-svg", ""),
    "too many bytes": (SVG.format(" " * 1_000_000), "picture-too-large", "simplify"),
}


@pytest.mark.parametrize("what", WHOLE)
def test_a_drawing_that_is_none_is_refused(what: str, tmp_path: Path) -> None:
    """One fault, at the file of the drawing, with what to do."""
    content, code, cure = WHOLE[what]

    (line,) = problems_of(tmp_path, content)

    assert line.startswith(f"{OWN}.svg:")
    assert f": {code}: " in line
    assert cure in line


def test_few_of_many_faults_are_reported(tmp_path: Path) -> None:
    """A file of a thousand faults is reported by its first ones, each kind once."""
    assert len(problems_of(tmp_path, SVG.format("<text/>" * 50))) == 1
    attributes = " ".join(f'a{number}=""' for number in range(1000))
    assert len(problems_of(tmp_path, SVG.format(f"<rect {attributes}/>"))) == MOST_REPORTED


def png(width: int, height: int) -> bytes:
    """Write the head of a PNG of that size, and next to no picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (width + 1) * height if width < 100 else b"\x00")  # a small one
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def saved(kind: str, mode: str = "RGB", level: int = 40, **options: object) -> bytes:
    """Save a picture of one colour, all of whose channels are at one level."""
    out = BytesIO()
    channels = len(Image.new(mode, (1, 1)).getbands())
    Image.new(mode, (20, 10), (level,) * channels if channels > 1 else level).save(out, kind, **options)
    return out.getvalue()


def moving() -> bytes:
    """Save a PNG of two frames."""
    out = BytesIO()
    frames = [Image.new("RGB", (20, 10), colour) for colour in ("#111111", "#999999")]
    frames[0].save(out, "PNG", save_all=True, append_images=frames[1:])
    return out.getvalue()


RASTERS: dict[str, tuple[Callable[[], bytes], str, str, str]] = {
    "a bomb": (lambda: png(40_000, 40_000), "png", "picture-too-large", "smaller"),
    "a large one": (lambda: png(7_000, 7_000), "png", "picture-too-large", "million points"),
    "one cut short": (lambda: png(50, 50)[:45], "png", "bad-picture", "export it again"),
    "a JPEG cut short": (lambda: saved("JPEG")[:-200], "jpg", "bad-picture", "export it again"),
    "none": (bytes, "png", "bad-picture", "export it again"),
    "no width": (lambda: png(0, 10), "png", "bad-picture", "export it again"),
    "CMYK": (lambda: saved("JPEG", "CMYK"), "jpg", "unprintable-picture", "save it as RGB"),
    "16 bits": (lambda: saved("PNG", "I;16"), "png", "unprintable-picture", "8 bits"),
    "one that moves": (moving, "png", "unprintable-picture", "save one of its frames"),
    "a GIF by another name": (lambda: saved("GIF", "L"), "png", "bad-picture", "the file is a GIF"),
    "a PNG by another name": (lambda: saved("PNG"), "jpg", "bad-picture", "let its name end in .png"),
    "a WebP by another name": (lambda: saved("WEBP"), "jpeg", "bad-picture", "the file is a WebP"),
    "an SVG by another name": (SVG.encode, "png", "bad-picture", "let its name end in .svg"),
    "white": (lambda: saved("PNG", "L", 255), "png", "empty-picture", "on paper"),
    "see-through": (lambda: saved("PNG", "RGBA", 0), "png", "empty-picture", "on paper"),
}


@pytest.mark.parametrize("what", RASTERS)
def test_a_raster_picture_that_cannot_be_printed_is_refused(what: str, tmp_path: Path) -> None:
    """A picture is measured before it is unpacked, must be what its name says, and printable as it is."""
    make, ending, code, cure = RASTERS[what]

    (line,) = problems_of(tmp_path, make(), ending)

    assert line.startswith(f"{OWN}.{ending}:1:1: {code}: ")
    assert cure in line


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        *(("PNG", mode, {}) for mode in ("1", "L", "LA", "P", "RGB", "RGBA")),
        ("PNG", "P", {"transparency": 1}),
        ("PNG", "RGB", {"icc_profile": b"no profile at all"}),
        ("JPEG", "L", {}),
        ("JPEG", "RGB", {"progressive": True}),
        ("JPEG", "RGB", {"icc_profile": b"no profile at all"}),
    ],
)
def test_a_usual_raster_picture_is_taken(
    kind: str, mode: str, options: dict[str, object], tmp_path: Path
) -> None:
    """Grey, indexed, transparent and progressive pictures print, whatever profile they have."""
    content = saved(kind, mode, 0 if mode in {"1", "P"} else 40, **options)

    assert problems_of(tmp_path, content, {"PNG": "PNG", "JPEG": "jpeg"}[kind]) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../look.svg", "outside-folder"),
        ("/etc/passwd.svg", "outside-folder"),
        ("look.gif", "picture-kind"),
        ("look.svgz", "picture-kind"),
        ("look", "picture-kind"),
        ("none.svg", "missing-picture"),
        ("a\0b.svg", "missing-picture"),
        ("a" * 5_000 + ".svg", "missing-picture"),
        ("loop.svg", "missing-picture"),
        ("folder.svg", "missing-picture"),
    ],
)
def test_a_name_that_leads_to_no_picture_is_reported_where_it_is_written(
    name: str, code: str, tmp_path: Path
) -> None:
    """Whatever the name is, one line says so, at the line of the handout."""
    (tmp_path / "loop.svg").symlink_to(tmp_path / "loop.svg")
    (tmp_path / "folder.svg").mkdir()

    (line,) = map(str, check_picture(tmp_path, name, Place(file="handouts/knee/en.yaml", line=7)))

    assert line.startswith(f"handouts/knee/en.yaml:7:1: {code}: ")
    assert len(line) < 300
    assert "\0" not in line
