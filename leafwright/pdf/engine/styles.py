"""Find the values of a style once for all elements that have the same rules and parents.

The engine does so only for elements without an id, a language and a style of their own, and makes a style
for each part of an element, such as `before`, although few parts have any content.

The layout changes the style of some boxes, so each element keeps a style of its own, which asks the shared
one. A share of the page's size has no shared value, because it depends on when it is asked for.
"""

from typing import Any, Final

from weasyprint.css import ComputedStyle, InitialStyle, StyleFor
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.logger import PROGRESS_LOGGER

from leafwright.pdf.engine.cascade import ANCHOR, Rules, matched
from leafwright.pdf.engine.lever import Lever


class _Sizes:
    """The sizes of the page, and whether a shared style has asked for them."""

    def __init__(self, sizes: dict[str, Any]) -> None:
        self._sizes = sizes
        self.are_read = False

    def __getitem__(self, name: str) -> Any:
        self.are_read = True
        return self._sizes[name]


class _Member(ComputedStyle):  # type: ignore[misc]  # the engine brings no types
    """The style of an element that others share the values of."""

    shared: Any
    sizes: _Sizes

    def __missing__(self, key: str) -> Any:
        if key != ANCHOR and not self.sizes.are_read:
            value = self.shared[key]
            if not self.sizes.are_read:
                self[key] = value
                return value
        return super().__missing__(key)


class SharingStyleFor(StyleFor):  # type: ignore[misc]  # the engine brings no types
    """Makes the styles of a sheet in place of the engine's own."""

    def __init__(self, html: Any, sheets: Any, *given: Any) -> None:
        """Make the style of each element; those of its parts are made when they are asked for."""
        hints, font_config, targets = given
        PROGRESS_LOGGER.info("Step 3 - Applying CSS")
        self._cascaded_styles: dict[Any, Any] = {}
        self._computed_styles: dict[Any, Any] = {}
        self.initial_page_sizes: dict[str, Any] = {"box": None, "area": None}
        self._sheets = sheets
        self.font_config = font_config
        self._base = html.base_url
        self._sizes = _Sizes(self.initial_page_sizes)
        self._found, cascade = matched(html, sheets, hints=hints)
        self._root = ComputedStyle(None, cascade, None, InitialStyle(font_config), *self._same())
        self._shared: dict[int, Any] = {self._found.rules[0].key: self._root}
        self._make_all(targets)

    def __call__(self, element: Any, part: str | None = None) -> Any:
        """Return the style of an element or of its part; None if no rule sets any."""
        if part and (rules := self._found.parts.get((element, part))):
            self._make_part(rules)
        return super().__call__(element, part)

    def _same(self) -> tuple[Any, ...]:
        return self._base, self.font_config, self.initial_page_sizes

    def _make_all(self, targets: Any) -> None:
        """Make the style of each element, parents first, and tell the engine where its anchors are."""
        made: dict[int, Any] = {-1: None}
        for rules in self._found.rules:
            if rules.group not in made:
                made[rules.group] = style = self._make(rules, made[rules.parent])
                if targets and style[ANCHOR]:
                    targets.collect_anchor(style[ANCHOR])
            self._computed_styles[rules.element, None] = made[rules.group]
        for rules in self._found.anchored_parts:
            style = self._make_part(rules)
            if targets and style[ANCHOR]:
                targets.collect_anchor(style[ANCHOR])

    def _make_part(self, rules: Rules) -> Any:
        styles, place = self._computed_styles, (rules.element, rules.part)
        if place not in styles:
            styles[place] = self._make(rules, styles[rules.element, None])
        return styles[place]

    def _make(self, rules: Rules, parent: Any) -> Any:
        """Make a style, with its anchor, without which the engine takes it for none."""
        if parent is None:
            style = self._root
        elif self._found.count[rules.key] == 1:
            style = ComputedStyle(parent, rules.cascade, rules.part, self._root, *self._same())
            self._shared[rules.key] = style
        else:
            style = _Member(parent, rules.cascade, rules.part, self._root, *self._same())
            style.sizes, style.shared = self._sizes, self._share(rules)
            style.specified = style.shared.specified
        if ANCHOR in rules.cascade:
            style[ANCHOR]
        else:
            style[ANCHOR] = INITIAL_VALUES[ANCHOR]
        return style

    def _share(self, rules: Rules) -> Any:
        if rules.key not in self._shared:
            over = self._shared[rules.over]
            given = (over, rules.cascade, rules.part, self._root, self._base, self.font_config, self._sizes)
            self._shared[rules.key] = ComputedStyle(*given)
        return self._shared[rules.key]


LEVER: Final = Lever("StyleFor", ("weasyprint.css",), lambda _: SharingStyleFor)
