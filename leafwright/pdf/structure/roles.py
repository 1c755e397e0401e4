"""Which element of a page becomes which element of the tag tree (ISO 32000-1, 14.8.4)."""

from typing import Final

SVG: Final = "{http://www.w3.org/2000/svg}svg"

ROLES: Final = {
    **{f"h{level}": f"H{level}" for level in range(1, 7)},
    **{tag: tag.upper() for tag in ("p", "tr", "th", "td")},
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "table": "Table",
    "caption": "Caption",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "li::marker": "Lbl",
    "li::before": "Lbl",
    "section": "Sect",
    "article": "Art",
    "blockquote": "BlockQuote",
    "a": "Link",
    "figure": "Sect",
    "figcaption": "Caption",
    "img": "Figure",
    SVG: "Figure",
    "dt": "Lbl",
    "dd": "LBody",
}
"""Other elements have no role: what is in them belongs to the element around them.

A picture and its caption are a section: a caption is the first or the last of an element, and a division does
not count as one (ISO 14289-2, 8.2.5.27).
"""

GROUPS: Final = frozenset(
    {"Document", "Sect", "Art", "BlockQuote", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR"}
)
"""What has no text of its own, only elements with text."""
BLOCKS: Final = GROUPS | {"P", "Lbl", "LBody", *(f"H{level}" for level in range(1, 7))}
"""What is never part of a paragraph."""
CELLS: Final = frozenset({"LBody", "TD", "TH"})
"""What has text of its own or paragraphs."""
KEPT_EMPTY: Final = frozenset({"TD", "TH"})
"""What is part of the tree even if nothing is in it, or cells would be below the wrong head."""
NAMESPACE: Final = "http://iso.org/pdf2/ssn"
"""The namespace of the elements of PDF 2.0 (ISO 32000-2, 14.8.6)."""
ONLY_BEFORE: Final = frozenset({"Art", "BlockQuote"})
"""What PDF 2.0 knows only in the namespace before its own, which needs no name (ISO 32000-2, 14.8.6.1)."""
