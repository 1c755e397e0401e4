"""Nothing lost on the way: what the sheet says is in the file, where it belongs."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final, Self

from leafwright.pdf.extract import Strip
from leafwright.pdf.glyphs import fold_sides
from leafwright.pdf.inventory import (
    PrintedPart,
    PrintedText,
    columns_of,
    numbers_in,
    printed,
    said_by,
)
from leafwright.pdf.measure import Measured
from leafwright.problems import Place, Problem, quoted

_DROPPED: Final = re.compile(r"[\s\x02\u00ad\u200b-\u200d\u2010\u2011\u2060\ufeff-]+")
"""White space and hyphens: a line's end swallows the one, and drops, adds or alters (U+0002) the other."""
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_BREAK: Final = re.compile(r"(?<=[\s/-])(?=\S)")
_SLACK: Final = 2.0
_TELLING: Final = 24
"""So many letters and figures do not stand in another text by chance."""
_AGAIN: Final = "a template, a style or the engine prints it again; make a block near it shorter or longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """The text of a region, reduced to what survives setting, and where in it the strips begin and end."""

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
        """Tell whether a strip ends with these words, and those before it."""
        return any(self.text.endswith(words, 0, edge) for edge in self.edges)

    def begins(self, words: str) -> bool:
        """Tell whether a strip begins with these words, and those after it."""
        return any(self.text.startswith(words, edge) for edge in self.edges)


def bare(words: str) -> str:
    """Reduce words to what survives setting: no blanks, no hyphens, no case."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", words)).casefold()


def find_lost(measured: Measured) -> Iterator[Problem]:
    """Report every text and every part of the sheet that is not in the file.

    A text that several blocks say must be there as often, or it could be lost from one of them unnoticed.
    """
    for part in measured.parts:
        if part.id in measured.boxes:
            yield from _find_lost_numbers(measured, part)
        else:
            yield _lost(part.place, f"{measured.name_of(part.id)} is printed nowhere")
    flows, again = _flows(measured), Counter(_said_again(measured))
    for words, sayings in _alike(measured).items():
        times = len({said.part.id if said.part else "" for said in sayings}) + again[words]
        missing = [sentence for sentence in _SENTENCE.split(words) if not _is_there(sentence, times, flows)]
        if missing and not _is_there(words, times, flows):
            gone = not _is_there(missing[0], 1, flows)
            message = f"{quoted(missing[0])} is in the sheet and not in the PDF"
            lost = (said for said in sayings if gone or not _is_inside(measured, said))
            yield from (_lost(said.place, message) for said in lost)


def find_repeated(measured: Measured) -> Iterator[Problem]:
    """Report every text that is in the file more often than the sheet says it, alone or within another text.

    The engine may print a float again when it moves what stands beside it. Few words can meet by chance. The
    heads of a table stand on each of its pages.
    """
    flows, alike = _flows(measured), _alike(measured)
    again = Counter(_said_again(measured))
    all_said = [(bare(words), len(sayings) + again[words]) for words, sayings in alike.items()]
    for words, sayings in alike.items():
        wanted = bare(words)
        found = sum(flow.text.count(wanted) for flow in flows)
        if len(wanted) < _TELLING or found <= len(sayings):
            continue
        said = sum(text.count(wanted) * times for text, times in all_said)
        if found > said:
            message = f"{quoted(words)} is in the PDF {found} times, and in the sheet {said}"
            yield Problem(place=sayings[0].place, code="repeated-content", message=message, hint=_AGAIN)


def find_missing_foot(measured: Measured) -> Iterator[Problem]:
    """Report pages whose foot does not say what each must: status, code, clinic, source and page number.

    No tag tells how a foot is read, so where lines run from right to left only its letters are compared.
    """
    foot, pages = measured.sheet.foot, measured.layout.pages
    for number in range(1, pages + 1):
        there = Flow.of(measured.foot_of(number))
        page = foot.page.replace("{page}", str(number)).replace("{pages}", str(pages))
        source = [foot.source.plain] if foot.source else []
        for words in (foot.status.plain, foot.code.plain, foot.clinic.plain, *source, page):
            said = bare(words) in there.text
            if measured.sheet.direction == "rtl":
                said = Counter(fold_sides(bare(words))) <= Counter(fold_sides(there.text))
            if not said:
                message = f"page {number} does not say {quoted(words)} at its foot"
                hint = "the foot of every page is set in styles/page.css"
                yield Problem(place=measured.place, code="missing-foot", message=message, hint=hint)


def _said_again(measured: Measured) -> Iterator[str]:
    """Go through what the heads of tables say on each page but their first."""
    for part in measured.parts:
        if heads := [printed(text) for text in chain.from_iterable(columns_of(part))]:
            yield from heads * (len(measured.headed_pages(part.id)) - 1)


def _flows(measured: Measured) -> list[Flow]:
    """Join what stands in the text area of each page."""
    body = [strip for strip in measured.strips if measured.is_body(strip)]
    return [Flow.of(strip for strip in body if strip.box.page == area.page) for area in measured.areas]


def _alike(measured: Measured) -> dict[str, list[PrintedText]]:
    """Gather the texts of the sheet by their words."""
    alike: dict[str, list[PrintedText]] = {}
    for said in said_by(measured.sheet):
        alike.setdefault(printed(said.text), []).append(said)
    return alike


def _find_lost_numbers(measured: Measured, part: PrintedPart) -> Iterator[Problem]:
    """Report telephone numbers that are not printed inside the warning or the card they belong to."""
    inside = _inside(measured, part)
    for number in numbers_in(part):
        if bare(number.plain) not in inside.text:
            yield _lost(
                part.place, f"the number {number.plain} is not printed inside {measured.name_of(part.id)}"
            )


def _inside(measured: Measured, part: PrintedPart) -> Flow:
    boxes = measured.boxes.get(part.id, ())
    return Flow.of(strip for strip in measured.strips if any(box.holds(strip.box, _SLACK) for box in boxes))


def _is_inside(measured: Measured, said: PrintedText) -> bool:
    return said.part is not None and bare(printed(said.text)) in _inside(measured, said.part).text


def _is_there(words: str, times: int, flows: list[Flow]) -> bool:
    """Tell whether words are so often on a page, or broken between two words at the end of one."""
    wanted = bare(words)
    whole = sum(flow.text.count(wanted) for flow in flows)
    if whole >= times:
        return True
    heads = [bare(words[: found.start()]) for found in _BREAK.finditer(words)]
    broken = sum(
        any(before.ends(head) and after.begins(wanted[len(head) :]) for head in heads)
        for before, after in pairwise(flows)
    )
    return whole + broken >= times


def _lost(place: Place, message: str) -> Problem:
    return Problem(place=place, code="lost-content", message=message, hint="a template or a style drops it")
