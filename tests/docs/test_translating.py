"""docs/translating.md says what is so: its commands run one after the other, its messages are real."""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.decode import decode
from leafwright.library import load_library
from leafwright.model.translation import Translation
from leafwright.problems import ContentError
from leafwright.resources import PACKAGE
from leafwright.source import parse_source
from leafwright.workspace import Workspace
from tests.workspaces import write_workspace
from tests.xliffs import RoundTrip, with_target

PAGE = (PACKAGE.parent / "docs/translating.md").read_text("utf-8")
HEAD = "language: es\ntranslator: {en: A, es: B}\n"


def fenced(language: str) -> list[str]:
    """List the fenced pieces in one language."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def commands() -> Iterator[list[str]]:
    """Go through the commands of the page, as a shell would take them apart."""
    for line in "".join(fenced("sh")).splitlines():
        yield shlex.split(line.removeprefix("leafwright "))


def test_the_commands_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation is begun, brought up to date, counted, sent and taken back; all stays sound."""
    for name in ("handouts", "clinics"):
        shutil.copytree(PACKAGE.parent / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    told = "".join(CliRunner().invoke(cli, words, catch_exceptions=False).output for words in commands())

    assert [word for words in commands() for word in words if word == "translate"] == ["translate"] * 6
    assert "Error" not in told
    assert "took 0 texts from sent/epidural-injections-for-sciatica.fr.xlf" in told
    assert load_library(Workspace(root=tmp_path)).problems == ()


def test_the_part_that_is_shown_is_sound() -> None:
    """The example is a part as a translator finds it, with words that wait."""
    (part,) = (piece for piece in fenced("yaml") if piece.startswith("works-month:"))
    indented = "".join(f"  {line}\n" for line in part.splitlines())
    translation = decode(Translation, parse_source(f"{HEAD}parts:\n{indented}", "es.yaml"))

    shown = translation.parts["works-month"]
    assert shown.todo
    assert set(shown.source) - set(shown.words) == {"interpretation"}


def test_the_pictures_that_are_shown_are_sound() -> None:
    """The example of a picture that is drawn again is read."""
    (pictures,) = (piece for piece in fenced("yaml") if piece.startswith("pictures:"))

    assert decode(Translation, parse_source(f"{HEAD}{pictures}parts: {{}}\n", "es.yaml")).pictures


def messages_of(trip: RoundTrip, text: str) -> str:
    """Tell what is wrong with a file that came back, by the names that the page uses."""
    with pytest.raises(ContentError) as raised:
        trip.take(text)
    (problem,) = raised.value.problems
    return str(problem).replace("'es'", "'fr'").replace("sore-knee", "knee-brace").partition(": ")[2]


def test_the_messages_are_the_real_ones(tmp_path: Path) -> None:
    """What the page shows of a lost code and of another language is what is reported."""
    trip = RoundTrip.of(write_workspace(tmp_path))

    assert messages_of(trip, with_target(trip.export(), "claim:text.1", "Sin fuente.")) in PAGE
    assert messages_of(trip, trip.export().replace('trgLang="es"', 'trgLang="de"')) in PAGE
