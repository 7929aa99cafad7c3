"""The worker of a portal, and what browsers need to install the portal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from plugins.languages.language import LANGS, Lang
from plugins.pages import addresses
from plugins.pages.assets import Assets
from plugins.pages.drafts import Draft, fixed
from plugins.portals.addresses import FILES, THEME
from plugins.portals.places import path_below
from plugins.portals.portal import Portal

WORKER: Final = "sw.js"
# Where the data of the worker stand.
DATA: Final = addresses.offline("vi")
# What names all of them.
VERSION: Final = f"{DATA}ban.dat"
_PAPER: Final = "#ffffff"
_PARTS: Final = (
    "scope",
    "requests",
    "copies",
    "pictures",
    "signed",
    "versions",
    "packs",
    "indexes",
    "messages",
)


def worker_files(
    portal: Portal, portals: Iterable[Portal], theme: Path, assets: Assets
) -> Iterator[Draft]:
    """The worker, or what takes its place where there shall be none, and the manifests."""
    places = theme / "static" / "worker"
    if portal.identity.offline:
        known = b"const PORTAL = %b\n" % msgspec.json.encode(_known(portal, portals))
        code = known + b"\n".join((places / f"{part}.js").read_bytes() for part in _PARTS)
    else:
        code = (places / "off.js").read_bytes()
    yield fixed(WORKER, portal.path, code)
    for lang in LANGS:
        yield fixed(addresses.manifest(lang), portal.path, _manifest(portal, assets, lang))


def _known(portal: Portal, portals: Iterable[Portal]) -> dict[str, object]:
    """What the worker knows of its portal."""
    return {
        "id": portal.id,
        "data": DATA,
        "files": [f"{THEME}/", f"{FILES}/"],
        "offline": {lang: addresses.offline(lang) for lang in LANGS},
        "search": {lang: addresses.search(lang) for lang in LANGS},
        "others": portals_below(portal, portals),
    }


def portals_below(portal: Portal, portals: Iterable[Portal]) -> list[str]:
    """Where others of the `portals` stand below `portal`: they have workers of their own."""
    start = len(portal.identity.url)
    inner = (one for one in portals if one is not portal and path_below(one, portal))
    return sorted(one.identity.url[start:] for one in inner)


def _manifest(portal: Portal, assets: Assets, lang: Lang) -> bytes:
    identity, root = portal.identity, addresses.root_of(addresses.manifest(lang))
    name = identity.name.text(lang)
    return msgspec.json.format(
        msgspec.json.encode(
            {
                "name": name,
                "lang": lang,
                "dir": "ltr",
                "description": identity.agency.text(lang),
                "start_url": "./",
                "scope": root or "./",
                "display": "minimal-ui",
                "theme_color": identity.colours.brand,
                "background_color": _PAPER,
                "icons": [{"src": root + assets.icon, "type": "image/svg+xml", "sizes": "any"}],
            }
        )
    )
