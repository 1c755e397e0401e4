"""What keeps an approved handout from being printed: every error of a rule in what it is made of."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from leafwright.integrity import keys_of
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.problems import Place, Problem, has_errors
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic, run_content, run_library

CODE = "approved-with-errors"


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """Reads approved handouts by the rules of each clinic that prints them; what was read once is kept.

    Nothing is silenced but by a silence with its reason, as in `check`.
    """

    library: Library
    ask: RuleOptions
    read: dict[tuple[str, ...], tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    def errors_of(self, file: HandoutFile, folder: ClinicFolder) -> tuple[Problem, ...]:
        """List the errors that keep a clinic's sheets of a handout from being built, with what follows.

        They stand in the handout itself, in the sources it cites and in the clinic's own file. Of a
        translation the source is read: its own errors stop its sheets whatever the status.
        """
        source = file.translated.source if file.translated else file
        if source.handout.status != "approved":
            return ()
        found = [*self._content(source, folder), *self._library(source, folder), *self._clinic(folder)]
        errors = tuple(problem for problem in dict.fromkeys(found) if has_errors([problem]))
        return (_refused(source, errors), *errors) if errors else ()

    def _content(self, file: HandoutFile, folder: ClinicFolder) -> tuple[Problem, ...]:
        key = ("content", file.name, *_settings(folder))
        if key not in self.read:
            self.read[key] = run_content(self._only(folder, file), file, self.ask)
        return self.read[key]

    def _clinic(self, folder: ClinicFolder) -> tuple[Problem, ...]:
        key = ("clinic", folder.id)
        if key not in self.read:
            self.read[key] = run_clinic(self.library, folder, self.ask)
        return self.read[key]

    def _library(self, file: HandoutFile, folder: ClinicFolder) -> Iterator[Problem]:
        """Go through what is wrong with the references that a handout cites."""
        key = ("library", *_settings(folder))
        if key not in self.read:
            self.read[key] = run_library(self._only(folder, file), self.ask)
        cited = frozenset(keys_of(file.handout))
        yield from (each for each in self.read[key] if self._entry_at(each.place) in cited)

    def _entry_at(self, place: Place) -> str:
        """Find the reference that a place in the bibliography belongs to."""
        before = [entry for entry in self.library.references.values() if entry.place <= place]
        return max(before, key=lambda entry: entry.place).id if before else ""

    def _only(self, folder: ClinicFolder, file: HandoutFile) -> Library:
        """Leave one clinic in the library, so that its own profile decides what is an error.

        A clinic that prints translations alone reads their source by its profile as well.
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
        message=f"the handout is approved and has {number} of content rules, so it is not built",
        hint="put each of them right, or write `status: draft` until they are",
    )
