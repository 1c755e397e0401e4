"""The hermetic font set: static faces of the bundled families, cut once a machine, and nothing else.

Every process that lays out a page calls `activate` before it imports the engine. Fontconfig then sees these
folders, the same on every machine, so no system font can slip into a leaflet. A page in a script that is lent
its letters is laid out with the bundled faces and that script's; a page in English never sees those.
"""

import hashlib
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import platformdirs

from leafwright.families import BUNDLED, FAMILIES, LENT, SOURCES, STYLES, FontError, Source, characters
from leafwright.files import write_whole

__all__ = ["FAMILIES", "SOURCES", "FontError", "Source"]

RECIPE = 1
"""The edition of the cut below: raise it with any change that alters a face, and every machine cuts anew."""


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
            family: frozenset().union(*(wanted - characters(face.path) for face in faces))
            for family, faces in self.families.items()
        }


def activate(scripts: Iterable[str] = ()) -> FontSet:
    """Show the engine the bundled fonts and those lent to some scripts, and no others, cut first if need be.

    The engine reads what it is shown whenever it makes a font configuration, and keeps to that.
    Raises FontError when the engine was imported before with other fonts, when a font package is missing and
    when the cache cannot be written.
    """
    root = cache_folder()
    fonts = _joined(root, prepare(root), [prepare(root, (LENT[script],)) for script in sorted(scripts)])
    shown = os.environ.get("FONTCONFIG_FILE", "")
    if "weasyprint" in sys.modules and not Path(shown).is_relative_to(root / "fonts"):
        message = "weasyprint was imported before leafwright.fonts.activate(): it may have seen other fonts"
        raise FontError(message)
    os.environ["FONTCONFIG_FILE"] = str(fonts.config)
    return fonts


def are_cut(scripts: Iterable[str]) -> bool:
    """Tell whether the bundled fonts, and those that are installed for some scripts, are in the cache."""
    wanted = (BUNDLED, *((LENT[script],) for script in scripts if LENT[script].installed))
    return all(find(cache_folder(), sources) for sources in wanted)


def lent_fingerprints(scripts: Iterable[str]) -> dict[str, str]:
    """Fingerprint the faces lent to each script whose package is installed, cut first if need be."""
    there = [script for script in sorted(set(scripts)) if LENT[script].installed]
    return {script: prepare(cache_folder(), (LENT[script],)).fingerprint for script in there}


def cache_folder() -> Path:
    """Return where this machine keeps what is cut once: LEAFWRIGHT_CACHE, else the user's cache folder."""
    chosen = os.environ.get("LEAFWRIGHT_CACHE") or platformdirs.user_cache_dir("leafwright", appauthor=False)
    return Path(chosen).resolve()


def find(cache_root: Path, sources: tuple[Source, ...] = BUNDLED) -> FontSet | None:
    """Return the font set when the cache holds it whole, else None; raises FontError as `activate` does."""
    return _load(cache_root / "fonts" / _key(sources))


def prepare(cache_root: Path, sources: tuple[Source, ...] = BUNDLED) -> FontSet:
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
        raise FontError(_unwritable(cache_root, fault)) from fault
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
        whole = config.read_text("utf-8") == _configuration([folder]) and all(
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
    (target / "fonts.conf").write_text(_configuration([final]), "utf-8")


def _instance(origin: Path, family: str, weight: int) -> bytes:
    """Cut one weight out of a variable font: the same bytes on every machine with the same fontTools."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415  # 60 ms that only the first run on a machine needs
    from fontTools.varLib import instancer  # noqa: PLC0415  # as the line above

    font = TTFont(origin, recalcTimestamp=False)
    normal = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    cut = {**normal, "wght": weight}
    font = instancer.instantiateVariableFont(font, cut, inplace=True, updateFontNames=True)
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


def _joined(root: Path, bundled: FontSet, lent: list[FontSet]) -> FontSet:
    """Make one set of several: their faces stay where they are, and one file lists their folders."""
    if not lent:
        return bundled
    sets = [bundled, *lent]
    text = _configuration([made.config.parent for made in sets])
    config = root / "fonts" / f"{_digest(text.encode())[:16]}.conf"
    if not config.exists():
        try:
            write_whole(config, text.encode())
        except OSError as fault:
            raise FontError(_unwritable(root, fault)) from fault
    families = {family: faces for made in sets for family, faces in made.families.items()}
    together = _digest("".join(made.fingerprint for made in sets).encode())
    return FontSet(families=families, config=config, fingerprint=together)


def _unwritable(root: Path, fault: OSError) -> str:
    return f"cannot write fonts below {root} ({fault.strerror}): set LEAFWRIGHT_CACHE elsewhere"


def _configuration(folders: Iterable[Path]) -> str:
    """Write fontconfig's file: the faces of these sets, a cache of their own, and no folder of the system."""
    sets = list(folders)
    listed = "\n".join(f"  <dir>{escape(str(folder / 'faces'))}</dir>" for folder in sets)
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{listed}
  <cachedir>{escape(str(sets[0] / "fontconfig"))}</cachedir>
</fontconfig>
"""


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
