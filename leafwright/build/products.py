"""The list of products: what a build makes of a sheet beside its PDF, for screens."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.plain_text import words_in, write_text
from leafwright.problems import Problem
from leafwright.sheet import Sheet, SheetKey
from leafwright.sheet.sibling import Sibling
from leafwright.web import find_lost, find_page_faults, make_page
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A kind of file for screens, by its `ending`.

    `make` makes it of the web page, and `faults_of` finds what is wrong with one that was made.
    """

    ending: str
    make: Callable[[bytes], bytes]
    faults_of: Callable[[Sheet, bytes], Iterator[Problem]]


def _make_text(page: bytes) -> bytes:
    return write_text(page.decode()).encode()


def _find_text_faults(sheet: Sheet, content: bytes) -> Iterator[Problem]:
    yield from find_lost(sheet, words_in(content.decode()), "in the plain text")


PRODUCTS: Final = (
    Product(ending=".html", make=bytes, faults_of=find_page_faults),
    Product(ending=".txt", make=_make_text, faults_of=_find_text_faults),
)


def make_products(sheet: Sheet, workspace: Workspace, siblings: tuple[Sibling, ...]) -> Mapping[str, bytes]:
    """Make what all print editions of a sheet share, by path; nothing of a sheet that it is not made with."""
    if not siblings:
        return {}
    page = make_page(sheet, workspace, siblings)
    return {path_of(product, sheet): product.make(page) for product in PRODUCTS}


def find_faults(sheet: Sheet, products: Mapping[str, bytes]) -> Iterator[Problem]:
    """Compare the products of a sheet with what it says."""
    for product in PRODUCTS:
        if content := products.get(path_of(product, sheet)):
            yield from product.faults_of(sheet, content)


def path_of(product: Product, sheet: Sheet) -> str:
    """Return the path of a product of a sheet."""
    return sheet.key.product(product.ending, beside=sheet.beside is not None)


def products_of(key: SheetKey) -> tuple[str, ...]:
    """List the products that may be made of a sheet, by path."""
    return tuple(
        key.product(product.ending, beside=beside) for product in PRODUCTS for beside in (False, True)
    )
