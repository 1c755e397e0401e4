"""What a rule yields: where, what is wrong and what would be right. The profile says how much it weighs."""

from dataclasses import dataclass

from leafwright.problems import Place, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing a rule found; the runner adds the rule's code and the profile's severity, or `at_most`.

    `together` is what may be said in the place of many findings of a rule in one file; `{n}` is their number.
    """

    place: Place
    message: str
    hint: str = ""
    at_most: Severity = Severity.ERROR
    together: str = ""
