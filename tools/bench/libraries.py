"""The libraries that are measured, in English: the examples, and a thousand sheets made of them."""

import re
import shutil
from pathlib import Path
from typing import Final

import yaml

from tools.bench.timing import ROOT

CLINIC: Final = "harbour-row"
TOPICS: Final = 125
"""Times four variants and two editions for one clinic: a thousand sheets."""


EXAMPLES: Final = (
    "epidural-injections-for-sciatica",
    "facet-joint-injections",
    "steroid-injections-for-back-pain",
)
CLINICS: Final = ("cedar-hollow", "harbour-row", "harbour-row-mill-lane")
"""The clinics of the examples that print sheets."""
MEASURED: Final = CLINICS[:2]
TRUST: Final = "harbour-row-trust"
"""What `CLINIC` is part of."""
LANGUAGES: Final = ("en", "ar", "es")
"""The languages of the examples."""


def write_large(root: Path, topics: int = TOPICS) -> Path:
    """Write a library of copies of the examples, each under a name and a reference code of its own."""
    sources = _examples()
    copy_clinics(root, CLINIC)
    _close_departments(root)
    (root / "handouts").mkdir(parents=True)
    shutil.copy(ROOT / "handouts" / "references.yaml", root / "handouts")
    for number in range(topics):
        source = sources[number % len(sources)]
        folder = root / "handouts" / f"topic-{number:03}"
        shutil.copytree(source, folder, ignore=_translations)
        change(folder / "en.yaml", r"(?m)^reference: .*$", f"reference: N-{number:03}")
    _print_english(root)
    return root


def write_translated(root: Path, topics: int) -> None:
    """Write a library of copies of the examples with their translations, each with a reference of its own."""
    sources = _examples()
    copy_clinics(root, *MEASURED)
    _close_departments(root)
    (root / "handouts").mkdir()
    shutil.copy(ROOT / "handouts/references.yaml", root / "handouts")
    for number in range(topics):
        source = sources[number % len(sources)]
        folder = shutil.copytree(source, root / "handouts" / f"{source.name}-{number}")
        for path in folder.glob("*.yaml"):
            text = path.read_text("utf-8")
            path.write_text(re.sub(r"(?m)^reference: .*$", f"reference: EX-{number}", text), "utf-8")


def write_examples(root: Path) -> Path:
    """Write the example library in English, with both clinics."""
    copy_clinics(root, *MEASURED)
    for source in _examples():
        shutil.copytree(source, root / "handouts" / source.name, ignore=_translations)
    shutil.copy(ROOT / "handouts/references.yaml", root / "handouts")
    _print_english(root)
    return root


def copy_clinics(root: Path, *clinics: str) -> None:
    """Copy clinics of the examples, and those that they are part of, without their packs of sheets."""
    for clinic in clinics:
        folder = root / "clinics" / clinic
        if not folder.exists():
            shutil.copytree(ROOT / "clinics" / clinic, folder)
            text = re.sub(r"(?m)^packs:\n(?: .*\n)*", "", (folder / "clinic.yaml").read_text("utf-8"))
            (folder / "clinic.yaml").write_text(text, "utf-8")
            copy_clinics(root, *re.findall(r"(?m)^part-of: (\S+)$", text))


def _close_departments(root: Path) -> None:
    """Let every topic be for the clinic as a whole; its departments list those of the examples."""
    path = root / "clinics" / TRUST / "clinic.yaml"
    trust = yaml.safe_load(path.read_text("utf-8"))
    first = next(iter(trust.pop("departments").values()))
    trust |= {"department": first["name"], "phones": first["phones"] | trust["phones"]}
    text = yaml.safe_dump(trust, allow_unicode=True, sort_keys=False, width=1000, default_flow_style=None)
    path.write_text(text, "utf-8")


def _examples() -> list[Path]:
    """List the folders of the examples; whoever works in a clone has topics and clinics of their own."""
    return [ROOT / "handouts" / name for name in EXAMPLES]


def _translations(_folder: str, names: list[str]) -> list[str]:
    """Name the handouts of a folder that are in other languages."""
    return [name for name in names if "en.yaml" in names and name.endswith(".yaml") and name != "en.yaml"]


def _print_english(root: Path) -> None:
    """Let every clinic print English alone: more languages would make other libraries of these."""
    for path in (root / "clinics").glob("*/clinic.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^  languages: \[(en[^],]*).*$", r"  languages: [\1]", text), "utf-8")


def change(path: Path, pattern: str, text: str) -> None:
    """Change the first place of a file that matches. Raises ValueError when none does."""
    changed, times = re.subn(pattern, text, path.read_text("utf-8"), count=1)
    if not times:
        message = f"{path.name} holds nothing like {pattern}"
        raise ValueError(message)
    path.write_text(changed, "utf-8")


def one_handout(root: Path) -> None:
    """Change a word of one handout."""
    change(root / "handouts" / "topic-000" / "en.yaml", r"(?m)^title: (.*)$", r"title: \1, again")


def one_phone(root: Path) -> None:
    """Change the phone number out of hours of the one clinic."""
    change(root / "clinics" / TRUST / "clinic.yaml", r"01632 960 175", "01632 960 176")


def one_token(root: Path) -> None:
    """Give the workspace a token sheet of its own, in which one size differs."""
    own = root / "styles" / "tokens.css"
    own.parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / "styles" / "tokens.css", own)
    change(own, r"--pad: 4mm", "--pad: 4.1mm")
