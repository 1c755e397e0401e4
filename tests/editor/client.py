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

SERVER: Final = Path(sys.prefix, "editor/node_modules/yaml-language-server/bin/yaml-language-server")
"""Where `make test` installs it."""
SETTINGS: Final[Mapping[str, Any]] = {
    "yaml": {"completion": True, "hover": True, "validate": True, "schemaStore": {"enable": False}}
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
        shown = self._ask("textDocument/hover", **self._open(name, marked))
        return str(shown["contents"]["value"]) if shown else ""

    def complete(self, name: str, marked: str) -> set[str]:
        """Return what is offered at the mark."""
        offered = self._ask("textDocument/completion", **self._open(name, marked))
        return {item["label"] for item in offered["items"]}

    def faults(self, texts: Iterable[tuple[str, str]]) -> list[list[str]]:
        """Return what is marked as wrong in each text; all are open at once, because the server waits."""
        uris = [self._open(name, text)["textDocument"]["uri"] for name, text in texts]
        found: dict[str, list[str]] = {}
        while {*uris} - {*found}:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                faults = message["params"]["diagnostics"]
                found[message["params"]["uri"]] = [fault["message"] for fault in faults]
        return [found[uri] for uri in uris]

    def _open(self, name: str, marked: str) -> dict[str, Any]:
        """Open a text under a file name of its own, because the server publishes faults once for each."""
        self._last += 1
        uri = f"{(self.root / name).parent.as_uri()}/{self._last}-{Path(name).name}"
        before, _, after = marked.partition(MARK)
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": before + after}
        self._tell("textDocument/didOpen", textDocument=item)
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return {"textDocument": {"uri": uri}, "position": position}

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
