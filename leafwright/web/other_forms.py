"""What a page links to: its print editions, and its topic in other languages."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath
from typing import Final

from leafwright.sheet import Sheet
from leafwright.sheet.sibling import Sibling

_LINE: Final = re.compile(
    rb'^(?:<link rel="alternate" |<li><a class="versions__link" )[^>]*\bhref="([^"]*)".*\n', re.MULTILINE
)
"""The line of one link to another form, as `templates/web/parts/versions.html` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherForm:
    """Another form of a page: its address, its language and how that is named, and its edition."""

    address: str
    language: str
    named: str = ""
    edition: str = ""


def list_printed(sheet: Sheet, siblings: Sequence[Sibling]) -> list[OtherForm]:
    """List the PDFs of the page's topic, as seen from its folder."""
    folder = dirname(sheet.key.product(""))
    return [
        OtherForm(
            address=relpath(sibling.key.path, folder),
            language=sibling.key.language,
            named=sibling.language,
            edition=f"{_edition_of(sheet, sibling)} ({f'PDF {sibling.key.other_paper}'.strip()})",
        )
        for sibling in siblings
    ]


def list_languages(sheet: Sheet, siblings: Sequence[Sibling]) -> list[OtherForm]:
    """List the other pages of the topic, each once; only those in two languages say which edition."""
    own = sheet.key.product(".html", beside=sheet.beside is not None)
    folder = dirname(own)
    pages = {sibling.key.product(".html", beside=sibling.beside): sibling for sibling in reversed(siblings)}
    return [
        OtherForm(
            address=relpath(path, folder),
            language=sibling.key.language,
            named=sibling.language,
            edition=_edition_of(sheet, sibling) if sibling.beside else "",
        )
        for path, sibling in sorted(pages.items())
        if path != own
    ]


def keep_links(page: bytes, path: str, there: Collection[str]) -> bytes:
    """Take out of a page the lines that lead to other forms, except to those that are there, by path."""

    def kept(line: re.Match[bytes]) -> bytes:
        return line[0] if normpath(join(dirname(path), line[1].decode())) in there else b""

    return _LINE.sub(kept, page)


def _edition_of(sheet: Sheet, sibling: Sibling) -> str:
    name = sheet.phrases.editions.get(sibling.key.edition)
    return name.plain if name else sibling.key.edition
