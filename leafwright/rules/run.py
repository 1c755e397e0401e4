"""Rules run over a library: each rule once for each way it is set, each finding told once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from leafwright.decode import suggest
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.model.clinic import DEFAULT_PROFILE, Clinic
from leafwright.model.handout import Handout
from leafwright.problems import Place, Problem, Severity
from leafwright.rules.profile import Profile, Set, load_profile, profile_names
from leafwright.rules.reader import read_handout
from leafwright.rules.rule import find_codes
from leafwright.rules.sheet_proof import SheetProof
from leafwright.rules.silence import Scope, apply_silences, scopes_of

WEIGHTS = {Severity.ADVICE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How to run: the day, a profile in place of the clinics' own, and only some rules when any are named."""

    as_of: date
    profile: str | None = None
    rules: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Tell whether a rule is asked for."""
        return not self.rules or code in self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the proof of one sheet is read: by which profile and rules, and past which silences.

    It needs no library, so that it can go with the sheet to whichever machine proves it.
    """

    profile: str
    rules: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, clinic: Clinic, handout: Handout) -> Self:
        """Read as the clinic chose; other silences of the handout are told with its content."""
        scopes = (scope for scope in scopes_of(handout) if find_codes().get(scope.silence.rule) == "proof")
        return cls(profile=str(clinic.profile), scopes=tuple(scopes))

    def asked(self, ask: Ask) -> Self:
        """Read as somebody asks for once."""
        return replace(self, profile=ask.profile or self.profile, rules=ask.rules)

    @property
    def sets(self) -> tuple[Set, ...]:
        """The proof rules that run, and how."""
        chosen = _profile(self.profile).rules_of("proof")
        return tuple(each for each in chosen if not self.rules or each.rule.code in self.rules)

    @property
    def key(self) -> str:
        """Name all that decides what is found: of equal sheets, equal keys find the same."""
        silenced = (f"{scope.silence.rule} {scope.start} {scope.end}" for scope in self.scopes)
        return "\n".join([*(f"{each.severity} {each.key}" for each in self.sets), *silenced])


def run_content(library: Library, file: HandoutFile, ask: Ask) -> tuple[Problem, ...]:
    """Run the content rules over one handout, as the profiles of all clinics that print it set them."""
    sets = _sets(_profiles_for(library, file, ask), "content", ask)
    reader = read_handout(file, library.references, ask.as_of)
    found = _run(sets, reader)
    return tuple(apply_silences(found, scopes_of(file.handout), {each.rule.code for each in sets}))


def run_clinic(folder: ClinicFolder, ask: Ask) -> tuple[Problem, ...]:
    """Run the clinic rules over one clinic, and check that the profile it names is there."""
    name = folder.clinic.profile
    unknown = () if name in profile_names() else (_unknown_profile(folder),)
    return (*unknown, *_run(_sets([_profile(ask.profile or name)], "clinic", ask), folder))


def run_proof(proof: SheetProof, reading: Reading) -> tuple[Problem, ...]:
    """Run the proof rules over one sheet."""
    return tuple(apply_silences(_run(reading.sets, proof), reading.scopes, set()))


def run_rules(library: Library, ask: Ask) -> tuple[Problem, ...]:
    """Run the content and clinic rules over a whole library; nothing is rendered."""
    handouts = (problem for file in library.handouts for problem in run_content(library, file, ask))
    clinics = (problem for folder in library.clinics for problem in run_clinic(folder, ask))
    return (*handouts, *clinics)


def _profiles_for(library: Library, file: HandoutFile, ask: Ask) -> list[Profile]:
    """Choose the profiles of the clinics that print a handout; of none, the default."""
    if ask.profile:
        return [_profile(ask.profile)]
    base = file.language.partition("-")[0]
    names = {
        folder.clinic.profile
        for folder in library.clinics
        if folder.clinic.prints_topic(file.topic)
        and any(language.partition("-")[0] == base for language in folder.clinic.prints.languages)
    }
    return [_profile(name) for name in sorted(names or {DEFAULT_PROFILE})]


def _profile(name: str) -> Profile:
    """Load a profile; a clinic that names an unknown one is told so, and checked by the default."""
    return load_profile(name if name in profile_names() else DEFAULT_PROFILE)


def _sets(profiles: Iterable[Profile], folder: str, ask: Ask) -> tuple[Set, ...]:
    """Settle which rules run and how: one of each way of setting a rule, the weightiest first."""
    worst: dict[str, Set] = {}
    for each in (each for profile in profiles for each in profile.rules_of(folder)):
        if ask.wants(each.rule.code) and _weight(each) > _weight(worst.get(each.key)):
            worst[each.key] = each
    return tuple(sorted(worst.values(), key=lambda each: (each.rule.code, -_weight(each))))


def _weight(each: Set | None) -> int:
    return WEIGHTS[each.severity] if each else 0


def _run(sets: Iterable[Set], subject: Any) -> Iterator[Problem]:
    """Run rules over what they receive; what a weightier setting found is not told again by a lighter one."""
    told: set[tuple[str, Place, str]] = set()
    for each in sets:
        for problem in _problems(each, subject):
            known = (problem.code, problem.place, problem.message)
            if known not in told:
                told.add(known)
                yield problem


def _problems(each: Set, subject: Any) -> Iterator[Problem]:
    given: Mapping[str, Any] = each.given
    for found in each.rule.check(subject, **given):
        yield Problem(
            place=found.place,
            code=each.rule.code,
            message=found.message,
            hint=found.hint,
            severity=each.severity,
        )


def _unknown_profile(folder: ClinicFolder) -> Problem:
    name = folder.clinic.profile
    return Problem(
        place=folder.clinic.place_of("profile"),
        code="unknown-profile",
        message=f"there is no profile '{name}'",
        hint=suggest(name, profile_names()),
    )
