"""Papers of a clinic: one or several, and what the sheets on each of them are called."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leafwright.build import BuildRequest, Selection, SelectionError, check_printed, merge
from leafwright.catalogue.shelves import CardContext, list_filters, list_shelves
from leafwright.library import load_library
from leafwright.manifest import Entry, read_output
from leafwright.sheet import SheetKey
from leafwright.verify import verify
from tests.fakes import THREAD, FakeProver, carry_out, drafts_of, entries_in, fake_prover
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, CLINIC_FILE, LANGUAGE, TOPIC, second_clinic, write_workspace

KEY = SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language=LANGUAGE)
EDITIONS = ["standard", "large-print"]
SMALL = {"templates/editions/small.yaml": "paper: A5\nnames: {en: Small}\n"}


def _prints(paper: Any, **prints: Any) -> dict[str, Any]:
    usual = {"variants": ["leaflet"], "editions": ["standard"], **prints}
    return {"prints": {**CLINIC_FILE["prints"], "paper": paper, **usual}}


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


def _files(root: Path, paper: Any, **prints: Any) -> dict[str, str]:
    """Map the file of each sheet that a clinic prints on `paper` to the paper that it is on."""
    drafts = drafts_of(write_workspace(root, clinic=_prints(paper, **prints), files=SMALL))
    return {job.key.path.partition("/")[2]: job.facts.paper for job in drafts.jobs}


def test_one_paper_gives_the_usual_names(tmp_path: Path) -> None:
    """A clinic with one paper, written alone or as a list, prints each sheet once, under its plain name."""
    plain = {f"{TOPIC}-leaflet-standard-{LANGUAGE}.pdf": "Legal"}

    assert _files(tmp_path / "one", "Legal") == plain
    assert _files(tmp_path / "list", ["Legal"]) == plain


def test_each_sheet_is_printed_on_each_paper(tmp_path: Path) -> None:
    """The first paper gives the plain names; those on others end with an underscore and the paper."""
    stem = f"{TOPIC}-leaflet-standard-{LANGUAGE}"

    assert _files(tmp_path, ["Letter", "A4", "Legal"]) == {
        f"{stem}.pdf": "Letter",
        f"{stem}_A4.pdf": "A4",
        f"{stem}_Legal.pdf": "Legal",
    }


def test_an_edition_with_a_paper_of_its_own_is_printed_once(tmp_path: Path) -> None:
    """It does not depend on the clinic's papers."""
    small = _files(tmp_path, ["Letter", "A4"], editions=["small"])

    assert small == {f"{TOPIC}-leaflet-small-{LANGUAGE}.pdf": "A5"}


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        ("A3", "unknown-value: 'A3' is no value of 'paper'"),
        (["A4", "Leter"], "unknown-value: 'Leter' is no value of 'paper'"),
        (["A4", "A4"], "repeated-name: this list has 'A4' twice"),
        ([], "too-few: 'paper' has no entries"),
        ({"A4": "yes"}, "wrong-type: "),
    ],
)
def test_what_is_no_paper_is_refused_at_its_place(tmp_path: Path, paper: Any, told: str) -> None:
    """It is told with the line, and once."""
    library = load_library(write_workspace(tmp_path, clinic=_prints(paper)))

    (problem,) = library.problems
    assert told in str(problem)
    assert problem.place.line > 1


def test_a_site_replaces_the_papers_of_its_trust(tmp_path: Path) -> None:
    """Papers are a list like any other: a site that writes its own inherits none."""
    workspace = write_workspace(tmp_path, clinic=_prints(["A4", "Letter"]), files=second_clinic())
    site = tmp_path / "clinics/oak-street/clinic.yaml"
    site.write_text(f"part-of: {CLINIC}\nname: Oak Street\nprints:\n  paper: Legal\n", encoding="utf-8")

    printed = {folder.id: folder.clinic.prints.paper for folder in load_library(workspace).clinics}
    assert printed == {CLINIC: ("A4", "Letter"), "oak-street": ("Legal",)}


def test_sheets_are_chosen_by_their_paper(tmp_path: Path) -> None:
    """This is the paper they are on, whether it is the clinic's first, another one, or the edition's."""
    workspace = write_workspace(
        tmp_path, clinic=_prints(["Letter", "A4"], editions=["standard", "small"]), files=SMALL
    )

    def chosen(paper: str) -> set[SheetKey]:
        return {job.key for job in drafts_of(workspace, papers=(paper,)).jobs}

    assert chosen("Letter") == {KEY}
    assert chosen("A4") == {replace(KEY, other_paper="A4")}
    assert chosen("A5") == {replace(KEY, edition="small")}
    with pytest.raises(SelectionError, match="with the paper Legal: there are A4, A5, Letter"):
        check_printed(load_library(workspace), Selection(papers=("Legal",)))


def test_a_paper_that_is_given_up_takes_its_sheets_along(tmp_path: Path, prover: FakeProver) -> None:
    """The next whole build removes them; a page that led to them loses links, and no PDF is made again."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints(["A4", "Legal"], editions=EDITIONS))
    request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)
    list(carry_out(drafts_of(workspace), request))
    assert {key.other_paper for key in entries_in(request.output)} == {"", "Legal"}
    prover.printed.clear()
    write_workspace(tmp_path / "workspace", clinic=_prints("A4", editions=EDITIONS))

    list(carry_out(drafts_of(workspace), request))

    entries, large = entries_in(request.output), replace(KEY, edition="large-print")
    assert (prover.printed, {*entries}) == ([], {KEY, large})
    assert {*entries[KEY].links} == {KEY.path, large.path}
    assert "Legal" not in (request.output / KEY.product(".html")).read_text("utf-8")
    assert not any(problem.code == "stray-file" for problem in verify(read_output(request.output)))


def test_an_outdated_translation_is_withheld_on_every_paper(tmp_path: Path) -> None:
    """None of its sheets may be handed out."""
    workspace = write_bilingual_workspace(tmp_path, editions=["standard"], paper=["A4", "Legal"])
    parts = make_translation(workspace)["parts"]
    outdated = {name: {**part, "made-from": "0" * 12} for name, part in parts.items()}
    write_translation(workspace, make_translation(workspace, parts=outdated))

    withheld = {sheet.key.other_paper: sheet.paper for sheet in drafts_of(workspace).withheld}

    assert withheld == {"": "A4", "Legal": "Legal"}


def _shown(entries: list[Entry], tmp_path: Path) -> tuple[list[str], list[str]]:
    """Return what the cards call their editions, and the papers to choose from."""
    library = load_library(write_workspace(tmp_path / "words"))
    context = CardContext(words=library.words[LANGUAGE])
    filters = {
        found.name: [choice.value for choice in found.choices] for found in list_filters(entries, context)
    }
    cards = [card.edition for shelf in list_shelves(entries, context) for card in shelf.cards]
    return cards, filters.get("paper", [])


def test_the_desk_sees_which_paper_a_sheet_is_for(tmp_path: Path, prover: FakeProver) -> None:
    """Where a sheet is on several papers, each card names its own, and staff can choose by it."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints(["A4", "Legal"]))
    request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD)
    list(carry_out(drafts_of(workspace), request))
    entries = [entries_in(request.output)[key] for key in sorted(entries_in(request.output))]

    assert prover.printed
    assert _shown(entries, tmp_path) == (["Standard print, A4", "Standard print, Legal"], ["A4", "Legal"])
    assert _shown(entries[:1], tmp_path) == (["Standard print"], [])


def test_a_booklet_is_published_with_its_second_file_and_merged_with_it(
    tmp_path: Path, prover: FakeProver
) -> None:
    """Both are in the manifest and the sums, in a shard as in what shards are merged into."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints(["A4", "Legal"], editions=["booklet"]))
    request = BuildRequest(workspace=workspace, output=tmp_path / "shard", pool=THREAD)
    list(carry_out(drafts_of(workspace), request))

    merge(tmp_path / "output", [request.output])

    entries = entries_in(tmp_path / "output")
    booklet, other = (
        replace(KEY, edition="booklet"),
        replace(KEY, edition="booklet", other_paper="Half-Letter"),
    )
    assert prover.printed
    assert {key: entry.print_file and entry.print_file.paper for key, entry in entries.items()} == {
        booklet: "A4",
        other: "Letter",
    }
    assert {booklet.print_file, other.print_file} <= read_output(tmp_path / "output").sums.keys()
    assert booklet.print_file == f"{CLINIC}/{TOPIC}-leaflet-booklet-{LANGUAGE}_two-up.pdf"
    assert other.print_file == f"{CLINIC}/{TOPIC}-leaflet-booklet-{LANGUAGE}_Half-Letter_two-up.pdf"
    assert all((tmp_path / "output" / name).is_file() for name in (booklet.print_file, other.print_file))


def test_a_second_file_goes_with_its_booklet(tmp_path: Path, prover: FakeProver) -> None:
    """An edition that is no booklet any more, or is not printed, leaves none behind."""
    prints = _prints("A4", editions=["booklet"])
    workspace = write_workspace(tmp_path / "workspace", clinic=prints)
    request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)
    list(carry_out(drafts_of(workspace), request))
    second = request.output / replace(KEY, edition="booklet").print_file
    assert second.is_file()

    files = {"templates/editions/booklet.yaml": "layout: single-column"}
    plain = write_workspace(tmp_path / "workspace", clinic=prints, files=files)
    list(carry_out(drafts_of(plain), replace(request, workspace=plain)))

    assert not second.exists()
    assert len(prover.printed) == 2
    assert {problem.code for problem in verify(read_output(request.output))} <= {"no-pdf"}


def test_an_edition_for_some_variants_is_printed_for_no_others(tmp_path: Path) -> None:
    """The bundled booklet is for what is read at home."""
    prints = _prints("A4", variants=["leaflet", "comparison"], editions=["standard", "booklet"])
    jobs = drafts_of(write_workspace(tmp_path, clinic=prints)).jobs

    assert {(job.key.variant, job.key.edition) for job in jobs} == {
        ("leaflet", "standard"),
        ("leaflet", "booklet"),
        ("comparison", "standard"),
    }
