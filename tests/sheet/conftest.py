"""What the tests of the sheet room share: sheets of small workspaces, in any language and for any clinic."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leafwright.library import Library, load_library
from leafwright.model.words import Words
from leafwright.resources import PACKAGE
from leafwright.sheet import Sheet, make_sheet
from leafwright.workspace import Workspace
from tests.workspaces import LANGUAGE, inputs_for, write_workspace

Maker = Callable[..., Sheet]


@pytest.fixture(scope="session")
def examples() -> Library:
    """Read the examples that Leafwright brings along."""
    return load_library(Workspace(root=PACKAGE.parent))


@pytest.fixture(scope="session")
def words(examples: Library) -> dict[str, Words]:
    """Return the phrases of all languages."""
    return examples.words


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    """Make a sheet of a test's own blocks and choices; problems of a language alone do not count."""

    def maker(variant: str = "leaflet", language: str = LANGUAGE, **changes: Any) -> Sheet:
        library = load_library(write_workspace(tmp_path, **changes))
        assert not library.problems, "\n".join(map(str, library.problems))
        inputs = inputs_for(library, variant)
        key = replace(inputs.key, language=language)
        return make_sheet(replace(inputs, key=key, words=library.words[language]))

    return maker
