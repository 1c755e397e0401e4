"""Match the elements of a sheet with its style sheets once, however often the sheet is laid out.

The engine matches again for each rung, although only the rung's own style sheet, the last one, differs. That
one is matched each time. If it sets anything but the root element, all is matched again. A sheet's own style
element is parsed once, unless a rule in it tells the engine more than what elements look like.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Any, Final, TypeAlias

from weasyprint.css import declaration_precedence, find_style_attributes
from weasyprint.css.validation import preprocess_declarations

from leafwright.pdf.engine.lever import Lever

Cascade: TypeAlias = dict[str, tuple[Any, Any]]
"""The values that rules set, by their properties, each with its weight."""
Sheets: TypeAlias = Sequence[tuple[Any, str, Any]]
"""The engine's style sheets, each with its origin and specificity."""

ANCHOR: Final = "anchor"
"""The property that is an element's id, and so belongs to one element alone."""
_SPECIAL: Final = ("@font-face", "@import", "@counter-style", "@color-profile", "@namespace")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What sets the style of an element, or of a part of it such as `before`.

    Elements with equal `key` have equal values in all properties except their anchors; `over` is the key of
    the element above. Those of one `group` have one style in the engine too; `parent` is the group above.
    """

    element: Any
    part: str | None
    cascade: Cascade
    key: int
    over: int
    group: int
    parent: int


@dataclass(slots=True, kw_only=True)
class Matched:
    """All elements of a sheet with their rules, in the order of the page, and those of their parts."""

    sheets: Sheets
    wrappers: tuple[Any, ...] = ()
    rules: list[Rules] = field(default_factory=list)
    parts: dict[tuple[Any, str], Rules] = field(default_factory=dict)
    count: Counter[int] = field(default_factory=Counter)
    anchored_parts: list[Rules] = field(default_factory=list)

    def is_for(self, sheets: Sheets) -> bool:
        """Return whether it was made with the same style sheets."""
        return len(sheets) == len(self.sheets) and all(
            new[0] is old[0] for new, old in zip(sheets, self.sheets, strict=True)
        )


_MATCHED: dict[Any, Matched] = {}
_PARSED: dict[Any, tuple[Any, ...]] = {}


def forget_cascades() -> None:
    """Forget the elements of the last sheet."""
    _MATCHED.clear()
    _PARSED.clear()


def matched(html: Any, sheets: Sheets, *, hints: bool) -> tuple[Matched, Cascade]:
    """Match the elements of a page; return them, and what is set on the root element."""
    *settled, last = sheets
    known = _MATCHED.get(html)
    if known is None or not known.is_for(settled):
        known = _MATCHED[html] = _match(html, settled, hints=hints)
    root, *others = (last[0].matcher.match(wrapper) for wrapper in known.wrappers)
    if any(others) or any(part for _, _, part, _ in root):
        known = _match(html, sheets, hints=hints)
        return known, known.rules[0].cascade
    cascade = dict(known.rules[0].cascade)
    for selector in root:
        _add(cascade, selector, last)
    return known, cascade


def _match(html: Any, sheets: Sheets, *, hints: bool) -> Matched:
    """Do what the engine's `StyleFor` does, but keep what it found."""
    own, declared = _declared(html, hints=hints)
    wrappers = tuple(html.wrapper_element.iter_subtree())
    matching = _Matching(Matched(sheets=tuple(sheets), wrappers=wrappers))
    for wrapper in wrappers:
        element = wrapper.etree_element
        matching.add(wrapper, own.get(element, {}), declared.get(element))
    return matching.found


def _declared(html: Any, *, hints: bool) -> tuple[dict[Any, Cascade], dict[Any, tuple[Any, ...]]]:
    """Collect what elements say of their own style, as the engine does."""
    own: dict[Any, Cascade] = {}
    declared: dict[Any, tuple[Any, ...]] = {}
    said = find_style_attributes(html.etree_element, hints, html.base_url)
    for specificity, element, declarations, base in said:
        declared[element] = tuple(declarations)
        style = own.setdefault(element, {})
        for name, values, important in preprocess_declarations(base, declared[element]):
            _set(style, name, values, (declaration_precedence("author", important), inf, specificity))
    return own, declared


class _Matching:
    """Matches elements one after the other, parents first."""

    def __init__(self, found: Matched) -> None:
        self.found = found
        self._keys: dict[Any, int] = {}
        self._groups: dict[Any, int] = {}
        self._places: dict[Any, Rules] = {}

    def add(self, wrapper: Any, own: Cascade, declared: Any) -> None:
        """Match an element and its parts."""
        above = self._places[wrapper.parent.etree_element] if wrapper.parent else None
        cascades: dict[str | None, Cascade] = {None: dict(own)}
        selectors: dict[str | None, list[Any]] = {None: []}
        order: list[Any] = []
        for sheet in self.found.sheets:
            for selector in sheet[0].matcher.match(wrapper):
                rule = _add(cascades.setdefault(selector[2], {}), selector, sheet)
                selectors.setdefault(selector[2], []).append(rule)
                order.append(rule)
        grouped = (above and above.group, declared, tuple(order))
        is_new = grouped not in self._groups
        group = self._groups.setdefault(grouped, len(self._groups))
        by_element = tuple((name, _identity(*own[name])) for name in own if name != ANCHOR)
        over = above.key if above else -1
        for part, cascade in cascades.items():
            same = (over, part, () if part else by_element, tuple(selectors[part]))
            rules = Rules(
                element=wrapper.etree_element,
                part=part,
                cascade=cascade,
                key=self._keys.setdefault(same, len(self._keys)),
                over=over,
                group=group,
                parent=above.group if above else -1,
            )
            self._keep(rules, is_new=is_new)
            over = rules.key if part is None else over

    def _keep(self, rules: Rules, *, is_new: bool) -> None:
        self.found.count[rules.key] += bool(rules.part) or is_new
        if rules.part is None:
            self._places[rules.element] = rules
            self.found.rules.append(rules)
            return
        self.found.parts[rules.element, rules.part] = rules
        if ANCHOR in rules.cascade:
            self.found.anchored_parts.append(rules)


def _add(cascade: Cascade, selector: Any, sheet: Any) -> tuple[Any, ...]:
    """Add what one rule sets, and return what tells this rule from others."""
    css, origin, fixed = sheet
    specificity, _, _, (declarations, layer) = selector
    order = inf if layer is None else css.layers.index(layer)
    for name, values, important in declarations:
        _set(cascade, name, values, (declaration_precedence(origin, important), order, fixed or specificity))
    return id(css), specificity, id(declarations), order


def _set(cascade: Cascade, name: str, values: Any, weight: Any) -> None:
    if name not in cascade or cascade[name][1] <= weight:
        cascade[name] = values, weight


def _identity(values: Any, weight: Any) -> tuple[Any, Any]:
    """Return what equal values have in common; parsed ones are equal only to themselves."""
    plain = isinstance(values, tuple) and all(type(value) is str for value in values)
    return (values if plain else id(values)), weight


def _once(find: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def find_stylesheets(wrapper: Any, *given: Any) -> Iterator[Any]:
        if wrapper not in _PARSED:
            sheets = tuple(find(wrapper, *given))
            texts = ["".join(style.etree_element.itertext()) for style in wrapper.query_all("style")]
            if wrapper.query("link") or any(rule in text for rule in _SPECIAL for text in texts):
                return iter(sheets)
            _PARSED[wrapper] = sheets
        return iter(_PARSED[wrapper])

    return find_stylesheets


LEVER: Final = Lever("find_stylesheets", ("weasyprint.css",), _once)
