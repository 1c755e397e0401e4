"""Solve variables and sums of a style once for all elements for which they mean the same.

What a variable is replaced with depends on the values of the variables in the text of a rule, what a sum is
depends on the size of type and on what a percentage is of. Variables are inherited, so the same value is one
object for all elements. Everything kept here keeps what its key names, so that no other object takes its
place in memory. It is kept for one sheet.

Pictures are solved each time, because the engine changes their values when it computes them. So are sums
that need more than the size of type, and texts whose variables have variables to fall back on.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, Final

from weasyprint.css.functions import check_var
from weasyprint.css.tokens import PercentageInMath
from weasyprint.css.units import ABSOLUTE_UNITS, ANGLE_UNITS

from leafwright.pdf.engine.lever import Lever

_KNOWN_UNITS: Final = frozenset({*ABSOLUTE_UNITS, *ANGLE_UNITS, "em", "rem"})
_OWN_SIZE: Final = frozenset({"font_size", "line_height"})
"""Properties for which a size of type is that of the parent."""

_NAMES: dict[int, tuple[Any, tuple[str, ...] | None]] = {}
_TOKENS: dict[tuple[Any, ...], tuple[Any, ...]] = {}
_VALUES: dict[tuple[Any, ...], tuple[Any, ...]] = {}
_UNITS: dict[int, tuple[Any, frozenset[str]]] = {}
_SUMS: dict[tuple[Any, ...], tuple[Any, ...]] = {}
_BUSY: list[Any] = []
"""What is being solved: the engine's functions call themselves for the parts of a text."""


def forget_solved() -> None:
    """Forget what was solved for the last sheet."""
    for kept in (_NAMES, _TOKENS, _VALUES, _UNITS, _SUMS):
        kept.clear()


def _variables_once(resolve: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(resolve)
    def resolve_var(computed: Any, token: Any, parent: Any) -> Any:
        if _BUSY:
            return resolve(computed, token, parent)
        names = _names_in(token)
        if names is None:
            return _alone(resolve, computed, token, parent)
        if not names:
            return None
        values = [computed[name] for name in names]
        key = (id(token), *(id(value) if value else 0 for value in values))
        if key not in _TOKENS:
            _TOKENS[key] = (_alone(resolve, computed, token, parent), token, values)
        return _TOKENS[key][0]

    return resolve_var


def _alone(solve: Callable[..., Any], *given: Any) -> Any:
    _BUSY.append(given)
    try:
        return solve(*given)
    finally:
        _BUSY.pop()


def _names_in(token: Any) -> tuple[str, ...] | None:
    """List the variables in a text; None if one may fall back on another."""
    if id(token) not in _NAMES:
        found = tuple(_variables(token))
        _NAMES[id(token)] = token, None if "" in found else tuple(dict.fromkeys(found))
    return _NAMES[id(token)][1]


def _variables(token: Any) -> Iterator[str]:
    """Go through the variables in a text; one that falls back on another has no name."""
    parts = _parts_of(token)
    if check_var(token) and token.type == "function" and token.lower_name == "var":
        name, *fallback = (part for part in parts if part.type not in {"whitespace", "comment"})
        yield name.value.replace("-", "_")
        if any(True for part in fallback for _ in _variables(part)):
            yield ""
    else:
        for part in parts:
            yield from _variables(part)


def _parts_of(token: Any) -> Any:
    if token.type == "function":
        return token.arguments
    return token.content if token.type == "() block" else ()


def _values_once(solve: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(solve)
    def solved(pending: Any, tokens: Any, wanted_key: str, base_url: Any) -> Any:
        if "image" in wanted_key or "mask" in wanted_key:
            return solve(pending, tokens, wanted_key, base_url)
        key = (id(pending), wanted_key, base_url, *map(id, tokens))
        if key not in _VALUES:
            _VALUES[key] = (solve(pending, tokens, wanted_key, base_url), pending, tokens)
        return _VALUES[key][0]

    return solved


def _sums_once(resolve: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(resolve)
    def resolve_math(
        token: Any, computed: Any = None, property_name: Any = None, refer_to: Any = None
    ) -> Any:
        given = (token, computed, property_name, refer_to)
        units = _units_in(token)
        if _BUSY or computed is None or property_name in _OWN_SIZE or not units <= _KNOWN_UNITS:
            return resolve(*given)
        sizes = (computed["font_size"] if "em" in units else 0, _root_size(computed) if "rem" in units else 0)
        key = (id(token), property_name, refer_to, *sizes)
        if key not in _SUMS:
            try:
                _SUMS[key] = (_alone(resolve, *given), token)
            except PercentageInMath:
                _SUMS[key] = (PercentageInMath, token)
        if _SUMS[key][0] is PercentageInMath:
            raise PercentageInMath
        return _SUMS[key][0]

    return resolve_math


def _root_size(computed: Any) -> Any:
    return computed.root_style["font_size"]


def _units_in(token: Any) -> frozenset[str]:
    """Collect the units in a sum."""
    if id(token) not in _UNITS:
        _UNITS[id(token)] = token, frozenset(_units(token))
    return _UNITS[id(token)][1]


def _units(token: Any) -> Iterator[str]:
    if getattr(token, "type", "") == "dimension":
        yield token.unit.lower()
    for part in _parts_of(token) if hasattr(token, "type") else ():
        yield from _units(part)


VARIABLES: Final = Lever("resolve_var", ("weasyprint.css",), _variables_once)
VALUES: Final = Lever("solve", ("weasyprint.css.tokens:Pending",), _values_once)
SUMS: Final = Lever(
    "resolve_math",
    ("weasyprint.css", "weasyprint.layout.percent", "weasyprint.layout.preferred"),
    _sums_once,
)
