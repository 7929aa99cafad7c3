"""The lines of links."""

from __future__ import annotations

import time

import pytest

from plugins.articles.link_lines import LinkLines

TEXT = """\
---
title: #a
---
[a](#a) [b](#ab)
[c](#a)

<a href="x?a&amp;b">
"""


def test_equal_links_have_lines_of_their_own() -> None:
    """In their order; what is asked for more often than it stands has the last line."""
    lines = LinkLines(TEXT, TEXT.index("[a]"))

    assert [lines.line("#a") for _ in range(3)] == [4, 5, 5]


def test_a_part_of_a_longer_address_is_another_one() -> None:
    """Addresses are compared as a whole, in HTML too."""
    lines = LinkLines(TEXT, TEXT.index("[a]"))

    assert [lines.line("#ab"), lines.line("x?a&b"), lines.line("x?b")] == [4, 7, 1]


def test_a_link_without_an_address_has_its_line() -> None:
    """Brackets in words are none."""
    lines = LinkLines("---\n---\na () b\n\n[x]() [y](<>)", 8)

    assert [lines.line(""), lines.line("")] == [5, 5]


def test_an_address_with_a_backslash_that_markdown_leaves_out_is_found() -> None:
    """It parts the host in the source only."""
    lines = LinkLines("a\n\n[x](https://luat.example\\.kia.example/)", 0)

    assert lines.line("https://luat.example.kia.example/") == 3


def test_thousands_of_links_are_found_in_a_moment() -> None:
    """The time grows with the text."""
    text = "\n".join(f"[a](#a{number}) [b](#b)" for number in range(10_000))
    started = time.process_time()
    lines = LinkLines(text, 0)

    found = [lines.line(raw) for number in range(10_000) for raw in (f"#a{number}", "#b")]

    assert found == [1 + number // 2 for number in range(20_000)]
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("x" * 60_000, ["x" * count for count in range(1, 121)]),
        ("=" * 60_000, [f"a={number}" for number in range(1_000)]),
        ("(x " * 20_000, [f"x {number}" for number in range(2_000)]),
    ],
)
def test_links_are_found_behind_words_that_look_like_them(words: str, addresses: list[str]) -> None:
    """However often their beginnings stand there."""
    text = "\n".join([words, *(f"[a](<{address}>)" for address in addresses)])
    started = time.process_time()
    lines = LinkLines(text, 0)

    found = [lines.line(address) for address in addresses]

    assert found == list(range(2, len(addresses) + 2))
    assert time.process_time() - started < 2


def test_an_address_with_spaces_or_brackets_is_found() -> None:
    """What may end another address stands within it."""
    lines = LinkLines("a b\n(a b.c) (a\n[x](<a b>)\n[x](a(b))", 0)

    assert [lines.line(raw) for raw in ("a b", "a b", "a(b)", "a(b) c")] == [1, 3, 4, 1]


def test_an_address_with_numbers_of_letters_is_found() -> None:
    """What hides an address from the eye does not hide its line."""
    lines = LinkLines("a\n\n<a href='&#106;ava&Tab;script:x'>b</a>", 0)

    assert lines.line("java\tscript:x") == 3


def test_an_address_without_quotes_is_found_as_it_is_written() -> None:
    """Markdown has made a tag of it, which stands nowhere in the text."""
    lines = LinkLines("a\n\n`b` <IMG alt=c SRC=`javascript:x`>", 0)

    assert (lines.line("<code"), lines.written("<code")) == (3, "`javascript:x`")
    assert lines.written("../a") == "../a"
