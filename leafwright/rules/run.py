"""Rules run over a library: each rule once for each way it is set, each finding told once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from leafwright.decode import suggest
from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.problems import Place, Problem
from leafwright.rules.bilingual import read_translation
from leafwright.rules.choice import Reading, RuleChoice, RuleOptions
from leafwright.rules.clinic_reader import ClinicReader
from leafwright.rules.profile import Set, adapt, load_profile, profile_names
from leafwright.rules.reader import read_handout
from leafwright.rules.sheet_proof import SheetProof
from leafwright.rules.silence import (
    Hearing,
    Scope,
    hear,
    scopes_of,
    scopes_of_parts,
    scopes_of_references,
    tell_idle,
)


def run_content(library: Library, file: HandoutFile, ask: RuleOptions) -> tuple[Problem, ...]:
    """Run the content rules over one handout, as the profiles of all clinics that print it set them."""
    return _hear_content(RuleChoice(library=library, ask=ask), file).left


def run_translation(library: Library, file: TranslationFile, ask: RuleOptions) -> tuple[Problem, ...]:
    """Run the rules over one translation, as the profiles of all clinics that print it set them."""
    return _hear_translation(RuleChoice(library=library, ask=ask), file).left


def run_library(library: Library, ask: RuleOptions) -> tuple[Problem, ...]:
    """Run the rules for what all handouts share, as the profiles of all clinics set them."""
    return _hear_library(RuleChoice(library=library, ask=ask)).left


def run_clinic(library: Library, folder: ClinicFolder, ask: RuleOptions) -> tuple[Problem, ...]:
    """Run the clinic rules over one clinic, and check the profile it names and what it sets for itself."""
    return tuple(_run_clinic(RuleChoice(library=library, ask=ask), folder))


def run_proof(proof: SheetProof, reading: Reading) -> tuple[Problem, ...]:
    """Run the proof rules over one sheet."""
    return _hear(reading.sets, proof, reading.scopes).left


def run_rules(library: Library, ask: RuleOptions, *, whole: bool = True) -> tuple[Problem, ...]:
    """Run every rule but those of what is printed over a library; nothing is rendered.

    Of a part, which is not `whole`, nothing can be said that depends on the others: what nobody cites, say.
    """
    choice = RuleChoice(library=library, ask=ask, whole=whole)
    written = (file for file in library.handouts if file.translated is None)
    heard = [_hear_content(choice, file) for file in written]
    heard += [_hear_translation(choice, file) for file in library.translations]
    if whole:
        heard.append(_hear_library(choice))
    problems = [problem for each in heard for problem in each.left]
    problems += [problem for folder in library.clinics for problem in _run_clinic(choice, folder)]
    # A handout that could not be read may be what a silence of a reference is for.
    if whole and not library.problems:
        problems += tell_idle(_scopes_of_references(library), heard)
    # A reference that several handouts cite is told of once.
    return tuple(dict.fromkeys(problems))


def _hear_content(choice: RuleChoice, file: HandoutFile) -> Hearing:
    sets, own = choice.for_handout(file), scopes_of(file.handout)
    reader = read_handout(file, choice.library, choice.ask.as_of)
    heard = _hear(sets, reader, (*own, *_scopes_of_references(choice.library)))
    return replace(heard, left=(*heard.left, *tell_idle(own, [heard])))


def _hear_translation(choice: RuleChoice, file: TranslationFile) -> Hearing:
    """Hear what is found in a translation; of a part that is not judged, no silence is idle."""
    parts, reading = scopes_of_parts(file.translation), read_translation(file, choice.library)
    heard = _hear(choice.for_translation(file), reading, tuple(chain.from_iterable(parts.values())))
    judged = chain.from_iterable(scopes for name, scopes in parts.items() if name in reading.judged)
    return replace(heard, left=(*heard.left, *tell_idle(judged, [heard])))


def _hear_library(choice: RuleChoice) -> Hearing:
    return _hear(choice.for_library(), choice.library, _scopes_of_references(choice.library))


def _hear(sets: tuple[Set, ...], subject: Any, scopes: tuple[Scope, ...]) -> Hearing:
    return hear(_run(sets, subject), scopes, {each.rule.code for each in sets})


def _scopes_of_references(library: Library) -> tuple[Scope, ...]:
    return scopes_of_references(library.references.values())


def _run_clinic(choice: RuleChoice, folder: ClinicFolder) -> Iterator[Problem]:
    name = folder.clinic.profile
    if name in profile_names():
        yield from adapt(load_profile(name), folder.clinic.rules, dict(folder.clinic.placed("rules")))[1]
    else:
        yield _unknown_profile(folder)
    yield from _run(choice.for_clinic(folder.id), ClinicReader.of(folder, choice.library, whole=choice.whole))


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
            severity=min(each.severity, found.at_most, key=lambda severity: severity.weight),
            together=found.together,
        )


def _unknown_profile(folder: ClinicFolder) -> Problem:
    name = folder.clinic.profile
    return Problem(
        place=folder.clinic.place_of("profile"),
        code="unknown-profile",
        message=f"there is no profile '{name}'",
        hint=suggest(name, profile_names()),
    )
