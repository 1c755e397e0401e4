"""In which editions a clinic prints a sheet, and on which papers."""

from collections.abc import Iterator

from leafwright.formats import Formats
from leafwright.model.prints import Paper, Prints
from leafwright.page_format import EditionPaper


def editions_of(formats: Formats, prints: Prints, kind: str, *, translated: bool) -> list[str]:
    """List the editions in which a clinic prints sheets of a variant.

    Bilingual ones are only for translations, and an edition may be for some variants only.
    """
    wanted = {str(name): formats.editions[name] for name in prints.editions}
    return [
        name
        for name, edition in wanted.items()
        if (translated or not edition.beside) and kind in (edition.variants or (kind,))
    ]


def papers_of(formats: Formats, prints: Prints, edition: str) -> Iterator[tuple[str, EditionPaper]]:
    """Go through the papers of an edition, each with what a key calls it: the first has no name there."""
    papers = dict.fromkeys(map(formats.editions[edition].paper_on, prints.paper))
    yield from zip(("", *[*papers][1:]), papers, strict=True)


def clinic_paper(formats: Formats, prints: Prints, edition: str, other: str) -> Paper:
    """Return which paper of a clinic gives the first paper of an edition, or the one that a key names."""
    paper_on = formats.editions[edition].paper_on
    return next(paper for paper in prints.paper if other in {"", paper_on(paper)})
