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
    "family": "Source Sans 3",
}
"""What a new clinic may be told of itself, and the words of the skeleton that stand for it."""

HANDOUT_ANSWERS: Final[Mapping[str, str]] = {
    "title": "Example treatment",
    "reference": "NEW-1",
    "owner": '"[The team that writes it]"',
}
"""What a new handout may be told of itself, and the words of the skeleton that stand for it."""

ELSEWHERE: Final[Mapping[str, Mapping[str, str]]] = {
    "en-US": {
        '"999"': '"911"',
        "post code": "ZIP code",
        "prints:\n": "profile: us-plain\nprints:\n",
    }
}
"""What the skeleton of a clinic says otherwise in other countries, by language."""

_PLAIN: Final = re.compile(r"[(+]?[^\W_][\w &()+,.'’/-]*")
"""Words that YAML takes as they are, wherever they stand."""


def pair(answers: Mapping[str, str], asked: Mapping[str, str]) -> dict[str, str]:
    """Pair the words of a skeleton with what was answered; the key of a line stays before its value."""
    return {
        asked[name]: asked[name].rpartition(" ")[0] + " " + answer if ": " in asked[name] else answer
        for name, answer in answers.items()
    }


def find_odd(answers: Mapping[str, str]) -> dict[str, str]:
    """Say of each answer that YAML would not take as it is what to leave out."""
    return {
        name: f"'{answer}' cannot be the {name} as it is: leave out colons, quotes and other signs"
        for name, answer in answers.items()
        if not _PLAIN.fullmatch(answer.removeprefix("#") if name == "primary" else answer)
    }
