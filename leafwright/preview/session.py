"""Run a preview from beginning to end: open everything it needs, and close it again."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import create_server, socket
from threading import Event
from time import time

from leafwright import fonts
from leafwright.build import local_pool
from leafwright.preview.guard import HOST, Guard
from leafwright.preview.presenter import Presenter
from leafwright.preview.rebuild import Rebuilder
from leafwright.preview.renderer import Renderer
from leafwright.preview.server import Server, Site
from leafwright.preview.viewers import Previewer
from leafwright.preview.watcher import watch_workspace
from leafwright.workspace import Workspace

TOKEN_BYTES = 18


class PortError(RuntimeError):
    """The requested port cannot be used; the message says why and what to do."""


class WatchError(RuntimeError):
    """This machine does not report changed files; the message says what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSettings:
    """The workspace, the port to serve on, 0 for any free one, and the editor to open files with."""

    workspace: Workspace
    port: int = 0
    editor: str = ""


def serve_preview(settings: PreviewSettings, opened: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; `opened` is called with the address as soon as it answers.

    Raises PortError, WatchError, and EngineError or FontError when this machine cannot lay out pages.
    """
    with ExitStack() as stack:
        listening = stack.enter_context(_listen(settings.port))
        renderer = Renderer(local_pool(1))
        stack.callback(renderer.close)
        started = renderer.start()
        rebuilder = Rebuilder(settings.workspace, renderer, fonts.activate().fingerprint)
        previewer = Previewer(rebuilder)
        stack.callback(previewer.close)
        presenter = Presenter(workspace=settings.workspace, editor=settings.editor)
        guard = Guard(port=listening.getsockname()[1], token=secrets.token_urlsafe(TOKEN_BYTES))
        server = Server(
            Site(rebuilder=rebuilder, previewer=previewer, presenter=presenter, streams=set()), guard
        )
        watching = stack.enter_context(_watching(settings.workspace, previewer))
        watching.add_done_callback(lambda _done: setattr(server, "should_exit", True))
        started.result()
        opened(guard.address)
        server.run(sockets=[listening])
        if watching.done():
            _raise_watch_error(watching)


@contextmanager
def _listen(port: int) -> Iterator[socket]:
    try:
        listening = create_server((HOST, port))
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        message = f"port {port} cannot be used ({reason}): give another --port, or none for any free one"
        raise PortError(message) from fault
    with listening:
        yield listening


@contextmanager
def _watching(workspace: Workspace, previewer: Previewer) -> Iterator[Future[None]]:
    """Watch for changes in a thread, and start a rebuild after each."""
    stop = Event()

    def watch() -> None:
        for changed in watch_workspace(workspace, stop):
            previewer.files_changed(saved_at(changed))

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="watch") as executor:
        try:
            yield executor.submit(watch)
        finally:
            stop.set()


def saved_at(changed: Iterable[Path]) -> float:
    """Return the time when the last of some files was saved; the current time if all are gone."""
    times = [path.stat().st_mtime for path in changed if path.is_file()]
    return max(times, default=time())


def _raise_watch_error(watching: Future[None]) -> None:
    fault = watching.exception()
    message = f"changes of files cannot be watched ({fault}): set WATCHFILES_FORCE_POLLING=true"
    raise WatchError(message) from fault
