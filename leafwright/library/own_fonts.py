"""Read the families that a brand brings as files beside it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Final, Self

from leafwright.families import EVERYWHERE, SUBSTITUTE
from leafwright.fonts.own import FontFile, MadeFamily, OwnFamily, make_family
from leafwright.model.brand import Brand, BrandFontFamily, BrandFontFile
from leafwright.paths import relative_inside
from leafwright.problems import ContentError, Place, Problem, Severity, has_errors, problem_at, refusal_at

KINDS: Final = (".ttf", ".otf", ".woff2", ".woff")
MOST_BYTES: Final = 8_000_000
MOST_NAMED: Final = 8
"""How many missing characters are named."""
NEVER_DRAWN: Final = "\xa0\xad"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFonts:
    """The families that a brand brings: what pages need to know of each, and the faces that pages load.

    `files` are the names of the files that they were made of.
    """

    families: Mapping[str, OwnFamily] = field(default_factory=dict)
    contents: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    files: tuple[str, ...] = ()

    def add(self, made: MadeFamily, files: tuple[str, ...]) -> Self:
        """Return these and one more family."""
        own = {made.family.family: made.family} if made.family else {}
        return type(self)(
            families={**self.families, **own},
            contents={**self.contents, **made.contents},
            files=(*self.files, *files),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFolder:
    """Where the files of fonts are: the folder of a brand file, by its place, and how they are read."""

    of: Callable[[Place], Path]
    read: Callable[[Path], bytes]


def read_own_fonts(brand: Brand, folder: FontFolder) -> tuple[OwnFonts, tuple[Problem, ...]]:
    """Make the families that a brand brings, and tell what is found in their files.

    Raises ContentError for files that cannot be used.
    """
    own, problems, faults = OwnFonts(), list[Problem](), list[Problem]()
    for family in brand.typography.fonts:
        try:
            made, notes = make_own_family(family, folder)
        except ContentError as error:
            faults += error.problems
            continue
        problems += notes
        own = own.add(made, tuple(file.place_of("path").beside(file.path) for file in family.files))
    if faults:
        raise ContentError(faults)
    return own, tuple(problems)


def make_own_family(family: BrandFontFamily, folder: FontFolder) -> tuple[MadeFamily, tuple[Problem, ...]]:
    """Make one family of its files; raises ContentError like `read_own_fonts`."""
    made = make_family(family.family, tuple(_read(family, folder)))
    problems = (*_findings(made, family), *_lacking(made, family))
    if has_errors(problems):
        raise ContentError(problems)
    return made, problems


def _read(family: BrandFontFamily, folder: FontFolder) -> Iterator[FontFile]:
    """Read the files of a family. Raises ContentError with the fault of each that cannot be read."""
    faults = [fault for file in family.files if (fault := _misnamed(file, folder))]
    if faults:
        raise ContentError(faults)
    if family.package:
        yield from _read_package(family.package, family.place_of("package"))
    for file in family.files:
        place = file.place_of("path")
        try:
            content = folder.read(folder.of(place) / file.path)
        except OSError as error:
            message = f"'{file.path}' cannot be read"
            raise refusal_at(place, "missing-font", message, "check its permissions") from error
        italic = None if file.style is None else file.style == "italic"
        yield FontFile(content=content, weight=file.weight, italic=italic)


def _read_package(pinned: str, place: Place) -> Iterator[FontFile]:
    """Read the files of an installed package. Raises ContentError if it is not there in this version."""
    name, _, version = pinned.partition("==")
    try:
        package = distribution(name)
    except PackageNotFoundError as error:
        hint = f"install it with pip: pip install {pinned}"
        raise refusal_at(place, "missing-font", f"{name} is not installed", hint) from error
    if package.version != version:
        hint = "install that one, or write this one and look at the sheets again"
        raise refusal_at(
            place, "missing-font", f"{name} is installed as {package.version}, not {version}", hint
        )
    files = Path(str(package.locate_file(name.replace("-", "_")))) / "files"
    for path in sorted(files.glob("*.[ot]tf")):
        yield FontFile(content=path.read_bytes())


def _misnamed(file: BrandFontFile, folder: FontFolder) -> Problem | None:
    """Find what is wrong with the name of a file, its kind or its size."""
    place, name = file.place_of("path"), file.path
    if "://" in name:
        message = f"'{name}' is on the web, and nothing is fetched from there"
        return problem_at(place, "missing-font", message, "save it beside _brand.yml, and name that file")
    if PurePosixPath(name).suffix.lower() not in KINDS:
        return problem_at(place, "bad-font", f"'{name}' is no font we print", f"use {', '.join(KINDS)}")
    try:
        path = relative_inside(folder.of(place), name)
        size = path.stat().st_size if path and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        path, size = folder.of(place), None
    if path is None:
        return problem_at(
            place, "outside-folder", f"'{name}' leads out of the folder", "put it beside the YAML"
        )
    if size is None:
        return problem_at(place, "missing-font", f"there is no file '{name}'", "put it beside _brand.yml")
    if size > MOST_BYTES:
        hint = f"at most {MOST_BYTES:,}: use a font for Latin, Greek or Cyrillic letters alone"
        return problem_at(place, "font-too-large", f"'{name}' has {size:,} bytes", hint)
    return None


def _findings(made: MadeFamily, family: BrandFontFamily) -> Iterator[Problem]:
    for finding in made.findings:
        own = finding.file is not None and not family.package
        file = family.files[finding.file or 0] if own else None
        yield Problem(
            place=file.place_of("path") if file else family.place_of("family"),
            code=finding.code,  # one of those in fonts/own_cutting.py
            message=f"'{file.path}': {finding.message}" if file else finding.message,
            hint=finding.hint,
            severity=Severity(finding.severity),
        )


def _lacking(made: MadeFamily, family: BrandFontFamily) -> Iterator[Problem]:
    """Tell which of the usual characters are printed in another family."""
    missing = sorted(EVERYWHERE - made.family.signs - set(NEVER_DRAWN)) if made.family else []
    if missing:
        more = " and others" if len(missing) > MOST_NAMED else ""
        yield Problem(
            place=family.place_of("family"),
            code="font-lacks-letters",
            message=f"'{family.family}' lacks {' '.join(missing[:MOST_NAMED])}{more}",
            hint=f"they are printed in {SUBSTITUTE}",
            severity=Severity.ADVICE,
        )
