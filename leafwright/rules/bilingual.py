"""What a translation rule receives: a translation, each of its texts beside its source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from leafwright.library import ClinicFolder, HandoutFile, Library, TranslationFile
from leafwright.model.clinic import localised_in
from leafwright.model.localised import in_language
from leafwright.model.words import Words
from leafwright.problems import Place
from leafwright.rules.passage import place_in
from leafwright.tags import Language
from leafwright.text import Text
from leafwright.translation import Part, parts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPair:
    """One text of the source and its translation; `part` and `path` say which."""

    part: str
    path: str
    source: Text = field(repr=False)
    words: Text = field(repr=False)

    @property
    def source_plain(self) -> str:
        """The source without markup and citations."""
        return self.source.plain

    @property
    def translated(self) -> str:
        """The words without markup and citations."""
        return self.words.plain

    @property
    def untouched(self) -> bool:
        """Whether the words are the same as the source's, apart from capitals."""
        return self.source_plain.casefold() == self.translated.casefold()

    @property
    def place(self) -> Place:
        """Where the words begin."""
        return self.words.place or Place(file="-")

    def place_at(self, offset: int) -> Place:
        """Find where the character at `offset` of the plain words is written in the file."""
        return place_in(self.words, self.translated, offset) or self.place


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilingual:
    """A translation and its source, text by text in the order of the source.

    `parts` are those of the source, by name. `pairs` are the texts of the parts that are up to date
    (`stale-block` reports the others), and the texts of the clinics that print the translation, unless
    another translation was read with them.
    `vocabulary` is the words files of the language, `printers` are those clinics.
    """

    file: TranslationFile
    parts: Mapping[str, Part] = field(repr=False)
    pairs: tuple[TextPair, ...] = field(repr=False)
    judged: frozenset[str] = field(repr=False)
    """The names of the parts whose words are compared with the source."""
    vocabulary: tuple[Words, ...] = field(default=(), repr=False)
    printers: tuple[ClinicFolder, ...] = field(default=(), repr=False)
    broken: bool = False
    """Whether a words file of the language could not be read, which is reported for that file."""

    @property
    def language(self) -> str:
        """The language of the words, such as `es`."""
        return self.file.language

    @property
    def source_language(self) -> str:
        """The language it was made from."""
        return self.file.source.language

    @property
    def command(self) -> str:
        """The command that brings the file up to date with its source."""
        return f"translate {self.file.topic} {self.language}"

    def place_of(self, part: str) -> Place:
        """Find where a part is written, or should be."""
        written = self.file.translation.parts.get(part)
        return written.place if written else self.file.translation.place_of("parts")


def read_translation(file: TranslationFile, library: Library, *, with_clinics: bool = True) -> Bilingual:
    """Pair the texts of a translation with those of its source; those of clinics are the same for many."""
    language, files = Language(file.language), {problem.place.file for problem in library.problems}
    parts = parts_of(file.source.handout)
    judged = {name: part for name, part in parts.items() if _is_judged(part, file)}
    folders = printers(library, file)
    of_clinics = (pair for folder in folders if with_clinics for pair in _pairs_of_clinic(folder, file))
    return Bilingual(
        file=file,
        parts=parts,
        pairs=(*_pairs(file, judged), *of_clinics),
        judged=frozenset(judged),
        vocabulary=tuple(words for name, words in library.words.items() if language.is_like(name)),
        printers=folders,
        broken=any(name.startswith("words/") and language.is_like(name[6:-5]) for name in files),
    )


def printers(library: Library, file: HandoutFile | TranslationFile) -> tuple[ClinicFolder, ...]:
    """List the clinics that print a topic in its language, or in one of the same base."""
    written = Language(file.language)
    return tuple(
        folder
        for folder in library.clinics
        if folder.clinic.prints_topic(file.topic)
        and any(map(written.is_like, folder.clinic.prints.languages))
    )


def _is_judged(part: Part, file: TranslationFile) -> bool:
    """Return whether the words of a part are made from what the source says now."""
    translated = file.translation.parts.get(part.name)
    return bool(translated and not translated.todo and part.is_source_of(translated.made_from))


def _pairs(file: TranslationFile, parts: Mapping[str, Part]) -> Iterator[TextPair]:
    for name, part in parts.items():
        translated = file.translation.parts[name].words
        for path, source in part.texts.items():
            if words := translated.get(path):
                yield TextPair(source=source, words=words, part=name, path=path)


def _pairs_of_clinic(folder: ClinicFolder, file: TranslationFile) -> Iterator[TextPair]:
    """Go through the clinic's own texts that exist in both languages, such as its decisions."""
    for path, texts in localised_in(folder.clinic):
        source, words = in_language(texts, file.source.language), in_language(texts, file.language)
        if source and words:
            yield TextPair(source=source, words=words, part=folder.id, path=path)
