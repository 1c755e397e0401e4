"""Group the entries of a manifest into shelves of cards, and make the filters."""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from leafwright.bidi import isolate
from leafwright.catalogue.index import PAGE, TEXT, find_product
from leafwright.catalogue.record import Card, Filter, FilterChoice, Shelf
from leafwright.catalogue.search_words import codes_of, names_of, words_of
from leafwright.catalogue.text_index import TextIndex
from leafwright.flavours import FORM
from leafwright.manifest import Entry, Reason, Withheld
from leafwright.model.catalogue import CardWords
from leafwright.model.words import Words
from leafwright.phrasing.phrases import fill, say_count, say_day, say_number
from leafwright.sheet import SheetKey
from leafwright.text import Text

KILO: Final = 1000
FIELDS: Final = ("clinic", "topic", "variant", "edition", "language")
DEPARTMENT: Final = "department"
PAPER: Final = "paper"
ADDRESSES: Final = ("address", "print_file", "form", "page", "plain", "thumbnail")
"""What a card says by where a file is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardContext:
    """How cards are shown: the words of the page, and the folder from which its addresses start.

    `languages` are those of each clinic in its own order, `departments` the names of those that see patients
    for a clinic's topic, `texts` the words of the texts, `products` the files for screens that there are.
    Sheets `on_several` papers name theirs. `forms` are filled in on a screen, by key without edition. `made`
    are the cards of a page of all clinics in the same words.
    """

    words: Words
    folder: str = ""
    languages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    departments: Mapping[tuple[str, str], str] = field(default_factory=dict)
    texts: TextIndex = field(default_factory=TextIndex)
    products: frozenset[str] = frozenset()
    on_several: frozenset[SheetKey] = frozenset()
    forms: Mapping[SheetKey, Entry] = field(default_factory=dict)
    made: Mapping[SheetKey, Card] = field(default_factory=dict)

    @property
    def card_words(self) -> CardWords:
        """The words about a sheet."""
        return self.words.phrases.catalogue.card

    def call(self, field: str, entry: Entry | Withheld) -> str:
        """Return the name of a choice in the words of the page, otherwise the sheet's own name for it."""
        if field == PAPER:
            return entry.paper
        if field == DEPARTMENT:
            return self.department_of(entry)
        names: dict[str, Mapping[str, Text]] = {
            "variant": self.words.phrases.variants,
            "edition": self.words.phrases.editions,
        }
        known = names.get(field, {}).get(getattr(entry, field))
        return known.plain if known else str(getattr(entry.names, field))

    def department_of(self, entry: Entry | Withheld) -> str:
        """Name the department of a sheet in the language of the page; empty for one of the whole clinic."""
        return self.departments.get((entry.clinic, entry.topic), entry.names.department)

    def call_edition(self, entry: Entry | Withheld) -> str:
        """Return the name of an edition, with the paper if the same sheet is also on another one."""
        several = replace(entry.key, other_paper="") in self.on_several
        return self.call("edition", entry) + (f", {entry.paper}" if several else "")

    def rank(self, entry: Entry | Withheld) -> tuple[object, ...]:
        """Return the place of a sheet in its topic, by the languages of its clinic, then by the words."""
        phrases = self.words.phrases
        variant, edition = (
            [*names].index(name) if name in names else len(names)
            for names, name in (
                (phrases.variants, entry.variant),
                (phrases.editions, entry.edition),
            )
        )
        languages = self.languages.get(entry.clinic, (self.words.language,))
        language = languages.index(entry.language) if entry.language in languages else len(languages)
        return (entry.clinic, language, variant, edition, entry.key)


def list_shelves(entries: Iterable[Entry | Withheld], context: CardContext) -> tuple[Shelf, ...]:
    """Group sheets into a shelf for each topic, sorted by title."""
    topics: dict[str, list[Entry | Withheld]] = {}
    for entry in entries:
        topics.setdefault(entry.topic, []).append(entry)
    shelves = (_shelf(group, context) for group in topics.values())
    return tuple(sorted(shelves, key=lambda shelf: (_sorted_by(shelf.title), shelf.topic)))


def list_filters(entries: Iterable[Entry | Withheld], context: CardContext) -> tuple[Filter, ...]:
    """List what sheets differ in; what all of them share is not a filter."""
    known = sorted(entries, key=context.rank)
    return tuple(
        made
        for field in (*FIELDS, DEPARTMENT, PAPER)
        if len((made := _filter(field, known, context)).choices) > 1
    )


def _filter(field: str, entries: Iterable[Entry | Withheld], context: CardContext) -> Filter:
    """Collect the choices of a field: variants and editions in their own order, others by name."""
    labels: dict[str, str] = {}
    for entry in entries:
        value = context.department_of(entry) if field == DEPARTMENT else getattr(entry, field)
        if not value:
            continue
        if value not in labels or entry.language == context.words.language:
            labels[value] = context.call(field, entry)
    choices = [FilterChoice(value=value, label=label) for value, label in labels.items()]
    if field not in {"variant", "edition"}:
        choices.sort(key=lambda choice: (_sorted_by(choice.label), choice.value))
    label = getattr(context.words.phrases.catalogue.filters, field)
    return Filter(name=field, label=label.plain, choices=tuple(choices))


def _shelf(entries: list[Entry | Withheld], context: CardContext) -> Shelf:
    """Put the sheets of a topic on a shelf, under its title in the page's language if there is one."""
    entries = sorted(entries, key=context.rank)
    own = next((entry for entry in entries if entry.language == context.words.language), entries[0])
    again = frozenset(replace(entry.key, other_paper="") for entry in entries if entry.key.other_paper)
    forms = {
        replace(entry.key, edition=""): entry
        for entry in entries
        if isinstance(entry, Entry) and entry.conformance == FORM.conformance
    }
    context = replace(context, on_several=again, forms=forms)
    return Shelf(
        topic=own.key.topic,
        title=own.names.topic,
        language=own.key.language,
        source_title="" if own.language == context.words.language else own.source_title,
        cards=tuple(
            _card(entry, context) if isinstance(entry, Entry) else _empty_card(entry, context)
            for entry in entries
        ),
    )


def _card(entry: Entry, context: CardContext) -> Card:
    if made := context.made.get(entry.key):
        return _moved(made, entry, context)
    key, code, words = entry.key, entry.key.code_of(entry.reference), context.card_words
    marks = context.words.phrases.catalogue.marks
    due = date.fromisoformat(entry.review_due)
    form = context.forms.get(replace(key, edition=""), entry)
    return replace(
        _listed(entry, context),
        form="" if form is entry else form.key.path.removeprefix(context.folder),
        form_name=context.call("edition", form),
        summary=entry.summary,
        address=key.path.removeprefix(context.folder),
        print_file=key.print_file.removeprefix(context.folder) if entry.print_file else "",
        print_note=_note(entry, context),
        page=find_product(PAGE, entry, context.products).removeprefix(context.folder),
        plain=find_product(TEXT, entry, context.products).removeprefix(context.folder),
        message=entry.message,
        thumbnail=key.thumbnail.removeprefix(context.folder),
        mark={"example": marks.example.plain, "draft": marks.draft.plain}.get(entry.status, ""),
        older=marks.older.plain if entry.refused else "",
        facts=" · ".join(isolate(part, context.words.direction) for part in _facts(entry, context)),
        version=fill(words.version, context.words, reference=code, version=entry.version).plain,
        review=fill(words.review_due, context.words, day=say_day(due, context.words)).plain,
        due=entry.review_due,
        code=entry.code.replace("\u00a0", " "),
        text=context.texts.number_of(entry),
    )


def _moved(made: Card, entry: Entry, context: CardContext) -> Card:
    """Return a card of the page of all clinics as it is on that of its own clinic."""
    addresses = {name: getattr(made, name).removeprefix(context.folder) for name in ADDRESSES}
    return replace(made, **addresses, clinic="", text=context.texts.number_of(entry))


def _listed(entry: Entry | Withheld, context: CardContext) -> Card:
    """Make a card with what is known of every sheet: its choices, its titles, and what finds it."""
    called = [context.call(name, entry) for name in (*FIELDS, DEPARTMENT)]
    return Card(
        id=entry.key.path.removesuffix(".pdf"),
        key=entry.key,
        clinic="" if context.folder else entry.names.clinic,
        department=context.department_of(entry),
        title=entry.title,
        source_title=entry.source_title,
        kind=context.call("variant", entry),
        edition=context.call_edition(entry),
        language=entry.names.language,
        paper=entry.paper,
        codes=codes_of(entry),
        names=names_of(entry),
        found_by=words_of(entry, called, context.words),
    )


def _facts(entry: Entry, context: CardContext) -> tuple[str, ...]:
    """Say how many pages there are, on which paper, and how large the file is."""
    pages = say_count(entry.pages, context.card_words.pages, context.words).plain
    return pages, entry.paper, say_size(entry.size, context)


def _note(entry: Entry, context: CardContext) -> str:
    """Say how the second file of a booklet is printed, and what it lacks, or what becomes of typed words."""
    if entry.print_file is None:
        return context.card_words.fill_in.plain if entry.conformance == FORM.conformance else ""
    return fill(context.card_words.print_file, context.words, paper=entry.print_file.paper).plain


def _empty_card(withheld: Withheld, context: CardContext) -> Card:
    """Make the card of a sheet that is withheld, which says why."""
    mark, why = _why(withheld.reason, context)
    return replace(_listed(withheld, context), summary=why.plain, mark=mark.plain)


def _why(reason: Reason, context: CardContext) -> tuple[Text, Text]:
    """Return the mark of a withheld sheet, and the text in its place."""
    words = context.words.phrases.catalogue
    match reason:
        case Reason.OUTDATED:
            return words.marks.outdated, words.withheld.outdated
        case Reason.UNFINISHED:
            return words.marks.unfinished, words.withheld.unfinished
        case Reason.UNREADABLE:
            return words.marks.unreadable, words.withheld.unreadable


def say_size(size: int, context: CardContext) -> str:
    """Say how large a file is, in thousands of bytes as file managers do, rounded up to at least one."""
    kilobytes = -(-size // KILO)
    if kilobytes < KILO:
        return fill(context.card_words.kilobytes, context.words, n=say_number(kilobytes, context.words)).plain
    return fill(
        context.card_words.megabytes, context.words, n=say_number(-(-kilobytes // KILO), context.words)
    ).plain


def _sorted_by(title: str) -> str:
    """Return the key to sort as a reader would, without accents and capitals."""
    plain = unicodedata.normalize("NFKD", title)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
