"""A clinic does not write a fact that the profile asks of every clinic."""

from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

from leafwright.library import ClinicFolder
from leafwright.rules import Finding

Fact = Literal[
    "department",
    "web",
    "email",
    "feedback",
    "complaints",
    "other-formats",
    "phones.department",
    "phones.out-of-hours",
    "phones.emergency",
]
"""What a profile may ask for, by its path in clinic.yaml."""


def check(folder: ClinicFolder, *, asks: tuple[Fact, ...]) -> Iterator[Finding]:
    """Report each fact that `asks` names and the clinic does not write."""
    for path in asks:
        if not attrgetter(path.replace("-", "_"))(folder.clinic):
            owner, _, name = path.rpartition(".")
            where = f" below `{owner}:`" if owner else ""
            yield Finding(
                place=folder.clinic.place_of(owner),
                message=f"the clinic writes no '{name}'{where}, which its profile asks for",
                hint=f"add `{name}:`{where}",
            )
