"""What the tests of web pages share: a sheet with every kind of block, alone and beside its source."""

from dataclasses import replace
from pathlib import Path

import pytest

from leafwright.build.products import make_products
from leafwright.build.requested import list_requested, list_siblings
from leafwright.build.selection import ANY
from leafwright.library import load_library
from leafwright.model.prints import WebForm
from leafwright.sheet import Sheet, make_sheet
from leafwright.web import ScreenInputs, make_page
from tests.translations import write_bilingual_workspace, write_translation
from tests.workspaces import every_block, example_pictures


class Made:
    """The sheets of a workspace, each with what its page is made of."""

    def __init__(self, root: Path) -> None:
        """Make a sheet with every kind of block in both languages, alone and side by side."""
        self.workspace = write_bilingual_workspace(
            root, blocks=every_block(), files=example_pictures(), editions=["standard", "bilingual"]
        )
        write_translation(self.workspace)
        library = load_library(self.workspace)
        siblings = list_siblings(library)
        self.sheets = {
            ("both" if inputs.beside else inputs.key.language): make_sheet(inputs)
            for inputs in list_requested(library, ANY)
        }
        self.inputs = {
            name: ScreenInputs(workspace=self.workspace, siblings=siblings.beside(sheet.key))
            for name, sheet in self.sheets.items()
        }

    def sheet(self, name: str) -> Sheet:
        """Return the sheet in a language, or in `both`."""
        return self.sheets[name]

    def page(self, name: str, form: WebForm = "single") -> str:
        """Return the page of a sheet."""
        return make_page(self.sheets[name], replace(self.inputs[name], form=form)).content.decode()

    def files(self, name: str, form: WebForm = "single") -> dict[str, bytes]:
        """Return the page of a sheet and the files beside it, by path."""
        return dict(make_products(self.sheets[name], replace(self.inputs[name], form=form)))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Make the sheets once."""
    return Made(tmp_path_factory.mktemp("web"))
