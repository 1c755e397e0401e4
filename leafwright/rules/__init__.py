"""Rules: what a careful editor would say of a leaflet; one file a rule, found by the folder it lies in.

A rule yields findings. Its code is its file's name, its severity and parameters are the profile's.
"""

from leafwright.blocks.traits import PassageKind
from leafwright.rules.finding import Finding
from leafwright.rules.passage import Passage, Sentence
from leafwright.rules.reader import Reader, read_handout

__all__ = ["Finding", "Passage", "PassageKind", "Reader", "Sentence", "read_handout"]
