"""Pages at old addresses (`aliases`) that lead to where an article is now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.articles.article import Version
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import Shell, frame
from plugins.pages.views import LinkView, MovedView


def moved_pages(composer: Composer) -> Iterator[Draft]:
    """A page for each old address of the versions written in this language."""
    for version in composer.edition.dated:
        if version.lang == composer.lang:
            for alias in version.aliases:
                address = addresses.alias(alias)
                make = partial(_page, composer, version, address)
                yield Draft(address, version.path, version.path, make, composer)


def moved_page(composer: Composer, address: str) -> Draft | None:
    """The one of `moved_pages` at an address."""
    return next((draft for draft in moved_pages(composer) if draft.address == address), None)


def _page(composer: Composer, version: Version, address: str) -> str:
    composer.reads.add("text", version.path)
    target = addresses.text(version, composer.lang)
    shell = Shell(address, version.title, version.summary, canonical=target)
    link = LinkView(version.title, composer.href(address, target))
    return composer.rendered("moved.html", MovedView(frame(composer, shell), link))
