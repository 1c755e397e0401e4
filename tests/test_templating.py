"""A broken template of a workspace is reported at its file and line, never as a fault of a handout."""

from pathlib import Path

import pytest

from leafwright.html import render_html, render_page
from leafwright.problems import ContentError
from leafwright.templating import MOST_COUNTED
from tests.workspaces import sheet_of, write_workspace

NAME = "templates/blocks/key-message.html"
TEMPLATE = "{{% macro render(block) %}}\n{}\n{{% endmacro %}}\n"
BLOCK = {"kind": "key-message", "id": "first", "text": "Rest it."}

FAULTS = {
    "a tag that is never closed": ("{% if block %}", "Encountered unknown tag 'endmacro'"),
    "an unknown tag": ("{% iff block %}", "unknown tag 'iff'"),
    "an unknown filter": ("{{ block.text | louder }}", "No filter named 'louder'"),
    "an undefined name": ("{{ blok.text }}", "'blok' is undefined"),
    "an undefined field": ("{{ block.txet.plain }}", "has no attribute 'txet'"),
    "a template that is not there": ('{% include "blocks/nothing.html" %}', "there is no template"),
    "a sum that has no result": ("{{ 1 // 0 }}", "ZeroDivisionError"),
    "a template that includes itself": (
        '{% include "blocks/key-message.html" %}{{ render(block) }}',
        "without end",
    ),
    "a loop without end": ("{% for n in range(10 ** 9) %}x{% endfor %}", f"further than {MOST_COUNTED:,}"),
    "loops in loops": (
        "{% for n in range(9000) %}{% for m in range(9000) %}x{% endfor %}{% endfor %}",
        f"further than {MOST_COUNTED:,}",
    ),
    "a picture that is not there": (
        '<p id="first"><img src="nowhere.png" alt=""></p>',
        "no picture 'nowhere.png'",
    ),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_reported_at_its_line(what: str, tmp_path: Path) -> None:
    """The author of the template is reported where to look, and what would be used without it."""
    written, message = FAULTS[what]
    workspace = write_workspace(tmp_path, blocks=[BLOCK], files={NAME: TEMPLATE.format(written)})
    sheet = sheet_of(workspace)

    with pytest.raises(ContentError) as caught:
        render_html(sheet, workspace)

    (problem,) = caught.value.problems
    assert (problem.place.file, problem.code) == (NAME, "bad-template")
    assert problem.place.line == 2 + (what == "a tag that is never closed")
    assert message in problem.message
    assert "delete it" in problem.hint


def test_a_template_in_another_encoding_is_reported_at_its_line(tmp_path: Path) -> None:
    """The first byte that is no UTF-8 says which line to look at."""
    workspace = write_workspace(tmp_path, blocks=[BLOCK], files={NAME: ""})
    (tmp_path / NAME).write_bytes(b"{# one #}\n{# caf\xe9 #}\n")

    with pytest.raises(ContentError, match=f"{NAME}:2:1: bad-template: the file is not UTF-8"):
        render_html(sheet_of(workspace), workspace)


def test_a_broken_page_for_the_desk_is_reported_at_its_line(tmp_path: Path) -> None:
    """Faults in pages that are not sheets are reported like those in sheets."""
    workspace = write_workspace(tmp_path, files={"templates/catalogue.html": "\n{{ nothing }}"})

    with pytest.raises(
        ContentError, match=r"templates/catalogue.html:2:1: bad-template: 'nothing' is undefined"
    ):
        render_page("catalogue.html", workspace, {})


def test_a_template_may_count(tmp_path: Path) -> None:
    """Lines to write on are counted, as many as any page holds."""
    written = '<p id="first">{% for n in range(3) %}{{ loop.index }}{% endfor %}</p>'
    workspace = write_workspace(tmp_path, blocks=[BLOCK], files={NAME: TEMPLATE.format(written)})

    assert '<p id="first">123</p>' in render_html(sheet_of(workspace), workspace)
