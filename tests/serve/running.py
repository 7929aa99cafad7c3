"""A server that a test starts, edits files under, and listens to."""

from __future__ import annotations

import http.client
import json
import os
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from typing import Any

from tests.conftest import CLOCK, ROOT, Site

# Machines are busy; nothing here waits so long where all is well.
PATIENCE = 90
PROGRAM = """\
import sys
from pathlib import Path
from plugins.serve.serve import ServeOptions, serve
portal, port, content, home = sys.argv[1:]
sys.exit(serve(ServeOptions(portal, int(port), content, "cache", "{clock}", 1), Path(home)))
"""


class Running:
    """A running server, what it says, and what open pages are told."""

    def __init__(self, site: Site, portal: str = "", port: int = 0) -> None:
        self.home = site.folder / "home"
        if not self.home.exists():
            shutil.copytree(ROOT / "theme", self.home / "theme")
            shutil.copy(ROOT / "pelicanconf.py", self.home)
        program = PROGRAM.replace("{clock}", CLOCK)
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, portal, str(port), "content", str(self.home)],
            cwd=site.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PORTAL_LANG": "en"},
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        self.said: list[str] = []
        self.port = 0
        self._states: queue.Queue[dict[str, Any]] = queue.Queue()

    def start(self) -> None:
        """Wait for the address, then listen."""
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        match = re.search(r"http://127\.0\.0\.1:([0-9]+)/", line)
        assert match, line
        self.port = int(match[1])
        threading.Thread(target=self._hear, args=(self.process.stderr,), daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self) -> str:
        """Where the portals are."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(
        self, target: str, method: str = "GET", headers: Mapping[str, str] | None = None
    ) -> tuple[http.client.HTTPResponse, str]:
        """The answer to a request, with its text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, target, headers=dict(headers or {}))
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response, text

    def page(self, target: str = "/") -> str:
        """The text of a page."""
        return self.ask(target)[1]

    def until(self, right: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next finished state that is `right`."""
        while True:
            state = self._states.get(timeout=PATIENCE)
            if not state["busy"] and right(state):
                return state

    def until_page(self, target: str, part: str) -> None:
        """Ask for a page until `part` stands on it."""
        end = time.monotonic() + PATIENCE
        while part not in self.page(target):
            assert time.monotonic() < end
            time.sleep(0.02)

    def until_wrong(self, part: str) -> dict[str, Any]:
        """The next state with a problem in whose path or message `part` stands."""
        return self.until(
            lambda state: any(
                part in f"{one['path']} {one['message']}" for one in state["problems"]
            )
        )

    def until_mended(self) -> dict[str, Any]:
        """The next state without an error."""
        return self.until(lambda state: not state["errors"])

    def stop(self, how: int = signal.SIGINT) -> int:
        """Interrupt it as a person does; how it ended."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def _hear(self, stream: Any) -> None:
        for line in stream:
            self.said.append(line)

    def _listen(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        # In the end the server goes away.
        with closing(connection), suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/__serve/events")
            for line in connection.getresponse():
                if line.startswith(b"data: "):
                    self._states.put(json.loads(line[6:]))


@contextmanager
def running(site: Site, portal: str = "") -> Iterator[Running]:
    """A server of `site` after its first build."""
    server = Running(site, portal)
    try:
        server.start()
        server.until(lambda _: True)
        yield server
    finally:
        server.process.kill()
        server.process.wait()
