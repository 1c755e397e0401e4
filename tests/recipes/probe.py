"""Try a kind of block in a copy of the program: run as a script there, it prints what each command said."""

import json
import sys
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.html import render_html
from leafwright.workspace import Workspace
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import sheet_of


def probe(folder: Path, block: dict[str, Any], misspelt: list[dict[str, Any]]) -> dict[str, str]:
    """Write workspaces with a block and with it misspelt, and run the commands on them."""
    faulty = write_bilingual_workspace(folder / "faulty", blocks=misspelt)
    sound = write_bilingual_workspace(
        folder / "sound", blocks=[block], editions=["standard", "large-print", "bilingual"]
    )
    said = {"misspelt": _run(faulty, "check"), "page": render_html(sheet_of(sound), sound)}
    said["translation"] = write_translation(sound).read_text("utf-8")
    said["check"] = _run(sound, "check")
    _run(sound, "schema", str(folder / "schema"))
    said["schema"] = (folder / "schema/handout.schema.json").read_text("utf-8")
    said["build"] = _run(sound, "build")
    return said


def _run(workspace: Workspace, *words: str) -> str:
    return CliRunner().invoke(cli, ["--workspace", str(workspace.root), *words]).output


if __name__ == "__main__":
    asked = yaml.safe_load(sys.stdin.read())
    sys.stdout.write(json.dumps(probe(Path(sys.argv[1]), *asked)))
