"""Write plain values as authors write YAML: in blocks, long texts folded, quotes only where needed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from leafwright.source.signs import UNSEEN

Tree: TypeAlias = "str | bool | Mapping[str, Tree] | Sequence[Tree] | None"
"""A value that can be written; None leaves the value of a key empty."""

WIDTH: Final = 100
"""The columns a line fills before a text is folded."""
STEP: Final = 2
_PLAIN: Final = re.compile(r"[^\W_]|[^\W_](?:[^\n#:]|(?<! )#|:(?! ))*(?:[^\s:#]|(?<! )#)")
"""Words that need no quotes anywhere in YAML."""
_TYPED: Final = re.compile(r"(?i:null|true|false|yes|no|on|off|y|n)|[\d.]+")
"""Words that other YAML readers convert to another type."""
_NO_TEXT: Final = re.compile(
    r"[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that YAML must escape, or that end a line."""
_ESCAPED: Final = re.compile(rf'[\\"]|{_NO_TEXT.pattern}')
_NAMED: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def write_lines(tree: Mapping[str, Tree], margin: int = 0) -> Iterator[str]:
    """Write a mapping line by line, `margin` columns from the edge."""
    for key, value in tree.items():
        yield from _entry(f"{' ' * margin}{_short(key)}:", value, margin)


def _entry(head: str, value: Tree, margin: int) -> Iterator[str]:
    """Write a value after its key or the dash of its item."""
    match value:
        case None:
            yield head
        case bool():
            yield f"{head} {'true' if value else 'false'}"
        case str():
            yield from _scalar(head, value, margin)
        case Mapping() if value:
            yield head
            yield from write_lines(value, margin + STEP)
        case Sequence() if value:
            yield head
            for item in value:
                yield from _item(item, margin + STEP)
        case _:
            yield f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"


def _item(value: Tree, margin: int) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        first, *others = write_lines(value, margin + STEP)
        yield f"{' ' * margin}- {first.lstrip()}"
        yield from others
    else:
        yield from _entry(f"{' ' * margin}-", value, margin)


def _scalar(head: str, words: str, margin: int) -> Iterator[str]:
    line = f"{head} {_short(words)}"
    if len(line) <= WIDTH or not _can_fold(words):
        yield line
        return
    yield f"{head} >-"
    yield from _folded(words, " " * (margin + STEP))


def _short(words: str) -> str:
    """Write words in one line, in quotes where YAML would misread them."""
    escaped = _NO_TEXT.search(words)
    plain = not (escaped or UNSEEN.search(words) or _TYPED.fullmatch(words))
    if plain and _PLAIN.fullmatch(words):
        return words
    if not escaped and '"' in words and "'" not in words:
        return f"'{words}'"
    return '"' + _ESCAPED.sub(lambda sign: _NAMED.get(sign.group(), _escape(sign.group())), words) + '"'


def _escape(sign: str) -> str:
    return f"\\U{ord(sign):08x}" if ord(sign) > 0xFFFF else f"\\u{ord(sign):04x}"  # noqa: PLR2004  # four digits


def _can_fold(words: str) -> bool:
    """Return whether words are read unchanged if their single spaces become line ends."""
    return not _NO_TEXT.search(words) and words == words.strip(" ") and "  " not in words


def _folded(words: str, margin: str) -> Iterator[str]:
    line = ""
    for word in words.split(" "):
        if line and len(margin) + len(line) + 1 + len(word) > WIDTH:
            yield margin + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield margin + line
