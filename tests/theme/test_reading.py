"""The tools beside a text: the size of its letters, listening, sharing; and what they weigh."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import brotli
import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.pages.assets import sent
from tests.theme.test_access import address
from tests.theme.test_browser import base, page, resize

__all__ = ["address", "base", "page"]

STATIC: Final = Path(__file__).resolve().parents[2] / "theme/static"
# The whole script of every page; what the worker needs comes on top.
MOST_SCRIPT: Final = 1_700
# A machine that speaks some languages, and notes what it was told to say.
SPEECH: Final = """(langs) => {
  window.heard = []
  window.SpeechSynthesisUtterance = function (text) { this.text = text }
  Object.defineProperty(window, "speechSynthesis", { value: {
    getVoices: () => langs.map((lang) => ({ lang: lang.replace('far ', ''), localService: !lang.startsWith('far ') })),
    speak: (one) => heard.push(one),
    cancel: () => { heard.push(null) },
  }})
}"""


def shown_size(page: Page) -> float:
    """The size of the letters in pixels."""
    size: float = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    return size


def speak(page: Page, *langs: str) -> None:
    """Give the pages that are opened from now on voices of these languages."""
    page.add_init_script(f"({SPEECH})({list(langs)})")


def test_the_letters_grow_and_stay_so(page: Page, base: str) -> None:
    """A+ makes them bigger on the next page too, A brings them back; no cookie is set."""
    page.goto(base)
    usual = shown_size(page)
    page.get_by_role("button", name="A+ chữ to hơn").click()
    bigger = shown_size(page)
    page.goto(f"{base}so-do/")

    assert usual < bigger == shown_size(page)
    assert page.context.cookies() == []

    page.get_by_role("button", name="A cỡ chữ thường", exact=True).click()
    assert shown_size(page) == usual


def test_the_letters_have_a_least_and_a_greatest_size(page: Page, base: str) -> None:
    """Half as big again at most, and no smaller than can be read."""
    page.goto(base)
    usual = shown_size(page)
    for _ in range(9):
        page.get_by_role("button", name="A−").click()
    assert 14 <= shown_size(page) < usual

    for _ in range(9):
        page.get_by_role("button", name="A+").click()
    assert usual * 1.5 < shown_size(page) < usual * 2


def test_letters_change_where_nothing_can_be_kept(page: Page, base: str) -> None:
    """A browser that refuses to keep anything changes them on this page."""
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })"
    )
    page.goto(base)
    usual = shown_size(page)
    page.get_by_role("button", name="A+").click()

    assert shown_size(page) > usual
    assert page.locator('[data-part="today"]').is_visible()


@pytest.mark.parametrize(
    ("voices", "is_there"),
    [((), False), (("en-GB",), False), (("far vi-VN",), False), (("vi-VN",), True)],
)
def test_listening_is_offered_where_there_is_a_voice(
    page: Page, address: Callable[[str, str], str], voices: tuple[str, ...], *, is_there: bool
) -> None:
    """A machine without a voice of its own for the language of the text shows no button."""
    speak(page, *voices)
    page.goto(address("article with cards", "vi"))

    assert page.locator('[data-part="listen"]').is_visible() == is_there


def test_a_text_is_read_out(page: Page, address: Callable[[str, str], str]) -> None:
    """Title first, a sentence at a time, in the voice of its language; once more stops it."""
    speak(page, "vi-VN", "en-GB")
    page.goto(address("article with cards", "vi"))
    title = page.locator("h1").inner_text()
    button = page.locator('[data-part="listen"]')
    button.click()
    heard = page.evaluate(
        "heard.filter(Boolean).map(({ text, lang, voice }) => [text, lang, voice?.lang])"
    )

    assert title.startswith(heard[0][0])
    assert {(lang, voice) for _, lang, voice in heard} == {("vi-VN", "vi-VN")}
    assert len(heard) > 20
    assert max(len(text) for text, _, _ in heard) < 600
    expect(button).to_have_text("Dừng đọc")

    button.click()
    assert page.evaluate("heard.at(-1)") is None
    expect(button).to_have_text("Nghe bài này")


def test_a_table_can_be_followed_by_ear(page: Page, address: Callable[[str, str], str]) -> None:
    """Each cell with the head of its column, without the numbers of its notes."""
    speak(page, "vi-VN")
    page.goto(address("article with cards", "vi"))
    page.locator('[data-part="listen"]').click()
    heard = page.evaluate("heard.filter(Boolean).map(({ text }) => text)")
    columns = page.locator("[data-comparison] thead th").all_inner_texts()[1:]
    rows = page.locator("[data-comparison] tbody tr").count()

    assert page.locator("[data-comparison] .note-ref").count()
    assert [text for text in heard if re.search(r"\[\d+\]", text)] == []
    for column in columns:
        assert len([text for text in heard if text.startswith(f"{column}, ")]) >= rows
    assert page.locator(".note-ref").first.is_visible()


def test_no_sentence_is_read_twice(page: Page, address: Callable[[str, str], str]) -> None:
    """What stands in a paragraph of an item, or in a cell, is heard once."""
    speak(page, "vi-VN")
    page.goto(address("article with a pair", "vi"))
    page.locator('[data-part="listen"]').click()
    heard = "".join(page.evaluate("heard.filter(Boolean).map(({ text }) => text)"))
    words = page.locator(".body").inner_text()

    assert len("".join(heard.split())) < len("".join(words.split())) * 1.2


def test_the_end_of_a_text_gives_the_button_back(
    page: Page, address: Callable[[str, str], str]
) -> None:
    """When the last sentence is over, the text can be heard again."""
    speak(page, "vi-VN")
    page.goto(address("article with cards", "vi"))
    button = page.locator('[data-part="listen"]')
    button.click()
    page.evaluate("heard.filter(Boolean).at(-1).onend()")

    expect(button).to_have_text("Nghe bài này")


@pytest.mark.parametrize("kind", ["article with cards", "news item", "comparison of two"])
def test_a_page_is_shared_by_plain_links(
    page: Page, address: Callable[[str, str], str], kind: str
) -> None:
    """By its own address, on Zalo and on Facebook; nothing of theirs is loaded."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    home = address("home", "vi")
    page.goto(address(kind, "vi"))
    own = page.locator('link[rel="canonical"]').get_attribute("href")
    links = page.locator('[data-part="share"] a')

    assert links.evaluate_all("all => all.map((one) => one.href)") == [
        own,
        f"https://zalo.me/share?url={own}",
        f"https://www.facebook.com/sharer/sharer.php?u={own}",
    ]
    assert [url for url in asked if not url.startswith(home)] == []


def test_without_the_script_no_tool_is_shown_that_needs_it(
    browser: Browser, address: Callable[[str, str], str]
) -> None:
    """Sharing is there, and buttons that could do nothing are not."""
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address("article with cards", "vi"))

    assert plain.locator("button:visible:not(form button)").count() == 0
    assert plain.locator('[data-part="share"] a:visible').count() == 3
    context.close()


def test_the_script_is_light() -> None:
    """As a host sends it, compressed once and for all."""
    script = sent(STATIC / "portal.js")

    assert len(brotli.compress(script, quality=11)) <= MOST_SCRIPT


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_moves_when_the_script_shows_its_parts(
    page: Page, address: Callable[[str, str], str], width: int
) -> None:
    """The date, the sizes and the button to listen have their places before they are seen."""
    speak(page, "vi-VN")
    resize(page, width)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address("article with cards", "vi"))
    tops = "['.banner', 'h1', '.toc'].map((one) => document.querySelector(one).getBoundingClientRect().top)"
    before = page.evaluate(tops)
    page.unroute("**/*.js")
    page.reload()

    assert page.locator('[data-part="listen"]').is_visible()
    assert page.evaluate(tops) == before
