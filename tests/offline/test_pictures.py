"""The pictures of what a device keeps: one form of each, there with its page, and gone with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from plugins.offline.pictures import kept_form
from plugins.pages.assets import ShownPicture, Variant
from tests.conftest import PNG, Site, article, copied
from tests.offline.conftest import Server, settle, visit
from tests.offline.test_packs import GENERAL, keep
from tests.offline.test_versions import kept, publish
from tests.pictures.samples import sample

PLACE = "bai-co-anh/"
TEXT = "articles/anh/index.vi.md"
PICTURED = article("Bài có ảnh", "![Cầu treo]({static}cau.jpg)", date="2026-10-02")
PLAIN = article("Bài có ảnh", "Ảnh đã gỡ.", date="2026-10-02")
PICTURES: Mapping[str, str | bytes] = {
    TEXT: PICTURED,
    "articles/anh/cau.jpg": sample("jpg", size=(1000, 500)),
}
# Another photo in a text that had none.
ADDED: Mapping[str, str | bytes] = {
    "articles/bai-00/index.vi.md": article(
        "Bài số 00", "Thêm ảnh.\n\n![Chợ phiên]({static}cho.jpg)", date="2026-10-01"
    ),
    "articles/bai-00/cho.jpg": sample("jpg", size=(700, 300)),
}


@pytest.fixture(scope="session")
def pictured(built: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The small portal with a photo in an old article; nobody may change it."""
    made = copied(built, tmp_path_factory.mktemp("pictured"), "output")
    publish(made, PICTURES)
    return made


@pytest.fixture
def portal(pictured: Site, tmp_path: Path) -> Site:
    """That portal, each test's own."""
    return copied(pictured, tmp_path, "output")


def forms(page: Page, name: str) -> list[str]:
    """What the device keeps of a picture."""
    return sorted({path for path in kept(page) if path.startswith(f"/tep/{name}.")})


def is_shown(page: Page) -> bool:
    """Whether the first picture of the text is there, once its reader has come to it."""
    picture = page.locator("main .body img").first
    picture.scroll_into_view_if_needed()
    return bool(
        picture.evaluate("""async (one) => {
          while (!one.complete) await new Promise((resolve) => setTimeout(resolve, 50))
          return one.naturalWidth > 0
        }""")
    )


def test_a_withdrawn_article_takes_its_pictures_along(
    page: Page, portal: Site, server: Server
) -> None:
    """The forms that the browser had fetched, and not only the one that no browser fetches."""
    visit(page, server.address + PLACE)
    assert is_shown(page)
    visit(page, server.address + PLACE)
    (form,) = forms(page, "cau")
    publish(portal, {TEXT: f"---\nstatus: draft\n{PICTURED[4:]}"})
    visit(page, f"{server.address}bai-so-01/")
    assert forms(page, "cau") == []
    server.stop()

    # Nor does the browser give it from a cache of its own.
    assert not is_answered(page, form)


@pytest.mark.parametrize("text", [None, PLAIN], ids=["withdrawn", "without its picture"])
def test_a_kept_category_loses_a_picture_that_no_page_shows(
    page: Page, portal: Site, server: Server, text: str | None
) -> None:
    """Be it that its article is withdrawn, or that the picture alone was taken out."""
    keep(page, server, GENERAL)
    assert forms(page, "cau")
    publish(portal, {TEXT: text})
    visit(page, f"{server.address}bai-so-01/")

    assert forms(page, "cau") == []


def test_a_picture_stays_while_another_kept_page_shows_it(
    page: Page, portal: Site, server: Server
) -> None:
    """The same photo stands in two articles, of which one is withdrawn."""
    second = article("Bài cùng ảnh", "![Cầu]({static}cau.jpg)", date="2026-10-03")
    photo = PICTURES["articles/anh/cau.jpg"]
    publish(portal, {"articles/cung/index.vi.md": second, "articles/cung/cau.jpg": photo})
    keep(page, server, GENERAL)
    publish(portal, {TEXT: None})
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    page.goto(f"{server.address}bai-cung-anh/")

    assert is_shown(page)


def test_a_kept_category_holds_one_form_of_each_picture(
    page: Page, portal: Site, server: Server
) -> None:
    """It is shown whichever form the window asks for, and the size that was named was that."""
    folder = portal.folder / "output/xa"
    (file,) = (folder / "ngoai-tuyen").glob(f"goi-{GENERAL}.*.dat")
    (form,) = folder.glob("tep/cau.*.960.webp")
    keep(page, server, GENERAL)
    assert len(forms(page, "cau")) == 1
    assert form.stat().st_size < file.stat().st_size < form.stat().st_size + 60_000
    server.stop()
    for width in (320, 1400):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(server.address + PLACE)
        assert is_shown(page)
        assert page.locator("main .body img").evaluate("one => one.naturalWidth") > 0


def is_answered(page: Page, path: str) -> bool:
    """Whether a form of a picture is there for a page that asks for it."""
    return bool(page.evaluate("path => fetch(path).then(({ ok }) => ok, () => false)", path))


def test_a_form_that_was_shown_stands_for_the_others(page: Page, server: Server) -> None:
    """Somebody turns the telephone after the network is gone; no other picture is shown for it."""
    visit(page, f"{server.address}bai-so-01/")
    page.goto(server.address + PLACE)
    assert is_shown(page)
    visit(page, f"{server.address}bai-so-01/")
    (form,) = forms(page, "cau")
    assert form.endswith(".960.avif")
    server.stop()

    assert is_answered(page, form.replace("960.avif", "480.avif"))
    assert not is_answered(page, form.replace("/cau.", "/cay-cau."))


def test_a_kept_form_is_shown_where_the_server_has_only_an_error(
    page: Page, server: Server
) -> None:
    """With a network the form that fits the window comes from there."""
    keep(page, server, GENERAL)
    server.asked.clear()
    page.goto(server.address + PLACE)
    assert is_shown(page)
    (asked,) = {path for path in server.asked if path.startswith("/tep/")}
    assert asked.endswith(".avif")
    page.set_viewport_size({"width": 320, "height": 800})
    server.broken |= {asked.replace(".960.", f".{width}.") for width in (480, 1000)}
    page.goto(server.address + PLACE)

    assert is_shown(page)


def test_a_picture_of_one_form_is_not_fetched_again(
    page: Page, portal: Site, server: Server
) -> None:
    """What the window asks for is what is kept."""
    publish(
        portal,
        {
            TEXT: article("Bài có ảnh", "![Dấu]({static}dau.png)", date="2026-10-02"),
            "articles/anh/dau.png": PNG,
        },
    )
    keep(page, server, GENERAL)
    server.asked.clear()
    page.goto(server.address + PLACE)

    assert is_shown(page)
    assert not [path for path in server.asked if path.startswith("/tep/")]


def test_a_picture_that_was_added_comes_with_the_new_text(
    page: Page, portal: Site, server: Server
) -> None:
    """In the one form that is kept; in a category that was kept before."""
    keep(page, server, GENERAL)
    publish(portal, ADDED)
    server.asked.clear()
    visit(page, f"{server.address}bai-so-01/")
    asked = {path for path in server.asked if path.startswith("/tep/")}
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", path) for path in asked] == ["/tep/cho.700.webp"]
    server.stop()
    page.goto(f"{server.address}bai-so-00/")

    assert "Thêm ảnh." in page.inner_text("main")
    assert is_shown(page)


def test_a_picture_that_was_added_comes_to_who_had_visited(
    page: Page, portal: Site, server: Server
) -> None:
    """The new text of a page that was read is fetched at the next contact, and so is its photo."""
    visit(page, f"{server.address}bai-so-00/")
    publish(portal, ADDED)
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    page.goto(f"{server.address}bai-so-00/")

    assert is_shown(page)


def test_a_page_fetched_ahead_says_what_its_picture_shows(
    page: Page, portal: Site, server: Server
) -> None:
    """Nobody asked for it: the picture would cost more than all else, and leaves no hole."""
    body = "![Lễ hội đầu xuân]({static}cau.jpg)"
    publish(
        portal,
        {
            "articles/moi/index.vi.md": article("Bài mới", body, date="2026-11-21"),
            "articles/moi/cau.jpg": sample("jpg", size=(1000, 900)),
        },
    )
    visit(page, server.address)
    assert not [path for path in server.asked if path.startswith("/tep/")]
    server.stop()
    page.goto(f"{server.address}bai-moi/")

    assert not is_shown(page)
    box = page.locator("main .body img").bounding_box()
    assert box is not None
    assert 0 < box["height"] < 80


def test_a_picture_that_could_not_be_had_is_tried_again(
    page: Page, portal: Site, server: Server
) -> None:
    """The new text is there meanwhile."""
    keep(page, server, GENERAL)
    publish(portal, ADDED)
    (form,) = (portal.folder / "output/xa/tep").glob("cho.*.700.webp")
    server.broken.add(f"/tep/{form.name}")
    page.goto(f"{server.address}bai-so-01/")
    while f"/tep/{form.name}" not in server.asked:
        page.wait_for_timeout(50)
    server.broken.clear()
    visit(page, f"{server.address}bai-so-01/")
    server.stop()
    page.goto(f"{server.address}bai-so-00/")

    assert is_shown(page)


def test_what_a_first_visit_has_shown_is_kept_without_another_request(
    page: Page, server: Server
) -> None:
    """The browser has it; the whole photo, which nobody fetched, stays where it is."""
    server.slow.add("/sw.js")
    page.goto(server.address + PLACE)
    assert is_shown(page)
    server.slow.clear()
    settle(page)

    assert forms(page, "cau")
    assert not [path for path in server.asked if path.endswith(".jpg")]


@pytest.mark.parametrize(
    ("widths", "kept"),
    [
        ((480, 960, 1600), "a.960.webp"),
        ((480, 960, 1000), "a.960.webp"),
        ((480, 700), "a.700.webp"),
        ((400,), "a.400.webp"),
        ((), "a.jpg"),
    ],
)
def test_a_telephone_is_filled_by_what_is_kept(widths: tuple[int, ...], kept: str) -> None:
    """WebP, at most 960 pixels wide, or the picture itself where it has no other form."""
    forms = [
        Variant(form, width, f"a.{width}.{form}") for form in ("avif", "webp") for width in widths
    ]

    assert kept_form(ShownPicture("a.jpg", 9, 9, tuple(forms))) == kept
