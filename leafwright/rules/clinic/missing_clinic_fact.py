"""A clinic does not write a fact that the profile asks of every clinic."""

from operator import attrgetter
from typing import Literal

from leafwright.rules import ClinicReader, Finding, Findings

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


def check(folder: ClinicReader, *, asks: tuple[Fact, ...]) -> Findings:
    """Report each fact that `asks` names and the clinic neither writes nor leaves out on purpose."""
    for path in asks:
        written = attrgetter(path.replace("-", "_"))(folder.clinic)
        if not written and not folder.clinic.left_out(path):
            owner, _, name = path.rpartition(".")
            where = f" below `{owner}:`" if owner else ""
            yield Finding(
                place=folder.clinic.place_of(owner),
                message=f"the clinic writes no '{name}'{where}, which its profile asks for",
                hint=f"add `{name}:`{where}",
            )
