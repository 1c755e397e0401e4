"""Small workspaces of the tests' own: one topic, one clinic, the shared templates, styles and words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from leafwright.build import Selection
from leafwright.build.requested import format_of
from leafwright.library import Library, load_library
from leafwright.resources import PACKAGE, shared
from leafwright.scaffold import new_clinic, new_handout
from leafwright.sheet import Sheet, SheetKey, make_sheet
from leafwright.sheet.inputs import SheetInputs
from leafwright.workspace import Workspace
from tools.bench.libraries import CLINICS, EXAMPLES, LANGUAGES

TOPIC: Final = "sore-knee"
CLINIC: Final = "elm-street"
LANGUAGE: Final = "en-GB"
_BRACKET: Final = re.compile(r'(?:(?<=")|(?<=  ))\[(?!@)([^\[\]]*)\](?=[ ."\n])')
"""Words that `new` leaves to be written: what they say will do for a test."""
_FACTS: Final = (
    (re.compile(r'((?:number|phone): )"\[[^\]]*\]"'), r"\g<1>01632 960 301"),
    (re.compile(r'(email: )"\[[^\]]*\]"'), r"\1ask@north-street.example.org"),
    (re.compile(r'(web: )"\[[^\]]*\]"'), r"\1https://example.org/north-street"),
    (re.compile(r"made-up: .*\n"), ""),
    (_BRACKET, r"\1"),
)
"""What `new` leaves to be written, and what fills it."""
VARIANTS: Final = ("leaflet", "comparison", "preparation", "aftercare")
CITED: Final = {"kind": "paragraphs", "id": "claim", "text": "Rest helps most sore knees [@elm1999]."}
LOGO: Final = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 14" width="40mm" height="14mm">
  <title>Elm Street Practice</title>
  <path fill="#1d4e68" d="M0 0H40V14H0Z"/>
</svg>
"""
REFERENCES: Final = [
    {
        "id": "elm1999",
        "type": "article-journal",
        "author": [{"family": "Elm", "given": "A"}],
        "title": "A made-up study of sore knees",
        "container-title": "J Examples",
        "issued": {"date-parts": [["1999"]]},
        "volume": "1",
        "page": "2-3",
    }
]
HANDOUT: Final = {
    "title": "Looking after a sore knee",
    "summary": "What you can do about a sore knee.",
    "audience": "For people with a sore knee.",
    "glance": {"message": "Most sore knees get better.", "points": ["Rest it.", "Keep it cool."]},
    "reference": "EX-1",
    "version": "1.0",
    "issued": "2026-11-02",
    "review-due": "2028-11-01",
    "status": "example",
    "owner": "The test library",
    "funding": "No outside funding.",
    "keywords": ["knee"],
    "variants": {name: {"sections": ["part"]} for name in VARIANTS},
}
PHONES: Final = {
    "department": {"number": "01632 960 301", "hours": {"en": "Monday to Friday, 9am to 5pm"}},
    "out-of-hours": {"number": "01632 960 302", "hours": {"en": "Nights and weekends"}},
    "emergency": {"number": "999"},
}
REACHED: Final = {"phone": "01632 960 303", "email": "ask@elm-street.example.org"}
CLINIC_FILE: Final[dict[str, Any]] = {
    "name": "Elm Street Practice",
    "department": "Knee clinic",
    "address": ["1 Elm Street", "Saltmouth ZZ1 1ZZ"],
    "phones": PHONES,
    "web": "https://example.org/elm-street",
    "email": "knees@elm-street.example.org",
    "complaints": {"name": {"en": "Practice manager"}, **REACHED},
    "other-formats": REACHED,
    "feedback": {"en": "Tell us at the desk."},
    "disclaimer": {"en": "This is general information. The practice is made up."},
    "decisions": {"driving": {"en": "Do not drive for 24 hours."}, "escort": {"en": "Bring an adult."}},
    "prints": {
        "languages": [LANGUAGE],
        "paper": "A4",
        "variants": list(VARIANTS),
        "editions": ["standard", "large-print"],
    },
}
BRAND: Final[dict[str, Any]] = {
    "meta": {"name": "Elm Street Practice"},
    "color": {"primary": "#1d4e68"},
    "logo": {"path": "logo.svg", "alt": "Elm Street Practice"},
    "typography": {
        "base": {"family": "Atkinson Hyperlegible"},
        "headings": {"family": "Atkinson Hyperlegible"},
    },
}
PUBLIC_SANS: Final = BRAND | {
    "typography": {name: {"family": "Public Sans"} for name in ("base", "headings")}
}
"""A brand in a wide family."""


def write_workspace(root: Path, **changes: Any) -> Workspace:
    """Write a small, valid workspace.

    `blocks` become the one section of every variant; `handout`, `clinic` and `brand` replace top-level keys
    of their file (None takes one out); `references` is the bibliography, by default what the blocks cite;
    `files` maps further paths to their text.
    """
    handout = {**HANDOUT, **_section(changes.pop("blocks", [CITED])), **changes.pop("handout", {})}
    if "leaflet" not in handout["variants"]:  # the handout's own are for its leaflet
        handout = {name: value for name, value in handout.items() if name not in {"audience", "glance"}}
    cited = [entry for entry in REFERENCES if str(entry["id"]) in str(handout)]
    topic, clinic = f"handouts/{TOPIC}", f"clinics/{CLINIC}"
    _write(root / topic / "en.yaml", handout, {})
    _write(root / "handouts/references.yaml", {"references": changes.pop("references", cited)}, {})
    _write(root / clinic / "clinic.yaml", CLINIC_FILE, changes.pop("clinic", {}))
    _write(root / clinic / "_brand.yml", BRAND, changes.pop("brand", {}))
    for name, text in {f"{clinic}/logo.svg": LOGO, **changes.pop("files", {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    if changes:
        message = f"no such change: {', '.join(changes)}"
        raise TypeError(message)
    return Workspace(root=root)


def read_examples() -> Library:
    """Read the examples that come along, whatever topics, clinics and languages a clone has beside them."""
    library = load_library(Workspace(root=PACKAGE.parent))
    examples = Selection(topics=EXAMPLES, clinics=CLINICS)
    part = examples.part_of(library)
    names = {f"handouts/{topic}/{language}.yaml" for topic in EXAMPLES for language in LANGUAGES}
    problems = tuple(
        problem
        for problem in library.problems
        if examples.concerns(problem) and (problem.place.file in names or _is_of_all(problem.place.file))
    )
    return replace(
        part,
        problems=problems,
        handouts=tuple(file for file in part.handouts if file.language in LANGUAGES),
        translations=tuple(file for file in part.translations if file.language in LANGUAGES),
    )


def _is_of_all(name: str) -> bool:
    """Tell whether a file is no handout of a topic."""
    return not (name.startswith("handouts/") and name.count("/") > 1)


def write_sound_workspace(root: Path) -> Workspace:
    """Write a workspace that no rule has anything to say of: what `new` makes, filled in."""
    workspace = Workspace(root=root)
    new_handout(workspace, "knee-brace", date(2026, 11, 2), {})
    new_clinic(workspace, "north-street", {})
    for path in (*root.glob("handouts/**/*.yaml"), *root.glob("clinics/*/*.y*ml")):
        text = path.read_text("utf-8")
        for blank, filled in _FACTS:
            text = blank.sub(filled, text)
        path.write_text(text, encoding="utf-8")
    for drawing in root.glob("handouts/*/*.svg"):
        drawn = drawing.read_text("utf-8").replace('r="14"', 'r="12"')
        drawing.write_text(drawn, encoding="utf-8")
    (root / "clinics/north-street/logo.svg").write_text(LOGO, encoding="utf-8")
    return workspace


def second_clinic(**changes: Any) -> dict[str, str]:
    """Write the files of another clinic, the first one but for what is changed."""
    folder = "clinics/oak-street"
    return {
        f"{folder}/clinic.yaml": yaml.safe_dump({**CLINIC_FILE, **changes}, sort_keys=False),
        f"{folder}/_brand.yml": yaml.safe_dump(BRAND),
        f"{folder}/logo.svg": LOGO,
    }


def sheet_of(workspace: Workspace, variant: str = "leaflet", edition: str = "standard") -> Sheet:
    """Make a sheet of the one handout; fails on any problem of the workspace."""
    library = load_library(workspace)
    assert not library.problems, "\n".join(map(str, library.problems))
    return make_sheet(inputs_for(library, variant, edition))


def inputs_for(library: Library, variant: str = "leaflet", edition: str = "standard") -> SheetInputs:
    """Gather what a sheet of the one handout is made of."""
    (file,), (folder,) = library.handouts, library.clinics
    key = SheetKey(clinic=CLINIC, topic=TOPIC, variant=variant, edition=edition, language=LANGUAGE)
    words = folder.words[LANGUAGE]
    return SheetInputs(
        key=key,
        file=file,
        folder=folder,
        words=words,
        references=library.references,
        format=format_of(library, key, file.handout, folder.clinic),
    )


def line_of(workspace: Workspace, words: str, name: str = f"handouts/{TOPIC}/en.yaml") -> int:
    """Find the first line of a file, counted from 1, with these words."""
    lines = (workspace.root / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def every_block() -> list[dict[str, Any]]:
    """Write one block of each kind, each text with a word that is nowhere else."""
    sure = {"certainty": "low", "source": ["elm1999"]}
    return [
        {"kind": "heading", "id": "a-heading", "text": "Aardvark heading"},
        {
            "kind": "paragraphs",
            "id": "a-text",
            "text": "Badger text with **bold** [@elm1999].\n\nSecond badger.",
        },
        {"kind": "list", "id": "a-list", "lead": "Camel lead", "items": ["Camel one", "Camel two"]},
        {"kind": "steps", "id": "some-steps", "items": ["Dingo one", "Dingo two"]},
        {"kind": "checklist", "id": "a-checklist", "lead": "Eland lead", "items": ["Eland one", "Eland two"]},
        {"kind": "key-message", "id": "a-message", "text": "Ferret message."},
        _warning("advice", "Gecko"),
        _warning("call", "Hamster"),
        _warning("emergency", "Iguana"),
        _risk(),
        {
            "kind": "difference",
            "id": "a-difference",
            "heading": "Kiwi heading",
            "finding": "Pain fell by 2 kiwis.",
            "scale": "0 is none and 10 is the worst kiwi.",
            "time-frame": "after 1 month",
            "certainty": "low",
            "source": ["elm1999"],
        },
        {"kind": "unknown-risk", "id": "an-unknown", "heading": "Lemur heading", "text": "Lemur text."},
        {"kind": "balance", "id": "a-balance", "benefits": ["Mole benefit"], "risks": ["Mole risk"]},
        {
            "kind": "do-and-do-not",
            "id": "dos",
            "do": {"items": ["Stoat item", "Second stoat item"]},
            "do-not": {"heading": "Stoat heading", "items": ["Third stoat item"]},
        },
        {
            "kind": "facts",
            "id": "some-facts",
            "of": "1000",
            "people": "Voles",
            "time-frame": "in a vole's year",
            "groups": ["with a vole", "without"],
            "rows": [{"event": "vole", "n": ["2", "4"], **sure}],
            "interpretation": "Voles differ.",
        },
        {
            "kind": "risk-bands",
            "id": "some-bands",
            "of": "100",
            "people": "Weasels",
            "rows": [
                {"event": "A weasel", "n": "2", "meaning": "Few weasels.", **sure},
                {"event": "Weasels", "n": "20", "meaning": "Many weasels.", **sure},
            ],
        },
        {
            "kind": "tree",
            "id": "a-tree",
            "of": "10",
            "root": {
                "n": "10",
                "text": "Yaks",
                "then": [
                    {"n": "3", "text": "Yaks at home"},
                    {"n": "7", "text": "Yaks at work", "main": "true"},
                ],
            },
        },
        {
            "kind": "timeline",
            "id": "a-timeline",
            "events": [
                {"when": "Newt day", "items": ["Newt item"]},
                {"when": "Ocelot day", "items": ["Ocelot item"], "decisions": ["driving"]},
            ],
        },
        {"kind": "questions", "id": "some-questions", "items": ["Panda question?"], "lines": 2},
        {"kind": "appointment", "id": "an-appointment"},
        {"kind": "label", "id": "a-label"},
        {"kind": "decisions", "id": "some-decisions", "slots": ["escort"]},
        {
            "kind": "glossary",
            "id": "a-glossary",
            "terms": [{"term": "Quail", "meaning": "A quail's meaning."}],
        },
        {
            "kind": "picture",
            "id": "a-picture",
            "file": "knee.svg",
            "alt": "A rabbit",
            "caption": "Rabbit caption.",
        },
        {"kind": "contacts", "id": "a-card"},
        {"kind": "qr", "id": "a-code", "address": "https://example.org/seal", "label": "Seal label"},
        comparison_of(2),
        {
            "kind": "rows",
            "id": "easy-rows",
            "rows": [{"file": "knee.svg", "alt": "A wren", "text": "Wren row.", "explain": "Wrens fly."}],
        },
        {
            "kind": "zones",
            "id": "some-zones",
            "zones": [
                {"level": "well", "name": "Xerus zone", "signs": ["Xerus sign"], "do": ["Xerus item"]},
                {
                    "level": "emergency",
                    "name": "Xerus alarm",
                    "about": "my xerus is ill",
                    "signs": ["Second xerus sign"],
                    "measure": "Under [[short:number]] xeruses",
                    "do": ["Second xerus item"],
                    "lines": ["department"],
                },
            ],
        },
        {
            "kind": "exercises",
            "id": "some-exercises",
            "items": [
                {
                    "name": "Zebra walk",
                    "aim": "Trains the zebra",
                    "file": "knee.svg",
                    "alt": "A zebra",
                    "steps": ["Zebra step"],
                    "often": ["[[short:times]] zebras a day"],
                }
            ],
            "weeks": 1,
            "pain": "true",
        },
        {
            "kind": "fields",
            "id": "some-fields",
            "lead": "Urchin lead",
            "rows": [
                [{"label": "Urchin name"}, {"label": "Urchin side", "choose": ["Urchin left"]}],
                [{"label": "Urchin often", "circle": ["Urchin daily", "Urchin weekly"]}],
                [{"signature": "Urchin signs", "statement": "Urchin states."}],
            ],
        },
        {
            "kind": "questionnaire",
            "id": "a-questionnaire",
            "groups": [
                {
                    "id": "first",
                    "lead": "Vole lead",
                    "questions": ["Vole one?", "Vole two?"],
                    "ring": {"answers": ["yes"], "text": "Vole advice."},
                }
            ],
            "signed": "true",
            "staff": [[{"label": "Vole staff"}]],
        },
        {
            "kind": "card",
            "id": "a-wallet-card",
            "front": {
                "heading": "Tapir heading",
                "text": "Tapir text.",
                "rows": [[{"label": "Tapir label"}, {"label": "Tapir side", "choose": ["Tapir left"]}]],
            },
            "back": {"heading": "Tapir back", "signs": ["Tapir sign"], "lines": ["emergency"]},
        },
    ]


def example_pictures() -> dict[str, str]:
    """Write the pictures that the examples of blocks name."""
    return {f"handouts/{TOPIC}/{path.name}": LOGO for path in shared("templates").glob("blocks/*.svg")}


def comparison_of(rows: int, words: str = "Turtle answer.") -> dict[str, Any]:
    """Write a comparison of two options with this number of rows."""
    options = [
        {"id": "wait", "name": "Turtle wait", "definition": "Wait and see.", "no-treatment": "true"},
        {"id": "rest", "name": "Turtle rest", "definition": "Rest the knee."},
    ]
    answers = {"wait": words, "rest": words}
    listed = [
        {"question": f"Turtle question {number}?", "answers": dict(answers)} for number in range(1, rows + 1)
    ]
    return {
        "kind": "comparison",
        "id": "a-comparison",
        "options": options,
        "rows": listed,
        "matters": ["Turtle"],
    }


def _section(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    """Write the one section, and one for cards beside other blocks, for they stand on a leaf of their own."""
    cards = [block for block in blocks if block["kind"] == "card"]
    others = [block for block in blocks if block["kind"] != "card"]
    if not (cards and others):
        return {"sections": [{"id": "part", "heading": "Your knee", "blocks": blocks}]}
    sections = [
        {"id": "part", "heading": "Your knee", "blocks": others},
        {"id": "cut", "heading": "To cut out", "blocks": cards},
    ]
    return {"sections": sections, "variants": {name: {"sections": ["part", "cut"]} for name in VARIANTS}}


def _warning(level: str, word: str) -> dict[str, Any]:
    return {
        "kind": "warning",
        "id": f"a-{level}",
        "level": level,
        "heading": f"{word} heading",
        "lead": f"{word} lead",
        "signs": [f"{word} sign"],
        "action": f"{word} action.",
    }


def _risk() -> dict[str, Any]:
    return {
        "kind": "risk",
        "id": "a-risk",
        "heading": "Jackal heading",
        "people": "people with a jackal",
        "event": "fell over",
        "otherwise": "did not",
        "n": "3",
        "of": "100",
        "time-frame": "in a jackal's year",
        "certainty": "high",
        "source": ["elm1999"],
        "group": "Jackal group",
        "comparator": {"group": "Jackal others", "n": "5"},
        "interpretation": "Jackals differ.",
    }


def _write(path: Path, content: Mapping[str, Any], changes: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {key: value for key, value in {**content, **changes}.items() if value is not None}
    path.write_text(
        yaml.dump(kept, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=10_000), encoding="utf-8"
    )


class _Plain(yaml.CSafeDumper):
    """Writes a value again where it is used twice: the loader refuses anchors and aliases."""

    def ignore_aliases(self, _data: object) -> bool:
        return True
