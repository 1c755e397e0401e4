"""The process in which pictures are drawn: with bounds of time and memory, and gone when its parent is.

It is started when the first picture needs it, and serves all that follow. What a good picture is like is
kept in the cache under its hash, so that it is drawn once a machine.
"""

import hashlib
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

from leafwright.files import digest, write_whole
from leafwright.fonts import cache_folder
from leafwright.fonts.loader import found_by_the_loader
from leafwright.interrupts import deaf_children
from leafwright.pictures.measure import PictureMeasure
from leafwright.pictures.trial import HERE, try_drawing, try_raster
from leafwright.problems import Problem

SECONDS: Final = 3.0
"""The processor time that one picture may take."""
PATIENCE: Final = 120.0
"""The seconds after which a picture is given up, however busy the machine is."""
MEMORY: Final = 4096
"""The MiB that the process may use."""
_PACKAGES: Final = ("weasyprint", "pillow", "pypdfium2")
_DAMAGED: Final = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
)
"""What a file in the cache may raise that somebody edited."""
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
    """A picture to be tried: its bytes, its kind, of a drawing its sides, and the time it may take."""

    content: bytes
    kind: str
    size: tuple[float, float] = (1.0, 1.0)
    seconds: float = SECONDS


@dataclass(slots=True, kw_only=True)
class _Process:
    """The process at work, and the line to it."""

    process: SpawnProcess
    line: Connection


_LOCK: Final = Lock()
_RUNNING: list[_Process] = []


def try_picture(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Draw a picture once and say what it is like, or recall what was found when it was drawn before.

    Returns None where nothing is known of it: the engine is not there, or no process could be started.
    """
    name = _name_of(request)
    path = cache_folder() / "pictures" / f"{name}.json"
    with suppress(
        OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError
    ):
        known, _, written = path.read_text("utf-8").partition("\n")
        if known == _digest_of(name, written):
            return PictureMeasure.read(json.loads(written))
    with _LOCK:
        found = _sent(request)
    if isinstance(found, PictureMeasure):
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            written = json.dumps(asdict(found))
            write_whole(path, f"{_digest_of(name, written)}\n{written}".encode())
    return found


def _digest_of(name: str, written: str) -> str:
    """Hash what was found together with the picture it was found of, so that neither is taken for another."""
    return digest(f"{name}\n{written}".encode())


def _sent(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Have the process try a picture; one that dies of it, or died before, is replaced for the next."""
    if _RUNNING and not _RUNNING[0].process.is_alive():
        _RUNNING.clear()
    running = _RUNNING[0] if _RUNNING else _start()
    try:
        running.line.send(request)
        if running.line.poll(PATIENCE):
            found: PictureMeasure | Problem | None = running.line.recv()
            return found
    except (EOFError, OSError):
        pass
    running.process.join(1)  # a system that is busy may not have noticed yet that it ended
    failed = running.process.exitcode
    running.process.kill()
    running.line.close()
    _RUNNING.clear()
    # One that a signal ended was beyond its limits; one that ended by itself could not even begin.
    return None if failed and failed > 0 else _TOO_MUCH


def _start() -> _Process:
    """Start the process. It is spawned: a fork takes over locks as they happen to be."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs,), daemon=True)
    with deaf_children():
        process.start()
    theirs.close()
    _RUNNING.append(_Process(process=process, line=ours))
    return _RUNNING[0]


def _serve(line: Connection) -> None:
    """Try the pictures that are sent, until nobody is there any more to send one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    warnings.simplefilter("ignore")
    _hide_fonts()
    with suppress(ImportError):
        import resource  # noqa: PLC0415  # there is none on Windows

        most = MEMORY * 2**20
        resource.setrlimit(resource.RLIMIT_AS, (most, resource.getrlimit(resource.RLIMIT_AS)[1]))
    while True:
        try:
            request: PictureRequest = line.recv()
        except (EOFError, OSError):
            return
        line.send(_tried(request))


def _tried(request: PictureRequest) -> PictureMeasure | Problem | None:
    """Try a picture; when it takes too long a timer of the system ends the process, as nothing less would."""
    timed = hasattr(signal, "setitimer")  # not on Windows
    if request.kind == "SVG" and not _has_engine():
        return None
    if timed:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, request.seconds)
    try:
        if request.kind == "SVG":
            return try_drawing(request.content, request.size)
        return try_raster(request.content, request.kind)
    except MemoryError:
        return _TOO_MUCH
    except Exception:  # noqa: BLE001  # whatever a decoder or the engine raises, it is this picture's fault
        return _BROKEN
    finally:
        if timed:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _hide_fonts() -> None:
    """Show the engine no fonts: a drawing has no letters, and looking for those of the system takes long."""
    path = cache_folder() / "pictures" / "no-fonts.conf"
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, b'<?xml version="1.0"?>\n<fontconfig></fontconfig>\n')
        os.environ["FONTCONFIG_FILE"] = str(path)


def _has_engine() -> bool:
    """Tell whether the engine is there; loading it is no part of a picture's time."""
    try:
        with found_by_the_loader():
            import weasyprint  # noqa: F401, PLC0415  # loaded only where a drawing is tried
    except (ImportError, OSError):
        return False
    return True


def _name_of(request: PictureRequest) -> str:
    """Name a picture and all that has a say in what is found of it."""
    found = hashlib.sha256(_maker())
    found.update(f"{request.kind} {request.size}\n".encode())
    found.update(request.content)
    return found.hexdigest()


@cache
def _maker() -> bytes:
    """Say which code and which libraries try a picture."""
    own = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return b"\0".join([*own, *(f"{name} {version(name)}".encode() for name in _PACKAGES)])
