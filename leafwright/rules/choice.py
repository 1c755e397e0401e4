"""Choose which rules run and how they are set, by the command's options and by the clinics concerned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Self

from leafwright.handout import Handout
from leafwright.library import ClinicFolder, Library
from leafwright.model.clinic import DEFAULT_PROFILE, Clinic
from leafwright.problems import Advance, unwatched
from leafwright.rules.profile import ActiveRule, Profile, adapt, load_profile, profile_names
from leafwright.rules.rule import find_codes
from leafwright.rules.silence import Scope, scopes_of
from leafwright.spelling import SpellCheckers

SPELLING: Final = "spelling"
"""The rule that runs only if it is asked for, because dictionaries take seconds to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOptions:
    """The day of the check, a profile that replaces the clinics' own, and the rules to run, if not all.

    Spelling is checked if there are `spellers`. `advance` counts each handout and translation that is read.
    """

    as_of: date
    profile: str | None = None
    rules: tuple[str, ...] = ()
    spellers: SpellCheckers | None = field(default=None, repr=False, compare=False)
    advance: Advance = field(default=unwatched, repr=False, compare=False)

    def wants(self, code: str) -> bool:
        """Return whether a rule is to run."""
        if code == SPELLING:
            return self.spellers is not None
        return not self.rules or code in self.rules


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChoice:
    """The rules for each part of a library, which is `whole` or not; choices already made are cached.

    `every_topic` says whether it has at least all topics of its clinics.
    """

    library: Library
    options: RuleOptions
    whole: bool = True
    every_topic: bool = True
    cached: dict[tuple[str, ...], tuple[ActiveRule, ...]] = field(default_factory=dict, repr=False)
    read: set[tuple[str, ...]] = field(default_factory=set, repr=False)

    def rules_of(self, folder: str, clinics: Iterable[ClinicFolder]) -> tuple[ActiveRule, ...]:
        """Choose the rules of a folder by the profiles of the clinics concerned."""
        clinics = () if self.options.profile else tuple(clinics)
        key = (folder, *(clinic.id for clinic in clinics))
        if key not in self.cached:
            profiles = [profile_of(folder.clinic.profile, folder.clinic.rules) for folder in clinics]
            default = profile_of(self.options.profile or DEFAULT_PROFILE)
            self.cached[key] = self._most_severe(folder, profiles or [default])
        return self.cached[key]

    def is_first(self, *names: str) -> bool:
        """Return whether this is asked for the first time, and remember that it was."""
        is_new = names not in self.read
        self.read.add(names)
        return is_new

    def _most_severe(self, folder: str, profiles: list[Profile]) -> tuple[ActiveRule, ...]:
        """Keep a rule once for each set of parameters, at its highest severity, the most severe first."""
        rules = (active for profile in profiles for active in profile.rules_of(folder))
        wanted = (active for active in rules if self.options.wants(active.rule.code))
        chosen: dict[str, ActiveRule] = {}
        for active in sorted(wanted, key=lambda active: (active.rule.code, -active.severity.weight)):
            chosen.setdefault(active.key, active)
        return tuple(chosen.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the proof rules read one sheet: by which profile and rules, and with which silences.

    It needs no library, so it can be sent with the sheet to another process or machine.
    """

    profile: str
    own: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    scopes: tuple[Scope, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, clinic: Clinic, handout: Handout) -> Self:
        """Read as the clinic chose; the handout's other silences count where its content is checked."""
        scopes = (scope for scope in scopes_of(handout) if find_codes().get(scope.silence.rule) == "proof")
        return cls(profile=str(clinic.profile), own=clinic.rules, scopes=tuple(scopes))

    def with_options(self, options: RuleOptions) -> Self:
        """Read as the options of one command say."""
        chosen = replace(self, profile=options.profile, own={}) if options.profile else self
        return replace(chosen, codes=options.rules)

    @property
    def rules(self) -> tuple[ActiveRule, ...]:
        """The proof rules that run."""
        rules = profile_of(self.profile, self.own).rules_of("proof")
        return tuple(active for active in rules if not self.codes or active.rule.code in self.codes)

    @property
    def key(self) -> str:
        """Name everything that decides the findings: with equal keys, equal sheets have equal findings."""
        silenced = (f"{scope.silence.rule} {scope.start} {scope.end}" for scope in self.scopes)
        return "\n".join([*(f"{active.severity} {active.key}" for active in self.rules), *silenced])


def profile_of(name: str, own: Mapping[str, Mapping[str, Any]] | None = None) -> Profile:
    """Load a profile with a clinic's own settings; `run_clinic` reports what is wrong with either.

    An unknown profile is replaced by the default one.
    """
    return adapt(load_profile(name if name in profile_names() else DEFAULT_PROFILE), own or {})[0]
