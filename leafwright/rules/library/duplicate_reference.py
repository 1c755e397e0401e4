"""The same work is in the bibliography twice."""

import re
from collections.abc import Iterator
from typing import Final

from leafwright.integrity import keys_of
from leafwright.library import Library
from leafwright.model.reference import Reference
from leafwright.rules import Finding, Findings

_WEB: Final = re.compile(r"^https?://(?:www\.)?|/$")


def check(library: Library) -> Findings:
    """Report references that are the same work as an earlier one, if a handout cites either."""
    cited = {key for file in library.handouts for key in keys_of(file.handout)}
    seen: dict[str, Reference] = {}
    for entry in sorted(library.references.values(), key=lambda entry: entry.place):
        for field, name in _names(entry):
            first = seen.setdefault(name, entry)
            if first is not entry and {first.id, entry.id} & cited:
                where = first.place.seen_from(entry.place)
                yield Finding(
                    place=entry.place_of(field),
                    message=f"'{entry.id}' is the same work as '{first.id}', in {where}",
                    hint=f"keep one, and cite it as [@{first.id}]",
                )
                break


def _names(entry: Reference) -> Iterator[tuple[str, str]]:
    """Go through the fields that identify a work, each with its value in one form."""
    if entry.doi:
        yield "DOI", f"doi {entry.doi.lower()}"
    if entry.pmid:
        yield "PMID", f"pmid {entry.pmid}"
    if entry.url and not entry.doi:
        yield "URL", f"url {_WEB.sub('', entry.url.lower())}"
