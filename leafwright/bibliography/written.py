"""The words of a field on their way through the CSL processor, which only knows plain text.

Styles are marked with noncharacters of Unicode, one for each style, which no font and no content has, and so
are words in the language of the entry. The end of a field is marked too, because a full stop is left out or
moved only there.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations
from typing import Final, cast

from leafwright.bibliography.quotes import CLOSED, Quotes
from leafwright.model.markup import Markup, read_markup
from leafwright.text import IN_LANGUAGE, Run, Text, TypeStyle

END: Final = "\x01"
GROUP: Final = "\x03"
"""Put before a group that follows other authors."""

_MARKUP: Final[tuple[Markup, ...]] = ("italic", "bold", "superscript", "subscript")
_STYLES: Final = [
    frozenset(chosen) for count in range(len(_MARKUP) + 1) for chosen in combinations(_MARKUP, count)
]
_SIGNS: Final = {styles: chr(0xFDD0 + number) for number, styles in enumerate(_STYLES)}
_STYLES_OF: Final = {sign: styles for styles, sign in _SIGNS.items()}
_PLAIN: Final = _SIGNS[frozenset()]
_FOREIGN, _NATIVE = "\ufde0", "\ufde1"
"""Put around words in the language of the entry, if the list is in another."""
_SET: Final = "[\ufdd0-\ufdef]"
_KEPT: Final = frozenset({*_STYLES_OF, _FOREIGN, _NATIVE})
_RESERVED: Final = re.compile(f"[\x00-\x08]|{_SET}")
_BLANKS: Final = re.compile(r"[ \t\r\n\u2028\u2029]+")
_FIELD_END: Final = re.compile(
    f"(?P<stop>[.?!;:]?)(?P<signs>{_SET}*)(?:{CLOSED}(?P<quotes>[^{CLOSED}{END}]*))?{END}(?P<next>[.,]?)"
)
_RAISED: Final = re.compile(
    "([\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u2070-\u207f]+)"
)
_GROUP_AFTER_NAME: Final = re.compile(f"{END}?, {GROUP}")


def write_words(written: str, quotes: Quotes, *, foreign: bool = False) -> str:
    """Turn the text of a field into input for the processor: markup as marks, typographic quotes.

    What is `foreign` is marked, so that it is read aloud in its own language.
    """
    words = ""
    for piece in read_markup(written):
        plain = _BLANKS.sub(" ", _RESERVED.sub("", piece.text))
        words += f"{_SIGNS[piece.marks]}{plain}{_PLAIN}" if piece.marks else plain
    words = quotes.curl(words.strip(" "), _SET)
    last = quotes.last_of(words, _SET)
    kept, closing = words[:last].replace(CLOSED, ""), words[last:].replace(CLOSED, "")
    if closing:
        kept += CLOSED + closing
    return f"{_FOREIGN}{kept}{_NATIVE}{END}" if foreign else kept + END


def read_line(line: str, quotes: Quotes, language: str) -> Text:
    """Turn the processor's line into text: marks as markup, one full stop where two would meet.

    Its foreign words are in the `language` of the entry.
    """
    line = _FIELD_END.sub(partial(_end_field, quotes), _GROUP_AFTER_NAME.sub("; ", line))
    runs: list[Run] = []
    styles: frozenset[Markup] = frozenset()
    address = ""
    for part in re.split(f"({_SET})", _RESERVED.sub(lambda sign: sign[0] if sign[0] in _KEPT else "", line)):
        if part in _STYLES_OF:
            styles = _STYLES_OF[part]
        elif part in {_FOREIGN, _NATIVE}:
            address = IN_LANGUAGE + language if part == _FOREIGN else ""
        elif part:
            runs += (replace(run, address=address) for run in _runs(part, styles))
    return Text(spans=tuple(runs))


def _end_field(quotes: Quotes, end: re.Match[str]) -> str:
    """Leave out a full stop after another stop, and put one inside quotation marks if the locale does."""
    closing, following = end["quotes"] or "", end["next"]
    if end["stop"] and following == ".":
        following = ""
    if closing and quotes.take_stops:
        closing, following = following + closing, ""
    return end["stop"] + end["signs"] + closing + following


def _runs(words: str, styles: frozenset[Markup]) -> Iterator[Run]:
    """Make runs of words; raised letters, as in 2ᵉ, become superscript, because few fonts have them."""
    others = cast("frozenset[TypeStyle]", styles - {"bold"})
    for part in _RAISED.split(words):
        plain = unicodedata.normalize("NFKC", part) if _RAISED.fullmatch(part) else part
        raised: frozenset[TypeStyle] = frozenset() if plain == part else frozenset({"superscript"})
        if part:
            yield Run(text=plain, strong="bold" in styles, styles=others | raised)
