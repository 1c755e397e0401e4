"""The scripts of languages, and what each needs on a page.

Source: likely subtags and exemplar letters of the Unicode locale data (CLDR 48); the first from Babel, the
second in alphabets.json, without the letters of ASCII.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from leafwright.resources import PACKAGE
from leafwright.tags import Language

LATIN: Final = "Latn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script by its ISO 15924 code.

    `leading` is the factor of its line height compared with Latin, `small` that of its smallest print.
    Fonts of an `extra` are not bundled, but installed by that name if a language needs them. The glyphs of a
    `shaped` script are not its letters: they are joined, stacked or moved. `kerned` is false if gaps between
    letters would look like gaps between words; `backwards` scripts run from right to left.
    """

    code: str
    name: str
    extra: str = ""
    leading: float = 1.0
    small: float = 1.0
    shaped: bool = False
    kerned: bool = True
    backwards: bool = False


SCRIPTS: Final[Mapping[str, Script]] = {
    script.code: script
    for script in (
        Script(code=LATIN, name="Latin"),
        Script(code="Cyrl", name="Cyrillic"),
        Script(code="Grek", name="Greek"),
        Script(
            code="Arab",
            name="Arabic",
            extra="arabic",
            leading=1.05,
            small=1.1,
            shaped=True,
            kerned=False,
            backwards=True,
        ),
        Script(code="Hebr", name="Hebrew", extra="hebrew", backwards=True),
        Script(code="Deva", name="Devanagari", extra="devanagari", leading=1.1, shaped=True),
        Script(code="Beng", name="Bengali", extra="bengali", leading=1.1, shaped=True),
        Script(code="Taml", name="Tamil", extra="tamil", leading=1.1, shaped=True),
        Script(code="Thai", name="Thai", extra="thai", leading=1.1, shaped=True),
        Script(code="Hans", name="simplified Chinese", extra="chinese", leading=1.05),
    )
}
"""The scripts that can be printed."""


@cache
def script_of(language: str) -> str:
    """Return the code of a language's script: Arab for `ar`, Latn for an unknown language."""
    from babel.core import get_global, parse_locale  # noqa: PLC0415  # a build with nothing to do needs neither

    likely: Mapping[str, str] = get_global("likely_subtags")
    name, territory, script, *_ = parse_locale(language, sep="-")
    if script:
        return str(script)
    tag = likely.get(f"{name}_{territory}") or likely.get(name)
    return str(parse_locale(tag)[2]) if tag else LATIN


def letters_of(language: str) -> frozenset[str]:
    """Return the letters of a language outside of ASCII, small and capital."""
    name, script = Language(language).base.lower(), script_of(language)
    small = _alphabets().get(f"{name}-{script}") or _alphabets().get(name, "")
    return frozenset(small) | {sign for letter in small if len(sign := letter.upper()) == 1}


@cache
def _alphabets() -> Mapping[str, str]:
    written: dict[str, str] = json.loads((PACKAGE / "alphabets.json").read_text("utf-8"))
    return written
