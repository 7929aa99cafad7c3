"""Workers for tests: two threads of this process, with nothing in common but what is sent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from plugins.builds import portal_build, portals, shards, texts
from plugins.builds.executors import Cluster

ADDRESS = "dask://127.0.0.1:1"


def take_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two threads stand behind every address, and have little work handed out too."""
    monkeypatch.setattr(portals, "connected", _threads)
    monkeypatch.setattr(shards, "_PART", 20)
    monkeypatch.setattr(portal_build, "_WORTH_SENDING", 1)
    monkeypatch.setattr(texts, "_WORTH_A_PROCESS", 1)
    # What an earlier test has sent was made for it.
    shards._workshop.cache_clear()


@contextmanager
def _threads(*_: object) -> Iterator[Cluster]:
    with ThreadPoolExecutor(2) as pool:
        yield Cluster(pool, 2, lambda data: data, lambda: True)
