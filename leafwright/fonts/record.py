"""The faces a build may use, each with its hash."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leafwright.families import FontError, characters
from leafwright.files import digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One static font file, and the hash of its content when the set was read."""

    family: str
    weight: int
    path: Path
    sha256: str

    def read(self) -> bytes:
        """Read the file. Raises FontError if it has changed."""
        try:
            content = self.path.read_bytes()
        except OSError:
            content = b""
        if digest(content) != self.sha256:
            raise FontError(
                f"{self.path} changed after it was checked: run the command again to remake the fonts"
            )
        return content


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The faces a build may use, and the fontconfig file that limits the engine to them."""

    families: Mapping[str, tuple[Face, ...]]
    config: Path
    fingerprint: str

    @property
    def folder(self) -> Path:
        """Return the folder that holds the faces."""
        return self.config.parent / "faces"

    @property
    def hashes(self) -> frozenset[str]:
        """The hashes of all faces."""
        return frozenset(face.sha256 for faces in self.families.values() for face in faces)

    def missing(self, text: str) -> dict[str, frozenset[str]]:
        """Return for each family the characters of a text it cannot print; blanks are never missing."""
        needed = frozenset(sign for sign in text if sign.isprintable() and sign != " ")
        return {
            family: frozenset().union(*(needed - characters(face.path) for face in faces))
            for family, faces in self.families.items()
        }
