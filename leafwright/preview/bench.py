"""One sheet rebuilt while all stays warm: what has changed is read, and what differs is set again."""

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
    lent_to,
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
"""Sheets whose pages are kept, those looked at last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """A sheet as it was when it could last be set; `id` differs whenever a byte of the PDF does."""

    id: str
    job: Job = field(repr=False)
    printed: Printed = field(repr=False)
    sizes: tuple[Size, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What there is to see of a wish.

    `fresh` tells whether the pages are those of the files as they are now, `printable` whether a build would
    write them.
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
    """The workspace as it was read; `asked` counts how often it had been asked to look again by then.

    In the library that is `shown` clinics print with a stamp what they hold back in the one that is `built`,
    for who brings a translation up to date wants to see it.
    """

    asked: int
    built: Library
    shown: Library
    toolchain: Toolchain


class Bench:
    """Makes what is shown, one sheet at a time; only `look_again` and `find` may be called meanwhile."""

    def __init__(self, workspace: Workspace, press: Press, fonts: str) -> None:
        self._workspace = workspace
        self._press = press
        self._fonts = fonts
        self._memory = Memory()
        self._asked = 0
        self._seen: Seen | None = None
        self._kept: OrderedDict[SheetKey, Pages] = OrderedDict()

    def look_again(self) -> None:
        """Let the next rebuild read what has changed on disk."""
        self._asked += 1

    def find(self, name: str) -> Pages | None:
        """Find pages by their id, among those kept."""
        return next((pages for pages in list(self._kept.values()) if pages.id == name), None)

    def rebuild(self, wish: SheetChoice) -> Shown:
        """Make the sheet that is nearest to a wish, and gather all that is to be said of it."""
        begun = perf_counter()
        seen = self._look()
        key = choose(seen.shown, wish)
        wish = SheetChoice.of(key) if key else wish
        drafts = draft_sheets(seen.shown, _selection(wish), seen.toolchain) if key else Drafts(jobs=())
        job = next((job for job in drafts.jobs if job.key == key), None)
        printing = self._begin(job) if job else None
        # The rules read the words while the press sets them.
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
            toolchain = survey(library.workspace, self._fonts, lent_to(library))
            shown = replace(library, clinics=tuple(map(_stamping, library.clinics)))
            self._seen = Seen(asked=asked, built=library, shown=shown, toolchain=toolchain)
        return self._seen

    def _begin(self, job: Job) -> Future[Printed] | None:
        """Begin to set a sheet, unless it is the same as before to the last byte."""
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
        """Find the pages that were shown last for a wish that cannot be had now."""
        key = settle(wish, list(reversed(self._kept)))
        return self._kept[key] if key and speaks(key, wish) else None


def _stamping(folder: ClinicFolder) -> ClinicFolder:
    """Let a clinic print with a stamp what it would hold back."""
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
    """Go through the sheets that a build would make of a wish."""
    return sheets_of(seen.built, _selection(wish))


def _loading(library: Library, wish: SheetChoice) -> Iterator[Problem]:
    """Go through what was wrong with the files that the sheet is made of, or may be."""
    chosen = Selection(topics=(wish.topic,), clinics=(wish.clinic,) if wish.clinic else ())
    yield from (problem for problem in library.problems if chosen.concerns(problem))
    yield from tell_outdated(library, replace(chosen, languages=(wish.language,) if wish.language else ()))


def _refused(drafts: Drafts, key: SheetKey | None) -> Iterator[Problem]:
    for refusal in drafts.refusals:
        if refusal.key == key:
            yield from refusal.problems


def _ruled(library: Library, wish: SheetChoice) -> Iterator[Problem]:
    """Run the rules over the words, in the language that is looked at, and over the clinic."""
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
    """Say what keeps a build from making an approved sheet, which is shown all the same to be put right."""
    approval, folders = Approval(library=library, ask=_ask()), {each.id: each for each in library.clinics}
    for file in library.handouts:
        if file.topic == wish.topic and file.language == SOURCE_LANGUAGE and wish.clinic in folders:
            yield from approval.errors_of(file, folders[wish.clinic])


def _ask() -> RuleOptions:
    return RuleOptions(as_of=datetime.now().astimezone().date())
