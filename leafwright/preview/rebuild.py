"""Rebuild one sheet quickly: only changed files are read, and only a changed page is laid out again."""

from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime
from time import perf_counter
from typing import Final

from leafwright.build import (
    Drafts,
    Job,
    Printed,
    Refusal,
    Selection,
    Toolchain,
    draft_sheets,
    fallbacks_of,
    sheets_of,
    survey,
)
from leafwright.build.outdated import find_outdated
from leafwright.files import digest
from leafwright.library import ClinicFolder, Library, load_library
from leafwright.model.localised import SOURCE_LANGUAGE
from leafwright.preview.choice import (
    Menu,
    SheetChoice,
    find_sheet,
    in_language,
    menu_of,
    nearest_sheet,
    paper_of,
)
from leafwright.preview.drawing import Size, measure_pages
from leafwright.preview.parse_cache import ParseCache
from leafwright.preview.renderer import Renderer
from leafwright.problems import Problem, has_errors, sort_problems
from leafwright.rules.approval import Approval
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_clinic, run_content, run_translation
from leafwright.sheet import SheetKey
from leafwright.tags import Language
from leafwright.workspace import Workspace

KEPT: Final = 12
"""How many sheets stay in memory, the last ones shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The last PDF of a sheet that could be made; its `id` changes with every byte of it."""

    id: str
    job: Job = field(repr=False)
    printed: Printed = field(repr=False)
    sizes: tuple[Size, ...]

    @property
    def web_page(self) -> bytes:
        """The web page of the sheet; empty if a build makes that with another edition."""
        pages = (content for name, content in self.job.products.items() if name.endswith(".html"))
        return next(pages, b"")


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """What the preview shows for a choice.

    `fresh` says whether the pages are made from the current files, `printable` whether a build would write
    them.
    """

    choice: SheetChoice
    menu: Menu
    pages: Pages | None
    problems: tuple[Problem, ...]
    fresh: bool
    printable: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The workspace as it was read; `changes` counts the requests to read it again up to then.

    In the library `shown`, clinics print outdated translations with a stamp, so that people who update one
    can see it. In the library `built` they withhold them as configured.
    """

    changes: int
    built: Library
    shown: Library
    toolchain: Toolchain


class Rebuilder:
    """Makes one sheet at a time; other threads may only call `mark_changed` and `find_pages` meanwhile."""

    def __init__(self, workspace: Workspace, renderer: Renderer, fonts: str) -> None:
        self._workspace = workspace
        self._renderer = renderer
        self._fonts = fonts
        self._cache = ParseCache()
        self._changes = 0
        self._read: Snapshot | None = None
        self._kept: OrderedDict[SheetKey, Pages] = OrderedDict()

    def mark_changed(self) -> None:
        """Let the next rebuild read the files that changed on disk."""
        self._changes += 1

    def find_pages(self, name: str) -> Pages | None:
        """Find pages in memory by their id."""
        return next((pages for pages in list(self._kept.values()) if pages.id == name), None)

    def rebuild(self, choice: SheetChoice) -> PreviewState:
        """Make the sheet nearest to a choice, and collect its problems."""
        begun = perf_counter()
        snapshot = self._snapshot()
        key = find_sheet(snapshot.shown, choice)
        choice = SheetChoice.of(key, paper_of(snapshot.shown, key)) if key else choice
        selection, library = _selection(choice), snapshot.built
        drafts = draft_sheets(snapshot.shown, selection, snapshot.toolchain) if key else Drafts(jobs=())
        job = next((job for job in drafts.jobs if job.key == key), None)
        printing = self._start_layout(job) if job else None
        # The rules run while the other process lays out the sheet.
        blocking = tuple(_blocking(library, choice))
        problems = [*_loading(library, choice), *_refused(drafts, key), *_ruled(library, choice), *blocking]
        made, faults = self._finish_layout(job, printing) if job else (None, ())
        printable = bool(made) and not has_errors([*faults, *blocking])
        return PreviewState(
            choice=choice,
            menu=menu_of(snapshot.shown, choice),
            pages=made or self._last_pages(choice),
            problems=sort_problems([*problems, *faults]),
            fresh=made is not None,
            printable=printable and key in set(sheets_of(library, selection)),
            seconds=perf_counter() - begun,
        )

    def _snapshot(self) -> Snapshot:
        changes = self._changes
        if self._read is None or self._read.changes != changes:
            library = load_library(self._workspace, self._cache.parse)
            toolchain = survey(library.workspace, self._fonts, fallbacks_of(library))
            shown = replace(library, clinics=tuple(map(_stamping, library.clinics)))
            self._read = Snapshot(changes=changes, built=library, shown=shown, toolchain=toolchain)
        return self._read

    def _start_layout(self, job: Job) -> Future[Printed] | None:
        """Begin to lay out a sheet, unless it is exactly the same as before."""
        kept = self._kept.get(job.key)
        return None if kept and kept.job.fingerprint == job.fingerprint else self._renderer.begin(job)

    def _finish_layout(
        self, job: Job, printing: Future[Printed] | None
    ) -> tuple[Pages | None, tuple[Problem, ...]]:
        if printing is None:
            self._kept.move_to_end(job.key)
            return self._kept[job.key], self._kept[job.key].printed.problems
        done = self._renderer.finish(job, printing)
        if isinstance(done, Refusal):
            return None, done.problems
        printed = done.printed
        if not printed.content:
            return None, printed.problems
        pages = Pages(
            id=digest(printed.content)[:16], job=job, printed=printed, sizes=measure_pages(printed.content)
        )
        self._kept[job.key] = pages
        self._kept.move_to_end(job.key)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return pages, printed.problems

    def _last_pages(self, choice: SheetChoice) -> Pages | None:
        """Find the last pages for a choice that cannot be made now."""
        key = nearest_sheet(choice, list(reversed(self._kept)))
        return self._kept[key] if key and in_language(key, choice) else None


def _stamping(folder: ClinicFolder) -> ClinicFolder:
    """Let a clinic print outdated translations with a stamp, and write each web page as one file."""
    changes = {"outdated_translations": "stamp", "web": "single"}
    prints = folder.clinic.prints.model_copy(update=changes)
    return replace(folder, clinic=folder.clinic.model_copy(update={"prints": prints}))


def _selection(choice: SheetChoice) -> Selection:
    return Selection(
        topics=(choice.topic,),
        clinics=(choice.clinic,),
        variants=(choice.variant,),
        editions=(choice.edition,),
        languages=(choice.language,),
    )


def _loading(library: Library, choice: SheetChoice) -> Iterator[Problem]:
    """Go through the problems of files that the sheet depends on, or may depend on."""
    chosen = Selection(topics=(choice.topic,), clinics=(choice.clinic,) if choice.clinic else ())
    yield from chosen.problems_in(library)
    yield from find_outdated(
        library, replace(chosen, languages=(choice.language,) if choice.language else ())
    )


def _refused(drafts: Drafts, key: SheetKey | None) -> Iterator[Problem]:
    for refusal in drafts.refusals:
        if refusal.key == key:
            yield from refusal.problems


def _ruled(library: Library, choice: SheetChoice) -> Iterator[Problem]:
    """Run the rules over the handout in the language of the choice, and over the clinic."""
    languages = Language(choice.language).nearest
    for file in library.handouts:
        if file.topic == choice.topic and file.language in languages and file.translated is None:
            yield from run_content(library, file, _options())
    for translation in library.translations:
        if translation.topic == choice.topic and translation.language in languages:
            yield from run_translation(library, translation, _options())
    for folder in library.clinics:
        if folder.id == choice.clinic:
            yield from run_clinic(library, folder, _options())


def _blocking(library: Library, choice: SheetChoice) -> Iterator[Problem]:
    """Go through the errors that stop a build of an approved sheet, which the preview still shows."""
    approval = Approval(library=library, options=_options())
    folders = {folder.id: folder for folder in library.clinics}
    for file in library.handouts:
        if file.topic == choice.topic and file.language == SOURCE_LANGUAGE and choice.clinic in folders:
            yield from approval.errors_of(file, folders[choice.clinic])


def _options() -> RuleOptions:
    return RuleOptions(as_of=datetime.now().astimezone().date())
