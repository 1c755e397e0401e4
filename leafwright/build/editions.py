"""In which editions a clinic prints a sheet, and on which papers."""

from collections.abc import Iterator

from leafwright.formats import Formats
from leafwright.handout import Handout
from leafwright.library import HandoutFile
from leafwright.model.prints import Paper, Prints
from leafwright.page_format import EditionPaper


def editions_of(formats: Formats, prints: Prints, file: HandoutFile, sheet: str) -> list[str]:
    """List the editions in which a clinic prints a sheet of a handout.

    Bilingual ones are only for translations, fillable ones for sheets with something to fill in, and an
    edition may be for some variants only.
    """
    kind = file.handout.kind_of(sheet)
    wanted = {str(name): formats.editions[name] for name in prints.editions}
    return [
        name
        for name, edition in wanted.items()
        if (file.translated or not edition.beside)
        and (not edition.fillable or is_written_in(file.handout, sheet))
        and kind in (edition.variants or (kind,))
    ]


def is_written_in(handout: Handout, sheet: str) -> bool:
    """Return whether a sheet of a handout has spaces to write in, or boxes to tick."""
    return any(block.written_in for block in handout.blocks_of(sheet))


def papers_of(formats: Formats, prints: Prints, edition: str) -> Iterator[tuple[str, EditionPaper]]:
    """Go through the papers of an edition, each with what a key calls it: the first has no name there."""
    papers = dict.fromkeys(map(formats.editions[edition].paper_on, prints.paper))
    yield from zip(("", *[*papers][1:]), papers, strict=True)


def clinic_paper(formats: Formats, prints: Prints, edition: str, other: str) -> Paper:
    """Return which paper of a clinic gives the first paper of an edition, or the one that a key names."""
    paper_on = formats.editions[edition].paper_on
    return next(paper for paper in prints.paper if other in {"", paper_on(paper)})
