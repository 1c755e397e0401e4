"""`brand`: print everything that a clinic's brand decides."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leafwright import build, fonts
from leafwright.build.work import load_engine
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import count, print_problems, results_console
from leafwright.cli.named_path import NamedPath
from leafwright.cli.unknown_clinic import unknown_clinic
from leafwright.files import digest, write_whole
from leafwright.library import ClinicFolder, Library, load_library
from leafwright.manifest import BRAND, note_pages, read_output
from leafwright.problems import ContentError, has_errors
from leafwright.workspace import Workspace

if TYPE_CHECKING:
    from leafwright.pdf import Proof


@click.command
@click.argument("clinic", shell_complete=complete_folders("clinics"))
@click.option(
    "--output",
    type=NamedPath(dir_okay=False),
    metavar="FILE",
    help="The file to write.  [default: output/brand/CLINIC.pdf]",
)
@click.pass_obj
def command(root: Path, clinic: str, output: Path | None) -> None:
    """Make one PDF of everything that CLINIC's brand decides.

    It shows the logo on its backgrounds, every colour with its contrast and, if it fails, the nearest that
    passes, the type, a page without colour, the decisions and contacts, and every component in every state.
    """
    library = load_library(Workspace(root=root))
    folder = _find(library, clinic)
    try:
        proof = _prove(library, folder)
    except ContentError as error:
        print_problems(error.problems, library.workspace)
        raise click.exceptions.Exit(1) from error
    except (fonts.FontError, build.EngineError) as fault:
        raise click.ClickException(str(fault)) from fault
    print_problems(proof.problems, library.workspace)
    if has_errors(proof.problems):
        raise click.exceptions.Exit(1)
    path = output or root / "output" / BRAND / f"{clinic}.pdf"
    try:
        if output:
            write_whole(path, proof.content)
        else:
            _publish(path, proof.content)
    except OSError as fault:
        message = f"cannot write {path}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    except build.OutputError as fault:
        raise click.ClickException(str(fault)) from fault
    results_console().print(f"{count(proof.pages, 'page')}\nOpen {path}")


def _find(library: Library, clinic: str) -> ClinicFolder:
    """Find a clinic; if it cannot be read, print all its problems and exit."""
    folders = {folder.id: folder for folder in library.clinics}
    if clinic in folders:
        return folders[clinic]
    if (library.workspace.root / "clinics" / clinic).is_dir():
        problems = tuple(build.Selection(clinics=(clinic,)).problems_in(library))
        print_problems(problems, library.workspace)
        if has_errors(problems):
            raise click.exceptions.Exit(1)
    raise unknown_clinic(library, clinic)


def _prove(library: Library, folder: ClinicFolder) -> "Proof":
    load_engine()
    from leafwright.brand.proof import prove_brand  # noqa: PLC0415  # the fonts had to come first

    return prove_brand(library, folder)


def _publish(path: Path, content: bytes) -> None:
    """Write a proof beside the sheets, and record its hash with theirs."""
    folder = path.parents[1]
    with build.locked(folder):
        write_whole(path, content)
        output = read_output(folder)
        note_pages(output, {**output.pages, path.relative_to(folder).as_posix(): digest(content)})
