"""Profiles: which rules are on, how severe each is and with which parameters, because standards disagree."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationError

from leafwright.decode import read_record, suggest
from leafwright.model.record import Key, Name, Record
from leafwright.problems import ContentError, Place, Problem, Severity
from leafwright.resources import PACKAGE
from leafwright.rules.rule import Rule, find_codes, find_rule
from leafwright.source import Mapping as Tree

FOLDER: Final = PACKAGE / "rules" / "profiles"
OFF: Final = "off"
_NOWHERE: Final = Place(file="-")


class Setting(Record):
    """How one rule is set: its severity, and its parameters."""

    severity: Literal["off", "advice", "warning", "error"]
    given: Annotated[dict[str, Any], BeforeValidator(dict)] = Field(default_factory=dict)


def _as_setting(value: object) -> object:
    """Read `warning` and `{severity: warning, most: 20}`."""
    if isinstance(value, str):
        return {"severity": value}
    if isinstance(value, Tree):
        given = {name.replace("-", "_"): part for name, part in value.items() if name != "severity"}
        return {"severity": value.get("severity"), "given": given}
    return value


class ProfileFile(Record):
    """A profile's file: whom it is for, the standards it follows, and a setting for every rule."""

    summary: Name
    standards: Name
    rules: dict[Key, Annotated[Setting, BeforeValidator(_as_setting)]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActiveRule:
    """A rule that is on: the severity of its findings, and its parameters."""

    rule: Rule
    severity: Severity
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Name the rule and its parameters; rules with equal keys have equal findings."""
        return f"{self.rule.code} {sorted(self.given.items())}"

    def problems_in(self, subject: Any) -> Iterator[Problem]:
        """Run the rule over what it receives; see `rule.FOLDERS`."""
        if self.rule.page.english_only and not subject.is_english:
            return
        for finding in self.rule.check(subject, **self.given):
            yield Problem(
                place=finding.place,
                code=self.rule.code,
                message=finding.message,
                hint=finding.hint,
                severity=min(self.severity, finding.at_most, key=lambda severity: severity.weight),
                together=finding.together,
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named choice of rules."""

    name: str
    file: ProfileFile = field(repr=False)
    loaded: dict[str, tuple[ActiveRule, ...]] = field(default_factory=dict, repr=False, compare=False)

    def rules_of(self, folder: str) -> tuple[ActiveRule, ...]:
        """Load the rules of a folder that are on, once, sorted by code."""
        if folder not in self.loaded:
            codes = sorted(code for code in self.file.rules if find_codes().get(code) == folder)
            self.loaded[folder] = tuple(active for code in codes if (active := self.find(code)))
        return self.loaded[folder]

    def find(self, code: str) -> ActiveRule | None:
        """Load a rule as this profile sets it; None when it is off.

        Raises ContentError when the parameters are not those that the rule takes.
        """
        setting, rule = self.file.rules[code], find_rule(code)
        given = _given(rule, setting, self.file.place)
        if setting.severity == OFF:
            return None
        return ActiveRule(rule=rule, severity=Severity(setting.severity), given=given)


def profile_names() -> tuple[str, ...]:
    """List the names of all profiles."""
    return _names_in(FOLDER)


@cache
def _names_in(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.yaml")))


@cache
def load_profile(name: str) -> Profile:
    """Load a profile by its name.

    Raises KeyError when it does not exist, ContentError when its file is broken.
    """
    if name not in profile_names():
        raise KeyError(name)
    file = read_record(ProfileFile, FOLDER / f"{name}.yaml", f"{name}.yaml")
    unknown = [code for code in file.rules if code not in find_codes()]
    if unknown:
        raise ContentError(unknown_rule(code, file.place) for code in unknown)
    return Profile(name=name, file=file)


def unknown_rule(code: str, place: Place) -> Problem:
    """Report a rule that does not exist."""
    hint = suggest(code, tuple(find_codes()))
    return Problem(place=place, code="unknown-rule", message=f"there is no rule '{code}'", hint=hint)


def adapt(
    profile: Profile, own: Mapping[str, Mapping[str, Any]], places: Mapping[str, Place] = MappingProxyType({})
) -> tuple[Profile, tuple[Problem, ...]]:
    """Apply a clinic's own settings to a profile; a setting that does not fit is reported and ignored."""
    if not own:
        return profile, ()
    rules, problems = dict(profile.file.rules), list[Problem]()
    for code, parts in own.items():
        place = places.get(code, _NOWHERE)
        if code not in rules:
            problems.append(unknown_rule(code, place))
            continue
        given = {name.replace("-", "_"): part for name, part in parts.items()}
        setting = Setting(severity=rules[code].severity, given={**rules[code].given, **given})
        try:
            _given(find_rule(code), setting, place)
        except ContentError as error:
            problems += error.problems
        else:
            rules[code] = setting
    file = profile.file.model_copy(update={"rules": rules})
    return Profile(name=profile.name, file=file), tuple(problems)


def _given(rule: Rule, setting: Setting, place: Place) -> dict[str, Any]:
    """Convert each parameter to its type; a profile must give all of them, and nothing else."""
    unknown = sorted(setting.given.keys() - rule.parameters.keys())
    missing = sorted(rule.parameters.keys() - setting.given.keys())
    if unknown:
        message = f"'{unknown[0].replace('_', '-')}' is no parameter of '{rule.code}'"
        raise ContentError([_bad_setting(place, message, rule)])
    if missing:
        message = f"'{rule.code}' lacks '{missing[0].replace('_', '-')}'"
        raise ContentError([_bad_setting(place, message, rule)])
    try:
        return {
            name: _adapter_of(kind).validate_python(setting.given[name])
            for name, kind in rule.parameters.items()
        }
    except ValidationError as error:
        message = f"'{rule.code}' cannot use this value: {error.errors()[0]['msg'].lower()}"
        raise ContentError([_bad_setting(place, message, rule)]) from error


@cache
def _adapter_of(kind: Any) -> TypeAdapter[Any]:
    """Make what converts to a type once, which takes longer than to convert a value."""
    return TypeAdapter(kind)


def _bad_setting(place: Place, message: str, rule: Rule) -> Problem:
    taken = ", ".join(name.replace("_", "-") for name in rule.parameters) or "nothing"
    hint = f"it takes {taken}; see `explain {rule.code}`"
    return Problem(place=place, code="bad-setting", message=message, hint=hint)
