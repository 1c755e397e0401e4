"""What running text may contain, and what it reports instead of printing it literally."""

import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from pydantic import TypeAdapter
from pydantic_core import PydanticCustomError

from leafwright.decode import decode
from leafwright.handout import Section
from leafwright.library import load_library
from leafwright.problems import ContentError
from leafwright.source import parse_source
from leafwright.text import Blank, Citation, Run, Span, Text, curl, is_file, parse_text, phrase
from leafwright.text.addresses import how_to_link
from tests.workspaces import write_workspace

HEAD = "id: part\nheading: Rest\nblocks:\n  - kind: paragraphs\n    id: rest\n"


PICTURES: Final = ("bmp", "gif", "heic", "jpeg", "jpg", "png", "svg", "tif", "tiff", "webp", "PNG")
FILES: Final = (
    *("doc", "docx", "htm", "html", "md", "mp3", "mp4", "odt", "pdf"),
    *("ppt", "pptx", "rtf", "txt", "xls", "xlsx", "yaml", "yml"),
)
CASES: Final[list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("text_messages.yaml").read_text("utf-8")
)


def messages_of(text: str) -> list[str]:
    """Read a paragraph written as YAML, from line 6 on; return place, code and hint of what is wrong."""
    try:
        decode(Section, parse_source(HEAD + text, "a.yaml"))
    except ContentError as error:
        return [f"{problem.place}: {problem.code}: {problem.hint}" for problem in error.problems]
    return []


MARKDOWN = {
    "a list": ("    text: |\n      Bring:\n      - a coat\n      - a book\n", "8:7", "`items:`"),
    "a folded list": ("    text: Bring\n      - a coat\n      - a book\n", "7:7", "`items:`"),
    "a numbered list": ("    text: |\n      Do this:\n      1. rest\n      2. walk\n", "8:7", "`items:`"),
    "a list of stars": ("    text: |\n      * a coat\n\n      * a book\n", "7:7", "`items:`"),
    "one entry": ('    text: "- a coat"\n', "6:12", "`items:`"),
    "a glued hyphen": ("    text: -You may feel sore.\n", "6:11", "`- `, and each entry"),
    "a glued dash": ("    text: –You may feel sore.\n", "6:11", "`- `, and each entry"),
    "glued hyphens": (
        "    text: |\n      You may feel:\n      -sore\n      -numb\n",
        "8:7",
        "`- `, and each entry",
    ),
    "a glued bullet": ("    text: •You may feel sore.\n", "6:11", "`items:`"),
    "bullets": ("    text: Bring • a coat • a book\n", "6:17", "`items:`"),
    "a list in an escape": ('    text: "Bring:\\n- a coat\\n- a book"\n', "6:20", "`items:`"),
    "a heading": ("    text: |\n      ## Rest\n      Sit down.\n", "7:7", "kind: heading"),
    "a table": ("    text: |\n      | drug | dose |\n      |---|---|\n", "7:7", "kind: table"),
    "a table without edges": (
        "    text: |\n      drug | dose\n      --- | ---\n      a | b\n",
        "8:7",
        "kind: table",
    ),
    "a line": ("    text: |\n      Rest.\n\n      ---\n\n      Walk.\n", "9:7", "take it out"),
    "a picture": ("    text: Look ![knee](knee.png) here\n", "6:16", "kind: picture"),
    "a picture elsewhere": ("    text: Look ![knee](https://a.example/b.png)\n", "6:16", "kind: picture"),
    "a box to tick": ("    text: |\n      - [ ] a coat\n", "7:7", "kind: checklist"),
    "a footnote": ("    text: Rest helps.[^1]\n", "6:22", "cite a source"),
    "a mark": ("    text: Rest ~~always~~ helps\n", "6:16", "**two stars**"),
    "code": ("    text: Press `start` now\n", "6:17", "quotation marks"),
}


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("knee.png", "`kind: picture`"),
        ("pictures/knee.svg", "`kind: picture`"),
        ("./leaflet.pdf", "not to a file"),
        ("leaflet.pdf", "not to a file"),
        ("file:///home/knee.docx", "not to a file"),
        ("#exercises", "name the heading in words"),
        ("example.org", "write https://example.org"),
        ("example.org/leaflet.pdf", "write https://example.org/leaflet.pdf"),
        ("a@example.org", "write mailto:a@example.org"),
        ("lang:Latin", "such as lang:la for Latin"),
    ],
)
def test_an_address_that_is_none_is_reported_by_what_it_is(address: str, cure: str) -> None:
    """A picture is a block, a file has no address, and only a page of the web begins with https://."""
    (told,) = messages_of(f"    text: Look at [this]({address}).\n")

    assert told.startswith("a.yaml:6:26: bad-link: ")
    assert cure in told


@pytest.mark.parametrize("words", ["-5 °C", "-ectomy means that it is taken out.", "Rest – and wait."])
def test_a_hyphen_that_begins_no_entry_is_printed(words: str) -> None:
    """A sign, the end of a word and a dash between words stay."""
    assert messages_of(f"    text: {words}\n") == []


@pytest.mark.parametrize("case", MARKDOWN)
def test_markup_that_is_not_read_is_reported(case: str) -> None:
    """It would be printed letter for letter; the message says which block is meant."""
    text, place, hint = MARKDOWN[case]

    told = messages_of(text)

    assert told
    assert told[0].startswith(f"a.yaml:{place}: markdown-in-text: ")
    assert hint in told[0]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Rest helps [see @elm1999].", "bad-citation"),
        ("Rest helps [@elm1999, page 2].", "bad-citation"),
        ("Rest helps [-@elm1999].", "bad-citation"),
        ("Rest helps (@elm1999).", "bad-citation"),
        ("Rest helps, says @elm1999.", "bad-citation"),
        ("Rest _always helps", "unclosed-markup"),
        ("Rest <https://example.org>", "html-in-text"),
        ("“Rest helps.”.", "stray-quotes"),
        ('He said “rest".', "stray-quotes"),
    ],
)
def test_what_looks_like_markup_is_reported(words: str, code: str) -> None:
    """Citations, italics and quotation marks that are not written as they are read."""
    (told,) = messages_of(f"    text: >-\n      {words}\n")

    assert f": {code}: " in told
    assert told.startswith("a.yaml:7:")


@pytest.mark.parametrize(
    "words",
    [
        "Take 1–2 tablets - or none - at night.",
        "Write to ask@elm1999.example.org or (ask@elm.example.org).",
        "Follow us: @ElmStreet.",
        "He said “rest” and ‘walk’.",
        "“Rest” and “walk” are both right.",
        "Name: ____ Date: ____",
        "5 * 3 is 15, a_b is a name and a | b a choice.",
        "> 38 °C: phone us.",
        "# 4 on the list",
        "Knee #2",
        "1. Rest before you come",
        "Wait … and rest.",
        "Is it “safe?”.",
        'A 5” tube and a 5" tube.',
    ][:13],
)
def test_plain_words_are_read(words: str) -> None:
    """Hyphens, addresses, names of accounts and single signs mean nothing else."""
    assert messages_of(f"    text: >-\n      {words}\n") == []


@pytest.mark.parametrize("words", ["“Take it.”", "‘Don’t eat.’", "„Ruh dich aus.“", "«Repose-toi.»"])
def test_typographic_quotes_around_a_plain_value_are_reported(words: str) -> None:
    """YAML knows straight ones only, so these would be printed; within straight ones they are meant."""
    (told,) = messages_of(f"    text: {words}\n")

    assert told.startswith("a.yaml:6:11: stray-quotes: ")
    assert messages_of(f'    text: "{words}"\n') == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Nguye\u0302\u0303n", "Nguy\u1ec5n"),
        ("pro\ufb01le of \ufb02uids", "profile of fluids"),
        ("rest\u200bing \ufeffnow", "resting now"),
        ("5\u2009mg\u3000a day", "5 mg a day"),
        ("5\u202fmg", "5\u00a0mg"),
        ("CO\u2082 and \u03b1", "CO\u2082 and \u03b1"),
    ],
)
def test_signs_are_read_in_the_form_that_fonts_have(written: str, read: str) -> None:
    """A letter and its mark are one sign, and joined letters two; what has a meaning of its own stays."""
    assert parse_text(written).plain == read


def test_a_known_key_without_brackets_is_reported(tmp_path: Path) -> None:
    """The key of a reference in the words is a citation that was not written as one."""
    block = {"kind": "paragraphs", "id": "claim", "text": "Rest helps [@elm1999], says @elm1999 again."}

    problems = load_library(write_workspace(tmp_path, blocks=[block])).problems

    assert [problem.code for problem in problems] == ["bad-citation"]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Rest  your \t knee.", "Rest your knee."),
        ("Rest.  **Then**  walk.", "Rest. Then walk."),
        ("Rest\n  your\n  knee.", "Rest your knee."),
        ("Take 5\u00a0\u00a0mg.", "Take 5\u00a0mg."),
        ("Take 5 \u00a0mg.", "Take 5\u00a0mg."),
    ],
)
def test_several_spaces_are_printed_as_one(written: str, printed: str) -> None:
    """A second space, a tab or the end of a line widens no gap, and a number keeps its unit."""
    assert "".join(span.text for span in parse_text(written).spans) == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("Don't, it's the patients' ward.", "Don’t, it’s the patients’ ward."),
        ("'Rest' and 'walk', he said.", "‘Rest’ and ‘walk’, he said."),
        ("'The patients' ward' is here.", "‘The patients’ ward’ is here."),
        ("in the '90s and 1990's, 'tis rock 'n' roll", "in the ’90s and 1990’s, ’tis rock ’n’ roll"),
        ("'Take 5' means 5' of rest.", "‘Take 5’ means 5' of rest."),
        ("5' 10\" tall, 6'2\", wait 30' more", "5' 10\" tall, 6'2\", wait 30' more"),
        ("**Dr O'Neil**'s clinic, o'neil@example.org", "Dr O’Neil’s clinic, o'neil@example.org"),
        ("l'équipe d'Anna", "l’équipe d’Anna"),
        ("יום ג' הבא", "יום ג' הבא"),
    ],
)
def test_apostrophes_are_those_of_print(written: str, printed: str) -> None:
    """Feet, inches, minutes, addresses and signs of other scripts stay as they are typed."""
    assert curl(parse_text(written)).plain == printed


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["written"]))
def test_what_is_not_read_is_reported_with_its_cure(case: dict[str, Any]) -> None:
    """Everything that is said of a text: line and column, what is wrong, and what would be right."""
    text = f"{HEAD}    text: {case['written'].rstrip()}\n"
    told: list[str] = []

    try:
        decode(Section, parse_source(text, "a.yaml"))
    except ContentError as error:
        told = [str(problem) for problem in error.problems]

    assert told == case["messages"]


def test_a_text_without_words_is_reported() -> None:
    """An item needs words, and the cure is reported where they are missing."""
    section = 'id: part\nheading: " "\nblocks:\n  - {kind: paragraphs, id: rest, text: Rest.}\n'

    with pytest.raises(ContentError) as caught:
        decode(Section, parse_source(section, "a.yaml"))

    assert [str(problem) for problem in caught.value.problems] == [
        "a.yaml:2:12: empty: nothing is written here; write the text or take the line out"
    ]


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("Rest it.", (Run(text="Rest it."),)),
        ("a **b** c", (Run(text="a "), Run(text="b", strong=True), Run(text=" c"))),
        ("__a__ b", (Run(text="a", strong=True), Run(text=" b"))),
        (
            "a [b c](https://e.org/x_y) d",
            (Run(text="a "), Run(text="b c", address="https://e.org/x_y"), Run(text=" d")),
        ),
        ("[a](http://e.org)", (Run(text="a", address="http://e.org"),)),
        ("**[a](tel:1)**", (Run(text="a", strong=True, address="tel:1"),)),
        ("[genu](lang:la)", (Run(text="genu", address="lang:la"),)),
        (
            "[**a** b](mailto:x@y)",
            (Run(text="a", strong=True, address="mailto:x@y"), Run(text=" b", address="mailto:x@y")),
        ),
        ("a [@a; @b ;@c-1] b", (Run(text="a "), Citation(keys=("a", "b", "c-1")), Run(text=" b"))),
        ("a [@a][@b]", (Run(text="a "), Citation(keys=("a",)), Citation(keys=("b",)))),
        ("**a[@b]c**", (Run(text="a", strong=True), Citation(keys=("b",)), Run(text="c", strong=True))),
        ("I take [[puffs]] puffs", (Run(text="I take "), Blank(name="puffs"), Run(text=" puffs"))),
        ("a [[short: hours ]]", (Run(text="a "), Blank(name="hours", size="short"))),
        ("a [[long:full name]]", (Run(text="a "), Blank(name="full name", size="long"))),
        ("**a [[b]] c**", (Run(text="a ", strong=True), Blank(name="b"), Run(text=" c", strong=True))),
        (r"a\*b", (Run(text="a*b"),)),
        ("a * b [c] d ! e", (Run(text="a * b [c] d ! e"),)),
        ("**a** b * [c]", (Run(text="a", strong=True), Run(text=" b * [c]"))),
        (r"\_a", (Run(text="_a"),)),
        ("a\0b", (Run(text="a\ufffdb"),)),
        (" a \n b\t", (Run(text="a b"),)),
        ("\u00a0a\u00a0", (Run(text="\u00a0a\u00a0"),)),
    ],
)
def test_markup_is_read_into_spans(written: str, spans: tuple[Span, ...]) -> None:
    """Bold, links and citations, one in the other; what is set in one way is one span."""
    assert parse_text(written) == Text(spans=spans)


@pytest.mark.parametrize("mark", "\u201c\u201d\u201e\u2018\u201a\u00ab\u00bb\u2039")
def test_a_mark_that_nothing_closes_at_the_end_is_printed(mark: str) -> None:
    """A text may begin with a quotation and continue after it."""
    assert messages_of(f"    text: {mark}Rest X\n") == []


def test_a_text_has_its_words_and_its_keys() -> None:
    """Citations are no words; they leave no space before a stop, but for the point of a number."""
    text = parse_text("Rest [@a], walk  [@b; @c] ; take [@d] .5 mg [@e]. Well [@f] ! So [@g]: yes [@h]? ")

    assert text.plain == str(text) == "Rest, walk; take .5 mg. Well! So: yes?"
    assert text.keys == ("a", "b", "c", "d", "e", "f", "g", "h")
    assert phrase("a **b**").spans == (Run(text="a **b**"),)


def test_a_blank_is_no_word() -> None:
    """What is to be written is none of the words of a text, and a text needs words."""
    assert (
        parse_text("I take [[puffs]] puffs every [[short: hours]] hours.").plain
        == "I take puffs every hours."
    )

    with pytest.raises(PydanticCustomError, match="only a space to write in is here"):
        parse_text("[[name]] [[date]]")


def test_a_text_of_the_project_has_no_place() -> None:
    """One that an author wrote begins where the file has it."""
    section = decode(Section, parse_source(f"{HEAD}    text: Rest.\n", "a.yaml"))

    assert phrase("Rest.").place is None
    assert parse_text("Rest.").place is None
    assert str(section.heading.place) == "a.yaml:2:10"


@pytest.mark.parametrize("ending", PICTURES)
def test_a_picture_is_a_file_of_ones_own(ending: str) -> None:
    """It is shown in a block."""
    assert is_file(f"knee.{ending}")
    assert how_to_link(f"a/knee.{ending.lower()}") == (
        "show a picture in its own block: `kind: picture`, with `file:` and `alt:`"
    )


@pytest.mark.parametrize(
    "address",
    [
        *(f"knee.{ending}" for ending in FILES),
        *("<knee.pdf> ", "file:///knee", "FILE:knee", "./knee", "../knee", ".\\knee", "/knee"),
        *("\\knee", "~knee", "C:\\knee", "c:/knee", "folder/knee.org", "folder\\knee"),
    ],
)
def test_other_files_have_no_address(address: str) -> None:
    """Endings of files that people keep beside their words, and paths on a machine."""
    assert is_file(address)
    assert how_to_link(address) == ("a link leads to a web page, which begins with https://, not to a file")


@pytest.mark.parametrize(
    ("address", "cure"),
    [
        ("https://example.org/knee.pdf", "write https:// and the address, without spaces"),
        ("ftp://example.org", "write https:// and the address, without spaces"),
        ("example.org knee", "write https:// and the address, without spaces"),
        ("//example.org", "write https:// and the address, without spaces"),
        ("example.org/knee.pdf", "write https://example.org/knee.pdf"),
        ("example.com", "write https://example.com"),
        ("mailto:a@example", "write mailto:a@example"),
        ("a@example.org", "write mailto:a@example.org"),
        (
            "#rest",
            "a link leads to a web page, which begins with https://; name the heading in words",
        ),
    ],
)
def test_a_page_of_the_web_is_no_file(address: str, cure: str) -> None:
    """The name of a host has a point before its first stroke."""
    assert not is_file(address)
    assert how_to_link(address) == cure


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("'a' b'", "‘a’ b’"),
        ("'The boys' bikes' are here", "‘The boys’ bikes’ are here"),
        ("'THE BOYS' BIKES' ARE HERE", "‘THE BOYS’ BIKES’ ARE HERE"),
        ("'The boys' bikes are here", "‘The boys’ bikes are here"),
        ("5's and 10's, but 5'x", "5’s and 10’s, but 5'x"),
        ("'a", "’a"),
        ("a 'b c", "a ’b c"),
        ("a - 'b", "a - ’b"),
        ("' b", "' b"),
        ("('a') [\"'a'\"] –'a'", '(‘a’) ["‘a’"] –‘a’'),
        ("a.' b,' c;' d:' e!' f?' g)' h]' i…' 5%'", "a.’ b,’ c;’ d:’ e!’ f?’ g)’ h]’ i…’ 5%’"),
        ("\"'tis rock 'n' roll, 'twas 'til 'cause 'em", '"’tis rock ’n’ roll, ’twas ’til ’cause ’em'),
        ("'TIS, 'Til", "’TIS, ’Til"),
        ("www.o'neil.org, http://o'neil, don't", "www.o'neil.org, http://o'neil, don’t"),
        ("'www.o'neil.org' 'a'", "'www.o'neil.org' ‘a’"),
        ("no sign", "no sign"),
    ],
)
def test_a_straight_sign_is_read_by_what_stands_around_it(written: str, printed: str) -> None:
    """It opens or closes, leaves letters out, is a foot or a minute, or part of an address."""
    assert curl(parse_text(written)).plain == printed


def test_single_marks_are_those_of_a_language() -> None:
    """A citation between the words stays where it is, and so does bold."""
    text = curl(parse_text("'a [@x] **b' c**'s"), ("\u2039", "\u203a"))

    assert text.spans == (
        Run(text="\u2039a "),
        Citation(keys=("x",)),
        Run(text=" "),
        Run(text="b\u203a c", strong=True),
        Run(text="’s"),
    )


@pytest.mark.parametrize("name", ["boys", "BOYS"])
def test_an_apostrophe_behind_an_s_closes_nothing_while_more_is_to_come(name: str) -> None:
    """Only the last sign can close; after any other letter the first one does."""
    marks = ("\u2039", "\u203a")

    assert curl(parse_text(f"'The {name}' bikes' are here"), marks).plain == (
        f"\u2039The {name}’ bikes\u203a are here"
    )
    assert curl(parse_text("'The men' bikes' are here"), marks).plain == "\u2039The men\u203a bikes’ are here"


def test_an_editor_knows_that_a_text_has_words() -> None:
    """The schema requires a string that is not empty."""
    assert TypeAdapter(Text).json_schema() == {"type": "string", "minLength": 1}


@pytest.mark.parametrize(
    "words",
    [
        "#4 on the list",
        "1. Rest",
        "Rest | walk",
        "a == b and a ~ b",
        "= = and * *",
        "Rest -- or walk",
        "> 38 °C",
        "-5 °C",
        "[Write the day]",
        "(see @ElmStreet)",
        "a@elm1999.example.org",
        "“Rest.” He said “walk”.",
        "'Rest', she said",
        "Name: _ or __",
        r"\_rest",
        "AT&T; R&D",
        "a < b > c",
        "a <3",
        "etc.”. Rest",
        "Rest.”..",
    ],
)
def test_words_that_only_look_like_markup_are_read(words: str) -> None:
    """Signs that mean something else are printed unchanged."""
    assert re.sub(r"\\", "", words) == parse_text(words).plain


@pytest.mark.parametrize(
    "words",
    ["a [@x", "a ** b", "](", "a [[b", "a ]] b", "a [[]] b", "a [[b]", "_a", "a_", "(a) _b", '"a_" b', "a_."],
)
def test_markup_that_does_not_close_is_refused(words: str) -> None:
    """Whatever is around it."""
    with pytest.raises(PydanticCustomError, match="is opened but not closed"):
        parse_text(words)


@pytest.mark.parametrize(
    ("words", "is_count"),
    [
        ("240 more people in 1,000", True),
        ("26 \u0634\u062e\u0635\u064b\u0627 \u0645\u0646 \u0643\u0644 1,000", True),
        ("8.9 to 15.9 mmol/L", True),
        ("10\u00a0000", False),
        ("10 days before", False),
        ("no treatment", False),
        ("240 more people in 1,000 had less pain", False),
    ],
)
def test_a_short_number_with_what_it_is_out_of_is_a_count(words: str, *, is_count: bool) -> None:
    """A number alone, however written, is none; one with many words is longer than a line may keep whole."""
    assert Run(text=words, strong=True).is_count is is_count
