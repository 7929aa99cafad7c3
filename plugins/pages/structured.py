"""Structured data (JSON-LD, schema.org) of pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from markupsafe import Markup


def json_ld(data: dict[str, Any] | str) -> Markup:
    """`data` as it may stand in a script element."""
    text = msgspec.json.encode(data).decode()
    # A script ends with the first end tag in it.
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704


def graph(*things: dict[str, Any]) -> Markup:
    """Several things in one script."""
    return json_ld({"@context": "https://schema.org", "@graph": list(things)})


def organization(name: str, url: str) -> dict[str, Any]:
    """The agency that publishes a portal."""
    return {"@type": "GovernmentOrganization", "name": name, "url": url}


def breadcrumbs(crumbs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The path to a page as (name, URL) pairs from the home page on."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": url}
            for position, (name, url) in enumerate(crumbs, 1)
        ],
    }
