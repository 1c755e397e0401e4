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
from leafwright.build.outdated import tell_outdated
from leafwright.files import digest
from leafwright.library import ClinicFolder, Library, load_library
from leafwright.model.clinic import SOURCE_LANGUAGE
from leafwright.preview.choosing import Menu, SheetChoice, choose, menu_of, settle, speaks
from leafwright.preview.drawing import Size, measure_pages
from leafwright.preview.memory import Memory
from leafwright.preview.press import Press
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the preview shows for a choice.

    `fresh` says whether the pages are made from the current files, `printable` whether a build would write
    them.
    """

    wish: SheetChoice
    menu: Menu
    pages: Pages | None
    problems: tuple[Problem, ...]
    fresh: bool
    printable: bool
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The workspace as it was read; `asked` counts the requests to read it again up to then.

    In the library `shown`, clinics print outdated translations with a stamp, so that people who update one
    can see it. In the library `built` they withhold them as configured.
    """

    asked: int
    built: Library
    shown: Library
    toolchain: Toolchain


class Bench:
    """Makes one sheet at a time; only `look_again` and `find` may be called from other threads meanwhile."""

    def __init__(self, workspace: Workspace, press: Press, fonts: str) -> None:
        self._workspace = workspace
        self._press = press
        self._fonts = fonts
        self._memory = Memory()
        self._asked = 0
        self._seen: Seen | None = None
        self._kept: OrderedDict[SheetKey, Pages] = OrderedDict()

    def look_again(self) -> None:
        """Let the next rebuild read the files that changed on disk."""
        self._asked += 1

    def find(self, name: str) -> Pages | None:
        """Find pages in memory by their id."""
        return next((pages for pages in list(self._kept.values()) if pages.id == name), None)

    def rebuild(self, wish: SheetChoice) -> Shown:
        """Make the sheet nearest to a choice, and collect its problems."""
        begun = perf_counter()
        seen = self._look()
        key = choose(seen.shown, wish)
        wish = SheetChoice.of(key) if key else wish
        drafts = draft_sheets(seen.shown, _selection(wish), seen.toolchain) if key else Drafts(jobs=())
        job = next((job for job in drafts.jobs if job.key == key), None)
        printing = self._begin(job) if job else None
        # The rules run while the other process lays out the sheet.
        held = tuple(_held(seen.built, wish))
        problems = [*_loading(seen.built, wish), *_refused(drafts, key), *_ruled(seen.built, wish), *held]
        made, found = self._end(job, printing) if job else (None, ())
        pages = made or self._last(wish)
        return Shown(
            wish=wish,
            menu=menu_of(seen.shown, wish),
            pages=pages,
            problems=sort_problems([*problems, *found]),
            fresh=made is not None,
            printable=bool(made) and not has_errors([*found, *held]) and key in set(_built(seen, wish)),
            seconds=perf_counter() - begun,
        )

    def _look(self) -> Seen:
        asked = self._asked
        if self._seen is None or self._seen.asked != asked:
            library = load_library(self._workspace, self._memory.parse)
            toolchain = survey(library.workspace, self._fonts, fallbacks_of(library))
            shown = replace(library, clinics=tuple(map(_stamping, library.clinics)))
            self._seen = Seen(asked=asked, built=library, shown=shown, toolchain=toolchain)
        return self._seen

    def _begin(self, job: Job) -> Future[Printed] | None:
        """Begin to lay out a sheet, unless it is exactly the same as before."""
        kept = self._kept.get(job.key)
        return None if kept and kept.job.fingerprint == job.fingerprint else self._press.begin(job)

    def _end(self, job: Job, printing: Future[Printed] | None) -> tuple[Pages | None, tuple[Problem, ...]]:
        if printing is None:
            self._kept.move_to_end(job.key)
            return self._kept[job.key], self._kept[job.key].printed.problems
        done = self._press.end(job, printing)
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

    def _last(self, wish: SheetChoice) -> Pages | None:
        """Find the last pages for a choice that cannot be made now."""
        key = settle(wish, list(reversed(self._kept)))
        return self._kept[key] if key and speaks(key, wish) else None


def _stamping(folder: ClinicFolder) -> ClinicFolder:
    """Let a clinic print outdated translations with a stamp instead of withholding them."""
    prints = folder.clinic.prints.model_copy(update={"outdated_translations": "stamp"})
    return replace(folder, clinic=folder.clinic.model_copy(update={"prints": prints}))


def _selection(wish: SheetChoice) -> Selection:
    return Selection(
        topics=(wish.topic,),
        clinics=(wish.clinic,),
        variants=(wish.variant,),
        editions=(wish.edition,),
        languages=(wish.language,),
    )


def _built(seen: Seen, wish: SheetChoice) -> Iterator[SheetKey]:
    """Go through the sheets that a build would make for a choice."""
    return sheets_of(seen.built, _selection(wish))


def _loading(library: Library, wish: SheetChoice) -> Iterator[Problem]:
    """Go through the problems of files that the sheet depends on, or may depend on."""
    chosen = Selection(topics=(wish.topic,), clinics=(wish.clinic,) if wish.clinic else ())
    yield from (problem for problem in library.problems if chosen.concerns(problem))
    yield from tell_outdated(library, replace(chosen, languages=(wish.language,) if wish.language else ()))


def _refused(drafts: Drafts, key: SheetKey | None) -> Iterator[Problem]:
    for refusal in drafts.refusals:
        if refusal.key == key:
            yield from refusal.problems


def _ruled(library: Library, wish: SheetChoice) -> Iterator[Problem]:
    """Run the rules over the handout in the language of the choice, and over the clinic."""
    languages = Language(wish.language).nearest
    for file in library.handouts:
        if file.topic == wish.topic and file.language in languages and file.translated is None:
            yield from run_content(library, file, _ask())
    for translation in library.translations:
        if translation.topic == wish.topic and translation.language in languages:
            yield from run_translation(library, translation, _ask())
    for folder in library.clinics:
        if folder.id == wish.clinic:
            yield from run_clinic(library, folder, _ask())


def _held(library: Library, wish: SheetChoice) -> Iterator[Problem]:
    """Go through the errors that stop a build of an approved sheet, which the preview still shows."""
    approval, folders = Approval(library=library, ask=_ask()), {each.id: each for each in library.clinics}
    for file in library.handouts:
        if file.topic == wish.topic and file.language == SOURCE_LANGUAGE and wish.clinic in folders:
            yield from approval.errors_of(file, folders[wish.clinic])


def _ask() -> RuleOptions:
    return RuleOptions(as_of=datetime.now().astimezone().date())
