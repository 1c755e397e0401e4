"""Draft the sheets of a library: their content and their page, before anything is rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from itertools import chain

from leafwright.build.checks import RuleChecks
from leafwright.build.faults import internal_fault
from leafwright.build.fingerprint import Toolchain, fingerprint, inputs_of
from leafwright.build.outdated import find_outdated, list_withheld
from leafwright.build.page_files import in_brand_colours, own_files, own_styles, shared_files
from leafwright.build.products import link_products, make_products
from leafwright.build.record import Drafts, Job, Refusal
from leafwright.build.requested import find_untranslated, list_requested, list_siblings, sheets_of
from leafwright.build.selection import ALL, ANY, Selection, Shard
from leafwright.build.shared_codes import find_shared_codes
from leafwright.build.siblings import NO_SIBLINGS, Siblings
from leafwright.build.typefaces import find_substitutes
from leafwright.build.unfilled import find_unfilled
from leafwright.files import digest
from leafwright.html import render_html
from leafwright.library import Library
from leafwright.manifest import Facts, Names
from leafwright.model.localised import name_in
from leafwright.phrasing.phrases import say_phone
from leafwright.phrasing.spelling import speller_of
from leafwright.problems import ContentError, sort_problems
from leafwright.rules.choice import Reading
from leafwright.sheet import Sheet, make_sheet
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.signs import find_missing_signs
from leafwright.sheet.translated import title_in_source
from leafwright.short_message import write_message
from leafwright.web import ScreenInputs


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What all drafts of a run share."""

    library: Library
    toolchain: Toolchain | None
    checks: RuleChecks
    siblings: Siblings


def list_sheets(library: Library, selection: Selection = ANY) -> Drafts:
    """List what clinics print and what is withheld, without drafting anything.

    This covers all sheets, chosen or not, because nobody should hand out an outdated text.
    """
    return Drafts(
        jobs=(),
        withheld=tuple(sorted(list_withheld(library, ANY), key=lambda sheet: sheet.key)),
        selection=selection,
        printable=frozenset(sheets_of(library, ANY)),
        faults=library.faults,
    )


def draft_sheets(
    library: Library, selection: Selection, toolchain: Toolchain | None = None, shard: Shard = ALL
) -> Drafts:
    """Draft every chosen sheet; without a `toolchain` the jobs have no fingerprint.

    If the toolchain has a day, approved handouts must pass every rule on that day. A shard drafts only its
    share, and only the first one reports problems that belong to no single sheet.
    """
    styles = shared_files(library.workspace)
    own = own_styles(styles, library.workspace)
    wanted = shard.share(sorted(list_requested(library, selection), key=lambda inputs: inputs.key))
    around = _Around(
        library=library,
        toolchain=toolchain,
        checks=RuleChecks.of(library, toolchain.as_of if toolchain else None),
        siblings=list_siblings(library) if toolchain else NO_SIBLINGS,
    )
    made = [_try_draft(around, inputs) for inputs in wanted]
    chosen = (find_untranslated, find_outdated, find_unfilled, find_substitutes, find_shared_codes)
    problems = sort_problems(chain(*(find(library, selection) for find in chosen)))
    return replace(
        list_sheets(library, selection),
        jobs=tuple(replace(draft, styles=styles, own_styles=own) for draft in made if isinstance(draft, Job)),
        refusals=tuple(draft for draft in made if isinstance(draft, Refusal)),
        problems=problems if shard.number == 1 else (),
        toolchain=toolchain,
    )


def _try_draft(around: _Around, inputs: SheetInputs) -> Job | Refusal:
    try:
        return _draft(around, inputs)
    except ContentError as error:
        return Refusal(key=inputs.key, problems=error.problems)
    except Exception as fault:  # noqa: BLE001  # a fault in one sheet must not stop the others
        return internal_fault(inputs.key, inputs.file.name, fault)


def _draft(around: _Around, inputs: SheetInputs) -> Job:
    toolchain, sheet = around.toolchain, _make_complete(around, inputs)
    html = render_html(sheet, around.library.workspace)
    faces = {face.file: inputs.folder.fonts.contents[face.file] for _, face in sheet.theme.faces}
    screens = _screens_of(around, inputs, faces)
    products = make_products(sheet, screens)
    pages = (html, sheet.format.flavour.variant, *_hashes_of(products))
    pictures = own_files(html, around.library.workspace)
    printed = in_brand_colours(pictures, sheet.theme.palette) | faces
    reading = Reading.of(inputs.folder.clinic, inputs.file.handout)
    draft = Job(
        key=inputs.key,
        sheet=sheet,
        html=html,
        facts=replace(_facts(sheet, inputs), found=around.checks.count(inputs)),
        source=inputs.file.name,
        reading=reading,
        pictures=printed,
        products=products,
        links=around.siblings.links_of(inputs.key),
        web=screens.form,
    )
    if toolchain is None:
        return draft
    return replace(
        draft,
        fingerprint=fingerprint((*pages, reading.key), printed, toolchain, sheet.theme.scripts),
        toolchain=toolchain.fingerprint,
        inputs=inputs_of(pages, pictures, inputs, toolchain),
    )


def _hashes_of(products: Mapping[str, bytes]) -> Iterator[str]:
    """Hash products without their links to other files, which are settled when all are made."""
    return map(digest, link_products(products, ()).values())


def _make_complete(around: _Around, inputs: SheetInputs) -> Sheet:
    """Make a sheet that has everything it needs. Raises ContentError with what stops it."""
    if errors := around.checks.errors_of(inputs):
        raise ContentError(errors)
    sheet = make_sheet(inputs)
    if missing := tuple(find_missing_signs(sheet, inputs.references)):
        raise ContentError(missing)
    return sheet


def _screens_of(around: _Around, inputs: SheetInputs, faces: Mapping[str, bytes]) -> ScreenInputs:
    return ScreenInputs(
        workspace=around.library.workspace,
        siblings=around.siblings.beside(inputs.key),
        form=inputs.folder.clinic.prints.web,
        faces=faces,
    )


def _department_of(inputs: SheetInputs) -> str:
    """Name the department of a sheet; empty for a sheet of the whole clinic."""
    clinic, language = inputs.folder.clinic, inputs.words.language
    department = clinic.departments.get(inputs.folder.department_of(inputs.file) or "")
    return name_in(department.name, language).plain if department else ""


def _facts(sheet: Sheet, inputs: SheetInputs) -> Facts:
    handout = inputs.file.handout
    names = Names(
        clinic=sheet.masthead.clinic.plain,
        topic=speller_of(inputs.words).text(handout.title).plain,
        variant=sheet.kicker.plain,
        edition=sheet.edition_name.plain,
        language=str(inputs.words.name),
        department=_department_of(inputs),
    )
    return Facts(
        **asdict(inputs.key),
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
        codes=handout.codes.listed,
        page=sheet.page,
        message=_message_about(sheet, inputs),
    )


def _message_about(sheet: Sheet, inputs: SheetInputs) -> str:
    phones = inputs.folder.clinic.phones
    line = next((phones.lines[key] for key in phones.by_day if key in phones.lines), None)
    phone = say_phone(line, inputs.words) if line and not line.is_blank else ""
    return write_message(sheet.title.plain, sheet.page, phone, sheet.masthead.clinic.plain)
