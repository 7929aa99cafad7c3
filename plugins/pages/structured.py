"""Structured data (JSON-LD, schema.org) of pages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

_ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def json_ld(data: dict[str, Any] | str) -> Markup:
    """`data` as it may stand in a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_ESCAPES))  # noqa: S704


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
