"""Report what a brand file has that no page prints."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from leafwright.colour import is_colour
from leafwright.decode import suggest
from leafwright.model.brand import BrandColour
from leafwright.model.brand_file import BrandFile
from leafwright.problems import ContentError, Place, Problem, Severity

MOST_NAMED: Final = 3
"""How many fields are named that are passed over for one reason."""


def check_brand_file(file: BrandFile) -> Iterator[Problem]:
    """Report fields that are not in the standard, and in one line for each file what is passed over."""
    for name, place, known in file.unknown():
        message, hint = f"'{name}' is no field of the brand.yml standard here", suggest(name, known)
        yield Problem(
            place=place, code="unknown-field", message=message, hint=hint, severity=Severity.WARNING
        )
    if not (file.color and file.color.primary):
        yield Problem(
            place=file.color.place if file.color else file.place,
            code="no-primary-colour",
            message="the brand names no primary colour, so headings and lines have the colour of text",
            hint="if that is wrong, add `primary:` below `color:`",
            severity=Severity.ADVICE,
        )
    files: dict[str, list[tuple[str, str, Place]]] = {}
    for field in file.passed_over():
        files.setdefault(field[2].file, []).append(field)
    for passed in files.values():
        yield Problem(
            place=min(place for _, _, place in passed),
            code="brand-passed-over",
            message=f"no page prints {_listed(passed)}",
            severity=Severity.ADVICE,
        )


def check_palette(color: BrandColour) -> Iterator[Problem]:
    """Warn of names that are no colours and that no page prints; one that a page prints is refused."""
    used = {str(getattr(color, role)) for role in ("foreground", "background", "primary")}
    while further := {str(color.palette[name]) for name in used if name in color.palette} - used:
        used |= further
    places = dict(color.placed("palette"))
    for name, value in color.palette.items():
        try:
            color.model_copy(update={"primary": name}).hex_of("primary")
        except ContentError as error:
            refused = (places[other] for other in used & places.keys())
            if error.problems[0].place not in refused and not is_colour(value):
                yield replace(error.problems[0], severity=Severity.WARNING)


def _listed(passed: list[tuple[str, str, Place]]) -> str:
    """Name what is passed over, with the reasons."""
    reasons: dict[str, dict[str, None]] = {}
    for path, why, _ in passed:
        reasons.setdefault(why, {})[path] = None
    return "; ".join(f"{_named([*paths])} ({why})" for why, paths in reasons.items())


def _named(paths: list[str]) -> str:
    more = len(paths) - MOST_NAMED
    return ", ".join(paths[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
