"""`new clinic --brand`: a clinic that begins with a brand file or a logo prints at once, with an account."""

from io import BytesIO
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from PIL import Image, ImageDraw

from leafwright.cli import cli
from leafwright.colour import contrast
from leafwright.edition import Edition
from leafwright.formats import Variant
from leafwright.library import ClinicFolder, load_library
from leafwright.scaffold import ScaffoldError, begin_brand, new_clinic
from leafwright.scaffold.logos import HEIGHTS
from leafwright.workspace import Workspace
from tests.workspaces import LOGO, write_workspace

FILE = """# Our brand, by the designers
meta: {name: {full: Larkfield Unit, short: Lark}, link: https://larkfield.example.org}
logo:
  images: {wide: {path: logos/wide.svg, alt: A lark}, white: logos/white.svg}
  medium: {light: wide, dark: white}
color:
  palette: {ember: "#ff6f20", grey: "#404041"}  # two inks
  foreground: grey
  primary: ember
typography:
  base: Open Sans
  headings: Figtree
defaults:
  bootstrap: {rules: ".a { color: red }"}
"""
WHITE = LOGO.replace("#1d4e68", "#ffffff")


def begin(tmp_path: Path, files: dict[str, str | bytes], *names: str, **answers: str) -> ClinicFolder:
    """Make a clinic with files from another folder, and read it; its account is in `account.txt`."""
    other = tmp_path / "designers"
    for name, content in files.items():
        (other / name).parent.mkdir(parents=True, exist_ok=True)
        (other / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    workspace = write_workspace(tmp_path / "workspace")
    start = begin_brand([other / name for name in names], answers)
    new_clinic(workspace, "lark-lane", answers, start)
    (tmp_path / "account.txt").write_text("\n".join(start.account), "utf-8")
    library = load_library(workspace)
    assert not [problem for problem in library.problems if problem.severity == "error"]
    return next(folder for folder in library.clinics if folder.id == "lark-lane")


def account(tmp_path: Path) -> list[str]:
    """Read what was said of the brand that a clinic began with."""
    return (tmp_path / "account.txt").read_text("utf-8").splitlines()


def written(tmp_path: Path) -> str:
    """Read the brand file of the new clinic."""
    return (tmp_path / "workspace/clinics/lark-lane/_brand.yml").read_text("utf-8")


def png(background: str, *spots: str) -> bytes:
    """Draw a logo of one colour with a small spot of each further one."""
    picture = Image.new("RGB", (600, 200), background)
    for place, colour in enumerate(spots):
        ImageDraw.Draw(picture).rectangle((60 * place, 0, 60 * place + 50, 60), fill=colour)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def test_a_brand_file_is_kept_and_what_differs_in_print_is_added(tmp_path: Path) -> None:
    """Its lines and its logo are copied; a pale colour is darkened and a font replaced below `defaults`."""
    made = begin(tmp_path, {"_brand.yml": FILE, "logos/wide.svg": LOGO}, "_brand.yml")

    assert written(tmp_path).startswith(FILE.partition("defaults:")[0])
    assert (made.brand.logo.path, made.brand.logo.alt.plain) == ("logos/wide.svg", "A lark")
    assert made.palette.ink == "#404041"
    assert made.palette.primary != "#ff6f20"
    assert 4.5 <= contrast(made.palette.primary, "#ffffff") < 4.6
    assert made.brand.typography.base.family == "Source Sans 3"
    assert made.brand.typography.headings.family == "Figtree"
    assert 'rules: ".a { color: red }"' in written(tmp_path)


@pytest.mark.parametrize(
    "defaults",
    [
        "",
        "defaults: {}\n",
        "defaults:\n",
        "defaults:\n    # for the web\n    bootstrap: {version: 5}\n    quarto:\n      toc: yes\n# the end\n",
        "defaults: {bootstrap: {version: 5}, quarto: {toc: true}}\n",
        "defaults:\n  leafwright: {typography: {base: Figtree}}\n  # ours\n  bootstrap: {version: 5}\n",
    ],
)
def test_what_other_programs_read_of_a_brand_file_stays_as_it_is(tmp_path: Path, defaults: str) -> None:
    """Their numbers stay numbers and the comments stay, wherever the lines for print are added."""
    text = f"# Ours\n{defaults}logo: {{path: logo.svg, alt: A lark}}\ncolor: {{primary: '#ff6f20'}}\n"
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    (tmp_path / "_brand.yml").write_text(text, "utf-8")

    made = begin_brand([tmp_path / "_brand.yml"], {}).files["_brand.yml"].decode()

    before, after = yaml.safe_load(text), yaml.safe_load(made)
    own = after["defaults"].pop("leafwright")
    (before["defaults"] or {} if "defaults" in before else {}).pop("leafwright", None)
    assert own["color"]["primary"] != "#ff6f20"
    assert {**after, "defaults": after["defaults"] or None} == {
        **before,
        "defaults": before.get("defaults") or None,
    }
    assert [line for line in text.splitlines() if "#" in line and line not in made.splitlines()] == []


def test_every_picture_that_a_brand_file_names_is_copied(tmp_path: Path) -> None:
    """Its lines stay as they are, so the files that they name have to be there; a bad one is left out."""
    file = FILE.replace("  medium:", "  small: icon.png\n  large: broken.svg\n  medium:").replace(
        "white", "grey"
    )
    files: dict[str, str | bytes] = {
        "logos/wide.svg": LOGO,
        "logos/grey.svg": LOGO,
        "icon.png": png("#1d4e68"),
        "broken.svg": "<svg",
    }

    begin(tmp_path, {"_brand.yml": file, **files}, "_brand.yml")

    folder = tmp_path / "workspace/clinics/lark-lane"
    pictures = sorted(path.name for path in folder.rglob("*.*") if path.suffix in {".svg", ".png"})
    assert pictures == ["grey.svg", "icon.png", "wide.svg"]
    said = [line.partition(":")[2] or line for line in account(tmp_path)]
    assert "copied icon.png, which no page prints now" in said
    assert "copied logos/grey.svg, which no page prints now" in said
    assert any(line.startswith(" broken.svg: ") for line in said)


def test_the_account_says_what_was_taken_changed_and_left_out(tmp_path: Path) -> None:
    """Each in a line, and nothing else."""
    begin(tmp_path, {"_brand.yml": FILE, "logos/wide.svg": LOGO}, "_brand.yml")

    *lines, passed_over = account(tmp_path)
    assert lines == [
        "took the logo logos/wide.svg",
        "took the colours foreground #404041",
        "changed: primary #ff6f20 has 2.78:1 on #ffffff, so pages print #ca5000, which has 4.51:1",
        "changed: base in Open Sans, so pages are set in Source Sans 3",
        "took Figtree for headings",
        "left out: logos/white.svg: there is no file 'logos/white.svg'; put it into designers/",
    ]
    assert passed_over.startswith("left out: meta.link (")


def test_no_fact_is_made_of_a_brand(tmp_path: Path) -> None:
    """The names and addresses of the brand are not taken for those of the clinic."""
    made = begin(tmp_path, {"_brand.yml": FILE, "logos/wide.svg": LOGO}, "_brand.yml")

    clinic = (tmp_path / "workspace/clinics/lark-lane/clinic.yaml").read_text("utf-8")
    assert "Larkfield" not in clinic
    assert "example.org" not in clinic
    assert made.clinic.name.plain == "[Lark Lane]"


def test_a_file_that_prints_as_it_is_stays_as_it_is(tmp_path: Path) -> None:
    """Nothing is added to it."""
    file = 'meta: {name: Lark}\nlogo: logo.svg\ncolor: {primary: "#1d4e68"}\ntypography: {base: Figtree}\n'
    begin(tmp_path, {"_brand.yml": file, "logo.svg": LOGO}, "_brand.yml")

    assert written(tmp_path) == file


@pytest.mark.parametrize(
    ("logo", "files", "line"),
    [
        ("logo: white.svg", {"white.svg": WHITE}, "left out: white.svg: "),
        ("logo: gone.svg", {}, "left out: gone.svg: there is no file"),
        ("logo: https://example.org/logo.svg", {}, "left out: 'https://example.org/logo.svg' is on the web"),
        ("logo: ../logo.svg", {}, "left out: ../logo.svg: '../logo.svg' leads out of the folder"),
        ("", {}, "left out: 'logo' is missing"),
    ],
)
def test_a_logo_that_cannot_be_printed_leaves_an_empty_frame(
    tmp_path: Path, logo: str, files: dict[str, str | bytes], line: str
) -> None:
    """The clinic prints with it till then, and `check` reports it as it does in any new clinic."""
    text = f'meta: {{name: Lark}}\n{logo}\ncolor: {{primary: "#1d4e68"}}\n'
    made = begin(tmp_path, {"_brand.yml": text, **files}, "_brand.yml")

    assert made.logo.measure.from_skeleton
    assert any(said.startswith(line) for said in account(tmp_path)), account(tmp_path)
    assert "kept an empty frame in the place of a logo" in account(tmp_path)


@pytest.mark.parametrize("others", [{}, {"_brand.yml": FILE, "logos/wide.svg": LOGO}])
def test_a_given_logo_that_cannot_be_printed_is_refused(
    tmp_path: Path, others: dict[str, str | bytes]
) -> None:
    """Nothing is written, so the same command works with another logo."""
    logo = LOGO.replace("</svg>", "<text>Lark</text></svg>")
    with pytest.raises(ScaffoldError, match=r"^lark\.svg: .*text.*\nnothing is written: give another logo"):
        begin(tmp_path, {"lark.svg": logo, **others}, "lark.svg", *[name for name in others if "yml" in name])

    assert not (tmp_path / "workspace/clinics/lark-lane").exists()


def test_a_brand_for_dark_screens_is_turned_round(tmp_path: Path) -> None:
    """Paper is white, and its text has the dark colour that was the background."""
    text = (
        "logo: {path: logo.svg, alt: A}\n"
        'color: {foreground: "#f1f1f2", background: "#1a1a1a", primary: "#75a5cc"}'
    )
    made = begin(tmp_path, {"_brand.yml": text, "logo.svg": LOGO}, "_brand.yml")

    assert (made.palette.ground, made.palette.ink) == ("#ffffff", "#1a1a1a")
    assert contrast(made.palette.primary, "#ffffff") >= 4.5


@pytest.mark.parametrize(
    ("logo", "primary", "line"),
    [
        (png("#ffffff", "#0b5a6b", "#0b5a6b", "#c02020"), "#0b5a6b", "took the primary colour #0b5a6b from"),
        (png("#ff6f20"), "#ca5000", "changed: primary #ff6f20 has 2.78:1 on #ffffff, so pages print"),
        (png("#222222"), "#6b2f5f", "left out: logo.png has only greys"),
    ],
    ids=["on white", "pale", "grey"],
)
def test_a_logo_gives_the_primary_colour(tmp_path: Path, logo: bytes, primary: str, line: str) -> None:
    """It is the most common colour that is no grey, darkened so that it can be read, and that is said."""
    made = begin(tmp_path, {"logo.png": logo}, "logo.png")

    assert made.palette.primary == primary
    assert made.brand.logo.path == "logo.png"
    assert made.brand.logo.alt.plain == "[Write what the logo says]"
    assert any(said.startswith(line) for said in account(tmp_path)), account(tmp_path)


def test_of_several_logos_the_first_that_prints_is_taken(tmp_path: Path) -> None:
    """A white one is for dark grounds."""
    files: dict[str, str | bytes] = {"white.svg": WHITE, "Our Logo.svg": LOGO}
    made = begin(tmp_path, files, "white.svg", "Our Logo.svg")

    assert not made.logo.measure.from_skeleton
    assert account(tmp_path)[1:] == [
        "took the logo Our Logo.svg",
        "took the primary colour #1d4e68 from Our Logo.svg",
    ]


def test_answers_go_before_the_brand_file(tmp_path: Path) -> None:
    """Whoever names a colour and a family means them."""
    files: dict[str, str | bytes] = {"_brand.yml": FILE, "logos/wide.svg": LOGO}
    made = begin(tmp_path, files, "_brand.yml", primary="#14532d", family="Public Sans")

    assert made.palette.primary == "#14532d"
    assert {made.brand.typography.base.family, made.brand.typography.headings.family} == {"Public Sans"}


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"a.yml": "", "b.yml": ""}, "there are 2 brand files"),
        ({"logo.eps": ""}, "is neither a brand file"),
        ({"a.yml": "color: [red"}, "a.yml:1:"),
        ({"a.yml": "color: {primary: [red]}"}, "a.yml:1:18: wrong-type"),
        ({"a.yml": b"\xff\xfe"}, "a.yml:1:1: not-utf-8"),
    ],
)
def test_what_is_no_brand_is_refused(tmp_path: Path, files: dict[str, str | bytes], told: str) -> None:
    """Nothing is written, and the reason is placed in the file that was given."""
    with pytest.raises(ScaffoldError) as caught:
        begin(tmp_path, files, *files)

    assert told in str(caught.value)
    assert not (tmp_path / "workspace/clinics/lark-lane").exists()


def test_the_command_prints_the_account(tmp_path: Path) -> None:
    """It stands before the names of the files."""
    (tmp_path / "logo.svg").write_text(LOGO, "utf-8")
    arguments = ["--workspace", str(tmp_path), "new", "clinic", "lark", "--brand", str(tmp_path / "logo.svg")]
    result = CliRunner().invoke(cli, arguments)

    assert result.exit_code == 0, result.output
    assert result.output.startswith("took the logo logo.svg\ntook the primary colour #1d4e68 from logo.svg\n")
    assert Workspace(root=tmp_path).find("clinics/lark/logo.svg")


def test_a_logo_is_tried_at_the_heights_of_a_new_clinics_sheets() -> None:
    """The lowest is that of a comparison, the greatest that of large print."""
    assert HEIGHTS[0] < (Variant().logo or 0) < HEIGHTS[1]
    assert Edition().logo is None or Edition().logo in HEIGHTS
