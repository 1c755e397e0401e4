"""Replace a function of the engine wherever it is called by its name, and put it back."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


class Lever:
    """A function of the engine with the modules that call it, and its faster form."""

    def __init__(self, name: str, modules: tuple[str, ...], faster: Callable[[Any], Any]) -> None:
        """Take a name, the engine's modules, classes or tables with it, and a function of its own."""
        self._name, self._modules, self._faster = name, modules, faster
        self._replaced: Any = None

    def __str__(self) -> str:
        """Name the function and the first module with it."""
        return f"{self._modules[0]}.{self._name}"

    @property
    def is_pulled(self) -> bool:
        """Whether the function is replaced."""
        return self._replaced is not None

    def pull(self) -> None:
        """Replace the function."""
        if not self.is_pulled:
            self._replaced = getattr(_holder(self._modules[0]), self._name)
            self._set(self._faster(self._replaced))

    def release(self) -> None:
        """Put the function back."""
        if self.is_pulled:
            self._set(self._replaced)
            self._replaced = None

    def _set(self, function: Any) -> None:
        for module in self._modules:
            holder = _holder(module)
            if isinstance(holder, dict):
                holder[self._name] = function
            else:
                setattr(holder, self._name, function)


def _holder(name: str) -> Any:
    module, _, held = name.partition(":")
    found = import_module(module)
    return getattr(found, held) if held else found
