"""XLIFF of the tests' own: units of the small workspace's handout, written, changed by hand and read back."""

import re
from dataclasses import dataclass
from pathlib import Path

from leafwright.handout import Handout
from leafwright.library import load_library
from leafwright.translation import TranslationFileText, Update, read_translation_text, update
from leafwright.workspace import Workspace
from leafwright.xliff import ExportJob, Merged, merge, read_xliff, units_of, write_xliff
from tests.translations import LANGUAGE, NAME
from tests.workspaces import TOPIC

FILE = f"{TOPIC}.{LANGUAGE}.xlf"
EXPORT = ExportJob(topic=TOPIC, original=f"handouts/{TOPIC}/en.yaml", language=LANGUAGE, direction="ltr")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundTrip:
    """A handout and its translation, if there is one, for files to be written from and merged into."""

    handout: Handout
    file: TranslationFileText | None

    @classmethod
    def of(cls, workspace: Workspace) -> "RoundTrip":
        """Read both from a workspace."""
        path = workspace.root / NAME
        handout = next(file for file in load_library(workspace).handouts if file.language == "en").handout
        return cls(
            handout=handout,
            file=read_translation_text(path.read_text("utf-8"), NAME) if path.exists() else None,
        )

    @property
    def made(self) -> Update:
        """The translation brought up to its source."""
        return update(self.handout, self.file.translation if self.file else None)

    def export(self, *, reviewed: bool = False, notes: tuple[str, ...] = ()) -> str:
        """Write all units."""
        return write_xliff(
            EXPORT, ((unit, notes) for unit in units_of(self.handout, self.made, reviewed=reviewed))
        )

    def take(self, text: str) -> Merged:
        """Merge what came back."""
        return merge(self.handout, self.made, read_xliff(text.encode(), FILE, TOPIC, LANGUAGE))


def unit_of(text: str, name: str) -> str:
    """Cut a unit out of a file."""
    (unit,) = re.findall(rf' *<unit id="{re.escape(name)}".*?</unit>\n', text, re.DOTALL)
    return str(unit)


def with_target(text: str, name: str, target: str | None, state: str = "translated") -> str:
    """Give a unit other words and a state, as a translator's tool does; None takes the words out."""
    unit = unit_of(text, name)
    bare = re.sub(r" *<target>.*?</target>\n", "", unit)
    bare = re.sub(r'<segment state="\w+">', f'<segment state="{state}">', bare)
    line = "" if target is None else f"<target>{target}</target>\n"
    return text.replace(unit, bare.replace("        </segment>", f"{line}        </segment>"))


def write_file(folder: Path, text: str) -> Path:
    """Write a file that came back."""
    path = folder / FILE
    path.write_text(text, "utf-8")
    return path
