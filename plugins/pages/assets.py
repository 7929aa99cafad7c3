"""The files of the theme and the pictures of the content, named by their content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from plugins.base.files import ContentTree, fingerprint
from plugins.languages.text import slugify
from plugins.pages import addresses
from plugins.pictures.read import clean_picture
from plugins.portals.colours import palette
from plugins.portals.portal import Portal

# Bytes of pictures that are kept for the next portal that shows them.
_ROOM: Final = 1 << 25


class CleanPictures:
    """The pictures of the content as they are published, the same in every portal."""

    def __init__(self, tree: ContentTree) -> None:
        self._tree = tree
        self._addresses: dict[str, str] = {}
        self._fingerprints: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}
        self._room = _ROOM

    def know(self, path: str, fingerprint: str) -> None:
        """Take the fingerprint of what is published of a picture, which was read before."""
        self._fingerprints[path] = fingerprint

    def address(self, path: str) -> str:
        """The address of the picture at the content path `path`."""
        if path not in self._addresses:
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            print_of = self._fingerprints.get(path) or fingerprint(self.data(path))
            name = f"{slugify(stem) or 'anh'}.{print_of}.{ending.lower()}"
            self._addresses[path] = addresses.content_file(name)
        return self._addresses[path]

    def data(self, path: str) -> bytes:
        """The picture at the content path `path`."""
        if path in self._kept:
            return self._kept[path]
        data = clean_picture(path, self._tree.place(path).read_bytes()).data
        if len(data) <= self._room:
            self._room -= len(data)
            self._kept[path] = data
        return data


class Assets(Struct, frozen=True):
    """The theme's files by address, and the pictures of the content that a portal shows."""

    clean: CleanPictures
    stylesheet: str
    script: str
    offline_script: str
    icon: str
    files: Mapping[str, bytes]
    _pictures: dict[str, str] = field(default_factory=dict)

    def picture(self, path: str) -> str:
        """The address of the picture at the content path `path`."""
        if path not in self._pictures:
            self._pictures[path] = self.clean.address(path)
        return self._pictures[path]

    def path_of(self, address: str) -> str:
        """The content path of a picture whose address was asked for; empty if none has this one."""
        return next((path for path, known in self._pictures.items() if known == address), "")

    def know(self, pictures: Mapping[str, str]) -> None:
        """Take the addresses of pictures by content path as they are, without reading any."""
        self._pictures.update(pictures)

    def picture_bytes(self, path: str) -> bytes:
        """The picture at the content path `path` as it is published."""
        return self.clean.data(path)


def theme_assets(theme: Path, portal: Portal, clean: CleanPictures) -> Assets:
    """The theme's files for `portal`, whose colours are written into its stylesheet."""
    static = theme / "static"
    css = (static / "portal.css").read_bytes() + _colour_layer(portal)
    files: dict[str, bytes] = {}

    def add(stem: str, ending: str, data: bytes) -> str:
        address = addresses.theme_file(f"{stem}.{fingerprint(data)}.{ending}")
        files[address] = data
        return address

    stylesheet = add("portal", "css", css)
    page_script = (static / "portal.js").read_bytes()
    if portal.identity.offline:
        page_script += (static / "kept.js").read_bytes()
    script = add("portal", "js", page_script)
    offline = add("offline", "js", (static / "offline.js").read_bytes())
    icon = add("emblem", "svg", (static / "emblem.svg").read_bytes())
    return Assets(clean, stylesheet, script, offline, icon, files)


def _colour_layer(portal: Portal) -> bytes:
    colours = palette(portal.identity.colours.brand)
    return (
        "@layer portal{:root{"
        f"--brand:{colours.brand};--brand-deep:{colours.brand_deep};--accent:{colours.accent}}}"
        "@media(prefers-color-scheme:dark){:root{"
        f"--brand:{colours.dark_brand};--brand-deep:{colours.dark_brand_deep};"
        f"--accent:{colours.dark_accent}}}}}}}\n"
    ).encode()
