"""The configurations, each made from the template of its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from plugins.base.media import TYPES, UNKNOWN
from plugins.base.policy import DRAWING_POLICY, HEADERS, SENT_POLICY, TRANSPORT
from plugins.hosting.sites import Place, Site
from plugins.portals.addresses import NAMED

_TEMPLATES: Final = Path(__file__).parent / "templates"
NAMES: Final = (
    "nginx/portals.conf",
    "nginx/portal.conf",
    "nginx/common.conf",
    "nginx/types.conf",
    "caddy/Caddyfile",
)


class Machine(Struct, frozen=True):
    """Where the machine that serves has the releases, and a folder of certificates for each host."""

    releases: str
    certificates: str


class Level(Struct, frozen=True):
    """The portals whose paths have so many folders; where none of them is asked, see `below`."""

    depth: int
    places: Sequence[Place]
    name: str
    below: str


def configurations(sites: Sequence[Site], machine: Machine) -> dict[str, str]:
    """The text of each file."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        # No page: what stands in the files is for servers.
        autoescape=False,  # noqa: S701
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    values = {
        "sites": sites,
        "levels": _levels([place for site in sites for place in site.places]),
        "releases": machine.releases,
        "certificates": machine.certificates,
        "named": NAMED,
        "policy": SENT_POLICY,
        "drawing_policy": DRAWING_POLICY,
        "headers": HEADERS,
        "transport": TRANSPORT,
        "types": TYPES,
        "unknown": UNKNOWN,
        "ports": sorted({80, *(site.port for site in sites)}),
    }
    return {name: environment.get_template(name).render(values) for name in NAMES}


def _levels(places: Sequence[Place]) -> list[Level]:
    """The portals by the depth of their paths, the deepest last, which is where nginx looks first."""
    depths = sorted({0, *(place.depth for place in places)})
    names = [*(f"portal_at_{depth}" for depth in depths[:-1]), "portal"]
    return [
        Level(depth, [one for one in places if one.depth == depth], name, f"${below}")
        for depth, name, below in zip(depths, names, ["", *names], strict=False)
    ]
