"""Copy a file that comes with Leafwright into a workspace, where it takes the bundled one's place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

from leafwright.decode import suggest
from leafwright.files import write_whole
from leafwright.integrity import is_key
from leafwright.model.record import LANGUAGE
from leafwright.resources import shared
from leafwright.scaffold.answers import ScaffoldError
from leafwright.source import Tree, parse_source, text_of, write_lines
from leafwright.workspace import Workspace

HOW_TO: Final = """\
# Only what this file says is changed. To change a phrase, delete the "# " before it and before the lines
# that it stands below. Names in braces, such as {n}, must stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedKind:
    """A kind of file that may be copied: the folder it is in, and how its name ends.

    One that is `renamed` may be copied under another name, together with its style in the folder `styles`, if
    it has one.
    """

    folder: str
    ending: str
    renamed: bool = False
    styles: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, each its path below the folder without the ending."""
        base = _bundled(self.folder)
        paths = sorted(base.rglob(f"*{self.ending}"))
        return tuple(path.relative_to(base).as_posix().removesuffix(self.ending) for path in paths)

    def file(self, name: str) -> str:
        """Return the file of a name, below the workspace or the shared folders."""
        return f"{self.folder}/{name}{self.ending}"

    def parts_of(self, name: str, new: str = "") -> tuple[str, ...]:
        """List the files of a name, the record and its style if it has one, or those of its new name."""
        styled = bool(self.styles) and _bundled(f"{self.styles}/{name}.css").is_file()
        return (self.file(new or name), *((f"{self.styles}/{new or name}.css",) if styled else ()))

    def named(self, written: str) -> str:
        """Return the name that somebody means who may have written the whole path."""
        return written.removeprefix(f"{self.folder}/").removesuffix(self.ending)


KINDS: Final[Mapping[str, CopiedKind]] = {
    "words": CopiedKind(folder="words", ending=".yaml", renamed=True),
    "template": CopiedKind(folder="templates", ending=".html"),
    "style": CopiedKind(folder="styles", ending=".css"),
    "variant": CopiedKind(folder="templates/variants", ending=".yaml", renamed=True),
    "edition": CopiedKind(
        folder="templates/editions", ending=".yaml", renamed=True, styles="styles/editions"
    ),
    "look": CopiedKind(folder="templates/looks", ending=".yaml", renamed=True, styles="styles/looks"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedCopy:
    """A file that somebody wants to copy, by its kind and its name.

    Of words, only `phrases` are copied, such as `foot.clinic`; without any, all of them as comments. A record
    may be given a `new` name. Words under the tag of another language are copied whole, to be translated.
    """

    kind: str
    name: str
    phrases: tuple[str, ...] = ()
    new: str = ""


def copy_file(workspace: Workspace, wanted: WantedCopy) -> tuple[str, ...]:
    """Copy a bundled file, and the style of a record; returns their paths in the workspace.

    Raises ScaffoldError for a name or a phrase that does not exist, and for a file that does already, OSError
    if it cannot be written.
    """
    new, copied = wanted.new, KINDS[wanted.kind]
    name = copied.named(wanted.name)
    if name not in copied.names:
        message = f"{copied.file(name)} does not come with Leafwright; {_meant(name, copied.names)}"
        raise ScaffoldError(message)
    if new:
        _check_new(wanted)
    files = dict(zip(copied.parts_of(name), copied.parts_of(name, new or name), strict=True))
    for target in files.values():
        if (path := workspace.root / target).exists() or path.is_symlink():
            message = f"{target} is there already: edit it, or move it away first"
            raise ScaffoldError(message)
    for file, target in files.items():
        content = _bundled(file).read_bytes()
        if wanted.kind == "words" and not new:
            content = _some_words(content, file, wanted.phrases)
        write_whole(workspace.root / target, _renamed(content, wanted.kind, name, new or name))
    return tuple(files.values())


def _check_new(wanted: WantedCopy) -> None:
    """Check a new name: words may be of any language that does not come along. Raises ScaffoldError."""
    new, is_language, message = wanted.new, wanted.kind == "words", ""
    if not is_language and not is_key(new):
        message = f"'{new}' is no name: use small letters, digits and single hyphens"
    elif is_language and not re.fullmatch(LANGUAGE, new):
        message = f"'{new}' is no language tag: write the language's tag, such as pt or pt-BR"
    elif is_language and new in KINDS["words"].names:
        message = f"{new} comes with Leafwright: leave out --as {new}, and copy its own words"
    elif wanted.phrases:
        message = "another language needs every phrase: name none"
    if message:
        raise ScaffoldError(message)


def _bundled(file: str) -> Path:
    top, _, below = file.partition("/")
    return shared(top) / below


def _renamed(content: bytes, kind: str, name: str, new: str) -> bytes:
    """Write the new name where a file has its own: words as their language, a style in the class of pages."""
    own = "\nlanguage: {}\n" if kind == "words" else f".sheet--{kind}-{{}}"
    return content.replace(own.format(name).encode(), own.format(new).encode())


def _meant(name: str, names: Sequence[str]) -> str:
    """Name the files that were probably meant, or all there are."""
    ends = " or ".join(f"'{path}'" for path in names if path.rpartition("/")[2] == name)
    return f"did you mean {ends}?" if ends else suggest(name, names, len(names))


def _some_words(content: bytes, file: str, phrases: Sequence[str]) -> bytes:
    """Write a words file that changes nothing yet: some phrases as they are, or all of them as comments."""
    text = text_of(content, file)
    schema, *lines = text.splitlines()
    if not phrases:
        return "\n".join([schema, HOW_TO, *_commented(lines), ""]).encode()
    tree = cast("Mapping[str, Tree]", parse_source(text, file))
    known = dict(_phrases_in(cast("Mapping[str, Tree]", tree["phrases"])))
    chosen: dict[str, Tree] = {}
    for name in phrases:
        if name not in known:
            message = f"there is no phrase '{name}'; {suggest(name, tuple(known))}"
            raise ScaffoldError(message)
        _put(chosen, name.split("."), known[name])
    return "\n".join([schema, *write_lines({"language": tree["language"], "phrases": chosen}), ""]).encode()


def _commented(lines: Sequence[str]) -> Iterator[str]:
    """Make comments of all lines but those that every words file may have."""
    within = ""
    for line in lines:
        if line.startswith(("language:", "phrases:")):
            within = "  " if line.startswith("phrases:") else ""
            yield line
        elif not line.startswith("#"):
            yield f"{within}# {line.removeprefix(within)}"


def _phrases_in(tree: Mapping[str, Tree], above: str = "") -> Iterator[tuple[str, Tree]]:
    for key, value in tree.items():
        yield f"{above}{key}", value
        if isinstance(value, Mapping):
            yield from _phrases_in(value, f"{above}{key}.")


def _put(tree: dict[str, Tree], path: Sequence[str], value: Tree) -> None:
    for key in path[:-1]:
        tree = cast("dict[str, Tree]", tree.setdefault(key, {}))
    tree[path[-1]] = value
