"""Compare the web page of a sheet with the sheet: nothing may be lost, no link may lead nowhere."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from leafwright.problems import Place, Problem, quoted
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import bare, parts_of, printed, printed_texts, sheet_place
from leafwright.web.parsed import ParsedPage, parse

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")


def find_page_faults(sheet: Sheet, content: bytes) -> Iterator[Problem]:
    """Report every sentence and every part of the sheet that is not on its page, and every broken link."""
    page = parse(content.decode())
    yield from find_lost(sheet, page.text, "on the web page")
    yield from _find_broken(sheet, page)


def find_lost(sheet: Sheet, text: str, where: str) -> Iterator[Problem]:
    """Report every sentence of the sheet that is not in a text; `where` names what the text is of."""
    there = bare(text)
    for own in printed_texts(sheet):
        for sentence in _SENTENCE.split(printed(own.text)):
            if bare(sentence) not in there:
                yield _problem(own.place, "lost-content", f"{quoted(sentence)} is not {where}")


def _find_broken(sheet: Sheet, page: ParsedPage) -> Iterator[Problem]:
    place, ids = sheet_place(sheet), Counter(page.ids)
    for name in sorted(name for name, times in ids.items() if times > 1):
        yield _problem(place, "broken-page", f"the id '{name}' is on the web page more than once")
    lead_nowhere = {link[1:] for link in page.links if link.startswith("#")} - ids.keys()
    for name in sorted(lead_nowhere):
        yield _problem(place, "broken-page", f"a link of the web page leads to '{name}', which is not there")
    for tag in page.wrong:
        yield _problem(place, "broken-page", f"a tag '{tag}' of the web page is not opened or not closed")
    for part in parts_of(sheet):
        if part.id not in ids and part.is_block:
            yield _problem(part.place, "lost-content", f"'{part.id}' is not on the web page")


def _problem(place: Place, code: str, message: str) -> Problem:
    hint = "correct the template or the style of your own that does this"
    return Problem(place=place, code=code, message=message, hint=hint)
