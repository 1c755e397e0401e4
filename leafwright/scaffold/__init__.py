"""Make a new clinic or handout, a folder that builds at once with made-up values; copy bundled files."""

from leafwright.scaffold.answers import CLINIC_ANSWERS, HANDOUT_ANSWERS, ScaffoldError
from leafwright.scaffold.brands import BrandStart, begin_brand
from leafwright.scaffold.copying import KINDS, WantedCopy, copy_file
from leafwright.scaffold.folders import SKELETONS, new_clinic, new_handout

__all__ = [
    "CLINIC_ANSWERS",
    "HANDOUT_ANSWERS",
    "KINDS",
    "SKELETONS",
    "BrandStart",
    "ScaffoldError",
    "WantedCopy",
    "begin_brand",
    "copy_file",
    "new_clinic",
    "new_handout",
]
