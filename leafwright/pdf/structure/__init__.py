"""The tag tree: what a screen reader reads, made from the elements of the page.

The engine tags boxes, and cuts a list or a paragraph in two where a page ends. Here each element of the page
is one element of the tree, on however many pages and lines its boxes are. Heads, feet and repeated heads of
tables are artifacts, which nobody reads aloud (ISO 32000-1, 14.8.2.2).
"""
