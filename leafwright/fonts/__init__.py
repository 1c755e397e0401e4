"""The hermetic font set: static faces of the bundled families, made once on each machine, and nothing else.

Every process that lays out a page calls `activate` before it imports the engine. Fontconfig then sees these
folders, the same on every machine, so no system font can get into a leaflet. A page in a script with a
fallback font is laid out with the bundled faces and that font; a page in English never sees it.

Any program may write to the cache folder. So the hash of each face is checked whenever the set is used, and a
set that differs in any file is made again.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from html import escape
from pathlib import Path
from shutil import rmtree

from leafwright.cache import cache_folder
from leafwright.families import BUNDLED, FALLBACKS, FAMILIES, SOURCES, STYLES, FontError, FontSource
from leafwright.files import digest, write_whole
from leafwright.fonts.cutting import make_face, name_face
from leafwright.fonts.known import installed, known_hash
from leafwright.fonts.record import Face, FontSet

RECIPE = 1
"""The version of the code that makes faces: raise it with any change, so that all are made again."""
ATTEMPTS = 8
"""How often a process tries to put a finished set into the place that others write to as well."""


def activate(scripts: Iterable[str] = ()) -> FontSet:
    """Make the engine use the bundled fonts and the fallback fonts of some scripts, and no others.

    Fonts that are not in the cache are made first. The engine reads fontconfig's file once for each font
    configuration. Raises FontError when the engine was imported before with other fonts, when a font package
    is missing and when the cache cannot be written.
    """
    root = cache_folder()
    fonts = _joined(root, prepare(root), [prepare(root, (FALLBACKS[script],)) for script in sorted(scripts)])
    _forget(root)
    active = os.environ.get("FONTCONFIG_FILE", "")
    if "weasyprint" in sys.modules and not Path(active).is_relative_to(root / "fonts"):
        raise FontError(
            "weasyprint was imported before leafwright.fonts.activate(): it may have seen other fonts"
        )
    os.environ["FONTCONFIG_FILE"] = str(fonts.config)
    return fonts


def are_cut(scripts: Iterable[str]) -> bool:
    """Return whether the bundled fonts, and installed fallback fonts of some scripts, are in the cache."""
    wanted = (BUNDLED, *((FALLBACKS[script],) for script in scripts if FALLBACKS[script].installed))
    return all(find(cache_folder(), sources) for sources in wanted)


def fallback_fingerprints(scripts: Iterable[str]) -> dict[str, str]:
    """Fingerprint the installed fallback font of each script; it is made first if it is not in the cache."""
    installed_for = [script for script in sorted(set(scripts)) if FALLBACKS[script].installed]
    return {script: prepare(cache_folder(), (FALLBACKS[script],)).fingerprint for script in installed_for}


def find(cache_root: Path, sources: tuple[FontSource, ...] = BUNDLED) -> FontSet | None:
    """Return the font set if the cache has all of it, otherwise None; raises FontError like `activate`."""
    return _load(cache_root / "fonts" / _key(sources), sources)


def prepare(cache_root: Path, sources: tuple[FontSource, ...] = BUNDLED) -> FontSet:
    """Return the font set from the cache, made first if it is not complete; safe for several processes."""
    ready = find(cache_root, sources)
    if ready is not None:
        return ready
    folder = cache_root / "fonts" / _key(sources)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f"{folder.name}-") as scratch:
            _cut(sources, Path(scratch) / "new", folder)
            _publish(Path(scratch), folder, sources)
    except OSError as fault:
        raise FontError(_unwritable(cache_root, fault)) from fault
    made = _load(folder, sources)
    if made is None:
        raise FontError(
            f"the fonts in {folder} are incomplete, or unknown to Leafwright, right after they were made: "
            "delete that folder, install the font packages and fontTools again, and try again"
        )
    return made


def _key(sources: tuple[FontSource, ...]) -> str:
    """Name the cache folder from facts that need no reading of a font: versions, names and sizes."""
    parts: list[object] = [RECIPE, installed("fonttools")]
    for source in sources:
        files = [source.file(weight) for weight in STYLES]
        sizes = [(file.name, file.stat().st_size) for file in files]
        parts.append([source.family, installed(source.package), sizes])
    return digest(json.dumps(parts).encode())[:16]


def _load(folder: Path, sources: tuple[FontSource, ...]) -> FontSet | None:
    """Read a font set; None if a file is missing or differs, or it was made for another folder."""
    config, names = folder / "fonts.conf", {(source, weight) for source in sources for weight in STYLES}
    try:
        written = json.loads((folder / "manifest.json").read_text("utf-8"))
        hashes = {str(face["file"]): str(face["sha256"]) for face in written["faces"]}
        whole = config.read_text("utf-8") == _configuration([folder]) and _holds_only(
            folder, {name_face(source, weight) for source, weight in names}
        )
        families = {source.family: _faces(source, folder, hashes) for source in sources} if whole else {}
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    faces = [face for family in families.values() for face in family]
    if len(faces) != len(names):
        return None
    made = {"recipe": RECIPE, "fonttools": installed("fonttools"), "faces": [face.sha256 for face in faces]}
    return FontSet(families=families, config=config, fingerprint=digest(json.dumps(made).encode()))


def _holds_only(folder: Path, names: AbstractSet[str]) -> bool:
    """Return whether the folder of the faces has exactly these files, and no folders or links."""
    entries = list(os.scandir(folder / "faces"))
    plain = all(entry.is_file(follow_symlinks=False) for entry in entries)
    return plain and {entry.name for entry in entries} == names and not (folder / "faces").is_symlink()


def _faces(source: FontSource, folder: Path, hashes: Mapping[str, str]) -> tuple[Face, ...]:
    """Read the faces of a family that have the right hash."""
    faces = []
    for weight in STYLES:
        name = name_face(source, weight)
        path, expected = folder / "faces" / name, known_hash(source, weight, RECIPE) or hashes[name]
        if digest(path.read_bytes()) == expected:
            faces.append(Face(family=source.family, weight=weight, path=path, sha256=expected))
    return tuple(faces)


def _cut(sources: tuple[FontSource, ...], target: Path, final: Path) -> None:
    """Write the faces, the manifest and a fontconfig file for the `final` folder, to which they are moved."""
    (target / "faces").mkdir(parents=True)
    faces, origins = [], {}
    for source in sources:
        for weight in STYLES:
            content, file, origin = make_face(source, weight), name_face(source, weight), source.file(weight)
            (target / "faces" / file).write_bytes(content)
            origins[origin.name] = digest(origin.read_bytes())
            faces.append({"family": source.family, "weight": weight, "file": file, "sha256": digest(content)})
    made_from = {"recipe": RECIPE, "fonttools": installed("fonttools"), "sources": origins}
    (target / "manifest.json").write_text(json.dumps({**made_from, "faces": faces}, indent=2) + "\n", "utf-8")
    (target / "fonts.conf").write_text(_configuration([final]), "utf-8")


def _publish(scratch: Path, folder: Path, sources: tuple[FontSource, ...]) -> None:
    """Move the finished set into place in one step, unless another process was first with a complete set."""
    for attempt in range(ATTEMPTS):
        try:
            (scratch / "new").rename(folder)
        except OSError:
            if _load(folder, sources) is not None:
                return
        else:
            return
        # Another process may take the damaged set away at the same time.
        with suppress(FileNotFoundError):
            folder.rename(scratch / f"damaged-{attempt}")


def _joined(root: Path, bundled: FontSet, fallbacks: list[FontSet]) -> FontSet:
    """Join several sets into one: their faces stay in their folders, and one file lists the folders."""
    if not fallbacks:
        return bundled
    sets = [bundled, *fallbacks]
    text = _configuration([made.config.parent for made in sets]).encode()
    config = root / "fonts" / f"{digest(text)[:16]}.conf"
    try:
        if not config.is_file() or config.read_bytes() != text:
            write_whole(config, text)
    except OSError as fault:
        raise FontError(_unwritable(root, fault)) from fault
    families = {family: faces for made in sets for family, faces in made.families.items()}
    together = digest("".join(made.fingerprint for made in sets).encode())
    return FontSet(families=families, config=config, fingerprint=together)


def _forget(root: Path) -> None:
    """Remove fontconfig's own cache of the faces, whose hashes are not checked; it is made again in a moment.

    The folder itself stays: if two processes create it at once, fontconfig tells one that it has no cache.
    """
    for config in root.glob("fonts/*/fonts.conf"):
        folder = config.with_name("fontconfig")
        with suppress(OSError):
            if folder.is_symlink():
                folder.unlink()
            folder.mkdir(exist_ok=True)
            for remembered in folder.iterdir():
                if remembered.is_dir() and not remembered.is_symlink():
                    rmtree(remembered, ignore_errors=True)
                else:
                    remembered.unlink(missing_ok=True)


def _unwritable(root: Path, fault: OSError) -> str:
    return f"cannot write fonts below {root} ({fault.strerror}): set LEAFWRIGHT_CACHE to another folder"


def _configuration(folders: Iterable[Path]) -> str:
    """Write fontconfig's file: the faces of these sets, their own cache, and no folder of the system."""
    sets = list(folders)
    listed = "\n".join(f"  <dir>{escape(str(folder / 'faces'), quote=False)}</dir>" for folder in sets)
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{listed}
  <cachedir>{escape(str(sets[0] / "fontconfig"), quote=False)}</cachedir>
</fontconfig>
"""
