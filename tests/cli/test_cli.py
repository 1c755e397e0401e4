"""The command line: which workspace, which commands, and how little it takes to ask for help."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from leafwright import __version__
from leafwright.cli import COMMANDS, cli, main
from leafwright.cli.whole_help import LONGEST
from leafwright.resources import PACKAGE
from tests.workspaces import CLINIC, TOPIC, write_workspace

LIGHT = """
import sys
from leafwright.cli import cli
for words in {commands}:
    try:
        cli(["--workspace", {root!r}, *words], standalone_mode=False)
    except SystemExit:
        pass
print("heavy:", sorted({{"weasyprint", "leafwright.pdf", "fontTools"}} & set(sys.modules)))
"""


@pytest.fixture
def root_of(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Ask the command line which workspace it uses."""
    taken: list[Path] = []

    @click.command
    @click.pass_obj
    def spy(root: Path) -> None:
        taken.append(root)

    def ask(*words: str) -> Path:
        assert CliRunner().invoke(cli, [*words, "check"]).exit_code == 0
        return taken.pop()

    monkeypatch.setattr(cli, "get_command", lambda _context, _name: spy)
    return ask


def test_a_slip_in_the_name_of_a_command_is_understood() -> None:
    """The nearest command is proposed, of the program and of a group."""
    assert "No such command 'biuld'. Did you mean 'build'?" in CliRunner().invoke(cli, ["biuld"]).stderr
    assert "Did you mean 'handout'?" in CliRunner().invoke(cli, ["new", "handot"]).stderr


def test_nothing_heavy_is_loaded_to_check_or_help(tmp_path: Path) -> None:
    """Help, `check`, `schema` and `new` do without the engine."""
    write_workspace(tmp_path)
    commands = [
        ["--help"],
        ["build", "--help"],
        ["check"],
        ["schema"],
        ["new", "clinic", "a"],
        ["new", "handout", "b"],
    ]
    code = LIGHT.format(commands=commands, root=str(tmp_path))

    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=PACKAGE.parent
    )

    assert told.stdout.splitlines()[-1] == "heavy: []"
    assert (tmp_path / "handouts/b/en.yaml").is_file()


def test_help_names_every_command() -> None:
    """`--help` lists the commands with a line on each."""
    told = CliRunner().invoke(cli, ["--help"]).stdout

    assert [name for name in COMMANDS if f"\n  {name} " not in told] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_sentence_of_its_help(name: str) -> None:
    """The list is printed without loading the commands."""
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert command.get_short_help_str(LONGEST) == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """Each command says what it is for."""
    result = CliRunner().invoke(cli, [name, "--help"])

    assert result.exit_code == 0
    assert result.stdout.startswith("Usage:")


def test_the_version_is_reported() -> None:
    """`--version` names the program and its version."""
    assert CliRunner().invoke(cli, ["--version"]).stdout == f"leafwright, version {__version__}\n"


def test_an_unknown_command_is_a_mistake_of_usage() -> None:
    """An unknown command ends with status 2."""
    assert CliRunner().invoke(cli, ["print"]).exit_code == 2


def test_this_folder_is_the_workspace(
    root_of: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The current folder is the workspace if it has handouts/."""
    write_workspace(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert root_of() == tmp_path


def test_elsewhere_the_checkout_is_the_workspace(
    root_of: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a folder that is no workspace, a checkout builds its own library."""
    monkeypatch.chdir(tmp_path)

    assert root_of() == PACKAGE.parent


@pytest.mark.parametrize(("command", "is_told"), [("check", True), ("doctor", False)])
@pytest.mark.usefixtures("root_of")
def test_the_library_of_another_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, *, is_told: bool
) -> None:
    """Nobody takes what is found there for what is in this folder; a command that reads none says nothing."""
    monkeypatch.chdir(tmp_path)

    told = CliRunner().invoke(cli, [command]).stderr

    line = f"There is no folder handouts here: reading the library in {PACKAGE.parent}\n"
    assert told == (line if is_told else "")


def test_an_installed_program_begins_where_one_stands(
    root_of: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a checkout around it, the program takes this folder: `new` can begin a workspace here."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("leafwright.cli.PACKAGE", tmp_path / "site-packages" / "leafwright")

    assert root_of() == tmp_path


def test_a_workspace_can_be_named(root_of: Callable[..., Path], tmp_path: Path) -> None:
    """`--workspace` takes precedence over the current folder."""
    assert root_of("--workspace", str(tmp_path)) == tmp_path


def test_a_workspace_that_is_not_there_is_a_mistake_of_usage(tmp_path: Path) -> None:
    """A folder that does not exist ends with status 2."""
    assert CliRunner().invoke(cli, ["--workspace", str(tmp_path / "none"), "check"]).exit_code == 2


def test_the_program_ends_with_the_commands_status(monkeypatch: pytest.MonkeyPatch) -> None:
    """`main` runs the words of the command line."""
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("sys.argv", ["leafwright", "print"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2


def run(*words: str, into: str = "/dev/null", **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a shell would, with standard output going to a file."""
    command = [sys.executable, "-m", "leafwright", *words]
    with Path(into).open("w", encoding="utf-8") as sink:
        return subprocess.run(
            command,
            stdout=sink,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            check=False,
            env={**os.environ, "PYTHONPATH": str(PACKAGE.parent), **settings},
        )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "words", [("explain", "long-sentence"), ("--help",), ("status",)], ids=["explain", "help", "status"]
)
def test_a_full_disk_is_reported_in_one_line(tmp_path: Path, words: tuple[str, ...]) -> None:
    """What cannot be written ends with status 1 and says why."""
    write_workspace(tmp_path)

    done = run("--workspace", str(tmp_path), *words, into="/dev/full")

    assert (done.returncode, done.stderr) == (1, "Error: no space left on device\n")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_terminal_shows_codes_of_what_it_cannot_show(tmp_path: Path, encoding: str) -> None:
    """Letters that a terminal lacks are written as their codes, in paths and in words."""
    workspace = tmp_path / "العمل"
    write_workspace(workspace, handout={"title": "عناية بالركبة"})
    sink = tmp_path / "told.txt"

    done = run(
        "--workspace", str(workspace), "status", into=str(sink), PYTHONIOENCODING=encoding, PYTHONUTF8="0"
    )

    assert (done.returncode, done.stderr) == (0, "")
    shown = sink.read_text(encoding)
    assert ("عناية" if encoding == "utf-8" else "\\u0639\\u0646") in shown


def test_a_folder_that_is_gone_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The current folder of a shell may have been deleted."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    done = CliRunner().invoke(cli, ["check"])

    assert done.exit_code == 2
    assert "this folder is gone" in done.output


def test_ctrl_c_while_all_is_being_loaded_is_quiet() -> None:
    """Stopping at once prints no traceback."""
    stop = "import sys, runpy; sys.modules['leafwright.cli'] = type('Stop', (), {'__getattr__': stop})()"
    script = f"def stop(self, name): raise KeyboardInterrupt\n{stop}\nrunpy.run_path('generate.py')"

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=PACKAGE.parent, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (130, "")


def test_a_first_process_does_not_hear_ctrl_c() -> None:
    """From its first moment on: it is no more than half loaded when it could say so itself."""
    script = """
import signal
from multiprocessing import get_context
from leafwright.interrupts import deaf_children

if __name__ == "__main__":
    context = get_context("spawn")
    with deaf_children():
        process = context.Process(target=print)
        process.start()
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    process.join()
    print(signal.SIGINT in blocked)
"""

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "True"


@pytest.mark.parametrize("command", ["build", "status", "verify"])
def test_an_empty_path_is_a_mistake_of_usage(command: str) -> None:
    """A variable that was never set does not mean the current folder."""
    done = CliRunner().invoke(cli, [command, "--output", ""])

    assert done.exit_code == 2
    assert "it is empty" in done.output


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("ver",), ["verify"]),
        (("check", "sore"), [TOPIC]),
        (("build", "--clinic", ""), [CLINIC]),
        (("brand", "elm"), [CLINIC]),
        (("build", "--vari"), ["--variant"]),
        (("explain", "low-c"), ["low-contrast"]),
        (("new", "handout", "--like", "ta"), ["taking-arthrolin"]),
        (("new", "handout", "--like", "con"), ["consent"]),
        (("new", "clinic", "--part-of", ""), [CLINIC]),
    ],
)
def test_a_shell_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], found: list[str]
) -> None:
    """Commands, options, and the topics and clinics of this folder are completed."""
    monkeypatch.chdir(write_workspace(tmp_path).root)

    completed = BashComplete(cli, {}, "leafwright", "_LEAFWRIGHT_COMPLETE").get_completions(
        [*words[:-1]], words[-1]
    )

    assert [item.value for item in completed] == found


@pytest.mark.parametrize("words", [(), ("new",)])
def test_help_is_not_cut(words: tuple[str, ...]) -> None:
    """Each command is described by a whole sentence."""
    told = CliRunner().invoke(cli, [*words, "--help"]).output

    assert "...\n" not in told.partition("Commands:")[2]
    assert " ".join(told.split()).endswith(".")
