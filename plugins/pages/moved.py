"""Pages at old addresses (`aliases`) that lead to where an article is now."""

from __future__ import annotations

from collections.abc import Iterator

from plugins.pages import addresses
from plugins.pages.composer import Composer, Page
from plugins.pages.frames import Shell, frame
from plugins.pages.views import LinkView, MovedView


def moved_pages(composer: Composer) -> Iterator[Page]:
    """A page for each old address of the versions written in this language."""
    lang = composer.lang
    for version in composer.edition.dated():
        if version.lang != lang:
            continue
        target = addresses.text(version, lang)
        for alias in version.aliases:
            address = addresses.alias(alias)
            shell = Shell(address, version.title, version.summary, canonical=target)
            link = LinkView(version.title, composer.href(address, target))
            view = MovedView(frame(composer, shell), link)
            content = composer.renderer.page("moved.html", lang, view)
            yield Page(address, content, version.path, lang)
