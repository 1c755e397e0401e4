"""Pictures and logos: what may be printed, and how large what is drawn in a picture is."""

from leafwright.pictures.check import check_picture, measure_picture
from leafwright.pictures.measure import PictureMeasure

__all__ = ["PictureMeasure", "check_picture", "measure_picture"]
