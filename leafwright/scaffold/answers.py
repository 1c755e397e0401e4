"""The answers for a new folder, and how they replace the skeleton's own words."""

import re
from collections.abc import Iterable, Mapping
from typing import Final


class ScaffoldError(ValueError):
    """A folder cannot be made; the message says why and what to do instead, a line for each reason."""

    def __init__(self, faults: str | Iterable[str]) -> None:
        """Keep all reasons."""
        super().__init__(faults if isinstance(faults, str) else "\n".join(faults))


CLINIC_ANSWERS: Final[Mapping[str, str]] = {
    "title": "Example Clinic",
    "department": "[Write the name of the department]",
    "phone": "[Write the number]",
    "paper": "paper: A4",
    "language": "en-GB",
    "primary": "#6b2f5f",
    "family": "family: Source Sans 3",
}
"""The answers for a new clinic, each with the words of the skeleton that it replaces."""

HANDOUT_ANSWERS: Final[Mapping[str, str]] = {
    "title": "Example treatment",
    "reference": "NEW-1",
    "owner": '"[The team that writes it]"',
}
"""The answers for a new handout, each with the words of the skeleton that it replaces."""

ELSEWHERE: Final[Mapping[str, Mapping[str, str]]] = {
    "en-US": {
        '"999"': '"911"',
        "post code": "ZIP code",
        "prints:\n": "profile: us-plain\nprints:\n",
    }
}
"""By language, the words of the clinic's skeleton that differ in other countries."""

_PLAIN: Final = re.compile(r"[(+]?[^\W_][\w &()+,.'’/-]*")
"""Words that need no quotes anywhere in YAML."""


def pair(answers: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """Map the words of a skeleton to the answers; the key of a line stays before its value."""
    return {
        asked[name]: asked[name].partition(": ")[0] + ": " + answer if ": " in asked[name] else answer
        for name, answer in answers.items()
    }


def find_odd(answers: Mapping[str, str]) -> dict[str, str]:
    """Return, for each answer that would need quotes in YAML, what to leave out."""
    return {
        name: f"'{answer}' cannot be the {name} as it is: leave out colons, quotes and other signs"
        for name, answer in answers.items()
        if not _PLAIN.fullmatch(answer.removeprefix("#") if name == "primary" else answer)
    }
