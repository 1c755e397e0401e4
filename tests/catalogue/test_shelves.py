"""Shelves, cards and filters: what of a sheet is reported, in which words and in which order."""

from dataclasses import asdict, replace

import pytest

from leafwright.catalogue.record import Card
from leafwright.catalogue.shelves import CardContext, list_filters, list_shelves
from leafwright.library import Library
from leafwright.manifest import Entry, Names, Reason, Withheld, note_problems
from leafwright.sheet import SheetKey
from tests.catalogues import Paper, entry_of
from tests.fakes import finding


@pytest.fixture
def desk(library: Library) -> CardContext:
    """Stand at a desk that speaks English."""
    return CardContext(words=library.words["en-GB"])


@pytest.fixture
def entry(paper: Paper, key: SheetKey) -> Entry:
    """Make an entry."""
    return entry_of(paper, key)


def _card(entry: Entry, desk: CardContext) -> Card:
    ((card,),) = (shelf.cards for shelf in list_shelves([entry], desk))
    return card


def _named(entry: Entry, **names: str) -> Entry:
    return replace(entry, names=replace(entry.names, **names))


def _of(entry: Entry, **choices: str) -> Entry:
    return replace(entry, **choices)  # type: ignore[arg-type]  # names of its fields


def test_a_card_tells_what_staff_ask(entry: Entry, desk: CardContext) -> None:
    """Pages, paper, size, language by its own name, reference, version and review are reported in words."""
    card = _card(replace(entry, size=86_400), desk)

    assert card.facts == "2\u00a0pages · A4 · 87\u00a0KB"
    assert (card.language, card.version) == ("English (United Kingdom)", "EX-1-ES-LEA-STA-en-GB, version 1.0")
    assert (card.review, card.due) == ("Review due 1\u00a0November\u00a02099", "2099-11-01")


def test_what_is_latin_keeps_apart_from_the_number_after_it(library: Library, entry: Entry) -> None:
    """In an Arabic line the paper is isolated; otherwise the size of the file would be before it."""
    card = _card(replace(entry, size=81_000), CardContext(words=library.words["ar"]))

    assert card.facts == "صفحتان · \u2066A4\u2069 · 81 كيلوب\u0627يت"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"pages": 1, "size": 1}, "1\u00a0page · A4 · 1\u00a0KB"),
        ({"size": 1_000_001}, "2\u00a0pages · A4 · 2\u00a0MB"),
    ],
)
def test_numbers_are_said_as_the_language_says_them(
    entry: Entry, desk: CardContext, written: dict[str, int], told: str
) -> None:
    """One page is singular, and a file is never nothing."""
    assert _card(replace(entry, **written), desk).facts == told  # type: ignore[arg-type]  # both are numbers


def test_a_form_says_where_typed_words_are(entry: Entry, desk: CardContext) -> None:
    """Staff see that a sheet is filled in on a screen, and that nothing is sent; other sheets say nothing."""
    form = replace(entry, conformance=("PDF/UA-1",))

    notes = _card(form, desk).print_note, _card(entry, desk).print_note

    assert notes == ("To fill in on a screen: what you type is only in the file that you save.", "")


@pytest.mark.parametrize(
    ("status", "mark"),
    [("example", "Example, not approved"), ("draft", "Draft, not approved"), ("approved", "")],
)
def test_what_is_not_approved_is_marked(entry: Entry, desk: CardContext, status: str, mark: str) -> None:
    """An example and a draft are marked as such in words."""
    assert _card(replace(entry, status=status), desk).mark == mark


def test_the_code_is_the_one_on_paper_and_can_be_pasted(entry: Entry, desk: CardContext) -> None:
    """The code is the line at the foot of each page, with plain spaces."""
    assert _card(entry, desk).code == "EX-1, version 1.0, 2 November 2026"


@pytest.mark.parametrize(
    "words", ["Looking after", "exercise", "EX-1-ES-LEA-LP-en-GB", "Large print", "when"]
)
def test_a_sheet_is_found_by_what_it_says(entry: Entry, desk: CardContext, words: str) -> None:
    """Title, keywords, codes, names and summary are searched."""
    card = _card(_of(entry, edition="large-print"), desk)
    assert words in f"{card.names} {card.codes} {card.found_by}"


def test_variants_are_named_in_the_words_of_the_desk(entry: Entry, desk: CardContext) -> None:
    """Staff read what kind of sheet it is in their own language, whatever the sheet's is."""
    foreign = _named(_of(entry, language="es"), variant="Hoja", edition="Letra normal")

    assert (_card(foreign, desk).kind, _card(foreign, desk).edition) == (
        "Information for patients",
        "Standard print",
    )


def test_a_variant_without_a_name_here_keeps_its_own(entry: Entry, desk: CardContext) -> None:
    """What the words of the desk do not name is called what the sheet calls it."""
    assert _card(_named(_of(entry, variant="easy-read"), variant="Easy read"), desk).kind == "Easy read"


def test_addresses_start_where_the_page_lies(entry: Entry, library: Library) -> None:
    """A clinic's own page reaches its sheets without leaving its folder, so that the folder may be moved."""
    card = _card(entry, CardContext(words=library.words["en-GB"], folder="elm-street/"))

    assert card.address == "sore-knee-leaflet-standard-en-GB.pdf"
    assert card.thumbnail == "thumbnails/sore-knee-leaflet-standard-en-GB.webp"


@pytest.mark.parametrize(("folder", "clinic"), [("", "Elm-Street"), ("elm-street/", "")])
def test_a_sheet_says_whose_it_is_among_others(
    entry: Entry, library: Library, folder: str, clinic: str
) -> None:
    """On the page of all clinics each card names its clinic; on a clinic's own page none does."""
    assert _card(entry, CardContext(words=library.words["en-GB"], folder=folder)).clinic == clinic


def test_shelves_stand_in_the_order_of_their_titles(entry: Entry, desk: CardContext) -> None:
    """Accents and capitals do not move a title to the end."""
    titles = ["zebra", "Épaule", "Eel", "fox"]
    entries = [_named(_of(entry, topic=f"t{number}"), topic=title) for number, title in enumerate(titles)]

    assert [shelf.title for shelf in list_shelves(entries, desk)] == ["Eel", "Épaule", "fox", "zebra"]


def test_cards_stand_in_the_order_of_the_words(entry: Entry, desk: CardContext) -> None:
    """The leaflet comes first and aftercare last, standard print before large, whatever came first."""
    choices = [
        (variant, edition) for variant in ("aftercare", "leaflet") for edition in ("large-print", "standard")
    ]
    entries = [_of(entry, variant=variant, edition=edition) for variant, edition in choices]

    (shelf,) = list_shelves(entries, desk)
    assert [(card.key.variant, card.key.edition) for card in shelf.cards] == [
        ("leaflet", "standard"),
        ("leaflet", "large-print"),
        ("aftercare", "standard"),
        ("aftercare", "large-print"),
    ]


def test_a_shelf_speaks_the_language_of_the_desk(entry: Entry, desk: CardContext) -> None:
    """A topic in several languages has the title the desk can read."""
    foreign = _named(_of(entry, language="cy", edition="large-print"), topic="Pen-glin")

    (shelf,) = list_shelves([foreign, entry], desk)
    assert (shelf.title, shelf.language) == ("Sore sore-knee", "en-GB")


def test_only_a_choice_is_a_filter(entry: Entry, desk: CardContext) -> None:
    """What all sheets share is nothing to choose by."""
    (found,) = list_filters([entry, _of(entry, edition="large-print")], desk)

    assert (found.name, found.label) == ("edition", "Print size")
    assert [(choice.value, choice.label) for choice in found.choices] == [
        ("standard", "Standard print"),
        ("large-print", "Large print"),
    ]


def test_languages_are_offered_by_their_own_names(entry: Entry, desk: CardContext) -> None:
    """Each language is offered in its own script, sorted by that name."""
    arabic = _named(_of(entry, language="ar"), language="العربية")

    (found,) = list_filters([arabic, entry], desk)
    assert [choice.label for choice in found.choices] == ["English (United Kingdom)", "العربية"]


def test_a_sheet_is_found_by_its_department(entry: Entry, desk: CardContext) -> None:
    """Its card names it; that of a sheet of the whole clinic names none."""
    card = _card(_named(entry, department="Endoscopy unit"), desk)

    assert (card.department, "Endoscopy unit" in card.found_by) == ("Endoscopy unit", True)
    assert _card(entry, desk).department == ""


def _withheld(key: SheetKey, reason: Reason = Reason.OUTDATED) -> Withheld:
    names = Names(clinic="Elm", topic="Rodilla", variant="Hoja", edition="Normal", language="Español")
    return Withheld(
        **asdict(replace(key, language="es")),
        names=names,
        title="Cuidar la rodilla",
        source_title="Looking after a sore knee",
        paper="A4",
        reference="EX-1",
        reason=reason,
    )


def test_a_sheet_that_could_not_be_made_anew_says_so(entry: Entry, desk: CardContext) -> None:
    """Staff see that the sheet is not the newest; what it is otherwise marked with stays."""
    example = replace(entry, status="example")

    assert _card(example, desk).older == ""
    card = _card(replace(example, refused=note_problems([finding()])), desk)
    assert (card.older, card.mark) == ("Older version, new one refused", "Example, not approved")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (Reason.UNFINISHED, ("Translation not finished", "the translation is not finished")),
        (Reason.UNREADABLE, ("Cannot be read", "a file it is made from cannot be read")),
    ],
)
def test_a_withheld_sheet_says_why(
    key: SheetKey, desk: CardContext, reason: Reason, told: tuple[str, str]
) -> None:
    """Older, not finished and not to be read are three things, and each has its own remedy."""
    ((card,),) = (shelf.cards for shelf in list_shelves([_withheld(key, reason)], desk))

    assert (card.mark, card.summary.removeprefix("Not printed: ")) == told


def test_a_withheld_sheet_has_a_card_that_says_so(entry: Entry, key: SheetKey, desk: CardContext) -> None:
    """Staff see that the sheet exists and why it cannot be had, beside those that can."""
    (shelf,) = list_shelves([entry, _withheld(key)], desk)
    card = next(card for card in shelf.cards if card.key.language == "es")

    assert (card.address, card.thumbnail, card.code) == ("", "", "")
    assert card.mark == "Translation out of date"
    assert card.summary == "Not printed: the translation is older than the English text"
    assert (card.title, card.source_title, card.language) == (
        "Cuidar la rodilla",
        "Looking after a sore knee",
        "Español",
    )


@pytest.mark.parametrize("words", ["Cuidar", "EX-1-ES-LEA-STA-es", "Español", "Spanish"])
def test_a_withheld_sheet_is_found(key: SheetKey, desk: CardContext, words: str) -> None:
    """Who looks for it finds it, and need not wonder."""
    ((card,),) = (shelf.cards for shelf in list_shelves([_withheld(key)], desk))

    assert words in f"{card.names} {card.codes} {card.found_by}"


def test_the_language_of_a_withheld_sheet_is_a_choice(entry: Entry, key: SheetKey, desk: CardContext) -> None:
    """A language whose sheets are all withheld can be chosen, to learn that they are."""
    filters = {found.name: found for found in list_filters([entry, _withheld(key)], desk)}

    assert [choice.value for choice in filters["language"].choices] == ["en-GB", "es"]


def test_a_translated_sheet_shows_its_title_in_the_source(entry: Entry, desk: CardContext) -> None:
    """Staff who do not read the language see which leaflet it is, and find it by that."""
    told = replace(entry, title="Cuidar la rodilla", source_title="Looking after a knee")
    card = _card(told, desk)

    assert card.source_title == "Looking after a knee"
    assert "Looking after a knee" in card.names


def test_the_first_language_of_the_clinic_comes_first(entry: Entry, desk: CardContext) -> None:
    """Whatever the letters of its tag are, and before another kind of sheet in another language."""
    context = replace(desk, languages={entry.clinic: ("en-GB", "ar")})
    entries = [_of(entry, language="ar"), _of(entry, edition="large-print"), entry]

    (shelf,) = list_shelves(entries, context)
    assert [(card.key.language, card.key.edition) for card in shelf.cards] == [
        ("en-GB", "standard"),
        ("en-GB", "large-print"),
        ("ar", "standard"),
    ]


def test_a_sheet_leads_to_the_one_to_fill_in(entry: Entry, desk: CardContext) -> None:
    """Every edition of it does, by the name of that edition; not the form itself, and no other sheet."""
    form = replace(entry, edition="fillable", conformance=("PDF/UA-1",))
    others = [_of(entry, edition="large-print"), _of(entry, variant="aftercare"), _of(entry, language="ar")]

    (shelf,) = list_shelves([entry, form, *others], replace(desk, folder=f"{entry.clinic}/"))

    leads = {(card.key.variant, card.key.edition, card.key.language): card.form for card in shelf.cards}
    assert {key for key, address in leads.items() if address} == {
        ("leaflet", "standard", "en-GB"),
        ("leaflet", "large-print", "en-GB"),
    }
    assert set(leads.values()) == {"", "sore-knee-leaflet-fillable-en-GB.pdf"}
    assert {card.form_name for card in shelf.cards if card.form} == {"To fill in on a screen"}


def test_a_sheet_is_found_by_file_line_and_language(entry: Entry, desk: CardContext) -> None:
    """Its file, the line at its foot, its dates in full, and its language by each of its names."""
    arabic = _named(_of(entry, language="ar", code="EX-1 · v1.0 · 2\u00a0Nov\u00a02026"), language="العربية")
    found_by = _card(arabic, desk).found_by

    for words in (
        "elm-street/sore-knee-leaflet-standard-ar.pdf",
        "EX-1 · v1.0 · 2\u00a0Nov\u00a02026",
        "2\u00a0November\u00a02026",
        "Nov\u00a02099",
        "العربية",
        "Arabic",
    ):
        assert words in found_by


def test_departments_are_a_choice_in_the_words_of_the_page(entry: Entry, desk: CardContext) -> None:
    """Sheets of two departments can be chosen by them; one of the whole clinic has none."""
    departments = {(entry.clinic, "hip"): "Hip clinic", (entry.clinic, "knee"): "Knee clinic"}
    entries = [_of(entry, topic=topic) for topic in ("hip", "knee", "diet")]
    filters = {found.name: found for found in list_filters(entries, replace(desk, departments=departments))}

    assert filters["department"].label == "Department"
    assert [choice.label for choice in filters["department"].choices] == ["Hip clinic", "Knee clinic"]
