"""Rules: what a careful editor would say of a leaflet; each is a module and a page, found by their folder.

A rule yields findings. Its code is the name of its module, its severity and parameters are the profile's.
"""

from collections.abc import Iterator
from typing import TypeAlias

from leafwright.blocks.traits import PassageKind
from leafwright.rules.bilingual import Bilingual, TextPair
from leafwright.rules.clinic_reader import ClinicReader
from leafwright.rules.finding import Finding
from leafwright.rules.passage import Passage, Sentence, just_before
from leafwright.rules.reader import Reader, read_handout
from leafwright.rules.written import WrittenFile, WrittenText

Findings: TypeAlias = Iterator[Finding]
"""What a rule yields."""
