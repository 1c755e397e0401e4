"""The process that draws pictures: it has limits of time and memory, and ends with its parent.

It starts with the first picture and serves all that follow. The measure of a good picture is cached under
the picture's hash, so each machine draws it once.
"""

import json
import os
import signal
import warnings
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Lock
from typing import Final

from leafwright.cache import cache_folder
from leafwright.files import digest, read_sealed, write_sealed, write_whole
from leafwright.fonts.loader import found_by_the_loader
from leafwright.interrupts import deaf_children, limit_memory, limit_time
from leafwright.pictures.measure import PictureMeasure
from leafwright.pictures.trial import HERE, try_drawing, try_raster
from leafwright.problems import Problem
from leafwright.resources import PACKAGE

SECONDS: Final = 3.0
"""The processor time that one picture may take."""
PATIENCE: Final = 120.0
"""The seconds after which a picture is given up, even on a busy machine."""
MEMORY: Final = 4096
"""The memory that the process may use, in MiB."""
_PACKAGES: Final = ("weasyprint", "pillow", "pypdfium2", "coloraide")
_DAMAGED: Final = (
    *(OSError, ValueError, LookupError, TypeError),
    *(AttributeError, ArithmeticError, RecursionError),
)
"""What reading an edited file of the cache may raise."""
_TOO_MUCH: Final = Problem(
    place=HERE,
    code="picture-too-complex",
    message=f"the picture takes more than {SECONDS:g} seconds, or too much memory, to draw",
    hint="simplify it: fewer points and shorter paths",
)
_BROKEN: Final = Problem(
    place=HERE, code="bad-picture", message="the picture cannot be drawn", hint="export it again"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRequest:
    """A picture to try: its bytes, its kind, the size of a drawing, and the seconds it may take."""

    content: bytes
    kind: str
    size: tuple[float, float] = (1.0, 1.0)
    seconds: float = SECONDS


@dataclass(slots=True, kw_only=True)
class _Process:
    """The running process, and the connection to it."""

    process: SpawnProcess
    line: Connection


_LOCK: Final = Lock()
_RUNNING: list[_Process] = []


def try_picture(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Draw a picture once and return its measure or its problem; a cached measure saves the drawing.

    Returns None when it cannot be tried: the engine is missing, or no process could be started.
    """
    if known := known_measure(request.content, request.kind):
        return known
    with _LOCK:
        result = _send(request)
    if isinstance(result, PictureMeasure):
        with suppress(OSError):
            write_sealed(_path(request.content, request.kind), json.dumps(asdict(result)))
    return result


def known_measure(content: bytes, kind: str) -> PictureMeasure | None:
    """Return the measure of a picture that was drawn before by this very code, and so is sound."""
    with suppress(*_DAMAGED):
        if written := read_sealed(_path(content, kind)):
            return PictureMeasure.read(json.loads(written))
    return None


def _path(content: bytes, kind: str) -> Path:
    """Name the cache's file of a picture by a hash of it and of everything that its measure depends on."""
    name = digest(_maker() + f"{kind}\n".encode() + content)
    return cache_folder() / "pictures" / f"{name}.json"


def _send(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Let the process try a picture; a process that died is replaced for the next one."""
    if _RUNNING and not _RUNNING[0].process.is_alive():
        _RUNNING.clear()
    running = _RUNNING[0] if _RUNNING else _start()
    try:
        running.line.send(request)
        if running.line.poll(PATIENCE):
            result: PictureMeasure | Problem | None = running.line.recv()
            return result
    except (EOFError, OSError):
        pass
    running.process.join(1)  # on a busy system the end may not be known yet
    failed = running.process.exitcode
    running.process.kill()
    running.line.close()
    _RUNNING.clear()
    # A signal ends a process that exceeds its limits; one that exited by itself could not start.
    return None if failed and failed > 0 else _TOO_MUCH


def _start() -> _Process:
    """Start the process. It is spawned, because a fork would inherit locks in any state."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    with deaf_children():
        process.start()
    theirs.close()
    _RUNNING.append(_Process(process=process, line=ours))
    return _RUNNING[0]


def _serve(line: Connection) -> None:
    """Try the pictures that are sent, until the other side closes the connection."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    _hide_fonts()
    limit_memory(MEMORY)
    while True:
        try:
            request: PictureRequest = line.recv()
        except (EOFError, OSError):
            return
        line.send(_try(request))


def _try(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Try a picture; the system ends the process if it takes too long."""
    if request.kind == "SVG" and not _has_engine():
        return None
    limit_time(request.seconds)
    try:
        if request.kind == "SVG":
            return try_drawing(request.content, request.size)
        return try_raster(request.content, request.kind)
    except MemoryError:
        return _TOO_MUCH
    except Exception:  # noqa: BLE001  # anything that a decoder or the engine raises is this picture's fault
        return _BROKEN
    finally:
        limit_time(0)


def _hide_fonts() -> None:
    """Hide the system's fonts from the engine: a drawing has no text, and searching for fonts takes long."""
    path = cache_folder() / "pictures" / "no-fonts.conf"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, b'<?xml version="1.0"?>\n<fontconfig></fontconfig>\n')
        os.environ["FONTCONFIG_FILE"] = str(path)


def _has_engine() -> bool:
    """Return whether the engine can be loaded; the time of loading does not count for the picture."""
    try:
        with found_by_the_loader():
            import weasyprint  # noqa: F401, PLC0415  # loaded only where a drawing is tried
    except (ImportError, OSError):
        return False
    return True


@cache
def _maker() -> bytes:
    """Return the code and the versions of the libraries that look a picture through and try it."""
    code = (*sorted(Path(__file__).parent.glob("*.py")), PACKAGE / "colour.py", PACKAGE / "xmltree.py")
    own = [path.read_bytes() for path in code]
    return b"\0".join([*own, *(f"{name} {version(name)}".encode() for name in _PACKAGES)])
