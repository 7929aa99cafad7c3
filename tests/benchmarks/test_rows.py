"""One small row, built by the program and by Hugo."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from benchmarks.rows import (
    Setting,
    all_pages,
    build_hugos,
    build_ours,
    clean,
    prepare,
)
from plugins.languages.clock import TIME_ZONE

CLOCK = datetime(2026, 11, 22, 12, tzinfo=TIME_ZONE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Setting:
    """A corpus of twenty articles that both have built."""
    setting = prepare("20", CLOCK, tmp_path_factory.mktemp("benchmarks"))
    build_ours(setting)
    build_hugos(setting)
    return setting


def test_both_make_the_same_pages(built: Setting) -> None:
    """Every HTML page of one output stands at the same address in the other."""
    pages = all_pages(built)

    assert pages.only_ours == ()
    assert pages.only_hugos == ()
    assert pages.ours == pages.hugos
    assert pages.ours["article or fixed page"] > 40


@pytest.mark.parametrize(
    "part",
    [
        '<aside data-part="latest-news"',
        '<nav class="crumbs',
        '<footer class="foot',
        '<script type="application/ld+json">',
        '<section class="related"',
        'data-part="sources"',
        'aria-labelledby="_toc"',
        'rel="tag"',
        'hreflang="x-default"',
        'data-comparison="so-sanh-00"',
        'alt="Biểu đồ',
        'data-part="sizes"',
        'data-part="listen"',
        'href="https://zalo.me/share?url=',
    ],
)
def test_an_article_has_the_same_parts_in_both(built: Setting, part: str) -> None:
    """The translated article with a comparison has each part as often in one as in the other."""
    portal = built.sites[0].name
    (site,) = built.sites
    found = [
        path.relative_to(built.output / portal)
        for path in (built.output / portal).glob("*-ky-1/index.html")
    ]
    ours = (built.output / portal / found[0]).read_text(encoding="utf-8")
    hugos = (site / "public" / found[0]).read_text(encoding="utf-8")

    assert part in ours
    assert ours.count(part) == hugos.count(part)


def test_the_latest_news_is_the_same_in_both(built: Setting) -> None:
    """The home pages name the same news at the same times, written in the same way."""
    portal = built.sites[0].name
    homes = (
        built.output / portal / "index.html",
        built.sites[0] / "public" / "index.html",
    )
    ours, hugos = (_news_times(home.read_text(encoding="utf-8")) for home in homes)

    assert ours == hugos
    assert len(ours) == 2


def _news_times(page: str) -> list[str]:
    (_, _, rest) = page.partition('data-part="latest-news"')
    aside, _, _ = rest.partition("</aside>")
    return re.findall(r'<time datetime="[^"]*">([^<]*)</time>', aside)


def test_a_text_without_translation_is_marked_in_both(built: Setting) -> None:
    """The English side shows it with a notice, and names no translation of it."""
    portal = built.sites[0].name
    folders = (built.output / portal, built.sites[0] / "public")
    for folder in folders:
        (page,) = (folder / "en").glob("*-ky-2/index.html")
        text = page.read_text(encoding="utf-8")

        assert 'data-part="translation-notice"' in text
        assert 'hreflang="x-default"' not in text


def test_cleaning_leaves_nothing_to_build_upon(built: Setting) -> None:
    """A cold run finds neither output nor cache of an earlier one."""
    clean(built)

    assert not built.output.exists()
    assert not built.cache.exists()
    assert not (built.sites[0] / "public").exists()
