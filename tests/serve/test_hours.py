"""A text whose hour comes is seen although nobody saves anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event

import pytest

from plugins.languages.clock import TIME_ZONE
from plugins.serve import serve as module
from plugins.serve.rebuild import rebuild
from plugins.serve.serve import ServeOptions, serve
from tests.conftest import ROOT, Site, article

NOW = datetime.now(TIME_ZONE)


def builds(site: Site, monkeypatch: pytest.MonkeyPatch, moment: datetime, clock: str) -> int:
    """How often is built when the hour of a text is over after the first build."""
    count, built = 0, Event()
    site.write({"articles/bai/index.vi.md": article("Bài", date=f"{moment:%Y-%m-%d %H:%M}")})

    def counting(*given: object) -> object:
        nonlocal count
        count += 1
        outcome = rebuild(*given)  # type: ignore[arg-type]
        if count == 1 and outcome.until is not None:
            outcome.until = min(outcome.until, datetime.now(TIME_ZONE))
        built.set()
        return outcome

    def answers(_: Sequence[Path], __: Path, stop: Event) -> Iterator[tuple[Path, ...]]:
        yield ()
        built.wait()
        stop.wait(1)

    monkeypatch.setattr(module, "rebuild", counting)
    monkeypatch.setattr(module, "changes", answers)
    content, cache = str(site.content), str(site.folder / "cache")
    assert serve(ServeOptions("", 0, content, cache, clock, 1), ROOT) == 0
    return count


def test_the_hour_of_a_text_comes(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the hour of a scheduled text is over, everything is built once more."""
    assert builds(site, monkeypatch, NOW + timedelta(hours=1), "") == 2


def test_a_clock_that_stands_still_brings_no_hour(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a given moment nothing comes by itself, and neither does it without such a text."""
    assert builds(site, monkeypatch, NOW + timedelta(hours=1), f"{NOW:%Y-%m-%dT%H:%M}") == 1


def test_without_a_scheduled_text_nothing_is_built_again(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server that nobody needs leaves the machine alone."""
    site.write({"links.yaml": "[]\n"})

    assert builds(site, monkeypatch, NOW - timedelta(days=2), "") == 1
