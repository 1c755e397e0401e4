"""One decision on each sheet, from the drafts and the output folder.

`build` carries decisions out, `--dry-run` prints them, `status` lists them; nothing else decides.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.build.fingerprint import PAGE, Toolchain, changed_files, is_current
from leafwright.build.outdated import WHY
from leafwright.build.record import BuildRequest, Decision, Drafts, Job, Refusal, Verb
from leafwright.build.requested import list_requested, list_siblings
from leafwright.build.selection import Selection
from leafwright.library import Library
from leafwright.manifest import Entry, Facts, OutputState, Reason, Withheld, fields_of, note_problems
from leafwright.problems import Problem, has_errors
from leafwright.sheet import SheetKey

STAYS: Final = "the last good one stays, marked as older"


def find_kept(
    library: Library, selection: Selection, toolchain: Toolchain, output: OutputState
) -> tuple[SheetKey, ...]:
    """List the sheets whose inputs, toolchain and files are what the manifest says; they need no draft."""
    siblings = list_siblings(library)
    forms = {
        inputs.key: (inputs.folder.clinic.prints.web, inputs.format.flavour.conformance)
        for inputs in list_requested(library, selection)
    }
    return tuple(
        key
        for key in sorted(forms)
        if (entry := output.entries.get(key))
        and is_current(entry, toolchain, output)
        and entry.links == siblings.links_of(key)
        and (entry.web, entry.conformance) == forms[key]
        and entry.describes(output.folder)
    )


def decide(drafts: Drafts, output: OutputState, request: BuildRequest) -> tuple[Decision, ...]:
    """Decide on every sheet that is chosen, withheld, or in the output folder.

    Decisions are carried out in this order. Older sheets are removed or marked first, so that nobody prints
    them while the others are built.
    """
    unreadable = tuple(_decide_unreadable(drafts, output, request))
    withheld = _withheld(drafts, unreadable, output, request)
    settled = drafts.keys | withheld.keys() | {sheet.key for sheet in unreadable}
    others = [output.entries[key] for key in sorted(output.entries.keys() - settled)]
    return (
        *(sheet for sheet in unreadable if sheet.key not in withheld),
        *(_withhold(withheld[key], output) for key in sorted(withheld)),
        *(_decide_other(entry, drafts, output, request) for entry in others),
        *(refuse(refusal, output) for refusal in drafts.refusals),
        *(_keep(replace(output.entries[key], refused=())) for key in drafts.kept),
        *(_decide_job(job, output, request) for job in drafts.jobs),
    )


def refuse(refusal: Refusal, output: OutputState) -> Decision:
    """Keep the old file, and mark it as older unless exactly this version was refused.

    Without a file there is nothing to note.
    """
    entry = output.entries.get(refusal.key) if refusal.key.path in output.files else None
    errors = tuple(problem for problem in refusal.problems if has_errors([problem]))
    older = entry is not None and entry.fingerprint != refusal.fingerprint
    return Decision(
        key=refusal.key,
        verb=Verb.REFUSE,
        why="; ".join([codes_of(errors), *([STAYS] if entry else [])]),
        entry=replace(entry, refused=note_problems(errors) if older else ()) if entry else None,
        problems=refusal.problems,
        fault=refusal.fault,
    )


def codes_of(problems: tuple[Problem, ...]) -> str:
    """List the codes of problems."""
    return ", ".join(sorted({problem.code for problem in problems}))


def _decide_unreadable(drafts: Drafts, output: OutputState, request: BuildRequest) -> Iterator[Decision]:
    """Decide on sheets that cannot be made because a file has an error, chosen or not.

    A sheet in the language of its source is kept. A translated one can no longer be compared with the source:
    it is kept only while all of its files that can be read are unchanged. If none of its own files has an
    error, any error may be the reason, because a clinic without its words prints nothing.
    """
    known = drafts.printable | {sheet.key for sheet in drafts.withheld}
    for key in sorted(output.entries.keys() - known) if drafts.faults else ():
        entry = output.entries[key]
        if _is_gone(key, request):
            continue
        files = tuple(sorted(drafts.faults.keys() & entry.inputs.keys() or drafts.faults))
        problems = tuple(problem for name in files for problem in drafts.faults[name])
        changed = changed_files(entry.inputs, request.workspace)
        if entry.source_title and any(name not in drafts.faults for name in changed):
            yield _withhold(Withheld.of(entry, Reason.UNREADABLE), output)
        else:
            refused = refuse(Refusal(key=key, problems=problems), output)
            chosen = drafts.selection.chooses(key, paper=entry.paper)
            yield replace(refused, chosen=chosen, waits_for=files)


def _is_gone(key: SheetKey, request: BuildRequest) -> bool:
    """Return whether there is no folder of a sheet's clinic or of its topic any more, but of another one.

    Where there is no other either, the workspace is perhaps the wrong one.
    """
    clinics, topics = (request.workspace.root / name for name in ("clinics", "handouts"))
    has_no_clinic = not (clinics / key.clinic).is_dir() and any(clinics.glob("*/clinic.yaml"))
    return has_no_clinic or (not (topics / key.topic).is_dir() and any(topics.glob("*/en.yaml")))


def _withheld(
    drafts: Drafts, unreadable: tuple[Decision, ...], output: OutputState, request: BuildRequest
) -> dict[SheetKey, Withheld]:
    """List what is withheld now: today's sheets, and earlier ones that cannot be judged today.

    A whole build in which every file can be read forgets what was withheld before.
    """
    there = drafts.printable | drafts.keys
    before = () if request.prune else (sheet for sheet in output.withheld if sheet.key not in there)
    today = (*drafts.withheld, *(sheet.withheld for sheet in unreadable if sheet.withheld))
    return {sheet.key: sheet for sheet in (*before, *today)}


def _withhold(withheld: Withheld, output: OutputState) -> Decision:
    key = withheld.key
    return Decision(
        key=key,
        verb=Verb.WITHHOLD,
        why=WHY[withheld.reason],
        withheld=withheld,
        done=key not in output.entries and key.path not in output.files,
    )


def _decide_other(entry: Entry, drafts: Drafts, output: OutputState, request: BuildRequest) -> Decision:
    """Decide on a sheet in the output folder that was not chosen, or that nobody prints any more."""
    if entry.key not in drafts.printable:
        # An error elsewhere may hide who prints a sheet, but not that its folder was deleted.
        gone = drafts.selection.everything and not request.shard and _is_gone(entry.key, request)
        why, chosen = "no clinic prints it any more", request.prune or gone
        return Decision(key=entry.key, verb=Verb.REMOVE, why=why, chosen=chosen, entry=entry)
    if entry.refused and drafts.toolchain and is_current(entry, drafts.toolchain, output):
        return replace(_keep(replace(entry, refused=())), chosen=False)
    if entry.refused:
        problems = tuple(refused.problem for refused in entry.refused)
        why = f"{codes_of(problems)}; {STAYS}"
        return Decision(
            key=entry.key, verb=Verb.REFUSE, why=why, chosen=False, entry=entry, problems=problems
        )
    if changed := ", ".join(changed_files(entry.inputs, request.workspace)):
        why = f"not built since a change of {changed}"
        return Decision(key=entry.key, verb=Verb.BUILD, why=why, chosen=False, entry=entry)
    return replace(_keep(entry), chosen=False)


def _keep(entry: Entry) -> Decision:
    return Decision(key=entry.key, verb=Verb.KEEP, entry=entry)


def _decide_job(job: Job, output: OutputState, request: BuildRequest) -> Decision:
    """Build a draft, or keep the sheet and note its current inputs, which may have no effect on its page."""
    entry = output.entries.get(job.key)
    why = _why_build(job, entry, request) if entry else "it was not built before"
    if entry is None or why:
        return Decision(key=job.key, verb=Verb.BUILD, why=why, job=job, entry=entry)
    values = {
        **fields_of(job.facts, Facts),
        "inputs": dict(job.inputs),
        "toolchain": job.toolchain,
        "links": job.links,
        "web": job.web,
    }
    return replace(_keep(replace(entry, **values, refused=())), job=job)


def _why_build(job: Job, entry: Entry, request: BuildRequest) -> str:
    """Say why a sheet that was built before must be built again; empty if it need not be."""
    if request.force:
        return "all are built again"
    if not entry.describes(request.output):
        return "its file is missing or was changed"
    if job.fingerprint == entry.fingerprint:
        return ""
    standards = job.sheet.format.flavour.conformance
    if standards != entry.conformance:
        return f"it is to keep {', '.join(standards)}"
    if job.inputs.get(PAGE) != entry.inputs.get(PAGE):
        return "its page changed"
    return "styles, fonts, code or libraries changed"
