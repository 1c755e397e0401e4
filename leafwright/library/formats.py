"""Read the records of variants, editions and looks, and the names of the former in each language."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final, TypeVar

from leafwright.decode import parse_record, suggest
from leafwright.edition import Edition
from leafwright.formats import Formats, Variant
from leafwright.library.finding import EDITIONS, LOOKS, VARIANTS, format_paths
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.model.localised import in_language
from leafwright.model.look import Look
from leafwright.model.words import Words
from leafwright.problems import Place, Problem, Severity
from leafwright.text import Text, curl
from leafwright.workspace import Workspace

FILES: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "layout": (("styles", "layouts/*.css"), ("templates", "layouts/*.html")),
    "scale": (("styles", "scales/*.css"),),
}
"""The files of a layout or a scale; any of them defines its name."""

F = TypeVar("F", Variant, Edition)
R = TypeVar("R", Variant, Edition, Look)


def read_formats(problems: list[Problem], reader: FileReader) -> Formats:
    """Read the records of a workspace and the shared ones; problems are added to the list."""
    known = {kind: frozenset(_known_names(kind, reader.workspace)) for kind in FILES}
    known["variant"] = frozenset(path.stem for path in format_paths(reader.workspace, *VARIANTS))

    def sound(records: Iterator[tuple[str, F]]) -> dict[str, F]:
        return {
            name: record
            for name, record in records
            if not add_problems(_unknown_names(record, known), problems)
        }

    return Formats(
        variants=sound(_records(Variant, VARIANTS, problems, reader)),
        editions=sound(_records(Edition, EDITIONS, problems, reader)),
        looks=dict(_styled(_records(Look, LOOKS, problems, reader), problems, reader.workspace)),
    )


def name_formats(words: Words, formats: Formats) -> Words:
    """Add the records' own names to the words of a language, where the words have none."""
    phrases = words.phrases
    named = {
        "variants": _names(formats.variants, words.language) | phrases.variants,
        "editions": _names(formats.editions, words.language) | phrases.editions,
    }
    return words.model_copy(update={"phrases": phrases.model_copy(update=named)})


def unknown_formats(words: Words, workspace: Workspace) -> Iterator[Problem]:
    """Warn of phrases that name a variant or an edition that does not exist: they are never printed."""
    for kind, where in (("variants", VARIANTS), ("editions", EDITIONS)):
        known = tuple(path.stem for path in format_paths(workspace, *where))
        for name, place in words.phrases.placed(kind):
            if name not in known:
                message, hint = f"'{name}' is none of the {kind}", suggest(name, known)
                yield Problem(
                    place=place,
                    code="unknown-name",
                    message=message,
                    hint=hint,
                    severity=Severity.WARNING,
                )


def _records(
    model: type[R], where: tuple[str, str], problems: list[Problem], reader: FileReader
) -> Iterator[tuple[str, R]]:
    for path in format_paths(reader.workspace, *where):
        name = f"{where[0]}/{path.parent.name}/{path.name}"
        record = gather(problems, reader.read, partial(parse_record, model), path, name)
        if record:
            yield path.stem, record


def _styled(
    looks: Iterator[tuple[str, Look]], problems: list[Problem], workspace: Workspace
) -> Iterator[tuple[str, Look]]:
    """Go through the looks, and report one that has no style."""
    for name, look in looks:
        style = f"styles/looks/{name}.css"
        if workspace.find(style):
            yield name, look
        else:
            message, hint = f"the look '{name}' has no style", f"write {style}"
            place = Place(file=f"templates/looks/{name}.yaml")
            problems.append(Problem(place=place, code="unknown-name", message=message, hint=hint))


def _unknown_names(record: Variant | Edition, known: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
    """Report layouts, scales and variants without a file, which pages would silently lack."""
    named = [(kind, getattr(record, kind), record.place_of(kind)) for kind in FILES]
    if isinstance(record, Variant):
        named += [("layout", name, place) for name, place in record.placed("layouts")]
        named += [("layout", own.layout, own.place_of("layout")) for own in record.layouts.values()]
    else:
        named += [("variant", name, place) for name, place in record.placed("variants")]
    for kind, name, place in named:
        if name is not None and name not in known[kind]:
            message, hint = f"there is no {kind} '{name}'", suggest(name, tuple(sorted(known[kind])))
            yield Problem(place=place, code="unknown-name", message=message, hint=hint)


def _known_names(kind: str, workspace: Workspace) -> Iterator[str]:
    """List the layouts or the scales there are: the one that needs no file, and those that have one."""
    yield getattr(Variant(), kind)
    for folder, pattern in FILES[kind]:
        yield from (path.stem for path in workspace.list(folder, pattern))


def _names(records: Mapping[str, Variant] | Mapping[str, Edition], language: str) -> dict[str, Text]:
    names = {name: in_language(record.names or {}, language) for name, record in records.items()}
    return {name: curl(text) for name, text in names.items() if text}
