"""Puts the pieces of texts and tables together for one page."""

from __future__ import annotations

import html
from urllib.parse import quote

from markupsafe import Markup

from plugins.articles.article import Version
from plugins.comparisons.model import Comparison
from plugins.comparisons.view import table_view
from plugins.languages.language import Lang
from plugins.markup.body import ComparisonSlot, LinkSlot, fill
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.views import ShownTable


def text_html(composer: Composer, page: str, version: Version) -> Markup:
    """The text of a version with its links and tables filled in."""
    shown = 0
    foreign = composer.foreign(version)

    def table(slot: ComparisonSlot) -> str:
        nonlocal shown
        shown += 1
        made = table_html(composer, page, composer.site.comparisons[slot.id], shown)
        # The words of a table are in the page's language, whatever stands around it.
        return Markup('<div lang="{}">{}</div>').format(composer.lang, made) if foreign else made

    def link(slot: LinkSlot) -> str:
        return link_value(composer, page, slot, version.lang)

    # Sanitised when it was converted.
    return Markup(fill(version.body.pieces, link, table))  # noqa: S704


def table_html(composer: Composer, page: str, comparison: Comparison, number: int) -> Markup:
    """A comparison, the `number`th of its page."""
    key = ("table", addresses.root_of(page) + comparison.id, str(number))
    if key not in composer.parts:
        # A link may be written in either language; the words of a cell decide.
        view = table_view(
            comparison,
            composer.lang,
            f"_t{number}",
            lambda slot: link_value(composer, page, slot, composer.lang),
        )
        own = addresses.comparison(composer.lang, comparison.id)
        shown = ShownTable(
            view,
            tuple(composer.source(name) for name in view.sources),
            composer.href(page, own),
            composer.href(page, f"{own}data.csv"),
            composer.href(page, f"{own}data.json"),
        )
        composer.parts[key] = composer.renderer.part("parts/comparison.html", composer.lang, shown)
    return composer.parts[key]


def link_value(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    """The escaped value of a link in a text that is written in `written_in`."""
    return html.escape(_link(composer, page, slot, written_in))


def _link(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    if slot.kind == "static":
        return composer.href(page, composer.assets.picture(slot.target))
    if slot.kind == "file":
        return _article_link(composer, page, slot, written_in)
    return f"#{quote(slot.fragment)}" if slot.kind == "fragment" else slot.raw


def _article_link(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    article = composer.articles.get(slot.target)
    if article is None:
        return composer.elsewhere(slot.target)
    target = next(one for one in article.versions.values() if one.path == slot.target)
    # A link to the text's own language stays in the edition the reader is in.
    stays = target.lang == written_in or written_in not in article.versions
    lang = composer.lang if stays else target.lang
    shown = composer.shown[lang].get(article.id)
    if shown is None and target.kind == "page":
        # The portal has a page of its own in its place.
        shown = composer.editions[lang].pages.get(target.key)
    if shown is None:
        return composer.elsewhere(target.path)
    # Another portal may have renamed the heading.
    is_there = shown.path == slot.target and slot.fragment in shown.body.ids
    fragment = f"#{quote(slot.fragment)}" if is_there else ""
    return composer.href(page, addresses.text(shown, lang)) + fragment
