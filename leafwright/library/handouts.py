"""Read the folders of the topics: the handouts, and those made from translations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath

from leafwright import integrity
from leafwright.decode import decode, suggest
from leafwright.handout import Handout
from leafwright.library.finding import handout_paths
from leafwright.library.gathering import FileReader, add_problems, gather
from leafwright.library.record import HandoutFile, TranslationFile
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.model.translation import Translation
from leafwright.pictures import PictureMeasure, measure_picture
from leafwright.problems import ContentError, Place, Problem, Severity
from leafwright.source import Scalar, parse_source, text_of
from leafwright.translation import apply, compare, parts_of
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Topics:
    """The content of the topics' folders: handouts that can be printed, and all translations.

    `known` also has the slots that handouts declare.
    """

    handouts: tuple[HandoutFile, ...]
    translations: tuple[TranslationFile, ...]
    known: integrity.Known


def read_topics(
    workspace: Workspace, known: integrity.Known, problems: list[Problem], reader: FileReader
) -> Topics:
    """Read every handout and every translation; problems are added to the list."""
    sources: list[HandoutFile] = []
    waiting: list[tuple[Path, Translation]] = []
    for path in handout_paths(workspace):
        match _read(workspace, path, problems, reader):
            case Handout() as handout:
                sources.append(_file(workspace, path, handout))
            case Translation() as translation:
                waiting.append((path, translation))
    problems += integrity.check_codes((file.name, file.handout) for file in sources)
    problems += integrity.check_same_department((file.topic, file.handout) for file in sources)
    problems += integrity.check_slots((file.language, file.handout) for file in sources)
    taken = [*integrity.check_file_names(((file.topic, file.handout) for file in sources), known.editions)]
    problems += taken
    sources = [file for file in sources if file.name not in {problem.place.file for problem in taken}]
    slots = {str(slot) for file in sources for slot in file.handout.slots}
    known = replace(known, decisions=tuple(sorted({*known.decisions, *slots})))
    handouts = list(_without_faults(workspace, known, sources, problems))
    translations = tuple(_translations(workspace, waiting, handouts, problems))
    whole = [_translated(file) for file in translations if file.state.whole]
    handouts += _without_faults(workspace, known, whole, problems)
    handouts.sort(key=lambda file: file.name)
    return Topics(handouts=tuple(handouts), translations=translations, known=known)


def _read(
    workspace: Workspace, path: Path, problems: list[Problem], reader: FileReader
) -> Handout | Translation | None:
    return gather(problems, reader.read, _parse, path, workspace.name(path))


@lru_cache(maxsize=64)
def _parse(content: bytes, name: str) -> Handout | Translation:
    """Parse a file of a topic: a translation if it has `parts`. Results are frozen, so they are cached."""
    tree = parse_source(text_of(content, name), name)
    if "parts" not in tree:
        return decode(Handout, tree)
    language = tree.get("language")
    if isinstance(language, Scalar) and language != PurePosixPath(name).stem:
        raise ContentError([_wrong_language(language, PurePosixPath(name))])
    return decode(Translation, tree)


def _file(workspace: Workspace, path: Path, handout: Handout) -> HandoutFile:
    return HandoutFile(topic=path.parent.name, language=path.stem, name=workspace.name(path), handout=handout)


def _without_faults(
    workspace: Workspace, known: integrity.Known, files: Iterable[HandoutFile], problems: list[Problem]
) -> Iterator[HandoutFile]:
    """Go through the handouts without faults.

    If the references cannot be read, that is reported once, and every handout that cites one is left out.
    """
    for file in files:
        folder = workspace.root / "handouts" / file.topic
        faulty = add_problems(integrity.check_handout(file.handout, known, folder), problems)
        if not faulty and (known.references is not None or not any(integrity.keys_of(file.handout))):
            yield replace(file, pictures=_measured(file.handout, folder, workspace))


def _measured(handout: Handout, folder: Path, workspace: Workspace) -> dict[str, PictureMeasure]:
    """Measure the pictures of a handout, which were checked before."""
    names = {str(picture.file) for block in handout.blocks() for picture in block.pictures()}
    return {name: measure_picture(folder / name, workspace.read_file) for name in sorted(names)}


def _translations(
    workspace: Workspace,
    waiting: Iterable[tuple[Path, Translation]],
    handouts: Iterable[HandoutFile],
    problems: list[Problem],
) -> Iterator[TranslationFile]:
    """Compare each translation with its source; a source with faults of its own reports only those."""
    sources = {file.topic: file for file in handouts if file.language == SOURCE_LANGUAGE}
    for path, translation in waiting:
        if source := sources.get(path.parent.name):
            file = TranslationFile(
                topic=source.topic,
                language=path.stem,
                name=workspace.name(path),
                translation=translation,
                source=source,
                state=compare(source.handout, translation),
            )
            problems += [_left_over(file, left) for left in file.state.left_over]
            yield file
        elif not path.with_name(f"{SOURCE_LANGUAGE}.yaml").exists():
            problems.append(_no_source(workspace, path))


def _translated(file: TranslationFile) -> HandoutFile:
    return HandoutFile(
        topic=file.topic,
        language=file.language,
        name=file.name,
        handout=apply(file.source.handout, file.translation),
        translated=file,
    )


def _wrong_language(language: Scalar, path: PurePosixPath) -> Problem:
    return Problem(
        place=language.place,
        code="wrong-language",
        message=f"the file {path.name} says that it is written in '{language}'",
        hint=f"write `language: {path.stem}`, or name the file after its language",
    )


def _no_source(workspace: Workspace, path: Path) -> Problem:
    name = workspace.name(path)
    return Problem(
        place=Place(file=name),
        code="no-source",
        message="there is no handout for this translation",
        hint=f"add {name.rpartition('/')[0]}/{SOURCE_LANGUAGE}.yaml",
    )


def _left_over(file: TranslationFile, name: str) -> Problem:
    owner, _, path = name.partition(": ")
    part = file.translation.parts.get(owner)
    place = part.place if part else file.translation.place_of("pictures")
    known = parts_of(file.source.handout)
    meant = tuple(known[owner].texts) if owner in known else tuple(known)
    near = suggest(path or owner, meant)
    return Problem(
        place=(part.words[path].place if part and path in part.words else None) or place,
        code="left-over-translation",
        message=f"{file.source.name} has no '{name}'",
        hint=near
        if near.startswith("did you mean")
        else "take it out, or give it the name that it has there",
        severity=Severity.WARNING,
    )
