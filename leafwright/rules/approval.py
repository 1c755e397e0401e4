"""Refuse to build approved handouts in which a rule finds an error."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from leafwright.integrity import keys_of
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.problems import Place, Problem, has_errors
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic, run_content, run_library

CODE = "approved-with-errors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Checks approved handouts by the rules of each clinic that prints them, and caches the findings.

    As in `check`, only a silence with a reason hides a finding.
    """

    library: Library
    options: RuleOptions
    cached: dict[tuple[str, ...], tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    def errors_of(self, file: HandoutFile, folder: ClinicFolder) -> tuple[Problem, ...]:
        """List the errors that stop a clinic's sheets of a handout, after the problem they cause.

        They are in the handout itself, in the sources it cites and in the clinic's own file. For a
        translation the source is checked: errors of the translation itself stop its sheets anyway.
        """
        source = file.translated.source if file.translated else file
        if source.handout.status != "approved":
            return ()
        problems = [*self._content(source, folder), *self._library(source, folder), *self._clinic(folder)]
        errors = tuple(problem for problem in dict.fromkeys(problems) if has_errors([problem]))
        return (_refused(source, errors), *errors) if errors else ()

    def _once(self, run: Callable[[], tuple[Problem, ...]], *key: str) -> tuple[Problem, ...]:
        if key not in self.cached:
            self.cached[key] = run()
        return self.cached[key]

    def _content(self, file: HandoutFile, folder: ClinicFolder) -> tuple[Problem, ...]:
        run = partial(run_content, self._only(folder, file), file, self.options)
        return self._once(run, "content", file.name, *_settings(folder))

    def _clinic(self, folder: ClinicFolder) -> tuple[Problem, ...]:
        return self._once(partial(run_clinic, self.library, folder, self.options), "clinic", folder.id)

    def _library(self, file: HandoutFile, folder: ClinicFolder) -> Iterator[Problem]:
        """Go through the problems of the references that a handout cites."""
        run = partial(run_library, self._only(folder, file), self.options)
        problems = self._once(run, "library", *_settings(folder))
        cited = frozenset(keys_of(file.handout))
        return (problem for problem in problems if self._entry_at(problem.place) in cited)

    def _entry_at(self, place: Place) -> str:
        """Find the reference that a place in the bibliography belongs to."""
        before = [entry for entry in self.library.references.values() if entry.place <= place]
        return max(before, key=lambda entry: entry.place).id if before else ""

    def _only(self, folder: ClinicFolder, file: HandoutFile) -> Library:
        """Return the library with one clinic, so that its own profile decides what is an error.

        A clinic that prints only translations checks their source by its profile as well.
        """
        prints = folder.clinic.prints
        languages = (*prints.languages, file.language)
        clinic = folder.clinic.model_copy(
            update={"prints": prints.model_copy(update={"languages": languages})}
        )
        return replace(self.library, clinics=(replace(folder, clinic=clinic),))


def _settings(folder: ClinicFolder) -> tuple[str, str]:
    return str(folder.clinic.profile), repr(folder.clinic.rules)


def _refused(file: HandoutFile, errors: tuple[Problem, ...]) -> Problem:
    number = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
    return Problem(
        place=file.handout.place_of("status"),
        code=CODE,
        message=f"the handout is approved, but rules find {number}, so it is not built",
        hint="correct every error, or write `status: draft` until they are corrected",
    )
