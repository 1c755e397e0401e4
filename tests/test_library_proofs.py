"""The example library, whole: every sheet passes every proof, and every validator from outside."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from itertools import chain, zip_longest
from pathlib import Path

import page
import pypdfium2
import pytest
from outloud import check

from leafwright.build import Selection, draft_sheets
from leafwright.build.work import start_engine
from leafwright.library import load_library
from leafwright.manifest import Entry
from leafwright.model.phrases import Phrases
from leafwright.pdf import FilesInHand
from leafwright.pdf.ladder import Step
from leafwright.pdf.layout import HOUSE_STYLES
from leafwright.pdf.proof import _fonts_of
from leafwright.problems import Severity
from leafwright.sheet import Sheet, SheetKey
from leafwright.workspace import Workspace
from tests.conftest import Golden
from tests.fakes import entries_in
from tests.readings import LEAST_ALIKE, likeness, read_aloud
from tests.workspaces import read_examples
from tools.bench.libraries import CLINICS, EXAMPLES

ROOT = Path(__file__).resolve().parents[1]
WORDS = load_library(Workspace(root=ROOT)).words
HEARD = Path(__file__).with_name("heard")
MOST_PAGES = {"comparison": 1, "preparation": 2, "aftercare": 2}

MOST_WHOLE = 5
"""The items of a list that large print keeps whole."""

pytestmark = pytest.mark.xdist_group("library")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole example library, two sheets at a time."""
    folder = tmp_path_factory.mktemp("library")
    command = [
        sys.executable,
        str(ROOT / "generate.py"),
        "--workspace",
        str(ROOT),
        "build",
        "--workers",
        "2",
        *EXAMPLES,
    ]
    command += [word for name in CLINICS for word in ("--clinic", name)]
    built = subprocess.run([*command, "--output", str(folder)], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return folder


@pytest.fixture(scope="module")
def entries(output: Path) -> Mapping[SheetKey, Entry]:
    """Read what was built from the manifest."""
    return entries_in(output)


@pytest.fixture(scope="module")
def pages(output: Path, entries: dict[SheetKey, Entry]) -> dict[SheetKey, list[str]]:
    """Read the text of every page of every sheet, its spaces made plain."""
    texts: dict[SheetKey, list[str]] = {}
    for key in entries:
        document = pypdfium2.PdfDocument(output / key.path)
        texts[key] = [" ".join(leaf.get_textpage().get_text_range().split()) for leaf in document]
        document.close()
    return texts


def test_the_library_has_no_problem() -> None:
    """The examples load without a problem."""
    assert read_examples().problems == ()


def test_every_sheet_is_built(entries: dict[SheetKey, Entry]) -> None:
    """Two clinics print four variants of each topic: in two editions, and in three where it is translated.

    A third prints one topic, in three editions and two languages.
    """
    topics, translated = (
        sum((ROOT / f"handouts/{topic}/{name}.yaml").exists() for topic in EXAMPLES) for name in ("en", "es")
    )
    assert len(entries) == 2 * 4 * (2 * topics + 3 * translated) + 4 * 2 * 3
    assert {key.language for key in entries} == {"en-GB", "en-US", "es", "ar"}


def test_no_sheet_has_an_error(entries: dict[SheetKey, Entry]) -> None:
    """No proof found an error."""
    found = [finding for entry in entries.values() for finding in entry.findings]

    assert [finding for finding in found if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("standard", "profile"), [("PDF/A-3a", "3a"), ("PDF/UA-1", "ua1")])
def test_every_sheet_conforms(
    standard: str, profile: str, output: Path, entries: dict[SheetKey, Entry]
) -> None:
    """Every sheet is PDF/UA-1, and PDF/A-3a if it is no form, by a validator of its own.

    A stream whose last byte is a carriage return is taken for too long by that validator, so that one rule is
    left to leafwright.pdf.conformance, which measures the stream.
    """
    claiming = [key for key, entry in entries.items() if standard in entry.conformance]
    reports = {key: page.validate_pdf(output / key.path, profile=profile) for key in claiming}
    failures = {
        (str(key), failure.rule_id)
        for key, report in reports.items()
        for failure in report.failures
        if "STREAM-LENGTH" not in failure.rule_id
    }

    assert failures == set()
    assert {key.edition for key in entries.keys() - reports.keys()} <= {"fillable"}


def test_a_screen_reader_meets_no_error(output: Path, entries: dict[SheetKey, Entry]) -> None:
    """What a screen reader reads of every sheet has no error, and no head or foot of each page."""
    results = {key: check(str(output / key.path)).findings for key in entries}
    faults = {
        str(key): errors
        for key, found in results.items()
        if (errors := [one for one in found if one.severity == "error"])
    }
    running = {str(key) for key, found in results.items() if any(one.rule == "PAG-001" for one in found)}

    assert (faults, running) == ({}, set())


@pytest.mark.parametrize("variant", MOST_PAGES)
def test_a_variant_keeps_to_its_pages(variant: str, entries: dict[SheetKey, Entry]) -> None:
    """A comparison is one page; a preparation and an aftercare sheet are one sheet of paper."""
    counts = {
        str(key): entry.pages
        for key, entry in entries.items()
        if (key.variant, key.edition) == (variant, "standard")
    }

    assert max(counts.values()) <= MOST_PAGES[variant], counts


def test_no_page_is_thin(entries: dict[SheetKey, Entry]) -> None:
    """A page before the last is at least 60% full, unless a style ends it; the last is a third full."""
    thin = {
        str(key): codes
        for key, entry in entries.items()
        if (codes := {finding.code for finding in entry.findings} & {"thin-page", "thin-last-page"})
    }

    assert thin == {}


def test_what_belongs_together_is_on_one_page_of_large_print(entries: dict[SheetKey, Entry]) -> None:
    """On each sheet a short list and what the clinic decided about it, and questions and their lines, are."""
    jobs = draft_sheets(read_examples(), Selection(editions=("large-print",))).jobs
    torn: list[tuple[str, tuple[str, ...]]] = []
    for job in jobs:
        engine = start_engine(job.styles)
        engine = engine.with_files(FilesInHand(contents={**job.styles, **job.pictures}))
        opened = engine.open(job.html, HOUSE_STYLES, _fonts_of(job.sheet))
        boxes = opened.lay_out(Step(**asdict(entries[job.key].rung))).boxes()
        torn += [
            (str(job.key), names)
            for names in _kept(job.sheet)
            if len({box.page for name in names for box in boxes.get(name, ())}) > 1
        ]

    assert len(jobs) > 50
    assert torn == []


def _kept(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    """Go through the blocks that are whole in large print, with what stays with them."""
    for section in sheet.sections:
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            short = 0 < len(getattr(block, "items", ())) <= MOST_WHOLE
            if short and block.kind in {"list", "steps", "checklist", "questions"}:
                decided = after and (block.kind, after.kind) == ("list", "decisions")
                yield (block.id, after.id) if decided else (block.id,)


def _is_printed(phrase: str, text: str, language: str) -> bool:
    """Tell whether a page says a phrase.

    This reader of files turns Arabic and the Latin words within it about, line by line; there the letters of
    the phrase must be on the page.
    """
    if WORDS[language].direction == "ltr":
        return phrase in text
    return not Counter("".join(phrase.split())) - Counter("".join(text.split()))


def test_every_page_says_that_it_is_an_example(pages: dict[SheetKey, list[str]]) -> None:
    """The first page says in its language that no clinician has approved it, and each foot in a word."""
    silent = [
        (str(key), number)
        for key, texts in pages.items()
        for number, text in enumerate(texts)
        if not _is_printed(_told(WORDS[key.language].phrases, number), text, key.language)
    ]

    assert silent == []


def _told(phrases: Phrases, number: int) -> str:
    return phrases.foot.status.example.plain if number else phrases.status.example


def test_no_page_claims_approval(pages: dict[SheetKey, list[str]]) -> None:
    """The word approved is printed only to deny it, or of a medicine's regulator.

    Arabic sheets are left to leafwright.pdf, which reads their lines in order: their English is the same.
    """
    denials = "|".join(sorted(re.escape(words.phrases.status.example) for words in WORDS.values()))
    left = [texts for key, texts in pages.items() if WORDS[key.language].direction == "ltr"]
    rest = [re.sub(denials, "", text) for text in chain.from_iterable(left)]
    claims = [re.findall(r"[^.]*\bapproved\b[^.]*", text) for text in rest]

    assert all("regulator" in claim or "has not" in claim for found in claims for claim in found)


def test_every_page_carries_its_code(pages: dict[SheetKey, list[str]]) -> None:
    """Reference, version and page number are on every page."""
    for key, texts in pages.items():
        bilingual = key.edition == "bilingual"
        page = "{page}/{pages}" if bilingual else WORDS[key.language].phrases.foot.page
        for number, text in enumerate(texts, start=1):
            told = page.replace("{page}", str(number)).replace("{pages}", str(len(texts)))
            assert any(_is_printed(f"LW-10{topic}", text, key.language) for topic in (1, 2, 3)), key
            assert _is_printed(told, text, key.language), key


def test_the_same_numbers_in_every_edition(pages: dict[SheetKey, list[str]]) -> None:
    """Large print and two languages side by side hold every number of people that standard print holds.

    Arabic is left to leafwright.pdf, which reads it in its order.
    """
    for key, texts in pages.items():
        if key.edition == "standard" and WORDS[key.language].direction == "ltr":
            numbers = _numbers(texts, key.language)
            assert numbers == _numbers(pages[replace(key, edition="large-print")], key.language), key
            if (both := replace(key, edition="bilingual")) in pages:
                assert numbers == _numbers(pages[both], key.language), key


def test_a_comparison_in_two_languages_has_a_page_of_each(pages: dict[SheetKey, list[str]]) -> None:
    """The list to write in, below the table, is on the page of its language, and no head says "continued".

    Arabic is left to leafwright.pdf, which reads it in its order.
    """
    both = {key: texts for key, texts in pages.items() if key.edition == "bilingual" and key.language == "es"}
    compared = [texts for key, texts in both.items() if key.variant == "comparison"]
    matters = [WORDS[language].phrases.comparison.matters.plain for language in ("es", "en-US")]

    assert compared
    for texts in compared:
        assert [_is_printed(words, text, "es") for words, text in zip(matters, texts, strict=True)] == [
            True,
            True,
        ]
        assert WORDS["es"].phrases.continued.partition("{heading}")[2].strip() not in texts[1]


def _numbers(texts: list[str], language: str) -> set[str]:
    """Find how a language writes `3 in 100`, on some pages."""
    between = WORDS[language].phrases.risk.figure.replace("*", "").split("{n}")[1].split("{of}")[0].split()
    pattern = r"\d[\d,.]*\s" + r"\s".join(between) + r"\s\d[\d,.]*"
    return {" ".join(found.split()) for text in texts for found in re.findall(pattern, text)}


def test_what_is_drawn_is_in_the_order_heard(output: Path, entries: dict[SheetKey, Entry]) -> None:
    """Programs that read what is drawn, and no tags, find every format in the order in which it is heard.

    The words of a page from right to left are drawn, and so found, from their end.
    """
    alike = {str(key): likeness(output / key.path) for key in entries if key.language != "ar"}

    assert {name: like for name, like in alike.items() if like < LEAST_ALIKE} == {}


def test_what_is_heard(output: Path, golden: Golden) -> None:
    """A screen reader says each variant, edition and script in this order, with these roles and languages."""
    forms = (output / "harbour-row-mill-lane").glob("facet-joint-injections-preparation-fillable-*.pdf")
    both = (output / "cedar-hollow").glob("facet-joint-injections-*-bilingual-*.pdf")
    for path in [*sorted((output / "harbour-row").glob("facet-joint-injections-*.pdf")), *forms, *both]:
        golden(HEARD / f"{path.stem.removeprefix('facet-joint-injections-')}.txt", read_aloud(path))


@pytest.mark.parametrize("name", sorted(path.stem for path in HEARD.glob("*.txt")))
def test_what_the_foot_says_is_heard_once(name: str) -> None:
    """Status and review are heard once in each language, and so is all of a whole control; no foot is."""
    heard = (HEARD / f"{name}.txt").read_text("utf-8").replace("\u00a0", " ")
    own = next(language for language in WORDS if name.endswith(f"-{language}"))
    others = re.findall(r"P (en-\w+):", heard) if "-bilingual-" in name else []
    spoken = [WORDS[language].phrases for language in {own, *others}]

    assert [heard.count(phrases.status.example) for phrases in spoken] == [1] * len(spoken)
    controls = len(spoken) if name.startswith("leaflet") else 1
    assert (heard.count("LW-101"), heard.count("2028")) == (controls, len(spoken))
    assert not any(f"· {phrases.foot.status.example.plain}" in heard for phrases in spoken)
