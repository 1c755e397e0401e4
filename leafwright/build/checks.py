"""Run the rules on the files of a sheet: what stops it from being made, and what is only counted."""

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Self

from leafwright.library import HandoutFile, Library
from leafwright.manifest import NONE_FOUND, FindingCounts
from leafwright.problems import Problem, Severity, has_errors
from leafwright.rules.approval import Approval
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_content, run_translation
from leafwright.sheet.inputs import SheetInputs

AGES: Final = frozenset({"stale-block", "missing-block"})
"""The findings about an outdated translation: its sheets are withheld, or stamped."""

NO_DAY: Final = RuleOptions(as_of=date.min)
"""Options with which no finding depends on the day, so that the same files give the same counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChecks:
    """Runs the rules on the files of sheets, once for each file.

    Without an `approval` the status of a handout does not matter, as in a dry check.
    """

    library: Library
    approval: Approval | None
    found: dict[str, tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, library: Library, as_of: date | None) -> Self:
        """Check approved handouts as of a day, if one is given."""
        approval = Approval(library=library, options=RuleOptions(as_of=as_of)) if as_of else None
        return cls(library=library, approval=approval)

    def errors_of(self, inputs: SheetInputs) -> tuple[Problem, ...]:
        """List what stops a sheet from being made.

        These are the errors in a translation, except its age, and any error if the handout is approved.
        """
        file = inputs.file
        translation = self._of_translation(file) if file.translated else ()
        errors = tuple(
            problem for problem in translation if has_errors([problem]) and problem.code not in AGES
        )
        return errors + (self.approval.errors_of(file, inputs.folder) if self.approval else ())

    def count(self, inputs: SheetInputs) -> FindingCounts:
        """Count what `check` finds in a handout that is not approved yet, except what depends on the day."""
        file = inputs.file
        if self.approval is None or file.handout.status == "approved":
            return NONE_FOUND
        problems = self._of_translation(file) if file.translated else self._of_content(file)
        weights = [problem.severity for problem in problems]
        return FindingCounts(errors=weights.count(Severity.ERROR), warnings=weights.count(Severity.WARNING))

    def _of_content(self, file: HandoutFile) -> tuple[Problem, ...]:
        if file.name not in self.found:
            self.found[file.name] = run_content(self.library, file, NO_DAY)
        return self.found[file.name]

    def _of_translation(self, file: HandoutFile) -> tuple[Problem, ...]:
        if file.name not in self.found and file.translated:
            self.found[file.name] = run_translation(self.library, file.translated, NO_DAY)
        return self.found[file.name]
