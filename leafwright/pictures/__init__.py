"""Pictures and logos: what may be printed, and how large what is drawn in a picture is."""

from leafwright.pictures.check import check_picture
from leafwright.pictures.measure import Measure, measure_picture

__all__ = ["Measure", "check_picture", "measure_picture"]
