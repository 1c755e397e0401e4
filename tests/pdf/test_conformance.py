"""PDF/A-3a and PDF/UA-1 in one file."""

import re
from collections.abc import Callable
from pathlib import Path
from warnings import catch_warnings, simplefilter

import page as validator
import pydyf
import pytest
from PIL import Image
from weasyprint import Document

from leafwright.flavours import ARCHIVED
from leafwright.html import render_html
from leafwright.pdf import Engine, prove
from leafwright.pdf.conformance import check_conformance, finish, options_of
from leafwright.pdf.ladder import LOOSEST
from leafwright.pdf.layout import HOUSE_STYLES, Layout
from tests.workspaces import TOPIC, sheet_of, write_workspace

OPTIONS = options_of(ARCHIVED)
SKIPPED = "<h2>Part</h2><h5>Piece</h5><p>Words of the piece.</p>"
TABLE = """<table><caption>Days</caption>
<thead><tr><td></td><th scope="col">Day</th></tr></thead>
<tbody><tr><th scope="row">Rest</th><td>One</td></tr></tbody></table>"""


def write_by_hand(layout: Layout, **options: object) -> bytes:
    """Write a layout with other options than its own."""
    with catch_warnings():
        simplefilter("ignore", ResourceWarning)  # the engine leaves a file open
        return bytes(layout.document.write_pdf(**options))


@pytest.fixture(scope="session")
def written(engine: Engine, html: str) -> bytes:
    """Write the short leaflet with a table, without compression, so that its objects can be read."""
    layout = engine.open(html.replace("</main>", f"{TABLE}</main>"), HOUSE_STYLES).lay_out(LOOSEST)
    return write_by_hand(layout, finisher=finish, uncompressed_pdf=True, **OPTIONS)


def test_a_sheet_is_both(engine: Engine, html: str) -> None:
    """The short leaflet passes both profiles."""
    assert list(check_conformance(engine.open(html, HOUSE_STYLES).lay_out(LOOSEST).write())) == []


@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_the_validator_has_the_last_word(profile: str, engine: Engine, html: str) -> None:
    """A file that loses a page's structure fails in the profile that asks for it."""
    content = write_by_hand(engine.open(html, HOUSE_STYLES).lay_out(LOOSEST))

    assert profile in {failed for failed, _, _ in check_conformance(content)}


def test_a_blank_is_heard(engine: Engine, tmp_path: Path) -> None:
    """A line within a sentence is a picture with words that say what belongs there."""
    block = {"kind": "paragraphs", "id": "dose", "text": "Take [[short: how many]] puffs."}
    workspace = write_workspace(tmp_path, blocks=[block])

    html = render_html(sheet_of(workspace), workspace)
    content = write_by_hand(
        engine.open(html, HOUSE_STYLES).lay_out(LOOSEST), finisher=finish, uncompressed_pdf=True, **OPTIONS
    )

    assert b"(how many, to fill in)" in content


def test_a_skipped_heading_level_is_reported(found: Callable[..., set[str]]) -> None:
    """A piece under the wrong heading is lost to who reads by headings."""
    assert "not-conformant" in found(markup=SKIPPED)


def test_headings_in_order_are_not_reported(found: Callable[..., set[str]]) -> None:
    """The same part with the right level passes."""
    assert "not-conformant" not in found(markup=SKIPPED.replace("h5", "h3"))


def test_the_file_says_that_it_is_accessible(written: bytes) -> None:
    """The metadata claim PDF/UA-1 beside PDF/A-3a, readable without unpacking."""
    claims = re.findall(
        rb"<pdfuaid:part>1|pdfuaid:part=\"1\"|pdfaid:part[>=\"]+3|pdfaid:conformance[>=\"]+A", written
    )

    assert len(claims) == 3


def test_header_cells_have_a_scope(written: bytes) -> None:
    """A cell in the head heads its column, one in the body its row."""
    scopes = re.findall(rb"/Scope /(\w+)", written)

    assert sorted(scopes) == [b"Column", b"Row"]


def _with_a_return(document: Document, pdf: pydyf.PDF) -> None:
    finish(document, pdf)
    for found in pdf.objects:
        if isinstance(found, pydyf.Stream) and found.extra.get("Type") == "/Metadata":
            found.stream.append(b"\r")


def test_a_stream_may_end_in_a_carriage_return(engine: Engine, html: str) -> None:
    """The validator miscounts such a stream, which would stop about one sheet in twenty at random."""
    content = write_by_hand(
        engine.open(html, HOUSE_STYLES).lay_out(LOOSEST), finisher=_with_a_return, **OPTIONS
    )

    rules = {failure.rule_id for failure in validator.validate_pdf_bytes(content, profile="3a").failures}

    assert rules == {"PDFA3A-STREAM-LENGTH-001"}
    assert list(check_conformance(content)) == []


def test_a_wrong_length_is_reported(engine: Engine, html: str) -> None:
    """A stream that is truly shorter than its file says is still a failure."""
    content = engine.open(html, HOUSE_STYLES).lay_out(LOOSEST).write()
    length = re.search(rb"/Length (\d+)>>\nstream", content)
    assert length is not None
    changed = b"%d" % (int(length[1]) - 1)

    damaged = content[: length.start(1)] + changed.rjust(len(length[1]), b"0") + content[length.end(1) :]

    assert "STREAM-LENGTH" in " ".join(rule for _, rule, _ in check_conformance(damaged))


@pytest.mark.parametrize(("name", "mode"), [("knee.png", "L"), ("knee.png", "RGB"), ("knee.jpg", "RGB")])
def test_a_picture_of_pixels_conforms(name: str, mode: str, tmp_path: Path) -> None:
    """A photograph is embedded as the profile allows: not smoothed by the reader."""
    block = {"kind": "picture", "id": "a-picture", "file": name, "alt": "A knee"}
    space = write_workspace(tmp_path, blocks=[block])
    Image.new(mode, (900, 600)).save(space.root / "handouts" / TOPIC / name)

    sheet = sheet_of(space)

    assert prove(sheet, render_html(sheet, space), Engine(space)).problems == ()
