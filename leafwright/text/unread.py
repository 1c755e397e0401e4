"""Refuse markup that is not supported and would be printed literally, and say what to write instead."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from leafwright.problems import Place
from leafwright.source import Scalar
from leafwright.text.addresses import how_to_link
from leafwright.text.faults import fault
from leafwright.text.spans import Run, Span

_LIST: Final = "write each entry in a line of its own in the `items:` of a list, steps or a checklist"
_ENTRY: Final = re.compile(r"[ \t]*([-*+]|\d{1,2}[.)])[ \t]+\S")
_LINES: Final = (
    (re.compile(r"[ \t]*(?:[-*][ \t]+)?\[[ xX]\][ \t]"), "a box to tick", "write `kind: checklist`"),
    (re.compile(r"[ \t]*[-*][ \t]+\S"), "an entry of a list", _LIST),
    (
        re.compile(r"[ \t]*(?:#{2,6}[ \t]+\S|#[ \t]+[^\W\d_])"),
        "a heading",
        "write `kind: heading`, or the heading of a section",
    ),
    (
        re.compile(r"[ \t]*\|.*\|[ \t]*$|[ \t|:]*-{3,}[ \t:]*\|"),
        "a row of a table",
        "write `kind: table`, or a list",
    ),
    (re.compile(r"[ \t]*(?:[=*-][ \t]*){3,}$"), "a line drawn by signs", "take it out"),
    (re.compile(r"[ \t]*(?:```|~~~)"), "a fence of code", "take it out"),
    (re.compile(r"[ \t]*>[ \t]+[^\W\d_]"), "a quotation", "put quotation marks around it"),
)
"""Markdown at the beginning of a line: its pattern, what it is, and what to write instead."""
_GLUED: Final = re.compile(r"[ \t]*[-–](?=[^\W\d_])")
"""A hyphen that would begin an entry if a space followed; `-5 °C` and `-ectomy` do not."""
_BEGIN: Final = re.compile(r"[ \t]*['\"]?[ \t]*[-–*+#|=`~>:\[\d]")
_BEGINS: Final = re.compile(rf"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]{_BEGIN.pattern}")
"""What every such line begins with; most texts have none, and are not taken apart."""
_ANYWHERE: Final = (
    (
        re.compile(r"!\[[^\[\]]{0,300}\]\("),
        "a picture",
        "write a block of its own: `kind: picture`, with `file:` and `alt:`",
    ),
    (re.compile(r"^\s*[•◦▪‣]|[•◦▪‣](?=\s)"), "an entry of a list", _LIST),
    (re.compile(r"\[\^\w"), "a footnote", "write the note into the text, or cite a source as [@key]"),
    (re.compile(r"~~|==(?=\w)"), "a mark", "take it out; **two stars** make words bold"),
    (
        re.compile(r"`"),
        "a backtick",
        "take it out; use quotation marks, or **two stars** for words that must stand out",
    ),
)
_NO_LINK: Final = re.compile(r"\[[^\[\]]+\]\(([^()]+)\)")
"""Text that looks like a link but was not read as one."""
_NO_CITATION: Final = re.compile(
    r"\[(?:[^\[\]@]{0,80}[\s;,-])?@\w[^\[\]]*\]|\(@\w[^()]*\)"
    r"|(?<![\w@./+[;-])(?<!; )@[a-z][a-z:_-]{1,60}(?:19|20)\d\d[a-z]?\b"
)
"""Text that looks like a citation but was not read as one."""
_LEFTOVER: Final = re.compile(
    r"\*\*|\[\[|\]\]|\[@|\]\(|(?:^|(?<=[\s(“\"]))_(?=[^\W_])|(?<=[^\W_])_(?=$|[\s).,;:!?”\"])"
)
_CLOSE: Final = "close every **bold**, [link](https://...) and [@citation]"
_PAIRS: Final = {
    "“": "”",
    "”": "”“",
    "„": "”“",
    "‘": "’",
    "\u201a": "’‘",
    "«": "»",
    "»": "«",
    "\u2039": "\u203a",
}
"""Opening quotation marks, each with the marks that close it in some language."""
_MARKS: Final = re.compile("[\"'’" + "".join(_PAIRS) + "]")
_DOUBLES: Final = re.compile(r"[“”„]")
_TWO_STOPS: Final = re.compile(r"\w{3}\.[”“\"’»]\.(?!\.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a text, and its place in the file or its offset in the text."""

    text: str
    at: int | Place


def refuse_lines(written: str) -> None:
    """Refuse lists, headings and tables in Markdown; raises PydanticCustomError."""
    raw = written.written.raw if isinstance(written, Scalar) else ""
    if not _may_begin(written) and (raw == written or not _may_begin(raw)):
        return
    for lines in _lines_of(written):
        entries = [line for line in lines if _ENTRY.match(line.text)]
        if len(entries) > 1:
            raise _markdown("an entry of a list", entries[0].text, _LIST, entries[0].at)
        for index, line in enumerate(lines):
            for pattern, called, hint in _LINES:
                if pattern.match(line.text) and (index == 0 or not _ENTRY.match(line.text)):
                    raise _markdown(called, line.text, hint, line.at)
            if (glued := _GLUED.match(line.text)) and (index or line.text[glued.end()].isupper()):
                message = f"there is no space after the hyphen of '{_start_of(line.text)}'"
                raise fault(
                    "markdown-in-text", message, f"write `- `, and {_LIST.removeprefix('write ')}", line.at
                )


def _may_begin(words: str) -> bool:
    return bool(_BEGIN.match(words) or _BEGINS.search(words))


def refuse_unread(written: str, spans: Iterable[Span]) -> None:
    """Refuse markup that is left in the words; raises PydanticCustomError."""
    for pattern, called, hint in _ANYWHERE:
        if match := pattern.search(written):
            raise _markdown(called, written[match.start() :][:100], hint, match.start())
    for span in spans:
        if isinstance(span, Run):
            _refuse_leftover(span.text, written)


def refuse_quotes(value: str) -> None:
    """Refuse quotation marks that were meant for YAML, or are not paired; raises PydanticCustomError."""
    if not _MARKS.search(value):
        return
    plain = isinstance(value, Scalar) and not value.written.style and not value.before
    first, last = value.lstrip()[:1], value.rstrip()[-1:]
    if plain and last in _PAIRS.get(first, "") and last and _is_one_pair(value.strip()):
        message = f"the text is between {first} and {last}, which would be printed"
        hint = f"take them out; or, if somebody says this, put straight ones around them: '{first}...{last}'"
        raise fault("stray-quotes", message, hint)
    curled = _DOUBLES.findall(value)
    if len(curled) == 1 and value.count('"') == 1:
        at = min(value.index(curled[0]), value.index('"'))
        hint = "type both alike: straight ones are printed as the language sets them"
        raise fault("stray-quotes", f'{curled[0]} and " do not pair', hint, at)
    if match := _TWO_STOPS.search(value):
        message = f"'{match.group()[3:]}' ends a sentence twice"
        raise fault("stray-quotes", message, "keep one full stop", match.start() + 3)


def _is_one_pair(value: str) -> bool:
    """Return whether a text has no other marks inside, except apostrophes."""
    marks = {value[0], value[-1]} - {"’"}
    return not marks & set(value[1:-1])


def _lines_of(written: str) -> Iterator[list[_Line]]:
    """Go through the lines of a text as they are written in the file, and as escapes break them."""
    offset, lines = 0, []
    if not isinstance(written, Scalar) or written.written.style == '"':
        for text in written.split("\n"):
            lines.append(_Line(text=text, at=offset))
            offset += len(text) + 1
        yield lines
    if isinstance(written, Scalar) and not written.before:
        yield list(_raw_lines(written))


def _raw_lines(scalar: Scalar) -> Iterator[_Line]:
    source = scalar.written
    raw = source.raw[:-1] if source.style in {"'", '"'} else source.raw
    for number, text in enumerate(raw.splitlines()):
        if number == 0 and source.style in {"|", ">"}:
            continue
        quote = int(number == 0 and bool(source.style))
        first = source.place.column - 1 if number == 0 else 0
        words = text[quote:]
        column = first + quote + len(words) - len(words.lstrip()) + 1
        yield _Line(text=words, at=replace(source.place, line=source.place.line + number, column=column))


def _refuse_leftover(words: str, written: str) -> None:
    if link := _NO_LINK.search(words):
        message, offset = f"'{link[1]}' is no link address", max(written.find(link[1]), 0)
        raise fault("bad-link", message, how_to_link(link[1]), offset)
    if cited := _NO_CITATION.search(words):
        message, offset = f"'{_start_of(cited[0])}' is no citation", max(written.find(cited[0]), 0)
        hint = "write [@key], and several as [@one; @two]; words about the source go into the text"
        raise fault("bad-citation", message, hint, offset)
    left = _LEFTOVER.search(words)
    if left and (left.group() != "_" or "\\_" not in written):
        is_blank = left.group() in {"[[", "]]"}
        hint = "write a space to write in as [[name]]" if is_blank else _CLOSE
        offset = max(written.rfind(left.group()), 0)
        raise fault("unclosed-markup", f"'{left.group()}' is opened but not closed", hint, offset)


def _markdown(called: str, words: str, hint: str, at: int | Place) -> Exception:
    message = f"'{_start_of(words)}' is {called} in Markdown, which is not read here"
    return fault("markdown-in-text", message, hint, at)


def _start_of(words: str) -> str:
    """Return the first characters of a text."""
    most = 20
    plain = " ".join(words.split())
    return plain if len(plain) <= most else f"{plain[:most].rstrip()}…"
