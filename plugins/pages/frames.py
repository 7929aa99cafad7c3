"""What stands around the content of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from markupsafe import Markup, escape
from msgspec import Struct

from plugins.languages.language import Lang, other
from plugins.news.latest import latest
from plugins.pages import addresses
from plugins.pages.composer import ANY_PAGE, Composer
from plugins.pages.holes import CODE, Own, mark
from plugins.pages.structured import breadcrumbs, graph, json_ld, organization
from plugins.pages.views import (
    FooterView,
    FrameView,
    LatestView,
    LinkView,
    MastheadView,
)

LATEST_NEWS: Final = "latest-news"
_FOOTER_PAGES: Final = ("about", "contact", "help", "accessibility", "privacy")

# The words of a step on the way to a page, its address, and its language if another.
Crumb: TypeAlias = tuple[str, str, Lang | None]


class Shell(Struct, frozen=True):
    """What the frame of a page is made from.

    `twin` is the address of its real translation; `switch` where the language switch leads when
    it is not there. What `is_taken_along` on paper has a code that leads back.
    """

    address: str
    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    twin: str | None = None
    switch: str | None = None
    canonical: str = ""
    nav: str = ""
    kind: str = "website"
    published: str = ""
    modified: str = ""
    image: str = ""
    is_taken_along: bool = False
    thing: dict[str, object] | None = None


def frame(composer: Composer, shell: Shell) -> FrameView:
    """The frame of a page."""
    composer.reads.add("frame")
    page, lang = shell.address, composer.lang
    is_home = page == addresses.home(lang)
    home_title: Crumb = (composer.gettext("Home"), addresses.home(lang), None)
    crumbs = (home_title, *shell.crumbs) if not is_home else ()
    twin = shell.twin
    folder, slash, file = page.rpartition("/")
    # The server shows it at any address, so its links need a place to start from.
    base = f"{Own.BASE}{folder}{slash}" if page == addresses.not_found(lang) else ""
    return FrameView(
        lang=lang,
        title=shell.title if is_home else f"{shell.title} – {Own.NAME}",
        site_name=Own.NAME,
        description=shell.description,
        canonical=Own.URL + (shell.canonical or page),
        code=mark(CODE + (shell.canonical or page)) if shell.is_taken_along else "",
        alternates=_alternates(composer, page, twin) if not shell.canonical else (),
        indexed=not base,
        kind=shell.kind,
        published=shell.published,
        modified=shell.modified,
        image=Own.URL + shell.image if shell.image else "",
        json_ld=_json_ld(composer, shell, crumbs),
        crumbs=tuple(
            LinkView(text, composer.href(page, to) if to != page else "", text_lang, to == page)
            for text, to, text_lang in crumbs
        ),
        switch=_switch(composer, shell),
        feed=composer.href(page, addresses.feed(lang)),
        manifest=composer.href(page, addresses.manifest(lang)),
        stylesheet=composer.href(page, Own.STYLESHEET),
        script=composer.href(page, Own.SCRIPT),
        icon=composer.href(page, Own.ICON),
        theme_colour=Own.COLOUR,
        base=base,
        here=file if base else "",
        masthead=mark(f"masthead {shell.nav}"),
        latest=mark(LATEST_NEWS),
        footer=mark("footer"),
    )


def own_values(composer: Composer) -> Mapping[str, bytes]:
    """What stands on the pages of an edition in the places of the marks of `Own`."""
    identity, assets = composer.portal.identity, composer.assets
    values = {
        Own.URL: identity.url,
        Own.BASE: urlsplit(identity.url).path,
        Own.NAME: str(escape(identity.name.text(composer.lang))),
        Own.AGENCY: json_ld(identity.agency.text(composer.lang))[1:-1],
        Own.COLOUR: identity.colours.brand,
        Own.STYLESHEET: assets.stylesheet,
        Own.SCRIPT: assets.script,
        Own.ICON: assets.icon,
    }
    return _OwnValues({name: value.encode() for name, value in values.items()}, identity.url)


class _OwnValues(dict[str, bytes]):
    """Makes the code of an address for the page that shows it: no other one does."""

    def __init__(self, values: Mapping[str, bytes], url: str) -> None:
        super().__init__(values)
        self._url = url

    def __missing__(self, name: str) -> bytes:
        # Loaded only where a page is put together.
        from plugins.pages.address_codes import address_code  # noqa: PLC0415

        return address_code(self._url + name.removeprefix(CODE)).encode()


def _alternates(composer: Composer, page: str, twin: str | None) -> tuple[tuple[str, str], ...]:
    if twin is None:
        return ()
    pair = {composer.lang: page, other(composer.lang): twin}
    urls = [(lang, Own.URL + pair[lang]) for lang in ("vi", "en")]
    return (*urls, ("x-default", Own.URL + pair["vi"]))


def _switch(composer: Composer, shell: Shell) -> LinkView:
    there = other(composer.lang)
    wanted = shell.switch if shell.twin is None else shell.twin
    address = addresses.home(there) if wanted is None else wanted
    return LinkView("", composer.href(shell.address, address), there)


def _json_ld(composer: Composer, shell: Shell, crumbs: Sequence[Crumb]) -> Markup:
    publisher = organization(Own.AGENCY, Own.URL)
    thing = shell.thing or {"@type": "WebPage", "name": shell.title}
    page = {
        "inLanguage": composer.lang,
        **thing,
        "url": Own.URL + (shell.canonical or shell.address),
        "publisher": publisher,
    }
    path = [(text, Own.URL + address) for text, address, _ in crumbs]
    return graph(page, breadcrumbs(path)) if path else graph(page)


def shared_part(composer: Composer, part: str) -> Markup:
    """What stands on many pages under the name `part`, with marks where their depth counts."""
    name, _, variant = part.partition(" ")

    def make() -> Markup:
        view = _PARTS[name](composer, variant)
        return Markup(composer.rendered(f"parts/{name}.html", view))  # noqa: S704

    return composer.piece(("shared", part), make)


def _masthead(composer: Composer, nav: str) -> MastheadView:
    identity = composer.portal.identity
    return MastheadView(
        composer.label(identity.name.get(composer.lang)),
        composer.label(identity.agency.get(composer.lang)),
        composer.href(ANY_PAGE, addresses.home(composer.lang)),
        composer.href(ANY_PAGE, composer.assets.icon),
        composer.href(ANY_PAGE, addresses.search(composer.lang)),
        tuple(
            LinkView(text, composer.href(ANY_PAGE, to), text_lang, name == nav)
            for name, text, to, text_lang in _nav(composer)
        ),
    )


def _nav(composer: Composer) -> list[tuple[str, str, str, Lang | None]]:
    lang = composer.lang
    lists = {
        "tin-tuc": composer.gettext("News"),
        "so-sanh": composer.gettext("Comparisons"),
        "danh-muc": composer.gettext("Categories"),
        "the": composer.gettext("Tags"),
        "luu-tru": composer.gettext("Archive"),
        "so-do": composer.gettext("Site map"),
    }
    found: list[tuple[str, str, str, Lang | None]] = [
        ("home", composer.gettext("Home"), addresses.home(lang), None)
    ]
    for name in composer.portal.identity.nav:
        category = composer.site.vocabulary.categories.get(name)
        page = composer.edition.pages.get(name)
        if name in lists:
            found.append((name, lists[name], addresses.LISTS[name](lang), None))
        elif category:
            shown = composer.label(category.get(lang))
            found.append((name, shown.text, addresses.category(lang, name), shown.lang))
        elif page:
            address = addresses.text(page, lang)
            found.append((name, page.title, address, composer.foreign(page)))
    return found


def _latest(composer: Composer, _: str) -> LatestView:
    newest = latest(composer.edition.news, composer.latest_news)
    all_news = composer.href(ANY_PAGE, addresses.news(composer.lang))
    return LatestView(composer.items(ANY_PAGE, newest), all_news)


def _footer(composer: Composer, _: str) -> FooterView:
    lists = (
        (composer.gettext("Site map"), addresses.site_map(composer.lang)),
        (composer.gettext("Archive"), addresses.archive(composer.lang)),
        *_offline(composer),
        (composer.gettext("Atom feed"), addresses.feed(composer.lang)),
    )
    links = tuple(LinkView(text, composer.href(ANY_PAGE, to)) for text, to in lists)
    name = composer.label(composer.portal.identity.name.get(composer.lang))
    return FooterView(
        name,
        composer.contact(),
        composer.page_links(ANY_PAGE, _FOOTER_PAGES) + links,
        composer.href(ANY_PAGE, composer.assets.proof_script),
    )


def _offline(composer: Composer) -> Iterator[tuple[str, str]]:
    if composer.portal.identity.offline:
        yield composer.gettext("Read offline"), addresses.offline(composer.lang)


_PARTS: Final[Mapping[str, Callable[[Composer, str], object]]] = MappingProxyType(
    {"masthead": _masthead, LATEST_NEWS: _latest, "footer": _footer}
)
