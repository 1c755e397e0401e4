"""Where the sheets of a clinic are online: one address for all, with gaps, or one for each topic."""

import re
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field

from leafwright.model.names import TopicKey
from leafwright.model.record import WEB, Key, fault

ALL: Final = "all"
"""The key of the address of every topic that has none of its own."""
_GAP: Final = re.compile(r"\{([^{}]*)\}")
_GAPS: Final = ("topic", "variant", "language")


def _for_all(value: Any) -> Any:
    return {ALL: value} if isinstance(value, str) else value


def _known_gaps(address: str) -> str:
    if strange := next((name for name in _GAP.findall(address) if name not in _GAPS), None):
        hint = "there are {topic}, {variant}, {language}"
        raise fault("unknown-gap", f"'{{{strange}}}' stands for nothing here", hint)
    return address


def fill_address(address: str, **values: str) -> str:
    """Put the topic, the variant and the language of a sheet into the gaps of an address."""
    return _GAP.sub(lambda gap: values[gap[1]], address)


SheetAddress = Annotated[str, Field(pattern=WEB), AfterValidator(_known_gaps)]
SheetsAt = Annotated[
    dict[Key, SheetAddress], BeforeValidator(_for_all, json_schema_input_type=str | dict[TopicKey, str])
]
"""The web addresses of sheets, by topic; a plain text is that of every topic."""
