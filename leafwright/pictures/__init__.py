"""Pictures and logos: check that they can be printed, and measure them."""

from leafwright.pictures.check import check_picture, measure_picture
from leafwright.pictures.measure import PictureMeasure
