"""The hermetic font set: static faces of the bundled families, cut once a machine, and nothing else.

Every process that lays out a page calls `activate` before it imports the engine. Fontconfig then sees one
folder, the same on every machine, so no system font can slip into a leaflet.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import platformdirs

RECIPE = 1
"""The edition of the cut below: raise it with any change that alters a face, and every machine cuts anew."""

STYLES: Mapping[int, str] = {400: "Regular", 700: "Bold"}


class FontError(RuntimeError):
    """The font set cannot be made or comes too late; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A bundled family and the files it is cut from; a variable family has both weights in one file."""

    family: str
    regular: str
    bold: str

    @property
    def package(self) -> str:
        """Name the Python package that carries the family."""
        return "fontpkg-" + self.family.lower().replace(" ", "-")

    def file(self, weight: int) -> Path:
        """Find the installed file of a weight; raises FontError when its package is missing."""
        try:
            found = distribution(self.package)
        except PackageNotFoundError:
            message = f"{self.package} is not installed: run `make`, or install leafwright again with pip"
            raise FontError(message) from None
        name = self.bold if weight == max(STYLES) else self.regular
        return Path(str(found.locate_file(f"{self.package.replace('-', '_')}/files/{name}")))


SOURCES = (
    Source(
        family="Atkinson Hyperlegible",
        regular="AtkinsonHyperlegible-Regular.ttf",
        bold="AtkinsonHyperlegible-Bold.ttf",
    ),
    Source(family="Figtree", regular="Figtree[wght].ttf", bold="Figtree[wght].ttf"),
    Source(family="Public Sans", regular="PublicSans[wght].ttf", bold="PublicSans[wght].ttf"),
    Source(family="Source Sans 3", regular="SourceSans3[wght].ttf", bold="SourceSans3[wght].ttf"),
)

FAMILIES = tuple(source.family for source in SOURCES)
"""The families a brand may name: a closed list, each in roman 400 and 700."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One static font file."""

    family: str
    weight: int
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FontSet:
    """The faces a build may use, and the fontconfig file that shows the engine these and no others."""

    families: Mapping[str, tuple[Face, ...]]
    config: Path
    fingerprint: str

    @property
    def folder(self) -> Path:
        """Return the folder that holds the faces."""
        return self.config.parent / "faces"

    def missing(self, text: str) -> dict[str, frozenset[str]]:
        """Tell for each family which characters of a text it cannot print; blanks are never missing."""
        wanted = frozenset(sign for sign in text if sign.isprintable() and sign != " ")
        return {
            family: frozenset().union(*(wanted - _characters(face.path) for face in faces))
            for family, faces in self.families.items()
        }


def activate() -> FontSet:
    """Show the engine the bundled fonts and no others, cutting them first where this machine has not yet.

    Raises FontError when the engine was imported before with other fonts, when a font package is missing and
    when the cache cannot be written.
    """
    fonts = prepare(cache_folder())
    if "weasyprint" in sys.modules and os.environ.get("FONTCONFIG_FILE") != str(fonts.config):
        message = "weasyprint was imported before leafwright.fonts.activate(): it may have seen other fonts"
        raise FontError(message)
    os.environ["FONTCONFIG_FILE"] = str(fonts.config)
    return fonts


def cache_folder() -> Path:
    """Return where this machine keeps what is cut once: LEAFWRIGHT_CACHE, else the user's cache folder."""
    chosen = os.environ.get("LEAFWRIGHT_CACHE") or platformdirs.user_cache_dir("leafwright", appauthor=False)
    return Path(chosen).resolve()


def find(cache_root: Path, sources: tuple[Source, ...] = SOURCES) -> FontSet | None:
    """Return the font set when the cache holds it whole, else None; raises FontError as `activate` does."""
    return _load(cache_root / "fonts" / _key(sources))


def prepare(cache_root: Path, sources: tuple[Source, ...] = SOURCES) -> FontSet:
    """Return the font set from the cache, cut first when it is not there whole; processes may race for it."""
    ready = find(cache_root, sources)
    if ready is not None:
        return ready
    folder = cache_root / "fonts" / _key(sources)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}-") as scratch:
            _cut(sources, Path(scratch) / "new", folder)
            _publish(Path(scratch), folder)
    except OSError as fault:
        message = f"cannot write fonts below {cache_root} ({fault.strerror}): set LEAFWRIGHT_CACHE elsewhere"
        raise FontError(message) from fault
    made = _load(folder)
    if made is None:
        message = f"the fonts in {folder} are not whole after they were cut: delete that folder and try again"
        raise FontError(message)
    return made


def _key(sources: tuple[Source, ...]) -> str:
    """Name the cache folder from what can be asked without reading a font: versions, names and sizes."""
    parts: list[object] = [RECIPE, version("fonttools")]
    for source in sources:
        files = [source.file(weight) for weight in STYLES]
        sizes = [(file.name, file.stat().st_size) for file in files]
        parts.append([source.family, version(source.package), sizes])
    return _digest(json.dumps(parts).encode())[:16]


def _load(folder: Path) -> FontSet | None:
    """Read a font set back; None when a part of it is missing, cut short or made for another folder."""
    config = folder / "fonts.conf"
    try:
        manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
        whole = config.read_text("utf-8") == _configuration(folder) and all(
            (folder / "faces" / face["file"]).stat().st_size == face["size"] for face in manifest["faces"]
        )
    except (OSError, ValueError):
        return None
    families: dict[str, tuple[Face, ...]] = {}
    for face in manifest["faces"]:
        made = Face(family=face["family"], weight=face["weight"], path=folder / "faces" / face["file"])
        families[made.family] = (*families.get(made.family, ()), made)
    return FontSet(families=families, config=config, fingerprint=manifest["fingerprint"]) if whole else None


def _cut(sources: tuple[Source, ...], target: Path, final: Path) -> None:
    """Write the faces, the manifest and a fontconfig file that names the folder they will be moved to."""
    (target / "faces").mkdir(parents=True)
    faces, origins = [], {}
    for source in sources:
        for weight, style in STYLES.items():
            origin = source.file(weight)
            content = _instance(origin, source.family, weight) if "[" in origin.name else origin.read_bytes()
            file = f"{source.family.replace(' ', '')}-{style}.ttf"
            (target / "faces" / file).write_bytes(content)
            origins[origin.name] = _digest(origin.read_bytes())
            face = {"family": source.family, "weight": weight, "file": file, "size": len(content)}
            faces.append({**face, "sha256": _digest(content)})
    made_from = {"recipe": RECIPE, "fonttools": version("fonttools"), "sources": origins}
    fingerprint = _digest(json.dumps(made_from, sort_keys=True).encode())
    manifest = {"fingerprint": fingerprint, **made_from, "faces": faces}
    (target / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")
    (target / "fonts.conf").write_text(_configuration(final), "utf-8")


def _instance(origin: Path, family: str, weight: int) -> bytes:
    """Cut one weight out of a variable font: the same bytes on every machine with the same fontTools."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 60 ms that only the first run on a machine needs
    from fontTools.varLib import instancer  # noqa: PLC0415

    font = TTFont(origin, recalcTimestamp=False)
    font = instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
    postscript = f"{family.replace(' ', '')}-{STYLES[weight]}"
    names = font["name"]
    names.removeNames(nameID=25)  # the prefix of a variable font's instances: there are none left
    names.setName(postscript, 6, 3, 1, 0x409)
    names.setName(f"{names.getDebugName(5)};{postscript}", 3, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def _publish(scratch: Path, folder: Path) -> None:
    """Move the finished set into place in one step, unless another process was first and its set is whole."""
    try:
        (scratch / "new").rename(folder)
    except OSError:
        if _load(folder) is None:
            folder.rename(scratch / "damaged")
            (scratch / "new").rename(folder)


def _configuration(folder: Path) -> str:
    """Write fontconfig's file: this set's faces, a cache of its own, and no folder of the system."""
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{escape(str(folder / "faces"))}</dir>
  <cachedir>{escape(str(folder / "fontconfig"))}</cachedir>
</fontconfig>
"""


@cache
def _characters(path: Path) -> frozenset[str]:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # heavy, and only an author's mistake asks for it

    with TTFont(path, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
