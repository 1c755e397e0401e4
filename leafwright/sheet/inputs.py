"""The inputs of a sheet."""

from collections.abc import Mapping
from dataclasses import dataclass

from leafwright.families import fallback_scripts
from leafwright.library import ClinicFolder, HandoutFile
from leafwright.model.reference import Reference
from leafwright.model.words import Words
from leafwright.page_format import Format
from leafwright.sheet.key import SheetKey


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetInputs:
    """The content, the clinic and the words of one sheet; `beside` are those of its source.

    The inputs of a source beside a translation have the translation as `ahead`.
    """

    key: SheetKey
    file: HandoutFile
    folder: ClinicFolder
    words: Words
    references: Mapping[str, Reference]
    format: Format
    beside: "SheetInputs | None" = None
    ahead: HandoutFile | None = None

    @property
    def scripts(self) -> tuple[str, ...]:
        """List the scripts on the sheet that need a fallback font, because no brand's family has them."""
        return fallback_scripts([self.words.language])
