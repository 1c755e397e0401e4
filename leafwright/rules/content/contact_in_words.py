"""A phone number or an address of one clinic is in a text that every clinic prints."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from leafwright.blocks.qr import QR
from leafwright.problems import Place
from leafwright.rules import Finding, Findings, Passage, Reader
from leafwright.telephone import SHORT, digits_of, find_numbers
from leafwright.text import Run

_RUNG: Final = re.compile(
    r"\b(?:phone|telephone|tel|ring|call|dial|fax|bleep|text|ext|extension)\b\.?"
    r"(?: (?:us|them|me|the [a-z]+|your [a-z]+|on|at|extension|number))*:? (\d(?:[ -]?\d){3,})\b",
    re.IGNORECASE,
)
"""A number without its area code, after a word such as `phone` or `fax`."""
_EVERYBODYS: Final = re.compile(
    rf"{SHORT.pattern}|0(?:300|800|808|18001)\d*|1?8(?:00|33|44|55|66|77|88)\d{{7}}|44(?:300|800|808)\d*"
)
_MAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB: Final = re.compile(
    r"(?:https?://|www\.)[^\s,;)\]”\"']+[^\s.,;:!?)\]”\"']|\b[\w.-]+\.nhs\.uk\b[^\s.,;)]*"
)
_OF_A_CLINIC: Final = re.compile(
    r"clinic|hospital|infirmary|surgery|practice|health-?cent(?:re|er)|medical-?(?:group|cent(?:re|er))"
    r"|(?:foundation|nhs)-?trust",
    re.IGNORECASE,
)
_TRUSTS: Final = ".nhs.uk"
_OF_ALL: Final = frozenset({"www.nhs.uk", "111.nhs.uk"})
"""Hosts of the NHS that belong to no trust or practice."""
_QUICK: Final = re.compile(r"\d{3}|\d[ -]\d|@|www\.|://|\.nhs\.")
_HINT: Final = (
    "`kind: contacts` and warnings print each clinic's own; for a line of a whole country, silence the rule"
)


def check(reader: Reader) -> Findings:
    """Report numbers and addresses of one clinic in a text for all."""
    contacts = [contact for passage in reader.passages for contact in _contacts(passage)]
    contacts += [
        (code.address, code.place_of("address"))
        for code in reader.blocks(QR)
        if code.address and _is_of_a_clinic(code.address)
    ]
    for contact, place in contacts:
        yield Finding(place=place, message=f"'{contact}' is printed for every clinic", hint=_HINT)


def _contacts(passage: Passage) -> Iterator[tuple[str, Place]]:
    if _QUICK.search(passage.text):
        for start, contact in sorted({**_numbers(passage.text), **_addresses(passage.text)}.items()):
            yield contact, passage.place_at(start)
    for span in passage.written.spans:
        if isinstance(span, Run) and span.address and _is_ones_own(span):
            yield span.address, passage.place_at(max(passage.text.find(span.text.strip()), 0))


def _numbers(text: str) -> dict[int, str]:
    full = {match.start(): match[0] for match in find_numbers(text)}
    numbers = {match.start(1): match[1] for match in _RUNG.finditer(text)} | full
    return {
        start: number for start, number in numbers.items() if not _EVERYBODYS.fullmatch(digits_of(number))
    }


def _addresses(text: str) -> dict[int, str]:
    mail = {match.start(): match[0] for match in _MAIL.finditer(text)}
    return mail | {match.start(): match[0] for match in _WEB.finditer(text) if _is_of_a_clinic(match[0])}


def _is_ones_own(link: Run) -> bool:
    """Return whether a link leads to one clinic; an address in the link's words is found in the text."""
    scheme, _, rest = link.address.partition(":")
    if rest.removeprefix("//") in link.text:
        return False
    if scheme == "tel":
        return not _EVERYBODYS.fullmatch(digits_of(rest))
    return scheme == "mailto" or _is_of_a_clinic(link.address)


def _is_of_a_clinic(address: str) -> bool:
    host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    return bool(_OF_A_CLINIC.search(address)) or (host.endswith(_TRUSTS) and host not in _OF_ALL)
