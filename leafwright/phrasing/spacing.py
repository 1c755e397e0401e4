"""Typographic details of a language: spaces that do not break, and its own quotation marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import cycle, islice, pairwise
from typing import Final

from leafwright.model.forms import Spacing
from leafwright.model.walk import rewrite_texts
from leafwright.model.words import Words
from leafwright.text import ENGLISH, Blank, Run, Span, Text, curl

NO_BREAK: Final = "\u00a0"
_STRAIGHT: Final = '"'
_INNER: Final = {"«": ("\u2039", "\u203a"), "„": ("\u201a", "\u2019"), "”": ("'", "'")}
"""Single quotation marks by the double ones of a language; right-to-left languages keep straight ones."""
_OPENS: Final = re.compile(r'(?:^|(?<=[\s(\[/\u2013\u2014-]))"(?=\S)')
ADDRESS: Final = re.compile(
    r"""[(\[]*(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+                      # an e-mail address
    |(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?![\w-])(?:/[^\s,;)]*)?)   # one of the web
    [.,;:!?)\]]*""",
    re.VERBOSE,
)
_PART: Final = re.compile(r"[^/]*/+[,;:!?)\]]*|[^/]+")
_NAMED: Final = re.compile(r"^[^.@]+\.[a-z]{3,5}[.,;:!?)\]]*$|[^@]+@|[(\[]*\.?[^.@]+[.,;:!?)\]]*$|\.?[^.@]+")
"""A name with its ending, such as `sore-knee.html`, what is before an @, and names between dots."""
_TELEPHONE: Final = re.compile(
    r"(?<!\w)(?=\+?(?:[ ()-]*\d){7})\+?(?:\(\d+\)|\d[\d-]*)(?: (?:\(\d+\)\d*|\d[\d-]*))+(?!\w)"
)
"""Groups of digits, at least seven in all."""
_ASKED: Final = re.compile(rf"(?<!\w)[^\W\d_]{{1,6}} (?={_TELEPHONE.pattern})")
"""A short word before a telephone number, such as `phone`."""
_COUNTED: Final = re.compile(
    rf"(?<![\w.,:/+-])(?<![\d)][ {NO_BREAK}])(?!0\d|(?:19|20)\d\d )"
    rf"\d[\d.,{NO_BREAK}]*(?<=\d) (?=[^\W\d_\u0590-\u08ff]{{1,14}}(?!\w))"
)
"""A number before a word, if it is neither the end of a telephone number nor a year.

From right to left only what is known to be counted is bound to its number: one that is bound is no part of
the run before it.
"""
_UNITS: Final = ("mm", "cm", "m", "km", "µg", "mg", "g", "kg", "ml", "mL", "l", "L", "IU", "°C", "°F", "%")
_RATES: Final = ("mmol/L", "mg/dL", "mmHg")
"""Units that are written alike in all languages."""
_SLASH: Final = re.compile(r"(?<=\w)/(?=[^\W\d_]{1,2}(?!\w))")
"""The slash in a unit such as `mmol/L`, where the engine would break a line."""
_DIGITS: Final = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})+(?!\w)")
"""A number whose thousands are separated by spaces."""
_WIDE: Final = 20
_LONG: Final = re.compile(rf"[^ ]{{{_WIDE + 1},}}")
"""What does not break and is longer than a narrow column of a table is wide."""
_TAIL: Final = re.compile(rf"(?<=\d){NO_BREAK}([^\W\d_]+(?:{NO_BREAK}[^\W\d_]+)*[^\w\s]*)$")
"""What a number counts, or says of them, at the end of what does not break."""
_OTHER: Final = "\ufffc"
"""What stands for a marker or a blank where texts are joined."""
_CLOSES: Final = re.compile(r'(?<=\S)"(?=$|[\s)\]/.,;:!?\u2013\u2014\u060c\u061b\u061f\u06d4-])')


def keep_whole(written: str, spacing: Spacing) -> str:
    """Keep `3 in 100 people`, `8 to 16 mg` and telephone numbers on one line, with spaces that do not break.

    Any number stays with the word after it. A long `10,000 to 99,999 in 1,000,000` may break once, before
    `in`: a narrow column does not hold it all.
    """
    for pattern in (_ASKED, _TELEPHONE, _DIGITS, *_patterns(spacing), _COUNTED):
        written = pattern.sub(lambda match: match.group().replace(" ", NO_BREAK), written)
    return _LONG.sub(lambda match: _parted(match.group(), spacing), written)


def keep_runs_whole(spans: tuple[Span, ...], spacing: Spacing) -> tuple[Span, ...]:
    """Keep the same on one line over bold words and links, too; markers and blanks stay as they are."""
    joined = "".join(span.text if isinstance(span, Run) else _OTHER for span in spans)
    signs = iter(keep_whole(joined, spacing))
    lengths = (len(span.text) if isinstance(span, Run) else len(_OTHER) for span in spans)
    kept = ("".join(islice(signs, length)) for length in lengths)
    return tuple(
        replace(span, text=text) if isinstance(span, Run) else span
        for span, text in zip(spans, kept, strict=True)
    )


def keep_units(written: str) -> str:
    """Keep a unit with a slash on one line, with a sign that is not seen."""
    return _SLASH.sub("/\u2060", written)


def part_addresses(written: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Split a text at its addresses, and those of the web after each slash, where a line may break.

    A reader would take a hyphen at the end of a line for a part of the address, and a dot for the end of the
    sentence. Each piece of an address comes with its own parts: only what is longer than a line breaks after
    its @ or before one of its dots.
    """
    at = 0
    for match in ADDRESS.finditer(written):
        if match.start() > at:
            yield written[at : match.start()], ()
        yield from ((part, tuple(_NAMED.findall(part))) for part in _PART.findall(match.group()))
        at = match.end()
    if at < len(written):
        yield written[at:], ()


def keep_with_blanks(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Keep the word after a blank with it, because it is usually the unit of what is written there."""
    bound = list(spans)
    for index, (before, span) in enumerate(pairwise(spans), start=1):
        if isinstance(before, Blank) and isinstance(span, Run) and span.text.startswith(" "):
            bound[index] = replace(span, text=f"{NO_BREAK}{span.text[1:]}")
    return tuple(bound)


def quote(text: Text, words: Words) -> Text:
    """Replace straight marks with those of the language: apostrophes, and quotation marks that pair.

    A mark that does not pair is kept: in `a 5" tube` it means inches.
    """
    text = curl(text, _INNER.get(words.quotes[0].strip(), ENGLISH))
    whole = "".join(span.text for span in text.spans)
    if _STRAIGHT not in whole or not _paired(whole):
        return text
    marks = cycle(words.quotes)
    spans = (
        replace(span, text=re.sub(_STRAIGHT, lambda _: next(marks), span.text))
        if isinstance(span, Run)
        else span
        for span in text.spans
    )
    return replace(text, spans=tuple(spans))


def quote_phrases(words: Words) -> Words:
    """Replace the straight marks in the phrases of a language."""
    phrases = rewrite_texts(words.phrases, lambda text: quote(text, words))
    return words.model_copy(update={"phrases": phrases})


def _paired(whole: str) -> bool:
    """Return whether straight marks open and close alternately: in `a 5" tube` the mark means inches."""
    places = [match.start() for match in re.finditer(_STRAIGHT, whole)]
    opening = {match.start() for match in _OPENS.finditer(whole)}
    closing = {match.start() for match in _CLOSES.finditer(whole)}
    return len(places) % 2 == 0 and opening.issuperset(places[::2]) and closing.issuperset(places[1::2])


def _parted(whole: str, spacing: Spacing) -> str:
    """Let a range out of a number of people break before what it is out of; anything else stays whole.

    The words at the end then leave their number, if both are still too long.
    """
    number_after = rf"{NO_BREAK}\d"
    is_range = re.search(rf"\d%?{NO_BREAK}{_any(spacing.between_numbers)}{number_after}", whole)
    before = rf"(?<=\d){NO_BREAK}(?={_any(spacing.before_number)}{number_after})"
    parted, breaks = re.subn(before, " ", whole)
    if is_range and breaks == 1:
        whole = parted
    counted = _TAIL.search(whole)
    is_long = len(whole.rpartition(" ")[2]) > _WIDE
    return f"{whole[: counted.start()]} {counted.group(1)}" if is_long and counted else whole


@cache
def _patterns(spacing: Spacing) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _written(spacing))


def _written(spacing: Spacing) -> Iterator[str]:
    yield rf"(?<=\d) {_any((*_UNITS, *_RATES, *spacing.after_number))}(?!\w)"
    if spacing.between_numbers:
        yield rf"(?<=[\d%])[ {NO_BREAK}]{_any(spacing.between_numbers)} ?(?=\d)"
    if spacing.before_number:
        yield rf"(?<!\w){_any(spacing.before_number)} (?=\d)"
    if spacing.before:
        yield rf" (?={_any(spacing.before)}(?!\w))"
    if spacing.after:
        yield rf"(?<!\w){_any(spacing.after)} (?=\S)"


def _any(names: Iterable[str]) -> str:
    """Match one of the names, the longest first; their spaces may already be ones that do not break."""
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return f"(?:{alternatives.replace(re.escape(' '), f'[ {NO_BREAK}]')})"
