"""The names of clinics, which every text of a workspace may mention."""

from collections.abc import Iterable, Iterator

from leafwright.library import ClinicFolder
from leafwright.model.clinic import Clinic
from leafwright.model.walk import texts_of
from leafwright.spelling.words import WORD


def names_of(folders: Iterable[ClinicFolder]) -> frozenset[str]:
    """Collect the words with a capital in the names and addresses of clinics and their departments."""
    return frozenset(
        match[0]
        for folder in folders
        for value in _named_in(folder.clinic)
        for text in texts_of(value)
        for match in WORD.finditer(text.plain)
        if match[0][0].isupper()
    )


def _named_in(clinic: Clinic) -> Iterator[object]:
    yield from (clinic.name, clinic.department, clinic.partners)
    yield from (part.address for part in clinic.parts.values() if part.address)
    yield from (department.name for department in clinic.departments.values())
