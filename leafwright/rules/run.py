"""Run the rules over a library: each rule once for each way it is set, and each finding reported once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from leafwright.decode import suggest
from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.model.identity import once_each
from leafwright.problems import Place, Problem
from leafwright.rules.bilingual import printers, read_translation
from leafwright.rules.choice import Reading, RuleChoice, RuleOptions
from leafwright.rules.clinic_reader import ClinicReader
from leafwright.rules.profile import ActiveRule, adapt, load_profile, profile_names
from leafwright.rules.reader import read_handout
from leafwright.rules.sheet_proof import SheetProof
from leafwright.rules.silence import (
    RuleResult,
    Scope,
    apply_silences,
    idle_silences,
    scopes_of,
    scopes_of_parts,
    scopes_of_references,
)
from leafwright.rules.written import WrittenFile

_OF_ALL: Final = "unused-reference"
"""The rule that has to see every handout of the library."""
_UNUSED: Final = frozenset({"unasked-decision", "unprinted-fact", "unprinted-language"})
"""Rules that find what a clinic does not print, which another clinic that inherits it may."""


def run_content(library: Library, file: HandoutFile, options: RuleOptions) -> tuple[Problem, ...]:
    """Run the content rules over one handout, as the profiles of all clinics that print it set them."""
    return _check_handout(RuleChoice(library=library, options=options), file).problems


def run_translation(library: Library, file: TranslationFile, options: RuleOptions) -> tuple[Problem, ...]:
    """Run the rules over one translation, as the profiles of all clinics that print it set them."""
    return _check_translation(RuleChoice(library=library, options=options), file).problems


def run_library(library: Library, options: RuleOptions) -> tuple[Problem, ...]:
    """Run the rules for what all handouts share, as the profiles of all clinics set them."""
    return _check_library(RuleChoice(library=library, options=options)).problems


def run_clinic(library: Library, folder: ClinicFolder, options: RuleOptions) -> tuple[Problem, ...]:
    """Run the clinic rules over one clinic, and check the profile it names and its own settings."""
    return tuple(_check_clinic(RuleChoice(library=library, options=options), folder))


def run_proof(proof: SheetProof, reading: Reading) -> tuple[Problem, ...]:
    """Run the proof rules over one sheet."""
    return _check(reading.scopes, (reading.rules, proof)).problems


def run_rules(
    library: Library, options: RuleOptions, *, whole: bool = True, every_topic: bool = False
) -> tuple[Problem, ...]:
    """Run every rule except the proof rules over a library; nothing is rendered.

    When the library is not `whole`, nothing is reported that depends on the missing files, such as a
    reference that no handout cites. With `every_topic` of its clinics, it is known what these do not print.
    """
    choice = RuleChoice(library=library, options=options, whole=whole, every_topic=whole or every_topic)
    handouts = (file for file in library.handouts if file.translated is None)
    results = [_check_handout(choice, file) for file in handouts]
    results += [_check_translation(choice, file) for file in library.translations]
    results.append(_check_library(choice))
    problems = [problem for result in results for problem in result.problems]
    problems += [problem for folder in library.clinics for problem in _check_clinic(choice, folder)]
    # A handout that cannot be read may hold the finding that a reference's silence is for.
    if whole and not library.problems:
        problems += idle_silences(_scopes_of_references(library), results)
    # Several handouts may report the same reference.
    return tuple(dict.fromkeys(problems))


def _check_handout(choice: RuleChoice, file: HandoutFile) -> RuleResult:
    choice.options.advance()
    reader, scopes = read_handout(file, choice.library, choice.options.as_of), scopes_of(file.handout)
    clinics = printers(choice.library, file)
    written = WrittenFile.of_handout(reader).spelled_by(choice.options.spellers)
    subjects = (choice.rules_of("content", clinics), reader), (choice.rules_of("text", clinics), written)
    return _with_idle(_check((*scopes, *_scopes_of_references(choice.library)), *subjects), scopes)


def _check_translation(choice: RuleChoice, file: TranslationFile) -> RuleResult:
    """Check a translation; the rules skip stale parts, so a silence in one is never reported as idle.

    The texts of clinics are read once for each language and each group of clinics, by the same rules.
    """
    choice.options.advance()
    clinics = (folder.id for folder in printers(choice.library, file))
    is_first = choice.is_first(file.source.language, file.language, *clinics)
    reading = read_translation(file, choice.library, with_clinics=is_first)
    parts = scopes_of_parts(file.translation)
    written = WrittenFile.of_translation(reading).spelled_by(choice.options.spellers)
    subjects = {"translation": reading, "text": written}
    rules = ((choice.rules_of(folder, reading.printers), subject) for folder, subject in subjects.items())
    result = _check(tuple(chain.from_iterable(parts.values())), *rules)
    return _with_idle(result, chain.from_iterable(parts[name] for name in parts if name in reading.judged))


def _check_library(choice: RuleChoice) -> RuleResult:
    rules = choice.rules_of("library", choice.library.clinics)
    if not choice.whole:
        rules = tuple(active for active in rules if active.rule.code != _OF_ALL)
    return _check(_scopes_of_references(choice.library), (rules, choice.library))


def _check_clinic(choice: RuleChoice, folder: ClinicFolder) -> Iterator[Problem]:
    name = folder.clinic.profile
    if name in profile_names():
        yield from adapt(load_profile(name), folder.clinic.rules, dict(folder.clinic.placed("rules")))[1]
    else:
        yield _unknown_profile(folder)
    for problem in _findings_on(choice, folder):
        if problem.code not in _UNUSED or _is_unused(problem, folder, choice):
            yield problem


def _findings_on(choice: RuleChoice, folder: ClinicFolder) -> Iterator[Problem]:
    reader = ClinicReader.of(folder, choice.library, whole=choice.every_topic)
    yield from _findings(choice.rules_of("clinic", [folder]), reader)
    for written in WrittenFile.of_clinic(folder):
        subject = written.spelled_by(choice.options.spellers)
        yield from _findings(choice.rules_of("text", [folder]), subject)


def _is_unused(problem: Problem, folder: ClinicFolder, choice: RuleChoice) -> bool:
    """Return whether neither a clinic nor any that inherits something from it prints it."""
    file, lineages = problem.place.file, choice.library.lineages
    if not choice.whole:
        alone = not any(folder.id in above for name, above in lineages.items() if name != folder.id)
        return file == folder.name and alone
    heirs = (heir for heir in choice.library.clinics if file in heir.files and heir is not folder)
    reported = ({(other.code, other.place) for other in _findings_on(choice, heir)} for heir in heirs)
    return all((problem.code, problem.place) in findings for findings in reported)


def _check(scopes: tuple[Scope, ...], *subjects: tuple[tuple[ActiveRule, ...], Any]) -> RuleResult:
    """Run rules, each over what it receives."""
    codes = {active.rule.code for rules, _ in subjects for active in rules}
    findings = chain.from_iterable(_findings(rules, subject) for rules, subject in subjects)
    return apply_silences(findings, scopes, codes)


def _with_idle(result: RuleResult, scopes: Iterable[Scope]) -> RuleResult:
    return replace(result, problems=(*result.problems, *idle_silences(scopes, [result])))


@once_each
def _scopes_of_references(library: Library) -> tuple[Scope, ...]:
    return scopes_of_references(library.references.values())


def _findings(rules: Iterable[ActiveRule], subject: Any) -> Iterator[Problem]:
    """Run rules over what they receive; of equal findings keep the first, which is the most severe."""
    reported: set[tuple[str, Place, str]] = set()
    for problem in (problem for active in rules for problem in active.problems_in(subject)):
        key = (problem.code, problem.place, problem.message)
        if key not in reported:
            reported.add(key)
            yield problem


def _unknown_profile(folder: ClinicFolder) -> Problem:
    name = folder.clinic.profile
    return Problem(
        place=folder.clinic.place_of("profile"),
        code="unknown-profile",
        message=f"there is no profile '{name}'",
        hint=suggest(name, profile_names()),
    )
