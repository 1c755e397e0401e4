"""Addresses of web pages and of mail that lead elsewhere than a reader takes them to."""

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_USUAL_PORTS: Final = {"https": 443, "http": 80}
_LATIN, _EAST = "LATIN", "CJK"
_LIKE_LATIN: Final = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU"})
"""Scripts with letters that look like Latin ones."""
_EAST_ASIAN: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO"})
"""Scripts that are written together in East Asia."""
CODED: Final = "xn--"
"""How a name in other letters begins when it is written in the letters a to z. Source: RFC 5890."""
_LABEL: Final = re.compile(r"[\w-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFault:
    """What is wrong with an address, and what would be right."""

    message: str
    hint: str


def judge_address(address: str) -> AddressFault | None:
    """Find what misleads in an address of the web or, with `mailto:`, of mail."""
    try:
        parts = urlsplit(address)
        match parts.scheme:
            case "tel":
                return None
            case "mailto":
                return _judge_mail(address, parts)
            case _:
                return _judge_web(address, parts)
    except ValueError:
        return AddressFault(
            message=f"'{address}' is no address that leads anywhere",
            hint="copy it from the browser, from https:// to its last sign",
        )


def _judge_web(address: str, parts: SplitResult) -> AddressFault | None:
    host, port = parts.hostname or "", parts.port
    if parts.username is not None:
        message = f"'{address}' leads to '{host}': what stands before the @ is no site"
        return AddressFault(message=message, hint=f"write https://{host} if that is meant, or the right site")
    if "\\" in address:
        message = f"'{address}' has a backslash, after which browsers read on in ways of their own"
        return AddressFault(message=message, hint="write / in its place")
    if fault := _judge_host(host):
        return fault
    if port is not None and port != _USUAL_PORTS.get(parts.scheme):
        message = f"'{address}' leads to the port {port}, which many networks close"
        return AddressFault(message=message, hint=f"take ':{port}' out, or write the public address")
    return None


def _judge_host(host: str) -> AddressFault | None:
    """Judge the name of a site."""
    if _is_number(host):
        message = f"'{host}' is the number of a computer, not the name of a site"
        return AddressFault(message=message, hint="write the name that the site is known by")
    if "." not in host.strip("."):
        message = f"'{host}' is no site that readers can reach"
        return AddressFault(message=message, hint="write its whole name, as in www.example.org")
    readable = decoded_host(host)
    if fault := _judge_letters(readable):
        return fault
    if readable != host:
        message = f"'{host}' is code for '{readable}', which nobody can read"
        return AddressFault(message=message, hint=f"write '{readable}', or a name in plain letters")
    return None


def _judge_letters(name: str) -> AddressFault | None:
    """Judge the letters of the name of a site or of a mailbox: all ought to be of one script."""
    for label in name.strip(".").split("."):
        odd = next(
            (sign for sign in label if not _LABEL.fullmatch(sign) and not unicodedata.combining(sign)), ""
        )
        if odd or not label or unicodedata.normalize("NFKC", label) != label:
            message = f"'{name}' has signs that no site has in its name"
            return AddressFault(message=message, hint="type it anew, letter by letter")
    if sign := _stranger_in(name):
        message = f"'{name}' has letters of several scripts: '{sign}' is {unicodedata.name(sign).lower()}"
        return AddressFault(message=message, hint="type it anew, letter by letter")
    return None


def _stranger_in(name: str) -> str:
    """Return a letter that looks like those around it and is of another script; nothing, where none is."""
    alike = _scripts_of(name)
    if _LATIN in alike and (others := _LIKE_LATIN & alike.keys()):
        return alike[min(others)]
    for label in name.split("."):
        scripts = _scripts_of(label)
        if len(scripts.keys() - {_LATIN, _EAST}) > 1 or len(scripts.keys() - {_EAST}) > 1:
            return scripts[max(scripts.keys() - {_LATIN})]
    return ""


def _scripts_of(name: str) -> dict[str, str]:
    """List the scripts of a name, each with its first letter."""
    scripts: dict[str, str] = {}
    for sign in filter(str.isalpha, name):
        script = unicodedata.name(sign, "UNKNOWN").split()[0].partition("-")[0]
        scripts.setdefault(_EAST if script in _EAST_ASIAN else script, sign)
    return scripts


def _judge_mail(address: str, parts: SplitResult) -> AddressFault | None:
    written = unquote(parts.path)
    fields = [name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)]
    if more := [name for name in fields if name != "subject"]:
        message = f"'{address}' also sets '{more[0]}' of the message, which its reader does not see here"
        return AddressFault(message=message, hint=f"write mailto:{written} alone")
    mailbox, _, host = written.rpartition("@")
    if not mailbox or re.search(r"[@,;\s]", mailbox):
        message = f"'{address}' is not the address of one mailbox"
        return AddressFault(message=message, hint="write one address, like name@example.org")
    if sign := _stranger_in(mailbox):
        message = f"'{mailbox}' has letters of several scripts: '{sign}' is {unicodedata.name(sign).lower()}"
        return AddressFault(message=message, hint="type it anew, letter by letter")
    return _judge_host(host.lower())


def _is_number(host: str) -> bool:
    """Tell whether a host is a number, in any of the forms that browsers take."""
    try:
        ip_address(host)
    except ValueError:
        last = host.strip(".").rpartition(".")[2]
        return last.isdecimal() or last.startswith("0x")
    return True


def decoded_host(host: str) -> str:
    """Write the name of a site in its own letters where it stands in code."""
    return ".".join(map(_decoded_label, host.split(".")))


def _decoded_label(label: str) -> str:
    """Read the letters that a part of a host stands for; what is no code stays as it is."""
    try:
        return label.removeprefix(CODED).encode("ascii").decode("punycode") if CODED in label else label
    except UnicodeError:
        return label
