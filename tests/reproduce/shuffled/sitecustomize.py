"""Python reads this when it starts: folders list their entries in another order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

_listdir, _scandir = os.listdir, os.scandir


class _Entries:
    """What `scandir` gives, from the last to the first by name."""

    def __init__(self, path: Any) -> None:
        with _scandir(path) as entries:
            self._entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self) -> Iterator[os.DirEntry[Any]]:
        return self._entries

    def __next__(self) -> os.DirEntry[Any]:
        return next(self._entries)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """The folder is closed already."""


def _backwards(path: Any = ".") -> list[Any]:
    return sorted(_listdir(path), reverse=True)


setattr(os, "listdir", _backwards)  # noqa: B010  mypy knows that it is another function
setattr(os, "scandir", lambda path=".": _Entries(path))  # noqa: B010
