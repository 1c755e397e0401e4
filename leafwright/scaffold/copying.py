"""Copy a file that comes with Leafwright into a workspace, where it takes the bundled one's place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from leafwright.decode import suggest
from leafwright.files import write_whole
from leafwright.resources import shared
from leafwright.scaffold.answers import ScaffoldError
from leafwright.source import Tree, parse_source, text_of, write_lines
from leafwright.workspace import Workspace

HOW_TO: Final = """\
# Only what this file says is changed. To change a phrase, delete the "# " before it and before the lines
# that it stands below. Names in braces, such as {n}, must stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedKind:
    """A kind of file that may be copied: the folder it is in, and how its name ends."""

    folder: str
    ending: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, each its path below the folder without the ending."""
        top, _, below = self.folder.partition("/")
        base = shared(top) / below
        paths = sorted(base.rglob(f"*{self.ending}"))
        return tuple(path.relative_to(base).as_posix().removesuffix(self.ending) for path in paths)

    def file(self, name: str) -> str:
        """Return the file of a name, below the workspace or the shared folders."""
        return f"{self.folder}/{name}{self.ending}"

    def named(self, written: str) -> str:
        """Return the name that somebody means who may have written the whole path."""
        return written.removeprefix(f"{self.folder}/").removesuffix(self.ending)


KINDS: Final[Mapping[str, CopiedKind]] = {
    "words": CopiedKind(folder="words", ending=".yaml"),
    "template": CopiedKind(folder="templates", ending=".html"),
    "style": CopiedKind(folder="styles", ending=".css"),
    "variant": CopiedKind(folder="templates/variants", ending=".yaml"),
    "edition": CopiedKind(folder="templates/editions", ending=".yaml"),
}


def copy_file(workspace: Workspace, kind: str, written: str, phrases: Sequence[str] = ()) -> str:
    """Copy the bundled file of a kind and a name; returns its path in the workspace.

    Of words, only `phrases` are copied, such as `foot.clinic`; without any, all of them as comments. Raises
    ScaffoldError for a name or a phrase that does not exist, and for a file that does already, OSError if it
    cannot be written.
    """
    name = KINDS[kind].named(written)
    file, names = KINDS[kind].file(name), KINDS[kind].names
    if name not in names:
        message = f"{file} does not come with Leafwright; {_meant(name, names)}"
        raise ScaffoldError(message)
    path = workspace.root / file
    if path.exists() or path.is_symlink():
        message = f"{file} is there already: edit it, or move it away first"
        raise ScaffoldError(message)
    top, _, below = file.partition("/")
    content = (shared(top) / below).read_bytes()
    write_whole(path, _some_words(content, file, phrases) if kind == "words" else content)
    return file


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
