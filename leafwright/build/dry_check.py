"""Find what stops sheets from being made, without rendering any.

That depends on a clinic's answers, its words and its templates. Handouts that need the same of all three fail
in the same way, so only one of them is drafted, and a large library is checked in seconds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from leafwright.build.draft import draft_sheets
from leafwright.build.record import Refusal
from leafwright.build.selection import Selection
from leafwright.integrity import keys_of
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.model.walk import texts_of
from leafwright.problems import Advance, Problem, sort_problems, unwatched
from leafwright.sheet.own_advice import find_own_advice
from leafwright.sheet.signs import rare_signs
from leafwright.tags import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class DryCheck:
    """The problems that a build would find before it renders anything."""

    problems: tuple[Problem, ...]
    refusals: tuple[Refusal, ...]


def check_dry(library: Library, advance: Advance = unwatched) -> DryCheck:
    """Draft the sheets of each handout that needs something new from a clinic, and list what stops them.

    `advance` counts each clinic.
    """
    problems: list[Problem] = []
    refusals: list[Refusal] = []
    sources = {key: rare_signs(str(entry.as_csl())) for key, entry in library.references.items()}
    needs = {file.name: frozenset(_needs(file, sources)) for file in library.handouts}
    for folder in library.clinics:
        advance()
        known_in: dict[frozenset[str | None], set[tuple[str, ...]]] = {}
        for files in _topics(library, folder):
            # Each department has lines and answers of its own.
            known = known_in.setdefault(frozenset(map(folder.department_of, files)), set())
            needed = {need for file in files for need in needs[file.name]}
            needed |= set(_own_needs(files, folder))
            if needed <= known and _is_written(files, folder):
                continue
            known |= needed
            topics = {file.topic for file in files}
            translations = tuple(file for file in library.translations if file.topic in topics)
            part = replace(library, handouts=files, translations=translations, clinics=(folder,))
            drafts = draft_sheets(part, Selection())
            problems += drafts.problems
            refusals += drafts.refusals
    problems += [problem for refusal in refusals for problem in refusal.problems]
    return DryCheck(problems=sort_problems(problems), refusals=tuple(refusals))


def _topics(library: Library, folder: ClinicFolder) -> Iterator[tuple[HandoutFile, ...]]:
    """List the topics that a clinic prints, each with its handouts in all languages."""
    topics: dict[str, list[HandoutFile]] = {}
    for file in library.handouts:
        if folder.clinic.prints_topic(file.topic):
            topics.setdefault(file.topic, []).append(file)
    yield from (tuple(topics[topic]) for topic in sorted(topics))


def _needs(file: HandoutFile, sources: Mapping[str, frozenset[str]]) -> Iterator[tuple[str, ...]]:
    """List what a handout needs from clinic, words and template: kinds of blocks, lines, slots, signs.

    Rare signs, its own and those of its `sources`, need a family that has them. A topic with its own advice
    on a decision is like no other.
    """
    handout = file.handout
    yield ("status", handout.status)
    if not file.translated and find_own_advice(handout.sections):
        yield ("topic", file.topic)
    own = (rare_signs(text.plain) for text in texts_of(handout))
    cited = (sources.get(key, frozenset()) for key in keys_of(handout))
    yield from (("sign", sign) for signs in (*own, *cited) for sign in signs)
    for variant in handout.variants:
        for block in handout.blocks_of(variant):
            yield (variant, block.kind)
            named = "named" if getattr(block, "lines", None) else "usual"
            yield from ((named, key) for key in block.line_keys)
            slots = (slot for slot, _ in block.named_decisions())
            yield from ((variant, "own slot" if slot in handout.slots else "slot", slot) for slot in slots)


def _own_needs(files: tuple[HandoutFile, ...], folder: ClinicFolder) -> Iterator[tuple[str, ...]]:
    """Set a topic apart if the clinic has answers for it only, or lacks its department."""
    topic, departments = files[0].topic, {folder.department_of(file) for file in files}
    if topic in folder.clinic.decisions_for or departments - {None, *folder.clinic.departments}:
        yield ("topic", topic)


def _is_written(files: tuple[HandoutFile, ...], folder: ClinicFolder) -> bool:
    written = {file.language for file in files}
    return not any(
        written.isdisjoint(Language(language).nearest) for language in folder.clinic.prints.languages
    )
