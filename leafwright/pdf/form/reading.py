"""Read the form of a finished file back, and check that everything to fill in is a field of it."""

from collections.abc import Iterator
from ctypes import c_ushort
from typing import Any, Final, NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from leafwright.pdf.form.places import Kind, read_places
from leafwright.pdf.measure import Measured
from leafwright.problems import Problem, quoted

TYPES: Final[dict[int, tuple[Kind, ...]]] = {
    raw.FPDF_FORMFIELD_TEXTFIELD: ("text", "lines"),
    raw.FPDF_FORMFIELD_CHECKBOX: ("tick",),
    raw.FPDF_FORMFIELD_RADIOBUTTON: ("choice",),
}
"""What each type of field is for."""
_ENCODED: Final = 2


class WrittenField(NamedTuple):
    """A field as a viewer sees it: its page, from 0, its name, what is read aloud, and what it is for."""

    page: int
    name: str
    says: str
    kinds: tuple[Kind, ...]


def find_lost_fields(measured: Measured) -> Iterator[Problem]:
    """Report each place to fill in that has no field in the file, and a form without any place."""
    if not measured.sheet.format.fillable:
        return
    places = read_places(measured.layout.document.pages, measured.sheet.key.language).values()
    if not places:
        message = "it has nothing to fill in"
        hint = "take the edition out for this clinic, or mark in your own templates what is written or ticked"
        yield Problem(place=measured.place, code="nothing-to-fill-in", message=message, hint=hint)
    written = list(read_fields(measured.content))
    for place in places:
        same = [field for field in written if field.page == place.page and field.name == place.name]
        alike = [field for field in same if field.says == place.about and place.kind in field.kinds]
        if not (place.label and place.name and alike):
            yield _lost(measured, f"{quoted(place.says or place.name)} on page {place.page + 1}")


def _lost(measured: Measured, what: str) -> Problem:
    message = f"{what} cannot be filled in: the file has no such field"
    hint = "in your own templates, a place to fill in has a `data-label`, and an element with an id around it"
    return Problem(place=measured.place, code="lost-field", message=message, hint=hint)


def read_fields(content: bytes) -> Iterator[WrittenField]:
    """Go through the fields of a file, in the order in which the tab key reaches them."""
    with pdfium.PdfDocument(content) as document:
        document.init_forms()
        for number in range(len(document)):
            page = document[number]
            for index in range(raw.FPDFPage_GetAnnotCount(page)):
                annotation = raw.FPDFPage_GetAnnot(page, index)
                if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                    yield _field(document.formenv, annotation, number)
                raw.FPDFPage_CloseAnnot(annotation)


def _field(form: Any, annotation: Any, page: int) -> WrittenField:
    kind = raw.FPDFAnnot_GetFormFieldType(form, annotation)
    name, says = (
        _text_of(read, form, annotation)
        for read in (raw.FPDFAnnot_GetFormFieldName, raw.FPDFAnnot_GetFormFieldAlternateName)
    )
    return WrittenField(page=page, name=name, says=says, kinds=TYPES.get(kind, ()))


def _text_of(read: Any, form: Any, annotation: Any) -> str:
    """Read a text of a field, which is in UTF-16 and ends with a zero."""
    size = read(form, annotation, None, 0)
    buffer = (c_ushort * (size // _ENCODED))()
    read(form, annotation, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
