"""The rules' pages as Markdown: one for `explain`, all of them for docs/rules.md."""

from collections.abc import Iterator
from typing import Final

from leafwright.rules.page import Page
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

`python generate.py check` reads every leaflet by these rules. A rule's name is its code in every report, and
`python generate.py explain NAME` prints its page.

A clinic chooses a profile in its clinic.yaml, `profile: uk-nhs` say; a leaflet is read by the profiles of all
clinics that print it. An author can silence a rule for a block, a section or a whole handout, with a reason:

```yaml
silence:
  - {rule: long-sentence, reason: the wording of the consent form is fixed}
```

A silence that answers no finding is reported as `idle-silence`.
"""


def all_pages() -> dict[str, Page]:
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
    parts = [OPENING, "\n".join(_profiles())]
    for folder in FOLDERS:
        codes = [code for code, there in find_codes().items() if there == folder]
        if codes:
            parts += [f"## {HEADINGS[folder]}\n", *(write_page(code, level=3) for code in codes)]
    return "\n".join(parts)


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
