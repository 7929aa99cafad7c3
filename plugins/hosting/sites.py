"""Which portals a web server shows under which name: the map of which its configuration is made."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.portals.portal import Portal

_LONGEST_KEY: Final = 40
_PORTS: Final = {"http": 80, "https": 443}


class SharedPlaceError(ValueError):
    """Two portals that differ by scheme or port alone, which no name and path tells apart."""

    def __init__(self, portals: Sequence[str]) -> None:
        super().__init__(", ".join(portals))
        self.portals = portals


class Place(Struct, frozen=True):
    """Where one portal lies: its host, and its path there, without a slash at the end."""

    portal: str
    host: str
    path: str

    @property
    def depth(self) -> int:
        """How many folders its path has."""
        return self.path.count("/")

    @property
    def key(self) -> str:
        """Host and path as nginx looks for them: by a table, which takes no longer keys."""
        key = self.host + self.path
        return key if len(key) <= _LONGEST_KEY else rf"~^{re.escape(key)}\z"


class Site(Struct, frozen=True):
    """One name at one port, and the portals that lie there, those with longer paths first."""

    host: str
    port: int
    is_secure: bool
    places: tuple[Place, ...]

    @property
    def address(self) -> str:
        """How the site is called, with the port where browsers would take another."""
        scheme = "https" if self.is_secure else "http"
        port = "" if self.port == _PORTS[scheme] else f":{self.port}"
        return f"{scheme}://{self.host}{port}"

    @property
    def is_redirected(self) -> bool:
        """Whether who comes without https is led there."""
        return self.is_secure and self.port == _PORTS["https"]


def sites_of(portals: Sequence[Portal]) -> tuple[Site, ...]:
    """The sites of all portals, sorted by name; SharedPlaceError where two cannot be told apart."""
    found: defaultdict[tuple[str, int, bool], list[Place]] = defaultdict(list)
    for portal in portals:
        parts = urlsplit(portal.identity.url)
        site = (parts.hostname or "", parts.port or _PORTS[parts.scheme], parts.scheme == "https")
        found[site].append(Place(portal.id, site[0], parts.path.rstrip("/")))
    _check(found.values())
    return tuple(
        Site(*site, tuple(sorted(places, key=lambda place: (-len(place.path), place.path))))
        for site, places in sorted(found.items())
    )


def _check(sites: Iterable[list[Place]]) -> None:
    portals: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for place in (place for places in sites for place in places):
        portals[place.host, place.path].append(place.portal)
    for names in portals.values():
        if len(names) > 1:
            raise SharedPlaceError(names)
