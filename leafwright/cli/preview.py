"""`preview`: the page beside the text."""

import webbrowser
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode

import click

from leafwright import build, fonts
from leafwright.build import Selection
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import results_console
from leafwright.cli.language_tag import LANGUAGE_TAG
from leafwright.library import Library, handout_paths, load_library
from leafwright.resources import how_to_add
from leafwright.workspace import Workspace

EXTRA: Final = frozenset({"starlette", "uvicorn", "watchfiles"})
PARTS: Final = ("topic", "clinic", "variant", "edition", "language", "paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewOptions:
    """The options on the command line."""

    topic: str | None
    clinic: str | None
    variant: str | None
    edition: str | None
    language: str | None
    paper: str | None
    port: int
    editor: str
    opens: bool

    @property
    def selection(self) -> Selection:
        """What was named."""
        named: dict[str, Any] = {f"{part}s": (name,) for part in PARTS if (name := getattr(self, part))}
        return Selection(**named)

    def query(self, library: Library) -> str:
        """Write what was named as the page's address has it; without a topic, the first there is."""
        topics = sorted({path.parent.name for path in handout_paths(library.workspace)})
        named = {part: getattr(self, part) for part in PARTS if getattr(self, part)}
        return urlencode({"topic": topics[0] if topics else "", **named})


@click.command
@click.argument("topic", required=False, shell_complete=complete_folders("handouts"))
@click.option(
    "--clinic", metavar="NAME", help="Show this clinic first.", shell_complete=complete_folders("clinics")
)
@click.option("--variant", metavar="NAME", help="Show this variant first, e.g. leaflet.")
@click.option("--edition", metavar="NAME", help="Show this edition first, e.g. standard.")
@click.option(
    "--language", "--lang", type=LANGUAGE_TAG, metavar="NAME", help="Show this language first, e.g. en-GB."
)
@click.option("--paper", metavar="NAME", help="Show this paper first, e.g. A4.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port to serve on.  [default: any free port]"
)
@click.option(
    "--editor",
    metavar="NAME",
    default="",
    help="The editor that opens findings: vscode, vscodium, idea, zed, or an address with {path} and {line}.",
)
@click.option("--open", "opens", is_flag=True, help="Open the page in the browser.")
@click.pass_obj
def command(root: Path, /, **given: Any) -> None:
    """Show TOPIC in a browser as it will be printed, and rebuild it after each change.

    The page lists findings beside the sheet, and lets you choose any other clinic, variant, edition,
    language and paper. Only this machine can open it. Nothing is written. Ctrl-C ends it.
    """
    options = PreviewOptions(**given)
    library = load_library(Workspace(root=root))
    try:
        build.check_selection(options.selection, library)
    except build.SelectionError as error:
        raise click.UsageError(str(error)) from error
    _serve(options, library)
    results_console().print("The preview has ended.")


def _serve(options: PreviewOptions, library: Library) -> None:
    try:
        from leafwright.preview import session  # noqa: PLC0415  # its libraries come with an extra
        from leafwright.preview.presenter import EDITORS  # noqa: PLC0415  # as the line above
    except ModuleNotFoundError as fault:
        if fault.name not in EXTRA:
            raise
        message = f"the preview needs {fault.name}: {how_to_add('preview', 'preview')}"
        raise click.ClickException(message) from fault
    editor = EDITORS.get(options.editor, options.editor)
    settings = session.PreviewSettings(
        workspace=Workspace(root=library.workspace.root), port=options.port, editor=editor
    )
    try:
        session.serve_preview(settings, lambda address: _tell(f"{address}?{options.query(library)}", options))
    except KeyboardInterrupt:
        return
    except (fonts.FontError, build.EngineError, session.PortError, session.WatchError) as fault:
        raise click.ClickException(str(fault)) from fault


def _tell(address: str, options: PreviewOptions) -> None:
    results_console().print(f"{address}\nCtrl-C ends the preview.")
    if options.opens:
        webbrowser.open(address)
