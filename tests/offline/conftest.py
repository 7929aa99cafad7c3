"""Portals under a server that a test stops, and a browser whose worker keeps their pages."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from plugins.base.policy import SENT_POLICY
from tests.conftest import CONTENT, Site, article, copied

NEWS = article("Tin đầu tiên", "", sources="", date="2026-11-02")
ENGLISH_NEWS = article("First news", "", sources="", date="2026-11-02")
PORTAL: Mapping[str, str | bytes] = {
    **CONTENT,
    "news/2026/tin/index.vi.md": NEWS,
    "news/2026/tin/index.en.md": ENGLISH_NEWS,
    "pages/about/index.vi.md": "---\ntitle: Giới thiệu\nsummary: Cổng này.\n---\nChữ.\n",
    "pages/about/index.en.md": "---\ntitle: About\nsummary: This portal.\n---\nWords.\n",
    **{
        f"articles/bai-{number:02}/index.vi.md": article(
            f"Bài số {number:02}", f"Nội dung {number}.", date=f"2026-10-{number + 1:02}"
        )
        for number in range(20)
    },
}


class Server:
    """Serves `folder` on loopback as hosts are advised to, until it is stopped.

    `asked` are the paths that were asked for; `headers` are sent for those that end so, and an
    error for those that are `broken`; those that are `slow` wait while they are. Of what is `cut`
    half is sent and then nothing, what is `partial` is said to be a part.
    """

    def __init__(self, folder: Path) -> None:
        self.asked: list[str] = []
        self.headers: dict[str, dict[str, str]] = {}
        self.policy = SENT_POLICY
        self.broken: set[str] = set()
        self.slow: set[str] = set()
        self.cut: set[str] = set()
        self.partial: set[str] = set()
        self._folder = folder
        self._port = 0
        self._running: ThreadingHTTPServer | None = None
        self.start()

    @property
    def address(self) -> str:
        """Where the folder is served."""
        return f"http://127.0.0.1:{self._port}/"

    def start(self) -> None:
        """Serve, at the same address again."""
        handler = partial(_Handler, self, directory=str(self._folder))
        self._running = ThreadingHTTPServer(("127.0.0.1", self._port), handler)
        self._port = self._running.server_port
        threading.Thread(target=self._running.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Be gone: whoever asks is refused."""
        if self._running:
            self._running.shutdown()
            self._running.server_close()
            self._running = None


class _Handler(SimpleHTTPRequestHandler):
    def __init__(self, server: Server, *arguments: object, **options: object) -> None:
        self._of = server
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        # It tells seconds apart, and tests publish twice in one.
        del self.headers["If-Modified-Since"]
        while self.path in self._of.slow:
            time.sleep(0.05)
        if self.path in self._of.broken:
            self.send_error(500)
        elif any(self.path.startswith(start) for start in self._of.cut):
            self._send_half()
        else:
            super().do_GET()

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(206 if self.path in self._of.partial else code, message)

    def _send_half(self) -> None:
        data = Path(self.translate_path(self.path)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/octet-stream")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2])

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        self._of.asked.append(path)
        named = "/giao-dien/" in path or "/tep/" in path
        self.send_header("Cache-Control", "max-age=31536000" if named else "no-cache")
        self.send_header("Content-Security-Policy", self._of.policy)
        for ending, headers in self._of.headers.items():
            for name, value in headers.items() if path.endswith(ending) else ():
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that has never seen the portal."""
    opened = browser.new_context(timezone_id="Asia/Ho_Chi_Minh", locale="vi-VN")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of it."""
    return context.new_page()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small portal that is built; nobody may change it."""
    made = Site(tmp_path_factory.mktemp("built")).write(PORTAL)
    done = made.build()
    assert done.code == 0, done.stderr
    return made


@pytest.fixture
def portal(built: Site, tmp_path: Path) -> Site:
    """A small portal that is built, each test's own."""
    return copied(built, tmp_path, "output")


@pytest.fixture
def server(portal: Site) -> Iterator[Server]:
    """The portal, served."""
    running = Server(portal.folder / "output/xa")
    yield running
    running.stop()


def visit(page: Page, address: str) -> None:
    """Open a page, and wait until the worker has kept what it keeps of its own accord."""
    page.goto(address)
    settle(page)


def until(page: Page, code: str) -> None:
    """Wait until what `code` promises is so."""
    page.evaluate(f"""async () => {{
      const isSo = {code}
      for (let turn = 0; turn < 1200; turn++) {{
        if (await isSo()) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }}
      throw new Error("it has not come about")
    }}""")


def stop_workers(page: Page) -> None:
    """End all workers, as browsers do when they have nothing to do, or no room."""
    session = page.context.new_cdp_session(page)
    session.send("ServiceWorker.enable")
    session.send("ServiceWorker.stopAllWorkers")
    session.detach()


def settle(page: Page) -> None:
    """Wait until the worker has agreed with the portal since this page was opened."""
    page.evaluate("""async () => {
      const opened = new Date(performance.timeOrigin).toISOString()
      const { scope } = await navigator.serviceWorker.ready
      const cache = await caches.open(`portal ${new URL(scope).pathname} state`)
      for (let turn = 0; turn < 1200; turn++) {
        const state = await (await cache.match(`${scope}ngoai-tuyen/state`))?.json()
        if (state?.checked > opened) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error("the worker has not agreed with the portal")
    }""")
