"""What a translated sheet says of its translation: its title in the source, who translated it, its age."""

from pathlib import Path

from leafwright.build import Job
from leafwright.sheet import Sheet
from leafwright.text import Run
from tests.fakes import drafts_of
from tests.translations import NAME, make_translation, write_bilingual_workspace, write_translation


def jobs_of(root: Path, **changes: object) -> dict[str, Job]:
    """Draft the leaflet in English and in Spanish, from a translation with some `changes`."""
    workspace = write_bilingual_workspace(root, editions=["standard"], **{"outdated-translations": "stamp"})
    translation = make_translation(workspace, **changes)
    if changes.get("older"):
        translation["parts"]["opening"]["made-from"] = "0" * 12
        del translation["older"]
    write_translation(workspace, translation)
    return {job.sheet.key.language: job for job in drafts_of(workspace).jobs}


def sheets_of(root: Path, **changes: object) -> dict[str, Sheet]:
    """Make the leaflet in English and in Spanish, from a translation with some `changes`."""
    return {language: job.sheet for language, job in jobs_of(root, **changes).items()}


def test_a_translated_sheet_is_known_by_the_title_of_its_source(tmp_path: Path) -> None:
    """It is below its own title; a sheet that is no translation names none."""
    sheets = sheets_of(tmp_path)
    english, spanish = sheets["en-GB"], sheets["es"]

    assert spanish.translated is not None
    assert spanish.translated.title.plain == "English title: Looking after a sore knee"
    assert spanish.translated.stamp is None
    assert spanish.foot.status.plain == english.foot.status.plain
    assert english.translated is None


def test_who_translated_is_said_once_in_each_language(tmp_path: Path) -> None:
    """At the top, after the status, in the sheet's own; in the document control in that of the source."""
    sheets = sheets_of(tmp_path)
    english, spanish = sheets["en-GB"], sheets["es"]

    assert [line.text.plain for line in spanish.control if line.label.plain == "Translation"] == [
        "Machine draft, not reviewed"
    ]
    assert (
        spanish.status.plain
        == "Example. Not approved by a clinician. Translation: Borrador automático, sin revisar."
    )
    assert "Translation" not in {line.label.plain for line in english.control}
    assert english.status.plain == "Example. Not approved by a clinician."


def test_what_is_said_in_the_language_of_the_source_says_so(tmp_path: Path) -> None:
    """Its title and its translator are read aloud in English."""
    spanish = sheets_of(tmp_path)["es"]
    (translator,) = (line.text for line in spanish.control if line.label.plain == "Translation")

    assert spanish.translated is not None
    spans = (*spanish.translated.title.spans, *translator.spans)
    told = [(span.language, span.text) for span in spans if isinstance(span, Run)]
    assert told == [
        ("", "English title: "),
        ("en", "Looking after a sore knee"),
        ("en", "Machine draft, not reviewed"),
    ]


def test_the_catalogue_gets_the_title_of_the_source(tmp_path: Path) -> None:
    """It is printed beside the translated title; a sheet that is not a translation has none."""
    titles = {language: job.facts.source_title for language, job in jobs_of(tmp_path).items()}

    assert titles == {"en-GB": "", "es": "Looking after a sore knee"}


def test_the_status_of_a_translated_sheet_is_placed_at_its_translator(tmp_path: Path) -> None:
    """A problem with it is reported where the translator is named."""
    source = sheets_of(tmp_path)["es"].status.source

    assert (str(source), source and source.place.file) == ("Borrador automático, sin revisar", NAME)


def test_who_is_one_in_both_languages_is_named_once(tmp_path: Path) -> None:
    """A name is the same everywhere, so the top of the sheet has it, and the document control does not."""
    spanish = sheets_of(tmp_path, translator={"en": "A. Oak", "es": "A. Oak"})["es"]

    assert spanish.status.plain.endswith("A. Oak.")
    assert "Translation" not in {line.label.plain for line in spanish.control}


def test_an_older_translation_is_stamped(tmp_path: Path) -> None:
    """At the top, and after the status at the foot of each page."""
    spanish = sheets_of(tmp_path, older=True)["es"]

    assert spanish.translated is not None
    assert spanish.translated.stamp is not None
    assert len(spanish.foot.status.plain.split(" · ")) == 2
