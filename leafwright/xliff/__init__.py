"""Export translations as XLIFF 2.1 for agencies and their tools, and import what comes back."""

from leafwright.xliff.merge import Merged, merge
from leafwright.xliff.notes import Notes
from leafwright.xliff.read import read_xliff
from leafwright.xliff.record import Unit, UnitState, units_of
from leafwright.xliff.tree import MOST_BYTES
from leafwright.xliff.write import ExportJob, write_xliff
