"""What is said of boxes on paper: every limit at its edge, every message whole, and nothing laid out for it.

Lengths are millimetres on a sheet of A4 with a text area 170 mm wide and 237 mm tall.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

import pytest

from leafwright.page_format import Limit
from leafwright.pdf.box import Box
from leafwright.pdf.extract import POINT, Strip
from leafwright.pdf.fit import MM
from leafwright.pdf.ladder import LOOSEST, Step
from leafwright.pdf.layout import Layout
from leafwright.pdf.lettering import find_missing_glyphs, find_small_type, find_wrong_fonts
from leafwright.pdf.measure import Measured
from leafwright.pdf.misfit import find_misfit
from leafwright.pdf.placement import (
    ROOM,
    find_late_numbers,
    find_outside,
    find_separated_pictures,
    find_split,
    find_stranded,
    find_thin_page,
)
from leafwright.problems import Place, Problem, Severity
from leafwright.sheet import Sheet
from leafwright.sheet.inventory import parts_of
from tests.workspaces import LOGO, TOPIC, sheet_of, write_workspace

KEY = {"kind": "key-message", "id": "key", "text": "Rest it."}
BLOCKS = [KEY, {"kind": "paragraphs", "id": "words", "text": "Walk a little."}]
STEPS = {"kind": "steps", "id": "steps", "items": ["Sit.", "Rest."]}
FAMILY = "Atkinson Hyperlegible"
RAISED = "`variants: {leaflet: {pages: 2}}` in the handout raises the limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """What a check needs of a layout."""

    pages: int
    last_fill: float
    step: Step = LOOSEST

    @property
    def text_pages(self) -> int:
        """None of its pages is a leaf of what is cut out."""
        return self.pages


def box(*sides: float, page: int = 1) -> Box:
    """Place a box by its left, top, right and bottom in millimetres."""
    left, top, right, bottom = (side * MM for side in sides)
    return Box(page=page, left=left, top=top, right=right, bottom=bottom)


def strip(at: Box, text: str = "Rest", family: str = FAMILY, size: float = 12.0) -> Strip:
    """Set a text."""
    return Strip(box=at, text=text, family=family, embedded=True, size=size)


def messages_of(problems: Iterable[Problem]) -> list[str]:
    """Say all of each problem but its place."""
    return [f"{problem.code}: {problem.message}; {problem.hint}" for problem in problems]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Sheet:
    """Make a sheet of two blocks."""
    return sheet_of(write_workspace(tmp_path_factory.mktemp("plain"), blocks=BLOCKS))


def measured(sheet: Sheet, pages: int = 1, last_fill: float = 1.0, **changes: Any) -> Measured:
    """Measure a sheet that nobody laid out: so many pages, with the boxes and strips of `changes`."""
    return Measured(
        sheet=sheet,
        layout=cast("Layout", Pages(pages=pages, last_fill=last_fill)),
        content=b"",
        warnings=changes.get("warnings", ()),
        boxes=changes.get("boxes", {}),
        areas=tuple(box(20, 20, 190, 257, page=page) for page in range(1, pages + 1)),
        papers=tuple(box(0, 0, 210, 297, page=page) for page in range(1, pages + 1)),
        strips=tuple(changes.get("strips", ())),
        pieces=(),
        parts=parts_of(sheet),
    )


@pytest.mark.parametrize(
    ("at", "fault"),
    [
        ((20, 20, 190, 257), None),
        ((19.6, 19.6, 190.4, 257.4), None),
        ((19.4, 100, 100, 110), "outside-margin: 'key' reaches 1 mm into the margin of page 1"),
        ((12, 100, 100, 110), "outside-margin: 'key' reaches 8 mm into the margin of page 1"),
        ((100, 100, 197, 110), "outside-margin: 'key' reaches 7 mm into the margin of page 1"),
        ((100, 15, 150, 30), "outside-margin: 'key' reaches 5 mm into the margin of page 1"),
        ((100, 250, 150, 263), "outside-margin: 'key' reaches 6 mm into the margin of page 1"),
        ((-10, 100, 100, 110), "outside-page: 'key' reaches 10 mm beyond the edge of page 1"),
        ((100, 100, 213, 110), "outside-page: 'key' reaches 3 mm beyond the edge of page 1"),
        ((100, 280, 150, 299), "outside-page: 'key' reaches 2 mm beyond the edge of page 1"),
        ((20, 10, 190, 19), None),
        ((20, 260, 190, 290), None),
        ((20, 257.2, 190, 265), None),
        ((20, 260, 190, 293), "outside-margin: 'key' is 4 mm from the edge of page 1"),
        ((20, 3, 190, 19), "outside-margin: 'key' is 3 mm from the edge of page 1"),
        ((20, 5.6, 190, 19), None),
        ((17, 260, 190, 280), "outside-margin: 'key' reaches 23 mm into the margin of page 1"),
    ],
)
def test_a_box_lies_in_the_text_or_in_the_head_or_the_foot(
    plain: Sheet, at: tuple[float, float, float, float], fault: str | None
) -> None:
    """Half a millimetre is forgiven; a printer needs 6 mm above and below."""
    problems = messages_of(find_outside(measured(plain, boxes={"key": (box(*at),)})))

    assert problems == ([f"{fault}; {ROOM}"] if fault else [])


@pytest.mark.parametrize(
    ("at", "family", "fault"),
    [
        ((19.1, 100, 60, 105), FAMILY, False),
        ((17.9, 100, 60, 105), FAMILY, True),
        ((18.8, 100, 60, 105), FAMILY, True),
        ((18.8, 100, 60, 105), "Noto Sans Arabic", False),
        ((18.5, 100, 60, 105), "Noto Sans Arabic", True),
        ((100, 100, 190.9, 105), FAMILY, False),
        ((100, 100, 192.0, 105), FAMILY, True),
        ((100, 19.1, 150, 40), FAMILY, False),
        ((100, 240, 150, 258.1), FAMILY, True),
    ],
)
def test_letters_may_swing_beyond_their_line(
    plain: Sheet, at: tuple[float, float, float, float], family: str, *, fault: bool
) -> None:
    """By an eighth of their size, letters of a fallback font by a fifth, beyond the tolerance of any box."""
    arabic = replace(plain, theme=replace(plain.theme, fallbacks=("Noto Sans Arabic",)))
    problems = messages_of(find_outside(measured(arabic, strips=[strip(box(*at), family=family)])))

    assert bool(problems) is fault
    assert all(problem.startswith("outside-margin: 'Rest' reaches ") for problem in problems)


def test_a_foot_is_reported_once(plain: Sheet) -> None:
    """The first page's is reported, not one for each page."""
    feet = [strip(box(20, 280, 60, 292 + page, page=page), "Page") for page in (1, 2)]

    assert messages_of(find_outside(measured(plain, 2, strips=feet))) == [
        f"outside-margin: 'Page' is 5 mm from the edge of page 1; {ROOM}"
    ]


@pytest.mark.parametrize(("side", "wide"), [(14.8, True), (14.6, False), (15, True)])
def test_a_side_is_as_wide_as_a_printer_needs(plain: Sheet, side: float, *, wide: bool) -> None:
    """The narrower side counts, to a pixel."""
    for left, right in ((side, 190), (20, 210 - side)):
        made = replace(measured(plain), areas=(box(left, 20, right, 257),))

        assert messages_of(find_outside(made)) == (
            []
            if wide
            else [
                (
                    "outside-margin: the margins at the sides are 15 mm wide; "
                    "printers need 15 mm: see @page in styles/page.css"
                )
            ]
        )


def test_the_edge_of_what_is_split_is_reported(plain: Sheet) -> None:
    """A box that could be whole is the style's fault, a taller one its author's."""
    for height, said in (
        (30, "; its style needs `break-inside: avoid`"),
        (37, "; its style needs `break-inside: avoid`"),
        (38, ": it is 238 mm tall and a page holds 237 mm; shorten it or make two of it"),
    ):
        at = (
            box(20, 57, 190, 257, page=1),
            box(20, 20, 190, 20 + height, page=2),
            box(20, 20, 190, 20, page=3),
        )

        assert messages_of(find_split(measured(plain, 3, boxes={"key": at, "words": at}))) == [
            f"split-block: 'key' is split over pages 1 and 2{said}"
        ]


@pytest.mark.parametrize(
    ("boxes", "pages"),
    [
        ({"look": (box(20, 20, 190, 60),), "steps": (box(20, 60, 190, 90),)}, None),
        ({"look": (box(20, 200, 190, 257),), "steps": (box(20, 20, 190, 90, page=2),)}, "1 to 2"),
        (
            {"look": (box(20, 20, 190, 60),), "steps": (box(20, 60, 190, 257), box(20, 20, 190, 30, page=2))},
            None,
        ),
        ({"look": (box(20, 60, 190, 257),), "steps": (box(20, 20, 190, 90, page=3),)}, "1 to 3"),
        (
            {"look": (box(20, 60, 190, 257),), "steps": (box(20, 20, 190, 20), box(20, 20, 190, 40, page=2))},
            "1 to 2",
        ),
    ],
    ids=["together", "parted", "begun together", "too tall, and parted", "begun with nothing"],
)
def test_a_picture_is_kept_beside_its_steps(
    tmp_path: Path, boxes: dict[str, tuple[Box, ...]], pages: str | None
) -> None:
    """Both are named, with their pages; where they are too tall for one it is enough to begin together."""
    picture = {"kind": "picture", "id": "look", "file": "look.svg", "alt": "A knee."}
    files = {f"handouts/{TOPIC}/look.svg": LOGO}
    sheet = sheet_of(write_workspace(tmp_path, blocks=[picture, STEPS], files=files))

    hint = "shorten them, or put another block between them if the picture does not show the steps"

    assert messages_of(find_separated_pictures(measured(sheet, 3, boxes=boxes))) == (
        []
        if pages is None
        else [
            (
                "split-block: 'look' and 'steps', a picture and its steps, are separated: "
                f"they are on pages {pages}; {hint}"
            )
        ]
    )


@pytest.mark.parametrize(("page", "late"), [(1, []), (2, ["late-number"])])
def test_the_numbers_to_phone_are_on_the_first_page(plain: Sheet, page: int, late: list[str]) -> None:
    """The contact strip of a leaflet that begins on a later page is reported."""
    assert plain.strip
    boxes = {"sheet-strip": (box(20, 20, 190, 42, page=page),)}

    problems = list(find_late_numbers(measured(plain, 2, boxes=boxes)))

    assert [problem.code for problem in problems] == late
    assert [problem.severity for problem in problems] == [Severity.ERROR] * len(late)


@pytest.mark.parametrize(("variant", "late"), [("aftercare", ["late-number"]), ("preparation", [])])
def test_help_in_an_emergency_is_on_the_first_page_of_what_it_begins(
    tmp_path: Path, variant: str, late: list[str]
) -> None:
    """A sheet to hang on a fridge begins with it; on another it stands where its author wrote it."""
    alarm = {
        "kind": "warning",
        "id": "help",
        "level": "emergency",
        "heading": "Get help now",
        "signs": ["a fever"],
        "action": "Phone for help.",
    }
    sheet = sheet_of(write_workspace(tmp_path, blocks=[alarm], handout={"variants": [variant]}), variant)

    problems = find_late_numbers(measured(sheet, 2, boxes={"help": (box(20, 20, 190, 90, page=2),)}))

    assert [problem.code for problem in problems] == late


def test_a_heading_that_ends_a_page_is_reported(plain: Sheet) -> None:
    """With what it heads, how tall that is, and what a page holds."""
    boxes = {
        "opening": (box(20, 20, 190, 60, page=1),),
        "part": (box(20, 240, 190, 250, page=1),),
        "key": (box(20, 20, 190, 120, page=2),),
        "words": (box(20, 130, 190, 140, page=2),),
    }
    problems = list(find_stranded(measured(plain, 2, boxes=boxes)))

    assert messages_of(problems) == [
        (
            "stranded-heading: the heading of 'part' ends page 1, because 'key' begins on the next: "
            "it is 100 mm tall and a page holds 237 mm; shorten it or make two of it"
        )
    ]
    assert [str(problem.severity) for problem in problems] == ["warning"]


@pytest.mark.parametrize(("fill", "thin"), [(0.33, True), (0.34, False)])
def test_a_page_is_worth_its_paper(plain: Sheet, fill: float, *, thin: bool) -> None:
    """A last page less than a third full is reported, and so is one without a word between head and foot."""
    body = [strip(box(20, 100, 60, 105, page=page)) for page in (1, 3)]
    feet = [strip(box(20, 270, 60, 275, page=page)) for page in (1, 2, 3)]
    problems = messages_of(find_thin_page(measured(plain, 3, fill, strips=[*body, *feet])))

    assert problems == [
        "empty-page: page 2 has no text; look for a forced break",
        *(
            [
                (
                    "thin-last-page: page 3 is 33% full, and no tighter layout avoids it; "
                    "cut some lines, or say more"
                )
            ]
            if thin
            else []
        ),
    ]


def test_an_only_page_may_be_thin(plain: Sheet) -> None:
    """It saves nothing to fill it."""
    assert messages_of(find_thin_page(measured(plain, 1, 0.1, strips=[strip(box(20, 100, 60, 105))]))) == []


def test_what_is_too_long_is_reported_with_its_longest_block(plain: Sheet) -> None:
    """The excess is what is on the extra pages: whole ones, and the used share of the last."""
    limited = replace(plain, format=replace(plain.format, limit=Limit(pages=1)))
    boxes = {"key": (box(20, 20, 190, 60),), "words": (box(20, 60, 190, 257), box(20, 20, 190, 30, page=2))}

    (problem,) = find_misfit(measured(limited, 4, 0.5, boxes=boxes))

    line = problem.place.line
    assert messages_of([problem]) == [
        (
            "does-not-fit: 4 pages where 1 may be, 593 mm too long at the tightest; "
            "the longest block is 'words' with 207 mm; "
            f"shorten it, beginning with line {line}, or leave a section out of this variant"
        )
    ]
    assert messages_of(find_misfit(measured(limited, 1, 1.0))) == []
    assert messages_of(find_misfit(measured(plain, 4, 0.5))) == []


def test_a_sheet_that_does_not_fit_is_not_called_thin(plain: Sheet) -> None:
    """No message advises writing more on a page that should not exist."""
    limited = replace(plain, format=replace(plain.format, limit=Limit(pages=1)))
    body = [strip(box(20, 100, 60, 105, page=page)) for page in (1, 2)]

    assert messages_of(find_thin_page(measured(limited, 2, 0.1, strips=body))) == []


@pytest.mark.parametrize(
    ("listed", "way"),
    [
        (True, f"{RAISED}, and its other sheets are named there too, each with `: {{}}` after it"),
        (False, "`pages: 2` below `leaflet:` in the handout raises the limit"),
    ],
)
def test_how_to_raise_the_limit_follows_how_the_sheet_is_named(
    plain: Sheet, way: str, *, listed: bool
) -> None:
    """A sheet that is only a name in a list has no line below which `pages:` could be added."""
    limit = Limit(pages=1, place=Place(file="leaflet.yaml", line=3), raised=True, listed=listed)
    limited = replace(plain, format=replace(plain.format, limit=limit))
    boxes = {"key": (box(20, 20, 190, 60),), "words": (box(20, 60, 190, 257), box(20, 20, 190, 30, page=2))}

    (problem,) = find_misfit(measured(limited, 2, 0.5, boxes=boxes))

    assert problem.hint.endswith(f"of this variant; {way}")


def test_much_space_to_write_on_is_named_when_a_sheet_does_not_fit(plain: Sheet) -> None:
    """The lines of a block are what can be taken out, even if another block is longer."""
    limited = replace(plain, format=replace(plain.format, limit=Limit(pages=1)))
    boxes = {
        "key": (box(20, 20, 190, 60),),
        "key-lines": (box(20, 30, 190, 60),),
        "words": (box(20, 60, 190, 257), box(20, 20, 190, 30, page=2)),
    }

    (problem,) = find_misfit(measured(limited, 2, 0.5, boxes=boxes))

    assert "take out lines or rows to write on (" in problem.hint
    assert "'key', 30 mm)" in problem.hint


def test_letters_are_as_large_as_their_edition_asks(plain: Sheet) -> None:
    """One of each size is reported, with how many more there are; a hundredth of a point does not count."""
    least = plain.format.type.smallest
    at = box(21, 100, 60, 105)
    small = [strip(at, f"Word {number}", size=least - 1) for number in range(3)]
    strips = [*small, strip(at, "Tiny", size=5.0), strip(at, "Right", size=least - 0.004)]
    problems = list(find_small_type(measured(plain, strips=strips, boxes={"key": (box(20, 90, 190, 110),)})))

    assert messages_of(problems) == [
        (
            f"small-type: 'Word 0' on page 1 is set in {least - 1:.3g} pt, and so are 2 more; "
            f"standard has at least {least:g} pt"
        ),
        f"small-type: 'Tiny' on page 1 is set in 5 pt; standard has at least {least:g} pt",
    ]
    assert {problem.place for problem in problems} == {measured(plain).place_of("key")}


def test_type_is_the_brands(plain: Sheet) -> None:
    """A family that was not requested, one that is not used, and one that is not in the file."""
    at = box(20, 100, 60, 105)
    strips = [strip(at, family="Figtree"), replace(strip(at, "Walk", "Figtree"), embedded=False)]

    assert messages_of(find_wrong_fonts(measured(plain, strips=strips))) == [
        f"wrong-font: 'Rest' is set in Figtree; the sheet asks for {FAMILY}",
        f"wrong-font: nothing is set in {FAMILY}; the sheet asks for {FAMILY}",
        "wrong-font: Figtree is not embedded in the file; ",
    ]
    assert messages_of(find_wrong_fonts(measured(plain, strips=[strip(at)]))) == []


def test_a_sign_that_no_font_has_is_reported_where_it_was_written(tmp_path: Path) -> None:
    """Each is reported once, by its name, at its place; what is in no text is reported for the sheet."""
    sheet = sheet_of(write_workspace(tmp_path, blocks=[{**KEY, "text": "Rest it \u4e2d now."}]))
    warnings = tuple(
        f'.notdef glyph rendered for Unicode string "{sign}" (U+1)' for sign in "\u4e2d\u4e2d\ue000"
    )
    problems = list(find_missing_glyphs(measured(sheet, warnings=(*warnings, "Something else"))))

    assert messages_of(problems) == [
        (
            "missing-glyph: no font has the character '\u4e2d' (U+4E2D, cjk unified ideograph-4e2d); "
            "write it in letters the fonts have"
        ),
        (
            "missing-glyph: no font has the character '\ue000' (U+E000, no name); "
            "write it in letters the fonts have"
        ),
    ]
    assert problems[0].place.line > 1
    assert problems[1].place == measured(sheet).place


def test_a_strip_is_placed_at_the_smallest_part_around_it(plain: Sheet) -> None:
    """At its beginning, on its own page; nothing around it leaves the sheet."""
    boxes = {"key": (box(20, 90, 190, 130),), "words": (box(20, 90, 100, 130), box(20, 20, 190, 60, page=2))}
    made = measured(plain, 2, boxes=boxes)

    assert made.place_at(strip(box(20, 100, 200, 110))) == made.place_of("words")
    assert made.place_at(strip(box(120, 100, 200, 110))) == made.place_of("key")
    assert made.place_at(strip(box(120, 30, 200, 40, page=2))) == made.place_of("words")
    assert made.place_at(strip(box(120, 140, 200, 150))) == made.place
    assert (made.pages_of("words"), made.height("words")) == ([1, 2], 80 * MM)
    assert POINT * 72 == 96
