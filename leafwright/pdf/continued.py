"""Check that a section, list or table that continues on the next page is named at that page's head."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from leafwright.pdf.measure import Measured
from leafwright.problems import Problem, quoted
from leafwright.sheet.inventory import bare, columns_of
from leafwright.sheet.running import running_heads, say_continued

HINT: Final = "the head of a page is set in styles/page.css, what it says in styles/parts/section.css"


def find_unnamed(measured: Measured) -> Iterator[Problem]:
    """Report each section, list and table that continues on a page whose head does not name it."""
    for name, texts in running_heads(measured.sheet).items():
        for page in measured.pages_of(name)[1:]:
            missing = [words for words in texts if not _is_in_head(measured, page, words)]
            yield from (_unnamed(measured, name, page, words) for words in missing)
    for part in measured.parts:
        named = ", ".join(head[0].plain for head in columns_of(part) if head)
        if named and (headed := measured.headed_pages(part.id)):
            bare_pages = [page for page in measured.pages_of(part.id) if page not in headed]
            yield from (_unnamed(measured, part.id, page, named) for page in bare_pages)


def find_missing_head(measured: Measured) -> Iterator[Problem]:
    """Report each page after the first whose head has neither the title nor the name of what continues.

    An empty page before what is cut out says there that it is meant to be empty.
    """
    sheet, phrases = measured.sheet, measured.sheet.phrases
    closing = ((part.heading.plain,) for part in (phrases.source, phrases.control))
    contexts = [say_continued(sheet, *texts) for texts in (*running_heads(sheet).values(), *closing)]
    blank = [phrases.card.blank_page.plain] if sheet.cut_out else []
    known = [_letters(words) for words in (sheet.title.plain, *contexts, *blank)]
    for page in range(2, measured.layout.pages + 1):
        if _letters("".join(strip.words for strip in measured.head_of(page))) not in known:
            message = f"page {page} does not say {quoted(measured.sheet.title.plain)} at its head"
            yield Problem(place=measured.place, code="missing-head", message=message, hint=HINT)


def _letters(words: str) -> Counter[str]:
    """Count letters and digits: a head has no tags that give its reading order in right-to-left scripts."""
    return Counter(sign for sign in bare(words) if sign.isalnum())


def _is_in_head(measured: Measured, page: int, words: str) -> bool:
    head = "".join(strip.words for strip in measured.head_of(page))
    if measured.sheet.direction == "rtl":
        return _letters(words) <= _letters(head)
    return bare(words) in bare(head)


def _unnamed(measured: Measured, name: str, page: int, words: str) -> Problem:
    message = f"page {page} goes on with {measured.name_of(name)} and does not say {quoted(words)} above it"
    return Problem(place=measured.place_of(name), code="unnamed-continuation", message=message, hint=HINT)
