"""Describe the packs of a page."""

from collections.abc import Iterable

from leafwright.bidi import isolate
from leafwright.catalogue.packs import WrittenPack
from leafwright.catalogue.record import PackCard
from leafwright.catalogue.shelves import CardContext, say_size
from leafwright.manifest import Entry
from leafwright.phrasing.phrases import say_count


def list_packs(packs: Iterable[WrittenPack], context: CardContext) -> tuple[PackCard, ...]:
    """Describe the packs of the folder in which the addresses of a page start."""
    return tuple(_card(pack, context) for pack in packs if pack.path.startswith(context.folder))


def _card(pack: WrittenPack, context: CardContext) -> PackCard:
    marks = context.words.phrases.catalogue.marks
    pages = say_count(pack.pages, context.card_words.pages, context.words).plain
    older = any(entry.refused for entry in pack.entries)
    return PackCard(
        name=pack.name,
        clinic="" if context.folder else pack.clinic,
        address=pack.path.removeprefix(context.folder),
        titles=tuple(_title_of(entry, context) for entry in pack.entries),
        facts=_joined((pages, say_size(pack.size, context)), context),
        mark=marks.older.plain if older else "",
    )


def _title_of(entry: Entry, context: CardContext) -> str:
    """Name a sheet so that staff can read it, and tell it from another edition."""
    parts = (entry.source_title or entry.title, context.call_edition(entry), entry.names.language)
    return _joined(parts, context)


def _joined(parts: tuple[str, ...], context: CardContext) -> str:
    return " · ".join(isolate(part, context.words.direction) for part in parts)
