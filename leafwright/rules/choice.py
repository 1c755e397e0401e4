"""Which rules run over what, and how they are set: by what was asked for, and by the clinics concerned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from leafwright.handout import Handout
from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.model.clinic import DEFAULT_PROFILE, Clinic
from leafwright.rules.bilingual import printers
from leafwright.rules.profile import Profile, Set, adapt, load_profile, profile_names
from leafwright.rules.rule import find_codes
from leafwright.rules.silence import Scope, scopes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOptions:
    """How to run: the day, a profile in place of the clinics' own, and only some rules when any are named."""

    as_of: date
    profile: str | None = None
    rules: tuple[str, ...] = ()

    def wants(self, code: str) -> bool:
        """Tell whether a rule is asked for."""
        return not self.rules or code in self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChoice:
    """The rules for each part of a library, `whole` or not; what is settled is kept in `settled`."""

    library: Library
    ask: RuleOptions
    whole: bool = True
    settled: dict[tuple[str, ...], tuple[Set, ...]] = field(default_factory=dict, repr=False)

    def for_handout(self, file: HandoutFile) -> tuple[Set, ...]:
        """Choose the content rules for a handout, by the profiles of the clinics that print it."""
        return self._settle("content", printers(self.library, file))

    def for_translation(self, file: TranslationFile) -> tuple[Set, ...]:
        """Choose the rules for a translation, by the profiles of the clinics that print it."""
        return self._settle("translation", printers(self.library, file))

    def for_library(self) -> tuple[Set, ...]:
        """Choose the rules for what all handouts share, by the profiles of all clinics."""
        return self._settle("library", self.library.clinics)

    def for_clinic(self, clinic: str) -> tuple[Set, ...]:
        """Choose the clinic rules for one clinic, by its own profile."""
        return self._settle("clinic", [each for each in self.library.clinics if each.id == clinic])

    def _settle(self, folder: str, clinics: Iterable[ClinicFolder]) -> tuple[Set, ...]:
        """Settle which rules run and how: one of each way of setting a rule, the weightiest first."""
        asked = [] if self.ask.profile else list(clinics)
        key = (folder, *(each.id for each in asked))
        if key not in self.settled:
            profiles = [profile_of(each.clinic.profile, each.clinic.rules) for each in asked]
            other = profile_of(self.ask.profile or DEFAULT_PROFILE)
            self.settled[key] = self._weigh(folder, profiles or [other])
        return self.settled[key]

    def _weigh(self, folder: str, profiles: list[Profile]) -> tuple[Set, ...]:
        worst: dict[str, Set] = {}
        for each in (each for profile in profiles for each in profile.rules_of(folder)):
            if self.ask.wants(each.rule.code) and _weight(each) > _weight(worst.get(each.key)):
                worst[each.key] = each
        return tuple(sorted(worst.values(), key=lambda each: (each.rule.code, -_weight(each))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the proof of one sheet is read: by which profile and rules, and past which silences.

    It needs no library, so that it can go with the sheet to whichever machine proves it.
    """

    profile: str
    own: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, clinic: Clinic, handout: Handout) -> Self:
        """Read as the clinic chose; other silences of the handout are told with its content."""
        scopes = (scope for scope in scopes_of(handout) if find_codes().get(scope.silence.rule) == "proof")
        return cls(profile=str(clinic.profile), own=clinic.rules, scopes=tuple(scopes))

    def asked(self, ask: RuleOptions) -> Self:
        """Read as somebody asks for once."""
        chosen = replace(self, profile=ask.profile, own={}) if ask.profile else self
        return replace(chosen, rules=ask.rules)

    @property
    def sets(self) -> tuple[Set, ...]:
        """The proof rules that run, and how."""
        chosen = profile_of(self.profile, self.own).rules_of("proof")
        return tuple(each for each in chosen if not self.rules or each.rule.code in self.rules)

    @property
    def key(self) -> str:
        """Name all that decides what is found: of equal sheets, equal keys find the same."""
        silenced = (f"{scope.silence.rule} {scope.start} {scope.end}" for scope in self.scopes)
        return "\n".join([*(f"{each.severity} {each.key}" for each in self.sets), *silenced])


def profile_of(name: str, own: Mapping[str, Mapping[str, Any]] | None = None) -> Profile:
    """Load a profile with a clinic's own settings; what is wrong with either is told with the clinic.

    In place of a profile that is not there stands the default.
    """
    return adapt(load_profile(name if name in profile_names() else DEFAULT_PROFILE), own or {})[0]


def _weight(each: Set | None) -> int:
    return each.severity.weight if each else 0
