"""Where portals lie on the web, and whose an address is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias
from urllib.parse import urlsplit

from msgspec import Struct

from plugins.base.web import web_host
from plugins.portals.portal import Portal

# The path of each portal on a host, by the id of the portal.
Paths: TypeAlias = Mapping[str, str]


class Registry(Struct, frozen=True):
    """What those in charge of all portals say of hosts: which are listed, and whose they are.

    A host that they give to nobody is open to all portals; it has no entry in `paths`.
    """

    is_listed: Callable[[str], bool]
    paths: Mapping[str, Paths]

    def may_stand(self, portal: Portal) -> bool:
        """Whether the address of a portal is given to it, or is on a host that is given to none."""
        given = self.paths.get(web_host(portal.identity.url))
        return not given or self.is_given(portal)

    def is_given(self, portal: Portal) -> bool:
        """Whether the address of a portal is given to it by name."""
        url = portal.identity.url
        path = self.paths.get(web_host(url), {}).get(portal.id)
        return path is not None and urlsplit(url).path == path


def place(portal: Portal) -> str:
    """An address as far as it tells two portals apart."""
    return portal.identity.url.partition("://")[2].lower()


def path_below(inner: Portal, outer: Portal) -> str:
    """What the address of `inner` has beyond that of `outer`; empty where it does not lie below."""
    return place(inner).removeprefix(place(outer)) if place(inner).startswith(place(outer)) else ""
