"""Which sheets to build; an unknown name is reported at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final, Self, TypeVar

from leafwright.decode import suggest
from leafwright.library import REFERENCES, Library, topic_folders
from leafwright.page_format import WIDTHS
from leafwright.problems import Problem
from leafwright.sheet import SheetKey
from leafwright.tags import Language

T = TypeVar("T")


class SelectionError(ValueError):
    """A name of no topic, clinic, variant, edition, language or paper; the message suggests the right one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Names to choose by; an empty field chooses everything."""

    topics: tuple[str, ...] = ()
    clinics: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    without: frozenset[SheetKey] = frozenset()

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return not any(getattr(self, field.name) for field in fields(self))

    def chooses(self, key: SheetKey, kind: str = "", paper: str = "") -> bool:
        """Return whether a sheet on a paper is chosen, by its name or by that of its variant, its `kind`.

        `en` chooses en-GB and en-US.
        """
        tags = Language(key.language).nearest
        return (
            key not in self.without
            and key.topic in (self.topics or (key.topic,))
            and key.clinic in (self.clinics or (key.clinic,))
            and (not self.variants or key.variant in self.variants or kind in self.variants)
            and key.edition in (self.editions or (key.edition,))
            and paper in (self.papers or (paper,))
            and (not self.languages or not set(self.languages).isdisjoint(tags))
        )

    def chooses_topic(self, key: SheetKey) -> bool:
        """Return whether sheets of a topic in a language may be chosen, whatever their kind and paper."""
        return replace(self, variants=(), editions=(), papers=()).chooses(key)

    def part_of(self, library: Library) -> Library:
        """Reduce a library to the chosen clinics, and to the chosen topics that they print."""
        clinics = tuple(folder for folder in library.clinics if folder.id in (self.clinics or (folder.id,)))

        def wanted(topic: str) -> bool:
            printed = not self.clinics or any(folder.clinic.prints_topic(topic) for folder in clinics)
            return printed and topic in (self.topics or (topic,))

        return replace(
            library,
            clinics=clinics,
            handouts=tuple(file for file in library.handouts if wanted(file.topic)),
            translations=tuple(file for file in library.translations if wanted(file.topic)),
        )

    def with_sites(self, library: Library) -> Self:
        """Choose in the place of a clinic that prints nothing itself all that are or may be part of it."""
        printing = {folder.id for folder in library.clinics}
        sites = (
            name
            for chosen in self.clinics
            for name in (chosen, *(library.sites.get(chosen, ()) if chosen not in printing else ()))
        )
        return replace(self, clinics=tuple(dict.fromkeys(sites)))

    def problems_in(self, library: Library) -> Iterator[Problem]:
        """Go through the problems of files that may be inputs of the chosen sheets."""
        above = (name for clinic in self.clinics for name in library.lineages.get(clinic, ()))
        chosen = replace(self, clinics=(*self.clinics, *above))
        yield from filter(chosen.concerns, library.problems)

    def concerns(self, problem: Problem) -> bool:
        """Return whether a problem is in a file that may be an input of the chosen sheets."""
        top, _, rest = problem.place.file.partition("/")
        folder, inside, _ = rest.partition("/")
        chosen = {"handouts": self.topics, "clinics": self.clinics}.get(top, ())
        return not chosen or not inside or folder in {REFERENCES, *chosen}


ANY: Final = Selection()
"""Every sheet."""


class ShardError(ValueError):
    """A shard that cannot exist, or shards that do not belong together; the message says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """One part of several, counted from 1: what one machine of a CI matrix builds."""

    number: int
    of: int

    @classmethod
    def read(cls, written: str) -> Self:
        """Read `2/4`. Raises ShardError for anything else."""
        number, slash, of = written.partition("/")
        short = len(written) <= len("1,000,000/1,000,000")
        if short and slash and number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of):
            return cls(number=int(number), of=int(of))
        message = f"'{written}' is no shard: write 1/4 for the first of four"
        raise ShardError(message)

    def share(self, things: Sequence[T]) -> Sequence[T]:
        """Take every n-th of some things in order, so that all shards together have each of them once."""
        return things[self.number - 1 :: self.of]


ALL: Final = Shard(number=1, of=1)


def check_selection(selection: Selection, library: Library) -> None:
    """Compare each name with those that exist. Raises SelectionError.

    The names of topics and clinics with broken files are known too.
    """
    unknown = list(_unknown(selection, library))
    if unknown:
        raise SelectionError("; ".join(unknown))


def _sheet_names(library: Library) -> Iterator[str]:
    """Name the variants, and the sheets with names of their own."""
    yield from library.formats.variants
    for file in library.handouts:
        yield from map(str, file.handout.variants)


def _unknown(selection: Selection, library: Library) -> Iterator[str]:
    workspace = library.workspace
    languages = tuple(library.words)
    known = {
        "topics": tuple(folder.name for folder in topic_folders(workspace)),
        "clinics": tuple(folder.name for folder in workspace.folders("clinics")),
        "variants": tuple(dict.fromkeys(_sheet_names(library))),
        "editions": tuple(library.formats.editions),
        "papers": tuple(WIDTHS),
        "languages": (*languages, *sorted({Language(name).base for name in languages} - set(languages))),
    }
    for field, there in known.items():
        for name in getattr(selection, field):
            if name not in there:
                hint = suggest(name, there)
                yield f"'{name}' is none of the {field}" + (f": {hint}" if hint else "")
