"""Begin a clinic's brand with a brand file or with logos, and give an account of what was taken."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from leafwright import integrity
from leafwright.decode import decode
from leafwright.families import DEFAULT, FAMILIES
from leafwright.library.brands import make_brand, printed_of, settle_colours, settle_logo, settle_type
from leafwright.library.own_fonts import FontFolder, make_own_family
from leafwright.model.brand import BrandColour, BrandTypography
from leafwright.model.brand_file import BrandFile
from leafwright.model.inheritance import inherit
from leafwright.pictures.check import KINDS, check_picture
from leafwright.problems import ContentError, Place, Severity, has_errors
from leafwright.scaffold.answers import CLINIC_ANSWERS, ScaffoldError
from leafwright.scaffold.colours import ROLES, colour_of_logo, fit_for_paper
from leafwright.scaffold.logos import FRAME, UNSAID, Logo, first_printed, given_logo
from leafwright.source import Mapping as Values
from leafwright.source import Node, Scalar, Tree, parse_source, read_text, write_lines

FILES: Final = (".yml", ".yaml")
NAMELESS: Final = f'meta: {{name: "{UNSAID}"}}'


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandStart:
    """What a clinic's brand begins with: files by their names, words of the skeleton and what replaces them.

    `account` says in lines what was taken, changed and left out.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    account: tuple[str, ...] = ()

    @property
    def has_logo(self) -> bool:
        """Whether a logo is among the files."""
        return any(name.endswith(tuple(KINDS)) for name in self.files)


def begin_brand(given: Iterable[Path], answers: Mapping[str, str]) -> BrandStart:
    """Begin with a brand file, with logos, or with both; an answer takes precedence over what they have.

    Raises ScaffoldError for files that cannot be read as such.
    """
    paths = tuple(given)
    files = [path for path in paths if path.suffix.lower() in FILES]
    others = [path for path in paths if path not in files]
    for path in others:
        if path.suffix.lower() not in KINDS:
            message = f"'{path}' is neither a brand file ({', '.join(FILES)}) nor a logo ({', '.join(KINDS)})"
            raise ScaffoldError(message)
    if len(files) > 1:
        message = f"there are {len(files)} brand files: give one, and logos if you like"
        raise ScaffoldError(message)
    logos = [given_logo(path) for path in others]
    try:
        return _with_file(files[0], logos, answers) if files else _with_logos(logos, answers)
    except ContentError as error:
        raise ScaffoldError(map(str, error.problems)) from error


def _with_logos(logos: list[Logo], answers: Mapping[str, str]) -> BrandStart:
    """Begin with the first logo that can be printed, and propose its colour."""
    account: list[str] = []
    logo = _first_given(logos, account)
    if logo is None:
        return BrandStart()
    words = {"path: logo.svg": f"path: {logo.target}", FRAME: UNSAID}
    colour = colour_of_logo(logo.measure.colours)
    if colour and "primary" not in answers:
        changed, lines = fit_for_paper(BrandColour(primary=colour))
        words[CLINIC_ANSWERS["primary"]] = changed.get("primary", colour)
        account += [f"took the primary colour {colour} from {logo.name}", *_changed(lines)]
    elif not colour:
        account.append(f"left out: {logo.name} has only greys, so it gives no primary colour")
    return BrandStart(files={logo.target: logo.content}, words=words, account=tuple(account))


def _with_file(path: Path, logos: list[Logo], answers: Mapping[str, str]) -> BrandStart:
    """Begin with a brand file as it is; what must differ in print is added below its `defaults`."""
    text = read_text(path, path.name)
    tree = parse_source(text, path.name)
    file, whole = decode(BrandFile, tree), printed_of(tree)
    account: list[str] = []
    logo = _first_given(logos, account) or first_printed(_own_logo(path.parent, whole, account), account)
    typography = decode(BrandTypography, settle_type(whole))
    fonts = dict(_usable_fonts(path.parent, typography, account))
    own: dict[str, Tree] = {
        "color": _colours_for(whole, answers, account),
        "typography": _families_for(typography, {*FAMILIES, *fonts}, answers, account),
        "logo": _logo_for(logo, given=bool(logos), account=account),
    }
    copied = dict(_further_pictures(path.parent, (tree, whole), logo, account))
    content = _with_print(text, tree, {key: value for key, value in own.items() if value})
    passed_over = (fault for fault in integrity.check_brand_file(file) if fault.severity is Severity.ADVICE)
    account += [f"left out: {problem.message.removeprefix('no page prints ')}" for problem in passed_over]
    make_brand(parse_source(content, path.name))
    copied |= {logo.target: logo.content} if logo else {}
    for files in fonts.values():
        copied |= files
    return BrandStart(files={"_brand.yml": content.encode(), **copied}, account=tuple(account))


def _first_given(logos: list[Logo], account: list[str]) -> Logo | None:
    """Choose the first given logo that can be printed; raises ScaffoldError if none of them can."""
    logo = first_printed(logos, account)
    if logos and logo is None:
        faults = (line.removeprefix("left out: ") for line in account)
        raise ScaffoldError([*faults, "nothing is written: give another logo, or none for an empty frame"])
    return logo


def _own_logo(folder: Path, whole: Values, account: list[str]) -> Iterator[Logo]:
    """Find the logo that a brand file names; without a name the words of a logo are not known."""
    try:
        image = settle_logo(inherit(BrandFile, parse_source(NAMELESS, ""), whole))
    except ContentError as error:
        account.append(f"left out: {error.problems[0].text}")
        return
    yield Logo(folder=folder, name=str(image["path"]), target=str(image["path"]), alt=str(image["alt"]))


def _further_pictures(
    folder: Path, trees: Iterable[Values], logo: Logo | None, account: list[str]
) -> Iterator[tuple[str, bytes]]:
    """Go through the pictures that a brand file names beside the printed one, so that its lines stay true."""
    named = dict.fromkeys(name for tree in trees for name in _pictures_in(tree.get("logo")))
    for name in named:
        if logo and name not in {logo.name, logo.target}:
            problems = list(check_picture(folder, name, Place(file=name)))
            if has_errors(problems):
                account.append(f"left out: {name}: {problems[0].text}")
            else:
                account.append(f"copied {name}, which no page prints now")
                yield name, (folder / name).read_bytes()


def _pictures_in(written: Node) -> Iterator[str]:
    """Go through the names of pictures in what a brand file says of its logo."""
    if isinstance(written, Values):
        for key in written:
            yield from _pictures_in(written[key]) if key != "alt" else ()
    elif isinstance(written, Scalar) and Path(written).suffix.lower() in KINDS:
        yield str(written)


def _logo_for(logo: Logo | None, *, given: bool, account: list[str]) -> dict[str, Tree]:
    """Say what a brand file must say of its logo in print; nothing if it says it already."""
    if logo is None:
        account.append("kept an empty frame in the place of a logo")
        return {"path": "logo.svg", "alt": FRAME}
    return {"path": logo.target, "alt": logo.alt} if given or logo.alt == UNSAID else {}


def _colours_for(whole: Values, answers: Mapping[str, str], account: list[str]) -> dict[str, Tree]:
    """Say which colours must differ in print."""
    settled = settle_colours(whole)
    color = decode(BrandColour, settled)
    changed, lines = fit_for_paper(color)
    taken = [f"{role} {color.hex_of(role)}" for role in ROLES if role in settled and role not in changed]
    account += [f"took the colours {', '.join(taken)}"] if taken else []
    account += _changed(lines)
    return {
        **{str(role): changed[role] for role in changed},
        **({"primary": answers["primary"]} if "primary" in answers else {}),
    }


def _usable_fonts(
    folder: Path, typography: BrandTypography, account: list[str]
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Go through the families that a brand brings and that can be printed, each with its files."""
    place = FontFolder(of=lambda _: folder, read=Path.read_bytes)
    for family in typography.fonts:
        try:
            make_own_family(family, place)
        except ContentError as error:
            account.append(f"left out: {family.family}: {error.problems[0].text}")
        else:
            yield family.family, {str(file.path): (folder / file.path).read_bytes() for file in family.files}


def _families_for(
    typography: BrandTypography, usable: Collection[str], answers: Mapping[str, str], account: list[str]
) -> dict[str, Tree]:
    """Say which families must differ in print."""
    families: dict[str, Tree] = {}
    for kind, font in (("base", typography.base), ("headings", typography.headings)):
        chosen = answers.get("family") or (font.family if font.family in usable else DEFAULT)
        if chosen == font.family:
            named = font.place != typography.place
            account.append(
                f"took {font.family} for {kind}"
                if named
                else f"set {kind} in {font.family}, because no family is named"
            )
        else:
            families[kind] = chosen
            account.append(f"changed: {kind} in {font.family}, so pages are set in {chosen}")
    return families


def _changed(lines: Iterable[str]) -> list[str]:
    return [f"changed: {line}" for line in lines]


def _with_print(text: str, tree: Values, own: Mapping[str, Tree]) -> str:
    """Write what differs in print below the file's `defaults`; every other line stays as it is."""
    if not own:
        return text
    added = parse_source("\n".join(write_lines({"defaults": {"leafwright": own}})), "")
    whole, defaults = inherit(BrandFile, tree, added), tree.get("defaults")
    host, key, value = tree, "defaults", whole["defaults"]
    if isinstance(defaults, Values) and defaults and isinstance(value, Values):
        host, key, value = defaults, "leafwright", value["leafwright"]
    lines = text.splitlines()
    line, column = host.place.line - 1, host.place.column
    if lines[line][column - 1 : column] != "{":
        _put(lines, (host, tree), {key: value})
    elif key not in host:
        written = json.dumps({key: value}, ensure_ascii=False)[1:-1]
        lines[line] = f"{lines[line][:column]}{written}, {lines[line][column:]}"
    else:
        lines = [*write_lines(whole)]
    return "\n".join([*lines, ""])


def _put(lines: list[str], trees: tuple[Values, Values], entry: Mapping[str, Tree]) -> None:
    """Write an entry of the first mapping, which may be in the second: in its place, or in a new one."""
    (host, tree), (key,) = trees, entry
    first = host.key_place(next(iter(host)))
    begin = end = len(lines) if host is tree else first.line - 1
    if key in host:
        begin = host.key_place(key).line - 1
        after = (keys.key_place(name).line - 1 for keys in trees for name in keys)
        end = min((line for line in after if line > begin), default=len(lines))
        while lines[end - 1].lstrip()[:1] in {"", "#"}:  # what stands there is about the next entry
            end -= 1
    lines[begin:end] = write_lines(entry, first.column - 1)
