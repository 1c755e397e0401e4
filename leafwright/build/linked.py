"""Which files web pages lead to, decided when it is known which files are there."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from leafwright.build.products import link_products
from leafwright.build.record import Job
from leafwright.files import digest, write_whole
from leafwright.manifest import Entry, ProductFile
from leafwright.sheet import SheetKey


def settle_links(
    entries: Mapping[SheetKey, Entry], drafted: Mapping[SheetKey, Job], folder: Path
) -> dict[SheetKey, Entry]:
    """Write pages again whose links lead to files that are gone, or that have come; return their entries.

    A page has all links in its draft, if it was drafted: otherwise links can only be taken out of it.
    """
    there = {name for entry in entries.values() for name in entry.files}
    return {
        entry.key: _write(entry, products, there, folder)
        for entry in entries.values()
        if (products := _find_changed(entry, drafted.get(entry.key), there, folder)) is not None
    }


def list_files(products: Mapping[str, bytes]) -> dict[str, ProductFile]:
    """Describe the files of a sheet for the manifest."""
    return {
        name: ProductFile(sha256=digest(content), size=len(content)) for name, content in products.items()
    }


def _find_changed(entry: Entry, job: Job | None, there: set[str], folder: Path) -> Mapping[str, bytes] | None:
    """Return the files of a sheet with all their links, if links may have changed."""
    if job and job.products and job.fingerprint == entry.fingerprint:
        return job.products
    if there.issuperset(entry.links) or not entry.describes(folder):
        return None
    return {name: (folder / name).read_bytes() for name in entry.products}


def _write(entry: Entry, products: Mapping[str, bytes], there: set[str], folder: Path) -> Entry:
    linked = link_products(products, there)
    described = list_files(linked)
    for name, content in linked.items():
        if entry.products.get(name) != described[name]:
            write_whole(folder / name, content)
    links = tuple(name for name in entry.links if name in there)
    return replace(entry, products=described, links=links)
