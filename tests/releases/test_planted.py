"""Planted pages of the kinds that were found on sites of the state are found, with what they say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.releases.manifest import Manifest
from plugins.releases.planted import planted_in
from plugins.releases.verify_web import verify_url
from plugins.spam.inspect import inspect
from tests.drills.planted import (
    COUNT,
    SERVED,
    STORED,
    found_from_disk,
    found_over_http,
    sentences,
)
from tests.releases.conftest import Desk
from tests.releases.servers import Planted, serving


@pytest.mark.parametrize("way", SERVED)
def test_planted_pages_are_found_and_quoted(desk: Desk, way: Callable[[str], Planted]) -> None:
    """Each of ten, and nothing in the clean copy beside them."""
    desk.release()
    texts = sentences()[SERVED.index(way) :: len(SERVED)]

    assert len(texts) == COUNT // len(SERVED)
    assert [text for text in texts if not found_over_http(desk, way, text)] == []
    with serving(desk.current) as address:
        assert verify_url(address, desk.verifier()).findings == []


@pytest.mark.parametrize("way", STORED)
def test_planted_files_are_found_and_quoted(desk: Desk, way: Callable[[Path, str], None]) -> None:
    """On the disk, whether or not anything leads there."""
    desk.release()
    texts = sentences()[STORED.index(way) :: len(STORED)]

    assert len(texts) >= COUNT // len(STORED)
    assert [text for text in texts if not found_from_disk(desk, way, text)] == []
    assert desk.verify().findings == []


def test_what_is_let_through_is_no_planted_spam(desk: Desk) -> None:
    """The manifest says which hosts and sentences the release may have."""
    made = desk.release()
    text = sentences()[0]
    mark = next(one.fingerprint for one in inspect(text) if one.verdict == "refuse")

    def found(manifest: Manifest) -> list[str]:
        data = f"<!DOCTYPE html><p>{text}</p>".encode()
        return [one.detail for one in planted_in("a.html", data, manifest)]

    assert found(made) != []
    assert found(replace(made, allowed=(mark,))) == []


@pytest.mark.parametrize("sign", ["<a ", "<", "<!--", '<a href="', "<a <a ‹a", "<script "])
def test_what_is_long_to_judge_is_judged(desk: Desk, sign: str) -> None:
    """Tags that never end, as whoever wants to hold up a judge writes them; spam behind them is told."""
    made = desk.release()
    data = f"<!DOCTYPE html><p>{sentences()[0]}</p>{sign * 60_000}".encode()

    assert [one.code for one in planted_in("a.html", data, made)][:1] == ["injected"]
