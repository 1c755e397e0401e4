"""Write the rules' pages as Markdown: one for `explain`, all of them for docs/rules.md."""

from collections.abc import Iterator
from string import Template
from typing import Final

from leafwright.decode import read_record
from leafwright.model.record import Key, Record
from leafwright.resources import PACKAGE
from leafwright.rules.page import RulePage
from leafwright.rules.profile import load_profile, profile_names
from leafwright.rules.rule import FOLDERS, Rule, find_codes, find_rule

HERE: Final = PACKAGE / "rules"
MEASURED: Final = ("measured.yaml", "measured-translations.yaml")
HEADINGS: Final = {
    "content": "What a leaflet says",
    "translation": "What a translation says",
    "text": "How any text is typed",
    "library": "What all leaflets share",
    "clinic": "What a clinic answers",
    "proof": "What is printed",
}


def all_pages() -> dict[str, RulePage]:
    """Load the page of every rule, by code."""
    return {code: find_rule(code).page for code in find_codes()}


def write_page(code: str, level: int = 1) -> str:
    """Write one rule's page: its heading, its text and how each profile sets it.

    Raises KeyError when there is no such rule.
    """
    rule = find_rule(code)
    settings = "\n".join(_settings(rule))
    return f"{'#' * level} {code}\n\n{rule.page}\n\n{settings}\n"


def write_book() -> str:
    """Write all pages as one file: the profiles, the rules by what they read, how often rules are right."""
    texts, pairs = (read_record(_Measured, HERE / name, name) for name in MEASURED)
    return Template((HERE / "book.md").read_text("utf-8")).substitute(
        profiles="\n".join(_profiles()),
        rules="\n".join(_chapters()),
        seen=texts.seen.texts,
        unseen=texts.unseen.texts,
        measured="\n".join(_rows(texts)),
        seen_pairs=pairs.seen.texts,
        unseen_pairs=pairs.unseen.texts,
        measured_translations="\n".join(_rows(pairs)),
    )


def _chapters() -> Iterator[str]:
    """Write the pages of the rules, below a heading of what they read."""
    for folder in FOLDERS:
        codes = [code for code, owner in find_codes().items() if owner == folder]
        if codes:
            yield f"## {HEADINGS[folder]}\n"
            yield from (write_page(code, level=3) for code in codes)


class _Row(Record):
    """How often one rule fired on the texts, was right, and missed what was marked."""

    fired: int
    right: int
    missed: int

    def __str__(self) -> str:
        share = f"{self.right / self.fired:.0%}" if self.fired else "-"
        return f"{self.fired} | {share} | {self.missed}"


class _Run(Record):
    """How the rules did on one set of texts."""

    texts: int
    rules: dict[Key, _Row]


class _Measured(Record):
    """What the test of the rules' precision found."""

    seen: _Run
    unseen: _Run


def _rows(measured: _Measured) -> Iterator[str]:
    """Write how often each rule is right on texts that were seen, and on others."""
    yield "| | seen texts | | | unseen texts | | |\n|---|---|---|---|---|---|---|"
    yield "| rule | findings | right | missed | findings | right | missed |"
    for code, row in sorted(measured.seen.rules.items()):
        yield f"| `{code}` | {row} | {measured.unseen.rules[code]} |"


def _profiles() -> Iterator[str]:
    yield "| profile | | follows |\n|---|---|---|"
    for name in profile_names():
        file = load_profile(name).file
        yield f"| `{name}` | {file.summary} | {file.standards} |"
    yield ""


def _settings(rule: Rule) -> Iterator[str]:
    yield "| profile | severity | given |\n|---|---|---|"
    for name in profile_names():
        setting = load_profile(name).file.rules.get(rule.code)
        if setting is not None:
            given = (f"{key.replace('_', '-')}: {_shown(value)}" for key, value in setting.given.items())
            yield f"| `{name}` | {setting.severity} | {'; '.join(given)} |"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_shown(part)}" for key, part in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
