"""The pages of comparisons: one each with its data to download, and a list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from plugins.articles.article import Version
from plugins.comparisons.data import comparison_csv, comparison_json
from plugins.comparisons.model import Comparison
from plugins.comparisons.view import Label
from plugins.languages.language import other
from plugins.languages.lists import format_list
from plugins.pages import addresses
from plugins.pages.bodies import table_html
from plugins.pages.composer import Composer
from plugins.pages.drafts import Draft
from plugins.pages.frames import Shell, frame
from plugins.pages.views import ComparisonView, LinkView, SectionsView, SectionView


def comparison_pages(composer: Composer) -> Iterator[Draft]:
    """The list of all comparisons, and the page and the data of each."""
    yield _list(composer)
    for comparison in composer.edition.comparisons:
        yield from _pages(composer, comparison)


def comparison_page(composer: Composer, address: str) -> Draft | None:
    """The one of `comparison_pages` at an address."""
    if address == addresses.comparison(composer.lang):
        return _list(composer)
    for comparison in composer.edition.comparisons:
        if address.startswith(addresses.comparison(composer.lang, comparison.id)):
            found = _pages(composer, comparison)
            return next((draft for draft in found if draft.address == address), None)
    return None


def _pages(composer: Composer, comparison: Comparison) -> Iterator[Draft]:
    address = addresses.comparison(composer.lang, comparison.id)
    yield _draft(composer, comparison, address)
    for name, make in (("data.csv", _csv), ("data.json", _json)):
        data = partial(make, composer, comparison)
        yield Draft(f"{address}{name}", comparison.path, "", data, composer)


def _csv(composer: Composer, comparison: Comparison) -> bytes:
    composer.reads.add("table", comparison.id)
    words = {
        "criterion": composer.gettext("Criterion"),
        "source": composer.gettext("Source"),
        "unknown": composer.gettext("not known"),
        "not_applicable": composer.gettext("not applicable"),
    }
    return comparison_csv(comparison, composer.lang, words)


def _json(composer: Composer, comparison: Comparison) -> bytes:
    composer.reads.add("table", comparison.id)
    return comparison_json(comparison)


def _draft(composer: Composer, comparison: Comparison, page: str) -> Draft:
    used = composer.edition.showing.get(comparison.id, ())
    return Draft(
        page,
        comparison.path,
        repr([version.path for version in used]),
        partial(_page, composer, comparison, page, used),
        composer,
        _twin(composer, comparison),
        indexed=comparison.title.get(composer.lang)[1] == composer.lang,
    )


def _twin(composer: Composer, comparison: Comparison) -> str | None:
    # Without a title in one of the languages the table stands there for its other version only.
    is_translated = comparison.title.vi is not None and comparison.title.en is not None
    return addresses.comparison(other(composer.lang), comparison.id) if is_translated else None


def _page(composer: Composer, comparison: Comparison, page: str, used: Sequence[Version]) -> str:
    title = composer.label(comparison.title.get(composer.lang))
    shell = _shell(composer, comparison, page, title)
    view = ComparisonView(
        frame(composer, shell),
        title,
        shell.description,
        table_html(composer, page, comparison, 1),
        composer.items(page, used),
    )
    return composer.rendered("comparison.html", view)


def _shell(composer: Composer, comparison: Comparison, page: str, title: Label) -> Shell:
    lang = composer.lang
    names = [name.text(lang) for _, name in comparison.options]
    summary = composer.gettext("Side by side: %(options)s.") % {"options": format_list(names, lang)}
    there = addresses.comparison(other(lang), comparison.id)
    return Shell(
        page,
        title.text,
        summary,
        (
            (composer.gettext("Comparisons"), addresses.comparison(lang), None),
            (title.text, page, title.lang),
        ),
        _twin(composer, comparison),
        switch=there,
        canonical=there if title.lang else "",
        nav="so-sanh",
        is_taken_along=True,
        thing={"@type": "Dataset", "name": title.text, "description": summary},
    )


def comparison_links(composer: Composer, page: str) -> tuple[LinkView, ...]:
    """Links to all comparisons of an edition, each with the number of its criteria."""
    links = []
    for comparison in composer.edition.comparisons:
        shown = composer.label(comparison.title.get(composer.lang))
        href = composer.href(page, addresses.comparison(composer.lang, comparison.id))
        links.append(LinkView(shown.text, href, shown.lang, count=len(comparison.criteria)))
    return tuple(links)


def _list(composer: Composer) -> Draft:
    lang = composer.lang
    page, twin = addresses.comparison(lang), addresses.comparison(other(lang))
    links = comparison_links(composer, page)
    title = composer.gettext("Comparisons")
    intro = composer.gettext("Tables that give the source of what each cell says.")
    shell = Shell(page, title, intro, ((title, page, None),), twin, nav="so-sanh")
    sections = (SectionView("", None, (), links, ""),) if links else ()
    view = SectionsView(frame(composer, shell), title, intro, sections)
    make = partial(composer.rendered, "comparisons.html", view)
    return Draft(page, composer.portal.path, repr(view), make, composer, twin, indexed=True)
