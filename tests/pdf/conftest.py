"""What the tests of the PDF room share: a small sheet that is sound, and one of everything."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from leafwright import fonts
from leafwright.html import render_html
from leafwright.sheet import Sheet
from leafwright.workspace import Workspace
from tests.workspaces import LOGO, TOPIC, every_block, sheet_of, write_workspace

fonts.activate()

from leafwright.pdf import Engine, Proof, prove  # noqa: E402  # the engine sees the fonts that are active by now

Prover = Callable[..., Proof]


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a workspace with one short leaflet."""
    return write_workspace(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def full(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """Write a workspace with a block of every kind."""
    files = {f"handouts/{TOPIC}/knee.svg": LOGO}
    return write_workspace(tmp_path_factory.mktemp("full"), blocks=every_block(), files=files)


@pytest.fixture(scope="session")
def sheet(workspace: Workspace) -> Sheet:
    """Make the short leaflet."""
    return sheet_of(workspace)


@pytest.fixture(scope="session")
def html(sheet: Sheet, workspace: Workspace) -> str:
    """Render the short leaflet."""
    return render_html(sheet, workspace)


@pytest.fixture(scope="session")
def engine(workspace: Workspace) -> Engine:
    """Set up an engine for the short leaflet."""
    return Engine(workspace)


@pytest.fixture(scope="session")
def found(sheet: Sheet, html: str, engine: Engine) -> Callable[..., set[str]]:
    """Prove the short leaflet with further style and markup; return the codes of what was found."""

    def codes(style: str = "", markup: str = "") -> set[str]:
        changed = html.replace("</head>", f"<style>{style}</style></head>").replace(
            "</main>", f"{markup}</main>"
        )
        return {problem.code for problem in prove(sheet, changed, engine).problems}

    return codes


@pytest.fixture(scope="session")
def prove_full(full: Workspace, engine: Engine) -> Callable[[str, str], Proof]:
    """Prove a sheet with a block of every kind, once."""

    @cache
    def proof(variant: str, edition: str) -> Proof:
        made = sheet_of(full, variant, edition)
        return prove(made, render_html(made, full), engine.with_files(full))

    return proof


@pytest.fixture
def prove_blocks(tmp_path: Path, engine: Engine) -> Prover:
    """Prove a sheet made of the blocks, files and choices of a test, with further style.

    A workspace with no styles of its own is set by an engine that has read the shared ones.
    """

    def proof(
        variant: str = "leaflet", edition: str = "standard", style: str = "", **changes: object
    ) -> Proof:
        workspace = write_workspace(tmp_path, **changes)
        made = sheet_of(workspace, variant, edition)
        html = render_html(made, workspace).replace("</head>", f"<style>{style}</style></head>")
        own = (workspace.root / "styles").exists()
        return prove(made, html, Engine(workspace) if own else engine.with_files(workspace))

    return proof
