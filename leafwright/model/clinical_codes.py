"""The codes of a topic in clinical terminologies, by which records and websites find it."""

import re
from typing import Annotated, Final

from pydantic import AfterValidator, BeforeValidator, Field

from leafwright.model.record import UNIQUE, Record, fault, refuse_repeated

SNOMED_CT: Final = r"^[1-9]\d{5,17}$"
ICD_10: Final = r"^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$"
ICD_11: Final = r"^[1-9A-HJ-NP-Z][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z](\.[0-9A-HJ-NP-Z]{1,3})?$"
"""How codes are written. Sources: SNOMED CT Release File Specifications, 6.2; WHO, ICD-10 and ICD-11."""

_CONCEPT: Final = re.compile(r"[01]0.$")
"""How the identifier of a concept ends: its partition and the check digit."""
_DIHEDRAL: Final = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
_PERMUTED: Final = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
"""The tables of Verhoeff, Error Detecting Decimal Codes (1969)."""


def is_checked(digits: str) -> bool:
    """Return whether the last digit of a number is its Verhoeff check digit."""
    sum_ = 0
    for place, digit in enumerate(reversed(digits)):
        sum_ = int(_DIHEDRAL[sum_][int(_PERMUTED[place % len(_PERMUTED)][int(digit)])])
    return sum_ == 0


def _concept(code: str) -> str:
    if not is_checked(code):
        message = f"the check digit of '{code}' is wrong"
        raise fault("bad-value", message, "copy the identifier again: a digit differs, or two changed places")
    if not _CONCEPT.search(code):
        message = f"'{code}' is not a concept of SNOMED CT"
        raise fault("bad-value", message, "give the identifier of the concept, not of a description")
    return code


Concept = Annotated[str, Field(pattern=SNOMED_CT), AfterValidator(_concept)]
Icd10 = Annotated[str, Field(pattern=ICD_10)]
Icd11 = Annotated[str, Field(pattern=ICD_11)]


class ClinicalCodes(Record):
    """What the topic is in clinical terminologies. Nothing of it is printed."""

    snomed_ct: Annotated[tuple[Concept, ...], BeforeValidator(refuse_repeated), UNIQUE] = ()
    """Identifiers of concepts of SNOMED CT.

    Example: ["239873007"]
    """
    icd_10: Annotated[tuple[Icd10, ...], BeforeValidator(refuse_repeated), UNIQUE] = ()
    """Codes of ICD-10. Example: [M17.9]"""
    icd_11: Annotated[tuple[Icd11, ...], BeforeValidator(refuse_repeated), UNIQUE] = ()
    """Codes of ICD-11. Example: [FA01.Z]"""

    @property
    def listed(self) -> dict[str, tuple[str, ...]]:
        """The codes of each terminology that there are any of, by its name."""
        codes = {"snomed-ct": self.snomed_ct, "icd-10": self.icd_10, "icd-11": self.icd_11}
        return {name: tuple(map(str, listed)) for name, listed in codes.items() if listed}
