"""Find the rules by folder: each module is a rule, and its name with hyphens is the rule's stable code."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from leafwright.resources import PACKAGE
from leafwright.rules.finding import Finding
from leafwright.rules.page import PageError, RulePage, parse_page

FOLDERS: Final = ("content", "translation", "text", "library", "clinic", "proof")
"""What rules receive, by folder: Reader, Bilingual, WrittenFile, Library, ClinicReader, SheetProof."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: `parameters` are the types of what the profile must give it."""

    code: str
    folder: str
    page: RulePage
    check: Callable[..., Iterable[Finding]] = field(repr=False)
    parameters: Mapping[str, Any] = field(default_factory=dict)


@cache
def find_codes() -> Mapping[str, str]:
    """List the code of every rule with its folder, sorted, without loading any rule."""
    root = PACKAGE / "rules"
    folders = {
        module.name.replace("_", "-"): folder
        for folder in FOLDERS
        for module in iter_modules([str(root / folder)])
    }
    return dict(sorted(folders.items()))


@cache
def find_rule(code: str) -> Rule:
    """Load a rule by its code.

    Raises KeyError when there is none, PageError when its page is in another form.
    """
    folder = find_codes()[code]
    module = import_module(f"leafwright.rules.{folder}.{code.replace('-', '_')}")
    written = (PACKAGE / "rules" / folder / f"{code}.md").read_text("utf-8")
    try:
        page = parse_page(f"{module.__doc__}\n\n{written}")
    except PageError as error:
        raise PageError(f"{code}: {error}") from error
    return Rule(code=code, folder=folder, page=page, check=module.check, parameters=_parameters(module.check))


def _parameters(check: Callable[..., Any]) -> dict[str, Any]:
    """Read the parameters of a rule off its signature: what may be given by keyword only."""
    signature = inspect.signature(check).parameters.values()
    return {
        parameter.name: parameter.annotation
        for parameter in signature
        if parameter.kind is parameter.KEYWORD_ONLY
    }
