"""Packs: sheets that a clinic hands out together, as one file to print.

A file has all sheets of its pack or is not there, so that nobody hands out a part of one. It has no tags, so
nobody can listen to it: its sheets are there for that.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import pypdfium2 as pdfium

from leafwright.files import digest, is_linked, write_whole
from leafwright.library import ClinicFolder, Library
from leafwright.manifest import PACK, Entry, OutputState
from leafwright.model.clinic import Pack
from leafwright.model.localised import name_in
from leafwright.print_only import PrintOnly, describe_print_only


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPack:
    """The file of a pack, below the output folder, its sheets in their order, and how many pages it has."""

    path: str
    name: str
    clinic: str
    entries: tuple[Entry, ...]
    pages: int
    size: int
    sha256: str


def write_packs(library: Library, output: OutputState) -> tuple[WrittenPack, ...]:
    """Write the packs of all clinics, and remove those that are none any more.

    A clinic that cannot be read keeps its files, and its page does not show them. Raises OSError if the
    folder cannot be written to.
    """
    written = tuple(_write_all(library, output))
    read = {folder.id for folder in library.clinics}
    there = {pack.path for pack in written}
    for name in _packs_in(output):
        clinic = name.partition("/")[0]
        lost = clinic not in {entry.clinic for entry in output.entries.values()}
        if name not in there and (clinic in read or lost) and not is_linked(output.folder, name):
            (output.folder / name).unlink(missing_ok=True)
    return written


def packs_left(output: OutputState) -> dict[str, str]:
    """List the packs of the manifest whose files are still there, with their hashes."""
    return {name: output.pages[name] for name in _packs_in(output) if (output.folder / name).is_file()}


def join(entries: tuple[Entry, ...], output: OutputState, about: PrintOnly) -> tuple[bytes, int]:
    """Join sheets, each beginning on the front of a paper; return the file and its pages.

    Equal sheets give equal bytes.
    """
    bookmarks: list[tuple[str, int]] = []
    with ExitStack() as open_files:
        made = open_files.enter_context(pdfium.PdfDocument.new())
        for entry in entries:
            if len(made) % 2:
                made.new_page(*made.get_page_size(len(made) - 1))
            bookmarks.append((entry.title, len(made) + 1))
            made.import_pages(open_files.enter_context(pdfium.PdfDocument(output.folder / entry.key.path)))
        content = BytesIO()
        made.save(content)
        pages = len(made)
    source = "".join(entry.sha256 for entry in entries).encode()
    return describe_print_only(content.getvalue(), replace(about, bookmarks=tuple(bookmarks)), source), pages


def _write_all(library: Library, output: OutputState) -> Iterator[WrittenPack]:
    sheets = {entry.key.path: entry for entry in output.entries.values()}
    for folder in library.clinics:
        for key, pack in folder.clinic.packs.items():
            names = [f"{folder.id}/{name}.pdf" for name in pack.sheets]
            entries = tuple(sheets[name] for name in names if name in sheets)
            if len(entries) == len(names) and all(entry.describes(output.folder) for entry in entries):
                yield _write(f"{folder.id}/{key}{PACK}", entries, output, _about(pack, entries, folder))


def _write(path: str, entries: tuple[Entry, ...], output: OutputState, about: PrintOnly) -> WrittenPack:
    content, pages = join(entries, output, about)
    place = output.folder / path
    if place.is_symlink() or not place.is_file() or place.read_bytes() != content:
        write_whole(place, content)
    return WrittenPack(
        path=path,
        name=about.title,
        clinic=about.author,
        entries=entries,
        pages=pages,
        size=len(content),
        sha256=digest(content),
    )


def _about(pack: Pack, entries: tuple[Entry, ...], folder: ClinicFolder) -> PrintOnly:
    language = next(iter(folder.clinic.prints.languages))
    return PrintOnly(
        title=name_in(pack.name, language).plain,
        author=folder.clinic.name.plain,
        subject=folder.words[language].phrases.catalogue.packs.note.plain,
        language=language,
        issued=max(date.fromisoformat(entry.issued) for entry in entries),
        duplex="DuplexFlipLongEdge",
    )


def _packs_in(output: OutputState) -> Iterator[str]:
    return (name for name in output.pages if name.endswith(PACK))
