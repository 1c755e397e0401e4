"""Note the hashes of the faces that are cut; every font package must be installed."""

from leafwright.families import BUNDLED, FALLBACKS
from leafwright.fonts import RECIPE
from leafwright.fonts.known import note_hashes

if __name__ == "__main__":
    note_hashes((*BUNDLED, *FALLBACKS.values()), RECIPE)
