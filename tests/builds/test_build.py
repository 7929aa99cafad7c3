"""The command `build` on small content folders."""

from __future__ import annotations

from typing import Any


def test_build_makes_the_article_in_both_languages(site: Any) -> None:
    """A build of good content ends with 0 and holds each version at its own address."""
    done = site.build()

    assert done.code == 0, done.stderr
    assert "bộ phận một cửa" in done.text("thu-tuc-dat-dai/")
    assert "one-stop desk" in done.text("en/land-procedures/")
