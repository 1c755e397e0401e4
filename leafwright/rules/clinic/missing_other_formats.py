"""A clinic prints nothing that is easier to read than standard print."""

from collections.abc import Iterator

from leafwright.library import ClinicFolder
from leafwright.rules import Finding


def check(folder: ClinicFolder, *, any_of: tuple[str, ...]) -> Iterator[Finding]:
    """Report a clinic that prints none of the editions `any_of`."""
    prints = folder.clinic.prints
    if not set(any_of) & set(prints.editions):
        yield Finding(
            place=prints.place_of("editions"),
            message="nothing is printed for people who cannot read standard print",
            hint=f"add {any_of[0]}",
        )
