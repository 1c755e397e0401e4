"""Read the examples beside the block templates, every kind of block in every state, as one handout."""

from pathlib import Path
from textwrap import indent
from typing import Final

from leafwright.decode import decode
from leafwright.handout import Handout
from leafwright.library import HandoutFile
from leafwright.model.reference import Reference, References
from leafwright.resources import PACKAGE
from leafwright.source import parse_source, read_text
from leafwright.workspace import Workspace

TOPIC: Final = "brand"
HERE: Final = PACKAGE / "brand"
NAME: Final = "templates/blocks/"


def read_examples(workspace: Workspace, only: frozenset[str] = frozenset()) -> HandoutFile:
    """Make a handout with a section for each kind of block, or only for those named.

    Raises ContentError for an example that is no valid block.
    """
    text = read_text(HERE / "handout.yaml", "handout.yaml") + "sections:\n"
    names = []
    for path in workspace.list("templates", "blocks/*.yaml"):
        if not only or path.stem in only:
            names.append(path.stem)
            text += _section(path)
    text += f"variants:\n  {TOPIC}: {{sections: [{', '.join(f'example-{name}' for name in names)}]}}\n"
    handout = decode(Handout, parse_source(text, NAME))
    return HandoutFile(topic=TOPIC, language="en", name=NAME, handout=handout)


def read_example_references() -> dict[str, Reference]:
    """Read the made-up bibliography that the examples cite."""
    name = "references.yaml"
    read = decode(References, parse_source(read_text(HERE / name, name), name))
    return {entry.id: entry for entry in read.references}


def example_pictures(workspace: Workspace) -> dict[str, bytes]:
    """Read the pictures beside the examples, by the name that a page uses for each."""
    return {
        f"handouts/{TOPIC}/{path.name}": workspace.read_file(path)
        for path in workspace.list("templates", "blocks/*.svg")
    }


def _section(path: Path) -> str:
    heading = "QR code" if path.stem == "qr" else path.stem.replace("-", " ").capitalize()
    head = f"  - id: example-{path.stem}\n    heading: {heading}\n    blocks:\n"
    return head + indent(path.read_text("utf-8"), " " * 6)
