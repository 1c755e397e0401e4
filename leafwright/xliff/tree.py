"""Read the XML of an exchange file, and refuse what no exchange file needs."""

from typing import Final

from leafwright.problems import Place, problem_at, refusal_at
from leafwright.xmltree import ANYWHERE, XmlElement, XmlReader

MOST_BYTES: Final = 8_000_000
MOST_DEPTH: Final = 40
NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
"""The namespace of XLIFF 2.0 and 2.1."""
_AGAIN: Final = "ask for the file again, as it was exported"


def parse_xml(content: bytes, name: str) -> XmlElement:
    """Read XML, called `name` in messages; raises ContentError when it is not sound or not allowed."""
    if len(content) > MOST_BYTES:
        hint = f"at most {MOST_BYTES:,} are read"
        raise refusal_at(Place(file=name), "file-too-large", f"the file has {len(content):,} bytes", hint)
    return _XliffReader(name).read(content)


class _XliffReader(XmlReader):
    namespace = NAMESPACE
    most_depth = MOST_DEPTH
    too_deep = problem_at(ANYWHERE, "too-complex", "elements are nested too deeply", _AGAIN)
    doctype = problem_at(ANYWHERE, "doctype", "the file declares a document type", "ask for plain XLIFF")
    bad_encoding = problem_at(ANYWHERE, "not-utf-8", "its encoding cannot be read", "ask for a file in UTF-8")
    not_xml = problem_at(ANYWHERE, "bad-xml", "this is not XML: {}", _AGAIN)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.parser.buffer_text = True
        self.parser.CharacterDataHandler = self._words

    def _words(self, words: str) -> None:
        self.open[-1].children.append(words)
