"""Convert what is shown into plain values for the page, each finding with its line and a link to it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from leafwright.preview.choice import PARTS
from leafwright.preview.rebuild import Pages, PreviewState
from leafwright.preview.sources import address_of, read_lines
from leafwright.preview.viewers import PreviewUpdate
from leafwright.problems import ContentError, Place, Problem, Severity
from leafwright.rules.rule import find_codes, find_rule
from leafwright.workspace import Workspace

EDITORS: Final[Mapping[str, str]] = {
    "idea": "idea://open?file={path}&line={line}&column={column}",
    "vscode": "vscode://file{path}:{line}:{column}",
    "vscodium": "vscodium://file{path}:{line}:{column}",
    "zed": "zed://file{path}:{line}:{column}",
}
"""The addresses that open a file in an editor; the path begins with a slash and is escaped."""

AROUND: Final = 60
"""Characters shown before and after the point of a long line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Presenter:
    """Converts what is shown into plain values.

    `editor` is an address with {path}, {line} and {column}; without one, the preview shows files itself.
    """

    workspace: Workspace
    editor: str = ""

    def present(self, update: PreviewUpdate) -> dict[str, Any]:
        """Convert an update into plain values."""
        match update.shown, update.fault:
            case PreviewState() as shown, _:
                return self._present_state(shown) | {"saved": round(update.saved * 1000)}
            case _, ContentError() as error:
                return {"findings": self.findings(error.problems)}
            case _, BaseException() as fault:
                detail = str(fault).strip() or "no more is known"
                return {"fault": f"Leafwright failed with {type(fault).__name__}: {detail}"}
        return {"rebuilding": True}

    def _present_state(self, shown: PreviewState) -> dict[str, Any]:
        return {
            "choice": {part: getattr(shown.choice, part) for part in PARTS},
            "menu": {
                part: [{"value": option.value, "label": option.label} for option in options]
                for part, options in shown.menu.items()
            },
            "pages": _pages(shown.pages) if shown.pages else None,
            "fresh": shown.fresh,
            "printable": shown.printable,
            "seconds": round(shown.seconds, 3),
            "findings": self.findings(shown.problems, shown.pages, shown.choice.topic),
        }

    def findings(
        self, problems: Iterable[Problem], pages: Pages | None = None, topic: str = ""
    ) -> list[dict[str, Any]]:
        """Convert problems into plain values: the most severe, with a line and of the topic first."""
        own = f"handouts/{topic}/"
        converted = [self._finding(problem, pages) for problem in problems]
        weights = {severity.value: severity.weight for severity in Severity}
        return sorted(
            converted,
            key=lambda one: (-weights[one["severity"]], not one["excerpt"], not one["place"].startswith(own)),
        )

    def _finding(self, problem: Problem, pages: Pages | None) -> dict[str, Any]:
        place = problem.place
        path, lines = self.workspace.find(place.file), read_lines(self.workspace, place.file)
        pdf = _address_of(pages) if pages and place.file == pages.job.key.path else ""
        return {
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message,
            "hint": problem.hint,
            "place": f"{place.file}:{place.line}" if path else place.file,
            "address": self._address(path, place) if path and lines else pdf,
            "excerpt": _excerpt(lines, place),
            "why": _why(problem.code),
        }

    def _address(self, path: Path, place: Place) -> str:
        if not self.editor:
            return address_of(place)
        escaped = path.as_uri().removeprefix("file://")
        return self.editor.format(path=escaped, line=place.line, column=place.column)


def _pages(pages: Pages) -> dict[str, Any]:
    return {
        "id": pages.id,
        "title": pages.job.facts.title,
        "language": pages.job.key.language,
        "address": _address_of(pages),
        "web": f"web/{pages.id}/" if pages.web_page else "",
        "sizes": [[round(width, 2), round(height, 2)] for width, height in pages.sizes],
        "space": pages.printed.rung.space,
        "type": pages.printed.rung.type_size,
    }


def _address_of(pages: Pages) -> str:
    """Return the address of the PDF, which has the file name that a build would give it."""
    return f"pdf/{pages.id}/{pages.job.key.path.rpartition('/')[2]}"


def _excerpt(lines: Sequence[str], place: Place) -> dict[str, str] | None:
    """Split the line of a finding at its column; an empty line is not shown."""
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    before, after = line[: place.column - 1], line[place.column - 1 :]
    if not line.strip():
        return None
    return {
        "before": before.lstrip() if len(before) <= AROUND else f"…{before[-AROUND:]}",
        "after": after.rstrip() if len(after) <= AROUND else f"{after[:AROUND]}…",
    }


def _why(code: str) -> str:
    """Return the reason for a rule; empty for a problem that is not a rule's."""
    return find_rule(code).page.why if code in find_codes() else ""
