"""The options of `check`."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

import click

from leafwright import build
from leafwright.rules.choice import SPELLING, RuleOptions
from leafwright.rules.rule import find_codes

DAY: Final = click.DateTime(["%Y-%m-%d"])


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """The options on the command line."""

    topics: tuple[str, ...]
    clinics: tuple[str, ...]
    profile: str | None
    rules: tuple[str, ...]
    proof: bool
    spelling: bool
    form: str
    fail_on: str
    readability: bool
    as_of: datetime | None
    quiet: bool
    debug: bool

    @property
    def selection(self) -> build.Selection:
        """What to read."""
        return build.Selection(topics=self.topics, clinics=self.clinics)

    @property
    def ask(self) -> RuleOptions:
        """How to run the rules."""
        return RuleOptions(as_of=day_of(self.as_of), profile=self.profile, rules=self.rules)

    @property
    def wants_spelling(self) -> bool:
        """Whether words are looked up."""
        return self.spelling or SPELLING in self.rules

    @property
    def repeats(self) -> bool:
        """Whether the same files give the same result: proofs and dictionaries need more than those."""
        return not (self.wants_proofs or self.wants_spelling or self.readability or self.debug)

    @property
    def wants_proofs(self) -> bool:
        """Whether sheets have to be rendered."""
        return self.proof or any(find_codes()[code] == "proof" for code in self.rules)


def day_of(given: datetime | None) -> date:
    """Return the given day, or today."""
    return (given or datetime.now().astimezone()).date()
