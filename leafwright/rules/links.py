"""Links and addresses in running text that lead elsewhere than their words say, or nowhere."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote, urlsplit

from leafwright.fictional import fictional_in, is_fictional_address
from leafwright.problems import Place
from leafwright.rules.addresses import CODED, AddressFault, decoded_host, judge_address
from leafwright.rules.passage import place_in
from leafwright.text import Run, Text

_MARKS: Final = (
    ".,;:!?()[]{}<>“”‘’\"'«»…،؛؟\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Marks around an address, those of direction too."""
_LOCAL: Final = 5
"""The digits of the shortest numbers that are rung without the code of their area."""
_FEWEST: Final = 3
"""The digits of the shortest numbers that are rung."""
_NUMBER: Final = re.compile(r"\+?\d[\d ()./-]*\d")
_WORD: Final = re.compile(r"\S+")


def faults_in(text: Text) -> Iterator[tuple[AddressFault, Place]]:
    """Find the links and addresses of a running text that mislead, each with its place."""
    plain, begins = text.plain, text.place or Place(file="-")
    for start, fault in sorted(_faults(text, plain), key=lambda each: each[0]):
        yield fault, place_in(text, plain, start) or begins


def fictional_links(text: Text) -> Iterator[str]:
    """Go through the addresses of a text's links that lead nowhere, where the words do not say so."""
    for span in text.spans:
        if isinstance(span, Run) and is_fictional_address(span.address) and not any(fictional_in(span.text)):
            yield span.address


def _faults(text: Text, plain: str) -> Iterator[tuple[int, AddressFault]]:
    """Go through the faults of the links, then of what stands between them, each with its offset."""
    end = 0
    for span in text.spans:
        words = span.text.strip()
        start = max(plain.find(words, end), end)
        if isinstance(span, Run) and span.address:
            if fault := _judge_link(span, str(text.source or "")):
                yield start, fault
        elif isinstance(span, Run):
            yield from _faults_between(words, start)
        end = start + len(words)


def _faults_between(words: str, start: int) -> Iterator[tuple[int, AddressFault]]:
    for found in _WORD.finditer(words):
        written = found[0].strip(_MARKS)
        if (address := _as_address(written)) and (fault := judge_address(address)):
            yield start + found.start(), fault


def _judge_link(link: Run, source: str) -> AddressFault | None:
    """Judge a link; the parser has written other letters in code, which its author did not."""
    address = link.address if CODED in source else _decoded(link.address)
    return judge_address(address) or _judge_words(link.text, address)


def _as_address(written: str) -> str:
    """Return what a reader of PDF would make of a word: an address, or nothing."""
    if written.startswith(("https://", "http://")):
        return written
    if written.startswith("www."):
        return f"https://{written}"
    return f"mailto:{written}" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", written) else ""


def _judge_words(words: str, address: str) -> AddressFault | None:
    """Judge a link whose words name a site or a mailbox of their own."""
    parts = urlsplit(address)
    if parts.scheme == "tel":
        return _judge_number(words, unquote(parts.path))
    mailbox = parts.scheme == "mailto"
    target = unquote(parts.path).lower() if mailbox else (parts.hostname or "").removeprefix("www.")
    for word in (word.strip(_MARKS) for word in words.split()):
        named = _site_in(word)
        if named and word not in address and not _is_within(named, target):
            message = f"the words name '{word}', and the link leads to '{target}'"
            return AddressFault(message=message, hint="let the words and the link name the same")
    return None


def _site_in(word: str) -> str:
    """Return the site or mailbox that a word of a link is, without `www.`; nothing for any other word."""
    if "@" in word.strip("@") and "://" not in word:
        return word.lower()
    try:
        host = urlsplit(word if "://" in word else f"//{word}").hostname or ""
    except ValueError:
        return ""
    first, last = host.partition(".")[0], host.rpartition(".")[2]
    named = word.islower() and len(first) > 1 and len(last) > 1 and last.isalpha() and "." in host
    return host.removeprefix("www.") if named else ""


def _is_within(one: str, other: str) -> bool:
    """Tell whether one site is the other, or a part of it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _judge_number(words: str, number: str) -> AddressFault | None:
    """Judge a link that is rung, whose words give a number of their own."""
    rung = _digits(number.partition(";")[0])
    said = [found[0] for found in _NUMBER.finditer(words) if len(_digits(found[0])) >= _FEWEST]
    if not said or any(_is_same_number(_digits(each), rung) for each in said):
        return None
    message = f"the words give the number '{said[0]}', and the link rings '{number}'"
    return AddressFault(message=message, hint="let the words and the link give the same number")


def _is_same_number(one: str, other: str) -> bool:
    """Tell whether two numbers are one, with the code of the country or the area and without."""
    shorter, longer = sorted((one, other), key=len)
    local = shorter.lstrip("0")
    return one == other or (len(local) >= _LOCAL and longer.endswith(local))


def _digits(number: str) -> str:
    return "".join(str(int(sign)) for sign in number.replace("(0)", "") if sign.isdecimal())


def _decoded(address: str) -> str:
    """Write the host of an address in its own letters; one that cannot be read stays as it is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = parts.hostname or parts.path.rpartition("@")[2]
    return address.replace(host, decoded_host(host), 1) if CODED in host else address
