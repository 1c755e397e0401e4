"""Page numbers as the National Library of Medicine prints them: 284-7, S6-12, e123-30."""

import re
from typing import Final

_RANGE: Final = re.compile(
    r"(?<![\w.:-])(\w*?)(\d+)\s*[-\u2010-\u2015]+\s*(\w*?)(\d+)(?![\w.:-])(?!\.\w)", re.ASCII
)
_DASH: Final = re.compile(r"(?<=\w)\s*[\u2010-\u2015]+\s*(?=\w)")
_LABEL: Final = re.compile(r"pp?\.\s*(?=\w*\d)", re.IGNORECASE)


def shorten_pages(pages: str) -> str:
    """Join pages with a hyphen, and leave out of the last what both begin with; anything else is kept."""
    label = _LABEL.match(pages)
    return _DASH.sub("-", _RANGE.sub(_shortened, pages[label.end() :] if label else pages))


def _shortened(pages: re.Match[str]) -> str:
    letters, first, letters_again, last = pages.groups()
    if letters != letters_again or first == last:
        return f"{letters}{first}-{letters_again}{last}"
    if len(first) == len(last):
        shared = next(at for at, (left, right) in enumerate(zip(first, last, strict=True)) if left != right)
        last = last[shared:]
    return f"{letters}{first}-{last}"
