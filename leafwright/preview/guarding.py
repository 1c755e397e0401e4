"""Who may ask: a browser on this machine that was given the address, and no page of anybody else's."""

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
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""What each kind of answer may load: the page itself, text to be read, anything else."""

HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": CLOSED,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer that does not say otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guard:
    """Knows the one address that is answered: 127.0.0.1, a port, and a token nobody can guess."""

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
        """Say why a request is not answered; None when it is. Names of headers are in small letters.

        `Host` keeps a name that was bent to this machine from reaching it, `Origin` and `Sec-Fetch-Site` the
        page of another site, the token every other program's page and user of this machine.
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
