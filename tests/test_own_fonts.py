"""Fonts that a brand brings: printed as asked for, within limits, each fault told where the file is named."""

import shutil
import struct
from collections.abc import Callable
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import brotli  # type: ignore[import-untyped]  # it brings no types
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from leafwright.build import Selection, draft_sheets, survey
from leafwright.build.record import Printed
from leafwright.build.work import prove_job
from leafwright.families import FAMILIES, SOURCES, SUBSTITUTE
from leafwright.fonts import activate, own
from leafwright.fonts.own import FontFile, make_family
from leafwright.fonts.own_cutting import cut_family
from leafwright.library import Library, load_library
from leafwright.problems import has_errors
from leafwright.scaffold import begin_brand
from tests.workspaces import CLINIC, LOGO, write_workspace

ONE = Selection(variants=("leaflet",), editions=("standard",))
BRAND = f"clinics/{CLINIC}/_brand.yml"
ATKINSON, FIGTREE = (
    next(source for source in SOURCES if source.family.startswith(name)) for name in ("Atkinson", "Figtree")
)
REGULAR, BOLD = (ATKINSON.file(weight).read_bytes() for weight in (400, 700))
VARIABLE = FIGTREE.file(400).read_bytes()
FILES: dict[str, bytes] = {"fonts/r.ttf": REGULAR, "fonts/b.ttf": BOLD}


def changed(content: bytes, change: Callable[[Any], None], flavor: str | None = None) -> bytes:
    """Write a font again with a change."""
    font = TTFont(BytesIO(content))
    change(font)
    font.flavor = flavor
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def test_faces_are_made_again_after_any_change_of_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an earlier version made of the same files may have other letters."""
    room = tmp_path / "leafwright/fonts"
    shutil.copytree(Path(own.__file__).parent, room)
    shutil.copy(Path(own.__file__).parents[1] / "families.py", room.parent)
    monkeypatch.setattr(own, "__file__", str(room / "own.py"))
    code = {room.parent / "families.py", room / "cutting.py", room / "own.py", room / "own_cutting.py"}

    names = {own._name_of("Ours", ())}
    for path in code:
        path.write_text(f"{path.read_text('utf-8')}\n", "utf-8")
        names.add(own._name_of("Ours", ()))

    assert len(names) == len(code) + 1


def woff2(content: bytes) -> bytes:
    """Pack a font for the web."""
    return changed(content, lambda _: None, "woff2")


def bits(number: int) -> Callable[[Any], None]:
    """Set what the maker allows."""
    return lambda font: setattr(font["OS/2"], "fsType", number)


def without(signs: str) -> Callable[[Any], None]:
    """Take characters out of a font."""

    def change(font: Any) -> None:
        for table in font["cmap"].tables:
            for sign in signs:
                table.cmap.pop(ord(sign), None)

    return change


def lowered(digits: str) -> Callable[[Any], None]:
    """Let some digits go below the line."""

    def change(font: Any) -> None:
        names, glyphs = font.getBestCmap(), font["glyf"]
        for digit in digits:
            glyph = glyphs[names[ord(digit)]]
            glyph.coordinates.translate((0, -200))
            glyph.recalcBounds(glyphs)

    return change


def drawing_nothing(signs: str) -> Callable[[Any], None]:
    """Leave characters without an outline."""

    def change(font: Any) -> None:
        for sign in signs:
            font["glyf"][font.getBestCmap()[ord(sign)]] = Glyph()

    return change


def bomb() -> bytes:
    """Make a WOFF2 file of a few kilobytes that says it is small and unpacks to more than a gigabyte."""
    packer = brotli.Compressor(quality=1)
    packed: bytes = b"".join(packer.process(bytes(1 << 22)) for _ in range(300)) + packer.finish()
    table = bytes([10]) + b"\x87\x80\x80\x80\x00"  # 'glyf' and its length in seven bits a byte
    size = 48 + len(table) + len(packed)
    head = struct.pack(
        ">4sIIHHIIHHIIIII", b"wOF2", 0x10000, size, 1, 0, 1000, len(packed), 1, 0, 0, 0, 0, 0, 0
    )
    return head + table + packed


def library_of(root: Path, files: dict[str, bytes], entries: list[Any] | None = None, **more: Any) -> Library:
    """Read a workspace whose brand brings the family `Elm Sans`."""
    fonts = [{"family": "Elm Sans", "source": "file", "files": entries or [*files]}]
    typography = {"fonts": fonts, "base": more.pop("base", "Elm Sans"), "headings": {"weight": 700}}
    workspace = write_workspace(root, brand={"typography": typography}, **more)
    for name, content in files.items():
        path = root / f"clinics/{CLINIC}/{name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return load_library(workspace)


def told(root: Path, files: dict[str, bytes], entries: list[Any] | None = None) -> list[str]:
    """Return what is said of the files of a family, with its severity."""
    library = library_of(root, files, entries)
    assert bool(library.clinics) is not has_errors(library.problems)
    passed = (problem for problem in library.problems if problem.code != "brand-passed-over")
    return [f"{problem.severity.value} {problem}" for problem in passed]


def fonts_in(content: bytes) -> set[str]:
    """List the fonts of a PDF by their names, without the mark of a subset."""
    return {
        item.get_font().get_base_name().rpartition("+")[2]
        for page in pypdfium2.PdfDocument(content)
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    }


def printed(library: Library) -> Printed:
    """Print the one leaflet of a library."""
    (job,) = draft_sheets(library, ONE).jobs
    return prove_job(job)


@pytest.mark.parametrize(
    ("files", "entries"),
    [
        (FILES, None),
        ({"v.woff2": woff2(VARIABLE)}, None),
        ({"r.ttf": REGULAR, "b.ttf": REGULAR}, ["r.ttf", {"path": "b.ttf", "weight": "bold"}]),
    ],
    ids=["two files", "a variable one, packed", "a weight that the brand says"],
)
def test_a_sheet_is_printed_in_the_fonts_of_its_brand(
    files: dict[str, bytes], entries: list[Any] | None, tmp_path: Path
) -> None:
    """Every proof passes, and the fonts are those that were asked for."""
    sheet = printed(library_of(tmp_path, files, entries))

    assert [problem for problem in sheet.problems if problem.severity == "error"] == []
    assert fonts_in(sheet.content) <= {"Elm-Sans", "Elm-Sans-Bold"}


def test_the_same_fonts_give_the_same_bytes(tmp_path: Path) -> None:
    """Wherever the workspace is, whatever was printed before, and whatever the files are called."""
    first = printed(library_of(tmp_path / "here", FILES))
    printed(library_of(tmp_path / "other", {"v.ttf": VARIABLE}))
    again = printed(library_of(tmp_path / "there", {"a.ttf": REGULAR, "z.ttf": BOLD}))

    assert first.content == again.content


def test_a_sheet_is_built_again_when_its_font_changes(tmp_path: Path) -> None:
    """The files are among its inputs, and its faces in its fingerprint."""
    fingerprints = []
    for content in (REGULAR, BOLD):
        library = library_of(
            tmp_path,
            {**FILES, "fonts/r.ttf": content},
            [{"path": "fonts/r.ttf", "weight": 400}, "fonts/b.ttf"],
        )
        toolchain = survey(library.workspace, activate().fingerprint)
        (job,) = draft_sheets(library, ONE, toolchain).jobs
        fingerprints.append(job.fingerprint)
        assert f"clinics/{CLINIC}/fonts/r.ttf" in job.inputs

    assert len(set(fingerprints)) == len(fingerprints)


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (b"not a font at all", "bad-font", "the file cannot be read as a font"),
        (REGULAR[:20_000], "bad-font", ""),
        (changed(REGULAR, bits(0x2)), "font-not-allowed", "the font's maker does not allow"),
        (changed(REGULAR, bits(0x108)), "font-not-allowed", "(fsType 0x0108)"),
        (changed(REGULAR, without("q")), "font-lacks-letters", "lacks letters that every text needs: q"),
        (
            changed(REGULAR, drawing_nothing("q")),
            "font-lacks-letters",
            "lacks letters that every text needs: q",
        ),
        (changed(REGULAR, lowered("3579")), "old-style-digits", "'Elm Sans' are old-style: 3579 go below"),
        (b"wOF2" + bytes(12) + b"\xff" * 4 + bytes(40), "font-too-large", "unpacks to 4,294,967,295 bytes"),
    ],
    ids=["no font", "cut short", "restricted", "no subset", "no q", "an empty q", "old-style digits", "huge"],
)
def test_a_file_that_does_not_do_is_reported(content: bytes, code: str, message: str) -> None:
    """Only old-style digits are printed in spite of it."""
    made = cut_family("Elm Sans", (FontFile(content=content), FontFile(content=BOLD)))

    (finding,) = made.findings
    assert (finding.file, finding.code) == (0, code)
    assert message in finding.message
    assert (made.family is None) is (finding.severity == "error")


@pytest.mark.parametrize("allowed", [0x4, 0x8])
def test_a_font_that_may_be_embedded_for_print_is_used(allowed: int) -> None:
    """For preview and print, and editable: each allows a PDF."""
    files = tuple(FontFile(content=changed(content, bits(allowed))) for content in (REGULAR, BOLD))

    assert cut_family("Elm Sans", files).findings == ()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"not a font at all", ":13:7: bad-font: 'r.ttf': the file cannot be read as a font; use a TTF"),
        (bytes(9_000_000), ":13:7: font-too-large: 'r.ttf' has 9,000,000 bytes; at most 8,000,000"),
    ],
    ids=["no font", "large"],
)
def test_a_fault_is_placed_where_the_file_is_named(content: bytes, line: str, tmp_path: Path) -> None:
    """The clinic prints nothing till it is corrected."""
    (said,) = told(tmp_path, {"r.ttf": content, "b.ttf": BOLD})

    assert said.startswith(f"error {BRAND}{line}")


def test_an_italic_file_is_used_as_such_whether_the_brand_says_so_or_not() -> None:
    """It is never the face of running text, and what the brand says takes precedence."""
    slanted = changed(REGULAR, lambda font: setattr(font["head"], "macStyle", 2))
    both = (FontFile(content=slanted), FontFile(content=BOLD))

    made = cut_family("Elm Sans", (*both, FontFile(content=REGULAR)))
    alone = cut_family("Elm Sans", both)
    upright = cut_family("Elm Sans", (FontFile(content=slanted, italic=False), *both[1:]))

    assert made.family
    assert {(face.weight, face.italic) for face in made.family.faces} == {
        (400, False),
        (700, False),
        (400, True),
    }
    assert [finding.code for finding in alone.findings] == ["font-without-weight"]
    assert upright.findings == ()


def test_a_decompression_bomb_ends_at_the_limit() -> None:
    """It is refused like any file that takes too much, and nothing else stops."""
    made = make_family("Bomb", (FontFile(content=bomb()),))

    assert made.family is None
    assert {finding.code for finding in made.findings} <= {"font-too-large", "bad-font"}


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        (["gone.ttf"], "error {}:13:7: missing-font: there is no file 'gone.ttf'"),
        (["../r.ttf"], "error {}:13:7: outside-folder: '../r.ttf' leads out of the folder"),
        (["logo.svg"], "error {}:13:7: bad-font: 'logo.svg' is no font we print"),
        (["https://example.org/r.woff2"], "error {}:13:7: missing-font: 'https://example.org/r.woff2' is on"),
        (["r.ttf"], "error {}:10:5: font-without-weight: 'Elm Sans' has no bold face (weight 700)"),
        ([{"path": "r.ttf", "weight": "heavy"}], "error {}:14:15: unknown-value: 'heavy' is no weight"),
        ([{"path": "r.ttf", "weight": 700}], "error {}:10:5: font-without-weight: 'Elm Sans' has no regular"),
    ],
)
def test_a_file_that_is_not_there_is_reported(entries: list[Any], line: str, tmp_path: Path) -> None:
    """Only files beside the brand file are read, and pages need a regular and a bold face."""
    lines = told(tmp_path, {"r.ttf": REGULAR}, entries)

    assert any(said.startswith(line.format(BRAND)) for said in lines), lines


def test_a_variable_font_is_reported(tmp_path: Path) -> None:
    """It is cut at the two weights of pages, which is no fault."""
    (line,) = told(tmp_path, {"v.ttf": VARIABLE})

    assert line.startswith(f"advice {BRAND}:13:7: variable-font: 'v.ttf': 'Elm Sans' is a variable font")


def test_missing_characters_are_printed_in_a_bundled_family_and_that_is_reported(tmp_path: Path) -> None:
    """A fraction that the font lacks does not stop the sheet."""
    files = {name: changed(content, without("½≥")) for name, content in FILES.items()}
    library = library_of(
        tmp_path, files, blocks=[{"kind": "paragraphs", "id": "a", "text": "Take ½, if ≥ 2."}]
    )

    lines = [str(problem) for problem in library.problems]
    assert (
        f"{BRAND}:10:5: font-lacks-letters: 'Elm Sans' lacks ½ ≥; they are printed in {SUBSTITUTE}" in lines
    )
    sheet = printed(library)
    assert [problem for problem in sheet.problems if problem.severity == "error"] == []
    assert any(name.startswith("Source-Sans-3") for name in fonts_in(sheet.content))


@pytest.mark.parametrize(
    ("package", "line"),
    [
        (f"fontpkg-figtree=={version('fontpkg-figtree')}", "advice {}:10:5: variable-font: 'Elm Sans' is a"),
        ("fontpkg-figtree==1.0", "error {}:12:5: missing-font: fontpkg-figtree is installed as"),
        (
            "fontpkg-nothing-at-all==1.0",
            "error {}:12:5: missing-font: fontpkg-nothing-at-all is not installed",
        ),
        ("fontpkg-figtree", "error {}:12:14: bad-form: "),
        ("pillow==1.0", "error {}:12:14: bad-form: "),
    ],
)
def test_a_family_may_be_an_installed_package(package: str, line: str, tmp_path: Path) -> None:
    """Its version is part of its name, so that another version is never printed unseen."""
    fonts = [{"family": "Elm Sans", "source": "package", "package": package}]
    brand = {"typography": {"fonts": fonts, "base": "Elm Sans"}}
    library = load_library(write_workspace(tmp_path, brand=brand))

    (said,) = [f"{problem.severity.value} {problem}" for problem in library.problems]
    assert said.startswith(line.format(BRAND))


def test_a_bundled_familys_name_is_no_other_family(tmp_path: Path) -> None:
    """Fonts are found without regard to capitals, so `figtree` could be either."""
    fonts = [{"family": "figtree", "files": [*FILES]}]
    library = load_library(
        write_workspace(tmp_path, brand={"typography": {"fonts": fonts, "base": "figtree"}})
    )

    (said,) = map(str, library.problems)
    assert "unknown-font: the font 'figtree' is not bundled; did you mean 'Figtree'?" in said


def test_a_family_may_be_named_once_for_each_file(tmp_path: Path) -> None:
    """Some programs write an entry for each weight."""
    fonts = [{"family": "Elm Sans", "files": [name]} for name in FILES]
    workspace = write_workspace(tmp_path, brand={"typography": {"fonts": fonts, "base": "Elm Sans"}})
    for name, content in FILES.items():
        path = tmp_path / f"clinics/{CLINIC}/{name}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)

    library = load_library(workspace)

    assert library.problems == ()
    assert len(library.clinics[0].fonts.contents) == len(FILES)


def test_a_site_prints_in_the_font_of_its_trust(tmp_path: Path) -> None:
    """It is read beside the brand file that names it, and is among the files of the site."""
    site = tmp_path / "clinics/elm-street-east"
    site.mkdir(parents=True)
    (site / "clinic.yaml").write_text(f"part-of: {CLINIC}\nname: Elm Street East\n", "utf-8")
    (site / "_brand.yml").write_text('color: {primary: "#14532d"}\n', "utf-8")
    clinics = library_of(tmp_path, FILES).clinics

    (east,) = (folder for folder in clinics if folder.id == "elm-street-east")
    assert east.brand.typography.base.family == "Elm Sans"
    assert east.palette.primary == "#14532d"
    assert {f"clinics/{CLINIC}/{name}" for name in FILES} <= {*east.files}
    assert len(east.fonts.contents) == len(FILES)


def test_a_font_that_no_page_uses_is_not_read(tmp_path: Path) -> None:
    """A broken file of another family is nobody's fault here, nor one of a family that is bundled."""
    library = library_of(tmp_path, {"r.ttf": b""}, base=FAMILIES[0])

    assert [problem for problem in library.problems if problem.severity == "error"] == []


def test_a_new_clinic_takes_the_fonts_of_its_brand_file(tmp_path: Path) -> None:
    """They are copied beside it; a family whose files do not do is left out, with the reason."""
    for name, content in {**FILES, "logo.svg": LOGO.encode(), "bad.ttf": b"bad"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    (tmp_path / "_brand.yml").write_text(
        "meta: {name: Elm}\nlogo: logo.svg\ncolor: {primary: '#1d4e68'}\ntypography:\n  fonts:\n"
        "    - {family: Elm Sans, source: file, files: [fonts/r.ttf, fonts/b.ttf]}\n"
        "    - {family: Elm Bad, source: file, files: [bad.ttf]}\n  base: Elm Sans\n  headings: Elm Bad\n",
        "utf-8",
    )
    start = begin_brand([tmp_path / "_brand.yml"], {})

    assert {*FILES} <= start.files.keys()
    assert "bad.ttf" not in start.files
    assert "took Elm Sans for base" in start.account
    assert any(
        line.startswith("left out: Elm Bad: 'bad.ttf': the file cannot be read") for line in start.account
    )
    assert f"changed: headings in Elm Bad, so pages are set in {SUBSTITUTE}" in start.account
