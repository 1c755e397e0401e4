"""Refuse every request except those of a browser on this machine that has the address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from secrets import compare_digest
from typing import Final

HOST: Final = "127.0.0.1"
METHODS: Final = frozenset({"GET", "HEAD"})

CLOSED: Final = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
PAGE: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
TEXT: Final = (
    "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The content that each kind of answer may load: the page itself, the text of a sheet, anything else.

Elements of a sheet have lengths of their own, such as the share of a column.
"""

HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CLOSED,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer, unless it has its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Checks requests against the one valid address: 127.0.0.1, a port, and a token nobody can guess."""

    port: int
    token: str = field(repr=False)

    @property
    def origin(self) -> str:
        """The origin of the page."""
        return f"http://{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """The address to open."""
        return f"{self.origin}/{self.token}/"

    def refuse(self, method: str, path: str, headers: Mapping[str, str]) -> HTTPStatus | None:
        """Return why a request is refused; None if it is answered. Names of headers are in small letters.

        Checking `Host` stops DNS rebinding, `Origin` and `Sec-Fetch-Site` stop pages of other sites, and the
        token stops other programs and users of this machine.
        """
        if method not in METHODS:
            return HTTPStatus.METHOD_NOT_ALLOWED
        if headers.get("host") != f"{HOST}:{self.port}":
            return HTTPStatus.MISDIRECTED_REQUEST
        if headers.get("origin", self.origin) != self.origin:
            return HTTPStatus.FORBIDDEN
        if headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
            return HTTPStatus.FORBIDDEN
        given = path.removeprefix("/").partition("/")[0]
        return None if compare_digest(given.encode(), self.token.encode()) else HTTPStatus.NOT_FOUND
