"""Reads every picture of the content and records what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from msgspec import Struct

from plugins.articles.places import is_picture, text_place
from plugins.base.problems import Problems
from plugins.base.store import NO_STORE, Store
from plugins.builds.texts import is_below
from plugins.markup.body import Outline
from plugins.pages.site import Site
from plugins.pictures.memo import ReadPicture, known_pictures, picture_key, remember
from plugins.pictures.picture import PictureError
from plugins.pictures.read import read_picture

# Width and height.
Size: TypeAlias = tuple[int, int]
MAX_PICTURE_BYTES: Final = 5_000_000
# Wider than any page shows, with what a sharp screen needs.
_MOST_WIDTH: Final = 4000
_HEAVY_BYTES: Final = 1_000_000
_LEAST_SIDE: Final = 8


class PictureChecks(Struct, frozen=True):
    """Checks the pictures of a site; those without a fault are remembered in `store`.

    All pictures are read, those that no text shows too; with `paths` only those that lie there,
    beside a text there, or that such a text shows.
    """

    store: Store = NO_STORE
    paths: Sequence[str] = ()

    def __call__(
        self, site: Site, bodies: Mapping[str, Outline], problems: Problems
    ) -> Mapping[str, Size | None]:
        """Width and height by path, None for a picture with an error."""
        known = known_pictures(self.store)
        site.pictures.keep_in(self.store)
        keys: dict[bytes, ReadPicture] = {}
        sizes: dict[str, Size | None] = {}
        for path in _wanted(site, bodies, self.paths):
            data = site.tree.read_bytes(path, problems, MAX_PICTURE_BYTES)
            found = None if data is None else _checked(path, data, known, keys, problems)
            sizes[path] = (found.width, found.height) if found else None
            if found:
                site.pictures.know(path, found)
        if keys != known:
            remember(self.store, keys)
        return sizes


ALL_PICTURES: Final = PictureChecks()


def concerns(path: str, paths: Sequence[str]) -> bool:
    """Whether what is wrong with the file at `path` is told to those who ask for `paths`."""
    if is_below(path, paths):
        return True
    beside = {one.rpartition("/")[0] for one in paths if text_place(one)}
    return is_picture(path) and path.rpartition("/")[0] in beside


def _wanted(site: Site, bodies: Mapping[str, Outline], paths: Sequence[str]) -> Iterator[str]:
    pictures = (path for path in site.tree.files if is_picture(path))
    if not paths:
        return pictures
    shown = {slot.target for body in bodies.values() for slot in body.links()}
    shown |= {
        version.image
        for article in site.articles
        for version in article.versions.values()
        if is_below(version.path, paths)
    }
    return (path for path in pictures if path in shown or concerns(path, paths))


def _checked(
    path: str,
    data: bytes,
    known: Mapping[bytes, ReadPicture],
    keys: dict[bytes, ReadPicture],
    problems: Problems,
) -> ReadPicture | None:
    """What is known of the picture `data`, remembered in `keys`; None where it has a fault."""
    key = picture_key(path, data)
    try:
        found = known.get(key) or _read(path, data)
    except PictureError as error:
        problems.add(path, error.line, error.code, **error.values)
        return None
    keys[key] = found
    _warn(path, data, (found.width, found.height), problems)
    return found


def _read(path: str, data: bytes) -> ReadPicture:
    return ReadPicture.of(read_picture(path, data), data)


def _warn(path: str, data: bytes, size: Size, problems: Problems) -> None:
    """Record a size that serves no reader."""
    width, height = size
    if width > _MOST_WIDTH:
        problems.add(path, 1, "anh-rong-thua", width=width, limit=_MOST_WIDTH)
    if len(data) > _HEAVY_BYTES:
        megabytes = f"{len(data) / 1e6:.1f}"
        problems.add(path, 1, "anh-nang", size=megabytes, limit=_HEAVY_BYTES // 1_000_000)
    if min(size) < _LEAST_SIDE:
        problems.add(path, 1, "anh-qua-nho", width=width, height=height)
