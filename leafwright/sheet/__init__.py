"""One variant of one handout for one clinic in one edition and language, with every choice settled."""

from leafwright.sheet.key import SheetKey
from leafwright.sheet.make import make_sheet
from leafwright.sheet.sheet import Sheet
