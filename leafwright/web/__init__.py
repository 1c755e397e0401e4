"""The web page of a sheet: one file, from the same Sheet as its PDF."""

from leafwright.web.inputs import ScreenInputs
from leafwright.web.other_forms import keep_links
from leafwright.web.page import WebPage, make_page
from leafwright.web.proof import find_lost, find_page_faults
