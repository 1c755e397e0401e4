"""What a web page is made from, besides its sheet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from leafwright.model.prints import WebForm
from leafwright.sheet.sibling import Sibling
from leafwright.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenInputs:
    """The workspace with its pictures, the sheets of the same topic, and how the page is written.

    `faces` are the fonts that the clinic's brand brings, by name.
    """

    workspace: Workspace
    siblings: tuple[Sibling, ...]
    form: WebForm = "single"
    faces: Mapping[str, bytes] = field(default_factory=dict, repr=False)
