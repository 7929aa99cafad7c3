"""The page on which readers keep others, for when they have no network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from plugins.languages.collation import sort_key
from plugins.languages.language import Lang, other
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import Shell, frame
from plugins.pages.views import LinkView, OfflineView, PackView


def index_name(lang: Lang) -> str:
    """What the index of an edition is called when it is kept."""
    return f"tim-{lang}"


def pack_name(lang: Lang, category: str = "") -> str:
    """What a category of an edition is called when it is kept, or all that belongs to none."""
    return f"{lang}-{category}" if category else lang


def used_categories(composer: Composer) -> list[str]:
    """The categories that have texts, as in a dictionary."""
    names = composer.site.vocabulary.categories
    used = {version.category for version in composer.edition.dated}
    return sorted(used, key=lambda name: (sort_key(names[name].text(composer.lang)), name))


def offline_page(composer: Composer) -> Draft:
    """The page for which the browser needs no network, and which stands in for all it lacks."""
    page = addresses.offline(composer.lang)
    title = composer.gettext("Read offline")
    intro = composer.gettext("The pages that you open here stay on your device for some time.")
    twin = addresses.offline(other(composer.lang))
    shell = Shell(page, title, intro, ((title, page, None),), twin=twin)
    script = composer.href(page, composer.assets.offline_script)
    packs = tuple(_packs(composer, page))
    link = LinkView(
        composer.gettext("Keep the pages in the other language"), composer.href(page, twin)
    )
    view = OfflineView(frame(composer, shell), title, intro, script, packs, link)
    make = partial(composer.rendered, "offline.html", view)
    return Draft(page, composer.portal.path, repr(view), make, composer, twin, indexed=True)


def _packs(composer: Composer, page: str) -> Iterator[PackView]:
    lang = composer.lang
    used = used_categories(composer)
    rest = pack_name(lang)
    every = [rest, *(pack_name(lang, name) for name in used), index_name(lang)]
    yield PackView(composer.gettext("The whole portal in this language"), None, " ".join(every))
    search = composer.href(page, addresses.search(lang))
    yield PackView(composer.gettext("Search without a network"), None, index_name(lang), search)
    for name in used:
        label = composer.label(composer.site.vocabulary.categories[name].get(lang))
        texts = composer.href(page, addresses.category(lang, name))
        yield PackView(label.text, label.lang, pack_name(lang, name), texts)
    yield PackView(composer.gettext("Lists, and pages about this portal"), None, rest)
