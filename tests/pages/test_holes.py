"""Shared parts stand in the holes of pages, and can be exchanged there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plugins.pages.holes import (
    CODE,
    ROOT,
    at_depth,
    filled,
    for_judging,
    laid_out,
    mark,
    refilled,
    segments,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Co"]), max_size=8)
PARTS = ("masthead tin", "latest-news", "footer")


@given(st.lists(st.tuples(TEXTS, st.sampled_from(PARTS)), max_size=4), TEXTS, TEXTS, TEXTS)
def test_other_parts_make_the_bytes_of_a_page_filled_with_them(
    pieces: list[tuple[str, str]], end: str, before: str, after: str
) -> None:
    """Whatever stands around the holes, and however long the parts are."""
    text = "".join(f"{words}{mark(part)}" for words, part in pieces) + end
    parts = segments(text.encode())
    page, holes = filled(laid_out(parts), {}, {part: f"{part}{before}".encode() for part in PARTS})

    afterwards = {part: f"{after}{part}".encode() for part in PARTS}
    again = refilled(page, holes, afterwards)

    assert again == filled(laid_out(parts), {}, afterwards)
    words = "".join(words for words, _ in pieces) + end
    assert for_judging(parts, {}).decode() == words


def test_links_of_a_part_begin_where_the_page_stands() -> None:
    """The home page is './' from pages beside it, and '../' from those below."""
    part = f'<a href="{ROOT}">Trang chủ</a> <a href="{ROOT}tin-tuc/">Tin</a>'

    assert at_depth(part, "").decode() == '<a href="./">Trang chủ</a> <a href="tin-tuc/">Tin</a>'
    assert at_depth(part, "../").decode() == (
        '<a href="../">Trang chủ</a> <a href="../tin-tuc/">Tin</a>'
    )


def test_a_code_is_the_portal_s_own() -> None:
    """Two portals at two addresses have two codes on one page; a new headline makes none again."""
    page = laid_out(segments(f"{mark(f'{CODE}a/')}{mark('footer')}".encode()))
    own = {f"{CODE}a/": b"1"}

    content, holes = filled(page, own, {"footer": b"f"})

    assert content == b"1f"
    assert [hole.part for hole in holes] == ["footer"]
