"""What comes back: finished words are taken, finished ones are never lost, and what is broken is reported."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from leafwright.problems import ContentError, Severity
from leafwright.text import parse_text
from leafwright.translation import (
    Draft,
    PartStatus,
    check_translation_text,
    read_translation_text,
    write_translation_text,
)
from leafwright.workspace import Workspace
from leafwright.xliff import Merged
from tests.translations import translated, write_translation
from tests.workspaces import LOGO, TOPIC, every_block, write_workspace
from tests.xliffs import FILE, RoundTrip, unit_of, with_target

DRAWN = [HealthCheck.function_scoped_fixture, HealthCheck.filter_too_much, HealthCheck.too_slow]
MARKS = ["**", "[", "](https://example.org/?a=1&b=2)", "[@elm1999]", "&amp;", "]]>", "1,5", ": "]
SIGNS = [*MARKS, *" aÑ«»\u00a0\u200f<&'\"\\*؟\u0627\u2067\u2069—#"]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Write a workspace with every kind of block, and a whole translation."""
    made = write_workspace(tmp_path, blocks=every_block(), files={f"handouts/{TOPIC}/knee.svg": LOGO})
    write_translation(made)
    return made


@pytest.fixture
def trip(workspace: Workspace) -> RoundTrip:
    """Read the handout and its translation."""
    return RoundTrip.of(workspace)


@pytest.fixture
def bare(tmp_path: Path) -> Workspace:
    """Write a small workspace without a translation."""
    return write_workspace(tmp_path)


def change_english(workspace: Workspace, old: str = "Ferret message.", new: str = "Ferret, changed.") -> None:
    """Change one text of the source."""
    path = workspace.root / f"handouts/{TOPIC}/en.yaml"
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_what_is_sent_and_comes_back_is_the_same_file(workspace: Workspace) -> None:
    """Not a byte changes, whether the translation is done, begun or out of date."""
    change_english(workspace)
    trip = RoundTrip.of(workspace)
    before = write_translation_text(trip.file, trip.made, {})
    merged = trip.take(trip.export())

    assert merged.taken == 0
    assert merged.problems == ()
    assert write_translation_text(trip.file, merged.update, {}) == before


@settings(max_examples=60, suppress_health_check=DRAWN)
@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join))
def test_any_words_come_back_as_they_were(trip: RoundTrip, said: str) -> None:
    """Markup, quotes, signs of XML, marks of direction and no-break spaces: nothing is lost on the way."""
    try:
        assume(parse_text(said).plain.strip() and "[](" not in said)
    except PydanticCustomError:
        assume(False)  # noqa: FBT003  # hypothesis' own signature
    page = trip.file
    assert page
    (line,) = (line for line in page.lines if translated("Ferret message.") in line)
    text = page.text.replace(line, f"      text: {json.dumps(said)}")
    trip = RoundTrip(handout=trip.handout, file=read_translation_text(text, FILE))
    merged = trip.take(trip.export())

    assert merged.taken == 0
    assert [draft.words for draft in merged.update.drafts] == [draft.words for draft in trip.made.drafts]


def draft_of(merged: Merged, name: str) -> Draft:
    """Find a part of what was merged."""
    return next(draft for draft in merged.update.drafts if draft.name == name)


@pytest.mark.parametrize("state", ["translated", "reviewed", "final"])
def test_finished_words_are_taken(bare: Workspace, state: str) -> None:
    """A part of which all words are finished is done."""
    trip = RoundTrip.of(bare)
    merged = trip.take(with_target(trip.export(), "part:heading", "Su rodilla", state))

    draft = draft_of(merged, "part")
    assert (merged.taken, draft.status, draft.words) == (1, PartStatus.DONE, {"heading": "Su rodilla"})


def test_words_begun_are_taken_and_stay_to_do(bare: Workspace) -> None:
    """What a translator only began is kept, and marked."""
    trip = RoundTrip.of(bare)
    draft = draft_of(trip.take(with_target(trip.export(), "part:heading", "Su", "initial")), "part")

    assert (draft.todo, draft.words["heading"], list(draft.source)) == (True, "Su", ["heading"])


def test_without_a_state_words_are_a_beginning(bare: Workspace) -> None:
    """The standard says so."""
    trip = RoundTrip.of(bare)
    text = with_target(trip.export(), "part:heading", "Su", "initial").replace(' state="initial"', "")

    assert draft_of(trip.take(text), "part").todo


def test_only_what_is_left_stays_to_do(bare: Workspace) -> None:
    """Of a part with many texts, the finished ones need not be looked at again."""
    trip = RoundTrip.of(bare)
    draft = draft_of(trip.take(with_target(trip.export(), "opening:title", "Cuide su rodilla")), "opening")

    assert draft.todo
    assert "title" not in draft.source
    assert "summary" in draft.source


def test_codes_become_markup(bare: Workspace) -> None:
    """Words are read as an author writes them."""
    trip = RoundTrip.of(bare)
    target = 'Descansar <ph id="1" dataRef="d1"/> ayuda &amp; cuesta &lt; 5.'
    merged = trip.take(with_target(trip.export(), "claim:text.1", target))

    assert draft_of(merged, "claim").words["text.1"] == "Descansar [@elm1999] ayuda & cuesta < 5."


def test_finished_words_are_replaced_by_finished_ones_only(workspace: Workspace) -> None:
    """An agency may correct finished words; words that it only began do not replace them."""
    trip = RoundTrip.of(workspace)
    corrected = trip.take(with_target(trip.export(), "a-message:text", "Mejor.", "reviewed"))
    begun = trip.take(with_target(trip.export(), "a-message:text", "Mej", "initial"))

    assert draft_of(corrected, "a-message").words["text"] == "Mejor."
    assert draft_of(begun, "a-message").words["text"] == translated("Ferret message.")
    assert not draft_of(begun, "a-message").todo


@pytest.mark.parametrize("gone", ["target", "unit"])
def test_what_did_not_come_back_stays(workspace: Workspace, gone: str) -> None:
    """Words are never lost because a file has none."""
    trip = RoundTrip.of(workspace)
    text = trip.export()
    unit = unit_of(text, "a-message:text")
    text = text.replace(unit, "") if gone == "unit" else with_target(text, "a-message:text", None)
    merged = trip.take(text)

    assert [draft.words for draft in merged.update.drafts] == [draft.words for draft in trip.made.drafts]


def test_words_for_another_source_wait_to_be_looked_at(workspace: Workspace) -> None:
    """The English changed while the file was away: the words are taken, marked, and reported."""
    text = with_target(RoundTrip.of(workspace).export(), "a-message:text", "Otro.", "final")
    change_english(workspace)
    merged = RoundTrip.of(workspace).take(text)
    (problem,) = merged.problems

    draft = draft_of(merged, "a-message")
    assert (draft.todo, draft.words["text"]) == (True, "Otro.")
    assert (problem.code, problem.severity) == ("changed-source", Severity.WARNING)
    assert problem.place.line == line_of(text, "<target>Otro.")


def line_of(text: str, words: str) -> int:
    """Find the line with these words."""
    return text[: text.index(words)].count("\n") + 1


def test_words_for_another_source_never_replace_finished_ones(workspace: Workspace) -> None:
    """Who finished the words for the new English in the meantime keeps them."""
    text = with_target(RoundTrip.of(workspace).export(), "a-message:text", "Viejo.", "final")
    change_english(workspace)
    write_translation(workspace)
    merged = RoundTrip.of(workspace).take(text)

    assert draft_of(merged, "a-message").words["text"] == translated("Ferret, changed.")
    assert not draft_of(merged, "a-message").todo


def test_a_text_that_is_gone_is_reported(workspace: Workspace) -> None:
    """Words for a block that was taken out while the file was away are left out, and stop nothing."""
    text = RoundTrip.of(workspace).export()
    change_english(workspace, "id: a-message", "id: the-message")
    merged = RoundTrip.of(workspace).take(text)

    assert [(problem.code, problem.severity) for problem in merged.problems] == [
        ("unknown-unit", Severity.WARNING)
    ]


def test_a_text_of_codes_alone_is_filled(tmp_path: Path) -> None:
    """Nobody has to translate a text that is only a citation."""
    block = {"kind": "list", "id": "codes", "items": ["[@elm1999]", "Rest."]}
    trip = RoundTrip.of(write_workspace(tmp_path, blocks=[block]))
    draft = draft_of(trip.take(trip.export()), "codes")

    assert (draft.words["items.1"], list(draft.source)) == ("[@elm1999]", ["items.2"])


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("Sin fuente.", "the citation @elm1999 is lost in 'claim:text.1'"),
        ('<ph id="1" dataRef="d1"/> y <ph id="1" dataRef="d1"/>', "the citation @elm1999 is too much"),
        ('<ph id="1" dataRef="d9"/>', "the code 1 is not one of the unit's own"),
        ('<pc id="1" dataRefEnd="d1">a</pc>', "the code 1 is not one of the unit's own"),
        ('<sc id="1" dataRef="d1"/>', "the code 1 is opened and not closed"),
        ('<ec startRef="1" dataRef="d1"/>', "the code 1 is closed before it is opened"),
        ("<b>a</b>", "<b> is not allowed within words"),
        ('<cp hex="zz"/>', "'zz' is not the number of a character"),
        ('<cp hex="D800"/>', "'D800' is not the number of a character"),
        ('&lt;b&gt;a&lt;/b&gt; <ph id="1" dataRef="d1"/>', "'<b>' is HTML"),
        ('a ** b <ph id="1" dataRef="d1"/>', "'**' is opened but not closed"),
    ],
)
def test_broken_codes_are_reported(bare: Workspace, target: str, told: str) -> None:
    """Nothing is taken from a file that lost a code; the line says where."""
    trip = RoundTrip.of(bare)
    text = with_target(trip.export(), "claim:text.1", target)
    with pytest.raises(ContentError) as raised:
        trip.take(text)

    (problem,) = raised.value.problems
    assert (problem.code, problem.place.file) == ("broken-code", FILE)
    assert problem.place.line == line_of(text, "<target>")
    assert told in problem.message


def test_every_fault_is_reported_at_once(bare: Workspace) -> None:
    """An agency gets the whole list, not one fault a day."""
    trip = RoundTrip.of(bare)
    text = with_target(trip.export(), "claim:text.1", "Sin fuente.")
    text = with_target(text, "opening:title", "a ** b")
    with pytest.raises(ContentError) as raised:
        trip.take(text)

    assert len(raised.value.problems) == 2


def test_a_unit_may_come_back_in_pieces(bare: Workspace) -> None:
    """Segments, gaps between them and codes split into start and end are put together; marks are ignored."""
    trip = RoundTrip.of(bare)
    unit = unit_of(trip.export(), "part:heading")
    pieces = (
        '<originalData><data id="d1">**</data></originalData>'
        '<segment state="final"><source>Your</source><target>Su<mrk id="m1"/></target></segment>'
        '<ignorable><source> </source><target><sm id="m2"/> </target></ignorable>'
        '<segment state="translated"><source>knee</source>'
        '<target><sc id="1" dataRef="d1"/>rod<mrk id="m3">illa</mrk><ec startRef="1" dataRef="d1"/></target>'
        "</segment>"
    )
    whole = f'<unit id="part:heading">{pieces}</unit>'
    draft = draft_of(trip.take(trip.export().replace(unit, whole)), "part")

    assert (draft.words["heading"], draft.status) == ("Su **rodilla**", PartStatus.DONE)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('trgLang="es"', 'trgLang="fr"', "wrong-language: trgLang is 'fr', and not 'es'"),
        ('trgLang="es"', "", "wrong-language: trgLang is '', and not 'es'"),
        ('srcLang="en"', 'srcLang="de"', "wrong-language: srcLang is 'de', and not 'en'"),
        (f'<file id="{TOPIC}"', '<file id="elbow"', "wrong-topic: this is of elbow, and not of sore-knee"),
        ('version="2.1"', 'version="1.2"', "not-xliff: this is xliff 1.2"),
        ("document:2.0", "document:1.2", "not-xliff: this is xliff 2.1"),
        ('state="initial"', 'state="new"', "unknown-value: 'new' is no state; there are initial, translated"),
    ],
)
def test_another_file_is_refused(bare: Workspace, old: str, new: str, told: str) -> None:
    """Words of another language, another leaflet or another format are reported with their place."""
    trip = RoundTrip.of(bare)
    with pytest.raises(ContentError, match=rf"{FILE}:\d+:\d+: ") as raised:
        trip.take(trip.export().replace(old, new, 1))

    assert told in str(raised.value)


def test_a_language_may_name_its_country(bare: Workspace) -> None:
    """Tools of agencies often insist on one."""
    trip = RoundTrip.of(bare)
    text = trip.export().replace('trgLang="es"', 'trgLang="es-MX"').replace('srcLang="en"', 'srcLang="en-GB"')

    assert trip.take(text).problems == ()


CODES = (
    "<ph id='1' dataRef='d1'/> <sc id='1' dataRef='d1'/> <ec startRef='1' dataRef='d1'/> <cp/> <mrk id='a'>"
)
ENDS = "</mrk> </pc> </target> <unit id='part:heading'> <segment state='final'> <x:y xmlns:x='urn:u'/>"
OTHERS = "<![CDATA[<b>]]> &#xD800; <!---a---> <?a?> ** ]]> \u2029"
BITS = [bit for bits in (CODES, ENDS, OTHERS) for bit in re.findall(r"<[^>]+>|[^< ]+", bits)]


@settings(max_examples=80, suppress_health_check=DRAWN)
@given(st.data())
def test_no_file_brings_the_program_down(trip: RoundTrip, data: st.DataObject) -> None:
    """Cut, doubled and mixed up at any place, a file is taken or refused, and words stay whole."""
    pieces = re.findall(r"<[^>]+>|[^<]+", trip.export())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(pieces) - 1))
        pieces[place : place + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from([*BITS, pieces[place], pieces[-place]]), max_size=2)
        )
    try:
        merged = trip.take("".join(pieces))
    except ContentError:
        return

    page = read_translation_text(write_translation_text(trip.file, merged.update, {}), FILE)
    check_translation_text(page, trip.handout, merged.update)


def test_a_unit_stands_once(bare: Workspace) -> None:
    """Of two units of one name nobody knows which one is meant."""
    trip = RoundTrip.of(bare)
    unit = unit_of(trip.export(), "part:heading")
    with pytest.raises(ContentError, match="duplicate-unit: 'part:heading' is there twice"):
        trip.take(trip.export().replace(unit, unit + unit))
