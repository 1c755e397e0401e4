"""Links and addresses in running text that do not lead where their words say, or lead nowhere."""

import re
from collections.abc import Iterator
from operator import itemgetter
from typing import Final
from urllib.parse import unquote, urlsplit

from leafwright.fictional import fictional_in, is_fictional_address
from leafwright.problems import Place
from leafwright.rules.addresses import CODED, AddressFault, decoded_host, judge_address
from leafwright.rules.finding import Finding
from leafwright.rules.passage import place_in
from leafwright.telephone import NUMBER, digits_of
from leafwright.text import Run, Text

_MARKS: Final = (
    ".,;:!?()[]{}<>“”‘’\"'«»…،؛؟\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Marks around an address, those of direction too."""
_LOCAL: Final = 5
"""The digits of the shortest numbers that are dialled without their area code."""
_FEWEST: Final = 3
"""The digits of the shortest numbers that are dialled."""
_WORD: Final = re.compile(r"\S+")
_ADDRESS: Final = re.compile(r"@|://|www\.")
"""What every address has; most texts have none, and are not searched further."""


def check_links(text: Text) -> Iterator[Finding]:
    """Find the links and addresses of a running text that mislead."""
    plain, beginning = text.plain, text.place or Place(file="-")
    for start, fault in sorted(_faults(text, plain), key=itemgetter(0)):
        place = place_in(text, plain, start) or beginning
        yield Finding(place=place, message=fault.message, hint=fault.hint)


def check_address(address: str, place: Place) -> Iterator[Finding]:
    """Find what misleads in an address that stands alone."""
    if fault := judge_address(address):
        yield Finding(place=place, message=fault.message, hint=fault.hint)


def fictional_links(text: Text) -> Iterator[str]:
    """Go through the links of a text whose address is made up, unless their words show the address."""
    for span in text.spans:
        if isinstance(span, Run) and is_fictional_address(span.address) and not any(fictional_in(span.text)):
            yield span.address


def _faults(text: Text, plain: str) -> Iterator[tuple[int, AddressFault]]:
    """Go through the faults of the links and of the addresses between them, each with its offset."""
    end = 0
    for span in text.spans:
        words = span.text.strip()
        start = max(plain.find(words, end), end)
        if isinstance(span, Run) and span.address and not span.language:
            if fault := _judge_link(span, str(text.source or "")) or _judge_unprinted(span, plain):
                yield start, fault
        elif isinstance(span, Run) and _ADDRESS.search(words):
            yield from _faults_between(words, start)
        end = start + len(words)


def _faults_between(words: str, start: int) -> Iterator[tuple[int, AddressFault]]:
    for match in _WORD.finditer(words):
        written = match[0].strip(_MARKS)
        if (address := _as_address(written)) and (fault := judge_address(address)):
            yield start + match.start(), fault


def _judge_link(link: Run, source: str) -> AddressFault | None:
    """Judge a link; the parser encodes letters outside a to z, which the author did not do."""
    address = link.address if CODED in source else _decoded(link.address)
    return judge_address(address) or _judge_words(link.text, address)


def _as_address(written: str) -> str:
    """Return the address that a PDF reader would make of a word; empty if it would not."""
    if written.startswith(("https://", "http://")):
        return written
    if written.startswith("www."):
        return f"https://{written}"
    return f"mailto:{written}" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", written) else ""


def _judge_words(words: str, address: str) -> AddressFault | None:
    """Judge a link whose words name a site, a mailbox or a number."""
    parts = urlsplit(address)
    if parts.scheme == "tel":
        return _judge_number(words, unquote(parts.path))
    mailbox = parts.scheme == "mailto"
    target = unquote(parts.path).lower() if mailbox else (parts.hostname or "").removeprefix("www.")
    for word in (word.strip(_MARKS) for word in words.split()):
        named = _site_in(word)
        if named and word not in address and not _is_within(named, target):
            message = f"the words name '{word}', but the link leads to '{target}'"
            return AddressFault(message=message, hint="name the same in the words and in the link")
    return None


def _site_in(word: str) -> str:
    """Return the site or mailbox that a word names, without `www.`; empty for any other word."""
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
    """Return whether one site is the other, or a part of it."""
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _judge_number(words: str, number: str) -> AddressFault | None:
    """Judge a telephone link whose words give a number."""
    dialled = digits_of(number.partition(";")[0])
    named = [match for match in NUMBER.findall(words) if len(digits_of(match)) >= _FEWEST]
    if not named or any(_is_same_number(digits_of(match), dialled) for match in named):
        return None
    message = f"the words give the number '{named[0]}', but the link dials '{number}'"
    return AddressFault(message=message, hint="give the same number in the words and in the link")


def _judge_unprinted(link: Run, text: str) -> AddressFault | None:
    """Judge a telephone link whose number stands nowhere in the text: nobody can dial it from paper."""
    scheme, _, number = link.address.partition(":")
    dialled = digits_of(number.partition(";")[0])
    printed = (digits_of(match) for match in NUMBER.findall(text))
    if scheme != "tel" or any(_is_same_number(digits, dialled) for digits in printed):
        return None
    message = f"the link dials '{unquote(number)}', and its words do not say the number: paper would lack it"
    hint = f"write the number in the words, such as `{link.text.strip()} on {unquote(number)}`"
    return AddressFault(message=message, hint=hint)


def _is_same_number(one: str, other: str) -> bool:
    """Return whether two numbers are the same, with or without the code of the country or area."""
    shorter, longer = sorted((one, other), key=len)
    local = shorter.lstrip("0")
    return one == other or (len(local) >= _LOCAL and longer.endswith(local))


def _decoded(address: str) -> str:
    """Decode the host of an address into its own letters; an address that cannot be read stays as it is."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    host = parts.hostname or parts.path.rpartition("@")[2]
    return address.replace(host, decoded_host(host), 1) if CODED in host else address
