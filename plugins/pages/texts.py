"""The pages of articles, news items and fixed pages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from plugins.articles.article import Version
from plugins.comparisons.view import Label
from plugins.languages.language import Lang, other
from plugins.news.related import nearest
from plugins.news.signatures import Document, Signature, signature
from plugins.pages import addresses
from plugins.pages.bodies import text_html
from plugins.pages.composer import Composer, Page
from plugins.pages.edition import Edition
from plugins.pages.frames import Crumb, Shell, frame
from plugins.pages.views import LinkView, NoticeView, SectionsView, SectionView, TextView
from plugins.translations.choice import is_outdated, translation

CONTACT_PAGE: Final = "contact"
RELATED: Final = 4
_SYLLABLES_A_MINUTE: Final = 220
_FEWEST_HEADINGS: Final = 3


def text_pages(composer: Composer) -> Iterator[Page]:
    """A page for every shown version, and the page for addresses that do not exist."""
    for version in composer.edition.texts():
        yield _text_page(composer, version)
    if addresses.NOT_FOUND_PAGE not in composer.edition.pages:
        yield _plain_not_found_page(composer)


def _text_page(composer: Composer, version: Version) -> Page:
    lang = composer.lang
    page = addresses.text(version, lang)
    if page == addresses.not_found(lang):
        return _not_found_page(composer, version)
    shell = _shell(composer, version, page)
    view = _view(composer, version, shell)
    content = composer.renderer.page("text.html", lang, view)
    changed = version.changed.iso() if version.changed else ""
    return Page(
        shell.address, content, version.path, lang, shell.twin, not shell.canonical, changed
    )


def _not_found_page(composer: Composer, version: Version) -> Page:
    shell = _not_found_shell(composer, version.title, version.summary)
    view = _view(composer, version, shell)
    content = composer.renderer.page("text.html", composer.lang, view)
    return Page(shell.address, content, version.path, composer.lang)


def _plain_not_found_page(composer: Composer) -> Page:
    """What stands in for it where the content has no such page."""
    title = composer.gettext("Page not found")
    intro = composer.gettext("There is no page at this address. The menu leads to what there is.")
    shell = _not_found_shell(composer, title, intro)
    lang = composer.lang
    lists = (
        (composer.gettext("Home"), addresses.home(lang)),
        (composer.gettext("News"), addresses.news(lang)),
        (composer.gettext("Site map"), addresses.site_map(lang)),
    )
    links = tuple(LinkView(text, composer.href(shell.address, to)) for text, to in lists)
    sections = (SectionView("", None, (), links, ""),)
    view = SectionsView(frame(composer, shell), title, intro, sections)
    content = composer.renderer.page("sections.html", composer.lang, view)
    return Page(shell.address, content, composer.portal.path, composer.lang)


def _not_found_shell(composer: Composer, title: str, description: str) -> Shell:
    there = other(composer.lang)
    page = addresses.not_found(composer.lang)
    return Shell(page, title, description, switch=addresses.not_found(there))


def _shell(composer: Composer, version: Version, page: str) -> Shell:
    article = composer.articles[version.path]
    there = other(composer.lang)
    shown_there = composer.shown[there].get(article.id)
    address_there = addresses.text(shown_there, there) if shown_there else None
    foreign = version.lang != composer.lang
    real = translation(article, version, composer.clock) is not None and not foreign
    return Shell(
        page,
        version.title,
        version.summary,
        _crumbs(composer, version, page),
        twin=address_there if real else None,
        switch=address_there,
        canonical=addresses.text(version, version.lang) if foreign else "",
        nav=_nav(version),
        kind="article" if version.date else "website",
        published=version.date.iso() if version.date else "",
        modified=version.modified.iso() if version.modified else "",
        image=composer.lead_picture(version),
        thing=_thing(version),
    )


def _view(composer: Composer, version: Version, shell: Shell) -> TextView:
    page = shell.address
    return TextView(
        frame=frame(composer, shell),
        title=version.title,
        summary=version.summary,
        lang=composer.foreign(version),
        notice=_notice(composer, version, page),
        author=version.author,
        publishers=_publishers(composer, version),
        published=composer.time(version.date),
        modified=composer.day(version.modified),
        minutes=_minutes(version),
        image=composer.href(page, shell.image) if shell.image else "",
        headings=_headings(version),
        body=text_html(composer, page, version),
        is_headline=_is_headline(version),
        sources=tuple(composer.source(name) for name in version.sources),
        tags=_tags(composer, version, page),
        related=composer.items(page, _related(composer, version)),
        contact=composer.contact() if version.key == CONTACT_PAGE else None,
    )


def _is_headline(version: Version) -> bool:
    return version.kind == "news" and not version.body.pieces


def _crumbs(composer: Composer, version: Version, page: str) -> tuple[Crumb, ...]:
    lang = composer.lang
    here: Crumb = (version.title, page, composer.foreign(version))
    if version.kind == "news":
        return ((composer.gettext("News"), addresses.news(lang), None), here)
    category = composer.site.vocabulary.categories.get(version.category)
    if category is None:
        return (here,)
    shown = composer.label(category.get(lang))
    return ((shown.text, addresses.category(lang, version.category), shown.lang), here)


def _nav(version: Version) -> str:
    if version.kind == "page":
        return version.key
    return "tin-tuc" if version.kind == "news" else version.category


def _thing(version: Version) -> dict[str, object]:
    thing: dict[str, object] = {"inLanguage": version.lang, "description": version.summary}
    if version.date is None:
        return {"@type": "WebPage", "name": version.title, **thing}
    thing |= {
        "@type": "NewsArticle" if version.kind == "news" else "Article",
        "headline": version.title,
        "datePublished": version.date.iso(),
        "dateModified": (version.modified or version.date).iso(),
    }
    if version.author:
        thing["author"] = {"@type": "Organization", "name": version.author}
    return thing


def _notice(composer: Composer, version: Version, page: str) -> NoticeView | None:
    """That a translation is missing, or older than its original."""
    article = composer.articles[version.path]
    if version.lang != composer.lang:
        address = addresses.text(version, version.lang)
        link = LinkView("", composer.href(page, address), version.lang)
        return NoticeView(link, version.lang)
    original = translation(article, version, composer.clock)
    if original is None or not is_outdated(version, original):
        return None
    address = addresses.text(original, original.lang)
    return NoticeView(
        LinkView("", composer.href(page, address), original.lang),
        original.lang,
        composer.day(version.translation_of),
        composer.day(original.changed),
    )


def _publishers(composer: Composer, version: Version) -> tuple[Label, ...]:
    """Who published a headline that this portal only repeats."""
    if not _is_headline(version):
        return ()
    return tuple(composer.source(name).publisher for name in version.sources)


def _minutes(version: Version) -> int:
    words = version.body.text.count(" ") + 1
    return math.ceil(words / _SYLLABLES_A_MINUTE) if version.kind == "article" else 0


def _headings(version: Version) -> tuple[LinkView, ...]:
    top = [heading for heading in version.body.headings if heading.level == 2]
    if len(top) < _FEWEST_HEADINGS:
        return ()
    return tuple(LinkView(heading.text, f"#{heading.id}") for heading in top)


def _tags(composer: Composer, version: Version, page: str) -> tuple[LinkView, ...]:
    links = []
    for name in version.tags:
        shown = composer.label(composer.site.vocabulary.tags[name].get(composer.lang))
        href = composer.href(page, addresses.tag(composer.lang, name))
        links.append(LinkView(shown.text, href, shown.lang))
    return tuple(links)


def nearest_texts(editions: Mapping[Lang, Edition]) -> dict[str, tuple[str, ...]]:
    """For the path of each dated text those of the texts of its language nearest to it.

    Whatever an edition shows in another language is shown in the edition of that language too.
    """
    found: dict[str, tuple[str, ...]] = {}
    for lang, edition in editions.items():
        own = [version for version in edition.dated() if version.lang == lang]
        ranked = nearest([_signature(version) for version in own], RELATED)
        for version, indexes in zip(own, ranked, strict=True):
            found[version.path] = tuple(own[index].path for index in indexes)
    return found


def _related(composer: Composer, version: Version) -> list[Version]:
    """The texts nearest to `version`, in this language where there is a translation."""
    shown = composer.shown[composer.lang]
    paths = composer.nearest.get(version.path, ())
    return [shown[composer.articles[path].id] for path in paths]


def _signature(version: Version) -> Signature:
    text = f"{version.summary} {version.body.text}"
    return signature(Document(version.title, text, version.tags))
