"""Hints about an export as its own form has it: `"title":` in JSON, `title =` in BibTeX."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from leafwright.decode import find_meant
from leafwright.model.csl import VARIABLES
from leafwright.problems import Problem

_YAML_KEY: Final = re.compile(r"`([a-z-]+):`")
_KEYS: Final = {".json": r'`"\1":`', ".bib": r"`\1 =`"}


def in_terms_of(name: str, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Go through the problems of the file `name` with hints that can be followed in it.

    A field that is like one of CSL's is told by that name, also where the style does not print it.
    """
    form = _KEYS.get(PurePath(name).suffix, r"`\1:`")
    for problem in problems:
        field = problem.path[-1] if problem.path else ""
        unknown = problem.code == "unknown-field" and not problem.meant
        meant = find_meant(field, sorted(VARIABLES)) if unknown else ""
        hint = f"did you mean '{meant}'?" if meant else _YAML_KEY.sub(form, problem.hint)
        yield replace(problem, hint=hint, meant=meant or problem.meant)
