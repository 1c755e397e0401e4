"""Check pictures: only kinds that print the same everywhere, of a sane size, with nothing hidden inside.

A wrong name is reported where the file is named; a fault of the file itself at the file's own lines.
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
from leafwright.pictures.skeleton import is_from_skeleton
from leafwright.pictures.svg import parse_svg
from leafwright.pictures.trial import shows_nothing
from leafwright.pictures.worker import PictureRequest, known_measure, try_picture
from leafwright.problems import ContentError, Place, Problem, problem_at

MOST_BYTES: Final = 8_000_000
KINDS: Final = {".svg": "SVG", ".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
MOST_REPORTED: Final = 12
"""How many different faults of one file are reported: the first ones show which program exported it."""

Read = Callable[[Path], bytes]


def check_picture(folder: Path, name: str, place: Place, read: Read = Path.read_bytes) -> Iterator[Problem]:
    """Check the picture `name` beside a YAML file; `place` is where the file is named.

    An SVG may only draw, and only what the engine draws in the same way as browsers. Raster pictures are
    measured before they are decoded, so that a decompression bomb is never unpacked. Then each is drawn once.
    One that was found sound before is known by its bytes.
    """
    if problem := _misnamed(folder, name, place):
        yield problem
        return
    own = Place(file=(PurePosixPath(place.file).parent / name).as_posix())
    kind = KINDS[Path(name).suffix.lower()]
    try:
        content = read(folder / name)
    except OSError:
        yield problem_at(own, "bad-picture", "the file cannot be read", "check its permissions")
        return
    examined = _examine(content, kind, own)
    whites = (shows_nothing(own),)
    problems = examined if isinstance(examined, tuple) else whites if examined.white else ()
    first = {problem.message: problem for problem in reversed(problems)}
    yield from sorted(first.values(), key=lambda problem: problem.place)[:MOST_REPORTED]


def measure_picture(path: Path, read: Read = Path.read_bytes) -> PictureMeasure:
    """Measure a picture that was checked; one that could not be drawn counts as filled."""
    content = read(path)
    examined = _examine(content, KINDS[path.suffix.lower()], Place(file=path.name))
    measure = examined if isinstance(examined, PictureMeasure) else PictureMeasure(width=1, height=1)
    return replace(measure, from_skeleton=is_from_skeleton(content))


def _misnamed(folder: Path, name: str, place: Place) -> Problem | None:
    """Find what is wrong with the name of a file, its kind or its size."""
    try:
        path = relative_inside(folder, name)
        exists = path is not None and path.is_file()
        size = path.stat().st_size if path and exists else 0
    except (OSError, ValueError, RuntimeError):
        path, exists, size = folder, False, 0
    shown = name if len(name) <= 80 and name.isprintable() else f"{ascii(name)[1:60]}…"  # noqa: PLR2004  # a line
    if path is None:
        return problem_at(
            place, "outside-folder", f"'{shown}' leads out of the folder", "put the file beside the YAML"
        )
    if Path(name).suffix.lower() not in KINDS:
        kinds = ", ".join(sorted(KINDS))
        return problem_at(place, "picture-kind", f"'{shown}' is no picture we print", f"use {kinds}")
    if not exists:
        return problem_at(place, "missing-picture", f"there is no file '{shown}'", _meant(folder, name))
    if size > MOST_BYTES:
        return problem_at(
            place, "picture-too-large", f"'{shown}' has {size:,} bytes", f"at most {MOST_BYTES:,}"
        )
    return None


def _meant(folder: Path, name: str) -> str:
    """Return a hint with the file of the folder that was probably meant, and how its name differs."""
    files = folder.iterdir() if folder.is_dir() else ()
    names = sorted(path.name for path in files if path.suffix.lower() in KINDS)
    for other in names:
        if normalize("NFC", other) == normalize("NFC", name):
            plain = normalize("NFKD", other).encode("ascii", "ignore").decode("ascii")
            return (
                "there is a file whose name looks the same, with its accents in another Unicode form; "
                f"rename that file without accents, like {plain}, and write the new name here"
            )
        if normalize("NFC", other).casefold() == normalize("NFC", name).casefold():
            return f"the file is called '{other}': large and small letters make a difference"
    close = suggest(name, names, 0)
    return close if close.startswith("did you mean") else f"put it into {folder.name}/"


def _examine(content: bytes, kind: str, own: Place) -> PictureMeasure | tuple[Problem, ...]:
    """Look a file through, and draw one without faults once, which may show another."""
    if known := known_measure(content, kind):
        return known
    try:
        problems = tuple(_check_svg(content, own) if kind == "SVG" else check_head(content, kind, own))
    except ContentError as error:
        problems = error.problems
    if problems:
        return problems
    size = size_of(parse_svg(content, "").attributes) if kind == "SVG" else (1.0, 1.0)
    result = try_picture(PictureRequest(content=content, kind=kind, size=size))
    if isinstance(result, Problem):
        return (replace(result, place=own),)
    # Without the engine a drawing cannot be tried, but its proportions are known.
    return result or PictureMeasure(width=size[0], height=size[1])


def _check_svg(content: bytes, own: Place) -> Iterator[Problem]:
    root = parse_svg(content, own.file)
    problems = list(check_drawing(root))
    yield from problems or check_reuse(root)
