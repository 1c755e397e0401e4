"""The base of all records: typed, frozen, closed to unknown fields, and aware of its place."""

import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, ClassVar, Final, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic_core import PydanticCustomError

from leafwright.problems import Place
from leafwright.source import Mapping, Scalar, Sequence, composed
from leafwright.text import CITED, Citation, Run, Text, curl, refuse_cut


def kebab(name: str) -> str:
    """Turn a field's name into the key authors write: `review_due` to `review-due`."""
    return name.rstrip("_").replace("_", "-")


class Record(BaseModel):
    """A value read from YAML: keys are kebab-case, unknown ones are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=kebab,
        populate_by_name=True,
        arbitrary_types_allowed=True,
    )
    goes_with: ClassVar[dict[str, tuple[str, ...]]] = {}
    """Keys that are only true of the value of another key, and so are not inherited without it."""
    _place: Place | None = PrivateAttr(default=None)
    _key_places: dict[str, Place] = PrivateAttr(default_factory=dict)
    _item_places: dict[str, tuple[Place, ...]] = PrivateAttr(default_factory=dict)

    @property
    def place(self) -> Place:
        """Where the record begins in its file."""
        return self._place or Place(file="-")

    def place_of(self, field: str) -> Place:
        """Return the place of the key of `field`, or the record's own if the field is not written."""
        return self._key_places.get(kebab(field)) or self.place

    def placed(self, field: str) -> Iterator[tuple[str, Place]]:
        """Go through the names in the list of `field`, or the keys below it, each with its place."""
        names = tuple(map(str, getattr(self, field)))
        places = self._item_places.get(kebab(field), ())
        yield from zip(names, places or (self.place_of(field),) * len(names), strict=True)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_places(cls, value: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        record = handler(value)
        if isinstance(value, Mapping):
            record._place = value.place  # noqa: SLF001  # its own, set once while it is made
            record._key_places = {str(key): value.key_place(key) for key in value}  # noqa: SLF001  # its own, as above
            record._item_places = dict(_listed_in(value))  # noqa: SLF001  # its own, as above
        return record


def _listed_in(written: Mapping) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """Find the places of names in lists and of the keys of mappings; a text knows its own place."""
    for key, value in written.items():
        if isinstance(value, Sequence | Mapping):
            places = tuple(name.place for name in value if isinstance(name, Scalar))
            if places and len(places) == len(value):
                yield str(key), places


def is_blank(value: str) -> bool:
    """Return whether a value is a blank in square brackets that has to be filled in."""
    return bool(re.fullmatch(BLANK, value))


def fault(code: str, message: str, hint: str, *, at: str | Place = "") -> PydanticCustomError:
    """Make an author's fault; `at` is its field or its place, if it is not about the whole record."""
    values = {"message": message, "hint": hint} | (
        {"place": at} if isinstance(at, Place) else {"at": kebab(at)}
    )
    return PydanticCustomError(code, "{message}", values)


def _split_paragraphs(value: Any) -> Any:
    if not isinstance(value, Scalar):
        return value
    parts: list[Scalar] = []
    start = 0
    for paragraph in value.split("\n\n"):
        if paragraph.strip():
            parts.append(value.part(start, start + len(paragraph)))
        start += len(paragraph) + 2
    return parts


def without_blank(value: Any) -> Any:
    """Refuse text without words."""
    if isinstance(value, str) and not value.strip():
        raise fault("empty", "nothing is written here", "write the text or take the line out")
    return value


def uncut(value: Any) -> Any:
    """Refuse words that YAML cut short, and normalise them to the form that fonts have."""
    refuse_cut(value)
    if isinstance(value, Scalar) and (plain := composed(value)) != value:
        return Scalar(plain, value.place, value.written, value.before)
    return value


def refuse_empty(value: Any) -> Any:
    """Refuse a key with nothing behind it, which its author may take for the value itself."""
    if value is None:
        raise fault("empty", "nothing is written here", "write what belongs here, or take the line out")
    return value


T = TypeVar("T")
Given = Annotated[T | None, BeforeValidator(refuse_empty)]
"""A value that may be missing, but not empty."""
Prose = Annotated[
    tuple[Text, ...], BeforeValidator(_split_paragraphs, json_schema_input_type=str), Field(min_length=1)
]
KnownName = Annotated[str, BeforeValidator(without_blank)]
"""Words that no patient reads, such as the name of a file, a font or a reviewer; a comment may follow."""
Name = Annotated[KnownName, BeforeValidator(uncut)]
"""Words that are printed as they are written, without markup."""
KEY = r"^[a-z0-9]+(-[a-z0-9]+)*$"
CITATION_KEY = rf"^{CITED}$"
REFERENCE_CODE = r"^[A-Z0-9][A-Z0-9-]{1,15}$"
VERSION = r"^\d+(\.\d+){0,2}$"
WEB = r"^https://[^\s]+$"
LINK = r"^https?://\S+$"
MAIL = r"^[^@\s<>:,;?]+@[^@\s<>:,;?]+\.[^@\s<>:,;?]+$"
BLANK = r"\[[^\[\]]+\]"
"""The placeholder for a missing fact: words in square brackets that say what to write."""
WEB_OR_BLANK = rf"{WEB}|^{BLANK}$"
MAIL_OR_BLANK = rf"{MAIL}|^{BLANK}$"
DOI = r"^10\.\d{4,9}/\S+$"
PMID = r"^\d{1,8}$"
PMCID = r"^PMC\d{1,9}$"
PART = r"^(opening\.)?[a-z0-9]+(-[a-z0-9]+)*$"
FINGERPRINTS = r"^(?:[a-p]{8}(?: [a-p]{8})*|[0-9a-f]{12})$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"

Key = Annotated[str, Field(pattern=KEY)]
CitationKey = Annotated[str, Field(pattern=CITATION_KEY)]
"""The key of a reference, as programs for references make them: smith2019Knee, pmid:31892311."""


def listed(kind: str) -> Any:
    """Mark a value as the name of something of this kind, for the schemas of editors."""
    return Field(json_schema_extra={"names": kind})


def refuse_same_id(records: Iterable[Any]) -> None:
    """Refuse a record in whose list another one before it has the same id."""
    first: dict[str, Place] = {}
    for record in records:
        place = record.place_of("id")
        if record.id in first:
            hint = f"line {first[record.id].line} has it; choose another"
            raise fault("duplicate-id", f"the id '{record.id}' is taken", hint, at=place)
        first[record.id] = place


def refuse_repeated(value: Any) -> Any:
    """Refuse a list that has a name twice."""
    seen: set[str] = set()
    for name in value if isinstance(value, Sequence) else ():
        if isinstance(name, Scalar) and name in seen:
            raise fault("repeated-name", f"this list has '{name}' twice", "write it once", at=name.place)
        seen.add(str(name))
    return value


UNIQUE: Final = Field(json_schema_extra={"uniqueItems": True})
"""Lets editors mark what `refuse_repeated` refuses."""
Keys = Annotated[tuple[Key, ...], BeforeValidator(refuse_repeated), UNIQUE]
"""Names, each in the list only once."""


def _without_gaps(words: Text) -> Text:
    if gap := re.search(r"\{[^{}]*\}", words.plain):
        hint = "write words: only phrases that come with names in braces may have them"
        raise fault("unknown-gap", f"'{gap[0]}' stands for nothing here", hint)
    return words


Phrase = Annotated[Text, AfterValidator(_without_gaps), AfterValidator(curl)]
"""A phrase that is printed as its language writes it, apostrophes and all; nothing is put into it."""
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


def _without_markup(words: Text) -> Text:
    for span in words.spans:
        if isinstance(span, Citation) or (isinstance(span, Run) and (span.strong or span.address)):
            message = "bold words, links and citations are lost here: the words become parts of sentences"
            raise fault("markup-here", message, "write plain words, and the references below `source:`")
    return words


SentencePart = Annotated[Text, AfterValidator(_without_markup)]
"""Words that are put into phrases, as who a risk is about; a space to write in is refused elsewhere."""


class Silence(Record):
    """A rule that is not applied here, and why; never printed."""

    rule: Annotated[Key, listed("rules")]
    """The code of the rule, as it stands in the message. Example: long-sentence"""
    reason: KnownName
    """Why the finding is right as it is. Example: The consent form quotes this sentence."""
