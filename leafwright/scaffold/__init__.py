"""Make a new clinic or a new handout: a folder that builds at once, with made-up values."""

from leafwright.scaffold.answers import CLINIC_ANSWERS, HANDOUT_ANSWERS, ScaffoldError
from leafwright.scaffold.folders import SKELETONS, new_clinic, new_handout

__all__ = [
    "CLINIC_ANSWERS",
    "HANDOUT_ANSWERS",
    "SKELETONS",
    "ScaffoldError",
    "new_clinic",
    "new_handout",
]
