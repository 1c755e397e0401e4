"""The kinds of blocks, found by file: each is a module with the name of its kind."""

from collections.abc import Mapping
from functools import reduce
from importlib import import_module
from operator import or_
from pkgutil import iter_modules
from typing import Annotated, Any, Final

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from leafwright.blocks.block import BlockRecord
from leafwright.resources import PACKAGE


def _find_kinds() -> dict[str, type[BlockRecord]]:
    for module in iter_modules([str(PACKAGE / "blocks")]):
        import_module(f"leafwright.blocks.{module.name}")
    kinds = sorted(BlockRecord.__subclasses__(), key=lambda kind: kind.__module__)
    return {kind.__module__.rpartition(".")[2].replace("_", "-"): kind for kind in kinds}


KINDS: Final[Mapping[str, type[BlockRecord]]] = _find_kinds()
"""The record of each kind."""


class _OfAnyKind:
    """Lets a field contain a block of any kind, which its `kind` names."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Have pydantic choose the record by `kind`."""
        any_of_them: Any = Annotated[reduce(or_, KINDS.values()), Field(discriminator="kind")]
        return handler.generate_schema(any_of_them)


Block = Annotated[BlockRecord, _OfAnyKind]
