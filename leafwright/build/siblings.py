"""Which sheets share a web page, and which one of them makes it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self

from leafwright.sheet import SheetKey
from leafwright.sheet.sibling import Sibling


@dataclass(frozen=True, slots=True, kw_only=True)
class Siblings:
    """The sheets of every topic and variant, in the order in which their clinics print them."""

    groups: Mapping[tuple[str, str, str], tuple[Sibling, ...]]

    @classmethod
    def of(cls, sheets: Iterable[Sibling]) -> Self:
        """Group sheets."""
        groups: dict[tuple[str, str, str], list[Sibling]] = {}
        for sheet in sheets:
            groups.setdefault(_group_of(sheet.key), []).append(sheet)
        return cls(groups={name: tuple(group) for name, group in groups.items()})

    def beside(self, key: SheetKey) -> tuple[Sibling, ...]:
        """List the sheets that a web page stands for or links to, if this sheet makes the page.

        The first edition that a clinic prints makes it, and the first bilingual one that in two languages.
        """
        group = self.groups.get(_group_of(key), ())
        own = next((sheet for sheet in group if sheet.key == key), None)
        if own is None:
            return ()
        leads = next(sheet for sheet in group if _page_of(sheet) == _page_of(own))
        return group if leads is own else ()

    def links_of(self, key: SheetKey) -> tuple[str, ...]:
        """List the PDFs and the pages that the web page links to; none if another sheet makes the page."""
        sheets = self.beside(key)
        printed = {sheet.key.path for sheet in sheets}
        leads = {_page_of(sheet): sheet for sheet in reversed(sheets)}
        return tuple(sorted(printed | {_page_path(lead) for lead in leads.values() if lead.key != key}))


NO_SIBLINGS: Final = Siblings(groups={})


def _group_of(key: SheetKey) -> tuple[str, str, str]:
    return key.clinic, key.topic, key.variant


def _page_path(sheet: Sibling) -> str:
    return sheet.key.product(".html", beside=sheet.beside)


def _page_of(sheet: Sibling) -> tuple[str, bool]:
    return sheet.key.language, sheet.beside
