"""A library to the sheets that can be printed of it: pure, sorted, and with nothing rendered yet."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Self

from leafwright.build.checks import RuleChecks
from leafwright.build.fingerprint import Toolchain, fingerprint, inputs_of
from leafwright.build.page_files import own_files, own_styles, shared_files
from leafwright.build.requested import list_requested, requested_keys, tell_untranslated
from leafwright.build.selection import ALL, ANY, Selection, Shard
from leafwright.build.typefaces import tell_substitutes
from leafwright.build.withholding import list_withheld, tell_outdated
from leafwright.html import render_html
from leafwright.library import Library
from leafwright.manifest import Facts, Names, Withheld
from leafwright.phrasing.spelling import Speller
from leafwright.problems import ContentError, Place, Problem, sort_problems
from leafwright.rules.choice import Reading
from leafwright.sheet import Sheet, SheetKey, make_sheet
from leafwright.sheet.make import SheetInputs
from leafwright.sheet.signs import find_missing_signs
from leafwright.sheet.translated import title_in_source


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One sheet to prove: all that a worker anywhere needs to know and to have.

    `styles` are what all sheets are printed with, `own_styles` those of them that are the workspace's own,
    `pictures` what its page names, each with its bytes.
    """

    key: SheetKey
    sheet: Sheet = field(repr=False)
    html: str = field(repr=False)
    facts: Facts
    source: str
    reading: Reading
    fingerprint: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict, repr=False)
    styles: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    own_styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A sheet that cannot be had, and why; `fault` is set when the reason is no mistake of an author."""

    key: SheetKey
    problems: tuple[Problem, ...]
    fault: BaseException | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """What a build will do, sorted by key; of the sheets that are `kept` nothing was read anew.

    Those `withheld` are not printed, and not among the keys: what was printed of them goes. Whatever the
    `selection`, `printable` are all sheets that there are now, and `faults` the errors of each file that
    keep others from being among them.
    """

    jobs: tuple[Job, ...]
    kept: tuple[SheetKey, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    problems: tuple[Problem, ...] = ()
    toolchain: Toolchain | None = field(default=None, repr=False)
    selection: Selection = ANY
    printable: frozenset[SheetKey] = field(default=frozenset(), repr=False)
    faults: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    @property
    def keys(self) -> frozenset[SheetKey]:
        """Every sheet that was asked for, whether it can be made or not."""
        jobs, refusals = (job.key for job in self.jobs), (refusal.key for refusal in self.refusals)
        return frozenset([*jobs, *refusals, *self.kept])

    def only(self, keys: Container[SheetKey]) -> Self:
        """Leave some sheets in the plan and no others."""
        return replace(
            self,
            jobs=tuple(job for job in self.jobs if job.key in keys),
            refusals=tuple(refusal for refusal in self.refusals if refusal.key in keys),
            withheld=tuple(each for each in self.withheld if each.key in keys),
        )


def draft_sheets(
    library: Library, selection: Selection, toolchain: Toolchain | None = None, shard: Shard = ALL
) -> Drafts:
    """Make a job of every sheet that was chosen; without a `toolchain` the jobs carry no fingerprint.

    On the day of the toolchain, approved handouts are held to every rule; without a day they are not.

    Of a shard only its share is made. What is wrong with no sheet in particular is told by the first one.
    """
    styles = shared_files(library.workspace)
    own = own_styles(styles, library.workspace)
    wanted = shard.share(sorted(list_requested(library, selection), key=lambda inputs: inputs.key))
    checks = RuleChecks.of(library, toolchain.as_of if toolchain else None)
    made = [_try_draft(library, inputs, toolchain, checks) for inputs in wanted]
    jobs = (replace(each, styles=styles, own_styles=own) for each in made if isinstance(each, Job))
    refusals = (each for each in made if isinstance(each, Refusal))
    drafts = Drafts(jobs=tuple(jobs), refusals=tuple(refusals), toolchain=toolchain, selection=selection)
    # Whatever was chosen, nobody is to go on handing out an older text.
    withheld = sorted(list_withheld(library, ANY), key=lambda each: each.key)
    chosen = (tell_untranslated(library, selection), tell_substitutes(library, selection))
    told = sort_problems(chain(*chosen, tell_outdated(library, ANY)))
    return replace(
        drafts,
        withheld=tuple(withheld),
        problems=told if shard.number == 1 else (),
        printable=frozenset(requested_keys(library, ANY)),
        faults=library.faults,
    )


def internal_fault(key: SheetKey, source: str, fault: BaseException) -> Refusal:
    """Tell what no author can mend as the fault of one sheet."""
    problem = Problem(
        place=Place(file=source),
        code="internal-fault",
        message=f"{key.path} met {type(fault).__name__}: {str(fault).strip() or 'no more is known'}",
        hint="this is a fault of Leafwright or of a template; --debug shows where it happened",
    )
    return Refusal(key=key, problems=(problem,), fault=fault)


def fault_of(job: Job, fault: BaseException) -> Refusal:
    """Tell what stopped a sheet; where the workspace has styles of its own, it is told of them.

    A value that no page can have, such as `scale(0)`, ends the engine without a word on where it stands.
    """
    if not job.own_styles:
        return internal_fault(job.key, job.source, fault)
    styles = "this style" if len(job.own_styles) == 1 else f"one of {', '.join(job.own_styles)}"
    problem = Problem(
        place=Place(file=job.own_styles[0]),
        code="bad-style",
        message=f"the engine cannot lay out {job.key.path} with {styles}: it met {type(fault).__name__}",
        hint="look for a value that no page can have, such as scale(0) or 1e999pt, or delete the style",
    )
    return Refusal(key=job.key, problems=(problem,), fault=fault)


def _try_draft(
    library: Library, inputs: SheetInputs, toolchain: Toolchain | None, checks: RuleChecks
) -> Job | Refusal:
    try:
        return _draft(library, inputs, toolchain, checks)
    except ContentError as error:
        return Refusal(key=inputs.key, problems=error.problems)
    except Exception as fault:  # noqa: BLE001  # a fault in one sheet must not stop the others
        return internal_fault(inputs.key, inputs.file.name, fault)


def _draft(library: Library, inputs: SheetInputs, toolchain: Toolchain | None, checks: RuleChecks) -> Job:
    if found := checks.errors_of(inputs):
        raise ContentError(found)
    sheet = make_sheet(inputs)
    if missing := tuple(find_missing_signs(sheet, inputs.references)):
        raise ContentError(missing)
    html = render_html(sheet, library.workspace)
    pictures = own_files(html, library.workspace)
    reading = Reading.of(inputs.folder.clinic, inputs.file.handout)
    return Job(
        key=inputs.key,
        sheet=sheet,
        html=html,
        facts=replace(_facts(sheet, inputs), found=checks.count(inputs)),
        source=inputs.file.name,
        reading=reading,
        fingerprint=fingerprint((html, reading.key), pictures, toolchain, sheet.theme.scripts)
        if toolchain
        else "",
        inputs=inputs_of(html, pictures, inputs, toolchain) if toolchain else {},
        pictures=pictures,
    )


def _facts(sheet: Sheet, inputs: SheetInputs) -> Facts:
    handout = inputs.file.handout
    names = Names(
        clinic=sheet.masthead.clinic.plain,
        topic=Speller(inputs.words).text(handout.title).plain,
        variant=sheet.kicker.plain,
        edition=sheet.edition_name.plain,
        language=str(inputs.words.name),
    )
    return Facts(
        title=sheet.title.plain,
        summary=sheet.summary.plain,
        keywords=tuple(map(str, sheet.keywords)),
        names=names,
        paper=sheet.format.paper,
        reference=str(handout.reference),
        version=str(handout.version),
        code=sheet.foot.code.plain,
        source_title=title_in_source(inputs),
        status=handout.status,
        issued=handout.issued.isoformat(),
        review_due=handout.review_due.isoformat(),
    )
