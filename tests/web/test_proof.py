"""A page that lost something, or is broken, is found, with the line of the text that is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.problems import ContentError, Problem
from leafwright.web import find_page_faults, make_page
from leafwright.workspace import Workspace
from tests.web.conftest import Made
from tests.workspaces import LANGUAGE, TOPIC


def _faults(made: Made, old: str, new: str) -> list[Problem]:
    html = made.page(LANGUAGE)
    assert old in html
    return [*find_page_faults(made.sheet(LANGUAGE), html.replace(old, new, 1).encode())]


def test_a_lost_sentence_is_reported_at_its_line(made: Made) -> None:
    """The place is that of the words in the handout."""
    (problem,) = _faults(made, "Second badger.", "")

    assert (problem.code, problem.place.file) == ("lost-content", f"handouts/{TOPIC}/en.yaml")
    assert "Second badger" in problem.message
    assert problem.place.line > 1


def test_words_in_the_head_are_not_on_the_page(made: Made) -> None:
    """A title that only the browser's tab shows is lost."""
    title = made.sheet(LANGUAGE).title.plain
    problems = _faults(made, f'<h1 class="opening__title">{title}</h1>', "<h1></h1>")

    assert [problem.code for problem in problems] == ["lost-content"]


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ('id="a-text"', 'id="a-list"', "'a-list' is on the web page more than once"),
        ('href="#source-1"', 'href="#source-9"', "leads to 'source-9'"),
        ("</article>", "", "of the web page is not opened or not closed"),
        ("<article ", "<article onclick='x' ", "may not have this <article>"),
        ("Second badger.", "<marquee>Second badger.</marquee>", "may not have this <marquee>"),
        ("Second badger.", "Second badger.<script>x</script>", "may not have this <script>"),
        ('href="tel:999"', 'href=" java\nscript:x"', "may not lead to 'java script:x'"),
        ('href="tel:999"', 'href="JavaScript:x"', "may not lead to 'JavaScript:x'"),
    ],
)
def test_a_broken_page_is_reported(made: Made, old: str, new: str, named: str) -> None:
    """A page has each id once, links that lead somewhere, whole tags, and nothing that runs."""
    problems = _faults(made, old, new)

    assert any(problem.code == "broken-page" and named in problem.message for problem in problems)


def test_a_fragment_has_nothing_but_the_tags_of_an_article(made: Made) -> None:
    """The page around it may have no policy that stops what a template brings."""
    html = made.page(LANGUAGE, "fragment").replace("Second badger.", "Second badger.<style>p {}</style>", 1)

    problems = find_page_faults(made.sheet(LANGUAGE), html.encode())

    assert ["this <style>" in problem.message for problem in problems] == [True]


def test_a_file_that_is_no_picture_is_reported_at_its_line(made: Made, tmp_path: Path) -> None:
    """A template of the workspace may name any file, of which a browser shows pictures only."""
    template = tmp_path / "templates/web/parts/closing.html"
    template.parent.mkdir(parents=True)
    template.write_text('<p>\n<img src="notes.md">', "utf-8")
    (tmp_path / "notes.md").write_text("Notes", "utf-8")
    inputs = replace(made.inputs[LANGUAGE], workspace=Workspace(root=tmp_path))
    sheet = replace(made.sheet(LANGUAGE), sections=())

    with pytest.raises(ContentError, match=r"web/parts/closing\.html:2:11: .*'notes\.md' is no picture"):
        make_page(sheet, inputs)
