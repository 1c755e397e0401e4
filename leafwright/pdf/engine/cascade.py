"""Match the elements of a sheet with its style sheets once, however often the sheet is laid out.

The engine matches anew for each rung, although only the rung's own style sheet, the last one, differs. That
one is matched each time. If it sets anything but the root element, all is matched anew. A sheet's own style
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
_TOLD: Final = ("@font-face", "@import", "@counter-style", "@color-profile", "@namespace")


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
    own: dict[Any, Cascade] = {}
    declared: dict[Any, tuple[Any, ...]] = {}
    for specificity, element, declarations, base in find_style_attributes(
        html.etree_element, hints, html.base_url
    ):
        declared[element] = tuple(declarations)
        style = own.setdefault(element, {})
        for name, values, important in preprocess_declarations(base, declared[element]):
            _set(style, name, values, (declaration_precedence("author", important), inf, specificity))
    wrappers = tuple(html.wrapper_element.iter_subtree())
    found = Matched(sheets=tuple(sheets), wrappers=wrappers)
    keys: dict[Any, int] = {}
    groups: dict[Any, int] = {}
    places: dict[Any, Rules] = {}
    for wrapper in wrappers:
        element = wrapper.etree_element
        above = places[wrapper.parent.etree_element] if wrapper.parent else None
        before = own.get(element, {})
        cascades: dict[str | None, Cascade] = {None: dict(before)}
        selectors: dict[str | None, list[Any]] = {None: []}
        order: list[Any] = []
        for sheet in sheets:
            for selector in sheet[0].matcher.match(wrapper):
                told = _add(cascades.setdefault(selector[2], {}), selector, sheet)
                selectors.setdefault(selector[2], []).append(told)
                order.append(told)
        grouped = (above and above.group, declared.get(element), tuple(order))
        is_new = grouped not in groups
        group = groups.setdefault(grouped, len(groups))
        by_element = tuple((name, _identity(*before[name])) for name in before if name != ANCHOR)
        for part, cascade in cascades.items():
            over = places[element].key if part else above.key if above else -1
            shared = (over, part, () if part else by_element, tuple(selectors[part]))
            rules = Rules(
                element=element,
                part=part,
                cascade=cascade,
                key=keys.setdefault(shared, len(keys)),
                over=over,
                group=group,
                parent=above.group if above else -1,
            )
            found.count[rules.key] += bool(part) or is_new
            if part:
                found.parts[element, part] = rules
                found.anchored_parts += [rules] if ANCHOR in cascade else []
            else:
                places[element] = rules
                found.rules.append(rules)
    return found


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
            if wrapper.query("link") or any(rule in text for rule in _TOLD for text in texts):
                return iter(sheets)
            _PARSED[wrapper] = sheets
        return iter(_PARSED[wrapper])

    return find_stylesheets


LEVER: Final = Lever("find_stylesheets", ("weasyprint.css",), _once)
