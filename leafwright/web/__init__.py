"""The web page of a sheet: one file, from the same Sheet as its PDF."""

from leafwright.web.page import make_page
from leafwright.web.proof import find_lost, find_page_faults

__all__ = ["find_lost", "find_page_faults", "make_page"]
