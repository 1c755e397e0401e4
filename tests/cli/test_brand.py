"""`brand`: one PDF of all that a clinic's brand decides."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from leafwright.cli import cli
from tests.fakes import stand_in_for_brand_proof
from tests.workspaces import CLINIC, write_workspace


@pytest.fixture
def brand(root: Path) -> Callable[..., Result]:
    """Run the command on the small workspace."""
    return lambda *words: CliRunner().invoke(cli, ["--workspace", str(root), "brand", *words])


def test_it_writes_one_file(brand: Callable[..., Result], root: Path) -> None:
    """The file is where the last line says, and passes every proof, with examples in every state."""
    write_workspace(root, brand={"color": {"primary": "#1d4e68", "palette": {"pale": "#dddddd"}}})

    done = brand(CLINIC)

    path = root / "output" / "brand" / f"{CLINIC}.pdf"
    assert (done.exit_code, done.stderr) == (0, "")
    assert path.read_bytes().startswith(b"%PDF")
    assert done.output.endswith(f"Open {path}\n")


def test_a_misspelt_clinic_is_the_askers_mistake(brand: Callable[..., Result]) -> None:
    """The nearest name is offered."""
    done = brand("elm-stret")

    assert done.exit_code == 2
    assert f"there is no clinic 'elm-stret': did you mean '{CLINIC}'?" in done.output


def test_a_clinic_that_cannot_be_read_is_reported_with_the_reason(
    brand: Callable[..., Result], root: Path
) -> None:
    """Its problems are reported, and nothing is written."""
    file = root / "clinics" / CLINIC / "_brand.yml"
    file.write_text(file.read_text("utf-8").replace("#1d4e68", "#eeeeee"), "utf-8")

    done = brand(CLINIC)

    assert done.exit_code == 1
    assert "low-contrast" in done.output
    assert not (root / "output").exists()


def test_a_file_that_cannot_be_written_is_one_clear_error(
    brand: Callable[..., Result], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file in the way of the folder is reported in one line."""
    stand_in_for_brand_proof(monkeypatch, b"%PDF")
    (root / "output").write_text("in the way")

    done = brand(CLINIC)

    assert done.exit_code == 1
    assert "Error: cannot write" in done.output
