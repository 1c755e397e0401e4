"""Families that a brand brings as files: what they are, and how they are made within limits.

A font file may be of any size, broken or made to take all time and memory there is. So it is read in a
process of its own that the system ends beyond its limits. What came of good files is cached under their hash.
"""

import json
import logging
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from leafwright.cache import cache_folder
from leafwright.files import digest, read_sealed, write_sealed
from leafwright.fonts.known import installed
from leafwright.interrupts import deaf_children, limit_memory, limit_time

SECONDS: Final = 20.0
"""The processor time that the files of one family may take."""
PATIENCE: Final = 180.0
"""The seconds after which they are given up, even on a busy machine."""
MEMORY: Final = 1024
"""The memory that the process may use, in MiB."""
FOLDER: Final = "fonts"
"""Where a page finds the faces of its brand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """A file of a family; the brand may say its weight, and whether it is italic."""

    content: bytes = field(repr=False)
    weight: int | None = None
    italic: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFace:
    """A static face that was made of a brand's files."""

    weight: int
    italic: bool
    sha256: str

    @property
    def file(self) -> str:
        """The name by which a page asks for it."""
        return f"{FOLDER}/{self.sha256}.ttf"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFamily:
    """A family that a brand brings: its faces, and the characters that all of them have."""

    family: str
    faces: tuple[OwnFace, ...]
    signs: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFinding:
    """What is found in the files of a family; `file` is the number of one, if it is about one.

    Only an error keeps the family from being used.
    """

    code: str
    message: str
    hint: str
    file: int | None = None
    severity: str = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeFamily:
    """What came of the files: the family, unless there are errors, and its faces by the names of pages."""

    family: OwnFamily | None
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    findings: tuple[FontFinding, ...] = ()


_TOO_MUCH: Final = FontFinding(
    code="font-too-large",
    message=f"the files take more than {SECONDS:g} seconds or {MEMORY:,} MiB of memory to read",
    hint="use the plain TTF or OTF files of the font's maker",
)
_BROKEN: Final = FontFinding(
    code="bad-font",
    message="the files cannot be made into faces",
    hint="use TTF, OTF or WOFF2 files as the font's maker gives them",
)


@lru_cache(maxsize=16)
def make_family(family: str, files: tuple[FontFile, ...]) -> MadeFamily:
    """Make the faces of a family of a brand's files; the same files give the same bytes."""
    path = cache_folder() / "brand-fonts" / f"{_name_of(family, files)}.json"
    if known := _known(path, family):
        return known
    made = _make_within_limits(family, files)
    if made.family:
        with suppress(OSError):
            write_sealed(path, _write(made))
    return made


def _name_of(family: str, files: tuple[FontFile, ...]) -> str:
    """Hash a family's files with everything that its faces depend on."""
    room = Path(__file__).parent
    code = [path.read_bytes() for path in (*sorted(room.glob("*.py")), room.parent / "families.py")]
    given = [f"{digest(file.content)} {file.weight} {file.italic}" for file in files]
    return digest("\n".join([family, installed("fonttools"), *map(digest, code), *given]).encode())


def _write(made: MadeFamily) -> str:
    faces = made.family.faces if made.family else ()
    contents = [
        [face.weight, face.italic, b64encode(made.contents[face.file]).decode("ascii")] for face in faces
    ]
    signs = "".join(sorted(made.family.signs)) if made.family else ""
    return json.dumps([contents, signs, [asdict(finding) for finding in made.findings]])


def _known(path: Path, family: str) -> MadeFamily | None:
    """Return what was made before by this very code; None if it is not there or was changed."""
    with suppress(OSError, ValueError, LookupError, TypeError, RecursionError):
        if written := read_sealed(path):
            contents, signs, findings = json.loads(written)
            faces = [(weight, italic, b64decode(content)) for weight, italic, content in contents]
            return made_of(family, faces, signs, [FontFinding(**finding) for finding in findings])
    return None


def made_of(
    family: str, faces: list[tuple[int, bool, bytes]], signs: Iterable[str], findings: list[FontFinding]
) -> MadeFamily:
    """Put a family together from the bytes of its faces."""
    named = {
        OwnFace(weight=weight, italic=italic, sha256=digest(content)): content
        for weight, italic, content in faces
    }
    return MadeFamily(
        family=OwnFamily(family=family, faces=tuple(named), signs=frozenset(signs)),
        contents={face.file: content for face, content in named.items()},
        findings=tuple(findings),
    )


def _make_within_limits(family: str, files: tuple[FontFile, ...]) -> MadeFamily:
    """Make a family in a process that ends beyond its limits, and that inherits no locks."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, family, files), daemon=True)
    with deaf_children():
        process.start()
    theirs.close()
    made = MadeFamily(family=None, findings=(_TOO_MUCH,))
    with suppress(EOFError, OSError):
        made = ours.recv() if ours.poll(PATIENCE) else made
    process.kill()
    process.join()
    ours.close()
    return made


def _serve(line: Connection, family: str, files: tuple[FontFile, ...]) -> None:
    """Make a family and send it; a signal of the system ends the process if it takes too long."""
    from leafwright.fonts.own_cutting import cut_family  # noqa: PLC0415  # slow to load, and needed only here

    logging.disable()  # what fontTools says of odd tables is of no use to an author
    limit_memory(MEMORY)
    limit_time(SECONDS)
    try:
        made = cut_family(family, files)
    except MemoryError:
        made = MadeFamily(family=None, findings=(_TOO_MUCH,))
    except Exception:  # noqa: BLE001  # anything that reading a font raises is the fault of its files
        made = MadeFamily(family=None, findings=(_BROKEN,))
    line.send(made)
