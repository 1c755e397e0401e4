"""Pictures and logos: what may be printed, and how large what is drawn in a picture is."""

from leafwright.pictures.check import check_picture, measure_picture
from leafwright.pictures.measure import Measure

__all__ = ["Measure", "check_picture", "measure_picture"]
