"""How soon a saved text is seen: `serve` and `hugo server` on the same texts, by real requests."""

from __future__ import annotations

import http.client
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from statistics import median
from threading import Thread
from typing import IO, Final

from benchmarks.aside import put_aside
from benchmarks.checks import Figure, checks_table
from benchmarks.corpus import write_corpus
from benchmarks.edits import newest_news
from benchmarks.hugo.site import hugo_command, write_hugo_site
from benchmarks.hugo.source import Source, read_source
from benchmarks.hugo.texts import text_path
from benchmarks.report import machine
from benchmarks.rows import ROOT, WORK
from plugins.articles.article import Version
from plugins.pages import addresses

SERVE: Final = "serve"
# So many articles, and within how many seconds what was saved shall be seen.
_AIMS: Final = {1000: 0.2, 10_000: 0.5}
_SAVES: Final = 5
# There Hugo takes minutes for each.
_HUGOS_SAVES: Final = {10_000: 1}
_PATIENCE: Final = 3600
# A server is asked so often whether it shows what was saved.
_TICK: Final = 0.01
_REST: Final = 1.0
_HEAD: Final = """\
# How soon a saved text is seen

Written by `python3 run.py bench --row serve`.
Both servers run on the same texts, one after the other; a file is saved, and the time is taken until a request for a page brings what was written.
Ours is asked when it tells the open pages to load themselves anew, Hugo's every ten milliseconds.
Before the next save nothing is left to do of the last one: ours shows a text before it has checked and written everything.
Each figure is the median of five saves; of ten thousand articles Hugo is shown one save of each kind, since each takes it minutes.
"""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A kind of change: it puts a mark into the file at `path`, also into Hugo's; seen on `page`."""

    name: str
    path: Path
    hugos: Path
    page: str
    marked: Callable[[str, str], str]

    def save(self, path: Path, mark: str) -> None:
        text = path.read_text(encoding="utf-8")
        path.write_text(self.marked(text, mark), encoding="utf-8", newline="\n")


@dataclass(frozen=True, slots=True)
class _Server:
    """A running server.

    `news` waits until it tells that pages have changed, `rest` until it has nothing left to do.
    """

    port: int
    news: Callable[[], object]
    rest: Callable[[], object]

    def shows(self, address: str, part: str) -> bool:
        """Whether a request for a page brings `part`; Hugo breaks off while it writes one."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)) as connection:
            try:
                connection.request("GET", address)
                return part in connection.getresponse().read().decode()
            except (OSError, http.client.HTTPException):
                return False


def measure_serving(
    clock: datetime, sizes: Sequence[int] = tuple(_AIMS), saves: int = _SAVES, work: Path = WORK
) -> tuple[Figure, ...]:
    """How soon a new paragraph and a new headline are seen, in seconds, in the middle of `saves`."""
    found = (_measured(size, clock, saves, work / SERVE) for size in sizes)
    return tuple(chain.from_iterable(found))


def write_serving(path: Path, figures: tuple[Figure, ...], day: datetime) -> str:
    """Write the figures into the file at `path`; the table that it holds."""
    table = checks_table(figures)
    head = f"{_HEAD}\n{day:%Y-%m-%d}; {machine()}.\n\n"
    path.write_text(f"{head}{table}\n", encoding="utf-8", newline="\n")
    return table


def _measured(size: int, clock: datetime, saves: int, work: Path) -> Iterator[Figure]:
    put_aside(work)
    write_corpus(work / "content", size)
    source = read_source(work / "content", clock)
    (portal,) = source.site.portals
    write_hugo_site(source, portal, work / "hugo")
    article = min((work / "content" / "articles").glob("*/index.vi.md"))
    edits = tuple(_edits(source, article, work))
    with _ours(work, clock) as server:
        ours = [_seen(server, edit, edit.path, saves) for edit in edits]
    with _hugos(work / "hugo", edits[0].page) as server:
        hugos = [_seen(server, edit, edit.hugos, _HUGOS_SAVES.get(size, saves)) for edit in edits]
    for edit, own, other in zip(edits, ours, hugos, strict=True):
        name = f"{size:,} articles: {edit.name}"
        yield Figure(name, "s", own, "`hugo server`", other, _AIMS.get(size, 0.2))


def _version(source: Source, path: Path, work: Path) -> Version:
    article = source.site.by_path[path.relative_to(work / "content").as_posix()]
    return article.versions["vi"]


def _edits(source: Source, article: Path, work: Path) -> Iterator[_Edit]:
    """A paragraph of an article and the newest headline, seen on its page; a table, on its own."""
    page = f"/{addresses.text(_version(source, article, work), 'vi')}"
    changes = (
        ("a new paragraph", article, lambda text, mark: f"{text}\n\n{mark}.\n"),
        ("a new headline, on another page", newest_news(work / "content"), _retitled),
    )
    for name, path, marked in changes:
        version = _version(source, path, work)
        hugos = f"content/vi/{text_path(source.site.by_path[version.path])}.md"
        yield _Edit(name, path, work / "hugo" / hugos, page, marked)
    table = min((work / "content" / "comparisons").glob("*.yaml"))
    hugos = f"data/comparisons/{table.stem}.json"
    page = f"/{addresses.comparison('vi', table.stem)}"
    yield _Edit("a table's new title", table, work / "hugo" / hugos, page, _renamed)


def _retitled(text: str, mark: str) -> str:
    return re.sub(r'(title"?: ")', rf"\g<1>{mark}, ", text, count=1)


def _renamed(text: str, mark: str) -> str:
    return re.sub(r'(title"?: \{\s*"?vi"?: ")', rf"\g<1>{mark}, ", text, count=1)


def _seen(server: _Server, edit: _Edit, path: Path, saves: int) -> float:
    """The seconds from a save until the page shows it, in the middle of some saves."""
    found = []
    for number in range(saves):
        server.rest()
        time.sleep(_REST)
        mark = f"Lần sửa {number + 1} lúc {len(edit.name)} giờ"
        started = time.perf_counter()
        edit.save(path, mark)
        while not server.shows(edit.page, mark):
            server.news()
            if time.perf_counter() - started > _PATIENCE:
                raise TimeoutError(mark)
        found.append(time.perf_counter() - started)
    return median(found)


@contextmanager
def _ours(work: Path, clock: datetime) -> Iterator[_Server]:
    command = [sys.executable, str(ROOT / "tasks.py"), "serve", "--port", "0"]
    options = ["--content", "content", "--clock", f"{clock:%Y-%m-%dT%H:%M}"]
    with _process([*command, *options], work) as said:
        port = next(int(found[1]) for line in said if (found := re.search(r":([0-9]+)/", line)))
        Thread(target=lambda: list(said), daemon=True).start()
        page = _OpenPage(port)
        yield _Server(port, page.wait, page.wait_for_rest)


class _OpenPage:
    """Hears what the open pages are told."""

    def __init__(self, port: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request("GET", "/__serve/events")
        self._lines = iter(connection.getresponse())
        self._state: dict[str, str] = {"version": "", "busy": "yes"}

    def wait(self) -> None:
        """Wait until pages are to load themselves anew, or all is done."""
        version = self._state["version"]
        self._hear()
        while self._state["busy"] and self._state["version"] == version:
            self._hear()

    def wait_for_rest(self) -> None:
        """Wait until everything is checked and written."""
        while self._state["busy"]:
            self._hear()

    def _hear(self) -> None:
        line = next(line for line in self._lines if line.startswith(b"data: "))
        self._state = json.loads(line.removeprefix(b"data: "))


@contextmanager
def _hugos(site: Path, page: str) -> Iterator[_Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    where = ("--bind", "127.0.0.1", "--port", str(port))
    binary, *options = hugo_command(site)
    # Every page is to be right, and not only those that were looked at.
    command = [binary, "server", *options, *where, "--disableFastRender"]
    server = _Server(port, lambda: time.sleep(_TICK), lambda: None)
    with _process(command, site):
        while not server.shows(page, "</html>"):
            time.sleep(1)
        yield server


@contextmanager
def _process(command: Sequence[str], folder: Path) -> Iterator[IO[str]]:
    """A process in `folder` until the end of the block; gives what it says."""
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, encoding="utf-8")
    assert process.stderr is not None
    try:
        yield process.stderr
    finally:
        process.kill()
        process.wait()
