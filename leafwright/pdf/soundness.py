"""Check that neither the engine nor the validator has complaints about the file."""

from collections.abc import Iterator

from leafwright.pdf.conformance import check_conformance
from leafwright.pdf.lettering import is_missing_glyph
from leafwright.pdf.measure import Measured
from leafwright.problems import Problem


def find_engine_warnings(measured: Measured) -> Iterator[Problem]:
    """Report all warnings of the engine except missing glyphs, which have their own report."""
    for warning in measured.warnings:
        if not is_missing_glyph(warning):
            hint = "correct the template or the style it comes from"
            yield Problem(place=measured.place, code="engine-warning", message=warning, hint=hint)


def find_nonconformance(measured: Measured) -> Iterator[Problem]:
    """Report where the file breaks a standard that it declares to keep."""
    standards = measured.sheet.format.flavour.conformance
    for profile, rule, message in check_conformance(measured.content, standards):
        detail = f"{message} ({profile} {rule})"
        hint = "correct the template that prints it"
        yield Problem(place=measured.place, code="not-conformant", message=detail, hint=hint)
