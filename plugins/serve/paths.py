"""What a request asks for, and the file that it may be given: none outside the folder."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote

from msgspec import Struct

from plugins.base.paths import is_plain_name


class Wanted(Struct, frozen=True):
    """The names on the way from the root, whether a slash follows the last, and the query."""

    names: tuple[str, ...]
    is_folder: bool
    query: str = ""

    def as_folder(self) -> str:
        """The address of this as a folder, with its query."""
        path = "".join(f"/{quote(name)}" for name in self.names) + "/"
        return f"{path}?{self.query}" if self.query else path


def wanted(target: str) -> Wanted | None:
    """What the target of a request names; None where a name is none that a portal can have."""
    path, _, query = target.partition("?")
    root, *raw = path.split("/")
    if root or not raw or not query.isprintable():
        return None
    is_folder = not raw[-1]
    try:
        names = tuple(unquote(name, errors="strict") for name in (raw[:-1] if is_folder else raw))
    except UnicodeDecodeError:
        return None
    if not all(is_plain_name(name) and not name.startswith(".") for name in names):
        return None
    return Wanted(names, is_folder, query)


def standing(root: Path, names: tuple[str, ...]) -> Path | None:
    """The file or folder that these names lead to below `root`, by no link and in this case."""
    place = root.joinpath(*names)
    try:
        real, expected = place.resolve(strict=True), root.resolve(strict=True).joinpath(*names)
    except (OSError, RuntimeError):
        return None
    return place if real == expected else None
