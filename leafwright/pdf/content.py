"""Check that every text of the sheet is in the file, where it belongs and as often as it should be."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, Self

from leafwright.pdf.extract import Strip
from leafwright.pdf.glyphs import fold_sides
from leafwright.pdf.measure import Measured
from leafwright.problems import Place, Problem, quoted
from leafwright.sheet.explained import explain_beside
from leafwright.sheet.inventory import (
    PrintedPart,
    PrintedText,
    bare,
    columns_of,
    numbers_in,
    printed,
    printed_texts,
    split_sentences,
    texts_in,
)

_BREAK: Final = re.compile(r"(?<=[\s/-])(?=\S)")
_SLACK: Final = 2.0
_TELLING: Final = 24
"""The fewest letters and digits that are not part of another text by chance."""
_AGAIN: Final = "a template, a style or the engine prints it again; make a block near it shorter or longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The text of a region, without blanks and hyphens, and the offsets where its strips begin and end."""

    text: str
    edges: tuple[int, ...]

    @classmethod
    def of(cls, strips: Iterable[Strip]) -> Self:
        """Join strips in the order they were drawn."""
        text, edges = "", [0]
        for strip in strips:
            text += bare(strip.words)
            edges.append(len(text))
        return cls(text=text, edges=tuple(edges))

    def ends(self, words: str) -> bool:
        """Return whether a strip, with those before it, ends with these words."""
        return any(self.text.endswith(words, 0, edge) for edge in self.edges)

    def begins(self, words: str) -> bool:
        """Return whether a strip, with those after it, begins with these words."""
        return any(self.text.startswith(words, edge) for edge in self.edges)


def find_lost(measured: Measured) -> Iterator[Problem]:
    """Report every text and every part of the sheet that is not in the file.

    A text of several blocks must be there as often, or nobody would notice when one of them loses it.
    """
    for part in measured.parts:
        if part.id in measured.boxes:
            yield from _find_lost_numbers(measured, part)
        else:
            yield _lost(part.place, f"{measured.name_of(part.id)} is printed nowhere")
    flows, again = _flows(measured), Counter(_repeated_heads(measured))
    for words, places in _alike(measured).items():
        times = (
            len({printed_text.part.id if printed_text.part else "" for printed_text in places}) + again[words]
        )
        missing = [sentence for sentence in split_sentences(words) if not _is_there(sentence, times, flows)]
        if missing and not _is_there(words, times, flows):
            gone = not _is_there(missing[0], 1, flows)
            message = f"{quoted(missing[0])} is in the sheet and not in the PDF"
            lost = (printed_text for printed_text in places if gone or not _is_inside(measured, printed_text))
            yield from (_lost(printed_text.place, message) for printed_text in lost)


def find_repeated(measured: Measured) -> Iterator[Problem]:
    """Report every text that is in the file more often than in the sheet, alone or within another text.

    The engine may print a float twice when it moves the text beside it. Short texts are left out, because
    they can be part of another text by chance. The column heads of a table are on each of its pages, and what
    terms mean may also be beside the text.
    """
    flows, alike = _flows(measured), _alike(measured)
    beside = texts_in(explain_beside(measured.sheet))
    again = Counter(chain(_repeated_heads(measured), map(printed, beside)))
    counts = [(bare(words), len(occurrences) + again[words]) for words, occurrences in alike.items()]
    for words, occurrences in alike.items():
        letters = bare(words)
        printed_times = sum(flow.text.count(letters) for flow in flows)
        if len(letters) < _TELLING or printed_times <= len(occurrences):
            continue
        expected = sum(text.count(letters) * times for text, times in counts)
        if printed_times > expected:
            message = f"{quoted(words)} is in the PDF {printed_times} times, and in the sheet {expected}"
            yield Problem(place=occurrences[0].place, code="repeated-content", message=message, hint=_AGAIN)


def find_missing_foot(measured: Measured) -> Iterator[Problem]:
    """Report pages whose foot lacks the code, the clinic, the status or the page number.

    A foot has no tags that give its reading order, so for right-to-left scripts only its letters are
    compared.
    """
    foot, pages = measured.sheet.foot, measured.layout.pages
    for number in range(1, pages + 1):
        there = Flow.of(measured.foot_of(number))
        page = foot.page.replace("{page}", str(number)).replace("{pages}", str(pages))
        for words in (foot.code.plain, foot.clinic.plain, foot.status.plain, page):
            is_there = bare(words) in there.text
            if measured.sheet.direction == "rtl":
                is_there = Counter(fold_sides(bare(words))) <= Counter(fold_sides(there.text))
            if not is_there:
                message = f"page {number} does not say {quoted(words)} at its foot"
                hint = "the foot of every page is set in styles/page.css"
                yield Problem(place=measured.place, code="missing-foot", message=message, hint=hint)


def _repeated_heads(measured: Measured) -> Iterator[str]:
    """Go through the column heads of tables on each page except their first."""
    for part in measured.parts:
        if heads := [printed(text) for text in chain.from_iterable(columns_of(part))]:
            yield from heads * (len(measured.headed_pages(part.id)) - 1)


def _flows(measured: Measured) -> list[Flow]:
    """Join the strips in the text area of each page."""
    body = [strip for strip in measured.strips if measured.is_body(strip)]
    return [Flow.of(strip for strip in body if strip.box.page == area.page) for area in measured.areas]


def _alike(measured: Measured) -> dict[str, list[PrintedText]]:
    """Group the texts of the sheet by their words."""
    alike: dict[str, list[PrintedText]] = {}
    for printed_text in printed_texts(measured.sheet):
        alike.setdefault(printed(printed_text.text), []).append(printed_text)
    return alike


def _find_lost_numbers(measured: Measured, part: PrintedPart) -> Iterator[Problem]:
    """Report telephone numbers that are not printed inside their warning or card."""
    inside = _inside(measured, part)
    for number in numbers_in(part):
        if bare(number.plain) not in inside.text:
            yield _lost(
                part.place, f"the number {number.plain} is not printed inside {measured.name_of(part.id)}"
            )


def _inside(measured: Measured, part: PrintedPart) -> Flow:
    boxes = measured.boxes.get(part.id, ())
    return Flow.of(strip for strip in measured.strips if any(box.holds(strip.box, _SLACK) for box in boxes))


def _is_inside(measured: Measured, printed_text: PrintedText) -> bool:
    return (
        printed_text.part is not None
        and bare(printed(printed_text.text)) in _inside(measured, printed_text.part).text
    )


def _is_there(words: str, times: int, flows: list[Flow]) -> bool:
    """Return whether words are printed `times` times, on one page or broken between two."""
    letters = bare(words)
    whole = sum(flow.text.count(letters) for flow in flows)
    if whole >= times:
        return True
    heads = [bare(words[: match.start()]) for match in _BREAK.finditer(words)]
    broken = sum(
        any(before.ends(head) and after.begins(letters[len(head) :]) for head in heads)
        for before, after in pairwise(flows)
    )
    return whole + broken >= times


def _lost(place: Place, message: str) -> Problem:
    return Problem(place=place, code="lost-content", message=message, hint="a template or a style drops it")
