"""A clinic prints nothing that is easier to read than standard print."""

from leafwright.rules import ClinicReader, Finding, Findings


def check(folder: ClinicReader, *, any_of: tuple[str, ...]) -> Findings:
    """Report a clinic that prints none of the editions `any_of`."""
    prints = folder.clinic.prints
    if not set(any_of) & set(prints.editions):
        yield Finding(
            place=prints.place_of("editions"),
            message="nothing is printed for people who cannot read standard print",
            hint=f"add {any_of[0]}",
        )
