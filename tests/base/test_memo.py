"""Results that are kept for words that come again."""

from __future__ import annotations

from plugins.base.memo import Memo


def test_a_word_is_looked_at_once() -> None:
    """The function is called for words that are new, and the results stand in their order."""
    called: list[str] = []

    def length(word: str) -> int:
        called.append(word)
        return len(word)

    memo = Memo(length)

    assert [*memo(["a", "bb", "a"]), *memo(["bb"])] == [1, 2, 1, 2]
    assert called == ["a", "bb"]


def test_the_memory_has_an_end() -> None:
    """Long words and ever new ones do not fill it without a bound."""
    called: list[str] = []
    memo = Memo(called.append)

    list(memo([*map(str, range(20_001)), "0", "x" * 81, "x" * 81]))

    assert called.count("0") == 2
    assert called.count("x" * 81) == 2
