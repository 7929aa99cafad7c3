"""What the wall against spam reads of a text besides its body."""

from __future__ import annotations

import pytest

from plugins.articles.front_matter import Known, read_front_matter
from plugins.articles.spoken import in_fields
from plugins.base.problems import Problems
from tests.conftest import article


@pytest.mark.parametrize("alias", ["nha-cai-uy-tin/kubet.html", "nha/cai/uy/tin/"])
def test_an_old_address_is_told_once(alias: str, known: Known) -> None:
    """Whichever of its folders says what, and where only all together say it."""
    text = article(aliases=f"[{alias}]")
    split = read_front_matter(text, "a/index.vi.md", "news", known, Problems())

    assert split is not None
    assert [line for line, _ in in_fields(split.fields, text)] == [
        text.split("\n").index(f"aliases: [{alias}]") + 1
    ]
