"""The configurations, each made from the template of its name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from msgspec import Struct

from plugins.base.media import TYPES, UNKNOWN
from plugins.base.policy import DRAWING_POLICY, HEADERS, SENT_POLICY, TRANSPORT
from plugins.hosting.sites import Site
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
        "places": [place for site in sites for place in site.places],
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
