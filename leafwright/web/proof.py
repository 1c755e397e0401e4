"""Compare the web page of a sheet with the sheet: nothing may be lost, no link may lead nowhere."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from leafwright.problems import Place, Problem, quoted
from leafwright.sheet import Sheet
from leafwright.sheet.beside import PREFIX
from leafwright.sheet.inventory import (
    MASTHEAD,
    PrintedText,
    bare,
    parts_of,
    printed,
    printed_texts,
    sheet_place,
    split_sentences,
)
from leafwright.web.allowed import FRAME, TAGS
from leafwright.web.parsed import ParsedPage, parse

ON_PAGE: Final = "on the web page"
SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
"""The schemes that the address of a link may have."""
DATA: Final = "application/ld+json"
"""The type of a script element that is data, and does not run."""
_SCHEME: Final = re.compile("[^:/?#]+(?=:)")


def find_page_faults(sheet: Sheet, content: bytes) -> Iterator[Problem]:
    """Report every sentence and every part of the sheet that is not on its page, and what breaks the page.

    A fragment has no masthead, because the page around it has one.
    """
    page = parse(content.decode())
    left_out = () if page.is_whole else (MASTHEAD,)
    yield from find_lost(sheet, page.text, ON_PAGE, left_out)
    for part in parts_of(sheet):
        if part.is_block and part.id not in (*page.ids, *left_out):
            yield _problem(part.place, "lost-content", f"'{part.id}' is not {ON_PAGE}")
    yield from (_problem(sheet_place(sheet), "broken-page", fault) for fault in _find_broken(page))


def find_lost(sheet: Sheet, text: str, where: str, left_out: Collection[str] = ()) -> Iterator[Problem]:
    """Report what a text says less often than blocks do, or nobody would notice when one of them loses it.

    A block and its source beside it may share what both say. `where` names what the text is of, and parts
    that are `left_out` need not be there.
    """
    places: dict[str, dict[str, Place]] = {}
    said: dict[str, str] = {}
    for own in printed_texts(sheet, once=True):
        if _part_of(own) not in left_out:
            for sentence in split_sentences(printed(own.text)):
                words = bare(sentence)
                said.setdefault(words, sentence)
                places.setdefault(words, {})[_part_of(own)] = own.place
    there = bare(text)
    for words, spoken in places.items():
        if words and there.count(words) < len(spoken):
            place = next(reversed(spoken.values()))
            yield _problem(place, "lost-content", f"{quoted(said[words])} is not {where}")


def _part_of(own: PrintedText) -> str:
    return own.part.id.removeprefix(PREFIX) if own.part else ""


def _find_broken(page: ParsedPage) -> Iterator[str]:
    """Say what is wrong with a page, whatever it is about."""
    ids = Counter(page.ids)
    for name in sorted(name for name, times in ids.items() if times > 1):
        yield f"the id '{name}' is on the web page more than once"
    for name in sorted({link[1:] for link in page.links if link.startswith("#")} - ids.keys()):
        yield f"a link of the web page leads to '{name}', which is not there"
    for tag in page.wrong:
        yield f"a tag '{tag}' of the web page is not opened or not closed"
    for link in page.links:
        scheme = _SCHEME.match("".join(link.split()).lower())
        if scheme and scheme[0] not in SCHEMES:
            yield f"a link of the web page may not lead to {quoted(link)}"
    allowed = TAGS | FRAME if page.is_whole else TAGS
    for tag, attributes in page.tags:
        if tag not in allowed or _runs(tag, attributes) or "style" in attributes:
            yield f"the web page may not have this <{tag}>"


def _runs(tag: str, attributes: Mapping[str, str]) -> bool:
    """Return whether an element is a script, or has one."""
    return any(name.startswith("on") for name in attributes) or (
        tag == "script" and attributes.get("type") != DATA
    )


def _problem(place: Place, code: str, message: str) -> Problem:
    return Problem(
        place=place, code=code, message=message, hint="correct the template of your own that does this"
    )
