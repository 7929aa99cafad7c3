"""What the benchmark of pages says."""

from __future__ import annotations

import gzip
import urllib.request
from collections import Counter
from datetime import datetime
from pathlib import Path

from benchmarks.lighthouse import Opinion
from benchmarks.visits import Visit, hosted
from benchmarks.weights import Weight, write_weights

DAY = datetime(2026, 11, 22)  # noqa: DTZ001
SEEN = Visit(4, Counter({"HTML": 6000, "CSS": 5000, "scripts": 1500}), ())


def test_each_page_stands_with_its_weight_and_what_is_thought_of_it(tmp_path: Path) -> None:
    """What could not be asked for is left open."""
    weights = (
        Weight("ours", "the home page", SEEN, Opinion((100, 100, 100, 99), 1.134)),
        Weight("theirs", "the home page", Visit(9, Counter(), ("fonts.example",)), None),
    )
    table = write_weights(tmp_path / "pages.md", weights, DAY)
    written = (tmp_path / "pages.md").read_text(encoding="utf-8")

    assert written.endswith(table)
    assert "2026-11-22; " in written
    assert table.splitlines()[-2:] == [
        "| ours | 4 | 12,500 | 6,000 | 5,000 | 1,500 | 0 | – | 100 100 100 99 | 1.13 |",
        "| theirs | 9 | 0 | 0 | 0 | 0 | 0 | fonts.example | – | – |",
    ]


def test_texts_are_sent_as_hosts_send_them(tmp_path: Path) -> None:
    """Compressed, with their type and length."""
    (tmp_path / "site/a").mkdir(parents=True)
    (tmp_path / "site/a/index.html").write_text("Nội dung " * 99, encoding="utf-8")
    with hosted(tmp_path / "site") as home, urllib.request.urlopen(f"{home}a/") as answer:
        sent = answer.read()
        headers = answer.headers
    assert gzip.decompress(sent).decode() == "Nội dung " * 99
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert int(headers["Content-Length"]) == len(sent)
