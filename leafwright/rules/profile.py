"""Profiles: which rules are on, how much each weighs and what it is given; the standards disagree."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
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
    """How one rule is set: its severity, and what else the rule is given."""

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
    """A profile as it is written: whom it is for, the standards it follows, and every rule."""

    summary: Name
    standards: Name
    rules: dict[Key, Annotated[Setting, BeforeValidator(_as_setting)]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A rule that is on: how much its findings weigh and what it is given."""

    rule: Rule
    severity: Severity
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Name the rule with what it is given: equal keys, equal findings."""
        return f"{self.rule.code} {sorted(self.given.items())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A named choice of rules."""

    name: str
    file: ProfileFile = field(repr=False)

    def rules_of(self, folder: str) -> tuple[Set, ...]:
        """Load the rules of a folder that are on, sorted by code."""
        there = find_codes()
        chosen = sorted(code for code in self.file.rules if there.get(code) == folder)
        return tuple(made for code in chosen if (made := self.set_of(code)))

    def set_of(self, code: str) -> Set | None:
        """Load a rule as this profile sets it; None when it is off.

        Raises ContentError when what it is given is not what the rule takes.
        """
        setting = self.file.rules[code]
        rule = find_rule(code)
        given = _given(rule, setting, self.file.place)
        if setting.severity == OFF:
            return None
        return Set(rule=rule, severity=Severity(setting.severity), given=given)


def profile_names() -> tuple[str, ...]:
    """List the profiles there are."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))


@cache
def load_profile(name: str) -> Profile:
    """Load a profile by its name.

    Raises KeyError when there is none, ContentError when its file is broken.
    """
    if name not in profile_names():
        raise KeyError(name)
    file = read_record(ProfileFile, FOLDER / f"{name}.yaml", f"{name}.yaml")
    unknown = [code for code in file.rules if code not in find_codes()]
    if unknown:
        raise ContentError(unknown_rule(code, file.place) for code in unknown)
    return Profile(name=name, file=file)


def unknown_rule(code: str, place: Place) -> Problem:
    """Report a name that is no rule's."""
    hint = suggest(code, tuple(find_codes()))
    return Problem(place=place, code="unknown-rule", message=f"there is no rule '{code}'", hint=hint)


def adapt(
    profile: Profile, own: Mapping[str, Mapping[str, Any]], places: Mapping[str, Place] = MappingProxyType({})
) -> tuple[Profile, tuple[Problem, ...]]:
    """Give the rules of a profile what a clinic sets for itself; what does not fit is told and left out."""
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
    file = profile.file.model_copy(update={"rules": rules}) if own else profile.file
    return Profile(name=profile.name, file=file), tuple(problems)


def _given(rule: Rule, setting: Setting, place: Place) -> dict[str, Any]:
    """Give each parameter its type; a profile gives all of them, and nothing else."""
    wrong = sorted(rule.parameters.keys() ^ setting.given.keys())
    if wrong:
        strange = [name for name in wrong if name in setting.given] or wrong
        message = f"'{strange[0].replace('_', '-')}' is nothing that '{rule.code}' takes"
        if strange == wrong and strange[0] in rule.parameters:
            message = f"'{rule.code}' lacks '{strange[0].replace('_', '-')}'"
        raise ContentError([_bad_setting(place, message, rule)])
    try:
        return {
            name: TypeAdapter(kind).validate_python(setting.given[name])
            for name, kind in rule.parameters.items()
        }
    except ValidationError as error:
        message = f"'{rule.code}' is given what it cannot use: {error.errors()[0]['msg'].lower()}"
        raise ContentError([_bad_setting(place, message, rule)]) from error


def _bad_setting(place: Place, message: str, rule: Rule) -> Problem:
    taken = ", ".join(name.replace("_", "-") for name in rule.parameters) or "nothing"
    hint = f"it takes {taken}; see `explain {rule.code}`"
    return Problem(place=place, code="bad-setting", message=message, hint=hint)
