"""All files of one portal: the list of what is made stands here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct

from plugins.articles.places import text_place
from plugins.languages.language import LANGS, Lang
from plugins.pages import addresses
from plugins.pages.assets import Assets, theme_assets
from plugins.pages.comparison_pages import comparison_page, comparison_pages
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft, fixed
from plugins.pages.edition import Editions, edition
from plugins.pages.feeds import feed_page, robots_page, sitemap_pages
from plugins.pages.lists import list_page, list_pages
from plugins.pages.moved import moved_page, moved_pages
from plugins.pages.overviews import overview_page, overview_pages
from plugins.pages.render import Renderer
from plugins.pages.site import Site
from plugins.pages.texts import FindNearest, nearest_texts, text_page, text_pages
from plugins.portals.addresses import THEME
from plugins.portals.portal import Portal

_SITEMAP: Final = "sitemap"


class PageSettings(Struct, frozen=True):
    """What all portals of a build are made with.

    `clock` is 'now'; `latest_news` is how many news items stand beside every page; `nearest` finds
    the texts that belong together.
    """

    clock: datetime
    renderer: Renderer
    theme: Path
    latest_news: int
    nearest: FindNearest


class PortalPages(Struct, frozen=True):
    """The files of a portal by their paths inside its folder, before they are made.

    A picture is one of them when a page shows it, which is known once all are made or kept.
    """

    drafts: Mapping[str, Draft]
    composers: Mapping[Lang, Composer]

    def picture(self, path: str) -> Draft:
        """The picture at a content path."""
        return _picture(next(iter(self.composers.values())).assets, path)


def _picture(assets: Assets, path: str) -> Draft:
    address = assets.picture(path)
    return Draft(address, path, address, partial(assets.picture_bytes, path))


def portal_pages(site: Site, portal: Portal, settings: PageSettings) -> PortalPages:
    """Every file of `portal` but the pictures of its texts."""
    composers = composers_of(site, portal, settings)
    drafts = list(_drafts(composers))
    drafts += [*sitemap_pages(composers["vi"], drafts), robots_page(portal)]
    # The theme's files first: by them the next build knows the folder, should this one be killed.
    drafts.sort(key=lambda draft: not draft.address.startswith(f"{THEME}/"))
    files: dict[str, Draft] = {}
    for draft in drafts:
        name = addresses.output_file(draft.address)
        if name in files:
            raise ValueError(f"two pages of '{portal.id}' have the address '{draft.address}'")
        files[name] = draft
    return PortalPages(files, composers)


def _drafts(composers: Mapping[Lang, Composer]) -> Iterator[Draft]:
    for composer in composers.values():
        yield from overview_pages(composer)
        yield from text_pages(composer)
        yield from list_pages(composer)
        yield from comparison_pages(composer)
        yield from moved_pages(composer)
        yield feed_page(composer)
    for address, data in next(iter(composers.values())).assets.files.items():
        yield fixed(address, "", data)


def page_at(composers: Mapping[Lang, Composer], address: str) -> Draft | None:
    """What stands at an address of a portal: found without all others, but for the sitemap."""
    lang: Lang = "en" if address.startswith(addresses.home("en")) else "vi"
    composer = composers[lang]
    for find in (text_page, overview_page, comparison_page, list_page):
        if draft := find(composer, address):
            return draft
    # The old address of a text may be any.
    moved = (moved_page(one, address) for one in composers.values())
    return next((draft for draft in moved if draft), None) or _file_at(composers, lang, address)


def _file_at(composers: Mapping[Lang, Composer], lang: Lang, address: str) -> Draft | None:
    """A file for machines, of the theme, or a picture that a page was found to show."""
    composer = composers[lang]
    portal, assets = composer.portal, composer.assets
    if address == addresses.feed(lang):
        return feed_page(composer)
    if address in assets.files:
        return fixed(address, "", assets.files[address])
    if path := assets.path_of(address):
        return _picture(assets, path)
    machines = [robots_page(portal)]
    if address.startswith(_SITEMAP):
        machines += sitemap_pages(composers["vi"], list(_drafts(composers)))
    return next((draft for draft in machines if draft.address == address), None)


def composers_of(site: Site, portal: Portal, settings: PageSettings) -> dict[Lang, Composer]:
    """The means with which all pages of `portal` are composed."""
    editions = Editions(lambda lang: edition(site, portal, lang, settings.clock))
    nearest = nearest_texts(editions, settings.nearest)
    assets = theme_assets(settings.theme, portal, site.pictures)
    return {
        lang: Composer(
            site=site,
            portal=portal,
            editions=editions,
            lang=lang,
            clock=settings.clock,
            renderer=settings.renderer,
            assets=assets,
            nearest=nearest,
            elsewhere=partial(elsewhere, site, portal, settings.clock),
            latest_news=settings.latest_news,
        )
        for lang in LANGS
    }


def elsewhere(site: Site, portal: Portal, clock: datetime, path: str) -> str:
    """Where the text at `path`, which `portal` does not show, is shown by another portal."""
    article = site.by_path.get(path)
    version = (
        next((one for one in article.versions.values() if one.path == path), None)
        if article
        else None
    )
    if article and version and not version.hidden_because(clock):
        for candidate in site.shown_by.get(article.id, ()):
            if candidate is not portal:
                return candidate.identity.url + addresses.text(version, version.lang)
    # A text that is at fault, or not shown, does not hold back those that link to it.
    place = text_place(path)
    owners = (one for one in site.portals if place and one.id == place.owner)
    return next(owners, portal).identity.url
