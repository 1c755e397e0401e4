"""Serve the preview to a browser: a page, its pictures, and an update after every rebuild; all read-only.

This is the only module with coroutines, and the only one that uses starlette and uvicorn.
"""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath
from socket import socket
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from leafwright.preview.choice import PARTS, SheetChoice
from leafwright.preview.drawing import draw_page
from leafwright.preview.guard import HEADERS, PAGE, TEXT, Guard
from leafwright.preview.presenter import Presenter
from leafwright.preview.rebuild import Pages, Rebuilder
from leafwright.preview.sources import render_source
from leafwright.preview.viewers import Previewer, PreviewUpdate
from leafwright.resources import shared

TYPES: Final[Mapping[str, str]] = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
}
PICTURED: Final = frozenset({"handouts", "clinics", "templates"})
"""The folders whose pictures a sheet may show."""
FOREVER: Final = {"Cache-Control": "private, max-age=31536000, immutable"}
"""For answers with the fingerprint of their content in their address."""
TEXT_HEAD: Final = (
    '<link rel="stylesheet" href="../../parts/colours.css">'
    '<link rel="stylesheet" href="../../parts/text.css"><base target="_blank">'
)
"""Replaces a sheet's styles where its text is shown."""

_STYLE: Final = re.compile(r"<style>.*?</style>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Answers requests that the guard let through."""

    rebuilder: Rebuilder
    previewer: Previewer
    presenter: Presenter
    streams: "set[asyncio.Queue[PreviewUpdate | None]]"

    def page(self, _request: Request) -> Response:
        """Return the page itself; everything on it comes in updates."""
        content = (shared("templates") / "preview.html").read_bytes()
        return Response(content, media_type="text/html", headers={"Content-Security-Policy": PAGE})

    def part(self, request: Request) -> Response:
        """Return a style or a script of the page; only existing files of the folder are served."""
        files = {path.name: path for path in (shared("templates") / "preview").iterdir()}
        path = files.get(request.path_params["name"])
        if path is None or path.suffix not in TYPES:
            return _missing()
        return Response(path.read_bytes(), media_type=TYPES[path.suffix])

    def picture(self, request: Request) -> Response:
        """Return a page of a sheet as a picture of the requested width in pixels."""
        pages, width = self._pages(request), request.query_params.get("width", "")
        if pages is None or not re.fullmatch(r"[0-9]{1,5}", width):
            return _missing()
        number = request.path_params["number"]
        if not 1 <= number <= pages.printed.pages:
            return _missing()
        content = draw_page(pages.printed.content, number, int(width))
        return Response(content, media_type="image/png", headers=FOREVER)

    def file(self, request: Request) -> Response:
        """Return the PDF itself."""
        pages = self._pages(request)
        if pages is None:
            return _missing()
        # The browser's PDF viewer has its own styles, which the policy for pages would forbid.
        headers = {"Content-Security-Policy": "frame-ancestors 'none'", **FOREVER}
        return Response(pages.printed.content, media_type="application/pdf", headers=headers)

    def web(self, request: Request) -> Response:
        """Return the web page of a sheet, which has a policy of its own."""
        pages = self._pages(request)
        if pages is None or not pages.web_page:
            return _missing()
        headers = {"Content-Security-Policy": "frame-ancestors 'none'"}
        return Response(pages.web_page, media_type="text/html", headers=headers)

    def text(self, request: Request) -> Response:
        """Return the text of a sheet, with the order, headings, lists and tables of its tags."""
        pages = self._pages(request)
        if pages is None:
            return _missing()
        html = _STYLE.sub(TEXT_HEAD, pages.job.html, count=1)
        return Response(html, media_type="text/html", headers={"Content-Security-Policy": TEXT, **FOREVER})

    def figure(self, request: Request) -> Response:
        """Return a picture that a sheet shows."""
        name = PurePosixPath(request.path_params["name"])
        kind = TYPES.get(name.suffix.lower(), "")
        allowed = name.parts[0] in PICTURED and kind.startswith("image/")
        path = self.presenter.workspace.find(str(name)) if allowed else None
        return Response(path.read_bytes(), media_type=kind) if path else _missing()

    def source(self, request: Request) -> Response:
        """Return a file that a finding points at, line by line."""
        html = render_source(self.presenter.workspace, request.query_params.get("file", ""))
        headers = {"Content-Security-Policy": TEXT}
        return Response(html, media_type="text/html", headers=headers) if html else _missing()

    async def updates(self, request: Request) -> Response:
        """Stream what the preview shows, now and after every change."""
        choice = SheetChoice(**{part: request.query_params.get(part, "") for part in PARTS})
        return StreamingResponse(self._listen(choice), media_type="text/event-stream")

    async def _listen(self, choice: SheetChoice) -> AsyncIterator[str]:
        queue: asyncio.Queue[PreviewUpdate | None] = asyncio.Queue()
        loop = asyncio.get_running_loop()

        def notify(update: PreviewUpdate) -> None:
            loop.call_soon_threadsafe(queue.put_nowait, update)

        self.streams.add(queue)
        viewer = self.previewer.add(choice, notify)
        try:
            while update := await queue.get():
                yield f"data: {json.dumps(self.presenter.present(update), ensure_ascii=False)}\n\n"
        finally:
            self.previewer.remove(viewer)
            self.streams.discard(queue)

    def _pages(self, request: Request) -> Pages | None:
        return self.rebuilder.find_pages(request.path_params["id"])


class GuardMiddleware:
    """Refuses requests in front of the site, and adds the headers of every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        """Guard an application."""
        self._app = app
        self._guard = guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        refused = self._guard.refuse(scope["method"], scope["path"], Headers(scope=scope))

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        app = PlainTextResponse(refused.phrase, refused) if refused else self._app
        await app(scope, receive, send_with_headers)


class Server(uvicorn.Server):
    """Ends its streams before it shuts down, because it would wait for them forever."""

    def __init__(self, site: Site, guard: Guard) -> None:
        """Serve a site."""
        self._site = site
        app = GuardMiddleware(_application(site), guard)
        super().__init__(
            uvicorn.Config(
                app,
                access_log=False,
                http="h11",
                lifespan="off",
                log_config=None,
                server_header=False,
                ws="none",
            )
        )

    async def shutdown(self, sockets: list[socket] | None = None) -> None:
        """End all streams, then the server."""
        for stream in list(self._site.streams):
            stream.put_nowait(None)
        await super().shutdown(sockets)


def _application(site: Site) -> ASGIApp:
    return Starlette(
        routes=[
            Mount(
                "/{token}",
                routes=[
                    Route("/", site.page),
                    Route("/updates", site.updates),
                    Route("/parts/{name}", site.part),
                    Route("/pages/{id}/{number:int}.png", site.picture),
                    Route("/pdf/{id}/{file}", site.file),
                    Route("/web/{id}/", site.web),
                    Route("/source/", site.source),
                    Route("/text/{id}/", site.text),
                    Route("/text/{id}/{name:path}", site.figure),
                ],
            )
        ]
    )


def _missing() -> Response:
    return PlainTextResponse(HTTPStatus.NOT_FOUND.phrase, HTTPStatus.NOT_FOUND)
