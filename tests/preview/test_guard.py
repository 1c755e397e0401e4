"""Who may ask: this machine's own browser with the address it was given."""

from http import HTTPStatus

import pytest

from leafwright.preview import guard
from leafwright.preview.guard import CLOSED, PAGE, TEXT, Guard

GUARD = Guard(port=8123, token="t0ken")  # noqa: S106  # a token of the tests' own
GOOD = {"host": "127.0.0.1:8123"}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_request_to_the_address_is_answered(method: str) -> None:
    """Anyone with the address may look."""
    assert GUARD.refuse(method, "/t0ken/updates", GOOD) is None


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_nothing_but_looking_is_allowed(method: str) -> None:
    """No other method is answered."""
    assert GUARD.refuse(method, "/t0ken/", GOOD) is HTTPStatus.METHOD_NOT_ALLOWED


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost:8123", "", None])
def test_another_host_is_refused(host: str | None) -> None:
    """A name that was bent to this machine does not reach it."""
    headers = {} if host is None else {"host": host}

    assert GUARD.refuse("GET", "/t0ken/", headers) is HTTPStatus.MISDIRECTED_REQUEST


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://127.0.0.1:80", "http://localhost:8123"]
)
def test_another_origin_is_refused(origin: str) -> None:
    """A page of another site, or of another server of this machine, is not answered."""
    assert GUARD.refuse("GET", "/t0ken/", {**GOOD, "origin": origin}) is HTTPStatus.FORBIDDEN


def test_its_own_origin_is_answered() -> None:
    """The page may send requests to its own server."""
    assert GUARD.refuse("GET", "/t0ken/", {**GOOD, "origin": "http://127.0.0.1:8123"}) is None


@pytest.mark.parametrize(
    ("site", "refused"), [("cross-site", True), ("same-site", True), ("same-origin", False)]
)
def test_what_another_page_loads_is_refused(site: str, *, refused: bool) -> None:
    """A picture or a frame on another site's page, which names no origin, is recognised by its referrer."""
    answer = GUARD.refuse("GET", "/t0ken/", {**GOOD, "sec-fetch-site": site})

    assert answer is (HTTPStatus.FORBIDDEN if refused else None)


@pytest.mark.parametrize(
    "path", ["/", "", "/t0ke/", "/t0kenn/", "/T0KEN/", "//t0ken/", "/x/t0ken/", "/tökén/"]
)
def test_without_the_token_there_is_nothing(path: str) -> None:
    """An address that was guessed leads nowhere."""
    assert GUARD.refuse("GET", path, GOOD) is HTTPStatus.NOT_FOUND


def test_the_token_is_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time in which a wrong token is refused does not reveal how much of it was right."""
    compared: list[tuple[bytes, bytes]] = []

    def spy(given: bytes, token: bytes) -> bool:
        compared.append((given, token))
        return False

    monkeypatch.setattr(guard, "compare_digest", spy)
    GUARD.refuse("GET", "/guess/", GOOD)

    assert compared == [(b"guess", b"t0ken")]


def test_a_guard_does_not_show_its_token() -> None:
    """The token is in no representation that might be printed."""
    assert "t0ken" not in repr(GUARD)


@pytest.mark.parametrize("policy", [CLOSED, PAGE, TEXT])
def test_no_page_runs_what_is_written_in_it(policy: str) -> None:
    """Whatever a policy allows, it allows nothing inline, nothing evaluated and nothing of another site."""
    assert policy.startswith("default-src 'none'")
    assert not {"unsafe-inline", "unsafe-eval", "http:", "https:", "*", "data:"} & set(
        policy.replace("'", "").split()
    )
