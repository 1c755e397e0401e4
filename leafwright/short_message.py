"""A short message about a sheet: what it is about, where it is on the web, and whom to phone.

One message has at most 160 characters of the alphabet of mobile phones, or 70 if it needs any others.
Source: 3GPP TS 23.038, the GSM 7-bit default alphabet and its extension table.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION: Final = frozenset("\f^{}\\[~]|€")
"""The characters that take the room of two."""
MOST: Final = 160
MOST_OF_OTHERS: Final = 70
LEAST_OF_TITLE: Final = 12
"""How many characters of a title still say what the message is about."""
CUT: Final = "..."
_SIGNS: Final = str.maketrans(
    {"\u00a0": " ", "\u202f": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": CUT}
)
"""Signs as people write them in messages."""
_LETTERS: Final = str.maketrans({"ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "œ": "oe", "Œ": "OE"})
"""Letters that Unicode does not decompose."""


def write_message(title: str, address: str, phone: str, sender: str) -> str:
    """Write the message about a sheet, with the address and the number each in a line of its own.

    The title loses its accents and then its last words, if it must. Where too little of it would be left, as
    in scripts of which only 70 characters fit, the message names the `sender` instead.
    """
    phone = _with_plain_signs(phone)
    ends = "".join(f"\n{line}" for line in (address, phone) if line)
    heads = (_with_plain_signs(title), *_shortened(_without_accents(title)), _without_accents(sender))
    messages = (*(f"{head}{ends}" for head in heads), ends.strip())
    return next((message for message in messages if fits(message)), phone)


def fits(message: str) -> bool:
    """Return whether a message can be sent as one."""
    length = gsm_length(message)
    if length is None:
        return len(message.encode("utf-16-le")) <= 2 * MOST_OF_OTHERS
    return length <= MOST


def gsm_length(message: str) -> int | None:
    """Return how much room a message takes in the alphabet of mobile phones; None if it needs others."""
    if not set(message) <= BASIC | EXTENSION:
        return None
    return sum(2 if sign in EXTENSION else 1 for sign in message)


def _with_plain_signs(words: str) -> str:
    return " ".join(words.translate(_SIGNS).split())


def _without_accents(words: str) -> str:
    """Leave out the accents that mobile phones do not have; a half stays a half."""
    return "".join(map(_letter, _with_plain_signs(words).translate(_LETTERS)))


def _letter(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)[0]
    return plain if sign not in BASIC and plain in BASIC and plain.isalpha() else sign


def _shortened(title: str) -> Iterator[str]:
    """Go through a title and its beginnings that still say enough, the longest first."""
    yield title
    words = title.split(" ")
    for count in range(len(words) - 1, 0, -1):
        head = " ".join(words[:count]).rstrip(" ,;:.-")
        if len(head) >= LEAST_OF_TITLE:
            yield f"{head}{CUT}"
