"""A clinic that is part of another says only what differs; everything else is inherited, with its place."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from leafwright.build import Selection, draft_sheets, survey
from leafwright.build.fingerprint import same_inputs
from leafwright.library import ClinicFolder, Library, load_library
from leafwright.library.leaving_out import find_idle
from leafwright.library.lineage import Lineage, OwnFiles
from leafwright.model.clinic import Clinic
from leafwright.model.inheritance import inherit
from leafwright.preview.parse_cache import ParseCache
from leafwright.rules.choice import RuleOptions
from leafwright.rules.run import run_rules
from leafwright.sheet import make_sheet
from leafwright.source import Mapping, parse_source
from tests.trusts import SITE, a_site, a_trust
from tests.workspaces import CLINIC_FILE, LOGO, inputs_for, write_workspace

CACHE = ParseCache()
"""The words and variants are the same for each test, so they are parsed once."""
TRUST = "clinics/trust/clinic.yaml"
OWN_FORMATS = {"phone": "01632 960 377", "email": "ask@oak.example.org"}


def _read(root: Path, *files: dict[str, str]) -> Library:
    both = {name: text for each in files for name, text in each.items()}
    return load_library(write_workspace(root, files=both), CACHE.parse)


def _folder(library: Library, name: str) -> ClinicFolder:
    assert not library.problems, "\n".join(map(str, library.problems))
    return next(folder for folder in library.clinics if folder.id == name)


def _merged(base: str, changes: str) -> Mapping:
    return inherit(Clinic, parse_source(base, "trust.yaml"), parse_source(changes, "site.yaml"))


def _problems(library: Library, *names: str) -> list[str]:
    return [str(problem) for problem in library.problems if problem.place.file.startswith(names)]


def test_what_a_site_does_not_say_it_inherits_with_its_place(tmp_path: Path) -> None:
    """Each fact knows the file that says it."""
    folder = _folder(_read(tmp_path, a_trust(), a_site("ash", web="https://example.org/ash")), "ash")
    assert str(folder.clinic.place_of("web")) == "clinics/ash/clinic.yaml:7:1"
    assert folder.clinic.place_of("email").file == "clinics/trust/clinic.yaml"
    assert folder.clinic.phones.lines["department"].number == "01632 960 301"
    assert [line.plain for line in folder.clinic.address] == ["2 Ash Street"]


def test_phone_lines_are_inherited_one_by_one_and_in_the_order_of_the_trust(tmp_path: Path) -> None:
    """A line is inherited field by field, and new lines come last."""
    phones = {
        "out-of-hours": {"number": "01632 960 355"},
        "ward": {"name": "Ward", "number": "01632 960 356"},
    }
    lines = _folder(_read(tmp_path, a_trust(), a_site("ash", phones=phones)), "ash").clinic.phones.lines
    assert [(key, line.number) for key, line in lines.items()] == [
        ("department", "01632 960 301"),
        ("out-of-hours", "01632 960 355"),
        ("emergency", "999"),
        ("ward", "01632 960 356"),
    ]
    assert lines["out-of-hours"].place_of("number").file == "clinics/ash/clinic.yaml"
    assert lines["out-of-hours"].place_of("hours").file == "clinics/trust/clinic.yaml"


@pytest.mark.parametrize(
    "field", ["feedback", "disclaimer", "complaints.name", "decisions.driving", "decisions-for.knee.driving"]
)
def test_a_text_never_mixes_the_languages_of_two_clinics(field: str) -> None:
    """A text by language is one fact, because two clinics could contradict each other."""

    def written(text: str) -> str:
        for key in reversed(field.split(".")):
            text = f"{{{key}: {text}}}"
        return text

    value: Any = _merged(written("{en: Trust, ar: trust}"), written("{en: Site}"))
    for key in field.split("."):
        value = value[key]
    assert value == {"en": "Site"}


def test_a_list_is_replaced_whole() -> None:
    """A list is one fact."""
    assert _merged("address: [one, two]", "address: [three]")["address"] == ["three"]


@pytest.mark.parametrize(
    ("base", "changes", "whole"),
    [
        (
            "phones: {ward: {number: 1, extension: 2, hours: 3}}",
            "phones: {ward: {number: 4}}",
            ["hours", "number"],
        ),
        (
            "phones: {ward: {number: 1, extension: 2}}",
            "phones: {ward: {hours: 4}}",
            ["extension", "hours", "number"],
        ),
        ("complaints: {phone: 1, extension: 2, email: 3}", "complaints: {phone: 4}", ["email", "phone"]),
    ],
)
def test_another_number_does_not_inherit_the_extension(base: str, changes: str, whole: list[str]) -> None:
    """An extension belongs to its number, and hours do not."""
    merged = _merged(base, changes)
    inner: Any = merged.get("phones", merged)
    assert sorted(next(iter(inner.values()))) == whole


def test_a_site_can_leave_out_what_it_would_inherit(tmp_path: Path) -> None:
    """`leave-out` names paths."""
    phones = {**CLINIC_FILE["phones"], "helpline": {"name": "Helpline", "number": "01632 960 366"}}
    decided = {**CLINIC_FILE["decisions"], "parking": {"en": "Park in front."}}
    site = a_site("ash", **{"leave-out": ["phones.helpline", "decisions.parking"]})
    clinic = _folder(_read(tmp_path, a_trust(phones=phones, decisions=decided), site), "ash").clinic
    assert sorted(clinic.phones.lines) == ["department", "emergency", "out-of-hours"]
    assert sorted(clinic.decisions) == ["driving", "escort"]


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("phones.ward", {"xray": ["web", "email", "driving", "address"], "scan": ["web", "ward"]}),
        ("phones", {"xray": ["web", "email", "driving", "address"], "scan": ["web", "ward"]}),
        ("web", {"xray": ["ward", "email", "driving", "address"], "scan": ["web", "ward"]}),
        ("email", {"xray": ["ward", "web", "driving", "address"], "scan": ["web", "ward"]}),
        ("address", {"xray": ["ward", "web", "email", "driving"], "scan": ["web", "ward"]}),
        ("decisions.driving", {"xray": ["ward", "web", "email", "address"], "scan": ["web", "ward"]}),
        ("name", {"xray": ["ward", "web", "email", "driving", "address"], "scan": ["web", "ward"]}),
    ],
)
def test_what_a_site_leaves_out_no_inherited_department_says(path: str, kept: dict[str, list[str]]) -> None:
    """What the site itself writes below its own departments stays, and each department keeps its name."""
    trust = """
      name: Trust
      departments:
        xray:
          name: X-ray
          address: [Level 2]
          web: https://example.org/xray
          email: xray@example.org
          phones: {ward: {number: 01632 960 122}}
          decisions: {driving: {en: No.}}
        scan: {name: Scans, phones: {ward: {number: 01632 960 123}}}
    """
    own = "{phones: {ward: {number: 01632 960 124}}, web: https://example.org/scan}"
    site = f"part-of: trust\nleave-out: [{path}]\ndepartments: {{scan: {own}}}"
    files = [
        OwnFiles(id=name, clinic=parse_source(text, f"{name}.yaml"), brand=None, faults=())
        for name, text in (("site", site), ("trust", trust))
    ]

    lineage = Lineage(files=tuple(files))

    departments: Any = lineage.clinic["departments"]
    said = {
        key: {*one, *one.get("phones", ()), *one.get("decisions", ())} - {"phones", "decisions"}
        for key, one in departments.items()
    }
    assert said == {key: {"name", *names} for key, names in kept.items()}
    assert departments["scan"]["phones"]["ward"]["number"] == "01632 960 124"
    assert not list(find_idle(parse_source(site, "site.yaml"), lineage.inherited, lineage.clinic))


def test_what_is_not_inherited_cannot_be_left_out(tmp_path: Path) -> None:
    """A path that is not there is told with the one that was meant."""
    library = _read(tmp_path, a_trust(), a_site("ash", **{"leave-out": ["phones.out-off-hours", "part-of"]}))
    first, second = _problems(library, "clinics/ash/")
    assert first.endswith(
        "unknown-name: 'phones.out-off-hours' is not inherited, so it cannot be left out; "
        "did you mean 'phones.out-of-hours'?"
    )
    assert "'part-of' is not inherited" in second


@pytest.mark.parametrize("path", ["disclaimer", "complaints.phone", "phones.emergency.number"])
def test_what_is_left_out_although_it_is_needed_is_told_where_it_is_left_out(
    path: str, tmp_path: Path
) -> None:
    """The trust is sound, and the other site prints; a clinic below hears that it waits."""
    site = a_site("ash", **{"leave-out": ["web", path]})
    files = (a_trust(), site, a_site("oak"), a_site("yew", **{"part-of": "ash"}))
    library = _read(tmp_path, *files)
    first, second = _problems(library, "clinics/")
    assert first == (
        f"clinics/ash/clinic.yaml:9:3: missing-field: '{path}' is left out, and nothing can be printed "
        "without it; take it out of `leave-out:`, or write your own"
    )
    assert second.startswith("clinics/yew/clinic.yaml:1:10: waiting-for-clinic")
    assert [folder.id for folder in library.clinics] == ["elm-street", "oak"]


def test_no_rule_asks_for_a_fact_that_is_left_out_on_purpose(tmp_path: Path) -> None:
    """Nor in a clinic that is part of the one that leaves it out."""
    leaving = {"leave-out": ["email", "phones"]}
    library = _read(
        tmp_path, a_trust(web=None), a_site("ash", **leaving), a_site("oak", **{"part-of": "ash"})
    )
    found = run_rules(library, RuleOptions(as_of=date(2026, 11, 30)))
    asked = [(each.place.file, each.message) for each in found if each.code == "missing-clinic-fact"]
    message = "the clinic writes no 'web', which its profile asks for"
    assert asked == [(f"clinics/{name}/clinic.yaml", message) for name in ("ash", "oak")]


def test_a_sheet_that_needs_a_line_says_where_it_is_left_out(tmp_path: Path) -> None:
    """That is in the file of the site, not where its other lines are."""
    blocks = [{"kind": "contacts", "id": "call", "lines": ["emergency"]}]
    files = {**a_trust(), **a_site("ash", **{"leave-out": ["phones.emergency"]})}
    library = load_library(write_workspace(tmp_path, blocks=blocks, files=files))
    drafts = draft_sheets(library, Selection(clinics=("ash",), variants=("leaflet", "preparation")))
    problems = [problem for refusal in drafts.refusals for problem in refusal.problems]
    needed = {str(problem.place) for problem in problems if "must print" in problem.message}
    asked = {problem.message for problem in problems if problem.place.file.startswith("handouts/")}
    assert needed == {"clinics/ash/clinic.yaml:8:3"}
    assert asked == {"clinics/ash/clinic.yaml has no line 'emergency', as clinics/ash/clinic.yaml:8:3 says"}


@pytest.mark.parametrize(
    ("topics", "hint"),
    [
        (["sore-knee", "sore-hip"], "`departments: {knees: {topics: [sore-hip]}}`"),
        (["sore-knee"], "`leave-out: [departments.knees.topics]`"),
    ],
)
@pytest.mark.parametrize("order", [["knees", "pain"], ["pain", "knees"]])
def test_a_site_that_moves_a_topic_is_told_how(
    topics: list[str], hint: str, order: list[str], tmp_path: Path
) -> None:
    """At its own line, in whatever order the departments stand."""
    listed = {"knees": topics, "pain": []}
    there = {key: {"name": key.title(), "topics": listed[key]} for key in order}
    site = a_site("ash", departments={"pain": {"topics": ["sore-knee"]}})
    problems = _problems(_read(tmp_path, a_trust(departments=there), site), "clinics/ash/")
    (problem,) = [problem for problem in problems if "repeated-topic" in problem]
    assert problem.startswith("clinics/ash/clinic.yaml:10:7: ")
    assert problem.endswith(f"to move it here, write {hint}")


@pytest.mark.parametrize(
    ("written", "place", "key"),
    [
        ("phones:", "7:1", "phones"),
        ("phones:\n  emergency:", "8:3", "emergency"),
        ("decisions:", "7:1", "decisions"),
    ],
)
def test_a_key_with_nothing_below_it_is_warned_of_where_all_is_inherited(
    written: str, place: str, key: str, tmp_path: Path
) -> None:
    """It changes nothing, and its author may have meant to write or to leave out something."""
    files = {name: f"{text}{written}\n" for name, text in a_site("ash").items()}
    library = _read(tmp_path, a_trust(), files)
    (problem,) = _problems(library, "clinics/")
    message = (
        f"'{key}' is empty, so all of it is inherited; write what differs below it, or take the line out"
    )
    assert problem == f"clinics/ash/clinic.yaml:{place}: empty: {message}"
    assert "ash" in {folder.id for folder in library.clinics}


def test_a_site_without_a_brand_prints_that_of_the_trust(tmp_path: Path) -> None:
    """The logo stays in the folder of the trust."""
    folder = _folder(_read(tmp_path, a_trust(), a_site("ash")), "ash")
    assert folder.brand.place.file == "clinics/trust/_brand.yml"
    assert folder.logo_file == "clinics/trust/logo.svg"


def test_a_brand_says_only_what_differs_and_a_logo_is_beside_the_file_that_names_it(tmp_path: Path) -> None:
    """A brand is inherited key by key too."""
    brand = {"clinics/ash/_brand.yml": "color: {primary: '#5a2d82'}\n"}
    folder = _folder(_read(tmp_path, a_trust(), a_site("ash"), brand), "ash")
    assert folder.palette.primary == "#5a2d82"
    assert folder.logo_file == "clinics/trust/logo.svg"
    logo = {"clinics/ash/_brand.yml": "logo: {path: own.svg, alt: Ash}\n", "clinics/ash/own.svg": LOGO}
    folder = _folder(_read(tmp_path / "own", a_trust(), a_site("ash"), logo), "ash")
    assert folder.logo_file == "clinics/ash/own.svg"
    assert folder.brand.meta.name == "Elm Street Practice"


IMAGES = {
    "clinics/trust/_brand.yml": """meta: {name: Elm}
color: {primary: '#1d4e68'}
logo:
  images:
    own: {path: logo.svg, alt: Elm}
    white: {path: white.svg, alt: Elm}
  medium: own
""",
    "clinics/trust/white.svg": LOGO.replace("#1d4e68", "#fefefe"),
}


@pytest.mark.parametrize(
    ("brand", "place"),
    [
        ("logo: {medium: white}", "1:16"),
        ("logo: white", "1:7"),
        ("logo: {medium: {light: white}}", "1:24"),
        ("defaults: {leafwright: {logo: {medium: white}}}", "1:40"),
    ],
)
def test_a_logo_that_cannot_be_seen_is_told_where_it_was_chosen(
    brand: str, place: str, tmp_path: Path
) -> None:
    """The logo of the trust itself can be seen, so it is no fault of the trust."""
    site = {"clinics/ash/_brand.yml": f"{brand}\n"}
    (problem,) = _problems(
        _read(tmp_path, a_trust(), a_site("ash"), site, IMAGES), "clinics/ash", "clinics/trust"
    )
    assert problem.startswith(f"clinics/ash/_brand.yml:{place}: ")


def test_a_brand_that_cannot_be_read_is_not_replaced_by_that_of_the_trust(tmp_path: Path) -> None:
    """The site prints nothing until it can be read, and so does one that is part of it."""
    files = {"clinics/ash/_brand.yml": "color: {primary: '#5a2d82'"}
    library = _read(tmp_path, a_trust(), a_site("ash"), a_site("oak", **{"part-of": "ash"}), files)
    assert [folder.id for folder in library.clinics] == ["elm-street"]
    assert all("clinics/ash/_brand.yml" in problem for problem in _problems(library, "clinics/"))


def test_a_site_needs_a_brand_somewhere(tmp_path: Path) -> None:
    """Without one it prints nothing, and says so."""
    trust = {name: text for name, text in a_trust().items() if not name.endswith("_brand.yml")}
    (problem,) = _problems(_read(tmp_path, trust, a_site("ash")), "clinics/")
    assert problem.startswith(
        "clinics/ash/_brand.yml:1:1: unreadable-file: there is no brand; write one here"
    )


def test_a_missing_logo_is_reported_at_the_file_that_names_it(tmp_path: Path) -> None:
    """A logo is not looked for in the folders of other clinics."""
    brand = {"clinics/ash/_brand.yml": "logo: {path: mark.svg, alt: Ash}\n"}
    (problem,) = _problems(_read(tmp_path, a_trust(), a_site("ash"), brand), "clinics/ash/")
    assert problem == (
        "clinics/ash/_brand.yml:1:14: missing-picture: there is no file 'mark.svg'; put it into ash/"
    )


def test_a_clinic_without_prints_is_only_inherited_from(tmp_path: Path) -> None:
    """It may lack what every site says; so may one that prints no topics."""
    prints = {**CLINIC_FILE["prints"], "topics": "all"}
    for trust in (a_trust(), a_trust(prints=None)):
        library = _read(tmp_path, trust, a_site("ash", prints=prints), a_site("oak", prints=prints))
        assert not library.problems
        assert [folder.id for folder in library.clinics] == ["ash", "elm-street", "oak"]


def test_a_trust_that_lacks_what_its_sites_say_is_told_how_to_print_nothing(tmp_path: Path) -> None:
    """It has shared `prints:`, and so would print sheets of its own."""
    (problem,) = _problems(_read(tmp_path, a_trust(prints=CLINIC_FILE["prints"]), a_site("ash")), TRUST)
    assert problem.endswith(
        "'address' is missing; add `address:` with a list; or write `topics: []` below `prints:`, "
        "if only its sites print"
    )


def test_a_site_that_prints_nothing_because_the_trust_does_not_is_warned(tmp_path: Path) -> None:
    """Only the one at the end of the line: those above it are there to be inherited from."""
    quiet = {"part-of": "trust", "prints": {}}
    library = _read(tmp_path, a_trust(), a_site("ash", **quiet), a_site("oak", **{**quiet, "part-of": "ash"}))
    (problem,) = _problems(library, "clinics/")
    assert problem.startswith("clinics/oak/clinic.yaml:1:10: no-topics: ")


def test_a_clinic_from_which_none_inherits_must_print(tmp_path: Path) -> None:
    """A clinic that forgot `prints:` is told so, and how to make it the trust of a first site."""
    (problem,) = _problems(_read(tmp_path, a_trust(prints=None)), "clinics/trust/")
    assert problem.endswith(
        "missing-field: 'prints' is missing; add `prints:` with `languages:`, `paper:`, `variants:` and "
        "`editions:` below it; or, if only its sites print, make one: "
        "new clinic NAME --part-of trust"
    )


def test_a_trust_that_says_that_it_prints_no_topic_needs_no_site_yet(tmp_path: Path) -> None:
    """It may lack what each site says."""
    assert not _read(tmp_path, a_trust()).problems


def test_what_neither_says_is_missing_in_the_site(tmp_path: Path) -> None:
    """The site is the one that prints."""
    library = _read(tmp_path, a_trust(prints=None, name=None), a_site("ash", prints=CLINIC_FILE["prints"]))
    assert _problems(library, "clinics/") == [
        "clinics/ash/clinic.yaml:1:1: missing-field: 'name' is missing; add `name:`"
    ]


def test_a_fault_of_the_trust_is_reported_there_and_once_where_it_is_waited_for(tmp_path: Path) -> None:
    """A fault is not repeated by each site."""
    library = _read(
        tmp_path,
        a_trust(prints=None, web="nowhere"),
        a_site("ash"),
        a_site("oak", **{"part-of": "ash"}),
    )
    trust, *sites = sorted(
        _problems(library, "clinics/"), key=lambda problem: "trust/clinic" not in problem[:22]
    )
    assert trust.startswith("clinics/trust/clinic.yaml:")
    assert "bad-form" in trust
    waits = "this clinic waits, because it inherits errors of clinics/trust/clinic.yaml; correct them first"
    assert sites == [
        f"clinics/ash/clinic.yaml:1:10: waiting-for-clinic: {waits}",
        f"clinics/oak/clinic.yaml:1:10: waiting-for-clinic: {waits}",
    ]


@pytest.mark.parametrize("content", [None, "name: [", "- a list", ""])
def test_a_site_waits_for_a_trust_that_cannot_be_read(content: str | None, tmp_path: Path) -> None:
    """A missing or broken file is reported in its own folder."""
    files = {} if content is None else {"clinics/trust/clinic.yaml": content}
    library = _read(tmp_path, {**a_trust(), **files}, a_site("ash"))
    if content is None:
        (tmp_path / "clinics/trust/clinic.yaml").unlink()
        library = load_library(library.workspace)
    (problem,) = _problems(library, "clinics/ash/")
    assert "waiting-for-clinic" in problem
    assert _problems(library, "clinics/trust/")


def test_an_inherited_fault_is_reported_in_the_file_that_has_it(tmp_path: Path) -> None:
    """Three clinics with one fault report it once."""
    prints = {**CLINIC_FILE["prints"], "editions": ["standard", "giant"]}
    library = _read(
        tmp_path,
        a_trust(prints=prints, department="Knees", address=["x"]),
        a_site("ash"),
        a_site("oak"),
    )
    assert len(_problems(library, "clinics/trust/")) == 1
    (problem,) = _problems(library, "clinics/oak/")
    assert "this clinic waits, because it inherits errors of clinics/trust/clinic.yaml" in problem


def test_a_site_waits_for_phrases_that_it_inherits(tmp_path: Path) -> None:
    """They are checked with the words of the language, and reported in the trust's file once."""
    words = {"en-GB": {"foot": {"clinic": "{clinc}"}}}
    library = _read(tmp_path, a_trust(words=words), a_site("ash"), a_site("oak"))
    assert len(_problems(library, "clinics/trust/")) == 1
    (problem,) = _problems(library, "clinics/ash/")
    assert "this clinic waits, because it inherits errors of clinics/trust/clinic.yaml" in problem


def test_a_language_that_only_the_site_prints_is_no_fault_of_the_trust(tmp_path: Path) -> None:
    """The site that prints it is told that it has no disclaimer there, and where the others are."""
    library = _read(
        tmp_path, a_trust(), a_site("ash", prints={"topics": "all", "languages": ["en-GB", "es"]})
    )
    (problem,) = _problems(library, "clinics/")
    assert problem.startswith("clinics/ash/clinic.yaml:9:5: missing-disclaimer: there is no disclaimer in es")
    assert "below `disclaimer:` in clinics/trust/clinic.yaml:" in problem


@pytest.mark.parametrize("key", ["part_of", "partof", "Part-of", "part-off"])
def test_a_misspelt_part_of_is_the_only_fault(key: str, tmp_path: Path) -> None:
    """What the clinic above says is not reported as missing."""
    text = a_site("ash")["clinics/ash/clinic.yaml"].replace("part-of", key)
    (problem,) = _problems(_read(tmp_path, a_trust(), {"clinics/ash/clinic.yaml": text}), "clinics/ash/")
    assert problem.endswith(f"'{key}' is no field of this file; did you mean 'part-of'?")


def test_an_open_answer_is_to_be_written_beside_the_other_languages(tmp_path: Path) -> None:
    """That is in the file of the trust; if nobody answered it, in that of the site, or once for all sites."""
    blocks = [{"kind": "decisions", "id": "all", "slots": ["driving", "escort"]}]
    trust = a_trust(decisions={"driving": {"ar": "\u0644\u0627 \u062a\u0642\u062f."}})
    files = {**trust, **a_site("ash")}
    library = load_library(write_workspace(tmp_path, blocks=blocks, files=files))
    drafts = draft_sheets(library, Selection(clinics=("ash",), variants=("leaflet",)))
    hints = {problem.place.file: problem.hint for problem in drafts.refusals[0].problems}
    assert hints == {
        TRUST: f"add `en: ...` to {TRUST}, below the `driving:` that is there",
        "clinics/ash/clinic.yaml": f"add to clinics/ash/clinic.yaml, or to {TRUST} for all its sites, "
        "below `decisions:`, `escort: {en: ...}`",
    }


def test_a_parent_that_is_not_there_is_reported_with_the_one_that_was_meant(tmp_path: Path) -> None:
    """The message is at `part-of:`."""
    library = _read(tmp_path, a_trust(prints=None), a_site("ash"), a_site("oak", **{"part-of": "trsut"}))
    (problem,) = _problems(library, "clinics/oak/")
    assert (
        problem
        == "clinics/oak/clinic.yaml:1:10: unknown-name: there is no clinic 'trsut'; did you mean 'trust'?"
    )


def test_each_clinic_of_a_circle_tells_it_once(tmp_path: Path) -> None:
    """So does a clinic that is part of itself; what hangs on a circle waits."""
    names = [f"site-{number:02}" for number in range(50)]
    circle = [a_site(name, **{"part-of": names[at - 1]}) for at, name in enumerate(names)]
    library = _read(
        tmp_path, *circle, a_site("ash", **{"part-of": names[7]}), a_site("oak", **{"part-of": "oak"})
    )
    assert len(_problems(library, "clinics/site-")) == len(names)
    assert all("circular-part-of" in problem for problem in _problems(library, "clinics/site-"))
    assert "'oak' is part of itself: oak > oak" in _problems(library, "clinics/oak/")[0]
    (waiting,) = _problems(library, "clinics/ash/")
    assert "waiting-for-clinic" in waiting


def test_at_most_four_clinics_are_above_another(tmp_path: Path) -> None:
    """Nobody can follow a longer line."""
    above = ["trust", "a", "b", "c", "d", "e"]
    line = [a_site(name, **{"part-of": parent}) for parent, name in pairwise(above)]
    library = _read(tmp_path, a_trust(), *line)
    (problem,) = _problems(library, "clinics/e/")
    assert "1:10: deep-part-of: 5 clinics are above this one; at most 4 may be" in problem
    assert "d" in {folder.id for folder in library.clinics}


@pytest.mark.parametrize("part_of", ["[trust]", "{name: trust}", "", "Trust Ltd"])
def test_a_parent_is_one_name(part_of: str, tmp_path: Path) -> None:
    """Anything else is reported, without a traceback."""
    text = a_site("ash")["clinics/ash/clinic.yaml"].replace("part-of: trust", f"part-of: {part_of}")
    assert _problems(_read(tmp_path, a_trust(), {"clinics/ash/clinic.yaml": text}), "clinics/ash/")


def _fingerprints(library: Library) -> dict[str, str]:
    drafts = draft_sheets(library, Selection(variants=("leaflet",)), survey(library.workspace, "the fonts"))
    return {job.key.clinic: job.fingerprint for job in drafts.jobs if job.key.edition == "standard"}


def test_a_fact_that_changes_rebuilds_exactly_the_sites_that_inherit_it(tmp_path: Path) -> None:
    """A site that says it itself, one that leaves it out and another clinic keep their sheets."""
    leaving = {"leave-out": ["other-formats"]}
    sites = [
        a_site("ash"),
        a_site("oak", **{"other-formats": OWN_FORMATS}),
        a_site("yew", **leaving),
    ]
    before = _fingerprints(_read(tmp_path / "old", a_trust(), *sites))
    changed = a_trust(**{"other-formats": {"phone": "01632 960 388", "email": "new@elm-street.example.org"}})
    after = _fingerprints(_read(tmp_path / "new", changed, *sites))
    assert sorted(before) == ["ash", "elm-street", "oak", "yew"]
    assert [name for name in before if before[name] != after[name]] == ["ash"]


@pytest.mark.parametrize(
    "name", ["clinics/trust/clinic.yaml", "clinics/trust/_brand.yml", "clinics/ash/_brand.yml"]
)
def test_each_file_that_a_site_inherits_from_is_an_input(name: str, tmp_path: Path) -> None:
    """So is a brand file that does not exist yet, because a new one would change its sheets."""
    library = _read(tmp_path, a_trust(), a_site("ash"))
    toolchain = survey(library.workspace, "the fonts")
    (inputs, *_) = (job.inputs for job in draft_sheets(library, Selection(clinics=("ash",)), toolchain).jobs)
    assert same_inputs(inputs, toolchain)
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert not same_inputs(inputs, survey(library.workspace.reading_once(), "the fonts"))


def test_who_chooses_a_site_gets_the_faults_it_inherits(tmp_path: Path) -> None:
    """Those of other sites are left out."""
    library = _read(tmp_path, a_trust(web="nowhere"), a_site("ash"), a_site("oak", web="nowhere"))
    chosen = {problem.place.file for problem in Selection(clinics=("ash",)).problems_in(library)}
    assert chosen == {"clinics/ash/clinic.yaml", "clinics/trust/clinic.yaml"}


def test_who_chooses_a_trust_chooses_its_sites(tmp_path: Path) -> None:
    """That is how somebody who edits it checks and builds what it is for; a clinic that prints is one."""
    library = _read(tmp_path, a_trust(), a_site("ash"), a_site("oak", **{"part-of": "ash"}))
    assert Selection(clinics=("trust",)).with_sites(library).clinics == ("trust", "ash", "oak")
    assert Selection(clinics=("ash",)).with_sites(library).clinics == ("ash",)
    assert Selection().with_sites(library) == Selection()


UNPLACED = {
    "a misspelt clinic": "part-of: trsut\nname: Oak\n",
    "itself": "part-of: oak\nname: Oak\n",
    "no clinic": "part-of:\nname: Oak\n",
    "a misspelt field": "partof: trust\nname: Oak\n",
    "a tab": "part-of: trust\nphones:\n\tward: {number: 1}\n",
    "wrong indents": "part-of: trust\n   name: Oak\n",
    "in the wrong place": "name: Oak\nphones:\n  part-of: trust\n",
}


@pytest.mark.parametrize("content", UNPLACED.values(), ids=UNPLACED)
def test_who_chooses_a_trust_hears_of_what_may_be_part_of_it(content: str, tmp_path: Path) -> None:
    """A site that cannot say what it is part of may be one of its own; those of other trusts are not."""
    files = {"clinics/oak/clinic.yaml": content}
    library = _read(tmp_path, a_trust(), a_site("ash", web="nowhere"), files)
    chosen = Selection(clinics=("trust",)).with_sites(library)
    assert chosen.clinics == ("trust", "ash", "oak")
    assert any(problem.place.file.startswith("clinics/oak/") for problem in chosen.problems_in(library))
    assert Selection(clinics=("ash",)).with_sites(library).clinics == ("ash",)
    assert Selection(clinics=("elm-street",)).with_sites(library).clinics == ("elm-street",)


def test_a_trust_whose_only_site_cannot_be_read_hears_of_it(tmp_path: Path) -> None:
    """Otherwise a check of the trust would find nothing wrong; a clinic with other faults is no site."""
    other = {"clinics/yew/clinic.yaml": "name: Yew\nweb: nowhere\n", "clinics/oak/clinic.yaml": "name: [\n"}
    library = _read(tmp_path, a_trust(prints=None), other)
    assert Selection(clinics=("trust",)).with_sites(library).clinics == ("trust", "oak")


def _unused(library: Library) -> list[str]:
    codes = {"unasked-decision", "unprinted-language"}
    options = RuleOptions(as_of=date(2026, 11, 30))
    return [problem.code for problem in run_rules(library, options) if problem.code in codes]


def test_what_a_site_inherits_and_does_not_print_may_be_for_another(tmp_path: Path) -> None:
    """It is reported only if no clinic that inherits it prints it."""
    disclaimer = {"en": "Made up.", "ar": "\u0645\u062e\u062a\u0631\u0639."}
    trust = a_trust(disclaimer=disclaimer, decisions={})
    only = _read(tmp_path / "one", trust, a_site("ash"))
    assert _unused(only).count("unprinted-language") == 1
    arabic = a_site("oak", prints={"topics": "all", "languages": ["en-GB", "ar"]})
    assert _unused(_read(tmp_path / "two", trust, a_site("ash"), arabic)).count("unprinted-language") == 0


def test_who_chooses_a_clinic_is_told_what_it_does_not_print(tmp_path: Path) -> None:
    """All its topics are read; a clinic with sites of its own may answer for them, which are not."""
    answers = {"parking": {"en": "Park in front."}}
    library = _read(
        tmp_path,
        a_trust(),
        a_site("ash", decisions=answers),
        a_site("oak", decisions=answers),
        a_site("yew", **{"part-of": "oak"}),
    )
    told = {
        name: [
            problem.place.file
            for problem in run_rules(
                Selection(clinics=(name,)).part_of(library),
                RuleOptions(as_of=date(2026, 11, 30), rules=("unasked-decision",)),
                whole=False,
                every_topic=True,
            )
            if problem.place.file != TRUST
        ]
        for name in ("ash", "oak")
    }
    assert told == {"ash": ["clinics/ash/clinic.yaml"], "oak": []}


def test_a_trust_that_prints_nothing_answers_for_its_sites(tmp_path: Path) -> None:
    """Also if it has an address and all else that it would need to print."""
    blocks = [{"kind": "decisions", "id": "all", "slots": ["driving", "escort"]}]
    files = {**a_trust(department="Knees", address=["x"]), **a_site("ash")}
    assert "unasked-decision" not in _unused(
        load_library(write_workspace(tmp_path, blocks=blocks, files=files))
    )


@pytest.mark.parametrize(
    ("own", "beside"),
    [
        ({"name": "Ash Street"}, "Knees \N{MIDDLE DOT} Ash Street"),
        ({"name": "Ash Street", "department": None}, "Ash Street"),
        ({"name": "Ash Street", "words": {"en": {"masthead": "Ash"}}}, "Ash"),
        ({}, "Knees"),
    ],
)
def test_a_site_with_the_logo_of_another_is_named_beside_it(
    tmp_path: Path, own: dict[str, Any], beside: str
) -> None:
    """The logo names the clinic above, and nothing else might say where a patient is to go."""
    site = {name: value for name, value in {**SITE, **own}.items() if value is not None}
    library = _read(tmp_path / "trust", a_trust(), {"clinics/ash/clinic.yaml": yaml.safe_dump(site)})
    folder = _folder(library, "ash")
    inputs = inputs_for(load_library(write_workspace(tmp_path / "one")))

    masthead = make_sheet(replace(inputs, folder=folder, words=folder.words["en-GB"])).masthead

    assert masthead.department
    assert (masthead.logo_alt, masthead.department.plain) == ("Elm Street Practice", beside)
