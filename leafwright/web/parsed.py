"""A page as a proof reads it: its words, its tags, its ids and its links."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from leafwright.plain_text.tree import VOID

UNREAD: Final = frozenset({"head", "script", "style", "svg", "template"})
"""What is inside these is not read as text."""


@dataclass(slots=True)
class ParsedPage:
    """What a page has, in order; `wrong` lists tags that do not match."""

    words: list[str] = field(default_factory=list)
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of the page."""
        return "".join(self.words)

    @property
    def is_whole(self) -> bool:
        """Whether it is a page, and not a fragment of one."""
        return any(tag == "html" for tag, _ in self.tags)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = ParsedPage()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.page.tags.append((tag, named))
        if "id" in named:
            self.page.ids.append(named["id"])
        self.page.links += [named["href"]] if named.get("href") else []
        self.page.links += [f"#{name}" for name in named.get("aria-labelledby", "").split()]
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self._open and self._open[-1] == tag and tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.page.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if UNREAD.isdisjoint(self._open):
            self.page.words.append(data)

    def close(self) -> None:
        super().close()
        self.page.wrong += self._open


def parse(html: str) -> ParsedPage:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page
