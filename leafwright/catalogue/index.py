"""Write the index of all sheets for programs, and the site map."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from typing import Final

from leafwright.manifest import Entry, Facts, PrintFile, ProductFile, Withheld, fields_of
from leafwright.manifest.index import INDEX_SCHEMA, Index, IndexedFile, IndexedSheet

SITE_MAP: Final = "sitemap.xml"
PAGE: Final = ".html"
TEXT: Final = ".txt"
TYPES: Final = {".pdf": "application/pdf", PAGE: "text/html", TEXT: "text/plain; charset=utf-8"}


def find_product(ending: str, entry: Entry, products: Container[str]) -> str:
    """Return the path of a product of a sheet, which may be made with another edition; empty for none."""
    paths = (entry.key.product(ending, beside=beside) for beside in (True, False))
    return next((path for path in paths if path in products), "")


def products_of(entries: Sequence[Entry | Withheld]) -> dict[str, ProductFile]:
    """List the products of some sheets, by path."""
    listed = (entry.products for entry in entries if isinstance(entry, Entry))
    return {path: file for products in listed for path, file in products.items()}


def write_index(entries: Sequence[Entry | Withheld]) -> bytes:
    """Write what there is to read, and where; equal sheets give equal bytes."""
    products = products_of(entries)
    index = Index(
        sheets=tuple(_sheet(entry, products) for entry in entries if isinstance(entry, Entry)),
        withheld=tuple(entry for entry in entries if isinstance(entry, Withheld)),
    )
    return INDEX_SCHEMA.dump_json(index, indent=2, exclude_none=True) + b"\n"


def write_site_map(entries: Sequence[Entry | Withheld]) -> bytes:
    """Write the addresses of all web pages, each with the day of its version; empty if none has one.

    Source: sitemaps.org, protocol 0.9.
    """
    pages = dict(_pages(entries))
    if not pages:
        return b""
    lines = [
        f"  <url><loc>{escape(address)}</loc><lastmod>{day}</lastmod></url>"
        for address, day in sorted(pages.items())
    ]
    head = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    return "\n".join([*head, *lines, "</urlset>", ""]).encode()


def _pages(entries: Sequence[Entry | Withheld]) -> Iterator[tuple[str, str]]:
    products = products_of(entries)
    for entry in entries:
        if isinstance(entry, Entry) and entry.page and find_product(PAGE, entry, products):
            yield entry.page, entry.issued


def _sheet(entry: Entry, products: Mapping[str, ProductFile]) -> IndexedSheet:
    base, second = _base_of(entry), entry.print_file
    return IndexedSheet(
        **fields_of(entry, Facts),
        older=bool(entry.refused),
        pdf=_file(entry.key.path, base, entry),
        print_file=_file(entry.key.print_file, base, second) if second else None,
        web=_product(PAGE, entry, products),
        text=_product(TEXT, entry, products),
    )


def _product(ending: str, entry: Entry, products: Mapping[str, ProductFile]) -> IndexedFile | None:
    path = find_product(ending, entry, products)
    if not path:
        return None
    found = _file(path, _base_of(entry), products[path])
    # Where each page has an address of its own, it is the only one that is known.
    return replace(found, address=entry.page) if ending == PAGE else found


def _base_of(entry: Entry) -> str:
    """Return the address of the output folder, if the page of a sheet is below it."""
    paths = (entry.key.product(PAGE, beside=beside) for beside in (True, False))
    return next((entry.page.removesuffix(path) for path in paths if entry.page.endswith(path)), "")


def _file(path: str, base: str, file: Entry | PrintFile | ProductFile) -> IndexedFile:
    return IndexedFile(
        path=path,
        address=f"{base}{path}" if base else "",
        type=TYPES[PurePosixPath(path).suffix],
        size=file.size,
        sha256=file.sha256,
    )
