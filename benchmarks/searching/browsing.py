"""Asks queries in a browser, as a reader does, and counts what each of them fetches."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

from benchmarks.searching.judged import Answer, Query
from benchmarks.searching.node import sizes
from plugins.languages.language import Lang
from plugins.pages import addresses

# Asks a query on a page of the site at an address; the titles that are found.
_Ask: TypeAlias = Callable[[Page, str, Query], tuple[str, ...]]
_PATIENCE: Final = 20.0
# What a query fetches besides the program, which stays the same.
_PROGRAM: Final = re.compile(r"\.(?:js|html|css|svg|ico)$|/$|/wasm\.\w+\.pagefind$")
_PAGEFIND: Final = """async (query) => {
  const engine = await import("/pagefind/pagefind.js")
  const found = await engine.search(query)
  const ten = await Promise.all(found.results.slice(0, 10).map((one) => one.data()))
  return ten.map((one) => one.meta.title)
}"""


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address under which the files of `folder` are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def browser() -> Iterator[Browser]:
    """A running Chromium of this machine."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    options = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=options)
        yield running
        running.close()


def own_answers(running: Browser, portal: Path, queries: Sequence[Query]) -> list[Answer]:
    """What the search page of a portal finds."""

    def ask(page: Page, base: str, query: Query) -> tuple[str, ...]:
        lang: Lang = "en" if query.lang == "en" else "vi"
        page.goto(f"{base}{addresses.search(lang)}?q={quote(query.query)}")
        _wait_for(page)
        return tuple(page.locator('[data-part="search-results"] h2').all_inner_texts())

    return _answers(running, portal, queries, ask)


def _wait_for(page: Page) -> None:
    """Wait until the page tells how many results there are."""
    status = page.locator('[data-part="search-status"]')
    busy = status.get_attribute("data-busy")
    end = time.monotonic() + _PATIENCE
    while status.inner_text() in {"", busy} and time.monotonic() < end:
        time.sleep(0.01)


def pagefind_answers(running: Browser, site: Path, queries: Sequence[Query]) -> list[Answer]:
    """What Pagefind finds in the pages of `site`."""

    def ask(page: Page, base: str, query: Query) -> tuple[str, ...]:
        page.goto(f"{base}{query.lang}.html")
        return tuple(page.evaluate(_PAGEFIND, query.query))

    return _answers(running, site, queries, ask)


def _note(paths: list[str], request: Request) -> None:
    paths.append(urlsplit(request.url).path)


def _answers(running: Browser, folder: Path, queries: Sequence[Query], ask: _Ask) -> list[Answer]:
    """Each query is asked by a reader who was never here before."""
    titles: list[tuple[str, ...]] = []
    fetched: list[list[Path]] = []
    with served(folder) as base:
        for query in queries:
            paths: list[str] = []
            context = running.new_context()
            page = context.new_page()
            page.on("request", partial(_note, paths))
            titles.append(ask(page, base, query))
            context.close()
            fetched.append(
                [folder / unquote(path[1:]) for path in paths if not _PROGRAM.search(path)]
            )
    known = sizes(path for paths in fetched for path in paths)
    return [
        Answer(found, sum(known[path] for path in paths))
        for found, paths in zip(titles, fetched, strict=True)
    ]
