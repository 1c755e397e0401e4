"""Telephone numbers and addresses that are reserved for fiction and examples: nobody answers there.

Sources: the lists of numbers for drama of Ofcom, the North American Numbering Plan (555-0100 to 555-0199),
ACMA, ARCEP, the Bundesnetzagentur and the Swedish PTS; for the names of sites RFC 2606 and RFC 6761.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from leafwright.telephone import digits_of

_NUMBERS: Final = {
    "44": (
        r"1632960\d{3}|2079460\d{3}|1(?:1[3-8]|[2-6]1)4960\d{3}|1914980\d{3}|2896496\d{3}|2920180\d{3}"
        r"|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3}"
    ),
    "1": r"[2-9]\d\d55501\d\d|555\d{7}|55501\d\d",
    "61": r"[2378](?:5550|7010)\d{4}|491570(?:006|110|15[6-9]|313|737)",
    "33": r"(?:19900|26191|35301|46571|53649|63998)\d{4}",
    "49": r"(?:3023125|6990009|4066969|2214710|8999998)\d{3}",
    "46": r"7017406(?:0[5-9]|[1-9]\d)|(?:3139006|4062804|8465004|9803192)\d\d",
}
"""By the code of a country, the digits dialled after it. No area of North America has the code 555."""
_CODES: Final = {"GB": "44", "US": "1", "CA": "1", "AU": "61", "FR": "33", "DE": "49", "SE": "46"}
_WRITTEN: Final = re.compile(r"(?<![\w.])[+(]?\d[\d ()./\N{NO-BREAK SPACE}\N{EN DASH}-]{5,20}\d(?!\w)")
_HOST: Final = re.compile(
    r"(?:[\w-]+\.)*example(?:\.(?:com|net|org))?|(?:[\w-]+\.)+(?:invalid|test|localhost)", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"(?:(?P<certain>//(?:[^\s/@]*@)?|@|\bwww\.)|(?<![\w.@-]))(?P<host>[\w-]+(?:\.[\w-]+)*)", re.IGNORECASE
)
_BARE: Final = re.compile(r"(?:[\w-]+\.)*example\.(?:com|net|org)", re.IGNORECASE)


def is_fictional_number(written: str, regions: Iterable[str] = ()) -> bool:
    """Return whether a number, written for readers in some regions or in any, is reserved for fiction.

    A number that begins with + or 00 names its country itself.
    """
    digits = digits_of(written)
    abroad = written.lstrip(" (").startswith("+")
    if abroad or digits.startswith("00"):
        full = digits if abroad else digits[2:]
        return any(
            full.startswith(code) and re.fullmatch(numbers, full.removeprefix(code).removeprefix("0"))
            for code, numbers in _NUMBERS.items()
        )
    codes = {_CODES[region] for region in regions if region in _CODES} or _NUMBERS.keys()
    return any(re.fullmatch(_NUMBERS[code], _national(digits, code)) for code in codes)


def _national(digits: str, code: str) -> str:
    """Remove the prefix that is dialled in the number's own country; empty for a number without it."""
    if code == "1":
        return digits.removeprefix("1")
    return digits[1:] if digits.startswith("0") else ""


def is_fictional_address(address: str) -> bool:
    """Return whether a web, `mailto:` or `tel:` address is reserved for fiction or examples."""
    try:
        parts = urlsplit(address)
        path, host = unquote(parts.path), parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "tel":
        return is_fictional_number(path.partition(";")[0])
    host = host or path.rpartition("@")[2]
    return bool(_HOST.fullmatch(host.strip(".")))


def fictional_in(text: str, regions: Iterable[str] = ()) -> Iterator[tuple[str, int]]:
    """Find the reserved numbers and addresses in a text, each with its offset."""
    for match in _WRITTEN.finditer(text):
        if is_fictional_number(match[0], regions):
            yield match[0], match.start()
    for match in _NAMED.finditer(text):
        kept = _HOST if match["certain"] else _BARE
        if kept.fullmatch(match["host"]):
            yield match["host"], match.start("host")
