"""Whether the file is sound: no complaint of the engine, none of the validator."""

from collections.abc import Iterator

from leafwright.pdf.conformance import check_conformance
from leafwright.pdf.lettering import is_missing_glyph
from leafwright.pdf.measure import Measured
from leafwright.problems import Problem


def find_engine_warnings(measured: Measured) -> Iterator[Problem]:
    """Report all the engine warned of but missing glyphs, which are told on their own."""
    for warning in measured.warnings:
        if not is_missing_glyph(warning):
            hint = "mend the template or the style it comes from"
            yield Problem(place=measured.place, code="engine-warning", message=warning, hint=hint)


def find_nonconformance(measured: Measured) -> Iterator[Problem]:
    """Report where the file is not PDF/A-3a or not PDF/UA-1."""
    for profile, rule, message in check_conformance(measured.content):
        told = f"{message} ({profile} {rule})"
        hint = "mend the template that prints it"
        yield Problem(place=measured.place, code="not-conformant", message=told, hint=hint)
