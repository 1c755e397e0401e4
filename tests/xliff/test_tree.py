"""XML from outside: read with line and column, and refused when it is broken or hides something."""

import pytest

from leafwright.problems import ContentError
from leafwright.xliff.tree import MOST_BYTES, MOST_DEPTH, NAMESPACE, parse_xml

BOMB = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a>&c;</a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///secret">]><a>&b;</a>'
FETCHED = '<!DOCTYPE a SYSTEM "https://example.org/a.dtd"><a/>'


def test_an_element_knows_its_place() -> None:
    """Line and column are counted from 1."""
    root = parse_xml(b"<a>\n  <b x='1'/>\n</a>", "a.xlf")

    (child,) = root.below("b")
    assert (child.place.line, child.place.column, child.get("x")) == (2, 3, "1")


def test_only_names_of_xliff_are_bare() -> None:
    """An element of another namespace is never taken for one of XLIFF."""
    root = parse_xml(f'<x:a xmlns:x="{NAMESPACE}"><b/><c xmlns="urn:other"/></x:a>'.encode(), "a.xlf")

    assert [root.name, *(child.name for child in root.children if not isinstance(child, str))] == [
        "a",
        "b",
        "urn:other}c",
    ]


@pytest.mark.parametrize("text", [BOMB, OUTSIDE, FETCHED])
def test_a_document_type_is_refused(text: str) -> None:
    """Entities that grow, files of this machine and files from elsewhere are never even looked at."""
    with pytest.raises(ContentError, match=r"a.xlf:1:\d+: doctype"):
        parse_xml(text.encode(), "a.xlf")


@pytest.mark.parametrize("text", ["", "<a>", "<a></b>", "no XML", "<a>&b;</a>", "<a/><a/>", "<a>\x01</a>"])
def test_broken_xml_is_reported(text: str) -> None:
    """What is cut off or was never XML is reported with its place."""
    with pytest.raises(ContentError, match=r"a.xlf:1:\d+: bad-xml"):
        parse_xml(text.encode(), "a.xlf")


@pytest.mark.parametrize("encoding", ["big5", "undefined", "hex", "no-such-thing"])
def test_an_encoding_that_cannot_be_read_is_reported(encoding: str) -> None:
    """Whatever a file calls its encoding, the program does not fall over it."""
    with pytest.raises(ContentError, match=r"a.xlf:1:\d+: (not-utf-8|bad-xml)"):
        parse_xml(f'<?xml version="1.0" encoding="{encoding}"?><a>\u00e9</a>'.encode(), "a.xlf")


def test_nesting_has_an_end() -> None:
    """No file makes the program run out of room for its own steps."""
    with pytest.raises(ContentError, match="too-complex"):
        parse_xml(("<a>" * (MOST_DEPTH + 1)).encode(), "a.xlf")


def test_size_has_an_end() -> None:
    """A file that is too large is not even parsed."""
    with pytest.raises(ContentError, match="file-too-large"):
        parse_xml(b" " * (MOST_BYTES + 1), "a.xlf")
