"""Web and mail addresses that do not lead where a reader expects."""

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
"""The prefix of a name in other letters that is encoded in the letters a to z. Source: RFC 5890."""
_LABEL: Final = re.compile(r"[\w-]")
_RETYPE: Final = "type it again, letter by letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressFault:
    """What is wrong with an address, and what would be right."""

    message: str
    hint: str


def judge_address(address: str) -> AddressFault | None:
    """Return what is misleading in a web or `mailto:` address; None if nothing is."""
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
            message=f"'{address}' is no address",
            hint="copy it from the browser, from https:// to its last character",
        )


def _judge_web(address: str, parts: SplitResult) -> AddressFault | None:
    host, port = parts.hostname or "", parts.port
    if parts.username is not None:
        message = f"'{address}' leads to '{host}': the part before the @ is not the site"
        return AddressFault(message=message, hint=f"write https://{host} if you mean it, or the right site")
    if "\\" in address:
        message = f"'{address}' has a backslash, which browsers read in different ways"
        return AddressFault(message=message, hint="write / instead")
    if fault := _judge_host(host):
        return fault
    if port is not None and port != _USUAL_PORTS.get(parts.scheme):
        message = f"'{address}' leads to the port {port}, which many networks block"
        return AddressFault(message=message, hint=f"take ':{port}' out, or write the public address")
    return None


def _judge_host(host: str) -> AddressFault | None:
    """Judge the name of a site."""
    if _is_number(host):
        message = f"'{host}' is the number of a computer, not the name of a site"
        return AddressFault(message=message, hint="write the name of the site")
    if "." not in host.strip("."):
        message = f"'{host}' is no site that readers can reach"
        return AddressFault(message=message, hint="write its full name, such as www.example.org")
    readable = decoded_host(host)
    if fault := _judge_letters(readable):
        return fault
    if readable != host:
        message = f"'{host}' is code for '{readable}', which nobody can read"
        return AddressFault(message=message, hint=f"write '{readable}', or a name in plain letters")
    return None


def _judge_letters(name: str) -> AddressFault | None:
    """Judge the letters in the name of a site: they should all be of one script."""
    for label in name.strip(".").split("."):
        odd = next(
            (sign for sign in label if not _LABEL.fullmatch(sign) and not unicodedata.combining(sign)), ""
        )
        if odd or not label or unicodedata.normalize("NFKC", label) != label:
            message = f"'{name}' has signs that no site has in its name"
            return AddressFault(message=message, hint=_RETYPE)
    return _judge_scripts(name)


def _judge_scripts(name: str) -> AddressFault | None:
    if sign := _look_alike(name):
        message = f"'{name}' has letters of several scripts: '{sign}' is {unicodedata.name(sign).lower()}"
        return AddressFault(message=message, hint=_RETYPE)
    return None


def _look_alike(name: str) -> str:
    """Return a letter of another script that looks like the letters around it; empty if there is none."""
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
        message = f"'{address}' also sets '{more[0]}' of the message, which the reader does not see here"
        return AddressFault(message=message, hint=f"write only mailto:{written}")
    mailbox, _, host = written.rpartition("@")
    if not mailbox or re.search(r"[@,;\s]", mailbox):
        message = f"'{address}' is not the address of one mailbox"
        return AddressFault(message=message, hint="write one address, like name@example.org")
    return _judge_scripts(mailbox) or _judge_host(host.lower())


def _is_number(host: str) -> bool:
    """Return whether a host is a number, in any of the forms that browsers accept."""
    try:
        ip_address(host)
    except ValueError:
        last = host.strip(".").rpartition(".")[2]
        return last.isdecimal() or last.startswith("0x")
    return True


def decoded_host(host: str) -> str:
    """Decode the name of a site into its own letters, where it is encoded."""
    return ".".join(map(_decoded_label, host.split(".")))


def _decoded_label(label: str) -> str:
    """Decode a part of a host; one that is not encoded stays as it is."""
    try:
        return label.removeprefix(CODED).encode("ascii").decode("punycode") if CODED in label else label
    except UnicodeError:
        return label
