"""What a function says of words, kept for those that come again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, Generic, TypeVar

V = TypeVar("V")
_MOST: Final = 20_000
_LONGEST: Final = 80


class Memo(Generic[V]):
    """The results of `function` for the words of whole texts.

    Other than with `lru_cache`, a known word costs one look and no call; a full memory is emptied.
    """

    def __init__(self, function: Callable[[str], V]) -> None:
        self._known = _Known(function)

    def __call__(self, words: Iterable[str]) -> Iterator[V]:
        """The results for `words`, in their order."""
        return map(self._known.__getitem__, words)


class _Known(dict[str, V]):
    def __init__(self, function: Callable[[str], V]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> V:
        result = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = result
        return result
