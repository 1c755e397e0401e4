"""`clinic`: print everything a clinic says and inherits, each with the place that it comes from."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click

from leafwright.build import Selection
from leafwright.cli.completing import complete_folders
from leafwright.cli.console import print_problems, results_console
from leafwright.decode import suggest
from leafwright.library import Fact, WholeClinic, load_library, whole_clinics
from leafwright.problems import has_errors, shown
from leafwright.workspace import Workspace

BUILT_IN = "built in"


@click.command
@click.argument("name", shell_complete=complete_folders("clinics"))
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for programs.")
@click.pass_obj
def command(root: Path, *, name: str, as_json: bool) -> None:
    """Print everything that the clinic NAME says and inherits, and the file and line of each.

    First its clinic.yaml, then its _brand.yml. What no file says is marked as built in.
    """
    workspace = Workspace(root=root)
    clinics = whole_clinics(workspace)
    if name not in clinics:
        hint = suggest(name, tuple(clinics)) or "make one: new clinic NAME"
        message = f"there is no clinic '{name}': {hint}"
        raise click.UsageError(message)
    if as_json:
        click.echo(json.dumps(_as_json(name, clinics[name]), ensure_ascii=False, indent=2))
    elif clinics[name].clinic:
        results_console().print("\n".join(_as_text(name, clinics[name])))
    problems = tuple(Selection(clinics=(name,)).problems_in(load_library(workspace)))
    own = [problem for problem in problems if problem.place.file.startswith("clinics/")]
    print_problems(own, workspace)
    if has_errors(own):
        raise click.exceptions.Exit(1)


def _as_text(name: str, clinic: WholeClinic) -> Iterator[str]:
    yield " is part of ".join((name, *clinic.above))
    for title, facts in (("clinic.yaml", clinic.clinic), ("_brand.yml", clinic.brand)):
        width = max((len(_origin(fact)) for fact in facts), default=0)
        yield f"\n{title}"
        yield from (f"{_origin(fact):{width}}  {fact.path}: {_value(fact)}" for fact in facts)


def _origin(fact: Fact) -> str:
    return f"{fact.place.file}:{fact.place.line}" if fact.place else BUILT_IN


def _value(fact: Fact) -> str:
    value = fact.value
    return shown(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _as_json(name: str, clinic: WholeClinic) -> dict[str, Any]:
    return {
        "clinic": name,
        "part-of": list(clinic.above),
        "clinic.yaml": list(_listed(clinic.clinic)),
        "_brand.yml": list(_listed(clinic.brand)),
    }


def _listed(facts: Iterable[Fact]) -> Iterator[dict[str, Any]]:
    for fact in facts:
        place = fact.place
        where = {"file": place.file, "line": place.line} if place else {"file": None, "line": None}
        yield {"path": fact.path, "value": fact.value, **where}
