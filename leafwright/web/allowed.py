"""The tags and classes that a page may have, for content systems that let only listed ones pass."""

from typing import Final, get_args

from leafwright.blocks.kinds import KINDS
from leafwright.model.block_phrases import Level

TAGS: Final = frozenset(
    {"a", "article", "aside", "bdi", "caption", "cite", "dd", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "h1", "h2", "h3", "h4", "header", "img", "input", "li", "nav", "ol", "p", "path", "section"}
    | {"span", "strong", "sub", "sup", "svg", "table", "tbody", "td", "textarea", "th", "thead", "title"}
    | {"tr", "ul"}
)
"""The tags of the article, which are all that a fragment has."""
FRAME: Final = frozenset({"body", "head", "html", "link", "main", "meta", "script", "style"})
"""The tags around it on a whole page."""
CLASSES: Final = frozenset(
    {*KINDS}
    | {"article", "opening", "glance", "strip", "contents", "section", "closing", "sources", "control"}
    | {"disclaimer", "array", "below", "cards", "cell-head", "decision", "exercise", "marker", "matters"}
    | {"pair", "telephone", "tick", "wallet", "zone"}
    | {f"warning--{level}" for level in get_args(Level)}
)
"""The classes that a fragment keeps: kinds of blocks, parts of the page, and the levels of warnings."""
