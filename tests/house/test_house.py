"""The rules of the house: which room may know which, and how templates, styles and words are kept."""

import ast
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from leafwright import fonts
from leafwright.html import ORIGIN
from leafwright.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "leafwright"
ROOMS = (
    (
        "problems",
        "resources",
        "files",
        "cache",
        "colour",
        "syllables",
        "bidi",
        "telephone",
        "short_message",
        "paths",
        "interrupts",
        "tags",
    ),
    ("scripts", "fictional", "xmltree", "palette"),
    ("families",),
    ("fonts",),
    ("doctor", "licences"),
    ("source",),
    ("text",),
    ("model",),
    ("language",),
    ("phrasing",),
    ("blocks",),
    ("handout",),
    ("flavours",),
    ("page_format",),
    ("edition",),
    ("formats",),
    ("decode",),
    ("exports",),
    ("workspace", "codes"),
    ("pictures", "translation"),
    ("integrity",),
    ("library",),
    ("bibliography", "spelling"),
    ("sheet",),
    ("templating",),
    ("html",),
    ("print_only", "plain_text"),
    ("web",),
    ("pdf", "thumbnail"),
    ("manifest", "seal"),
    ("rules",),
    ("readability",),
    ("build",),
    ("verify", "changes"),
    ("brand", "catalogue", "preview"),
    ("schema", "report", "status", "answers", "progress", "xliff"),
    ("scaffold", "ical"),
    ("cli",),
    ("__main__",),
)
RANK = {room: rank for rank, rooms in enumerate(ROOMS) for room in rooms}
DOORS = {
    "yaml": {"source"},
    "markdown_it": {"text"},
    "jinja2": {"html", "templating"},
    "weasyprint": {"pdf", "pictures"},
    "pydyf": {"pdf"},
    "page": {"pdf"},
    "citeproc": {"bibliography", "exports"},
    "PIL": {"pictures"},
    "segno": {"blocks"},
    "coloraide": {"colour"},
    "phonenumbers": {"telephone"},
    "rich": {"cli"},
    "click": {"cli"},
    "distributed": {"build"},
    "filelock": {"build"},
    "spylls": {"spelling"},
    "starlette": {"preview"},
    "uvicorn": {"preview"},
    "watchfiles": {"preview"},
}
MODULES = sorted(path for path in ENGINE.rglob("*.py") if "skeletons" not in path.parts)
STYLES = sorted((ROOT / "styles").rglob("*.css"))
TEMPLATES = sorted(path for path in (ROOT / "templates").rglob("*.html") if path.name != "preview.html")
"""What is printed, and what staff see. Authors see the preview, which speaks as the command line does."""
FROM_OUTSIDE = {
    "--fit-space",
    "--fit-type",
    "--fit-leading",
    "--head-wrapped",
    "--foot-wrapped",
    "--leading",
    "--small",
    "--kerning",
    "--within",
    "--foot-code",
    "--foot-clinic",
    "--foot-status",
    "--foot-page",
    "--head-title",
    "--logo-ratio",
    "--logo",
    "--picture-size",
    "--blank-page",
    "--body",
    "--page-inner",
    "--least",
    "--page-side",
    "--page-first",
    "--page-high",
    "--page-head",
    "--page-foot",
}
MOST_LINES = 250


def room_of(path: Path) -> str:
    """Name the room a module belongs to."""
    return path.relative_to(ENGINE).parts[0].removesuffix(".py")


@cache
def nodes_of(path: Path) -> tuple[ast.AST, ...]:
    """Parse a module."""
    return tuple(ast.walk(ast.parse(path.read_text("utf-8"))))


@cache
def imported(path: Path) -> tuple[str, ...]:
    """List the dotted names a module imports, those for type checking too."""
    return tuple(_names_in(nodes_of(path)))


def _names_in(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def css_of(path: Path) -> str:
    """Read a style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_imports_flow_one_way(path: Path) -> None:
    """A room imports only rooms before it, and itself."""
    room = room_of(path)
    if room == "__init__":
        return
    others = {name.split(".")[1] for name in imported(path) if name.startswith("leafwright.")}
    later = {other for other in others & set(RANK) if other != room and RANK[other] >= RANK[room]}

    assert room in RANK
    assert later == set()


@pytest.mark.parametrize("library", DOORS)
def test_one_library_one_door(library: str) -> None:
    """A library of another project is imported in one room."""
    rooms = {room_of(path) for path in MODULES for name in imported(path) if name.split(".")[0] == library}

    assert rooms <= DOORS[library]


def test_only_the_preview_waits_without_a_thread() -> None:
    """Coroutines stay in the one module that answers a browser."""
    waits = ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith
    found = [
        path.relative_to(ENGINE).as_posix()
        for path in MODULES
        if any(isinstance(node, waits) for node in nodes_of(path))
    ]

    assert found == ["preview/server.py"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_a_module_is_read_in_one_look(path: Path) -> None:
    """A module has at most 250 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


def test_a_class_name_stands_once() -> None:
    """A name means one thing."""
    trees = [ast.parse(path.read_text("utf-8")) for path in MODULES]
    names = [node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]

    public = Counter(name for name in names if not name.startswith("_"))
    assert sorted(name for name, count in public.items() if count > 1) == []


def test_every_token_used_is_defined() -> None:
    """Each custom property that a style reads is bound somewhere, or set by the page or the ladder."""
    text = "".join(map(css_of, STYLES))
    used = set(re.findall(r"var\((--[\w-]+)", text))
    bound = set(re.findall(r"(--[\w-]+):", text))

    assert used - bound == FROM_OUTSIDE


def test_every_token_defined_is_used() -> None:
    """Each custom property that is bound is read."""
    text = "".join(map(css_of, STYLES))
    used = set(re.findall(r"var\((--[\w-]+)", text))

    assert set(re.findall(r"(?<![\w-])(--[\w-]+):", text)) - used == set()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_a_style_keeps_the_rules(path: Path) -> None:
    """No hex colour outside the tokens, no !important, no @media, no physical side."""
    text = css_of(path)
    physical = (
        r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|^\s*(?:width|height|left|right):"
    )

    assert path.name == "tokens.css" or not re.search(r"#[0-9a-fA-F]{3,8}\b", text)
    assert "!important" not in text
    assert "@media" not in text
    assert not re.search(physical, text, re.MULTILINE)


def test_the_index_imports_every_style() -> None:
    """index.css imports each style of the folders, the tokens and the elements, once, each into its layer."""
    fonts.activate()
    from leafwright.pdf.fetch import INDEX, LAYERS, WorkspaceFetcher  # noqa: PLC0415  # the fonts come first

    index = WorkspaceFetcher(Workspace(root=ROOT)).fetch(ORIGIN + INDEX).read().decode()
    imports = re.findall(r'url\("([^"]+)"\)', index)
    layers = re.findall(r'url\("(\w+)/[^"]+"\) layer\((\w+)\)', index)
    there = [
        str(path.relative_to(ROOT / "styles"))
        for path in STYLES
        if path.name not in {"brand.css", "index.css", "page.css"}
    ]

    assert sorted(imports) == sorted(there)
    assert all(folder == layer for folder, layer in layers)
    assert f"@layer tokens, base, {', '.join(LAYERS)};" in index


NAMES = sorted(
    {path.stem for kind in ("variants", "editions") for path in ROOT.glob(f"templates/{kind}/*.yaml")}
)
OTHERWISE = {
    ("comparison", "blocks/comparison.py"),
    ("comparison", "sheet/views.py"),
    ("aftercare", "formats.py"),
    ("aftercare", "blocks/traits.py"),
    ("exercises", "formats.py"),
    ("exercises", "blocks/traits.py"),
    ("exercises", "blocks/exercises.py"),
    ("booklet", "exports/bibtex_names.py"),
    ("standard", "exports/bibtex_names.py"),
    ("standard", "model/csl.py"),
}
"""Names that are those of something else as well: of a kind of block, a part of a leaflet, a source."""


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ENGINE)))
def test_no_code_knows_a_variant_or_an_edition(path: Path) -> None:
    """A variant or an edition is defined by its record: to add or rename one takes no code."""
    tree = ast.parse(path.read_text("utf-8"))
    strings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    name_of = path.relative_to(ENGINE).as_posix()

    assert [name for name in NAMES if name in strings and (name, name_of) not in OTHERWISE] == []


def test_no_template_knows_a_variant_or_an_edition() -> None:
    """Templates and styles are chosen by layout; a page names its edition for a style of its own."""
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    styles = "".join(map(css_of, STYLES))

    assert not re.search(r"key\.(variant|edition)\s*(==|!=|in\b)", templates)
    assert not [name for name in NAMES if re.search(rf"\.sheet--(edition-)?{name}\b", styles)]


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_the_engine_takes_each_style(path: Path) -> None:
    """Each style sheet loads alone without a warning of the engine."""
    fonts.activate()
    from weasyprint import CSS  # noqa: PLC0415  # the fonts had to come first

    from leafwright.pictures.trial import engine_warnings  # noqa: PLC0415  # the engine sees the fonts that are active

    with engine_warnings() as warnings:
        CSS(string=re.sub(r"@import[^;]+;|background-image:[^;]+;", "", path.read_text("utf-8")))

    assert warnings == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_words_of_its_own(path: Path) -> None:
    """Every visible word comes from the handout, the clinic or words/; nothing is passed unescaped."""
    text = path.read_text("utf-8")
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)

    assert not re.search(r"[A-Za-z]{2,}", bare), bare.split()
    assert "safe" not in text


def test_every_language_has_the_same_phrases() -> None:
    """The files of words have the same keys, save the plural forms, which are each language's own."""

    def keys(value: object, path: str = "") -> Iterator[str]:
        if isinstance(value, dict) and "other" not in value:
            for key, below in value.items():
                yield from keys(below, f"{path}/{key}")
        else:
            yield path

    phrases = [
        set(keys(yaml.safe_load(path.read_text("utf-8"))["phrases"])) for path in (ROOT / "words").glob("*")
    ]

    assert all(found == phrases[0] for found in phrases)


def test_every_phrase_is_printed() -> None:
    """Each phrase is read by a template or by the room that fills it."""
    rooms = (
        path for room in ("phrasing", "blocks", "sheet", "catalogue") for path in (ENGINE / room).glob("*.py")
    )
    readers = "".join(path.read_text("utf-8") for path in [*TEMPLATES, *rooms])
    phrases = yaml.safe_load((ROOT / "words/en-GB.yaml").read_text("utf-8"))["phrases"]
    groups = [phrases, *(group for group in phrases.values() if isinstance(group, dict))]
    groups += [group for group in phrases["catalogue"].values() if isinstance(group, dict)]
    names = [name for group in groups for name in group]
    open_lists = {*phrases["variants"], *phrases["editions"], *phrases["status"]}

    idle = [name for name in names if f".{name.replace('-', '_')}" not in readers and name not in open_lists]
    assert idle == []


def test_the_tree_says_nothing_it_should_not() -> None:
    """No file mentions tools, machines or registries, and nothing is left to be done."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    told = re.compile("pypi" + r"\.org|files\.python" + "hosted|TO" + r"DO\b|FIX" + r"ME\b|/wo" + "rk/")
    drawn = {".png", ".ttf", ".webp"}
    texts = {name: (ROOT / name) for name in listed.split() if (ROOT / name).suffix not in drawn}

    assert [
        name for name, path in texts.items() if path.exists() and told.search(path.read_text("utf-8"))
    ] == []
