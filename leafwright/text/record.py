"""One piece of running text, the record that YAML strings are read into."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from pydantic_core import PydanticKnownError, core_schema

from leafwright.problems import Place
from leafwright.source import Scalar, composed
from leafwright.text.faults import fault, refuse_cut
from leafwright.text.html import refuse_html
from leafwright.text.markup import read_markup
from leafwright.text.spans import Blank, Citation, Run, Span
from leafwright.text.unread import refuse_lines, refuse_quotes, refuse_unread

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

_SPACE: Final = re.compile(r"[ \t\r\n]+")
_NO_BREAK: Final = re.compile(r"\s*\u00a0\s*")
"""A no-break space stays, because it keeps numbers together, but other spaces beside it are removed."""
_SPACES: Final = re.compile(r"  +")
_BEFORE_STOP: Final = re.compile(r" +([.,;:!?])(?!\d)")
"""A space that a citation left before a stop; the point of `.5 mg` is not a stop."""
_LEFT: Final = re.compile(r" [ .,;:!?]")
"""What every such space is part of."""
_SIGN: Final = re.compile(r"[*_\[\\`\0]")
"""Characters of all markup, and those that the parser changes; a text without one needs no parser."""
_MARKED: Final = re.compile(r"[<&\[\]•◦▪‣~=`@*_\\\0]")
"""A character of each thing that is markup, or is refused as such; most texts have none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One paragraph, item or phrase of running text."""

    spans: tuple[Span, ...]
    source: Scalar | None = field(default=None, compare=False, repr=False)
    _plain: str | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The words without markup and citations, as they are read aloud; kept, because many ask for them."""
        if self._plain is None:
            object.__setattr__(self, "_plain", _closed_up("".join([span.text for span in self.spans])))
        return self._plain or ""

    @property
    def place(self) -> Place | None:
        """Where the text begins in its file; None for a phrase that is not from a file."""
        return self.source.place if self.source is not None else None

    def find_place(self, sign: str) -> Place | None:
        """Return the place of a character in the file; None if it is not written there."""
        source = self.source
        return source.place_at(source.find(sign)) if source is not None and sign in source else None

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


def _closed_up(words: str) -> str:
    """Remove the spaces that citations left; most texts have none."""
    return (_BEFORE_STOP.sub(r"\1", _SPACES.sub(" ", words)) if _LEFT.search(words) else words).strip()


def phrase(words: str) -> Text:
    """Make a text of words without markup."""
    return Text(spans=(Run(text=words),))


def parse_text(written: str) -> Text:
    """Parse one piece of running text.

    Raises PydanticCustomError for HTML, for markup that is not closed or not supported, and for a link of an
    unknown kind.
    """
    words = _NO_BREAK.sub("\u00a0", _SPACE.sub(" ", composed(written))).strip(" ")
    source = written if isinstance(written, Scalar) else None
    if not (_MARKED.search(written) or _MARKED.search(words)):
        refuse_lines(written)
        return Text(spans=(Run(text=words),), source=source)
    refuse_html(written)
    refuse_lines(written)
    spans = read_markup(words) if _SIGN.search(words) else (Run(text=words),)
    refuse_unread(written, spans)
    if any(isinstance(span, Blank) for span in spans) and not any(span.text.strip() for span in spans):
        raise fault("only-blank", "only a space to write in is here", "say in words what to write there")
    return Text(spans=spans, source=source)


def _validate(value: object) -> Text:
    if isinstance(value, Text):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")  # one of pydantic's own, by its name
    if not value.strip():
        raise fault("empty", "nothing is written here", "write the text or take the line out")
    refuse_cut(value)
    refuse_quotes(value)
    return parse_text(value)
