"""Every kind of page, in both languages, is there for everyone: by sight, by keys and by ear."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.conftest import Site, article
from tests.pictures.samples import sample
from tests.theme.sniffer import sniffed, sniffer_script
from tests.theme.test_browser import base, overflow, page, resize, served

__all__ = ["base", "page"]

PORTAL: Final = "thanh-hoa"
# Pages with an address of their own, in Vietnamese and in English.
FIXED: Final = {
    "home": ("", "en/"),
    "news": ("tin-tuc/", "en/news/"),
    "archive": ("luu-tru/", "en/archive/"),
    "tags": ("the/", "en/tag/"),
    "categories": ("danh-muc/", "en/category/"),
    "site map": ("so-do/", "en/site-map/"),
    "comparisons": ("so-sanh/", "en/comparisons/"),
    "search": ("tim-kiem/", "en/search/"),
    "results": ("tim-kiem/?q=chinh+phu+dien+tu", "en/search/?q=digital&category=chinh-phu-so"),
    "not found": ("404.html", "en/404.html"),
}
# Where a page of the kind lies in each language, and a mark that it has.
MARKED: Final = {
    "article with a pair": ("*/", "en/*/", 'class="comparison pair"'),
    "article with cards": ("*/", "en/*/", 'class="comparison cards'),
    "comparison of two": ("so-sanh/*/", "en/comparisons/*/", 'class="comparison pair"'),
    "comparison of four": ("so-sanh/*/", "en/comparisons/*/", 'class="comparison cards"'),
    "comparison of five": ("so-sanh/*/", "en/comparisons/*/", 'class="comparison cards wide"'),
    "news item": ("tin-tuc/*/", "en/news/*/", "<article"),
    "news of a year": ("tin-tuc/*/", "en/news/*/", 'class="entries"'),
    "tag": ("the/*/", "en/tag/*/", 'class="entries"'),
    "category": ("danh-muc/*/", "en/category/*/", 'class="entries"'),
    "contact": ("*/", "en/*/", 'aria-labelledby="_contact"'),
    "not translated": ("", "en/*/*/", 'data-part="translation-notice"'),
}
LANGS: Final = ("vi", "en")
# All is there in Vietnamese.
PAGES: Final = [
    page for page in product((*FIXED, *MARKED), LANGS) if page != ("not translated", "vi")
]
ALL_RULES: Final = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}
# What other colours, and bigger letters in a small window, may break.
CONTRAST: Final = {"resultTypes": ["violations"], "runOnly": ["color-contrast-enhanced"]}
TARGETS: Final = {"resultTypes": ["violations"], "runOnly": ["target-size"]}
SCHEMES: Final[tuple[dict[str, Any], ...]] = (
    {"color_scheme": "dark"},
    {"color_scheme": "dark", "contrast": "more"},
    {"color_scheme": "light", "contrast": "more"},
    {"color_scheme": "light", "forced_colors": "active"},
)


# Notes where the focus goes, and whether a line of at least two pixels is drawn around it.
WATCH_FOCUS: Final = """() => {
  window.met = []
  const all = [...document.querySelectorAll("*")]
  document.addEventListener("focusin", ({ target }) => {
    const style = getComputedStyle(target)
    const { width, height } = target.getBoundingClientRect()
    const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    window.met.push({
      place: all.indexOf(target), text: target.textContent.trim(), seen: seen && width > 1 && height > 1,
    })
  })
}"""


@pytest.fixture(scope="module")
def address(portals: Path, base: str) -> Callable[[str, str], str]:
    """What gives the address of a page of a kind in a language."""
    folder = portals / PORTAL

    def find(kind: str, lang: str) -> str:
        if kind in FIXED:
            return base + FIXED[kind][LANGS.index(lang)]
        *patterns, mark = MARKED[kind]
        for path in sorted(folder.glob(patterns[LANGS.index(lang)])):
            index = path / "index.html"
            if index.is_file() and mark in index.read_text(encoding="utf-8"):
                return f"{base}{path.relative_to(folder).as_posix()}/"
        return pytest.fail(f"no page in {lang} has {mark}")

    return find


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the browser complains of from now on."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def broken(page: Page, options: dict[str, Any]) -> list[str]:
    """What axe, which stands in the page already, finds wrong: one line for each rule."""
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [
        f"{one['id']}: " + "; ".join(str(node["html"]) for node in one["nodes"]) for one in found
    ]


def broken_in_any_way(page: Page) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with the page in each scheme of colours, and in a small window."""
    resize(page, 1280)
    page.evaluate(Axe().axe_script)
    yield "light", broken(page, ALL_RULES)
    for scheme in SCHEMES:
        page.emulate_media(**scheme)
        yield str(scheme), broken(page, CONTRAST)
    resize(page, 320)
    yield "320", overflow(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    yield "320, 200 %", broken(page, TARGETS) + overflow(page)
    for width in (390, 1280):
        resize(page, width)
        yield f"{width}, 200 %", overflow(page)


@pytest.mark.parametrize(("kind", "lang"), PAGES)
def test_everyone_can_read_it(
    page: Page, said: list[str], address: Callable[[str, str], str], kind: str, lang: str
) -> None:
    """No rule is broken and nothing cut off, in any colours, at 320 pixels and with text doubled.

    The browser has nothing to complain of under the policy of the pages.
    """
    page.goto(address(kind, lang))

    assert {way: found for way, found in broken_in_any_way(page) if found} == {}
    assert said == []


@pytest.fixture(scope="module")
def sniffer(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of HTML_CodeSniffer."""
    return sniffer_script(tmp_path_factory.mktemp("sniffer"))


def test_a_second_opinion_finds_nothing(
    page: Page, sniffer: str, address: Callable[[str, str], str]
) -> None:
    """HTML_CodeSniffer has no error to tell of any kind of page, by AA or by AAA."""
    found = {}
    for kind, lang in PAGES:
        page.goto(address(kind, lang))
        found[kind, lang] = sniffed(page, sniffer, "WCAG2AAA")

    assert {where: errors for where, errors in found.items() if errors} == {}


def test_the_second_opinion_can_find_something(page: Page, sniffer: str) -> None:
    """A picture without a description is an error to it."""
    page.set_content('<html lang="vi"><title>Thử</title><h1>Thử</h1><img src="a.png">')

    assert "1_1" in "".join(sniffed(page, sniffer, "WCAG2AA"))


@pytest.mark.parametrize(("kind", "lang"), [("home", "vi"), ("article with cards", "en")])
def test_keys_alone_reach_everything(
    page: Page, address: Callable[[str, str], str], kind: str, lang: str
) -> None:
    """Tab goes from the skip link through all that can be used, once, and out; each is seen."""
    page.goto(address(kind, lang))
    page.evaluate(WATCH_FOCUS)
    targets = page.locator("a[href], button, input, [tabindex='0']")
    wanted = targets.evaluate_all(
        "all => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).length"
    )
    for _ in range(wanted + 1):
        page.keyboard.press("Tab")
    met: list[dict[str, Any]] = page.evaluate("window.met")

    assert met[0]["text"] in ("Đến nội dung chính", "Skip to the content")
    assert len({one["place"] for one in met[:wanted]}) == wanted
    assert [one for one in met if not one["seen"]] == []


@pytest.mark.parametrize("kind", ["comparison of two", "comparison of four", "comparison of five"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_table_is_told_as_one(
    page: Page, address: Callable[[str, str], str], kind: str, width: int
) -> None:
    """A screen reader is told heads of columns and of rows with their cells, cards or not."""
    resize(page, width)
    page.goto(address(kind, "vi"))
    told = page.locator("[data-comparison]").aria_snapshot()
    columns = page.locator("[data-comparison] thead th").all_inner_texts()
    rows = page.locator("[data-comparison] tbody tr").count()

    assert told.startswith("- table ")
    assert [name for name in columns if f'columnheader "{name}"' not in told] == []
    assert len(re.findall("- '?rowheader ", told)) == rows
    assert len(re.findall("- '?cell", told)) == rows * (len(columns) - 1)


def test_nothing_moves_for_those_who_want_it_still(
    page: Page, address: Callable[[str, str], str]
) -> None:
    """With reduced motion the page jumps to where a link leads; nothing is ever animated."""
    page.goto(address("article with cards", "vi"))
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one)
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
    }).length"""

    assert page.evaluate(moving) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"

    page.emulate_media(reduced_motion="reduce")

    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_the_menu_works_without_the_script(
    browser: Browser, address: Callable[[str, str], str]
) -> None:
    """Without JavaScript every entry of the menu is a link in sight that leads to its page."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address("home", "vi"))
    for index in range(plain.locator(".nav a").count()):
        entry = plain.locator(".nav a").nth(index)
        name = entry.inner_text()
        entry.click()

        assert plain.locator('.nav [aria-current="true"]').inner_text() == name
        assert plain.locator("h1").count() == 1
    context.close()


def test_pictures_keep_their_place(page: Page, said: list[str], site: Site) -> None:
    """A page with pictures breaks no rule, and nothing moves when they come; the small one comes."""
    body = '![Cầu Hàm Rồng]({static}anh.jpg "Cầu lúc sáng sớm | Nguyễn Văn A")\n\nSau ảnh.'
    head = {"image": "anh.jpg", "image_alt": "Toàn cảnh", "image_caption": "Cầu"}
    picture = sample("jpg", size=(1200, 600))
    site.write(
        {"articles/a/index.vi.md": article(body=body, **head), "articles/a/anh.jpg": picture}
    )
    built = site.build()
    with served(built.output / "xa") as base:
        resize(page, 390)
        # They are on their way for as long as it takes.
        page.route("**/tep/*", lambda _: None)
        page.goto(f"{base}bai-thu/", wait_until="domcontentloaded")
        place = "document.querySelector('.body > p:last-child').getBoundingClientRect().top"
        before = page.evaluate(place)
        page.unroute("**/tep/*")
        page.reload()

        assert page.evaluate(place) == before
        shown = page.locator("article > figure img").evaluate("(one) => one.currentSrc")
        assert shown.endswith(".480.avif")
        assert {way: found for way, found in broken_in_any_way(page) if found} == {}
    assert said == []
