"""Ask citeproc-js how it prints the sources of tests/bibliography, and keep its answers there.

Run as `python -m tools.citeproc_answers FOLDER`, after `npm install citeproc` in that folder. It is given the
very style and locales that leaflets are printed with; the suite reads the answers, and needs no Node.
"""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final, get_args

import citeproc
import yaml

from leafwright.bibliography import STYLE
from leafwright.model.csl import ReferenceType

ROOT: Final = Path(__file__).resolve().parent.parent
ITEMS: Final = ROOT / "tests/bibliography/items.yaml"
TYPES: Final = ROOT / "tests/bibliography/types.yaml"
ANSWERS: Final = ROOT / "tests/bibliography/answers"
LOCALES: Final = ("cy-GB", "en-GB", "en-US", "es-ES", "fr-FR", "pl-PL")
"""The locales that CSL has for the languages of words/; in those read from the right sources are English."""
LOCAL: Final = ("accessed-", "book-date-", "date-", "edition-", "quote-", "report-")
"""What locales print in different ways: only these are asked for in others than British English."""


def ask(packages: Path, locale: str, items: list[dict[str, Any]]) -> dict[str, str]:
    """Return what citeproc-js prints for each item, by its id, with tags where words are set otherwise."""
    asked = {
        "style": STYLE.read_text("utf-8"),
        "locales": {path.stem.removeprefix("locales-"): path.read_text("utf-8") for path in _locales()},
        "locale": locale,
        "items": list(map(_as_json, items)),
    }
    command = ["node", str(ROOT / "tools/citeproc.cjs"), str(packages / "node_modules/citeproc")]
    done = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    answers: dict[str, str] = json.loads(done.stdout)
    return {name: re.sub(r"[ \n]+", " ", line) for name, line in answers.items()}


def items_of_types() -> list[dict[str, Any]]:
    """Make a source of each type of CSL, with all fields that some type prints."""
    fields = yaml.safe_load(TYPES.read_text("utf-8"))
    return [
        {"id": f"type-{name.replace('_', '-')}", "type": name, **fields} for name in get_args(ReferenceType)
    ]


def _locales() -> list[Path]:
    return sorted(Path(citeproc.LOCALES_PATH).glob("locales-*.xml"))


def _as_json(item: dict[str, Any]) -> dict[str, Any]:
    """Write an item as CSL-JSON has it: a date in one string is called raw there."""
    dates = {key: {"raw": item[key]} for key in ("issued", "accessed") if isinstance(item.get(key), str)}
    return item | dates


def main() -> None:
    """Write the answers of each locale."""
    packages = Path(sys.argv[1])
    for locale in LOCALES:
        sources = yaml.safe_load(ITEMS.read_text("utf-8"))["references"]
        answers = ask(packages, locale, [*sources, *items_of_types()]).items()
        lines = [f"{name}: {line}\n" for name, line in answers if locale == "en-GB" or name.startswith(LOCAL)]
        (ANSWERS / f"{locale}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
