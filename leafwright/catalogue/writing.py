"""Write the catalogue of all clinics, and one for each clinic."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby, product
from pathlib import Path
from typing import Final

from leafwright import fonts
from leafwright.cache import cache_folder
from leafwright.catalogue.index import SITE_MAP, products_of, write_index, write_site_map
from leafwright.catalogue.pack_cards import list_packs
from leafwright.catalogue.packs import WrittenPack, packs_left, write_packs
from leafwright.catalogue.page import address_of, render_catalogue
from leafwright.catalogue.record import Catalogue, Link, ScreenLook
from leafwright.catalogue.shelves import CardContext, list_filters, list_shelves
from leafwright.catalogue.text_index import index_texts
from leafwright.families import SUBSTITUTE
from leafwright.files import digest, is_linked, write_whole
from leafwright.library import ClinicFolder, Library
from leafwright.manifest import BRAND, Entry, OutputState, Withheld, note_pages
from leafwright.manifest.index import INDEX
from leafwright.model.localised import SOURCE_LANGUAGE, name_in
from leafwright.model.words import Words
from leafwright.palette import make_screen
from leafwright.tags import Language
from leafwright.thumbnail import draw_again

NAME: Final = "index.html"
OWN_COLOUR: Final = "#1d4e68"
OWN_FAMILY: Final = "Atkinson Hyperlegible"
"""The look of the page of all clinics, which belongs to none of them."""

GENERATOR: Final = b'<meta name="generator" content="Leafwright">'
"""Marks a page as written here; only such a page may be removed."""


def write_catalogue(library: Library, output: OutputState) -> None:
    """Write the page of all clinics and each clinic's own; a page that has not changed is not touched.

    If a clinic cannot be read, its page has no brand, and says the same of its sheets as the page of all
    clinics. Raises OSError if the folder cannot be written to.
    """
    entries = [entry for entry in output.entries.values() if entry.key.path in output.files]
    if library.words:
        _draw_missing(entries, output.folder)
        families = fonts.prepare(cache_folder()).families
        cards: list[Entry | Withheld] = [*entries, *output.withheld]
        cards.sort(key=lambda card: card.key)
        packs = write_packs(library, output)
        pages = {pack.path: pack.sha256 for pack in packs}
        for name, catalogue in _catalogues(library, cards, packs):
            content = render_catalogue(catalogue, library.workspace, families)
            _write_changed(output.folder / name, content)
            pages[name] = digest(content)
        for name, content in ((INDEX, write_index(cards)), (SITE_MAP, write_site_map(cards))):
            if content:
                _write_changed(output.folder / name, content)
                pages[name] = digest(content)
            elif name in output.pages and not is_linked(output.folder, name):
                (output.folder / name).unlink(missing_ok=True)
        note_pages(output, _brand_proofs(output) | packs_left(output) | pages)
    _sweep(output.folder)


def _brand_proofs(output: OutputState) -> dict[str, str]:
    """List the existing brand proofs, which a new catalogue does not make again."""
    proofs = {name: pages for name, pages in output.pages.items() if name.endswith(".pdf")}
    return {
        name: pages for name, pages in proofs.items() if name.startswith(f"{BRAND}/") and name in output.files
    }


def _catalogues(
    library: Library, entries: list[Entry | Withheld], packs: tuple[WrittenPack, ...]
) -> Iterator[tuple[str, Catalogue]]:
    words = _own_words(library)
    whole = _of_all(entries, _context(entries, words, library), packs)
    yield NAME, whole
    made = {card.key: card for shelf in whole.shelves for card in shelf.cards}
    folders = {folder.id: folder for folder in library.clinics}
    for clinic, group in groupby(entries, key=lambda entry: entry.key.clinic):
        printed, folder = list(group), folders.get(clinic)
        first = next(iter(folder.clinic.prints.languages), "") if folder else ""
        spoken = folder.words.get(first, words) if folder else words
        context = _context(printed, spoken, library)
        context = replace(context, folder=f"{clinic}/", made=made if spoken is words else {})
        if folder:
            page = _of_clinic(printed, context, folder, library)
            yield f"{clinic}/{NAME}", replace(page, packs=list_packs(packs, context))
        else:
            page = _catalogue(printed, context, _own_look())
            yield f"{clinic}/{NAME}", replace(page, owner=printed[0].names.clinic)


def _context(entries: list[Entry | Withheld], words: Words, library: Library) -> CardContext:
    """Collect what the library knows of some sheets, in the words of their page."""
    departments: dict[tuple[str, str], str] = {}
    for folder, file in product(library.clinics, library.handouts):
        key = folder.department_of(file)
        if key in folder.clinic.departments:
            named = folder.clinic.departments[key].name
            departments[folder.id, file.topic] = name_in(named, words.language).plain
    return CardContext(
        words=words,
        languages={folder.id: folder.clinic.prints.languages for folder in library.clinics},
        departments=departments,
        products=frozenset(products_of(entries)),
        texts=index_texts([entry for entry in entries if isinstance(entry, Entry)], library),
    )


def _of_all(
    entries: list[Entry | Withheld], context: CardContext, packs: tuple[WrittenPack, ...]
) -> Catalogue:
    clinics = {entry.key.clinic: entry.names.clinic for entry in entries}
    return replace(
        _catalogue(entries, context, _own_look()),
        packs=list_packs(packs, context),
        links=tuple(Link(label=name, address=f"{clinic}/{NAME}") for clinic, name in clinics.items()),
    )


def _of_clinic(
    entries: list[Entry | Withheld], context: CardContext, folder: ClinicFolder, library: Library
) -> Catalogue:
    department = folder.clinic.department
    return replace(
        _catalogue(entries, context, _look(folder, library)),
        owner=folder.clinic.name.plain,
        department=name_in(department, context.words.language).plain if department else "",
    )


def _catalogue(entries: list[Entry | Withheld], context: CardContext, look: ScreenLook) -> Catalogue:
    words = context.words.phrases.catalogue
    return Catalogue(
        language=context.words.language,
        direction=context.words.direction,
        owner=words.every_clinic.plain,
        look=look,
        filters=list_filters(entries, context),
        shelves=list_shelves(entries, context),
        words=words,
        texts=context.texts.written,
    )


def _own_words(library: Library) -> Words:
    """Choose the words for the page of all clinics: those of the source language, or the first that exist."""
    names = sorted(library.words, key=lambda name: (not Language(name).is_like(SOURCE_LANGUAGE), name))
    return library.words[names[0]]


def _own_look() -> ScreenLook:
    return ScreenLook(
        light=make_screen(OWN_COLOUR, dark=False),
        dark=make_screen(OWN_COLOUR, dark=True),
        base=OWN_FAMILY,
        headings=OWN_FAMILY,
    )


def _look(folder: ClinicFolder, library: Library) -> ScreenLook:
    typography, logo = folder.brand.typography, folder.brand.logo
    # A licence to print a font is none to publish it, so pages on a screen have a bundled family.
    base, headings = (
        SUBSTITUTE if font.family in folder.fonts.families else font.family
        for font in (typography.base, typography.headings)
    )
    return ScreenLook(
        light=make_screen(folder.palette.primary, dark=False),
        dark=make_screen(folder.palette.primary, dark=True),
        base=base,
        headings=headings,
        logo=address_of(logo.path, library.workspace.read_file(library.workspace.root / folder.logo_file)),
        logo_alt=logo.alt.plain,
    )


def _draw_missing(entries: Iterable[Entry], output: Path) -> None:
    """Draw the thumbnails that are missing or changed; those of new sheets exist already."""
    for entry in entries:
        path = output / entry.key.thumbnail
        drawn = path.is_file() and not path.is_symlink() and digest(path.read_bytes()) == entry.thumbnail
        # A sheet that is not a PDF has no thumbnail; `verify` reports it.
        if not drawn and entry.describes(output) and (picture := draw_again(output / entry.key.path)):
            write_whole(path, picture)


def _write_changed(path: Path, content: bytes) -> None:
    """Write a page only if it has changed, so that nobody copies it for a new time stamp alone."""
    if path.is_symlink() or not path.is_file() or path.read_bytes() != content:
        write_whole(path, content)


def _sweep(output: Path) -> None:
    """Remove thumbnails of removed sheets and pages of removed clinics, and no file of anybody else.

    The PDF decides: one that the manifest does not list keeps its thumbnail and page.
    """
    for thumbnail in output.glob("*/thumbnails/*.webp"):
        if not (thumbnail.parents[1] / f"{thumbnail.stem}.pdf").exists():
            thumbnail.unlink()
    for page in output.glob(f"*/{NAME}"):
        if not any(page.parent.glob("*.pdf")) and GENERATOR in page.read_bytes():
            page.unlink()
            for folder in (page.parent / "thumbnails", page.parent):
                if folder.is_dir() and not any(folder.iterdir()):
                    folder.rmdir()
