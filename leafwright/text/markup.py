"""Read markup with markdown-it: bold, links, words in another language and citations."""

import re
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final, cast

from markdown_it import MarkdownIt

from leafwright.text.faults import fault
from leafwright.text.spans import IN_LANGUAGE, Blank, BlankSize, Citation, Run, Span

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

CITED: Final = r"\w(?:[\w:.#$%&+?~/-]*[\w/+-])?"
"""The key of a reference, as Pandoc has them; no stop or question mark ends it."""
CITATION: Final = re.compile(rf"\[(@{CITED}(?:\s*;\s*@{CITED})*)\]")
BLANK: Final = re.compile(r"\[\[(?:(short|long): *)?([^\[\]@]*[^\[\]@ ]) *\]\]")
_ADDRESS: Final = re.compile(
    rf"(?:https?://|mailto:|tel:)|{IN_LANGUAGE}[a-z]{{2,3}}(?:-[A-Za-z0-9]{{2,8}})*$"
)


def read_markup(words: str) -> tuple[Span, ...]:
    """Read words that may have markup."""
    (inline,) = _parser().parseInline(words)
    return tuple(_spans(inline.children or []))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    for name, pattern in (("citation", CITATION), ("blank", BLANK)):
        parser.inline.ruler.before("link", name, partial(_read_sign, name, pattern))
    parser.validateLink = lambda url: bool(_ADDRESS.match(url))  # type: ignore[method-assign]  # documented
    return parser


def _read_sign(name: str, pattern: re.Pattern[str], state: "StateInline", silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    """Read a citation or a blank; its token has the size and the words of a blank, or all keys."""
    match = pattern.match(state.src, state.pos)
    if match and not silent:
        *size, words = match.groups()
        token = state.push(name, "", 0)
        token.info, token.content = "".join(filter(None, size)) or "normal", words.strip()
    state.pos = match.end() if match else state.pos
    return match is not None


def _spans(tokens: "list[Token]") -> list[Span]:
    spans: list[Span] = []
    strong, address = False, ""
    for token in tokens:
        match token.type:
            case "text":
                spans = _with_words(spans, Run(text=token.content, strong=strong, address=address))
            case "citation":
                keys = tuple(part.strip().removeprefix("@") for part in token.content.split(";"))
                spans.append(Citation(keys=keys))
            case "blank":
                spans.append(Blank(name=token.content, size=cast("BlankSize", token.info)))
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "link_open":
                address = str(token.attrs["href"])
            case "link_close":
                address = ""
            case _:
                hint = "use **two stars** for words that must stand out"
                raise fault(
                    "italics", "single stars or underscores make italics, which are hard to read", hint
                )
    return spans


def _with_words(spans: list[Span], words: Run) -> list[Span]:
    """Join words to the ones before them if both have the same style."""
    if not words.text:
        return spans
    last = spans[-1] if spans else None
    if isinstance(last, Run) and (last.strong, last.address) == (words.strong, words.address):
        return [*spans[:-1], replace(last, text=last.text + words.text)]
    return [*spans, words]
