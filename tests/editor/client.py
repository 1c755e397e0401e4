"""A client of yaml-language-server: opens texts as an editor does, and asks what it would show.

Source: the Language Server Protocol 3.17.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import which
from typing import Any, Final, Self

from leafwright.resources import PACKAGE

SERVER: Final = Path(sys.prefix, "editor/node_modules/yaml-language-server/bin/yaml-language-server")
"""Where `make test` installs it."""
OF_A_WORKSPACE: Final = PACKAGE / "skeletons/workspace/dot-vscode/settings.json"
SETTINGS: Final[Mapping[str, Any]] = {
    "yaml": {
        "completion": True,
        "hover": True,
        "validate": True,
        "schemaStore": {"enable": False},
        "schemas": json.loads(OF_A_WORKSPACE.read_text("utf-8"))["yaml.schemas"],
    }
}
MARK: Final = "‸"
MARKDOWN: Final = {"contentFormat": ["markdown"]}


def missing() -> str:
    """Say why there is no server; empty if there is one."""
    if not which("node"):
        return "no Node.js: node is not on the path"
    return "" if SERVER.is_file() else f"no {SERVER.name}: `make test` installs it"


class Editor:
    """A server with one open text after another; a position is marked in the text by MARK."""

    def __init__(self, root: Path) -> None:
        """Start the server for the files of a folder."""
        self.root, self._last = root, 0
        command = [which("node") or "node", str(SERVER), "--stdio"]
        self._server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "hover": MARKDOWN,
                    "completion": {"completionItem": {"snippetSupport": True}},
                },
            },
        )
        self._tell("initialized")

    def __enter__(self) -> Self:
        """Use the server."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the server."""
        self._server.kill()
        self._server.communicate()

    def hover(self, name: str, marked: str) -> str:
        """Return what is shown at the mark."""
        shown = self._ask_about("textDocument/hover", name, marked)
        return str(shown["contents"]["value"]) if shown else ""

    def complete(self, name: str, marked: str) -> set[str]:
        """Return what is offered at the mark."""
        offered = self._ask_about("textDocument/completion", name, marked)
        return {item["label"] for item in offered["items"]}

    def faults(self, texts: Iterable[tuple[str, str]]) -> list[list[str]]:
        """Return what is marked as wrong in each text; all are open at once, because the server waits."""
        uris = [
            self._open(name.replace("/", f"/{number}-"), text) for number, (name, text) in enumerate(texts)
        ]
        found: dict[str, list[str]] = {}
        while {*uris} - {*found}:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                faults = message["params"]["diagnostics"]
                found[message["params"]["uri"]] = [fault["message"] for fault in faults]
        return [found[uri] for uri in uris]

    def _ask_about(self, method: str, name: str, marked: str) -> Any:
        before, _, after = marked.partition(MARK)
        uri = self._open(name, before + after)
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        answer = self._ask(method, textDocument={"uri": uri}, position=position)
        self._tell("textDocument/didClose", textDocument={"uri": uri})
        return answer

    def _open(self, name: str, text: str) -> str:
        uri = (self.root / name).as_uri()
        self._last += 1  # the server knows a text by its version
        item = {"uri": uri, "languageId": "yaml", "version": self._last, "text": text}
        self._tell("textDocument/didOpen", textDocument=item)
        return uri

    def _ask(self, method: str, **params: Any) -> Any:
        self._last += 1
        asked = self._last
        self._send({"id": asked, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == asked and "method" not in message:
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _read(self) -> dict[str, Any]:
        """Read a message, and answer it if it is a question."""
        stream = self._server.stdout
        assert stream
        length = 0
        while (line := stream.readline()) not in {b"\r\n", b""}:
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(stream.read(length))
        if "method" in message and "id" in message:
            wanted = message["params"].get("items", ()) if message.get("params") else ()
            answer = [SETTINGS.get(item.get("section", ""), {}) for item in wanted] or None
            self._send({"id": message["id"], "result": answer})
        return message

    def _send(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self._server.stdin
        assert stream
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        stream.flush()
