"""Take out what only paper needs, such as knobs of layout, and turn lines to write on into fields."""

import re
from typing import Final

from leafwright.web.allowed import CLASSES

_KNOBS: Final = re.compile(r'\s(?:style|data-running)="[^"]*"')
_COLUMNS: Final = re.compile(r"<colgroup>.*?</colgroup>|<col>", re.DOTALL)
_SPACE: Final = re.compile(r'<span class="space"> </span>')
_INDENT: Final = re.compile(r"\s*\n\s*")

_DATA: Final = r' data-field="([a-z-]+)" data-label="([^"]*)" data-at="[a-z]+"'
_ANY_DATA: Final = re.compile(_DATA)
_LINES: Final = re.compile(
    rf'<svg class="([a-z_-]+)[^"]*"(?:{_DATA})? (?:viewBox="0 0 1 1"|height="[^"]*") role="img">'
    r"<title>([^<]*)</title></svg>\s*"
    r'(?:<svg class="\1[^"]*"[^>]* aria-hidden="true"><title>\4</title></svg>\s*)*'
)
"""Places to write on of one kind and name, which paper draws one below the other."""
_CELL: Final = re.compile(
    rf'(<td class="[^"]*"){_DATA}([^>]*>)((?:<span class="cell-head">.*?</span>)?)(?=</td>)'
)
_AFTER: Final = re.compile(rf'(<p class="appointment__line"){_DATA}>(.*?)</p>')
_BEFORE: Final = re.compile(rf'(<(?:li|div) class="checklist__item"){_DATA}>')
_TICKED: Final = "tick__box"
_BOX: Final = "field__box"
_ARTICLE: Final = re.compile("<article.*</article>", re.DOTALL)
_CLASS: Final = re.compile(r'\sclass="([^"]*)"')
_LINE_HEAD: Final = "<svg "


def tidy(html: str) -> str:
    """Return a page for a screen."""
    html = _COLUMNS.sub("", _KNOBS.sub("", html))
    html = _CELL.sub(lambda cell: f"{cell[1]}{cell[4]}{cell[5]}{_named(cell[2], cell[3])}", html)
    html = _AFTER.sub(lambda line: f"{line[1]}>{line[4]} {_named(line[2], line[3])}</p>", html)
    html = _BEFORE.sub(lambda item: f"{item[1]}>{_named(item[2], item[3])} ", html)
    html = _SPACE.sub(" ", _ANY_DATA.sub("", _LINES.sub(_field, html)))
    return _INDENT.sub("\n", html).replace("<style>\n", "<style>").strip() + "\n"


def _named(kind: str, name: str) -> str:
    """Write a field that is named beside it, or at the head of its column."""
    if kind == "tick":
        return f'<input class="{_TICKED}" type="checkbox" aria-label="{name}">'
    return f'<input class="blank" type="text" autocomplete="off" aria-label="{name}">'


def _field(found: re.Match[str]) -> str:
    """Write a field with its name; a screen reader says by itself that it is to fill in."""
    kind, name, lines = found[1], found[3] or found[4], found[0].count(_LINE_HEAD)
    if kind == _TICKED:
        return f'<input class="{kind}" type="checkbox" aria-label="{name}">'
    if kind == _BOX or lines > 1:
        return f'<textarea class="{kind}" rows="{max(lines, 3)}" aria-label="{name}"></textarea>'
    return f'<input class="{kind}" type="text" autocomplete="off" aria-label="{name}">'


def cut_fragment(html: str) -> str:
    """Return the article alone, with the classes that a content system may style.

    That has a head, styles and navigation of its own.
    """
    found = _ARTICLE.search(html)
    return _CLASS.sub(_kept, found[0]) + "\n" if found else html


def _kept(found: re.Match[str]) -> str:
    kept = [name for name in found[1].split() if name in CLASSES]
    return f' class="{" ".join(kept)}"' if kept else ""
