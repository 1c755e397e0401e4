"""Add the sources that a new handout cites to the bibliography."""

from collections.abc import Mapping
from contextlib import suppress
from textwrap import indent
from typing import Final

from leafwright.problems import ContentError
from leafwright.scaffold.answers import ScaffoldError
from leafwright.scaffold.examples import SKELETONS
from leafwright.source import Mapping as Tree
from leafwright.source import Sequence, parse_source, read_text
from leafwright.workspace import Workspace

BIBLIOGRAPHY: Final = "handouts/references.yaml"


def with_sources(workspace: Workspace, sources: Mapping[str, str]) -> str | None:
    """Return the bibliography with sources, otherwise unchanged; None if it already has all of them.

    Raises ScaffoldError if it cannot be read, or does not end with its entries.
    """
    path = workspace.root / BIBLIOGRAPHY
    try:
        text = read_text(path if path.exists() else SKELETONS / path.name, BIBLIOGRAPHY)
        entries = parse_source(text, BIBLIOGRAPHY).get("references")
    except ContentError as error:
        message = f"{BIBLIOGRAPHY} must be corrected first: {error.problems[0]}"
        raise ScaffoldError(message) from error
    missing = [sources[key] for key in sources if key not in _ids(entries)]
    if not missing:
        return None
    margin = " " * (entries.place.column - 1 if isinstance(entries, Sequence) else 2)
    added = indent("".join(missing), margin)
    longer = "\n".join([text.rstrip(), *([""] if entries else []), added])
    with suppress(ContentError):
        if sources.keys() <= _ids(parse_source(longer, BIBLIOGRAPHY).get("references")):
            return longer
    message = f"{BIBLIOGRAPHY} must end with its list of `- id:` entries, because the new handout adds one"
    raise ScaffoldError(message)


def _ids(entries: object) -> set[str]:
    written = entries if isinstance(entries, Sequence) else []
    return {str(entry.get("id")) for entry in written if isinstance(entry, Tree)}
