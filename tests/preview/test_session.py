"""The preview as it runs: the answer to each request, and the effect of an edit on disk."""

import json
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from leafwright.cli import cli
from leafwright.preview.guard import CLOSED
from leafwright.preview.session import saved_at
from tests.workspaces import TOPIC, write_workspace

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE: Final = 20.0
FILE: Final = f"handouts/{TOPIC}/en.yaml"
UPDATES: Final = f"updates?topic={TOPIC}"

PreviewUpdate = dict[str, Any]
Hear = Callable[[Callable[[PreviewUpdate], object]], PreviewUpdate]


@dataclass(frozen=True, kw_only=True)
class Running:
    """A preview in its own process: the address it printed, and the workspace it shows."""

    address: str
    process: "subprocess.Popen[str]"
    root: Path

    @property
    def port(self) -> int:
        """The port it listens at."""
        return urlsplit(self.address).port or 0

    @property
    def path(self) -> str:
        """The path of the page, which is the token."""
        return urlsplit(self.address).path

    @contextmanager
    def ask(self, path: str, method: str = "GET", **headers: str) -> Iterator[HTTPResponse]:
        """Ask for a path of the server, as it is written."""
        with closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.putrequest(method, path, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            yield connection.getresponse()

    def get(self, path: str) -> tuple[int, bytes]:
        """Ask for something below the token."""
        with self.ask(self.path + path) as answer:
            return answer.status, answer.read()


class Without(MetaPathFinder):
    """Finds no library of one name, as on a machine where it is not installed."""

    def __init__(self, library: str) -> None:
        """Name the library."""
        self._library = library

    def find_spec(self, fullname: str, path: object, target: object = None) -> None:  # noqa: ARG002  # the interface
        """Refuse the library; leave everything else to the next finder."""
        if fullname == self._library:
            message = f"No module named '{fullname}'"
            raise ModuleNotFoundError(message, name=fullname)


@contextmanager
def _run(root: Path) -> Iterator[Running]:
    words = [sys.executable, "generate.py", "--workspace", str(root), "preview", TOPIC]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield Running(address=process.stdout.readline().strip(), process=process, root=root)
        finally:
            process.send_signal(signal.SIGINT)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Run the command, once for all tests of this file."""
    with _run(write_workspace(tmp_path_factory.mktemp("workspace")).root) as running:
        yield running


@pytest.fixture
def hear(running: Running) -> Iterator[Hear]:
    """Listen to the updates of the sheet; each call waits for the first of which something is true."""
    with running.ask(running.path + UPDATES) as answer:

        def next_update(wanted: Callable[[PreviewUpdate], object]) -> PreviewUpdate:
            # One save may be told in two steps, so what comes first need not be what was saved.
            while line := answer.readline().decode():
                update = json.loads(line.removeprefix("data: ")) if line.startswith("data: ") else {}
                if "pages" in update and wanted(update):
                    return dict(update)
            message = "the updates ended"
            raise AssertionError(message)

        yield next_update


def _edit(running: Running, old: str, new: str) -> None:
    path = running.root / FILE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _fresh(update: PreviewUpdate) -> bool:
    return bool(update["fresh"])


def test_the_address_is_this_machines_and_nobodys_guess(running: Running) -> None:
    """What is printed is 127.0.0.1, a port and a token of 144 random bits."""
    assert re.fullmatch(rf"http://127\.0\.0\.1:\d+/[\w-]{{24}}/\?topic={TOPIC}", running.address)


def test_it_listens_nowhere_else(running: Running) -> None:
    """Another address of the same machine is not answered, so no other machine is either."""
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.2", running.port)):
        pass


@pytest.mark.parametrize(
    ("request_of", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:{port}"}, 421),
        ({"Host": "evil.example:{port}"}, 421),
        ({"Origin": "https://evil.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"method": "POST"}, 405),
    ],
)
def test_only_its_own_page_is_answered(running: Running, request_of: Mapping[str, str], status: int) -> None:
    """A request under another name, from another page or that would change something is refused."""
    given = {name: value.format(port=running.port) for name, value in request_of.items()}
    with running.ask(running.path, **given) as answer:
        assert answer.status == status


@pytest.mark.parametrize(
    "path", ["/", "/updates", "/x/", "/preview.html", f"/{'A' * 24}/", f"/{'A' * 24}/{UPDATES}"]
)
def test_without_the_token_nothing_is_there(running: Running, path: str) -> None:
    """Without the token, the answer is only that there is no such page."""
    with running.ask(path) as answer:
        assert (answer.status, answer.read()) == (404, b"Not Found")
        assert answer.headers["Content-Security-Policy"] == CLOSED


@pytest.mark.parametrize(
    "path",
    [
        "parts/none.js",
        "parts/..%2fpreview.html",
        "parts/source.html",
        "source/",
        "source/?file=clinics/none.yaml",
        "source/?file=handouts/../../secret.yaml",
        "source/?file=../secret.yaml",
        "source/?file=/etc/passwd",
        "source/?file=output/manifest.json",
        "source/?file=clinics/elm-street/logo.png",
        "pages/0000/1.png?width=100",
        "text/0000/",
        "text/0000/handouts/%2e%2e/%2e%2e/secret.svg",
        "text/0000/output/secret.svg",
        "pdf/0000/a.pdf",
        "web/0000/",
    ],
)
def test_nothing_else_of_the_disk_is_reached(running: Running, path: str) -> None:
    """No name leads out of the folders a page is made of, however it is written."""
    (running.root.parent / "secret.yaml").write_text("secret: 1")
    (running.root.parent / "secret.svg").write_text("<svg/>")
    (running.root / "output").mkdir(exist_ok=True)
    (running.root / "output/manifest.json").write_text("{}")

    assert running.get(path)[0] == 404


def test_a_file_is_shown_as_lines(running: Running) -> None:
    """A finding's file is shown whole, each line with its number, and nothing in it is markup."""
    path = running.root / "handouts/odd.yaml"
    path.write_text("title: <script>alert(1)</script>\n", "utf-8")
    status, page = running.get("source/?file=handouts/odd.yaml")
    path.unlink()

    assert status == 200
    assert b'id="L1"' in page
    assert b"&lt;script&gt;alert(1)" in page
    assert b"<script" not in page


def test_an_edit_is_reported(running: Running, hear: Hear) -> None:
    """A saved file gives new pages, as a picture, as a PDF and as text."""
    before = hear(_fresh)["pages"]
    _edit(running, "a sore knee", "a swollen knee")
    pages = hear(lambda update: update["pages"]["id"] != before["id"])["pages"]
    _edit(running, "a swollen knee", "a sore knee")

    assert pages["title"] == "Looking after a swollen knee"
    assert running.get(f"pages/{pages['id']}/1.png?width=200")[1].startswith(b"\x89PNG")
    assert running.get(pages["address"])[1].startswith(b"%PDF")
    assert b"Looking after a swollen knee" in running.get(f"text/{pages['id']}/")[1]
    assert b"Looking after a swollen knee" in running.get(pages["web"])[1]
    assert hear(lambda update: update["pages"]["id"] == before["id"])["pages"] == before


def test_a_mistake_is_reported_and_mended(running: Running, hear: Hear) -> None:
    """A broken file is reported with its line over the last pages; once corrected, they are fresh again."""
    before = hear(_fresh)
    _edit(running, "summary:", "sumary:")
    broken = hear(lambda update: "unknown-field" in {found["code"] for found in update["findings"]})
    _edit(running, "sumary:", "summary:")

    assert (broken["fresh"], broken["pages"]) == (False, before["pages"])
    assert (f"{FILE}:2", "unknown-field") in {(found["place"], found["code"]) for found in broken["findings"]}
    assert hear(_fresh)["findings"] == before["findings"]


@pytest.mark.parametrize(
    "query", ["", "?topic=hip", f"?topic={TOPIC}&clinic=none", "?topic=../..&edition=%00"]
)
def test_a_choice_that_means_nothing_is_answered(running: Running, query: str) -> None:
    """There is an answer to any address, if only that there is nothing to see."""
    with running.ask(f"{running.path}updates{query}") as answer:
        answer.readline()
        answer.readline()
        told = json.loads(answer.readline()[6:])

    assert told["pages"] is None


def test_ctrl_c_ends_it(tmp_path: Path) -> None:
    """Ctrl-C ends the preview cleanly, even while a browser is connected."""
    with _run(write_workspace(tmp_path).root) as running, running.ask(running.path + UPDATES) as answer:
        answer.readline()
        running.process.send_signal(signal.SIGINT)
        told, _ = running.process.communicate(timeout=PATIENCE)

    assert running.process.returncode == 0
    assert told.splitlines()[-1] == "The preview has ended."


def test_a_port_that_is_taken_is_reported(tmp_path: Path) -> None:
    """A port that is in use is reported in one line, with what to do."""
    root = write_workspace(tmp_path).root
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(cli, ["--workspace", str(root), "preview", TOPIC, "--port", port])

    assert result.exit_code == 1
    assert f"port {port} cannot be used" in result.stderr
    assert "--port" in result.stderr


def test_an_unknown_topic_is_reported(tmp_path: Path) -> None:
    """A name that nothing has is reported with what may have been meant."""
    root = write_workspace(tmp_path).root
    result = CliRunner().invoke(cli, ["--workspace", str(root), "preview", "sore-kne"])

    assert result.exit_code == 2
    assert f"did you mean '{TOPIC}'?" in result.stderr


@pytest.mark.parametrize("library", ["starlette", "uvicorn", "watchfiles"])
def test_without_the_extra_it_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    """Where the extra is not installed, one line says which library is missing and what to run."""
    for name in [name for name in sys.modules if name.startswith(("leafwright.preview", library))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Without(library), *sys.meta_path])
    root = write_workspace(tmp_path).root

    result = CliRunner().invoke(cli, ["--workspace", str(root), "preview", TOPIC])

    assert result.exit_code == 1
    assert "FILE.whl[preview]" in result.stderr


def test_when_a_file_was_saved_is_known(tmp_path: Path) -> None:
    """The time is that of the file saved last; of what is gone it is now."""
    first, last = tmp_path / "a.yaml", tmp_path / "b.yaml"
    for path in (first, last):
        path.write_text("a")
    assert saved_at({first, last}) == max(path.stat().st_mtime for path in (first, last))
    assert saved_at({tmp_path / "gone.yaml"}) >= last.stat().st_mtime
