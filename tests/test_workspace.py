"""What cannot be read in a workspace is reported by name, and everything else is read and planned."""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from leafwright.build import Selection, draft_sheets, survey
from leafwright.library import Library, load_library
from leafwright.problems import ContentError
from leafwright.scaffold import new_clinic
from leafwright.seal import survey_inputs
from leafwright.templating import refuse_missing
from leafwright.workspace import Workspace
from tests.workspaces import (
    CITED,
    CLINIC,
    CLINIC_FILE,
    HANDOUT,
    LOGO,
    TOPIC,
    second_clinic,
    write_workspace,
)

PICTURE: Final = {"kind": "picture", "id": "look", "file": "knee.svg", "alt": "A knee."}
OTHER: Final = "sore-hip"
FOLDERS: Final = (
    "handouts",
    f"handouts/{TOPIC}",
    "clinics",
    f"clinics/{CLINIC}",
    "words",
    "templates",
    "templates/icons",
    "templates/variants",
    "styles",
    "styles/editions",
)
LEFT_BEHIND: Final = ("en.yaml~", "#en.yaml#", ".en.yaml.swp", "4913", ".DS_Store", "~")


def write_two(root: Path) -> Workspace:
    """Write two topics and two clinics of one variant, and folders for words, templates and styles."""
    one = {"variants": {"leaflet": {"sections": ["part"]}}}
    prints = {**CLINIC_FILE["prints"], "variants": ["leaflet"], "editions": ["standard"]}
    other = {
        **HANDOUT,
        **one,
        "reference": "EX-2",
        "sections": [{"id": "part", "heading": "Your hip", "blocks": [CITED]}],
    }
    files = {
        f"handouts/{TOPIC}/knee.svg": LOGO,
        f"handouts/{OTHER}/en.yaml": yaml.safe_dump(other, sort_keys=False),
        **second_clinic(name="Oak Street Practice", prints=prints),
    }
    workspace = write_workspace(
        root, blocks=[CITED, PICTURE], files=files, handout=one, clinic={"prints": prints}
    )
    for folder in FOLDERS:
        (workspace.root / folder).mkdir(parents=True, exist_ok=True)
    return workspace


def sheets_of(workspace: Workspace) -> set[tuple[str, str]]:
    """Return the topic and the clinic of every sheet that can be made."""
    drafts = draft_sheets(_read(workspace), Selection(), survey(workspace, "fonts"))
    survey_inputs(workspace.root)
    return {(job.key.topic, job.key.clinic) for job in drafts.jobs}


def problems_of(workspace: Workspace) -> list[str]:
    """Return what is wrong with a workspace, a line each."""
    return [str(problem) for problem in _read(workspace).problems]


@cache
def _read(workspace: Workspace) -> Library:
    """Read a workspace once: no test changes what it has looked at."""
    return load_library(workspace)


ALL: Final = {(topic, clinic) for topic in (TOPIC, OTHER) for clinic in (CLINIC, "oak-street")}


def pipe(path: Path) -> None:
    """Make a named pipe, which a careless reader would wait at for ever."""
    os.mkfifo(path)


def link(target: str) -> Callable[[Path], None]:
    """Return what makes a link to a target."""
    return lambda path: path.symlink_to(target)


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """Locks, backups and hidden files are nobody's content in any folder, nor are links to nothing."""
    workspace = write_two(tmp_path)
    for folder in FOLDERS:
        (workspace.root / folder / ".#es.yaml").symlink_to("somebody@host.4711:1700000000")
        for name in LEFT_BEHIND:
            (workspace.root / folder / name).write_bytes(b"\x00\xff")

    assert problems_of(workspace) == []
    assert sheets_of(workspace) == ALL


@pytest.mark.parametrize("make", [link("."), link(".."), link("loop")], ids=["here", "above", "itself"])
def test_links_in_a_circle_end(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """Links to a folder above themselves, several in every folder, neither hang a reader nor stop a sheet."""
    workspace = write_two(tmp_path)
    for folder in FOLDERS:
        for name in ("loop", "loop-two", "loop-three"):
            make(workspace.root / folder / name)

    assert sheets_of(workspace) == ALL
    assert {line.split(":")[0] for line in problems_of(workspace)} == {
        f"{top}/{name}/" for top in ("handouts", "clinics") for name in ("loop", "loop-two", "loop-three")
    }


UNREADABLE: Final[dict[str, Callable[[Path], None]]] = {
    "a link to nothing": link("nowhere"),
    "a link to itself": lambda path: path.symlink_to(path.name),
    "a pipe": pipe,
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize(
    "name",
    [
        f"handouts/{TOPIC}/es.yaml",
        "words/fr.yaml",
        "templates/variants/poster.yaml",
        "templates/layouts/poster.html",
        "templates/icons/bell.svg",
        "templates/editions/poster.yaml",
        "styles/editions/poster.css",
        "styles/extra.css",
    ],
)
def test_what_is_no_file_is_reported_by_name(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    """A link that leads nowhere, a pipe and a folder named like a file are reported, and nothing waits."""
    workspace = write_two(tmp_path)
    (workspace.root / name).parent.mkdir(parents=True, exist_ok=True)
    make(workspace.root / name)

    lines = problems_of(workspace)

    # Styles and templates may lie in folders of any name.
    assert lines or (make is Path.mkdir and name.endswith((".css", ".html")))
    assert all(line.startswith(f"{name}:1:1: unreadable-file: ") for line in lines)
    assert sheets_of(workspace) == ALL


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
@pytest.mark.parametrize("name", ["clinic.yaml", "_brand.yml", "logo.svg"])
def test_a_clinic_without_its_files_stops_no_other(
    tmp_path: Path, name: str, make: Callable[[Path], None]
) -> None:
    """Faults in a clinic's folder are reported there, and the other clinic prints."""
    workspace = write_two(tmp_path)
    path = workspace.root / "clinics" / CLINIC / name
    path.unlink()
    make(path)

    assert all(line.startswith(f"clinics/{CLINIC}/") for line in problems_of(workspace))
    assert problems_of(workspace)
    assert sheets_of(workspace) == {(TOPIC, "oak-street"), (OTHER, "oak-street")}


@pytest.mark.parametrize("make", UNREADABLE.values(), ids=UNREADABLE)
def test_a_bibliography_that_is_no_file_is_reported_once(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """Citations are not called unknown while the bibliography cannot be read."""
    workspace = write_two(tmp_path)
    path = workspace.root / "handouts/references.yaml"
    path.unlink()
    make(path)

    (line,) = problems_of(workspace)

    assert line.startswith("handouts/references.yaml:1:1: unreadable-file: ")


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_name_that_is_no_text_stops_nothing(tmp_path: Path, folder: str) -> None:
    """File names are bytes: one that is not UTF-8 is reported, and is in no hash and no record."""
    workspace = write_two(tmp_path)
    (workspace.root / folder / os.fsdecode(b"bad\xff.css")).write_text("p {}", "utf-8")
    (workspace.root / folder / os.fsdecode(b"bad\xfe.yaml")).write_text("a: b", "utf-8")

    assert all("bad\\udc" in line for line in problems_of(workspace))
    assert sheets_of(workspace) == ALL


def test_templates_that_are_no_text_are_passed_over(tmp_path: Path) -> None:
    """An unused template may contain any bytes while templates are searched for pictures."""
    workspace = write_two(tmp_path)
    (workspace.root / "templates/binary.html").write_bytes(bytes(range(256)))
    (workspace.root / "templates/other.html").write_text('<img src="nowhere.png">', "utf-8")

    with pytest.raises(ContentError) as error:
        refuse_missing(["nowhere.png"], workspace)

    assert [problem.place.file for problem in error.value.problems] == ["templates/other.html"]


def test_a_file_that_may_not_be_read_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A style without the right to read it is reported, and the pages are made without it."""
    workspace = write_two(tmp_path)
    locked = workspace.root / "styles/locked.css"
    locked.write_text("p {}", "utf-8")
    may_read = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != locked.resolve() and may_read(path, mode)
    )

    (line,) = problems_of(workspace)

    assert line.startswith("styles/locked.css:1:1: unreadable-file: permission denied")
    assert sheets_of(workspace) == ALL


@pytest.mark.parametrize("top", ["handouts", "clinics"])
def test_a_folder_that_may_not_be_read_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, top: str
) -> None:
    """A topic or a clinic without the right to read it is reported at its folder."""
    workspace = write_two(tmp_path)
    locked = workspace.root / top / {"handouts": TOPIC, "clinics": CLINIC}[top]
    may_read = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != locked.resolve() and may_read(path, mode)
    )

    (line,) = problems_of(workspace)

    assert line.startswith(f"{top}/{locked.name}/:1:1: unreadable-file: permission denied")
    assert sheets_of(workspace) == {pair for pair in ALL if locked.name not in pair}


def move_away(folder: Path, to: Path) -> None:
    """Move a folder, and leave a link to it."""
    to.parent.mkdir(parents=True, exist_ok=True)
    folder.rename(to)
    folder.symlink_to(to)


@pytest.mark.parametrize("name", [f"handouts/{TOPIC}", f"clinics/{CLINIC}"])
def test_a_folder_may_be_a_link_within_the_workspace(tmp_path: Path, name: str) -> None:
    """A topic and a clinic may lie elsewhere in the workspace; their pictures are found all the same."""
    workspace = write_two(tmp_path)
    move_away(workspace.root / name, workspace.root / "kept" / "there")

    assert problems_of(workspace) == []
    assert sheets_of(workspace) == ALL
    picture = {f"handouts/{TOPIC}": "knee.svg", f"clinics/{CLINIC}": "logo.svg"}[name]
    assert workspace.find(f"{name}/{picture}") == (workspace.root / "kept/there" / picture).resolve()


@pytest.mark.parametrize("name", [f"handouts/{TOPIC}", f"clinics/{CLINIC}"])
def test_a_folder_that_links_out_of_the_workspace_is_reported(tmp_path: Path, name: str) -> None:
    """Nothing is read through a link that leads out; the other topics and clinics are read."""
    workspace = write_two(tmp_path / "inside")
    move_away(workspace.root / name, tmp_path / "outside" / "there")

    (line,) = problems_of(workspace)

    assert line.startswith(f"{name}/:1:1: outside-folder: ")
    assert workspace.find(f"{name}/logo.svg") is None
    assert sheets_of(workspace) == {pair for pair in ALL if name.partition("/")[2] not in pair}


@pytest.mark.parametrize(
    "name",
    [
        f"handouts/{TOPIC}/en.yaml",
        f"clinics/{CLINIC}/clinic.yaml",
        f"clinics/{CLINIC}/_brand.yml",
        f"clinics/{CLINIC}/logo.svg",
        f"handouts/{TOPIC}/knee.svg",
    ],
)
@pytest.mark.parametrize("inside", [True, False], ids=["inside", "outside"])
def test_a_file_may_be_a_link_within_the_workspace(tmp_path: Path, name: str, *, inside: bool) -> None:
    """A link is read only if it leads to a place in the workspace."""
    workspace = write_two(tmp_path / "inside")
    to = (workspace.root if inside else tmp_path) / "kept" / Path(name).name
    move_away(workspace.root / name, to)

    lines = problems_of(workspace)

    if inside:
        assert lines == []
        assert sheets_of(workspace) == ALL
    else:
        assert lines
        assert all(": outside-folder: " in line for line in lines)
        assert sheets_of(workspace) == {pair for pair in ALL if name.split("/")[1] not in pair}


def test_a_workspace_may_be_reached_through_a_link(tmp_path: Path) -> None:
    """No file name says where the workspace is."""
    write_two(tmp_path / "there")
    (tmp_path / "here").symlink_to(tmp_path / "there")
    workspace = Workspace(root=tmp_path / "here")

    assert problems_of(workspace) == []
    assert sheets_of(workspace) == ALL


def test_a_linked_folder_of_styles_counts(tmp_path: Path) -> None:
    """A style in a folder that is a link within the workspace is listed, for a change of it shows."""
    workspace = write_two(tmp_path)
    (workspace.root / "kept").mkdir()
    (workspace.root / "kept/more.css").write_text("p {}", "utf-8")
    (workspace.root / "styles/linked").symlink_to("../kept")

    assert "styles/linked/more.css" in dict(workspace.named("styles", "**/*.css"))


ODD: Final = {
    "Sore Knee": "sore-knee",
    "sore.knee": "sore-knee",
    "-knee": "knee",
    "caf\u00e9": "cafe",
    "cafe\u0301": "cafe",
    "con": "choose another",
    "lpt1": "choose another",
    "k" * 230: "at most 60",
    "knee\nhip": "knee-hip",
}


@pytest.mark.parametrize("name", ODD, ids=lambda name: name[:10].encode("unicode_escape").decode())
@pytest.mark.parametrize("top", ["handouts", "clinics"])
def test_a_name_that_no_file_can_have_is_reported_at_its_folder(tmp_path: Path, top: str, name: str) -> None:
    """A name too long, reserved or with other signs is refused there, with what would do."""
    workspace = write_two(tmp_path)
    before = {"handouts": TOPIC, "clinics": CLINIC}[top]
    (workspace.root / top / before).rename(workspace.root / top / name)

    (line,) = problems_of(workspace)

    assert ": bad-folder: " in line
    assert line.startswith(f"{top}/")
    assert ODD[name] in line
    assert "\n" not in line
    assert sheets_of(workspace) == {pair for pair in ALL if before not in pair}


@pytest.mark.parametrize("stem", ["en copy", "EN", "english", "x" * 230, "-x", "old.en", "ca\u0301"])
@pytest.mark.parametrize("folder", [f"handouts/{TOPIC}", "words"])
def test_a_file_named_for_no_language_is_reported(tmp_path: Path, folder: str, stem: str) -> None:
    """A copy of a handout or of a words file is reported by its name, and is neither handout nor language."""
    workspace = write_two(tmp_path)
    (workspace.root / folder / f"{stem}.yaml").write_text("title: A copy\n", "utf-8")

    (line,) = problems_of(workspace)

    assert line.startswith(folder)
    assert ": bad-file-name: " in line
    assert sheets_of(workspace) == ALL


@pytest.mark.parametrize("name", ["templates/variants/{}.yaml", "templates/editions/{}.yaml"])
@pytest.mark.parametrize("stem", ["My Poster", "p" * 230, "nul"])
def test_a_variant_or_an_edition_of_a_strange_name_is_reported(tmp_path: Path, name: str, stem: str) -> None:
    """What becomes part of the name of a sheet must be able to."""
    workspace = write_two(tmp_path)
    path = workspace.root / name.format(stem)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("", "utf-8")

    (line,) = problems_of(workspace)

    assert ": bad-file-name: " in line
    assert sheets_of(workspace) == ALL


@pytest.mark.parametrize(
    "name", ["a\0b.svg", "n" * 5000 + ".svg", "loop.svg", "no/where.svg"], ids=["nul", "long", "loop", "none"]
)
def test_a_picture_that_no_file_can_be_is_reported(tmp_path: Path, name: str) -> None:
    """A name that no disk can store, or a link to itself, is a missing picture."""
    changes: dict[str, Any] = {"blocks": [CITED, {**PICTURE, "file": name}]}
    workspace = write_workspace(tmp_path, **changes)
    (workspace.root / "handouts" / TOPIC / "loop.svg").symlink_to("loop.svg")

    lines = problems_of(workspace)

    assert len(lines) == 1
    assert lines[0].startswith(f"handouts/{TOPIC}/en.yaml:")


def test_a_name_that_is_no_text_is_written_out(tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8 can be reported on any terminal."""
    workspace = write_two(tmp_path)
    (workspace.root / "handouts" / TOPIC / os.fsdecode(b"\xff.yaml")).write_text("a: b\n", "utf-8")

    (line,) = problems_of(workspace)

    assert line.encode("utf-8").startswith(b"handouts/sore-knee/\\udcff.yaml:1:1: bad-file-name: ")


def test_a_new_clinic_is_tried_without_what_cannot_be_read(tmp_path: Path) -> None:
    """Links, pipes and backups among templates and styles do not stop `new clinic`."""
    workspace = write_two(tmp_path)
    pipe(workspace.root / "templates/waiting.html")
    (workspace.root / "styles/gone.css").symlink_to("nowhere")
    (workspace.root / "words/loop").symlink_to(".")

    assert new_clinic(workspace, "north-street", {})


def content(written: bytes) -> Callable[[Path], None]:
    """Return what makes a file of some bytes."""

    def make(path: Path) -> None:
        path.write_bytes(written)

    return make


JUNK: Final[dict[str, Callable[[Path], None]]] = {
    **UNREADABLE,
    "a link to what is above": link(".."),
    "a link out of the workspace": link("/"),
    "an empty file": Path.touch,
    "bytes that are no text": content(b"\x00\xff\xfe"),
    "a list where a record belongs": content(b"- 1\n- [2\n"),
}
NAMES: Final = st.tuples(
    st.text(st.sampled_from("abcXYZ019-_.~# \u00e9\u0301\u0628\u2028"), min_size=1, max_size=12),
    st.sampled_from(["", ".yaml", ".yml", ".html", ".css", ".svg", ".png"]),
).map("".join)


@settings(max_examples=500 if settings.get_current_profile_name() == "nightly" else 20)
@given(
    junk=st.lists(
        st.tuples(st.sampled_from(FOLDERS), NAMES, st.sampled_from(sorted(JUNK))), min_size=1, max_size=8
    )
)
def test_no_junk_anywhere_stops_a_sheet_that_does_not_use_it(junk: list[tuple[str, str, str]]) -> None:
    """Files, links, pipes and folders of any name, in any folder, leave the other topic its sheets."""
    with TemporaryDirectory() as folder:
        workspace = write_two(Path(folder).resolve())
        for place, name, kind in junk:
            path = workspace.root / place / name
            if not os.path.lexists(path):
                JUNK[kind](path)

        assert (OTHER, "oak-street") in sheets_of(workspace)
        assert all(": " in line and not line.startswith(("/", ":")) for line in problems_of(workspace))


@pytest.mark.parametrize(
    ("name", "now"),
    [
        ("templates/components/steps.html", "templates/blocks/, or what is no block to templates/parts/"),
        ("styles/components/steps.css", "styles/blocks/, or what is no block to styles/parts/"),
        ("styles/variants/leaflet.css", "styles/layouts/"),
    ],
)
def test_a_file_in_a_folder_of_old_is_reported(tmp_path: Path, name: str, now: str) -> None:
    """A template or a style of an older form is not ignored silently."""
    workspace = write_workspace(tmp_path, files={name: ""})

    (problem,) = load_library(workspace).problems

    folder = name.rpartition("/")[0]
    assert str(problem) == f"{name}:1:1: moved-folder: nothing in {folder}/ is read; move it to {now}"
