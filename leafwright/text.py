"""Running text: plain words, **strong words**, [links](https://…) and citations [@key].

Parsed once, at the door, into flat spans. HTML never passes: a tag is a fault, any other sign is text.
"""

import re
from dataclasses import dataclass, field, replace
from functools import cache
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING, Any, Final

from markdown_it import MarkdownIt
from pydantic_core import PydanticCustomError, core_schema

from leafwright.problems import Place
from leafwright.source import Scalar

if TYPE_CHECKING:
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

CITATION: Final = re.compile(r"\[(@[\w:.-]+(?:\s*;\s*@[\w:.-]+)*)\]")
_SCHEMES: Final = ("https://", "http://", "mailto:", "tel:")
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|<!--")
# No-break spaces are left alone: they keep numbers whole.
_SPACE: Final = re.compile(r"[ \t\r\n]+")
_SPACES: Final = re.compile(r"  +")
_BEFORE_STOP: Final = re.compile(r" +([.,;:!?])")
_SIGN: Final = re.compile(r"[*_\[\\`\0]")
"""What all markup has, and what the parser changes; most texts have none of it, and need no parser."""
_PLAINLY: Final = {
    "br": "leave an empty line between paragraphs",
    "p": "leave an empty line between paragraphs",
}
_ENTITY: Final = re.compile(r"&(#\d+;|#[xX][0-9a-fA-F]+;|[a-zA-Z][a-zA-Z0-9]*;)")
_NO_LINK: Final = re.compile(r"\[[^\[\]]+\]\(([^()]+)\)")
"""What looks like a link and was not taken for one."""
_NO_CITATION: Final = re.compile(r"[(\[]@[\w:.-]+[^()\[\]]*[)\]]")
"""What looks like a citation and was not taken for one."""
_LEFTOVER: Final = re.compile(r"\*\*|\[@|\]\(|`")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words in one dress."""

    text: str
    strong: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A pointer to references; `numbers` are settled by the sheet that prints it.

    So that no marker begins a line, the sheet also gives it the `word` before it and the stop `after` it.
    """

    keys: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    word: Run | None = None
    after: str = ""

    @property
    def text(self) -> str:
        """The words that went with the marker."""
        return (self.word.text if self.word else "") + self.after


Span = Run | Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One paragraph, item or phrase of running text."""

    spans: tuple[Span, ...]
    source: Scalar | None = field(default=None, compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The words alone, without citations, as they are read aloud."""
        joined = "".join(span.text for span in self.spans)
        return _BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", joined)).strip()

    @property
    def place(self) -> Place | None:
        """Where the text begins in its file; None for a phrase the project made."""
        return self.source.place if self.source is not None else None

    @property
    def keys(self) -> tuple[str, ...]:
        """The citation keys in reading order."""
        return tuple(key for span in self.spans if isinstance(span, Citation) for key in span.keys)

    def __str__(self) -> str:
        """Return the plain words."""
        return self.plain

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: Any, _handler: "GetCoreSchemaHandler"
    ) -> core_schema.CoreSchema:
        """Let a model field of this type be written as a YAML string."""
        return core_schema.no_info_plain_validator_function(_validate)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: core_schema.CoreSchema, _handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """Describe the field to editors."""
        return {"type": "string", "minLength": 1}


def parse_text(written: str) -> Text:
    """Parse one run of text.

    Raises PydanticCustomError for a tag, for markup that does not close and for a link of an unknown kind.
    """
    if tag := _TAG.search(written):
        hint = _PLAINLY.get(
            tag.group().strip("</ >").lower(), "write plain words; **two stars** make them bold"
        )
        raise _fault("html-in-text", f"'{tag.group()}' is HTML, which is never printed", hint, tag.start())
    for entity in _ENTITY.finditer(written):
        if entity[1] in html5 or entity[1].startswith("#"):
            message = f"'{entity[0]}' is HTML, which is never printed"
            raise _fault("html-in-text", message, _instead(entity[0]), entity.start())
    words = _SPACE.sub(" ", written).strip(" ")
    spans = _marked(words) if _SIGN.search(words) else (Run(text=words),)
    text = Text(spans=spans, source=written if isinstance(written, Scalar) else None)
    for span in text.spans:
        if isinstance(span, Run) and (link := _NO_LINK.search(span.text)):
            message, offset = f"'{link[1]}' is no address of a link", max(written.find(link[1]), 0)
            raise _fault("bad-link", message, _how_to_link(link[1]), offset)
        if isinstance(span, Run) and (cited := _NO_CITATION.search(span.text)):
            message, offset = f"'{cited[0]}' is no citation", max(written.find(cited[0]), 0)
            raise _fault("bad-citation", message, "write [@key], and several as [@one; @two]", offset)
        if isinstance(span, Run) and (left := _LEFTOVER.search(span.text)):
            hint = "close every **bold**, [link](https://...) and [@citation]"
            offset = max(written.rfind(left.group()), 0)
            raise _fault("unclosed-markup", f"'{left.group()}' is opened but not closed", hint, offset)
    return text


def _instead(entity: str) -> str:
    """Say what to type in place of an entity."""
    sign = unescape(entity)
    if sign.isspace() or not sign.isprintable():
        return "type a plain space: numbers and their units are kept in one line anyway"
    return f"type the sign itself: {sign}"


def _how_to_link(address: str) -> str:
    """Say how the address of a link is written."""
    if "@" in address:
        return f"write mailto:{address}"
    if "://" in address or any(sign.isspace() for sign in address):
        return "write https:// and the address, without spaces"
    return f"write https://{address}"


def phrase(words: str) -> Text:
    """Make a text of words that carry no markup."""
    return Text(spans=(Run(text=words),))


def _fault(code: str, message: str, hint: str, offset: int = 0) -> PydanticCustomError:
    # The two texts are values of the template, so that a brace in the author's words stays a brace.
    values = {"message": message, "hint": hint, "offset": offset}
    return PydanticCustomError(code, "{message}", values)


def _validate(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str):
        raise _fault("wrong-type", "text is expected here", "write words, in quotes if they hold ': '")
    if not value.strip():
        raise _fault("empty", "nothing is written here", "write the text or take the line out")
    return parse_text(value)


def _marked(words: str) -> tuple[Span, ...]:
    """Read words that may carry markup."""
    (inline,) = _parser().parseInline(words)
    return tuple(_spans(inline.children or []))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    parser.inline.ruler.before("link", "citation", _citation_rule)
    parser.validateLink = lambda url: url.startswith(_SCHEMES)  # type: ignore[method-assign]  # documented
    return parser


def _citation_rule(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001  # markdown-it's signature
    found = CITATION.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.content = found.group(1)
    state.pos = found.end()
    return True


def _spans(tokens: "list[Token]") -> list[Span]:
    spans: list[Span] = []
    strong, address = False, ""
    for token in tokens:
        match token.type:
            case "text" | "text_special":
                spans = _with_words(spans, Run(text=token.content, strong=strong, address=address))
            case "citation":
                keys = tuple(part.strip().removeprefix("@") for part in token.content.split(";"))
                spans.append(Citation(keys=keys))
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "link_open":
                address = str(token.attrs["href"])
            case "link_close":
                address = ""
            case _:
                hint = "use **two stars** for words that must stand out"
                raise _fault(
                    "italics", "single stars or underscores make italics, which are hard to read", hint
                )
    return spans


def _with_words(spans: list[Span], words: Run) -> list[Span]:
    """Join words to the ones before them when both wear the same dress."""
    if not words.text:
        return spans
    last = spans[-1] if spans else None
    if isinstance(last, Run) and (last.strong, last.address) == (words.strong, words.address):
        return [*spans[:-1], replace(last, text=last.text + words.text)]
    return [*spans, words]
