"""The files of the theme and the pictures of the content, named by their content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct, field

from plugins.base.files import ContentTree, fingerprint
from plugins.base.program import program
from plugins.base.store import NO_STORE, Store, key_of
from plugins.languages.text import slugify
from plugins.pages import addresses
from plugins.pictures.memo import ReadPicture
from plugins.pictures.read import clean_picture
from plugins.pictures.variants import FORMS, variant
from plugins.portals.colours import palette
from plugins.portals.portal import Portal

# Bytes of pictures that are kept for the next portal that shows them.
_ROOM: Final = 1 << 25
_TABLE: Final = "variants"
# The package that has a say in what a smaller picture is.
_MAKING: Final = ("pictures",)
# So many smaller pictures are kept.
_MOST_KEPT: Final = 5_000
# What of a script or style sheet is for those who read its source.
_NOT_SENT: Final = re.compile(rb"^[ \t]*(?://.*\n|/\*.*\*/\n)?", re.MULTILINE)


class Variant(Struct, frozen=True):
    """A smaller picture: its form, its width, and its address."""

    form: str
    width: int
    address: str


class ShownPicture(Struct, frozen=True):
    """A picture of the content as pages show it: its address and size, and smaller ones."""

    address: str
    width: int
    height: int
    variants: tuple[Variant, ...] = ()


class CleanPictures:
    """The pictures of the content as they are published, the same in every portal."""

    def __init__(self, tree: ContentTree) -> None:
        self._tree = tree
        self._store = NO_STORE
        self._shown: dict[str, ShownPicture] = {}
        self._read: dict[str, ReadPicture] = {}
        self._kept: dict[str, bytes] = {}
        self._room = _ROOM

    def know(self, path: str, picture: ReadPicture) -> None:
        """Take what is known of a picture that was read before."""
        self._read[path] = picture

    def keep_in(self, store: Store) -> None:
        """Keep smaller pictures, which take long to make, from one build to the next."""
        self._store = store

    def shown(self, path: str) -> ShownPicture:
        """The picture at the content path `path`."""
        if path not in self._shown:
            read = self._known(path)
            stem, _, ending = path.rpartition("/")[2].rpartition(".")
            name = f"{slugify(stem) or 'anh'}.{read.fingerprint}"
            self._shown[path] = ShownPicture(
                addresses.content_file(f"{name}.{ending.lower()}"),
                read.width,
                read.height,
                tuple(
                    Variant(form, width, addresses.content_file(f"{name}.{width}.{form}"))
                    for form in FORMS
                    for width in read.widths
                ),
            )
        return self._shown[path]

    def _known(self, path: str) -> ReadPicture:
        if path not in self._read:
            data = self._tree.place(path).read_bytes()
            self._read[path] = ReadPicture.of(clean_picture(path, data), data)
        return self._read[path]

    def variant_data(self, path: str, one: Variant) -> bytes:
        """A smaller picture of that at the content path `path`, made once."""
        key = key_of(program(*_MAKING), self._known(path).fingerprint, one.form, str(one.width))
        data = self._store.one(_TABLE, key)
        if data is None:
            data = variant(self.data(path), one.width, one.form)
            self._store.change(_TABLE, {key: data}, most=_MOST_KEPT)
        return data

    def data(self, path: str) -> bytes:
        """The picture at the content path `path`."""
        if path in self._kept:
            return self._kept[path]
        data = self._tree.place(path).read_bytes()
        if not self._known(path).is_published(data):
            data = clean_picture(path, data).data
        if len(data) <= self._room:
            self._room -= len(data)
            self._kept[path] = data
        return data


class Assets(Struct, frozen=True):
    """The theme's files by address, and the pictures of the content that a portal shows."""

    clean: CleanPictures
    stylesheet: str
    script: str
    search_script: str
    offline_script: str
    proof_script: str
    icon: str
    files: Mapping[str, bytes]
    _pictures: dict[str, ShownPicture] = field(default_factory=dict)

    def picture(self, path: str) -> ShownPicture:
        """The picture at the content path `path`."""
        if path not in self._pictures:
            self._pictures[path] = self.clean.shown(path)
        return self._pictures[path]

    def asked_for(self) -> Sequence[str]:
        """The content paths of the pictures that were asked for."""
        return tuple(self._pictures)

    def know(self, pictures: Mapping[str, ShownPicture]) -> None:
        """Take pictures by content path as they are, without reading any."""
        self._pictures.update(pictures)


def theme_assets(theme: Path, portal: Portal, clean: CleanPictures) -> Assets:
    """The theme's files for `portal`, whose colours are written into its stylesheet."""
    static = theme / "static"
    css = sent(static / "portal.css") + _colour_layer(portal)
    files: dict[str, bytes] = {}

    def add(stem: str, ending: str, data: bytes) -> str:
        address = addresses.theme_file(f"{stem}.{fingerprint(data)}.{ending}")
        files[address] = data
        return address

    stylesheet = add("portal", "css", css)
    of_pages = ("portal", "kept") if portal.identity.offline else ("portal",)
    script = add("portal", "js", b"".join(sent(static / f"{name}.js") for name in of_pages))
    search, offline, proof = (
        add(name, "js", sent(static / f"{name}.js")) for name in ("search", "offline", "proof")
    )
    icon = add("emblem", "svg", (static / "emblem.svg").read_bytes())
    return Assets(clean, stylesheet, script, search, offline, proof, icon, files)


def sent(source: Path) -> bytes:
    """A script or style sheet as browsers get it: without lines of comment and indentation."""
    return _NOT_SENT.sub(b"", source.read_bytes())


def _colour_layer(portal: Portal) -> bytes:
    colours = palette(portal.identity.colours.brand)
    return (
        "@layer portal{:root{"
        f"--brand:{colours.brand};--brand-deep:{colours.brand_deep};--accent:{colours.accent}}}"
        "@media(prefers-color-scheme:dark){:root{"
        f"--brand:{colours.dark_brand};--brand-deep:{colours.dark_brand_deep};"
        f"--accent:{colours.dark_accent}}}}}}}\n"
    ).encode()
