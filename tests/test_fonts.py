"""The hermetic font set."""

import errno
import json
import multiprocessing
import os
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from leafwright import fonts
from leafwright.families import BUNDLED, FALLBACKS, STYLES, characters, figures_of
from leafwright.files import digest
from leafwright.fonts import FAMILIES, SOURCES, FontError, FontSet, FontSource, cutting, known
from leafwright.fonts.known import known_hash

FIGTREE = tuple(source for source in SOURCES if source.family == "Figtree")
ATKINSON = tuple(source for source in SOURCES if source.family == "Atkinson Hyperlegible")


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> FontSet:
    """Cut one variable and one static family: the whole set takes ten seconds."""
    return fonts.prepare(tmp_path_factory.mktemp("cache"), FIGTREE + ATKINSON)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give `activate` a cache, an environment and a single family of its own."""
    monkeypatch.setenv("LEAFWRIGHT_CACHE", str(tmp_path))
    monkeypatch.setenv("FONTCONFIG_FILE", "system.conf")
    monkeypatch.setattr(fonts.prepare, "__defaults__", (ATKINSON,))
    monkeypatch.setattr(fonts.find, "__defaults__", (ATKINSON,))
    return tmp_path


def test_every_family_is_installed_in_both_weights() -> None:
    """Each bundled family's source files are where the pinned packages put them."""
    assert all(source.file(weight).is_file() for source in SOURCES for weight in (400, 700))


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("roman", SOURCES, ids=FAMILIES)
def test_every_family_has_an_italic_with_its_letters(roman: FontSource, weight: int) -> None:
    """A title in italics is set in a face of its own, and no letter of it falls back to another family."""
    italic = next(source for source in BUNDLED if source.family == f"{roman.family} Italic")

    with TTFont(italic.file(weight), lazy=True) as font:
        assert font["post"].italicAngle < 0
    assert characters(roman.file(weight)) <= characters(italic.file(weight))


@pytest.mark.parametrize("weight", [400, 700])
def test_figures_stand_among_the_letters_of_their_family(weight: int) -> None:
    """Digits from another family are as high as the letters expect, with the same spaces and lines."""
    source = next(source for source in BUNDLED if source.family == "Figures for Atkinson Hyperlegible")
    with (
        TTFont(BytesIO(cutting.make_face(source, weight)), lazy=True) as figures,
        TTFont(ATKINSON[0].file(weight), lazy=True) as letters,
    ):
        assert set(figures.getBestCmap()) == set(map(ord, "0123456789 \u00a0"))
        for ask in (_height_of_one, _space, _ascent):
            assert ask(figures) == pytest.approx(ask(letters), abs=0.001)
        assert figures["OS/2"].usWeightClass == weight


def test_only_a_family_without_a_plain_zero_takes_figures_from_another() -> None:
    """The digits of the other families are their own."""
    assert {family: fonts_of for family in FAMILIES if (fonts_of := figures_of(family))} == {
        "Atkinson Hyperlegible": ("Figures for Atkinson Hyperlegible",)
    }


def _height_of_one(font: TTFont) -> float:
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[font.getBestCmap()[ord("1")]].draw(pen)
    return float(pen.bounds[3] / font["head"].unitsPerEm)


def _space(font: TTFont) -> float:
    return float(font["hmtx"][font.getBestCmap()[ord(" ")]][0] / font["head"].unitsPerEm)


def _ascent(font: TTFont) -> float:
    return float(font["hhea"].ascent / font["head"].unitsPerEm)


def test_families_are_the_sources() -> None:
    """The families a brand may name are those that are cut."""
    assert FAMILIES == ("Atkinson Hyperlegible", "Figtree", "Public Sans", "Source Sans 3")


def test_a_family_has_a_regular_and_a_bold_face(cut: FontSet) -> None:
    """A family's faces are roman 400 and 700, in that order."""
    assert [face.weight for face in cut.families["Figtree"]] == [400, 700]


@pytest.mark.parametrize("weight", [400, 700])
def test_a_cut_face_is_static(cut: FontSet, weight: int) -> None:
    """A face cut from a variable font has no axes left."""
    assert "fvar" not in _open(cut, "Figtree", weight)


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_a_cut_face_is_named_as_one_of_four_styles(cut: FontSet, weight: int, style: str) -> None:
    """A cut face has the family's plain name and a style that every program knows."""
    names = _open(cut, "Figtree", weight)["name"]

    assert [names.getDebugName(part) for part in (1, 2, 4, 6, 16, 17, 25)] == [
        "Figtree",
        style,
        f"Figtree {style}",
        f"Figtree-{style}",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(("weight", "bold"), [(400, False), (700, True)])
def test_a_cut_face_says_its_weight(cut: FontSet, weight: int, *, bold: bool) -> None:
    """The numbers fontconfig matches by agree with the weight that was cut."""
    face = _open(cut, "Figtree", weight)

    assert (face["OS/2"].usWeightClass, bool(face["head"].macStyle & 1)) == (weight, bold)


def test_a_bold_face_is_heavier(cut: FontSet) -> None:
    """The bold face is drawn bolder, not only called so: its l is wider."""
    regular, bold = (_open(cut, "Figtree", weight)["hmtx"]["l"][0] for weight in (400, 700))

    assert bold > regular


def test_a_static_family_is_used_as_it_is(cut: FontSet) -> None:
    """A face that is static at its source is not touched."""
    assert [face.path.read_bytes() for face in cut.families["Atkinson Hyperlegible"]] == [
        ATKINSON[0].file(weight).read_bytes() for weight in (400, 700)
    ]


def test_the_same_bytes_are_cut_again(cut: FontSet, tmp_path: Path) -> None:
    """Two cuts in two places give the same faces, byte for byte."""
    again = fonts.prepare(tmp_path, FIGTREE)

    assert _contents(again, "Figtree") == _contents(cut, "Figtree")


def test_the_fingerprint_does_not_depend_on_the_place(cut: FontSet, tmp_path: Path) -> None:
    """The fingerprint depends on what was cut, not on where."""
    assert fonts.prepare(tmp_path, FIGTREE + ATKINSON).fingerprint == cut.fingerprint


def test_the_fingerprint_follows_the_sources(cut: FontSet, tmp_path: Path) -> None:
    """Another set of fonts has another fingerprint."""
    assert fonts.prepare(tmp_path, ATKINSON).fingerprint != cut.fingerprint


def test_the_fingerprint_follows_the_recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a change of the recipe a new set is cut, beside the old one."""
    before = fonts.prepare(tmp_path, ATKINSON)
    monkeypatch.setattr(fonts, "RECIPE", fonts.RECIPE + 1)

    after = fonts.prepare(tmp_path, ATKINSON)

    assert after.fingerprint != before.fingerprint
    assert after.folder != before.folder


def test_the_manifest_holds_the_hash_of_each_source(cut: FontSet) -> None:
    """The manifest says which files, by their whole content, the faces were cut from."""
    manifest = json.loads((cut.folder.parent / "manifest.json").read_text("utf-8"))

    assert manifest["sources"]["Figtree[wght].ttf"] == digest(FIGTREE[0].file(400).read_bytes())


def test_fontconfig_sees_one_folder(cut: FontSet) -> None:
    """The fontconfig file lists the faces' folder, a cache of its own and includes nothing."""
    written = cut.config.read_text("utf-8")

    assert written.count("<dir>") == 1
    assert f"<dir>{cut.folder}</dir>" in written
    assert "include" not in written


def test_fontconfig_reads_a_folder_with_an_ampersand(tmp_path: Path) -> None:
    """A path is escaped as XML asks."""
    made = fonts.prepare(tmp_path / "Fish & Chips", ATKINSON)

    assert "Fish &amp; Chips" in made.config.read_text("utf-8")


def test_a_second_call_cuts_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that is there whole is read back, not made again."""
    made = fonts.prepare(tmp_path, ATKINSON)
    monkeypatch.setattr(fonts, "_cut", None)

    assert fonts.prepare(tmp_path, ATKINSON) == made


@pytest.mark.parametrize(
    "damage",
    [
        "cut short",
        "gone",
        "other outlines",
        "other outlines and hash",
        "linked",
        "one more",
        "one more folder",
        "folder linked",
        "no manifest",
        "half a manifest",
        "empty manifest",
        "deep manifest",
        "binary manifest",
        "folder for manifest",
        "moved",
    ],
)
def test_a_damaged_set_is_made_again(tmp_path: Path, damage: str) -> None:
    """A set with a missing, added or changed part, or a copied one, is made again."""
    made = fonts.prepare(tmp_path, ATKINSON)
    _damage(made, damage)

    assert fonts.find(tmp_path, ATKINSON) is None
    assert fonts.prepare(tmp_path, ATKINSON) == made
    assert _contents(made, "Atkinson Hyperlegible")[0] == ATKINSON[0].file(400).read_bytes()
    assert len(list(made.folder.iterdir())) == 2


def _damage(made: FontSet, damage: str) -> None:
    face, folder = made.families["Atkinson Hyperlegible"][0], made.folder
    match damage:
        case "cut short":
            face.path.write_bytes(b"")
        case "gone":
            face.path.unlink()
        case "other outlines" | "other outlines and hash":
            face.path.write_bytes(other := _swapped(face.path.read_bytes()))
            if damage.endswith("hash"):
                manifest = folder.parent / "manifest.json"
                manifest.write_text(manifest.read_text("utf-8").replace(face.sha256, digest(other)))
        case "linked":
            face.path.rename(folder.parent / "elsewhere.ttf")
            face.path.symlink_to(folder.parent / "elsewhere.ttf")
        case "one more":
            (folder / ".Atkinson.ttf").write_bytes(face.path.read_bytes())
        case _:
            _damage_more(folder, damage)


def _damage_more(folder: Path, damage: str) -> None:
    config, manifest = folder.with_name("fonts.conf"), folder.with_name("manifest.json")
    match damage:
        case "one more folder":
            (folder / "more").mkdir()
        case "folder linked":
            folder.rename(folder.with_name("others"))
            folder.symlink_to(folder.with_name("others"))
        case "folder for manifest":
            manifest.unlink()
            manifest.mkdir()
        case "moved":
            config.write_text(config.read_text("utf-8").replace(str(folder), "elsewhere"))
        case _:
            _damage_manifest(manifest, damage)


def _damage_manifest(manifest: Path, damage: str) -> None:
    match damage.split(" ", maxsplit=1)[0]:
        case "no":
            manifest.unlink()
        case "half":
            manifest.write_text('{"faces": [')
        case "empty":
            manifest.write_text("{}")
        case "deep":
            manifest.write_text("[" * 100_000)
        case _:
            manifest.write_bytes(b"\xff\xfe")


def _swapped(content: bytes) -> bytes:
    """Draw a 9 in place of a 4, and the other way round, in a file of the same size."""
    font = TTFont(BytesIO(content), recalcTimestamp=False)
    glyphs, widths = font["glyf"], font["hmtx"]
    glyphs["four"], glyphs["nine"] = glyphs["nine"], glyphs["four"]
    widths["four"], widths["nine"] = widths["nine"], widths["four"]
    out = BytesIO()
    font.save(out)
    return out.getvalue().ljust(len(content), b"\0")[: len(content)]


def test_outlines_that_were_cut_from_other_fonts_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A family whose installed file is not the one that was noted makes no font set."""
    monkeypatch.setattr(cutting, "_instance", lambda *_: FIGTREE[0].file(400).read_bytes())

    with pytest.raises(FontError, match="unknown to Leafwright"):
        fonts.prepare(tmp_path, FIGTREE)


@pytest.mark.parametrize("source", [*BUNDLED, *FALLBACKS.values()], ids=lambda source: source.family)
def test_the_hash_of_every_face_is_known(source: FontSource) -> None:
    """Each face of these versions has one hash, noted by `python -m leafwright.fonts`."""
    assert all(known_hash(source, weight, fonts.RECIPE) for weight in STYLES)


def test_a_version_nobody_noted_is_known_by_its_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With another fontTools the hash that was written when the faces were cut has to do."""
    monkeypatch.setattr(known, "_noted", dict)
    made = fonts.prepare(tmp_path, FIGTREE)
    assert fonts.find(tmp_path, FIGTREE) == made

    made.families["Figtree"][0].path.write_bytes(_swapped(made.families["Figtree"][0].path.read_bytes()))

    assert fonts.find(tmp_path, FIGTREE) is None


def test_a_face_that_changed_since_is_not_read(tmp_path: Path) -> None:
    """A face that is read from a set is the one that was checked."""
    face = fonts.prepare(tmp_path, ATKINSON).families["Atkinson Hyperlegible"][0]
    face.path.write_bytes(_swapped(face.path.read_bytes()))

    with pytest.raises(FontError, match="changed after it was checked"):
        face.read()


def test_processes_may_race(tmp_path: Path) -> None:
    """Processes that cut at the same moment end with one whole set and leave nothing else."""
    with ProcessPoolExecutor(max_workers=3, mp_context=multiprocessing.get_context("spawn")) as pool:
        racing = [pool.submit(fonts.prepare, tmp_path, FIGTREE) for _ in range(3)]
        made = {str(done.result().folder) for done in racing}

    assert len(made) == 1
    assert len(list((tmp_path / "fonts").iterdir())) == 1


def test_the_loser_of_a_race_takes_the_winners_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A set that another process published meanwhile is used unchanged."""
    winner = fonts.prepare(tmp_path, ATKINSON)
    told = iter([None])
    look = fonts.find
    monkeypatch.setattr(fonts, "find", lambda root, sources: next(told, look(root, sources)))
    before = winner.config.stat().st_ino

    fonts.prepare(tmp_path, ATKINSON)

    assert winner.config.stat().st_ino == before


def test_a_damaged_set_may_be_taken_away_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both find it damaged; the slower one finds nothing there any more, and puts its own in the place."""
    folder = fonts.prepare(tmp_path, ATKINSON).config.parent
    (folder / "manifest.json").write_text("{}", "utf-8")
    look = fonts._load

    def look_late(path: Path, sources: tuple[FontSource, ...]) -> FontSet | None:
        found = look(path, sources)
        if found is None:
            shutil.rmtree(path, ignore_errors=True)
        return found

    monkeypatch.setattr(fonts, "find", lambda *_: None)
    monkeypatch.setattr(fonts, "_load", look_late)

    assert fonts.prepare(tmp_path, ATKINSON).config.parent == folder
    assert [path.name for path in (tmp_path / "fonts").iterdir()] == [folder.name]


def test_activate_shows_fontconfig_the_set(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After `activate` the environment names the set's own fontconfig file, below the chosen cache."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)

    made = fonts.activate()

    assert os.environ["FONTCONFIG_FILE"] == str(made.config)
    assert made.config.is_relative_to(own_cache)


@pytest.mark.usefixtures("own_cache")
def test_activate_is_refused_after_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that was imported first may have seen the system's fonts, and that is said."""
    monkeypatch.setitem(sys.modules, "weasyprint", ModuleType("weasyprint"))

    with pytest.raises(FontError, match="imported before"):
        fonts.activate()


@pytest.mark.usefixtures("own_cache")
def test_activate_may_be_called_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the set already shown, the engine may have been imported."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    made = fonts.activate()
    monkeypatch.setitem(sys.modules, "weasyprint", ModuleType("weasyprint"))

    assert fonts.activate() == made


@pytest.mark.usefixtures("own_cache")
def test_a_script_adds_its_family(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fallback fonts are listed beside the bundled families, in a configuration of their own."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)

    plain, joined = fonts.activate(), fonts.activate(["Arab"])

    assert set(joined.families) == {"Atkinson Hyperlegible", "IBM Plex Sans Arabic"}
    assert joined.config.read_text("utf-8").count("<dir>") == 2
    assert joined.fingerprint != plain.fingerprint
    assert fonts.activate() == plain


@pytest.mark.usefixtures("own_cache")
def test_what_fontconfig_is_shown_is_written_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration that names another folder is put right, and what fontconfig remembers is forgotten."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    joined = fonts.activate(["Arab"])
    before = joined.config.read_text("utf-8")
    joined.config.write_text(before.replace("<dir>", "<dir>/usr/share/fonts"), "utf-8")
    remembered = joined.folder.parent / next(iter(joined.families.values()))[0].path.parents[1] / "fontconfig"
    (remembered / "wrong.cache-8").write_bytes(b"elsewhere")
    (remembered / "folder").mkdir()

    assert fonts.activate(["Arab"]).config.read_text("utf-8") == before
    assert list(remembered.iterdir()) == []


@pytest.mark.usefixtures("own_cache")
def test_processes_may_forget_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fontconfig always has a folder to write to; otherwise it would warn that it has none."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    remembered = fonts.activate().config.with_name("fontconfig")
    place = remembered.stat().st_ino

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: fonts.activate(), range(40)))

    assert remembered.stat().st_ino == place


@pytest.mark.usefixtures("own_cache")
def test_what_fontconfig_remembers_lies_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link in place of fontconfig's folder is not followed: nothing elsewhere is deleted or read."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    remembered = fonts.activate().config.with_name("fontconfig")
    remembered.rmdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("kept", "utf-8")
    remembered.symlink_to(elsewhere)

    fonts.activate()

    assert (elsewhere / "kept").is_file()
    assert remembered.is_dir()
    assert not remembered.is_symlink()


@pytest.mark.usefixtures("own_cache")
def test_another_set_may_follow_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine reads its fonts again for each page, so one process prints pages in several scripts."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    fonts.activate()
    monkeypatch.setitem(sys.modules, "weasyprint", ModuleType("weasyprint"))

    joined = fonts.activate(["Beng"])

    assert os.environ["FONTCONFIG_FILE"] == str(joined.config)


@pytest.mark.usefixtures("own_cache")
def test_what_is_cut_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A message says before it that the fonts of a script must be made."""
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(fonts, "BUNDLED", ATKINSON)
    fonts.activate()

    assert fonts.are_cut([])
    assert not fonts.are_cut(["Arab"])
    fonts.activate(["Arab"])
    assert fonts.are_cut(["Arab"])


def test_a_cache_that_is_read_only_is_reported(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faces that are there, and no room to say which of them a page may use, end in the same message."""

    def full(_path: Path, _content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(fonts, "write_whole", full)

    with pytest.raises(FontError, match=f"below {own_cache} .No space left"):
        fonts.activate(["Arab"])


@pytest.mark.parametrize("script", ["Deva", "Taml", "Thai"])
def test_a_face_of_several_axes_is_static(tmp_path: Path, script: str) -> None:
    """A family that varies in width, too, is cut at its normal width."""
    made = fonts.prepare(tmp_path, (FALLBACKS[script],))

    assert all("fvar" not in TTFont(face.path) for faces in made.families.values() for face in faces)


def test_a_missing_package_is_named() -> None:
    """A family whose package is not installed is refused by the package's name."""
    lost = replace(FIGTREE[0], family="No Such Face")

    with pytest.raises(FontError, match="fontpkg-no-such-face is not installed"):
        lost.file(400)


def test_a_cache_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    """A cache below a plain file ends in a message that names the way out."""
    (tmp_path / "file").write_text("")

    with pytest.raises(FontError, match="LEAFWRIGHT_CACHE"):
        fonts.prepare(tmp_path / "file", ATKINSON)


def test_a_set_that_does_not_last_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faces that vanish as soon as they are written are not passed on as a font set."""
    monkeypatch.setattr(fonts, "_publish", lambda *_: None)

    with pytest.raises(FontError, match="incomplete"):
        fonts.prepare(tmp_path, ATKINSON)


def test_missing_characters_are_reported_by_family(cut: FontSet) -> None:
    """A family lists the characters that it cannot print, and only those."""
    assert cut.missing("Dŵr → 3 × 2") == {
        "Figtree": frozenset(),
        "Atkinson Hyperlegible": frozenset("ŵ→"),
    }


def test_a_blank_is_never_missing(cut: FontSet) -> None:
    """Spaces of every width, line ends and soft hyphens need no glyph."""
    blanks = " \n\t\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{SOFT HYPHEN}"

    assert not any(cut.missing(blanks).values())


@pytest.mark.parametrize("source", SOURCES, ids=FAMILIES)
def test_every_family_has_the_signs_leaflets_use(source: FontSource) -> None:
    """Quotes, dashes, bullets, fractions and the letters of European names print in every family."""
    with TTFont(source.file(400)) as face:
        assert {ord(sign) for sign in "–“”‘’•…×½≥éł"} <= face.getBestCmap().keys()


def test_the_engine_sees_these_fonts_only() -> None:
    """In a process that activates first, a page in an unknown family is set in a bundled one."""
    page = "<p style='font-family: No Such Family'>Text"
    program = f"""
import io, pypdfium2, pypdfium2.raw, ctypes
from leafwright import fonts
families = fonts.activate().families
import weasyprint
pdf = pypdfium2.PdfDocument(weasyprint.HTML(string={page!r}).write_pdf())
(text,) = (shape for shape in pdf[0].get_objects() if shape.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT)
print(text.get_font().get_family_name(), *families, sep="|")
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    used, *families = told.stdout.strip().split("|")

    assert used.replace("-", " ").rstrip(",") in families


def _open(cut: FontSet, family: str, weight: int) -> TTFont:
    return TTFont(next(face.path for face in cut.families[family] if face.weight == weight))


def _contents(made: FontSet, family: str) -> list[bytes]:
    return [face.path.read_bytes() for face in made.families[family]]
