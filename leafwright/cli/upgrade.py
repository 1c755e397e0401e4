"""`upgrade`: move a workspace to the release that is installed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from leafwright import build, fonts
from leafwright.changes import ChangeKind, SheetChange, changing, find_changes
from leafwright.cli.console import count, print_problems, results_console
from leafwright.cli.named_path import NamedPath
from leafwright.cli.progress import progress_of
from leafwright.cli.translating import TranslationTask
from leafwright.library import load_library
from leafwright.manifest import read_output
from leafwright.problems import has_errors
from leafwright.scaffold import ScaffoldError, find_wheel, renew_workspace
from leafwright.workspace import Workspace


@click.command
@click.option("--check", "only_checks", is_flag=True, help="Say which pages would differ; write nothing.")
@click.option(
    "--output",
    type=NamedPath(file_okay=False, exists=True),
    metavar="DIR",
    help="The sheets to compare with.  [default: output/ in the workspace]",
)
@click.option(
    "--wheel",
    type=NamedPath(dir_okay=False, exists=True),
    metavar="FILE",
    help="The wheel of this release to keep.  [default: the installed one]",
)
@click.pass_obj
def command(root: Path, *, only_checks: bool, output: Path | None, wheel: Path | None) -> None:
    """Renew requirements.txt, wheels/, schema/ and the set-up of CI for the installed release.

    Content stays as it is, and so do the CI files that call the set-up; only the fingerprints in translations
    get their new form. With --check every sheet is built, in
    memory, and its pages are compared with those in the output folder; status 1 means that some differ.
    """
    if only_checks:
        _check(root, (output or root / "output").resolve())
        return
    try:
        written = renew_workspace(root, find_wheel(wheel))
    except ScaffoldError as error:
        raise click.ClickException(str(error)) from error
    except OSError as fault:
        message = f"cannot write below {root}: {(fault.strerror or str(fault)).lower()}"
        raise click.ClickException(message) from fault
    for path in (*written, *_renew_translations(root)):
        click.echo(f"wrote {path}")


def _renew_translations(root: Path) -> Iterator[Path]:
    """Write the fingerprints of this release where a translation is made from the English of now."""
    library = load_library(Workspace(root=root))
    for file in library.translations:
        task = TranslationTask.of(library, file.topic, file.language)
        made = task.update()
        if all(draft.kept for draft in made.drafts) and not made.taken_out and task.save(made, ()):
            yield task.path


def _check(root: Path, folder: Path) -> None:
    output, workspace = read_output(folder), Workspace(root=root)
    if not any(name.endswith(".pdf") for name in output.files):
        message = f"there are no sheets in {folder}: build them with the release that printed them"
        raise click.ClickException(message)
    library = load_library(workspace)
    print_problems(library.problems, workspace)
    if has_errors(library.problems):
        raise click.exceptions.Exit(1)  # what cannot be read would look as if this release left it out
    try:
        font_set = fonts.activate()
        toolchain = build.survey(workspace, font_set.fingerprint, build.fallbacks_of(library))
        drafts = build.draft_sheets(library, build.Selection(), toolchain)
        with progress_of("Comparing", len(changing(drafts, output))) as advance:
            changes = list(find_changes(drafts, output, build.default_pool(), advance))
    except (fonts.FontError, build.EngineError) as fault:
        raise click.ClickException(str(fault)) from fault
    console = results_console()
    for change in sorted(changes, key=lambda change: change.path):
        console.print(f"{change.path}: {'; '.join(_told(change))}")
    console.print(
        _summary(changes, len({job.path for job in drafts.keys} | {change.path for change in changes}))
    )
    if any(change.shows for change in changes):
        raise click.exceptions.Exit(1)


def _told(change: SheetChange) -> Iterator[str]:
    if change.kind is not ChangeKind.CHANGED:
        yield f"{change.kind}: {change.why}" if change.why else change.kind
        return
    if change.before != change.after:
        yield f"{count(change.after, 'page')} instead of {change.before}"
    for what, pages in (("words", change.words), ("ink", change.ink)):
        if pages:
            yield f"other {what} on page{'s' * (len(pages) > 1)} {', '.join(map(str, pages))}"
    if not change.shows:
        yield "the same to readers; other bytes"


def _summary(changes: Iterable[SheetChange], sheets: int) -> str:
    shown = [change for change in changes if change.shows]
    if not shown:
        return f"{count(sheets, 'sheet')}: no page would differ"
    kinds = {
        "in words": sum(bool(change.words) for change in shown),
        "in ink only": sum(bool(change.ink and not change.words) for change in shown),
        **{kind.value: sum(change.kind is kind for change in shown) for kind in [*ChangeKind][1:]},
    }
    parts = ", ".join(f"{number} {name}" for name, number in kinds.items() if number)
    return f"{len(shown)} of {count(sheets, 'sheet')} would differ: {parts}"
