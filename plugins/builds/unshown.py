"""Pictures and sources that no text and no table shows: they are left out of every portal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from typing import Final
from urllib.parse import unquote

from plugins.articles.places import is_picture
from plugins.base.files import MAX_TEXT_BYTES, ContentTree
from plugins.base.problems import Problems
from plugins.markup.body import Outline
from plugins.pages.site import Site

_WORD: Final = re.compile(r"[\w.-]+")


def check_unshown(site: Site, bodies: Mapping[str, Outline], problems: Problems) -> None:
    """Warn of pictures and sources that nothing shows, not even a text that is hidden as yet.

    What a file with an error would show, nobody can tell: it may be just what seems to be unused.
    """
    faulty = {one.path for one in problems if one.severity == "error"}
    for path in _unshown_pictures(site, bodies, faulty):
        problems.add(path, 1, "anh-khong-dung", name=path.rpartition("/")[2])
    # A source that is not there may be one that is, misspelt.
    is_misspelt = any(one.code == "nguon-la" for one in problems)
    for name in () if is_misspelt else _uncited_sources(site, faulty):
        problems.add(site.sources[name].path, 1, "nguon-khong-dung", name=name)


def _unshown_pictures(
    site: Site, bodies: Mapping[str, Outline], faulty: Collection[str]
) -> Iterator[str]:
    shown = {slot.target for body in bodies.values() for slot in body.links()}
    shown |= {one.image for article in site.articles for one in article.versions.values()}
    unshown = [path for path in site.tree.files if is_picture(path) and path not in shown]
    if not unshown:
        return
    folders = {path.rpartition("/")[0] for path in faulty}
    named = _words_of(site.tree, faulty)
    for path in unshown:
        folder, _, name = path.rpartition("/")
        if folder not in folders and not _words(name) <= named:
            yield path


def _uncited_sources(site: Site, faulty: Collection[str]) -> Collection[str]:
    """The ids of the sources without fault that nothing cites; none while a file is not read."""
    versions = [one for article in site.articles for one in article.versions.values()]
    tables = site.comparisons.values()
    read = {one.path for one in versions} | {one.path for one in tables}
    if any(path not in read and not is_picture(path) for path in faulty):
        return ()
    cited: set[str | None] = {name for version in versions for name in version.sources}
    cited |= {cell.file.source for one in tables for row in one.criteria for cell in row.cells}
    return site.sources.keys() - cited


def _words_of(tree: ContentTree, paths: Collection[str]) -> set[str]:
    """All words of the files at `paths`, whatever their encoding makes of letters with marks."""
    found: set[str] = set()
    for path in paths:
        if path in tree and not is_picture(path):
            data = tree.read_bytes(path, Problems(), MAX_TEXT_BYTES) or b""
            # Every second byte of UTF-16.
            found |= _words(data.replace(b"\0", b"").decode(errors="replace"))
    return found


def _words(text: str) -> set[str]:
    return set(_WORD.findall(unicodedata.normalize("NFC", unquote(text))))
