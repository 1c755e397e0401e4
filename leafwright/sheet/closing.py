"""What ends a sheet and what is at the foot of its pages: sources, document control, disclaimer."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from leafwright.bibliography import format_bibliography, reference_url, short_forms
from leafwright.blocks.context import LabelledLine
from leafwright.model.lines import Reached
from leafwright.model.localised import SOURCE_LANGUAGE, in_language
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_day, say_month, say_phone
from leafwright.phrasing.spacing import quote
from leafwright.problems import ContentError, Problem
from leafwright.sheet.inputs import SheetInputs
from leafwright.sheet.sheet import Foot, PrintedSource
from leafwright.sheet.translated import describe_translation, name_translator, translator_of
from leafwright.text import Run, Text, phrase


def list_sources(inputs: SheetInputs, keys: Sequence[str]) -> tuple[PrintedSource, ...]:
    """Write the bibliography as the clinic prints it, one entry for each key in the order of the markers.

    Raises ContentError for a language in which the bibliography cannot be written.
    """
    entries = [inputs.references[key].as_csl() for key in keys]
    prints, words = inputs.folder.clinic.prints, inputs.words
    # An entry is in Latin letters only, so that it can be looked up; an Arabic month would reverse it.
    language = words.language if words.direction == "ltr" else SOURCE_LANGUAGE
    try:
        if inputs.format.control == "briefest" or prints.references == "short":
            lines = short_forms(entries, language)
        else:
            lines = format_bibliography(entries, language)
    except ValueError as error:
        hint = "write `references: on-request`"
        place = prints.place_of("references")
        problem = Problem(place=place, code="unprintable-sources", message=str(error), hint=hint)
        raise ContentError([problem]) from error
    return tuple(
        PrintedSource(number=number, text=line, address=reference_url(entry) or "")
        for number, (line, entry) in enumerate(zip(lines, entries, strict=True), start=1)
    )


def offer_sources(inputs: SheetInputs) -> Text:
    """Say how to ask for the sources.

    Raises ContentError if the clinic does not say whom to ask.
    """
    clinic = inputs.folder.clinic
    if asked := clinic.other_formats:
        return _fill_reached(inputs.words.phrases.source.on_request, asked, inputs.words)
    problem = Problem(
        place=clinic.prints.place_of("references"),
        code="missing-field",
        message="'other-formats' is missing, which says whom to ask for the sources",
        hint="add `other-formats:`, or write `references: full`",
    )
    raise ContentError([problem])


def list_control(inputs: SheetInputs) -> tuple[LabelledLine, ...]:
    """Write the document control: authors, funding, other formats, approval, and dates.

    Who approved the sheet is heard at its top, and in two languages only said there. If the control is brief,
    most of this is only at the foot and on the leaflet.
    """
    lines = [LabelledLine(label=label, text=text) for label, text in _origin(inputs)]
    if inputs.format.control == "full":
        if not (inputs.beside or inputs.ahead):
            label = inputs.words.phrases.control.status
            lines.append(LabelledLine(label=label, text=_status(inputs), repeated=True))
        lines += (LabelledLine(label=label, text=text) for label, text in _dates(inputs))
        lines += (LabelledLine(label=label, text=text) for label, text in _replies(inputs))
    return tuple(lines)


def disclaim(inputs: SheetInputs) -> Text:
    """Return the clinic's disclaimer.

    Raises ContentError if there is none in the language, because no sheet may be printed without.
    """
    clinic, language = inputs.folder.clinic, inputs.words.language
    if text := in_language(clinic.disclaimer, language):
        return text
    problem = Problem(
        place=clinic.place_of("disclaimer"),
        code="missing-disclaimer",
        message=f"there is no disclaimer in {language}",
        hint=f"add `{language}:`",
    )
    raise ContentError([problem])


def write_foot(inputs: SheetInputs) -> Foot:
    """Write the foot of each page."""
    handout, words = inputs.file.handout, inputs.words
    phrases, clinic = words.phrases.foot, inputs.folder.clinic.name
    day = say_day(handout.issued, words, short=True)
    month = handout.shown("review-due", say_month(handout.review_due, words, short=True))
    code = fill(
        phrases.code,
        words,
        reference=handout.shown("reference", inputs.key.code_of(handout.reference)),
        version=handout.shown("version", handout.version),
        issued=handout.shown("issued", day),
    )
    review = fill(phrases.clinic, words, clinic=clinic.plain, review_due=month)
    foot = Foot(
        code=code,
        clinic=replace(review, source=clinic.source),
        status=_short_status(inputs),
        heard=f"{code.plain} · {review.plain}",
        page=phrases.page,
        order=inputs.folder.clinic.order.foot,
    )
    return _in_both(foot, write_foot(inputs.beside)) if inputs.beside else foot


def _in_both(own: Foot, other: Foot) -> Foot:
    """Say in both languages what is words; the number of a page needs none."""
    pairs = ((own.clinic, other.clinic), (own.status, other.status))
    clinic, status = (
        replace(phrase(f"{text.plain} · {source.plain}"), source=text.source) for text, source in pairs
    )
    return replace(own, clinic=clinic, status=status, page="{page}/{pages}")


def write_status(inputs: SheetInputs) -> Text:
    """Say how far the sheet can be trusted: who approved it, and who translated it."""
    status, translator = _status(inputs), translator_of(inputs, inputs.words.language)
    if not translator:
        return status
    label = inputs.words.phrases.translation.label
    both = quote(phrase(f"{status.plain} {label.plain}: {translator.plain}."), inputs.words)
    return replace(both, source=translator.source)


def _short_status(inputs: SheetInputs) -> Text:
    """Say on each page in a word how far it can be trusted, and if the source has changed since."""
    phrases, translated = inputs.words.phrases, describe_translation(inputs)
    status: Text = getattr(phrases.foot.status, inputs.file.handout.status)
    outdated = translated is not None and translated.stamp is not None
    return phrase(f"{status.plain} · {phrases.catalogue.marks.outdated.plain}") if outdated else status


def _origin(inputs: SheetInputs) -> Iterator[tuple[Text, Text]]:
    handout, asked = inputs.file.handout, inputs.folder.clinic.other_formats
    words, labels = inputs.words, inputs.words.phrases.control
    yield labels.owner, handout.owner
    if translator := name_translator(inputs):
        yield translator
    yield labels.funding, handout.funding
    if asked:
        yield labels.other_formats, _fill_reached(labels.other_formats_line, asked, words)


def _dates(inputs: SheetInputs) -> Iterator[tuple[Text, Text]]:
    handout, words = inputs.file.handout, inputs.words
    labels = words.phrases.control
    reference = handout.shown("reference", handout.reference)
    version = handout.shown("version", handout.version)
    yield labels.version, phrase(f"{reference}, {version}")
    yield labels.issued, phrase(handout.shown("issued", say_day(handout.issued, words)))
    yield labels.review_due, phrase(handout.shown("review-due", say_day(handout.review_due, words)))


def _replies(inputs: SheetInputs) -> Iterator[tuple[Text, Text]]:
    clinic, language = inputs.folder.clinic, inputs.words.language
    labels = inputs.words.phrases.control
    if complaints := clinic.complaints:
        name = in_language(complaints.name, language)
        phone = say_phone(complaints.line, inputs.words)
        reach = f"{inputs.words.comma} ".join(part for part in (phone, complaints.email) if part)
        spans = (*name.spans, Run(text=f"{inputs.words.comma} {reach}")) if name else (Run(text=reach),)
        yield labels.complaints, Text(spans=spans)
    if feedback := in_language(clinic.feedback or {}, language):
        yield labels.feedback, feedback


def _fill_reached(phrase: str, reached: Reached, words: Words) -> Text:
    """Put whom to ask into a phrase."""
    return fill(phrase, words, phone=say_phone(reached.line, words), email=reached.email)


def _status(inputs: SheetInputs) -> Text:
    handout = inputs.file.handout
    approver = handout.approver
    sentence: str = getattr(inputs.words.phrases.status, handout.status)
    status = fill(sentence, inputs.words, approver=approver.plain if approver else "")
    return replace(status, source=approver.source) if approver else status
