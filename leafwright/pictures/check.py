"""What may be printed: kinds that print the same everywhere, of a sane size, nothing hidden inside.

Where a file is named, its name is judged; what is wrong with the file itself is told at its own lines.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final
from unicodedata import normalize

from leafwright.decode import suggest
from leafwright.paths import relative_inside
from leafwright.pictures.drawing import check_drawing
from leafwright.pictures.measure import PictureMeasure
from leafwright.pictures.raster import check_head
from leafwright.pictures.reuse import check_reuse
from leafwright.pictures.size import size_of
from leafwright.pictures.svg import parse_svg
from leafwright.pictures.worker import PictureRequest, try_picture
from leafwright.problems import ContentError, Place, Problem

MOST_BYTES: Final = 8_000_000
KINDS: Final = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
MOST_TOLD: Final = 12
"""How many different faults of one file are told: the first ones show what it was exported with."""

Read = Callable[[Path], bytes]


def check_picture(folder: Path, name: str, place: Place, read: Read = Path.read_bytes) -> Iterator[Problem]:
    """Check the picture `name` beside a YAML file; `place` is where the file is named.

    SVG may draw and nothing else, and only what the engine draws as browsers do. Raster pictures are measured
    before they are decoded, so that a bomb is never unpacked. Then each is drawn once.
    """
    problem = _misnamed(folder, name, place)
    if problem is not None:
        yield problem
        return
    own = Place(file=(PurePosixPath(place.file).parent / name).as_posix())
    kind = KINDS[Path(name).suffix.lower()]
    try:
        content = read(folder / name)
    except OSError:
        yield _problem(own, "bad-picture", "the file cannot be read", "check its permissions")
        return
    found = list(_faults(content, kind, own))
    first = {problem.message: problem for problem in reversed(found)}
    yield from sorted(first.values(), key=lambda problem: problem.place)[:MOST_TOLD]


def measure_picture(path: Path, read: Read = Path.read_bytes) -> PictureMeasure:
    """Measure a picture that was checked; of one that could not be tried, all counts as drawn on."""
    content, kind = read(path), KINDS[path.suffix.lower()]
    found = _try(content, kind)
    return found if isinstance(found, PictureMeasure) else PictureMeasure(width=1, height=1)


def _misnamed(folder: Path, name: str, place: Place) -> Problem | None:
    """Find what is wrong with the name of a file, or with the file as the folder shows it."""
    try:
        path = relative_inside(folder, name)
        there = path is not None and path.is_file()
        size = path.stat().st_size if path and there else 0
    except (OSError, ValueError, RuntimeError):
        path, there, size = folder, False, 0
    shown = name if len(name) <= 80 and name.isprintable() else f"{ascii(name)[1:60]}…"  # noqa: PLR2004  # a line
    if path is None:
        return _problem(
            place, "outside-folder", f"'{shown}' leads out of the folder", "put the file beside the YAML"
        )
    if Path(name).suffix.lower() not in KINDS:
        kinds = ", ".join(sorted(KINDS))
        return _problem(place, "picture-kind", f"'{shown}' is no picture we print", f"use {kinds}")
    if not there:
        return _problem(place, "missing-picture", f"there is no file '{shown}'", _meant(folder, name))
    if size > MOST_BYTES:
        return _problem(
            place, "picture-too-large", f"'{shown}' has {size:,} bytes", f"at most {MOST_BYTES:,}"
        )
    return None


def _meant(folder: Path, name: str) -> str:
    """Say which file of the folder was probably meant, and in what its name differs."""
    there = (
        [path.name for path in folder.iterdir() if path.suffix.lower() in KINDS] if folder.is_dir() else []
    )
    for other in sorted(there):
        if normalize("NFC", other) == normalize("NFC", name):
            plain = normalize("NFKD", other).encode("ascii", "ignore").decode("ascii")
            return (
                "one is there whose name looks the same, with its accents written in another Unicode form; "
                f"rename that file without accents, like {plain}, and write the new name here"
            )
        if normalize("NFC", other).casefold() == normalize("NFC", name).casefold():
            return f"the file is called '{other}': large and small letters make a difference"
    close = suggest(name, sorted(there), 0)
    return close if close.startswith("did you mean") else f"put it into {folder.name}/"


def _faults(content: bytes, kind: str, own: Place) -> Iterator[Problem]:
    """Go through what is wrong with a file; one that is written as it may be is drawn."""
    try:
        known = list(_check_svg(content, own) if kind == "SVG" else check_head(content, kind, own))
    except ContentError as error:
        known = list(error.problems)
    yield from known
    if known:
        return
    found = _try(content, kind)
    if isinstance(found, Problem):
        yield replace(found, place=own)


def _check_svg(content: bytes, own: Place) -> Iterator[Problem]:
    root = parse_svg(content, own.file)
    problems = list(check_drawing(root))
    yield from problems or check_reuse(root)


def _try(content: bytes, kind: str) -> PictureMeasure | Problem:
    size = size_of(parse_svg(content, "").attributes) if kind == "SVG" else (1.0, 1.0)
    found = try_picture(PictureRequest(content=content, kind=kind, size=size))
    # Without the engine a drawing cannot be tried; its proportions are known all the same.
    return found or PictureMeasure(width=size[0], height=size[1])


def _problem(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place=place, code=code, message=message, hint=hint)
