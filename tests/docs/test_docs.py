"""The documents say what is so: their examples are read, their commands run, their names are the code's."""

import re
import runpy
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from leafwright.blocks.kinds import KINDS
from leafwright.changes import SheetChange
from leafwright.cli import COMMANDS, cli, upgrade
from leafwright.decode import decode
from leafwright.edition import Edition
from leafwright.formats import Variant
from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.model.brand import Brand
from leafwright.model.clinic import Clinic
from leafwright.model.forms import DateForms, NumberForms, Spacing, TimeForms
from leafwright.model.look import Look
from leafwright.model.prints import Prints
from leafwright.model.record import kebab
from leafwright.model.reference import References
from leafwright.model.words import Words
from leafwright.resources import PACKAGE
from leafwright.source import parse_source
from leafwright.workspace import Workspace
from tests.fakes import THREAD
from tests.workspaces import HANDOUT, write_workspace
from tools.bench.libraries import CLINICS, EXAMPLES
from tools.commands import commands, write_page

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = {"generate.py", "leafwright"}
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def fenced(path: Path, language: str) -> Iterator[str]:
    """Go through the fenced pieces of a document in one language, without the indent of a list."""
    for indent, piece in re.findall(
        rf"^( *)```{language}\n(.*?)^ *```$", path.read_text("utf-8"), re.DOTALL | re.MULTILINE
    ):
        yield re.sub(rf"^{indent}", "", piece, flags=re.MULTILINE)


def blocks_of(document: str) -> Iterator[str]:
    """Go through the examples of blocks in a document."""
    yield from (piece for piece in fenced(ROOT / document, "yaml") if piece.startswith("- kind:"))


@pytest.mark.parametrize("example", list(blocks_of("docs/authoring.md")))
def test_each_example_of_blocks_is_sound(example: str) -> None:
    """Each piece of YAML that shows blocks is read without a problem."""
    indented = "".join(f"      {line}\n" for line in example.splitlines())
    head = "".join(
        f"{key}: {value}\n" for key, value in HANDOUT.items() if isinstance(value, str) and key != "version"
    )
    text = f"""{head}version: "1.0"
glance: {{message: Hello., points: [One.]}}
sections:
  - id: part
    heading: Part
    blocks:
{indented}variants:
  leaflet: {{sections: [part]}}
"""

    assert decode(Handout, parse_source(text, "example.yaml")).sections[0].blocks


def test_every_kind_of_block_is_shown() -> None:
    """The authors' guide shows every kind of block there is."""
    shown = set(re.findall(r"kind: ([\w-]+)", "".join(blocks_of("docs/authoring.md"))))

    assert shown == {*KINDS}


def test_the_example_of_a_handout_is_sound() -> None:
    """The head shown in the authors' guide is a whole handout."""
    (text,) = (piece for piece in fenced(ROOT / "docs/authoring.md", "yaml") if piece.startswith("title:"))

    assert decode(Handout, parse_source(text, "example.yaml")).reference == "EX-1"


def test_the_example_of_references_is_sound() -> None:
    """The entry shown in the authors' guide is a reference."""
    (text,) = (
        piece for piece in fenced(ROOT / "docs/authoring.md", "yaml") if piece.startswith("references:")
    )

    assert decode(References, parse_source(text, "example.yaml")).references[0].id == "elm1999"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        (page, name)
        for page, records in {
            "authoring": (Handout,),
            "branding": (Clinic, Brand, Prints),
            "formats": (Variant, Edition, Look),
            "languages": (Words, DateForms, TimeForms, NumberForms, Spacing),
        }.items()
        for record in records
        for name in record.model_fields
    ],
)
def test_a_guide_names_every_field(page: str, name: str) -> None:
    """Each field of the files that a guide is about is named in it."""
    key, text = kebab(name), (ROOT / f"docs/{page}.md").read_text("utf-8")

    assert re.search(rf"`{key}[`:]|^ *{key}:", text, re.MULTILINE)


def test_the_message_about_a_pale_colour_is_the_real_one(tmp_path: Path) -> None:
    """The refusal shown in the branding guide is what a pale colour really gives."""
    told = load_library(write_workspace(tmp_path, brand={"color": {"primary": "#cccccc"}})).problems

    message = str(told[0]).partition(": ")[2]
    assert message in (ROOT / "docs/branding.md").read_text("utf-8")


def test_the_message_about_a_slip_is_the_real_one(tmp_path: Path) -> None:
    """The mistake shown in the page on building is reported in these words."""
    rest = {"kind": "list", "id": "rest", "lead": "You can", "itmes": ["rest"]}

    told = [str(problem) for problem in load_library(write_workspace(tmp_path, blocks=[rest])).problems]

    (shown,) = (piece for piece in fenced(ROOT / "docs/building.md", "text") if "unknown-field" in piece)
    assert shown.strip().split(": error: ", 1)[1] in [message.split(": ", 1)[1] for message in told]


def test_what_an_upgrade_says_is_shown() -> None:
    """The pages that would differ are listed as in the guide to a folder of one's own."""
    (shown,) = (piece for piece in fenced(ROOT / "docs/own-folder.md", "text") if "would differ" in piece)
    first, second, summary = shown.splitlines()
    changes = [
        SheetChange(path=first.split(": ")[0], before=2, after=3, words=(2, 3), ink=(1,)),
        SheetChange(path=second.split(": ")[0], before=1, after=1),
    ]

    assert [f"{change.path}: {'; '.join(upgrade._told(change))}" for change in changes] == [first, second]
    assert upgrade._summary(changes, 8) == summary


def test_the_architecture_names_every_room() -> None:
    """Each module and package of the engine is in the table of rooms."""
    # A room that was renamed may leave a folder of compiled code behind in a checkout.
    rooms = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")}
    named = set(re.findall(r"`(\w+)`", (ROOT / "docs/architecture.md").read_text("utf-8")))

    assert {room for room in rooms if not room.startswith("_")} <= named


def test_every_command_is_documented() -> None:
    """The page of commands is what `--help` says of each."""
    assert (ROOT / "docs/commands.md").read_text("utf-8") == write_page()


def spoken(text: str) -> Iterator[list[str]]:
    """Go through the commands in a text, each with all its words; in backticks it may stand alone."""
    for span, line in re.findall(
        r"`([^`\n]+)`|^ *((?:python )?(?:generate\.py|leafwright) .*)$", text, re.MULTILINE
    ):
        words = (span or line).split()
        own = PROGRAMS & {*words[:2]}
        named = [word for word in words if word in COMMANDS]
        if named and (own or words[0] == named[0]):
            yield [named[0], *words]
        elif span.startswith("--"):
            yield ["", *words]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_named_options_exist(path: Path) -> None:
    """An option that a document shows is one of the command it is shown with, or else of some command."""
    options: dict[str, set[str]] = {name: {"--help", "--workspace"} for name in COMMANDS}
    for context in commands(cli, None, ""):
        if name := context.command_path.strip().partition(" ")[0]:
            options[name] |= {word for option in context.command.params for word in option.opts}
    options[""] = {"--version", "--user"}.union(*options.values())  # a container is run with --user

    for name, *words in spoken(path.read_text("utf-8")):
        assert {word.partition("=")[0] for word in words if word.startswith("--")} <= options[name], words


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_named_commands_exist(path: Path) -> None:
    """A command that a document names is one of the program's."""
    named = set(re.findall(r"(?:generate\.py|leafwright) ([a-z]+)\b", path.read_text("utf-8")))

    assert named <= set(COMMANDS)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Each link between the documents, and each picture, is there."""
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8"))

    assert all((path.parent / link).exists() for link in links), links


def test_the_first_screen_of_the_readme_has_a_picture_and_the_two_commands() -> None:
    """Who opens the repository sees what comes out, and what to type, without scrolling."""
    screen = (ROOT / "README.md").read_text("utf-8").splitlines()[:30]

    assert any(line.startswith("![") for line in screen)
    assert {"make", "make test"} <= {*screen}


@pytest.mark.parametrize("name", ["authoring", "branding", "architecture"])
def test_a_long_page_begins_with_its_sections(name: str) -> None:
    """In their order, so that what is looked for is one click away."""
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    (line,) = re.findall(r"^On this page: (.*)$", text, re.MULTILINE)

    assert re.findall(r"\[(.+?)\]\(#", line) == re.findall(r"^## (.*)$", text, re.MULTILINE)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Copy the content of a clinic's own workspace: a topic, a clinic and the references."""
    shutil.copytree(ROOT / "handouts" / EXAMPLES[0], tmp_path / "handouts" / EXAMPLES[0])
    shutil.copytree(ROOT / "clinics" / CLINICS[0], tmp_path / "clinics" / CLINICS[0])
    shutil.copy(ROOT / "handouts/references.yaml", tmp_path / "handouts")
    return tmp_path


@pytest.mark.parametrize("heading", ["Add a clinic", "Add a handout"])
def test_the_steps_of_the_guide_work(heading: str, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands under a heading of the guide run one after the other, and end well; one sheet shows it."""
    monkeypatch.setattr("leafwright.build.default_pool", lambda *_: THREAD)
    section = (ROOT / "docs/own-folder.md").read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    one_sheet = ("--variant", "comparison")

    for step in re.findall(r"^leafwright (.*)$", section, re.MULTILINE):
        words = [*shlex.split(step), *(one_sheet if step.startswith("build ") else ())]
        done = CliRunner().invoke(cli, ["--workspace", str(checkout), *words])
        assert done.exit_code == 0, f"{step}\n{done.output}"
    assert load_library(Workspace(root=checkout)).problems == ()
    assert any((checkout / "output").rglob("*.pdf"))


def test_the_components_page_is_fresh() -> None:
    """The page of all components says what their examples say, and shows a picture of each."""
    tool = runpy.run_path(str(ROOT / "tools/components.py"))

    page = (ROOT / "docs/components.md").read_text("utf-8")
    assert page == tool["write_page"]()
    assert all((ROOT / "docs" / name).is_file() for name in re.findall(r"\]\((pictures/[^)]+)\)", page))
