"""Where the sheets of a clinic are online: below one address, or where gaps or topics say."""

import re
from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from leafwright.model.localised import below
from leafwright.model.names import TopicKey
from leafwright.model.record import WEB, Key, fault

ALL: Final = "all"
"""The key of the address of every topic that has none of its own."""
_GAP: Final = re.compile(r"\{([^{}]*)\}")
_GAPS: Final = ("topic", "variant", "language")


def _known_gaps(address: str) -> str:
    if strange := next((name for name in _GAP.findall(address) if name not in _GAPS), None):
        hint = "there are {topic}, {variant}, {language}"
        raise fault("unknown-gap", f"'{{{strange}}}' stands for nothing here", hint)
    return address


def has_gaps(address: str) -> bool:
    """Return whether something has to be put into an address."""
    return bool(_GAP.search(address))


def address_in(written: Mapping[str, str], page: str, **values: str) -> str:
    """Return the address of a sheet, whose `values` are its topic, variant and language; empty for none.

    An address without gaps that is for all topics is that of the output folder, in which `page` is.
    """
    own, base = written.get(values["topic"]), written.get(ALL, "")
    if own or has_gaps(base):
        return _GAP.sub(lambda gap: values[gap[1]], own or base)
    return f"{base.rstrip('/')}/{page}" if base else ""


SheetAddress = Annotated[str, Field(pattern=WEB), AfterValidator(_known_gaps)]
WebBase = Annotated[dict[Key, SheetAddress], below(ALL, str | dict[TopicKey, str])]
"""Where sheets are on the web, by topic; a plain text is for every topic."""
