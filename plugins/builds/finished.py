"""Checks the finished pages of a portal before any of them is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from plugins.articles.front_matter import title_slug
from plugins.articles.outside import AllowedHost, may_link
from plugins.base.web import web_host
from plugins.languages.text import slugify
from plugins.pages.site import Site

# What the theme itself leads to. A list in the templates, or made of them, would let in whatever
# is planted there.
THEME_HOSTS: Final = frozenset({"creativecommons.org", "www.facebook.com", "zalo.me"})


def allowed_hosts(site: Site, hosts: Mapping[str, AllowedHost], clock: datetime) -> frozenset[str]:
    """The hosts that pages may lead to: the portals' own, the theme's and those of the list."""
    own = {web_host(portal.identity.url) for portal in site.portals}
    return frozenset(own | THEME_HOSTS | {host for host in hosts if may_link(host, hosts, clock)})


def title_slugs(site: Site) -> frozenset[str]:
    """The parts of addresses that are titles and labels without marks, judged with these."""
    labels = [*site.vocabulary.categories.values(), *site.vocabulary.tags.values()]
    labels += [comparison.title for comparison in site.comparisons.values()]
    versions = (one for article in site.articles for one in article.versions.values())
    return frozenset(
        [title_slug(one.title) for one in versions]
        + [slugify(text) for label in labels for text in label.texts()]
    )
