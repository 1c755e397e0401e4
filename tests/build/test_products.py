"""What a build makes of a sheet for screens: one web page for all print editions, listed like its PDF."""

from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

import pytest

from leafwright.build import BuildRequest, decide, merge
from leafwright.build.siblings import Siblings
from leafwright.manifest import read_output
from leafwright.sheet import SheetKey
from leafwright.sheet.sibling import Sibling
from leafwright.verify import verify
from leafwright.web.parsed import parse
from tests.fakes import THREAD, FakeProver, carry_out, drafts_of, entries_in, fake_prover, finding, tree_of
from tests.translations import make_translation, write_bilingual_workspace, write_translation
from tests.workspaces import CLINIC, CLINIC_FILE, LANGUAGE, TOPIC, write_workspace

KEY = SheetKey(clinic=CLINIC, topic=TOPIC, variant="leaflet", edition="standard", language=LANGUAGE)
LARGE = replace(KEY, edition="large-print")
PAGE = f"{CLINIC}/web/{TOPIC}-leaflet-{LANGUAGE}.html"
TEXT = f"{CLINIC}/web/{TOPIC}-leaflet-{LANGUAGE}.txt"


def _prints(**prints: Any) -> dict[str, Any]:
    usual = {"variants": ["leaflet"], "editions": ["standard", "large-print"], **prints}
    return {"prints": {**CLINIC_FILE["prints"], **usual}}


def _leads_to(request: BuildRequest, page: str = PAGE) -> set[str]:
    """Return the files below the output folder that a page leads to; each is there."""
    links = parse((request.output / page).read_text("utf-8")).links
    files = {normpath(join(dirname(page), link)) for link in links if "/" in link and ":" not in link}
    assert all((request.output / name).is_file() for name in files)
    return files


@pytest.fixture
def prover(monkeypatch: pytest.MonkeyPatch) -> FakeProver:
    """Print without an engine."""
    return fake_prover(monkeypatch)


@pytest.fixture
def request_of(tmp_path: Path, prover: FakeProver) -> BuildRequest:
    """Build a leaflet in two editions."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints())
    request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)
    list(carry_out(drafts_of(workspace), request))
    assert prover.printed
    return request


def test_all_print_editions_share_a_page(request_of: BuildRequest) -> None:
    """It is made with the first edition, leads to both, and is in the manifest and the sums."""
    entries, output = entries_in(request_of.output), read_output(request_of.output)

    assert {key.edition: [*entry.products] for key, entry in entries.items()} == {
        "standard": [PAGE, TEXT],
        "large-print": [],
    }
    assert entries[KEY].links == (LARGE.path, KEY.path)
    assert _leads_to(request_of) == {LARGE.path, KEY.path}
    assert output.sums[PAGE] == entries[KEY].products[PAGE].sha256
    assert not [problem for problem in verify(output) if PAGE in problem.place.file]


def test_a_page_leads_to_those_that_are_made() -> None:
    """Of several bilingual editions only the first one makes a page, so no link waits for another."""
    editions = [replace(KEY, edition=name) for name in ("standard", "bilingual", "bilingual-large")]
    sheets = [Sibling(key=key, beside="bilingual" in key.edition, language="English") for key in editions]

    pages = [name for name in Siblings.of(sheets).links_of(KEY) if name.endswith(".html")]

    assert pages == [editions[1].product(".html", beside=True)]


def test_the_page_is_the_first_edition_s_whatever_that_is(tmp_path: Path, prover: FakeProver) -> None:
    """A clinic that prints large print only has a page too, and one with another order has one page."""
    for editions in (["large-print"], ["large-print", "standard"]):
        drafts = drafts_of(write_workspace(tmp_path, clinic=_prints(editions=editions)))

        assert [job.key.edition for job in drafts.jobs if job.products] == ["large-print"]
        assert [[*job.products] for job in drafts.jobs if job.products] == [[PAGE, TEXT]]
    assert not prover.printed


def test_a_sheet_in_two_languages_has_a_page_of_its_own(tmp_path: Path) -> None:
    """Its name says so, because the translation alone has one too."""
    workspace = write_bilingual_workspace(tmp_path, editions=["standard", "bilingual"])
    write_translation(workspace, make_translation(workspace))

    pages = {name for job in drafts_of(workspace).jobs for name in job.products}

    assert any(name.endswith("_bilingual.html") for name in pages)
    assert {name.replace("_bilingual", "") for name in pages} <= pages


def test_a_changed_page_is_built_again(request_of: BuildRequest) -> None:
    """A page that somebody edited, or that is gone, counts like a PDF."""
    path = request_of.output / PAGE
    whole = path.read_bytes()
    for content in (b"", whole + b"<p>"):
        path.write_bytes(content)
        assert [problem.code for problem in verify(read_output(request_of.output))].count("changed-file") == 1
        list(carry_out(drafts_of(request_of.workspace), request_of))
        assert path.read_bytes() == whole


def test_a_page_goes_with_its_sheets(request_of: BuildRequest) -> None:
    """It stays as long as a sheet has it, and then its folder goes too."""
    only = write_workspace(request_of.workspace.root, clinic=_prints(editions=["large-print"]))
    list(carry_out(drafts_of(only), request_of))
    assert (request_of.output / PAGE).is_file()
    assert [[*entry.products] for entry in entries_in(request_of.output).values()] == [[PAGE, TEXT]]

    none = write_workspace(request_of.workspace.root, clinic=_prints(variants=["aftercare"]))
    list(carry_out(drafts_of(none), request_of))
    assert not (request_of.output / PAGE).exists()


def test_a_page_in_a_folder_without_a_manifest_goes_too(request_of: BuildRequest) -> None:
    """Nobody may read a withheld text, listed or not."""
    (request_of.output / "manifest.json").unlink()
    output = read_output(request_of.output)
    (decision, *_) = decide(drafts_of(request_of.workspace), output, request_of)

    assert PAGE in output.files
    assert decision.key.product(".html") == PAGE


def test_shards_are_merged_with_their_pages(request_of: BuildRequest, tmp_path: Path) -> None:
    """A page is copied like a PDF, with the same bytes."""
    merge(tmp_path / "merged", [request_of.output])

    files = tree_of(tmp_path / "merged")
    assert files[PAGE] == (request_of.output / PAGE).read_bytes()


def test_a_page_is_made_again_when_a_sheet_it_leads_to_comes(request_of: BuildRequest) -> None:
    """A new edition is one more link."""
    prints = _prints(editions=["standard", "large-print", "booklet"])
    more = write_workspace(request_of.workspace.root, clinic=prints)
    list(carry_out(drafts_of(more), request_of))

    assert len(entries_in(request_of.output)[KEY].links) == 3


def test_no_page_leads_to_a_refused_sheet(tmp_path: Path, prover: FakeProver) -> None:
    """A sheet that fails its proof in the same build has no file, and gets its link when it passes."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints())
    request = BuildRequest(workspace=workspace, output=tmp_path / "output", pool=THREAD, prune=True)
    prover.findings["large-print"] = (finding(),)
    list(carry_out(drafts_of(workspace), request))
    assert _leads_to(request) == {KEY.path}
    assert entries_in(request.output)[KEY].links == (KEY.path,)

    prover.findings.clear()
    prover.printed.clear()
    list(carry_out(drafts_of(workspace), request))

    assert _leads_to(request) == {KEY.path, LARGE.path}
    assert prover.printed == [LARGE.path]


def test_a_link_goes_with_its_file_though_the_sheet_of_the_page_is_refused(
    request_of: BuildRequest, prover: FakeProver
) -> None:
    """The old page stays, and leads to nothing that is no longer printed."""
    changed = write_workspace(
        request_of.workspace.root, clinic=_prints(editions=["standard"]), handout={"title": "Sore ankle"}
    )
    prover.findings["standard"] = (finding(),)
    list(carry_out(drafts_of(changed), request_of))

    assert entries_in(request_of.output)[KEY].refused
    assert _leads_to(request_of) == {KEY.path}
    assert not [problem for problem in verify(read_output(request_of.output)) if PAGE in problem.place.file]


def test_what_one_machine_makes_leads_to_what_others_make(tmp_path: Path, prover: FakeProver) -> None:
    """Links of a shard stay until all are merged; then those to refused sheets go."""
    workspace = write_workspace(tmp_path / "workspace", clinic=_prints())
    prover.findings["large-print"] = (finding(),)
    parts = []
    for edition in ("standard", "large-print"):
        parts.append(tmp_path / edition)
        request = BuildRequest(workspace=workspace, output=parts[-1], pool=THREAD, shard=True)
        list(carry_out(drafts_of(workspace, editions=(edition,)), request))
    assert LARGE.path in entries_in(parts[0])[KEY].links
    merge(tmp_path / "merged", parts)

    assert _leads_to(replace(request, output=tmp_path / "merged")) == {KEY.path}
    assert entries_in(tmp_path / "merged")[KEY].links == (KEY.path,)
