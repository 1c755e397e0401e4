"""Rules: what a careful editor would say of a leaflet; each is a module and a page, found by their folder.

A rule yields findings. Its code is the name of its module, its severity and parameters are the profile's.
"""

from leafwright.blocks.traits import PassageKind
from leafwright.rules.finding import Finding
from leafwright.rules.passage import Passage, Sentence
from leafwright.rules.reader import Reader, read_handout

__all__ = ["Finding", "Passage", "PassageKind", "Reader", "Sentence", "read_handout"]
