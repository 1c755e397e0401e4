"""Find the sheets of handouts that no clinic prints, so that an author learns which line to change."""

from collections.abc import Iterator

from leafwright.build.selection import ANY, Selection
from leafwright.library import ClinicFolder, HandoutFile, Library
from leafwright.problems import Place, Problem, Severity


def find_unprinted(library: Library, selection: Selection = ANY) -> Iterator[Problem]:
    """Report what none of the chosen clinics prints; this is an error if a topic was asked for by name.

    A clinic that cannot be read may print it, so nothing is reported then; nor of one clinic alone, unless
    the topic was asked for.
    """
    if not library.clinics or any(name.startswith("clinics/") for name in library.faults):
        return
    clinics = [folder for folder in library.clinics if folder.id in (selection.clinics or (folder.id,))]
    for file in library.handouts:
        named = file.topic in selection.topics
        if file.translated is None and (named or not (selection.topics or selection.clinics)):
            printers = [folder for folder in clinics if folder.clinic.prints_topic(file.topic)]
            if printers:
                yield from _find_unlisted(file, printers, selection)
            elif named:
                yield _unlisted_topic(file, clinics)


def _find_unlisted(
    file: HandoutFile, printers: list[ClinicFolder], selection: Selection
) -> Iterator[Problem]:
    kinds = {name: file.handout.kind_of(name) for name in file.handout.variants}
    wanted = {
        name: kind
        for name, kind in kinds.items()
        if not selection.variants or {str(name), kind} & set(selection.variants)
    }
    printed = {str(kind) for folder in printers for kind in folder.clinic.prints.variants}
    stops = file.topic in selection.topics and printed.isdisjoint(wanted.values())
    for name, kind in wanted.items():
        if kind not in printed:
            places = [folder.clinic.prints.place_of("variants") for folder in printers]
            yield Problem(
                place=file.handout.variants[name].place,
                code="unprinted-variant",
                message=f"no clinic prints the {kind} sheet of {file.topic}",
                hint=_add_to(places, kind, "variants"),
                severity=Severity.ERROR if stops else Severity.WARNING,
            )


def _unlisted_topic(file: HandoutFile, clinics: list[ClinicFolder]) -> Problem:
    return Problem(
        place=file.handout.place,
        code="unprinted-topic",
        message=f"no clinic prints {file.topic}",
        hint=_add_to([folder.clinic.prints.place_of("topics") for folder in clinics], file.topic, "topics"),
    )


def _add_to(places: list[Place], name: str, field: str) -> str:
    """Say which line to change: that of the only clinic, or of one of several."""
    first, *further = dict.fromkeys(f"{place.file}:{place.line}" for place in places)
    if further:
        return f"add {name} below `prints: {field}:` of a clinic, such as in {first}"
    return f"{first} does not list {name} below `prints: {field}:`; add it"
