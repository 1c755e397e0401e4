"""Brand files as designers hand them over: the brand.yml standard, read or knowingly passed over."""

import pytest
import yaml
from jsonschema import Draft7Validator

from leafwright.library.brands import make_brand
from leafwright.model.brand import Brand
from leafwright.problems import ContentError
from leafwright.schema import make_schema
from leafwright.source import parse_source

SHAPES = {
    "a team that publishes reports": """
meta:
  name: {full: Larkfield Statistics Unit, short: Larkfield}
  link: {home: https://larkfield.example.org, mastodon: https://social.example.org/@larkfield}
logo:
  images:
    icon: logos/icon.png
    wide: {path: logos/wide.svg, alt: Larkfield with a lark}
    wide-white: logos/wide-white.svg
  small: icon
  medium: {light: wide, dark: wide-white}
  large: {light: wide, dark: wide-white}
color:
  palette: {blue: "#2f5d8a", ember: "#c8452d", grey: "#404041", white: "#ffffff", purple: ember}
  foreground: grey
  background: white
  primary: blue
  secondary: grey
  info: primary
  light: background
typography:
  fonts:
    - {family: Figtree, source: bunny}
    - {family: Hexcode, source: google, weight: 300..700, style: [normal, italic], display: block}
  base: Figtree
  headings: {weight: light}
  monospace: Hexcode
""",
    "a health community": """
meta:
  name: {short: MOOR, full: Moorland Community}
  link: {home: https://moor.example.org}
logo:
  images: {mark: {path: mark.svg, alt: Moorland Community}}
  small: mark
  medium: mark
  large: mark
color:
  palette: {white: "#FFFFFF", black: "#231f20", blue: "#0a5bb5", "blue_dark": "#00308a", indigo: blue_dark}
  foreground: black
  background: white
  primary: blue
  tertiary: "#e8edee"
typography:
  fonts: [{family: Arial, source: system}]
  base: {family: "Arial, 'Public Sans', sans-serif", line-height: 1.5}
  headings: {family: "Arial, 'Public Sans', sans-serif", weight: 700, line-height: 1.25, color: blue}
defaults: {bootstrap: {defaults: {enable-rounded: false}}}
""",
    "a shop": """
meta: {name: Tallow, link: https://tallow.example.org, founded: 1952}
logo:
  images: {spark: spark.png, main: main.png, main-white: main-white.png}
  small: spark
  medium: {light: main, dark: main-white}
color:
  palette: {blue: "#0a61c4", noir: "#041e42", off-white: "#fafafa"}
  foreground: noir
  light: off-white
  dark: noir
  primary: blue
  secondary: dark
typography:
  base: {family: Public Sans, weight: 400}
  headings: {family: Source Sans 3, weight: 700}
""",
    "the site of a tool": """
logo: tool.png
meta: {name: Brushwood}
color: {primary: {light: rebeccapurple, dark: "#d0b0f0"}, foreground: "hsl(0 0% 10%)"}
typography:
  base: {line-height: 1.6, size: 1rem}
  link: {color: red, decoration: underline}
  monospace-inline: {family: Hexcode, background-color: grey}
  monospace-block: {family: Hexcode, line-height: 1.2}
defaults:
  bootstrap: {rules: ".a { color: $brand-red }"}
  quarto: {format: {html: {toc: true}}}
""",
    "colours alone": 'color: {primary: "#447099", success: "#72994e"}\nlogo: {path: a.svg, alt: A}',
    "one font for all": "typography: {headings: Figtree}\nlogo: {path: a.svg, alt: A}",
}
"""Brand files in the forms of the standard's own examples and of public brands, with made-up names."""


def read(text: str) -> tuple[Brand, list[str]]:
    """Read a brand file; return the brand and its problems."""
    brand, told = make_brand(parse_source(text, "_brand.yml"))
    return brand, [f"{problem.severity.value} {problem}" for problem in told]


def faults_of(text: str) -> list[str]:
    """Return why a brand file is refused."""
    with pytest.raises(ContentError) as caught:
        read(text)
    return [str(problem) for problem in caught.value.problems]


PRINTED = {
    "a team that publishes reports": (
        "logos/wide.svg",
        "Larkfield with a lark",
        "#2f5d8a",
        "Figtree",
        "Figtree",
    ),
    "a health community": ("mark.svg", "Moorland Community", "#0a5bb5", "Public Sans", "Public Sans"),
    "a shop": ("main.png", "Tallow", "#0a61c4", "Public Sans", "Source Sans 3"),
    "the site of a tool": ("tool.png", "Brushwood", "#663399", "Source Sans 3", "Source Sans 3"),
    "colours alone": ("a.svg", "A", "#447099", "Source Sans 3", "Source Sans 3"),
    "one font for all": ("a.svg", "A", "#1a1a1a", "Source Sans 3", "Figtree"),
}
"""Of each shape, the logo, its words, the primary colour and the families of text and headings."""


@pytest.mark.parametrize("shape", SHAPES)
def test_a_brand_file_is_read_as_it_is(shape: str) -> None:
    """The logo for paper, the primary colour and the families are found in every form, and nothing fails."""
    brand, told = read(SHAPES[shape])

    families = brand.typography.base.family, brand.typography.headings.family
    printed = (brand.logo.path, brand.logo.alt.plain, brand.color.hex_of("primary"), *families)
    assert printed == PRINTED[shape]
    assert {line.partition(" ")[0] for line in told} <= {"advice"}


@pytest.mark.parametrize("shape", SHAPES)
def test_an_editor_takes_a_brand_file_as_it_is(shape: str) -> None:
    """The schema knows every field of the standard, so that nothing is underlined."""
    validator = Draft7Validator(make_schema("brand"))

    assert [fault.message for fault in validator.iter_errors(yaml.safe_load(SHAPES[shape]))] == []


def test_what_no_page_prints_is_said_in_one_line() -> None:
    """It is at the first of the fields, and names them by their reasons."""
    _, told = read(SHAPES["a team that publishes reports"])

    (line,) = told
    assert line.startswith("advice _brand.yml:4:3: brand-passed-over: no page prints meta.link (")
    assert "color.secondary, color.info, color.light (pages have one colour, `primary`" in line
    assert "dark" not in line
    assert "typography.monospace (leaflets have no computer code)" in line


def test_a_brand_that_prints_all_it_has_has_no_report() -> None:
    """The file of an example clinic gives no line."""
    assert read(SHAPES["colours alone"].replace(', success: "#72994e"', ""))[1] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "colour: {primary: teal}",
            "1:1: unknown-field: 'colour' is no field of the brand.yml standard here",
        ),
        ("color: {primary: teal, primry: red}", "did you mean 'primary'?"),
        ("logo: {path: a.svg, alt: A, medum: b.svg}", "did you mean 'medium'?"),
        ("typography: {base: {famly: Figtree}}", "did you mean 'family'?"),
        ("defaults: {leafwright: {colour: {primary: teal}}}", "did you mean 'color'?"),
    ],
)
def test_an_unknown_field_is_a_warning(text: str, told: str) -> None:
    """It has no effect, so it is reported, with the field that was probably meant."""
    rest = "" if text.startswith("logo") else "\nlogo: {path: a.svg, alt: A}"
    _, lines = read(text + rest)

    assert any(line.startswith("warning _brand.yml:1:") and told in line for line in lines), lines


@pytest.mark.parametrize("key", ["meta: {motto: Better}", "defaults: {pandoc: {toc: true}}"])
def test_fields_of_other_programs_are_not_unknown(key: str) -> None:
    """The standard lets any program add to the metadata and to the defaults."""
    _, lines = read(f"{key}\nlogo: {{path: a.svg, alt: A}}\ncolor: {{primary: teal}}")

    (line,) = lines
    assert line.startswith("advice _brand.yml:1:")


@pytest.mark.parametrize(
    ("logo", "told"),
    [
        ("{small: icon, images: {icn: a.png}}", "1:15: missing-picture: 'icon' is none of the images"),
        (
            "https://example.org/logo.svg",
            "1:7: missing-picture: 'https://example.org/logo.svg' is on the web",
        ),
        ("{dark: white.svg}", "1:1: missing-field: the logo names no file for white paper"),
        ("{medium: {dark: white.svg}}", "1:1: missing-field: the logo names no file for white paper"),
        ("{images: {}}", "1:1: missing-field: the logo names no file for white paper"),
        ("logo.svg", "1:7: missing-field: 'alt' of the logo is missing; write what the logo says"),
        ("[logo.svg]", "1:7: wrong-type: 'logo' is a list"),
        ("{small: one, images: {one: two, two: one}}", "1:44: missing-picture: the images go in a circle"),
    ],
)
def test_a_logo_that_cannot_be_found_is_reported(logo: str, told: str) -> None:
    """No file for paper, one on the web, a name that no image has, no words for those who cannot see it."""
    (line,) = faults_of(f"logo: {logo}")

    assert told in line


@pytest.mark.parametrize(
    ("primary", "line"),
    [
        ("{dark: teal}", "1:18: missing-field: 'light' is missing; add `light:`"),
        ("''", "1:19: empty: nothing is written here; write the text or take the line out"),
        (
            "[teal]",
            "1:18: wrong-type: 'primary' is a list; write words, or `light:` in a line of its own below it",
        ),
    ],
)
def test_a_colour_that_is_none_is_told_once(primary: str, line: str) -> None:
    """A value that may be words or a mapping has one message, for what its author meant."""
    assert faults_of(f"color: {{primary: {primary}}}\nlogo: {{path: a.svg, alt: A}}") == [
        f"_brand.yml:{line}"
    ]


def test_a_logo_may_be_named_in_print_as_an_image_of_the_file() -> None:
    """Below `defaults`, a bare name is one of the images above."""
    logo = "logo: {small: icon.svg, images: {wide: {path: wide.svg, alt: Elm}}}"
    assert read(f"{logo}\ndefaults: {{leafwright: {{logo: wide}}}}")[0].logo.path == "wide.svg"


def test_a_logo_is_needed() -> None:
    """Every page has one in its head, and none is invented."""
    (line,) = faults_of("color: {primary: teal}")

    assert line == "_brand.yml:1:1: missing-field: 'logo' is missing; add `logo:`"


def test_what_differs_in_print_stands_below_defaults() -> None:
    """The rest of the file stays as its designers wrote it; the faults of either part are placed there."""
    text = """
logo: {medium: screen.svg}
meta: {name: Elm}
color: {primary: "#ff6f20", palette: {rust: "#a03000"}}
typography: {base: {family: Arial}}
defaults:
  leafwright:
    color: {primary: rust}
    logo: {path: print.svg}
    typography: {base: Figtree}
"""
    brand, told = read(text)

    assert brand.color.hex_of("primary") == "#a03000"
    assert brand.color.place_of("primary").line == 8
    assert (brand.logo.path, brand.logo.alt.plain) == ("print.svg", "Elm")
    assert brand.typography.headings.family == "Figtree"
    assert told == []
    assert faults_of(text.replace("{primary: rust}", "{primary: [rust]}"))[0].startswith("_brand.yml:8:22: ")


@pytest.mark.parametrize(
    ("palette", "told"),
    [
        ("{red: crimson1, crimson1: red}", "the palette goes in a circle"),
        ("{deep_red: crimsn}", "'deep_red' is 'crimsn' in the palette, which is neither"),
        ("{red: crimsn}", "'red' is 'crimsn' in the palette, which is neither"),
    ],
)
def test_a_name_that_no_page_prints_is_only_warned_of(palette: str, told: str) -> None:
    """A mistake in colours that are not printed stops nothing, and is reported at its place."""
    _, lines = read(f"color: {{primary: teal, palette: {palette}}}\nlogo: {{path: a.svg, alt: A}}")

    assert all(line.startswith("warning _brand.yml:1:") and told in line for line in lines)
    assert lines
