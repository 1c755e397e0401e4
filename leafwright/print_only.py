"""Describe a file that is only to print: for people, for a printer, and without the time of its making."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final, Literal

_CREATED: Final = re.compile(rb"/CreationDate\(D:[^)]*\)")
_ID: Final = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_PAGES: Final = re.compile(rb"/Pages (\d+) 0 R")
_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_INFO: Final = re.compile(rb"/Info (\d+) 0 R")
_SIZE: Final = re.compile(rb"/Size (\d+)")
_KIDS: Final = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOnly:
    """What is said in a file that is only to print, besides its pages; `subject` says what it lacks.

    `duplex` is how a printer turns its paper; `bookmarks` are titles and the numbers of their pages, from 1.
    """

    title: str
    author: str
    subject: str
    language: str
    issued: date
    duplex: Literal["DuplexFlipShortEdge", "DuplexFlipLongEdge"]
    bookmarks: tuple[tuple[str, int], ...] = ()


def describe_print_only(written: bytes, about: PrintOnly, source: bytes) -> bytes:
    """Say in a file that PDFium wrote what it is, and what it is not; equal sources give equal bytes.

    PDFium writes the time and a random name, and neither a title, bookmarks nor preferences. The first two
    are replaced where they are, and the others appended in the way in which a PDF is updated.
    """
    day = f"D:{about.issued:%Y%m%d}000000+00'00'"
    name = sha256(source).hexdigest()[:32].upper()
    identity = f"/ID[<{name}><{name}>]".encode()
    settled = _ID.sub(identity, _CREATED.sub(f"/CreationDate({day})".encode(), written))
    root, info, pages = (_number(pattern, settled) for pattern in (_ROOT, _INFO, _PAGES))
    # What the print dialog offers: both sides, flipped as the pages are placed, at their true size.
    wished = f"/Duplex/{about.duplex}/PrintScaling/None/DisplayDocTitle true"
    said = f"/Lang({about.language})/ViewerPreferences<<{wished}>>"
    first = _number(_SIZE, settled)
    if about.bookmarks:
        said += f"/PageMode/UseOutlines/Outlines {first} 0 R"
    objects = {
        root: f"<</Type/Catalog/Pages {pages} 0 R{said}>>",
        info: _description(about, day),
        **dict(enumerate(_outline(about.bookmarks, first, _pages_in(settled, pages)), start=first)),
    }
    return _updated(settled, objects, f"/Root {root} 0 R/Info {info} 0 R".encode() + identity)


def _description(about: PrintOnly, day: str) -> str:
    values = {
        "Title": about.title,
        "Author": about.author,
        "Subject": about.subject,
        "Creator": "Leafwright",
    }
    texts = "".join(f"/{name}<{_hexadecimal(value)}>" for name, value in values.items())
    return f"<<{texts}/CreationDate({day})/ModDate({day})>>"


def _outline(bookmarks: tuple[tuple[str, int], ...], first: int, pages: list[int]) -> Iterator[str]:
    """Write the tree of bookmarks, as objects that are numbered from the first on."""
    last = first + len(bookmarks)
    if bookmarks:
        yield f"<</Type/Outlines/First {first + 1} 0 R/Last {last} 0 R/Count {len(bookmarks)}>>"
    for number, (title, page) in enumerate(bookmarks, start=first + 1):
        before = f"/Prev {number - 1} 0 R" if number > first + 1 else ""
        after = f"/Next {number + 1} 0 R" if number < last else ""
        at = f"/Dest[{pages[page - 1]} 0 R/Fit]"
        yield f"<</Title<{_hexadecimal(title)}>/Parent {first} 0 R{before}{after}{at}>>"


def _pages_in(written: bytes, tree: int) -> list[int]:
    """List the numbers of the pages, which PDFium writes as one list."""
    start = written.index(b"\n%d 0 obj" % tree)
    kids = _KIDS.search(written, start)
    return [int(number) for number in kids[1].split()[::3]] if kids else []


def _hexadecimal(text: str) -> str:
    return f"FEFF{text.encode('utf-16-be').hex().upper()}"


def _updated(written: bytes, objects: dict[int, str], trailer: bytes) -> bytes:
    """Append new versions of some objects of a PDF, with the table that finds them."""
    start, rows = _number(_START, written), list[bytes]()
    size = max(_number(_SIZE, written), *(number + 1 for number in objects))
    for number, content in objects.items():
        rows.append(b"%d 1\n%010d 00000 n\r\n" % (number, len(written) + 1))
        written += f"\n{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = b"xref\n" + b"".join(rows) + b"trailer\n<<" + trailer
    return written + table + b"/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, start, len(written))


def _number(pattern: re.Pattern[bytes], written: bytes) -> int:
    """Find a number that a PDF has; the last one counts, as in the trailer."""
    return int(pattern.findall(written)[-1])
