"""Files as tools of agencies write them: each kind that is right is taken, each that is not is refused."""

import re
from pathlib import Path

import pytest

from leafwright.problems import ContentError, Severity
from leafwright.translation import PartStatus, read_translation_text, write_translation_text
from leafwright.xliff import Merged
from tests.translations import write_translation
from tests.workspaces import TOPIC, write_workspace
from tests.xliff.test_write import faults
from tests.xliffs import FILE, RoundTrip, unit_of

NAME = "part:heading"
BOLD = '<originalData><data id="d1">**</data></originalData>'
CODED = '<sc id="1" dataRef="d1"/>{}<ec startRef="1" dataRef="d1"/>'


@pytest.fixture
def trip(tmp_path: Path) -> RoundTrip:
    """Read a small workspace without a translation; the heading of its section is 'Your knee'."""
    return RoundTrip.of(write_workspace(tmp_path))


def segment(source: str, target: str | None, *, order: int | str = "", extra: str = "") -> str:
    """Write a segment, with a target if there is one."""
    placed = f' order="{order}"' if order else ""
    told = "" if target is None else f"<target{placed}>{target}</target>"
    return f'<segment state="translated"{extra}><source>{source}</source>{told}</segment>'


def gap(target: str | None = None, words: str = " ") -> str:
    """Write the text between two segments."""
    told = "" if target is None else f"<target>{target}</target>"
    return f"<ignorable><source>{words}</source>{told}</ignorable>"


def with_unit(trip: RoundTrip, inside: str) -> str:
    """Put other segments into the unit of the heading."""
    text = trip.export()
    return text.replace(unit_of(text, NAME), f'      <unit id="{NAME}">\n{inside}\n      </unit>\n')


def heading_of(merged: Merged) -> tuple[str | None, PartStatus]:
    """Return the words of the heading, and how far its part is."""
    (draft,) = (draft for draft in merged.update.drafts if draft.name == "part")
    return draft.words["heading"], draft.status


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        (segment("Your", "Su") + gap(" ") + segment("knee", "rodilla"), "Su rodilla"),
        (segment("Your", "Su") + gap() + segment("knee", "rodilla"), "Su rodilla"),
        (segment("Your", "suya", order=3) + gap() + segment("knee", "Rodilla", order=1), "Rodilla suya"),
        (segment("Your", "Su", order=1) + gap() + segment("knee", "rodilla", order=3), "Su rodilla"),
        (segment("Your knee", "<mrk id='m1' type='term'>Su</mrk> rodilla"), "Su rodilla"),
        (segment("Your knee", "<sm id='m1'/>Su<em startRef='m1'/> rodilla"), "Su rodilla"),
        (segment("Your knee", "<![CDATA[Su rodilla]]>"), "Su rodilla"),
        (segment("Your knee", "Su<cp hex='00A0'/>rodilla"), "Su\u00a0rodilla"),
        (segment("Your knee", "\n  Su\n  rodilla\n"), "Su rodilla"),
        (segment("Your knee", "Su rodilla", extra=' id="s1"'), "Su rodilla"),
        (segment("Your knee", "Su rodilla", extra=' id="s1" canResegment="no"'), "Su rodilla"),
        (
            BOLD + segment("Your knee", "<pc id='1' dataRefStart='d1' dataRefEnd='d1'>Su</pc> rodilla"),
            "**Su** rodilla",
        ),
        (BOLD + segment("Your knee", CODED.format("Su") + " rodilla"), "**Su** rodilla"),
        (
            BOLD
            + segment("Your", '<sc id="1" dataRef="d1"/>Su')
            + gap()
            + segment("knee", 'rodilla<ec startRef="1" dataRef="d1"/>'),
            "**Su rodilla**",
        ),
    ],
    ids=[
        "in pieces",
        "a blank without a target",
        "turned round",
        "in an order that is said",
        "a term marked",
        "a range marked",
        "character data",
        "a sign by its number",
        "over several lines",
        "with an id",
        "not to be split",
        "bold",
        "bold as start and end",
        "bold over two segments",
    ],
)
def test_words_are_taken_in_their_order(trip: RoundTrip, inside: str, words: str) -> None:
    """Blanks, order, bold and marked words come out as they were meant; such files follow the schema."""
    text = with_unit(trip, inside)

    assert list(faults(text)) == []
    assert heading_of(trip.take(text)) == (words, PartStatus.DONE)


@pytest.mark.parametrize(
    "inside",
    [
        segment("Your", "Su") + gap() + segment("knee", None),
        segment("Your", "Su") + gap() + segment("knee", ""),
        segment("Your", "Su") + gap() + segment("knee", " "),
    ],
    ids=["no target", "an empty target", "a blank target"],
)
def test_words_that_lack_a_piece_are_not_done(trip: RoundTrip, inside: str) -> None:
    """Whatever a tool says of their state, somebody has to look at them."""
    text = with_unit(trip, inside)
    words, status = heading_of(trip.take(text))

    assert list(faults(text)) == []
    assert (words, status is PartStatus.DONE) == ("Su", False)


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        (
            "<segment><source>Your knee</source><target>Su</target>\n<target>X</target></segment>",
            "2 targets in one segment",
        ),
        ("<segment>\n<target>Su</target></segment>", "0 sources in one segment"),
        (
            "<ignorable><source> </source><target>Su</target>\n<target>X</target></ignorable>",
            "2 targets in one ignorable",
        ),
        ("<source>Your knee</source>\n<target>Su rodilla</target>", "is outside of a segment"),
        (
            segment("Your knee", "Su rodilla") + "\n<target>Otra</target>",
            "a target is outside of a segment",
        ),
        ("<notes><note>Hm</note></notes>", "has no segment"),
        (
            segment("Your", "a", order=1) + gap() + segment("knee", "b", order=1),
            "two targets of the unit have the order 1",
        ),
        (
            segment("Your", "a", order=3) + gap() + segment("knee", "b"),
            "two targets of the unit have the order 3",
        ),
        (
            segment("Your", "a", order=2) + gap() + segment("knee", "b", order=1),
            "two targets of the unit have the order 2",
        ),
        (
            segment("Your", "a", order=4) + gap() + segment("knee", "b"),
            "'4' is not a position among the targets",
        ),
        (segment("Your knee", "a", order="0"), "'0' is not a position among the targets"),
        (segment("Your knee", "a", order="first"), "'first' is not a position among the targets"),
        (
            segment("Your", "a", extra=' id="s"') + gap() + segment("knee", "b", extra=' id="s"'),
            "two segments 's'",
        ),
    ],
)
def test_a_unit_that_is_not_put_together_is_refused(trip: RoundTrip, inside: str, told: str) -> None:
    """Nobody guesses which words are meant, or in which order; the line says where."""
    with pytest.raises(ContentError) as raised:
        trip.take(with_unit(trip, inside))

    (problem,) = raised.value.problems
    assert (problem.code, problem.severity, problem.place.file) == ("broken-segment", Severity.ERROR, FILE)
    assert told in problem.message
    assert problem.place.line >= with_unit(trip, "").count("\n", 0, with_unit(trip, "").index(NAME))


@pytest.mark.parametrize(
    ("inside", "code", "told"),
    [
        (
            '<segment><source>Your knee</source><target xml:lang="fr">Votre</target></segment>',
            "wrong-language",
            "'fr'",
        ),
        (
            '<segment><source xml:lang="de">Your knee</source><target>Su</target></segment>',
            "wrong-language",
            "'de'",
        ),
        (segment("Your knee", 'Su<cp hex="0007"/>'), "bad-sign", "U+0007"),
        (segment("Your knee", "Su\u0085rodilla"), "bad-sign", "U+0085"),
        (segment("Your knee", "Su rod\ufffdlla"), "bad-sign", "U+FFFD"),
        (BOLD + segment("Your knee", '<sc id="1" dataRef="d1"/>Su'), "broken-code", "opened and not closed"),
        (
            BOLD
            + segment("Your", 'a<ec startRef="1" dataRef="d1"/>')
            + gap()
            + segment("knee", '<sc id="1" dataRef="d1"/>b'),
            "broken-code",
            "closed before it is opened",
        ),
        (
            BOLD.replace("</originalData>", '<data id="d1">[</data></originalData>')
            + segment("Your knee", "Su"),
            "duplicate-unit",
            "'d1'",
        ),
    ],
)
def test_words_that_cannot_be_meant_are_refused(trip: RoundTrip, inside: str, code: str, told: str) -> None:
    """Another language, control characters, lost letters and half codes are reported."""
    with pytest.raises(ContentError) as raised:
        trip.take(with_unit(trip, inside))

    (problem,) = raised.value.problems
    assert problem.code == code
    assert told in problem.message


def test_words_may_say_the_language_they_are_in(trip: RoundTrip) -> None:
    """With its country, too."""
    source, target = '<source xml:lang="en">Your knee</source>', '<target xml:lang="es-MX">Su</target>'
    inside = f'<segment state="final">{source}{target}</segment>'

    assert heading_of(trip.take(with_unit(trip, inside))) == ("Su", PartStatus.DONE)


def test_a_file_stands_once(trip: RoundTrip) -> None:
    """Of two files of one name nobody knows whose words are meant; the line of the second is reported."""
    text = trip.export()
    (file,) = re.findall(r"  <file .*</file>\n", text, re.DOTALL)

    with pytest.raises(ContentError, match=rf"duplicate-unit: the file '{TOPIC}' is there twice"):
        trip.take(text.replace(file, file + file))


def test_what_was_taken_is_what_is_sent_next(tmp_path: Path) -> None:
    """Words that came in another order and with bold over two segments go out as they were read."""
    workspace = write_workspace(tmp_path)
    write_translation(workspace)
    trip = RoundTrip.of(workspace)
    inside = BOLD + (
        segment("Your", 'suya<ec startRef="1" dataRef="d1"/>', order=3)
        + gap()
        + segment("knee", '<sc id="1" dataRef="d1"/>Rodilla', order=1)
    )
    merged = trip.take(with_unit(trip, inside))
    page = read_translation_text(write_translation_text(trip.file, merged.update, {}), FILE)
    again = RoundTrip(handout=trip.handout, file=page)

    (target,) = re.findall("<target>.*</target>", unit_of(again.export(), NAME))
    assert re.sub("<[^>]+>", "", target) == "Rodilla suya"
    assert target.startswith("<target><pc ")
    assert target.endswith("</pc></target>")
    assert again.take(again.export()).taken == 0
