"""Visitors see whole releases, whatever kills the publisher; and the drill could tell."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random

import pytest
from aiohttp import web

from plugins.releases.disk import swap_link
from tests.conftest import skip
from tests.drills import kill
from tests.drills.load import Load
from tests.drills.report import NotPossibleError
from tests.drills.visits import Visitors, assets_of
from tests.hosting.conftest import LOOPBACK
from tests.releases.conftest import PAGES, Desk
from tests.releases.servers import serving

_KILLS = 3
_ARTICLES = 2
_PATIENCE = 20
_CSS = "giao-dien/style.11111111.css"
_PAGE = f'<!DOCTYPE html><link rel="stylesheet" href="{_CSS}"><p>{{}}</p>'


@contextmanager
def load(address: str, folder: Path) -> Iterator[Load]:
    """wrk; the tests are skipped without it, except where it must be there."""
    port = int(address.rstrip("/").rpartition(":")[2])
    try:
        running = Load(port, ["/"], folder, connections=2, pause=2)
    except NotPossibleError as error:
        skip(f"NO DRILLS: {error}")
    try:
        yield running
    finally:
        running.stop()


def test_visitors_see_whole_releases_while_publishers_are_killed(tmp_path: Path) -> None:
    """Under load, from nginx: no error, nothing torn, nothing missing, no step back."""
    try:
        figures = kill.drill(tmp_path, Random(6), _KILLS, _ARTICLES)
    except NotPossibleError as error:
        skip(f"NO DRILLS: {error}")
    found = {one.name: one.value for one in figures}

    assert [one for one in figures if not one.is_kept] == []
    assert found["killed"] == f"{_KILLS} (release 2, rollback 1)"
    assert found["times that a visitor saw a new release"] != "0"


def torn(desk: Desk) -> None:
    """A page is changed where it stands."""
    (desk.current / "index.html").write_text(_PAGE.format("nửa cũ nửa mới"), encoding="utf-8")


def missing(desk: Desk) -> None:
    """What pages name goes before they do."""
    (desk.current / _CSS).unlink()


def back(desk: Desk) -> None:
    """An older release is shown."""
    swap_link(desk.current, "releases/1")


def wrong(desk: Desk) -> None:
    """A page is gone for a moment."""
    (desk.current / "index.html").unlink()


@pytest.mark.parametrize("publish", [torn, missing, back, wrong])
def test_what_a_bad_publisher_does_is_counted(desk: Desk, publish: Callable[[Desk], None]) -> None:
    """Each fault by its counter, and by no other while all is well."""
    desk.release({"index.html": _PAGE.format("một")})
    desk.release({"index.html": _PAGE.format("hai")})
    with serving(desk.current) as address:
        visitors = Visitors(address, ["index.html"], desk.place, Random(6))
        visitors.start()
        try:
            wait_until(visitors, lambda: visitors.counts.visits)
            before = vars(visitors.counts).copy()
            publish(desk)
            wait_until(visitors, lambda: getattr(visitors.counts, publish.__name__))
        finally:
            visitors.end()

    assert [before[one] for one in ("torn", "missing", "back", "wrong")] == [0] * 4


def wait_until(visitors: Visitors, has_come: Callable[[], int]) -> None:
    """Wait until something was counted."""
    ended = time.monotonic() + _PATIENCE
    while not has_come():
        assert time.monotonic() < ended, visitors.counts
        time.sleep(0.01)
        visitors.look_back()


def test_wrk_counts_what_is_no_answer(desk: Desk) -> None:
    """A page that is not there, and a server that hangs up."""
    desk.release()
    (desk.current / "index.html").unlink()
    asked = threading.Semaphore(0)

    def count(_: web.Request) -> None:
        asked.release()

    with serving(desk.current, count) as address, load(address, desk.folder) as visitors:
        assert all(asked.acquire(timeout=_PATIENCE) for _ in range(10))
        counted = visitors.end()
    called = threading.Semaphore(0)
    with hanging_up(called) as address, load(address, desk.folder) as others:
        assert all(called.acquire(timeout=_PATIENCE) for _ in range(10))
        broken = others.end().broken

    assert counted.wrong == counted.answers > 0
    assert broken > 0


@contextmanager
def hanging_up(called: threading.Semaphore) -> Iterator[str]:
    """The address of a server that answers nothing."""
    with socket.create_server((LOOPBACK, 0)) as listening:

        def work() -> None:
            with suppress(OSError):
                while True:
                    listening.accept()[0].close()
                    called.release()

        thread = threading.Thread(target=work)
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{listening.getsockname()[1]}/"
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()


def test_a_page_names_its_files() -> None:
    """Those with a sum in their names, from wherever it lies."""
    html = f'<link href="../{_CSS}"><img src="../../tep/a.22222222.png"><a href="https://x/tep/y">'

    assert assets_of("en/bai/index.html", html) == (f"en/{_CSS}", "tep/a.22222222.png")
    assert _CSS in PAGES
