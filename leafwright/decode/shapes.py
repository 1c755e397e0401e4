"""The forms of codes, addresses and numbers: how to write each, and what the author probably meant."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from leafwright.decode.suggesting import plain_key
from leafwright.model import record
from leafwright.model.brand import PACKAGE
from leafwright.model.clinical_codes import ICD_10, ICD_11, SNOMED_CT
from leafwright.tags import Language
from leafwright.telephone import EXTENSION, FORM
from leafwright.text import is_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A form: its name, how to write it with an example, and how to correct a value that is nearly right."""

    name: str
    rule: str
    example: str = ""
    correct: Callable[[str], str] = str.strip

    def hint(self, written: str, pattern: str) -> str:
        """Return a hint on how to write a value: its corrected form if there is one, or the example."""
        if "https" in pattern and is_file(written):
            return "write a web address, which begins with https://: a file cannot be linked"
        if (corrected := self.correct(written)) != written and re.fullmatch(pattern, corrected):
            return f"{self.rule}: write {corrected}"
        return f"{self.rule}, like {self.example}" if self.example else self.rule


def _hyphenated(written: str) -> str:
    """Write `Part One`, `part_one` and `partOne` as `part-one`."""
    return plain_key(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", written))


def _web_address(written: str) -> str:
    address = re.sub(r"^https?:/*", "", written.strip("<> "), flags=re.IGNORECASE)
    return written if "://" in address or "." not in address else f"https://{address}"


def _digits(written: str) -> str:
    return written if re.search(r"\d\D+\d", written) else re.sub(r"\D", "", written)


def _code(written: str) -> str:
    return written.strip().upper()


def _language(written: str) -> str:
    tag = Language(written.strip().replace("_", "-"))
    return "-".join(filter(None, (tag.base.lower(), tag.country.upper())))


def _doi(written: str) -> str:
    return written[max(written.find("10."), 0) :].strip()


_WEB: Final = Shape(
    name="a web address", rule="begin with https:// and leave no spaces", correct=_web_address
)
_SHAPES: Final = {
    record.KEY: Shape(
        name="a name",
        rule="use small letters, digits and single hyphens",
        example="phone-us",
        correct=_hyphenated,
    ),
    record.CITATION_KEY: Shape(
        name="a key to cite by",
        rule="use letters, digits and signs such as - _ : / without a space",
        example="elm1999",
        correct=lambda written: re.sub(r"[^\w:./+-]+", "-", written).strip("-.:"),
    ),
    SNOMED_CT: Shape(
        name="an identifier of SNOMED CT",
        rule="write its 6 to 18 digits",
        example="239873007",
        correct=_digits,
    ),
    ICD_10: Shape(name="a code of ICD-10", rule="write it as in the list", example="M17.9", correct=_code),
    ICD_11: Shape(name="a code of ICD-11", rule="write it as in the list", example="FA01.Z", correct=_code),
    record.REFERENCE_CODE: Shape(
        name="a reference code",
        rule="use capital letters, digits and hyphens, 2 to 16 of them",
        example="LW-101",
        correct=lambda written: _hyphenated(written.lower()).upper(),
    ),
    record.VERSION: Shape(
        name="a version",
        rule="use numbers and points",
        example="1.2",
        correct=lambda written: written.strip().lstrip("vV. ").replace(",", "."),
    ),
    PACKAGE: Shape(
        name="a font package",
        rule="write the package and its version",
        example="fontpkg-inter==4.1",
    ),
    FORM: Shape(name="a telephone number", rule="use digits and spaces", example="01632 960 142"),
    EXTENSION: Shape(name="an extension", rule="use digits alone", example="23", correct=_digits),
    record.WEB: _WEB,
    record.LINK: _WEB,
    record.MAIL: Shape(
        name="an email address",
        rule="write the address alone",
        example="name@example.org",
        correct=lambda written: written.strip("<> ").removeprefix("mailto:"),
    ),
    record.DOI: Shape(
        name="a DOI",
        rule="begin with 10. and leave out https://doi.org/",
        example="10.1056/NEJMoa1313265",
        correct=_doi,
    ),
    record.PMID: Shape(name="a PMID", rule="use the digits alone", correct=_digits),
    record.PMCID: Shape(
        name="a PMCID",
        rule="begin with PMC",
        example="PMC2615549",
        correct=lambda written: f"PMC{_digits(written)}",
    ),
    record.PART: Shape(name="the id of a part", rule="leave the ids of parts as `translate` wrote them"),
    record.FINGERPRINTS: Shape(
        name="a fingerprint of each text",
        rule="leave it as `translate` wrote it: it says which English text the words are of",
    ),
    record.LANGUAGE: Shape(
        name="a language tag", rule="write the language's tag", example="es or en-GB", correct=_language
    ),
}
SHAPES: Final = _SHAPES | {
    f"{form}|^{record.BLANK}$": _SHAPES[form] for form in (FORM, record.WEB, record.MAIL)
}
"""The form of each pattern of the models."""
