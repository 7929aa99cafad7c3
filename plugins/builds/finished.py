"""Checks the finished pages of a portal before any of them is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plugins.articles.front_matter import title_slug
from plugins.articles.outside import AllowedHost, may_link
from plugins.base.web import web_host
from plugins.languages.text import slugify
from plugins.pages.site import Site

_WEB = re.compile(r"https?://[^\s\"'<>{]+")


def allowed_hosts(site: Site, hosts: Mapping[str, AllowedHost], clock: datetime) -> frozenset[str]:
    """The hosts that pages may lead to: the portals' own and those of the list."""
    own = {web_host(portal.identity.url) for portal in site.portals}
    return frozenset(own | {host for host in hosts if may_link(host, hosts, clock)})


def theme_hosts(theme: Path) -> frozenset[str]:
    """The hosts that the templates of `theme`, which is trusted, lead to by themselves."""
    templates = sorted((theme / "templates").rglob("*.html"))
    written = (found for path in templates for found in _WEB.findall(path.read_text("utf-8")))
    return frozenset(map(web_host, written))


def title_slugs(site: Site) -> frozenset[str]:
    """The parts of addresses that are titles and labels without marks, judged with these."""
    labels = [*site.vocabulary.categories.values(), *site.vocabulary.tags.values()]
    labels += [comparison.title for comparison in site.comparisons.values()]
    versions = (one for article in site.articles for one in article.versions.values())
    return frozenset(
        [title_slug(one.title) for one in versions]
        + [slugify(text) for label in labels for text in label.texts()]
    )
