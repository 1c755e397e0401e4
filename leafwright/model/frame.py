"""Phrases with gaps: names in braces for values that only a sheet knows, such as `{n}` or `{event}`."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar, get_args

from pydantic import AfterValidator

from leafwright.model.record import fault
from leafwright.text import parse_text

T = TypeVar("T")

_GAP: Final = re.compile(r"\{([^{}]*)\}")


def gaps(*needed: str, also: Iterable[str] = ()) -> AfterValidator:
    """Check that a phrase has each gap `needed`, perhaps some of `also`, and no other.

    Otherwise a translator who writes `{número}` for `{n}` would leave the number out of every sheet. What no
    text may contain, such as HTML, is refused as in any other.
    """
    known = (*needed, *also)

    def check(phrase: str) -> str:
        parse_text(phrase)
        gaps = _GAP.findall(phrase)
        if strange := next((name for name in gaps if name not in known), None):
            raise fault(
                "unknown-gap", f"'{{{strange}}}' stands for nothing here", f"there are {_listed(known)}"
            )
        if missing := next((name for name in needed if name not in gaps), None):
            raise fault(
                "missing-gap", f"'{{{missing}}}' is missing", f"the phrase contains {_listed(needed)}"
            )
        return phrase

    return AfterValidator(check)


def complete(choices: Any) -> AfterValidator:
    """Check that a mapping has a phrase for each of a closed list of choices."""

    def check(phrases: Mapping[str, T]) -> Mapping[str, T]:
        if missing := next((name for name in get_args(choices) if name not in phrases), None):
            raise fault("missing-phrase", f"'{missing}' is missing", f"add `{missing}:`")
        return phrases

    return AfterValidator(check)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)
