"""No content makes the program fail, and none puts a script into a page."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.documents import random_files, random_markup
from tests.fuzz.trial import FoundError, page_faults, try_content, try_markup

SEEDS = st.integers(0, 2**32)


@given(SEEDS)
@settings(max_examples=40, derandomize=True)
def test_no_content_is_too_bad(seed: int) -> None:
    """Check and build end as they should, inside the output, with harmless pages."""
    try_content(random_files(Random(seed)))


@given(SEEDS)
@settings(max_examples=300, derandomize=True)
def test_no_markup_is_too_bad(seed: int) -> None:
    """A browser finds nothing active in it, and sanitising it again changes nothing."""
    try_markup(random_markup(Random(seed)))


def test_elements_that_cross_are_settled() -> None:
    """Crossing elements are read as often as a browser needs to see the same."""
    try_markup("<h2><li><b>a<li>b</li><code>c</code></b></li></h2>")


def test_a_plain_site_is_built() -> None:
    """The trial takes what is in order."""
    assert try_content({})


@pytest.mark.parametrize(
    "page",
    [
        "<p onclick=x>a",
        "<script>alert(1)</script>",
        "<a href='java&Tab;script:x'>a</a>",
        "<img src='//xau.example/a.png'>",
        "<p style='x'>a",
        "<iframe></iframe>",
        "<math></math>",
    ],
)
def test_a_bad_page_is_seen(page: str) -> None:
    """The trial would not pass what it looks for."""
    assert page_faults(page)


def test_a_slow_check_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A promise that is broken ends in an error."""
    monkeypatch.setattr("tests.fuzz.trial.MOST_SECONDS", 0.0)

    with pytest.raises(FoundError, match="checked in"):
        try_content({})
