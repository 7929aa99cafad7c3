"""The templates with example views: they parse, they are valid HTML, they show what they get."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from plugins.comparisons.view import CellView, Label, RowView, TableView
from plugins.languages.language import LANGS, Lang
from plugins.pages.render import Renderer
from plugins.pages.views import (
    ComparisonView,
    ContactView,
    FooterView,
    FrameView,
    HomeView,
    ItemView,
    LatestView,
    LinkView,
    ListView,
    MastheadView,
    MovedView,
    NoticeView,
    OfflineView,
    OptionView,
    PackView,
    SearchView,
    SectionsView,
    SectionView,
    ShownTable,
    SourceView,
    TextView,
    TimeView,
)

THEME = Path(__file__).resolve().parents[2] / "theme"
TEMPLATES = THEME / "templates"
RISKY = "Thu <phí> & “lệ phí” 100%"
TIME = TimeView("2022-05-31T10:55+07:00", "31/05/2022 10:55 SA")
LINK = LinkView(RISKY, "a/", "en", current=False, count=2)
ITEM = ItemView(RISKY, "a/", RISKY, Label("Tin", "vi"), "en", TIME, pinned=True)
BARE_ITEM = ItemView("Tin", "a/", "", None)
CONTACT = ContactView(
    Label("Ủy ban"), Label("Chủ tịch"), Label("Số 1", "en"), "0237 1", "tel:02371", "a@b.example"
)
NO_CONTACT = ContactView(Label("Ủy ban"), None, None, None, "tel:", None)
SOURCE = SourceView(Label(RISKY), Label("Sở"), TIME, Label("Ghi chú"), "https://x.example/")
BARE_SOURCE = SourceView(Label("Chính phủ số là gì?"), Label("Sở"), None, None, None)
LINKED = SectionView("A", "en", (ITEM,), (LINK,), "a/")


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    """The templates and catalogs of the theme."""
    return Renderer(THEME)


def frame(lang: Lang, *, full: bool) -> FrameView:
    """A frame with everything, or with as little as there can be."""
    text = RISKY if full else ""
    return FrameView(
        lang=lang,
        title="Trang" + text,
        site_name="Cổng",
        description="Mô tả" + text,
        canonical="https://x.example/a/",
        code=Markup("<svg></svg>") if full else "",
        alternates=(("vi", "https://x.example/a/"),) if full else (),
        indexed=full,
        kind="article",
        published="2026-11-20" if full else "",
        modified="2026-11-21" if full else "",
        image="https://x.example/a.png" if full else "",
        json_ld=Markup("{}"),
        crumbs=(LINK, LinkView("Đây", "", None, current=True)) if full else (),
        switch=LinkView("", "../", "en"),
        feed="feed.atom",
        manifest="manifest.webmanifest",
        stylesheet="a.css",
        script="a.js",
        icon="a.svg",
        theme_colour="#8f1d1f",
        base="" if full else "/",
        here="" if full else "404.html",
        masthead=Markup('<div class="banner"></div>'),
        latest=Markup("<aside></aside>"),
        footer=Markup("<footer></footer>"),
    )


def text_view(lang: Lang, *, full: bool) -> TextView:
    """An article with all its parts, or the barest page."""
    notice = NoticeView(LINK, "vi", TIME, TIME)
    return TextView(
        frame=frame(lang, full=full),
        title=RISKY,
        summary=RISKY,
        lang="en" if full else None,
        notice=notice if full else None,
        author="Ban" if full else "",
        publishers=(Label("Sở"), Label("Sở hai", "en")) if full else (),
        published=TIME if full else None,
        modified=TIME if full else None,
        minutes=3 if full else 0,
        picture=Markup('<figure><img src="a.png" alt=""></figure>') if full else Markup(),
        headings=(LINK,) if full else (),
        body=Markup('<h2 id="a">A</h2><p>B</p>'),
        is_headline=False,
        sources=(SOURCE, BARE_SOURCE) if full else (),
        tags=(LINK,) if full else (),
        related=(ITEM, BARE_ITEM) if full else (),
        contact=(CONTACT if full else NO_CONTACT),
    )


def pages(lang: Lang, *, full: bool) -> Iterator[tuple[str, Any]]:
    """Each page's template with a view."""
    top = frame(lang, full=full)
    sections = (LINKED,) if full else ()
    links, items = ((LINK,), (ITEM, BARE_ITEM)) if full else ((), ())
    table = Markup('<div class="comparison"></div>')
    yield "text.html", text_view(lang, full=full)
    yield (
        "list.html",
        ListView(
            frame=top,
            title=RISKY,
            title_lang="en" if full else None,
            intro=RISKY,
            items=items,
            groups_title="Năm",
            groups=links,
            pages=(LINK, LinkView("…", ""), LinkView("3", "3/", current=True)) if full else (),
            previous="a/" if full else "",
            next="b/" if full else "",
        ),
    )
    yield "home.html", HomeView(top, ITEM if full else None, links, sections, links, "a/")
    yield "sections.html", SectionsView(top, "Mục", "Lời dẫn", sections)
    yield "comparisons.html", SectionsView(top, "So sánh", "Lời dẫn", sections)
    yield "comparison.html", ComparisonView(top, Label(RISKY), "Tóm tắt", table, items)
    yield "moved.html", MovedView(top, LINK)
    options = (OptionView("tin", Label(RISKY, "en")), OptionView("2026", Label("2026")))
    choices = options if full else ()
    yield (
        "search.html",
        SearchView(
            *(top, RISKY, RISKY, "search.js", "../", choices, choices, "so-do/"),
            offline="ngoai-tuyen/" if full else "",
        ),
    )
    packs = (PackView(RISKY, "en" if full else None, "vi vi-tin"),)
    yield "offline.html", OfflineView(top, RISKY, RISKY, "a.js", packs if full else (), LINK)


def parts() -> Iterator[tuple[str, Any]]:
    """Each part's template with a view."""
    for contact in (CONTACT, NO_CONTACT):
        yield "parts/footer.html", FooterView(Label(RISKY), contact, (LINK,), "proof.js")
    yield (
        "parts/masthead.html",
        MastheadView(Label(RISKY), Label("Ủy ban"), "./", "a.svg", "tim-kiem/", (LINK,)),
    )
    for items in ((ITEM,), ()):
        yield "parts/latest-news.html", LatestView(items, "tin-tuc/")
    for notice in (
        NoticeView(LINK, "vi", TIME, TIME),
        NoticeView(LINK, "vi"),
        NoticeView(LINK, "en"),
    ):
        yield "parts/translation-notice.html", replace(text_view("vi", full=True), notice=notice)
    for options in (2, 3, 10):
        yield "parts/comparison.html", shown_table(options)


def shown_table(options: int, prefix: str = "_t1") -> ShownTable:
    """A table with every kind of cell among its rows."""
    kinds = (
        CellView("text", Markup("Có <em>thu</em>"), None, 1),
        CellView("text", Markup("Free"), "en", 2),
        CellView("unknown"),
        CellView("not_applicable"),
        CellView("value", Markup("1.228")),
    )
    rows = tuple(
        RowView(Label(RISKY), tuple(kinds[(at + row) % len(kinds)] for at in range(options)))
        for row in range(len(kinds))
    )
    names = tuple(Label(f"Cách {at} & {at}") for at in range(options))
    table = TableView("bang", prefix, Label(RISKY), names, rows, ("a", "b"))
    return ShownTable(table, (SOURCE, BARE_SOURCE), "so-sanh/bang/", "data.csv", "data.json")


def comparison(renderer: Renderer, options: int, prefix: str = "_t1") -> Element:
    """The rendered table."""
    part = renderer.text("parts/comparison.html", "vi", shown_table(options, prefix))
    found: Element = html5lib.parseFragment(part, namespaceHTMLElements=False)
    return found


@pytest.mark.parametrize(
    "name", sorted(p.relative_to(TEMPLATES).as_posix() for p in TEMPLATES.rglob("*.*"))
)
def test_every_template_parses(renderer: Renderer, name: str) -> None:
    """No file of the theme's templates has an error of syntax."""
    for environment in renderer._environments.values():
        assert environment.get_template(name)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("full", [True, False], ids=["full", "bare"])
def test_every_page_is_valid(renderer: Renderer, lang: Lang, full: bool) -> None:  # noqa: FBT001
    """With all fields or none, each page is HTML without an error and has one main heading."""
    for name, view in pages(lang, full=full):
        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
        page = parser.parse(renderer.text(name, lang, view))

        assert page.get("lang") == lang
        assert len(page.findall(".//h1")) == 1, name
        assert [main.get("id") for main in page.findall(".//main")] == ["_main"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_part_is_valid(renderer: Renderer, lang: Lang) -> None:
    """Each part is HTML without an error."""
    for name, view in parts():
        part = renderer.text(name, lang, view)

        assert html5lib.HTMLParser(strict=True).parseFragment(part) is not None, name


def test_texts_are_escaped(renderer: Renderer) -> None:
    """What editors write shows as they wrote it, wherever it stands."""
    for name, view in pages("vi", full=True):
        assert "<phí>" not in renderer.text(name, "vi", view), name
    for name, view in parts():
        assert "<phí>" not in renderer.text(name, "vi", view), name


def test_own_ids_are_apart_from_those_of_texts(renderer: Renderer) -> None:
    """The theme's ids begin with `_`, which no heading's id does, and each stands once."""
    for name, view in pages("vi", full=True):
        page = html5lib.parse(renderer.text(name, "vi", view), namespaceHTMLElements=False)
        ids = [one.get("id", "") for one in page.iter() if one.get("id")]

        assert len(ids) == len(set(ids)), name
        assert {one for one in ids if not one.startswith("_")} <= {"a"}, name


def test_a_table_names_its_rows_and_columns(renderer: Renderer) -> None:
    """A table has a caption, and heads for its columns and its rows."""
    table = comparison(renderer, 3).find(".//table")

    assert table is not None
    assert table.get("data-comparison") == "bang"
    assert table.findtext("caption") == RISKY
    assert [head.get("scope") for head in table.findall("thead/tr/th")] == ["col"] * 4
    assert {head.get("scope") for head in table.findall("tbody/tr/th")} == {"row"}


def test_no_cell_is_empty(renderer: Renderer) -> None:
    """What is not known, not applicable or not translated is shown as such."""
    cells = comparison(renderer, 2).findall(".//td")
    texts = ["".join(cell.itertext()).replace("\xa0", " ").strip() for cell in cells]

    assert texts[:4] == ["Có thu [1]", "Free chưa dịch [2]", "Free chưa dịch [2]", "chưa rõ"]
    assert "không áp dụng" in texts
    assert "" not in texts
    foreign = [one for one in cells[1].iter() if one.get("lang") == "en"]
    assert [one.text for one in foreign] == ["Free"]


@pytest.mark.parametrize(("options", "labelled"), [(2, False), (3, True), (10, True)])
def test_cards_carry_the_names_of_their_options(
    renderer: Renderer,
    options: int,
    labelled: bool,  # noqa: FBT001
) -> None:
    """Cells that may become cards know their option; two that stay side by side need not."""
    cells = comparison(renderer, options).findall(".//tbody/tr[1]/td")
    names = [f"Cách {at} & {at}" if labelled else None for at in range(options)]

    assert [cell.get("data-label") for cell in cells] == names


@pytest.mark.parametrize(("options", "stops"), [(2, 0), (5, 0), (6, 1), (10, 1)])
def test_only_a_table_that_scrolls_takes_the_focus(
    renderer: Renderer, options: int, stops: int
) -> None:
    """The keyboard stops at a table when it has to be scrolled, and hears its name."""
    found = [one for one in comparison(renderer, options).iter() if one.get("tabindex")]

    assert len(found) == stops
    assert all(one.get("aria-labelledby") == "_t1_title" for one in found)


def test_the_same_table_twice_has_its_own_notes(renderer: Renderer) -> None:
    """The numbered notes of a table lead to its own list of sources."""
    one, two = (comparison(renderer, 2, prefix) for prefix in ("_t1", "_t2"))
    ids = [{part.get("id") for part in table.iter() if part.get("id")} for table in (one, two)]
    links = {link.get("href") for link in two.iter("a") if link.get("class") == "note-ref"}

    assert not ids[0] & ids[1]
    assert links == {"#_t2_1", "#_t2_2"}
    assert {link.removeprefix("#") for link in links if link} <= ids[1]


def test_a_source_ends_with_one_mark(renderer: Renderer) -> None:
    """No full stop follows a title that ends with a question mark."""
    shown = "".join(comparison(renderer, 2).find(".//ol").itertext())  # type: ignore[union-attr]

    assert "Chính phủ số là gì? Sở, không rõ ngày đăng." in " ".join(shown.split())


def test_what_is_not_supplied_says_so(renderer: Renderer) -> None:
    """A contact detail that is missing is shown as not yet supplied."""
    footer = renderer.text(
        "parts/footer.html", "vi", FooterView(Label("Cổng"), NO_CONTACT, (LINK,), "proof.js")
    )

    assert footer.count("chưa có thông tin") == 4
