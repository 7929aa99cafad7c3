"""What a browser loads on its first visit to a page, from a server that compresses as hosts do."""

from __future__ import annotations

import gzip
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Route

from plugins.base.media import media_type

_TEXT: Final = ("text/", "application/json", "application/xml", "image/svg+xml")
_KINDS: Final = {"document": "HTML", "stylesheet": "CSS", "script": "scripts"}
_STRONGEST: Final = 9


@dataclass(frozen=True, slots=True)
class Visit:
    """The bytes that the host sent of each kind, in so many answers; and who else was asked."""

    requests: int
    bytes: Counter[str]
    elsewhere: tuple[str, ...]

    @property
    def total(self) -> int:
        """All bytes together."""
        return sum(self.bytes.values())


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, *connection: Any) -> None:
        self._folder = folder
        super().__init__(*connection)

    def do_GET(self) -> None:
        name = unquote(urlsplit(self.path).path).lstrip("/")
        path = (self._folder / name).resolve()
        path = path / "index.html" if path.is_dir() else path
        is_here = path.is_file() and path.is_relative_to(self._folder.resolve())
        data = path.read_bytes() if is_here else b""
        kind = media_type(path.name)
        self.send_response(200 if is_here else 404)
        self.send_header("Content-Type", kind)
        if kind.startswith(_TEXT):
            data = gzip.compress(data, _STRONGEST, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing is wrong when a browser hangs up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def hosted(folder: Path) -> Iterator[str]:
    """The address under which the files of `folder` are sent, compressed."""
    server = _Server(("127.0.0.1", 0), partial(_Handler, folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def visit(browser: Browser, home: str, page: str) -> Visit:
    """The first visit to `page` of the host at `home`; other hosts are asked and give nothing."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    elsewhere: list[str] = []
    sent: Counter[str] = Counter()
    answers: list[Any] = []

    def refuse(route: Route) -> None:
        elsewhere.append(urlsplit(route.request.url).netloc)
        route.abort()

    opened = context.new_page()
    opened.route(lambda url: not url.startswith((home, "data:", "blob:")), refuse)
    opened.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108  it marks what it is given
    opened.goto(home + page, wait_until="networkidle")
    loaded = [one for one in answers if one.url.startswith(home)]
    for answer in loaded:
        kind = _KINDS.get(answer.request.resource_type, "other")
        sent[kind] += int(answer.headers.get("content-length", 0))
    context.close()
    return Visit(len(loaded), sent, tuple(sorted(set(elsewhere))))
