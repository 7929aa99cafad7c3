"""The pages of articles, news items and fixed pages."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import Final, Protocol, TypeAlias

from plugins.articles.article import Version
from plugins.comparisons.view import Label
from plugins.languages.language import Lang, other
from plugins.news.signatures import Signature
from plugins.pages import addresses
from plugins.pages.bodies import text_html
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.edition import Edition
from plugins.pages.frames import Crumb, Shell, frame
from plugins.pages.views import LinkView, NoticeView, SectionsView, SectionView, TextView
from plugins.translations.choice import is_outdated, translation

CONTACT_PAGE: Final = "contact"
RELATED: Final = 4
_SYLLABLES_A_MINUTE: Final = 220
_FEWEST_HEADINGS: Final = 3


class _Ranking(Protocol):
    """For each text of a list the indexes of others."""

    def __getitem__(self, index: int, /) -> Sequence[int]: ...


# Ranks, for each text of a list, so many others by how near they are to it.
FindNearest: TypeAlias = Callable[[Sequence[Signature], int], _Ranking]


def text_pages(composer: Composer) -> Iterator[Draft]:
    """A page for every shown version, and the page for addresses that do not exist."""
    for version in composer.edition.texts():
        yield _draft(composer, version)
    if addresses.NOT_FOUND_PAGE not in composer.edition.pages:
        yield _plain_not_found(composer)


def text_page(composer: Composer, address: str) -> Draft | None:
    """The one of `text_pages` at an address."""
    version = composer.edition.by_address.get(address)
    if version is not None:
        return _draft(composer, version)
    return _plain_not_found(composer) if address == addresses.not_found(composer.lang) else None


def _plain_not_found(composer: Composer) -> Draft:
    address = addresses.not_found(composer.lang)
    make = partial(_plain_not_found_page, composer)
    return Draft(address, composer.portal.path, "", make, composer)


def _draft(composer: Composer, version: Version) -> Draft:
    address = addresses.text(version, composer.lang)
    make = partial(_text_page, composer, version, address)
    if address == addresses.not_found(composer.lang):
        return Draft(address, version.path, version.path, make, composer)
    return Draft(
        address,
        version.path,
        version.path,
        make,
        composer,
        _twin(composer, version),
        indexed=version.lang == composer.lang,
        changed=version.changed.iso() if version.changed else "",
    )


def _text_page(composer: Composer, version: Version, page: str) -> str:
    composer.reads.add("text", version.path)
    if page == addresses.not_found(composer.lang):
        shell = _not_found_shell(composer, version.title, version.summary)
    else:
        shell = _shell(composer, version, page)
    return composer.rendered("text.html", _view(composer, version, shell))


def _plain_not_found_page(composer: Composer) -> str:
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
    return composer.rendered(
        "sections.html", SectionsView(frame(composer, shell), title, intro, sections)
    )


def _not_found_shell(composer: Composer, title: str, description: str) -> Shell:
    there = other(composer.lang)
    page = addresses.not_found(composer.lang)
    return Shell(page, title, description, switch=addresses.not_found(there))


def _twin(composer: Composer, version: Version) -> str | None:
    """The address of the real translation of `version`, if it is shown."""
    there = other(composer.lang)
    shown_there = composer.in_language(there, version)
    real = translation(composer.article(version), version, composer.clock) is not None
    if shown_there is None or not real or version.lang != composer.lang:
        return None
    return addresses.text(shown_there, there)


def _shell(composer: Composer, version: Version, page: str) -> Shell:
    there = other(composer.lang)
    shown_there = composer.in_language(there, version)
    foreign = version.lang != composer.lang
    return Shell(
        page,
        version.title,
        version.summary,
        _crumbs(composer, version, page),
        twin=_twin(composer, version),
        switch=addresses.text(shown_there, there) if shown_there else None,
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
    return version.kind == "news" and version.body.is_empty


def _crumbs(composer: Composer, version: Version, page: str) -> tuple[Crumb, ...]:
    lang = composer.lang
    here: Crumb = (version.title, page, composer.foreign(version))
    if version.kind == "news":
        return ((composer.gettext("News"), addresses.news(lang), None), here)
    shown = composer.category(version.category)
    if shown is None:
        return (here,)
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
    article = composer.article(version)
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
    return math.ceil(version.body.words / _SYLLABLES_A_MINUTE) if version.kind == "article" else 0


def _headings(version: Version) -> tuple[LinkView, ...]:
    top = [heading for heading in version.body.headings if heading.level == 2]
    if len(top) < _FEWEST_HEADINGS:
        return ()
    return tuple(LinkView(heading.text, f"#{heading.id}") for heading in top)


def _tags(composer: Composer, version: Version, page: str) -> tuple[LinkView, ...]:
    links = []
    for name in version.tags:
        shown = composer.tag(name)
        href = composer.href(page, addresses.tag(composer.lang, name))
        links.append(LinkView(shown.text, href, shown.lang))
    return tuple(links)


def nearest_texts(
    editions: Mapping[Lang, Edition], nearest: FindNearest
) -> Callable[[str], Sequence[str]]:
    """Finds, for the path of a dated text, those of the texts of its language nearest to it.

    Whatever an edition shows in another language is shown in the edition of that language too.
    """
    lists = [_Ranked(lang, editions, nearest) for lang in editions]

    def find(path: str) -> Sequence[str]:
        return next((found for one in lists if (found := one.nearest_to(path))), ())

    return find


class _Ranked:
    """The dated texts in one language, each with those nearest to it: found when it is asked for."""

    def __init__(self, lang: Lang, editions: Mapping[Lang, Edition], nearest: FindNearest) -> None:
        self._lang, self._editions, self._nearest = lang, editions, nearest

    def nearest_to(self, path: str) -> Sequence[str]:
        """The paths of the texts nearest to that at `path`; none for one of another language."""
        if path not in self._places:
            return ()
        return tuple(self._own[index].path for index in self._ranking[self._places[path]])

    @cached_property
    def _own(self) -> Sequence[Version]:
        return [
            version for version in self._editions[self._lang].dated if version.lang == self._lang
        ]

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {version.path: place for place, version in enumerate(self._own)}

    @cached_property
    def _ranking(self) -> _Ranking:
        return self._nearest([version.signature for version in self._own], RELATED)


def _related(composer: Composer, version: Version) -> list[Version]:
    composer.reads.add("near", version.path)
    return related_to(composer, version.path)


def related_to(composer: Composer, path: str) -> list[Version]:
    """The texts nearest to that at `path`, in this language where there is a translation."""
    shown = composer.edition.by_id
    return [shown[composer.site.by_path[other].id] for other in composer.nearest(path)]
