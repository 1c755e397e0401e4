"""`docs`: print a page of the documentation, which comes with Leafwright, or the list of all."""

from collections.abc import Iterator
from pathlib import Path

import click

from leafwright.decode import suggest
from leafwright.resources import shared


def _complete(_ctx: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    return [name for name in _pages() if name.startswith(begun)]


@click.command
@click.argument("page", metavar="[PAGE]", required=False, shell_complete=_complete)
@click.option("--path", is_flag=True, help="Print where the page is, to open it in an editor or a browser.")
def command(page: str | None, *, path: bool) -> None:
    """Print a PAGE of the documentation; without PAGE, list all pages.

    They are those of this release, in Markdown, without their pictures. On a terminal a page is shown in the
    pager.
    """
    pages = _pages()
    if page is None:
        click.echo(shared("docs") if path else "\n".join(_listed(pages)))
        return
    name = page.strip().removeprefix("docs/").removesuffix(".md").lower()
    if name not in pages:
        message = f"there is no page '{page}': {suggest(name, tuple(pages), len(pages))}"
        raise click.UsageError(message)
    if path:
        click.echo(pages[name])
    else:
        click.echo_via_pager(pages[name].read_text("utf-8"))


def _pages() -> dict[str, Path]:
    return {path.stem: path for path in sorted(shared("docs").glob("*.md"))}


def _listed(pages: dict[str, Path]) -> Iterator[str]:
    """Go through the pages, each with its title."""
    widest = max(map(len, pages))
    for name, path in pages.items():
        lines = path.read_text("utf-8").splitlines()
        title = next(line for line in lines if line.startswith("# ")).removeprefix("# ")
        yield f"{name:<{widest}}  {title}"
