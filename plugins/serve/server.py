"""The server: reads requests, sends answers, and keeps a stream of news for each open page."""

from __future__ import annotations

import json
import os
import socketserver
import sys
from collections.abc import Iterable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from plugins.base.policy import SENT_POLICY
from plugins.builds.messages import say
from plugins.serve.answers import Answer, Served, answer
from plugins.serve.board import Board, State
from plugins.serve.hosts import is_loopback
from plugins.serve.live import EVENTS

ADDRESS: Final = "127.0.0.1"
_HEADERS: Final = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", SENT_POLICY),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
)
# Now and then something is sent, or the server would not learn that a page has gone.
_HEARTBEAT: Final = 10.0


class Server(ThreadingHTTPServer):
    """Listens on the loopback address alone; a thread for each connection."""

    # Elsewhere this would let two programs listen at one port.
    allow_reuse_address = os.name == "posix"
    block_on_close = False

    def __init__(self, port: int, served: Served, board: Board) -> None:
        super().__init__((ADDRESS, port), partial(_Handler, served, board))

    def server_bind(self) -> None:
        """Take the port; the name of the machine, which is asked for in a network, is not used."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing is wrong when a browser hangs up."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "portals"
    sys_version = ""
    disable_nagle_algorithm = True
    # Seconds that a connection may stand idle.
    timeout = 60

    def __init__(self, served: Served, board: Board, *connection: Any) -> None:
        self._served = served
        self._board = board
        super().__init__(*connection)

    def do_GET(self) -> None:
        if self._refuse_foreign():
            return
        if self.path == EVENTS:
            self._stream()
            return
        state = self._board.state
        self._send(answer(self._served, state.portals, state.version, self.path))

    def do_HEAD(self) -> None:
        if self.path == EVENTS and not self._refuse_foreign():
            self._begin(HTTPStatus.OK, "text/event-stream", ())
        else:
            self.do_GET()

    def parse_request(self) -> bool:
        """Read a request; one that wants to change something is refused, and its body not read."""
        if not super().parse_request():
            return False
        if self.command in ("GET", "HEAD"):
            self.close_connection |= "Content-Length" in self.headers
            return True
        self.close_connection = True
        headers = (("Allow", "GET, HEAD"), ("Connection", "close"))
        self._send(Answer(HTTPStatus.METHOD_NOT_ALLOWED), headers)
        return False

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal is for what the builds have to say."""

    def _refuse_foreign(self) -> bool:
        if is_loopback(self.headers.get_all("Host", [])):
            return False
        self._send(Answer(HTTPStatus.MISDIRECTED_REQUEST))
        return True

    def _send(self, made: Answer, headers: Iterable[tuple[str, str]] = ()) -> None:
        length = ("Content-Length", str(len(made.body)))
        location = (("Location", made.location),) if made.location else ()
        self._begin(made.status, made.type, (length, *location, *headers))
        if self.command != "HEAD":
            self.wfile.write(made.body)

    def _begin(
        self, status: HTTPStatus, media_type: str, headers: Iterable[tuple[str, str]]
    ) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", media_type), *headers, *_HEADERS):
            self.send_header(name, value)
        self.end_headers()

    def _stream(self) -> None:
        """Send each state from now on, for as long as the page is open."""
        self.close_connection = True
        self._begin(HTTPStatus.OK, "text/event-stream", (("Connection", "close"),))
        state: State | None = self._board.state
        number = 0
        while True:
            if state is not None:
                number = state.number
            self.wfile.write(b": \n\n" if state is None else self._event(state))
            state = self._board.after(number, _HEARTBEAT)

    def _event(self, state: State) -> bytes:
        language = self._served.language
        data = {
            "version": state.version,
            "busy": say(language, "serve-busy") if state.is_building else "",
            **state.report.as_data(language),
        }
        return f"retry: 500\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
