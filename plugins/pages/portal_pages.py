"""All files of one portal: the list of what is made stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.articles.places import text_place
from plugins.languages.language import LANGS, Lang
from plugins.pages import addresses
from plugins.pages.assets import theme_assets
from plugins.pages.comparison_pages import comparison_pages
from plugins.pages.composer import Composer, Page
from plugins.pages.edition import edition, portal_articles
from plugins.pages.feeds import feed_page, robots_page, sitemap_pages
from plugins.pages.lists import list_pages
from plugins.pages.moved import moved_pages
from plugins.pages.overviews import overview_pages
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.texts import nearest_texts, text_pages
from plugins.portals.addresses import THEME
from plugins.portals.portal import Portal


@dataclass(frozen=True, slots=True)
class PageSettings:
    """What all portals of a build are made with.

    `clock` is 'now'; `latest_news` is how many news items stand beside every page.
    """

    clock: datetime
    renderer: Renderer
    theme: Path
    latest_news: int


def portal_pages(site: Site, portal: Portal, settings: PageSettings) -> dict[str, Page]:
    """Every file of `portal` by its path inside the portal's folder."""
    pages = list(_pages(_composers(site, portal, settings)))
    pages += [*sitemap_pages(portal, pages), robots_page(portal)]
    # The theme's files first: by them the next build knows the folder, should this one be killed.
    pages.sort(key=lambda page: not page.address.startswith(f"{THEME}/"))
    files: dict[str, Page] = {}
    for page in pages:
        name = addresses.output_file(page.address)
        if name in files:
            raise ValueError(f"two pages of '{portal.id}' have the address '{page.address}'")
        files[name] = page
    return files


def _pages(composers: dict[Lang, Composer]) -> Iterator[Page]:
    for composer in composers.values():
        yield from overview_pages(composer)
        yield from text_pages(composer)
        yield from list_pages(composer)
        yield from comparison_pages(composer)
        yield from moved_pages(composer)
        yield feed_page(composer)
    assets = next(iter(composers.values())).assets
    for address, data in assets.files.items():
        yield Page(address, data, assets.origins.get(address, ""))


def _composers(site: Site, portal: Portal, settings: PageSettings) -> dict[Lang, Composer]:
    editions = {lang: edition(site, portal, lang, settings.clock) for lang in LANGS}
    articles = {
        version.path: article for article in site.articles for version in article.versions.values()
    }
    shown = {
        lang: {articles[version.path].id: version for version in editions[lang].texts()}
        for lang in LANGS
    }
    nearest = nearest_texts(editions)
    assets = theme_assets(settings.theme, portal, site.tree)
    return {
        lang: Composer(
            site=site,
            portal=portal,
            editions=editions,
            lang=lang,
            clock=settings.clock,
            renderer=settings.renderer,
            assets=assets,
            articles=articles,
            shown=shown,
            nearest=nearest,
            elsewhere=_elsewhere(site, portal, settings.clock),
            latest_news=settings.latest_news,
        )
        for lang in LANGS
    }


def _elsewhere(site: Site, portal: Portal, clock: datetime) -> Callable[[str], str]:
    """Where a text that `portal` does not show is shown by another portal, by its path."""

    def url(path: str) -> str:
        for candidate in site.portals:
            if candidate is portal:
                continue
            for article in portal_articles(site, candidate):
                for version in article.versions.values():
                    if version.path == path and not version.hidden_because(clock):
                        return candidate.identity.url + addresses.text(version, version.lang)
        # A text that is at fault, or not shown, does not hold back those that link to it.
        place = text_place(path)
        owners = (one for one in site.portals if place and one.id == place.owner)
        return next(owners, portal).identity.url

    return url
