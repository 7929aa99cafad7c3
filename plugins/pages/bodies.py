"""Puts the pieces of texts and tables together for one page."""

from __future__ import annotations

import html
from urllib.parse import quote

from markupsafe import Markup
from msgspec import Struct

from plugins.articles.article import Version
from plugins.comparisons.model import Comparison
from plugins.comparisons.view import table_view
from plugins.languages.language import Lang
from plugins.markup.body import ComparisonSlot, LinkSlot, fill
from plugins.pages import addresses
from plugins.pages.composer import Composer
from plugins.pages.holes import judged
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

    # Sanitised when it was converted, and judged but for its tables.
    made = fill(composer.site.texts.pieces(version), link, table)
    return Markup(made) if shown else judged(made)  # noqa: S704


def table_html(composer: Composer, page: str, comparison: Comparison, number: int) -> Markup:
    """A comparison, the `number`th of its page."""
    key = ("table", addresses.root_of(page), comparison.id, str(number))
    return composer.piece(key, lambda: _table(composer, page, comparison, number))


def _table(composer: Composer, page: str, comparison: Comparison, number: int) -> Markup:
    composer.reads.add("table", comparison.id)
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
    return Markup(composer.rendered("parts/comparison.html", shown))  # noqa: S704


def link_value(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    """The escaped value of a link in a text that is written in `written_in`."""
    return html.escape(_link(composer, page, slot, written_in))


def _link(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    if slot.kind == "static":
        return composer.href(page, composer.picture(slot.target))
    if slot.kind == "file":
        return _article_link(composer, page, slot, written_in)
    return f"#{quote(slot.fragment)}" if slot.kind == "fragment" else slot.raw


def _article_link(composer: Composer, page: str, slot: LinkSlot, written_in: Lang) -> str:
    composer.reads.add("place", f"{written_in} {slot.target}")
    place = place_of(composer, slot.target, written_in)
    if not place.is_here:
        return place.address
    # Another portal may have renamed the heading.
    fragment = f"#{quote(slot.fragment)}" if slot.fragment in place.sections else ""
    return composer.href(page, place.address) + fragment


class Place(Struct, frozen=True):
    """Where readers of an edition find a text: its address in this portal, or elsewhere its URL.

    `sections` are its ids where it is the very version that was linked to.
    """

    address: str
    is_here: bool = True
    sections: frozenset[str] = frozenset()


def place_of(composer: Composer, target: str, written_in: Lang) -> Place:
    """Where a link to the text at the path `target`, in a text in `written_in`, leads."""
    article = composer.site.by_path.get(target)
    if article is None:
        return Place(composer.elsewhere(target), is_here=False)
    version = composer.version(target)
    # A link to the text's own language stays in the edition the reader is in.
    stays = version.lang == written_in or written_in not in article.versions
    lang = composer.lang if stays else version.lang
    edition = composer.editions[lang]
    shown = edition.by_id.get(article.id)
    if shown is None and version.kind == "page":
        # The portal has a page of its own in its place.
        shown = edition.pages.get(version.key)
    if shown is None:
        return Place(composer.elsewhere(target), is_here=False)
    is_target = shown.path == target
    return Place(addresses.text(shown, lang), sections=shown.body.ids if is_target else frozenset())
