"""Describe a file that is only to print: for people, for a printer, and without the time of its making."""

import re
from hashlib import sha256
from typing import Final

from leafwright.sheet import Sheet

PREFERENCES: Final = "/Duplex/DuplexFlipShortEdge/PrintScaling/None/DisplayDocTitle true"
"""What the print dialog offers: both sides, flipped as the pages are placed, at their true size."""

_CREATED: Final = re.compile(rb"/CreationDate\(D:[^)]*\)")
_ID: Final = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]")
_PAGES: Final = re.compile(rb"/Pages (\d+) 0 R")
_ROOT: Final = re.compile(rb"/Root (\d+) 0 R")
_INFO: Final = re.compile(rb"/Info (\d+) 0 R")
_SIZE: Final = re.compile(rb"/Size (\d+)")
_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")


def describe_print_only(written: bytes, sheet: Sheet, source: bytes) -> bytes:
    """Say in a file that PDFium wrote what it is, and what it is not; equal sources give equal bytes.

    PDFium writes the time and a random name, and neither a title nor preferences. The first two are replaced
    where they are, and the others appended in the way in which a PDF is updated.
    """
    day = f"D:{sheet.issued:%Y%m%d}000000+00'00'"
    name = sha256(source).hexdigest()[:32].upper()
    identity = f"/ID[<{name}><{name}>]".encode()
    settled = _ID.sub(identity, _CREATED.sub(f"/CreationDate({day})".encode(), written))
    root, info, pages = (_number(pattern, settled) for pattern in (_ROOT, _INFO, _PAGES))
    said = f"/Lang({sheet.key.language})/ViewerPreferences<<{PREFERENCES}>>"
    objects = {
        root: f"<</Type/Catalog/Pages {pages} 0 R{said}>>",
        info: _description(sheet, day),
    }
    return _updated(settled, objects, f"/Root {root} 0 R/Info {info} 0 R".encode() + identity)


def _description(sheet: Sheet, day: str) -> str:
    said = sheet.phrases.catalogue.card.print_file.replace("{paper}", sheet.format.sheet_paper)
    values = {
        "Title": f"{sheet.title.plain} ({sheet.edition_name.plain})",
        "Author": sheet.masthead.clinic.plain,
        "Subject": said,
        "Creator": "Leafwright",
    }
    texts = "".join(f"/{name}<{_hexadecimal(value)}>" for name, value in values.items())
    return f"<<{texts}/CreationDate({day})/ModDate({day})>>"


def _hexadecimal(text: str) -> str:
    return f"FEFF{text.encode('utf-16-be').hex().upper()}"


def _updated(written: bytes, objects: dict[int, str], trailer: bytes) -> bytes:
    """Append new versions of some objects of a PDF, with the table that finds them."""
    start, size, rows = _number(_START, written), _number(_SIZE, written), list[bytes]()
    for number, content in objects.items():
        rows.append(b"%d 1\n%010d 00000 n\r\n" % (number, len(written) + 1))
        written += f"\n{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = b"xref\n" + b"".join(rows) + b"trailer\n<<" + trailer
    return written + table + b"/Size %d/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (size, start, len(written))


def _number(pattern: re.Pattern[bytes], written: bytes) -> int:
    """Find a number that a PDF has; the last one counts, as in the trailer."""
    return int(pattern.findall(written)[-1])
