"""The products of a sheet: the files for screens that a build makes besides its PDF."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from leafwright.plain_text import words_in, write_text
from leafwright.problems import Problem
from leafwright.sheet import Sheet, SheetKey
from leafwright.web import ScreenInputs, WebPage, find_lost, find_page_faults, keep_links, make_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A kind of file for screens, with the `ending` of its name.

    `make` makes it from the web page, and `faults_of` compares a finished one with its sheet.
    """

    ending: str
    make: Callable[[WebPage], bytes]
    faults_of: Callable[[Sheet, bytes], Iterator[Problem]]


def _page_itself(page: WebPage) -> bytes:
    return page.content


def _make_text(page: WebPage) -> bytes:
    return write_text(page.html).encode()


def _find_text_faults(sheet: Sheet, content: bytes) -> Iterator[Problem]:
    yield from find_lost(sheet, words_in(content.decode()), "in the plain text")


PAGE_ENDING: Final = ".html"
PRODUCTS: Final = (
    Product(ending=PAGE_ENDING, make=_page_itself, faults_of=find_page_faults),
    Product(ending=".txt", make=_make_text, faults_of=_find_text_faults),
)


def make_products(sheet: Sheet, inputs: ScreenInputs) -> Mapping[str, bytes]:
    """Make the files that all print editions share, by path; none if another edition makes them."""
    if not inputs.siblings:
        return {}
    page = make_page(sheet, inputs)
    return {**page.files, **{path_of(product, sheet): product.make(page) for product in PRODUCTS}}


def find_faults(sheet: Sheet, products: Mapping[str, bytes]) -> Iterator[Problem]:
    """Report what products of a sheet lack or have wrong."""
    for product in PRODUCTS:
        if content := products.get(path_of(product, sheet)):
            yield from product.faults_of(sheet, content)


def link_products(products: Mapping[str, bytes], there: Collection[str]) -> dict[str, bytes]:
    """Return products that lead to no other files than those that are there, by path."""
    return {
        name: keep_links(content, name, there) if name.endswith(PAGE_ENDING) else content
        for name, content in products.items()
    }


def path_of(product: Product, sheet: Sheet) -> str:
    """Return the path of a product of a sheet."""
    return sheet.key.product(product.ending, beside=sheet.beside is not None)


def possible_products(key: SheetKey) -> tuple[str, ...]:
    """List the paths of all products that a sheet may have."""
    return tuple(
        key.product(product.ending, beside=beside) for product in PRODUCTS for beside in (False, True)
    )
