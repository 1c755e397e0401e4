"""An address does not lead where a reader expects."""

from leafwright.blocks.qr import QR
from leafwright.rules import Findings, Reader
from leafwright.rules.links import check_address, check_links


def check(reader: Reader) -> Findings:
    """Report addresses that mislead."""
    for passage in reader.passages:
        yield from check_links(passage.written)
    for code in reader.blocks(QR):
        if code.address:
            yield from check_address(code.address, code.place_of("address"))
    for entry in reader.cited:
        if entry.url:
            yield from check_address(entry.url, entry.place_of("URL"))
