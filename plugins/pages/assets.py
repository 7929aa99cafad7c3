"""The files of the theme and the pictures of the content, named by their content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct, field

from plugins.base.files import ContentTree, fingerprint
from plugins.languages.text import slugify
from plugins.pages import addresses
from plugins.pictures.read import clean_picture
from plugins.portals.colours import palette
from plugins.portals.portal import Portal


class Assets(Struct, frozen=True):
    """The theme's files by address, and the pictures of the content."""

    tree: ContentTree
    stylesheet: str
    script: str
    icon: str
    files: Mapping[str, bytes]
    _pictures: dict[str, str] = field(default_factory=dict)

    def picture(self, path: str) -> str:
        """The address of the picture at the content path `path`."""
        if path not in self._pictures:
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            mark = fingerprint(self.picture_bytes(path))
            name = f"{slugify(stem) or 'anh'}.{mark}.{ending.lower()}"
            self._pictures[path] = addresses.content_file(name)
        return self._pictures[path]

    def path_of(self, address: str) -> str:
        """The content path of a picture whose address was asked for; empty if none has this one."""
        return next((path for path, known in self._pictures.items() if known == address), "")

    def know(self, pictures: Mapping[str, str]) -> None:
        """Take the addresses of pictures by content path as they are, without reading any."""
        self._pictures.update(pictures)

    def picture_bytes(self, path: str) -> bytes:
        """The picture at the content path `path` as it is published."""
        return clean_picture(path, self.tree.place(path).read_bytes()).data


def theme_assets(theme: Path, portal: Portal, tree: ContentTree) -> Assets:
    """The theme's files for `portal`, whose colours are written into its stylesheet."""
    static = theme / "static"
    css = (static / "portal.css").read_bytes() + _colour_layer(portal)
    files: dict[str, bytes] = {}

    def add(stem: str, ending: str, data: bytes) -> str:
        address = addresses.theme_file(f"{stem}.{fingerprint(data)}.{ending}")
        files[address] = data
        return address

    stylesheet = add("portal", "css", css)
    script = add("portal", "js", (static / "portal.js").read_bytes())
    icon = add("emblem", "svg", (static / "emblem.svg").read_bytes())
    return Assets(tree, stylesheet, script, icon, files)


def _colour_layer(portal: Portal) -> bytes:
    colours = palette(portal.identity.colours.brand)
    return (
        "@layer portal{:root{"
        f"--brand:{colours.brand};--brand-deep:{colours.brand_deep};--accent:{colours.accent}}}"
        "@media(prefers-color-scheme:dark){:root{"
        f"--brand:{colours.dark_brand};--brand-deep:{colours.dark_brand_deep};"
        f"--accent:{colours.dark_accent}}}}}}}\n"
    ).encode()
