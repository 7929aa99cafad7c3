"""The ids of headings and the list of them."""

from __future__ import annotations

from typing import Any

import pytest
from markdown import Markdown

from plugins.markup.reader import Extensions, reader


def tokens(md: Markdown, text: str) -> list[tuple[int, str, str]]:
    """Level, id and name of the headings of `text`."""
    md.reset().convert(text)
    found: list[dict[str, Any]] = getattr(md, "toc_tokens", [])
    return [(one["level"], one["id"], one["name"]) for one in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("## Mục  lục", [(2, "muc-luc", "Mục lục")]),
        ("## a\n\n## a\n\n## a_1", [(2, "a", "a"), (2, "a_1", "a"), (2, "a-1", "a_1")]),
        ("## a & *b*\n\n> ### c", [(2, "a-b", "a &amp; b"), (3, "c", "c")]),
        ("## a[^1]\n\n[^1]: b", [(2, "a", "a")]),
        ("## a\\*", [(2, "a", "a*")]),
        ("## ?", [(2, "muc", "?")]),
    ],
)
def test_headings_are_listed_with_ids_that_stand_once(
    text: str, found: list[tuple[int, str, str]]
) -> None:
    """Their names hold no markup and no notes."""
    assert tokens(reader(Extensions.of("vi")), text) == found


@pytest.mark.parametrize(
    "text", ["[TOC]\n\n## a", "> [TOC]\n\n## a", "x | y\n--|--\n[TOC] | z\n\n## a"]
)
def test_a_text_may_ask_for_the_list(text: str) -> None:
    """It stands where the mark for it stood."""
    md = reader(Extensions.of("vi"))

    assert '<a href="#a">a</a>' in md.convert(text)


@pytest.mark.parametrize("text", ["## [TOC]", "a [TOC]", "`[TOC]`", "\\[TOC]"])
def test_other_places_of_the_mark_are_words(text: str) -> None:
    """It is a mark only by itself."""
    assert "<ul>" not in reader(Extensions.of("vi")).convert(f"{text}\n\n## a")
