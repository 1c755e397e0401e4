"""The examples of the rules for translations: a source and its words, made into a workspace with both."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import yaml
from babel import Locale

from leafwright.language import plurals_of
from leafwright.library import load_library
from leafwright.resources import PACKAGE
from leafwright.translation import Part, parts_of
from leafwright.workspace import Workspace
from tests.workspaces import CLINIC_FILE, LANGUAGE, REFERENCES, TOPIC, write_workspace

MARK: Final = re.compile(r"  # <-$", re.MULTILINE)
KEY: Final = re.compile(r"[@\[,] ?([a-z]+\d{4}[a-z]?)\b")
OTHER: Final = "es"
"""The language of an example that names none."""
REST: Final = {
    "ar": "اعتن بركبتك.",
    "es": "Cuide su rodilla.",
    "fr": "Soignez votre genou.",
    "it": "Abbi cura del tuo ginocchio.",
    "cy": "Gofalwch am eich pen-glin.",
    "pl": "Zadbaj o kolano.",
    "ur": "اپنے گھٹنے کا خیال رکھیں",
}
"""What an example says wherever it is not about the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """An example put into a workspace: the file it became a part of, and its marked lines there."""

    workspace: Workspace
    file: str
    marked: frozenset[int]


def reference(key: str) -> dict[str, Any]:
    """Make an entry of the bibliography."""
    return {**REFERENCES[0], "id": key, "DOI": f"10.1000/{key}", "title": f"A made-up study, {key}"}


def write_bilingual(root: Path, written: str) -> Example:
    """Put an example into a workspace with a source and a translation, both whole but for the example.

    Its `parts` become those of the translation. What they give as `source` becomes the source: `text` a
    message, `items.1` and so on a list. Where no `made-from` is written they are current. `phrases` replaces
    phrases of the words file. The clinic prints both languages.
    """
    content = yaml.load(MARK.sub("", written), yaml.BaseLoader)  # noqa: S506  # builds nothing but text
    language, parts = content.get("language", OTHER), content.get("parts", {})
    workspace = write_workspace(
        root,
        blocks=[_block(name, part["source"]) for name, part in parts.items()]
        or [_block("plain", {"text": "Rest."})],
        references=[reference(key) for key in sorted(set(KEY.findall(written)))],
        files={f"words/{language}.yaml": _words(language)},
        clinic=_everything(language),
    )
    (source,) = load_library(workspace).handouts
    lines = list(_current(written if parts else "", parts_of(source.handout)))
    lines += [
        f"  {name}: {json.dumps(_translated_part(part, language))}"
        for name, part in parts_of(source.handout).items()
        if name not in parts
    ]
    name = f"handouts/{TOPIC}/{language}.yaml"
    _write(workspace, name, _heading(lines, language))
    if not parts:
        return _with_phrases(workspace, written, language)
    marked = {number for number, line in enumerate(_heading(lines, language), 1) if MARK.search(line)}
    return Example(workspace=workspace, file=name, marked=frozenset(marked))


def _block(name: str, source: Mapping[str, str]) -> dict[str, Any]:
    if "text" in source:
        return {"kind": "key-message", "id": name, "text": source["text"]}
    return {"kind": "list", "id": name, "items": list(source.values())}


def _words(language: str) -> str:
    """Write a words file of the language, in which nothing is missing."""
    locale = Locale.parse(language)
    words = yaml.safe_load((PACKAGE.parent / "words/en-GB.yaml").read_text("utf-8"))
    words |= {"language": language, "direction": locale.text_direction}
    words["phrases"]["catalogue"]["card"]["pages"] = dict.fromkeys(plurals_of(locale), "{n} p")
    return yaml.safe_dump(words, sort_keys=False, allow_unicode=True)


def _translated_part(part: Part, language: str) -> dict[str, Any]:
    return {"made-from": part.made_from, "words": dict.fromkeys(part.texts, REST[language])}


def _current(written: str, parts: Mapping[str, Part]) -> Iterator[str]:
    """Go through the lines of an example, with a fingerprint at the end of each part that has none."""
    name, own = "", True
    for line in [*written.splitlines(), ""]:
        if not own and not line.startswith("    "):
            yield f"    made-from: {parts[name].made_from}"
        if found := re.match(r"  ([\w.-]+):", line):
            name, own = found[1], False
        own = own or "made-from:" in line or not line.startswith("  ")
        if line:
            yield line


def _heading(lines: list[str], language: str) -> list[str]:
    """Put what the example leaves out before its lines."""
    translator = json.dumps({"en": "Nobody", language: REST[language]})
    there = "".join(f"{line}\n" for line in lines)
    before = [] if there.startswith("language:") else [f"language: {language}"]
    before.append(f"translator: {translator}")
    return [*before, *([] if "\nparts:" in f"\n{there}" else ["parts:"]), *lines]


def _with_phrases(workspace: Workspace, written: str, language: str) -> Example:
    words, given = yaml.safe_load(_words(language)), yaml.safe_load(MARK.sub("", written))
    phrases = words.pop("phrases")
    lines = [f"{key}: {json.dumps(value)}" for key, value in words.items() if key not in given]
    lines += written.splitlines()
    lines += [f"  {key}: {json.dumps(phrases[key])}" for key in phrases if key not in given["phrases"]]
    name = f"words/{language}.yaml"
    _write(workspace, name, lines)
    marked = {number for number, line in enumerate(lines, 1) if MARK.search(line)}
    return Example(workspace=workspace, file=name, marked=frozenset(marked))


def _everything(language: str) -> dict[str, Any]:
    """Give the clinic's texts in both languages, and let it print both."""
    clinic: dict[str, Any] = dict(CLINIC_FILE)
    both = {"en": "Ask us.", language: REST[language]}
    return {
        "phones": {
            name: {**phone, "hours": both} if "hours" in phone else phone
            for name, phone in clinic["phones"].items()
        },
        "complaints": {**clinic["complaints"], "name": both},
        "feedback": both,
        "disclaimer": both,
        "decisions": dict.fromkeys(clinic["decisions"], both),
        "prints": {**clinic["prints"], "languages": [LANGUAGE, language]},
    }


def _write(workspace: Workspace, name: str, lines: list[str]) -> None:
    (workspace.root / name).write_text("".join(MARK.sub("", f"{line}\n") for line in lines), encoding="utf-8")
