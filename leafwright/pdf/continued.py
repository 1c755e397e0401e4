"""Check that a section, list or table that continues on the next page is named at that page's head."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Final

from leafwright.pdf.measure import Measured
from leafwright.problems import Problem, quoted
from leafwright.sheet.inventory import bare, columns_of
from leafwright.sheet.running import left_out, running_heads, say_running, say_title

HINT: Final = "the head of a page is set in styles/page.css, what it says in styles/parts/section.css"


def find_unnamed(measured: Measured) -> Iterator[Problem]:
    """Report each section, list and table that continues on a page whose head does not name it.

    A long head names only what is nearest.
    """
    shortened = left_out(measured.sheet)
    for name, texts in running_heads(measured.sheet).items():
        for page in measured.pages_of(name)[1:]:
            inner = (shortened[part] for part in shortened if page in measured.pages_of(part)[1:])
            spared = {*chain.from_iterable(inner)}
            wanted = (words for words in texts if words not in spared)
            missing = [words for words in wanted if not _is_in_head(measured, page, words)]
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
    sheet = measured.sheet
    blank = [sheet.phrases.card.blank_page.plain] if sheet.cut_out else []
    known = [_letters(words) for words in (say_title(sheet), *say_running(sheet).values(), *blank)]
    for page in range(2, measured.layout.pages + 1):
        if _head_letters(measured, page) not in known:
            message = f"page {page} does not say {quoted(measured.sheet.title.plain)} at its head"
            yield Problem(place=measured.place, code="missing-head", message=message, hint=HINT)


def find_false(measured: Measured) -> Iterator[Problem]:
    """Report each page whose head says that something goes on there which is not on the page before."""
    contexts = {name: _letters(words) for name, words in say_running(measured.sheet).items()}
    for page in range(2, measured.layout.pages + 1):
        head = _head_letters(measured, page)
        named = [name for name, words in contexts.items() if words == head]
        if named and not any({page - 1, page} <= {*measured.pages_of(name)} for name in named):
            (name, *_) = named
            message = f"page {page} says above it that {measured.name_of(name)} goes on, which begins there"
            yield Problem(
                place=measured.place_of(name), code="false-continuation", message=message, hint=HINT
            )


def _head_letters(measured: Measured, page: int) -> Counter[str]:
    return _letters("".join(strip.words for strip in measured.head_of(page)))


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
