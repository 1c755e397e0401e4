"""The options of `build`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# As in the model, which takes half a second to load.
WebForm = Literal["single", "linked", "fragment"]
PdfForm = Literal["a-3a", "ua-2"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """The options on the command line."""

    root: Path
    topics: tuple[str, ...]
    clinics: tuple[str, ...]
    variants: tuple[str, ...]
    editions: tuple[str, ...]
    languages: tuple[str, ...]
    papers: tuple[str, ...]
    force: bool
    dry_run: bool
    explain: str | None
    shard: str | None
    web: WebForm | None
    pdf: PdfForm | None
    workers: int | None
    scheduler: str | None
    time_limit: float
    memory_limit: int
    output: Path | None
    quiet: bool
    as_json: bool
    debug: bool

    @property
    def folder(self) -> Path:
        """The output folder."""
        return (self.output or self.root / "output").resolve()

    @property
    def forms(self) -> dict[str, str]:
        """The forms that were asked for, instead of what clinics say."""
        return {name: form for name, form in (("web", self.web), ("pdf", self.pdf)) if form}

    @property
    def whole(self) -> bool:
        """Whether this is a build of everything, which a seal may replace."""
        named = (self.topics, self.clinics, self.variants, self.editions, self.languages, self.papers)
        return not any(named) and not (
            self.force or self.dry_run or self.explain or self.shard or self.forms or self.as_json
        )

    @property
    def start_page(self) -> Path:
        """What to open: the catalogue if there is one, otherwise the folder."""
        index = self.folder / "index.html"
        shown = index if index.is_file() else self.folder
        return shown.relative_to(Path.cwd()) if shown.is_relative_to(Path.cwd()) else shown
