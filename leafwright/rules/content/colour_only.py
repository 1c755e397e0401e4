"""Something is shown by its colour alone."""

import re
from typing import Final

from leafwright.rules import Finding, Findings, Reader

COLOURS: Final = tuple(
    "red blue green yellow orange amber purple pink violet turquoise grey gray".split()  # noqa: SIM905  # one line
)
_COLOUR: Final = rf"(?:(?:dark|light|bright|pale|bold)[ -])?(?:{'|'.join(COLOURS)})"
_ON_PAGE: Final = (
    r"(?:box(?:es)?|text|print|writing|words?|letters?|lettering|arrows?|bars?|columns?|rows?|headings?|panels?|bands?"
    r"|segments?|icons?|symbols?|triangles?|squares?|stars?|sections?|figures?)"
)
_LISTED: Final = (
    r"(?:everything|anything|items?|those|words?|text|dates?|days|times|sentences?|numbers?|questions?|lines|names|steps|boxes|sections?"
    r"|parts|foods|answers?|rows?|columns?)"
)
_DRAWN: Final = (
    r"(?:shown|printed|marked|written|highlighted|shaded|colou?red|underlined|picked out|drawn|listed)"
)
_MEANING: Final = r"(?:that|you|stop|go|it|a|the|wait|urgent|safe|danger)"
_BY_COLOUR: Final = re.compile(
    rf"\b(?:the|this|that|these|those|a|any|each|every) {_COLOUR} {_ON_PAGE}\b"
    rf"|\b{_DRAWN} (?:in )?{_COLOUR}\b"
    rf"|\b{_LISTED} in {_COLOUR}\b"
    rf"|\b{_COLOUR} (?:means|stands for) {_MEANING}\b",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    r"[\"“‘(:]|\b(?:marked (?!in\b)|labell?ed|called|headed|titled|named|says?|with (?:an?|the|its)"
    r"|on the (?:left|right)|at the (?:top|bottom|end|side)|on page|over ?leaf|below|above"
    r"|dashed|dotted|solid|striped|thick|numbered)\b",
    re.IGNORECASE,
)
"""Other ways to identify a part of a page: its words, its place, its shape."""
_THINGS: Final = re.compile(
    r"\b(?:needles?|sharps?|syringes?|waste|rubbish|bins?|pen|ink|dye|marker|pills?|tablets?|badge|skin|scans?"
    r"|x-rays?|microscope|post)\b",
    re.IGNORECASE,
)
"""Words that show that the sentence is not about a page."""


def check(reader: Reader) -> Findings:
    """Report parts of a page and meanings that only a colour shows."""
    # Colours are few, and most passages have none.
    places = {index for colour in COLOURS for index, _ in reader.vocabulary.get(colour, ())}
    for passage in (reader.prose_and_risks[index] for index in sorted(places)):
        for sentence in passage.sentences:
            if _ALSO.search(sentence.text) or _THINGS.search(sentence.text):
                continue
            for match in _BY_COLOUR.finditer(sentence.text):
                yield Finding(
                    place=passage.place_at(sentence.start + match.start()),
                    message=f"'{match[0]}' relies on colour alone",
                    hint="also say what is written there, where it is or what shape it has",
                )
