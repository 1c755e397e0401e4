"""Write the rules' pages as Markdown: one for `explain`, all of them for docs/rules.md."""

from collections.abc import Iterator
from typing import Final

from leafwright.decode import read_record
from leafwright.model.record import Key, Record
from leafwright.resources import PACKAGE
from leafwright.rules.page import RulePage
from leafwright.rules.profile import load_profile, profile_names
from leafwright.rules.rule import FOLDERS, Rule, find_codes, find_rule

HEADINGS: Final = {
    "content": "What a leaflet says",
    "translation": "What a translation says",
    "library": "What all leaflets share",
    "clinic": "What a clinic answers",
    "proof": "What is printed",
}
OPENING: Final = """\
<!-- Made by `python -m leafwright.rules`; do not edit. -->

# Rules

`python generate.py check` checks every leaflet by these rules. A rule's name is its code in every report, and
`python generate.py explain NAME` prints its page. The codes of other messages are in [codes](codes.md).

A clinic chooses a profile in its clinic.yaml, such as `profile: uk-nhs`; a leaflet is checked by the profiles
of all clinics that print it. An author can silence a rule for a block, a section or a whole handout, and a
translator for a part of a translation, with a reason:

```yaml
silence:
  - {rule: long-sentence, reason: the wording of the consent form is fixed}
```

A silence that matches no finding is reported as `idle-silence`.
"""


FIRST_RUN: Final = "235 of 242"
MEASURED: Final = """\
## How often each rule is right

A test measures this on texts that imitate leaflets of many kinds, good and bad, in which every fault was
marked by hand. No text is taken from a real leaflet. The project wrote both the rules and the texts, so the
rules will do worse on real leaflets.

Most of the {seen} seen texts were written before anyone ran the rules on them; those on dates, titles, lists,
references and missing parts were added later, so that each rule has something to find. Where rule and mark
disagreed, the standard decided, and the rule or the mark was corrected on these same texts.

The {unseen} unseen texts were written and marked after that, and no rule was changed for them. In the first
run {first} findings were right; two of the others were faults that nobody had marked, and their marks were
added. What a rule misses there is the better estimate of what it will miss.

The newest seen texts, on changes of a risk, groups of a risk, addresses, repeated words, telephone lines of
warnings, kinds of sheet, medicines by name and ways to explain a word, were written together with their
rules. Some of their marks were corrected after the first run, and two marks were added to older texts after a
rule had found the faults. They show that these rules do what was meant, not how often they are right.

A finding is right when it points at marked words; a mark that no finding points at is missed. A rule that is
right less than nine times in ten, on both together, is at most advice in every profile. So is one with fewer
than eight findings, because that is too few to judge it. Rules on clinics and on what is printed are not
measured.
"""
TRANSLATIONS: Final = """\
Rules on translations were measured on short texts, each with a translation into Spanish, Arabic, French,
Polish, Urdu or Welsh, which the project wrote and marked as well: {seen} seen and {unseen} unseen. In the
first run on the seen texts 61 of 64 findings were right and 2 faults were missed; the rules were corrected on
these same texts. No rule was changed for the unseen ones. Rules that only compare, such as `lost-citation`,
are not measured.
"""


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
    """Write all pages as one file: the profiles, then the rules by what they read."""
    parts = [OPENING, "\n".join(_profiles()), "\n".join(_measured())]
    for folder in FOLDERS:
        codes = [code for code, owner in find_codes().items() if owner == folder]
        if codes:
            parts += [f"## {HEADINGS[folder]}\n", *(write_page(code, level=3) for code in codes)]
    return "\n".join(parts)


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


def _measured() -> Iterator[str]:
    """Write how often the rules are right: those on handouts, then those on translations."""
    for text, name in ((MEASURED, "measured.yaml"), (TRANSLATIONS, "measured-translations.yaml")):
        measured = read_record(_Measured, PACKAGE / "rules" / name, name)
        yield text.format(seen=measured.seen.texts, unseen=measured.unseen.texts, first=FIRST_RUN)
        yield "| | seen texts | | | unseen texts | | |\n|---|---|---|---|---|---|---|"
        yield "| rule | findings | right | missed | findings | right | missed |"
        for code, row in sorted(measured.seen.rules.items()):
            yield f"| `{code}` | {row} | {measured.unseen.rules[code]} |"
        yield ""


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
