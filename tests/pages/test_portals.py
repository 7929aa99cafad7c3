"""Several portals from one content: what each shows, and links between them."""

from __future__ import annotations

import pytest

from tests.conftest import CONTENT, PNG, article
from tests.pages.conftest import Build, Reader, words

ABOUT = "---\ntitle: {title}\nsummary: Tóm tắt.\n---\n{body}\n"
LINKS = (
    "[Đất đai]({filename}/articles/dat-dai/index.vi.md#muc) "
    "[Giới thiệu]({filename}/pages/about/index.vi.md)"
)


def portal(name: str, url: str, shares: str, more: str = "") -> str:
    """The file of a portal."""
    return (
        f"name: {{vi: Cổng {name}, en: '{name} portal'}}\n"
        f"agency: {{vi: Sở {name}, en: '{name} department'}}\n"
        f"url: {url}\nnav: [tin, about]\nshares: {shares}\n{more}"
    )


FILES: dict[str, str | bytes | None] = {
    "portals/phong/portal.yaml": portal(
        "Phòng", "https://mau.example/phong/", "{categories: [dat-dai]}"
    ),
    "portals/rieng/portal.yaml": portal(
        "Riêng",
        "https://rieng.example/",
        "none",
        "responsible: Bà Nguyễn Thị Mẫu\naddress: {vi: Số 1 đường Mẫu}\n"
        "phone: (0237) 3.123.456\nemail: lien-he@rieng.example\n",
    ),
    "articles/dat-dai/index.vi.md": article(
        "Thủ tục đất đai", "## Mục\n\nChữ.", category="dat-dai"
    ),
    "articles/chung/index.vi.md": article("Bài chung", LINKS),
    "articles/chung/index.en.md": article("Shared article", "Words."),
    "news/2026/chung/index.vi.md": article("Tin chung", "", category="dat-dai"),
    "pages/about/index.vi.md": ABOUT.format(title="Giới thiệu chung", body="Chữ."),
    "pages/about/index.en.md": ABOUT.format(title="About all", body="Words."),
    "pages/contact/index.vi.md": ABOUT.format(title="Liên hệ", body="Chữ."),
    "pages/not-found/index.vi.md": ABOUT.format(title="Không thấy", body="Chữ."),
    "portals/rieng/pages/about/index.vi.md": ABOUT.format(title="Về cổng riêng", body="Chữ."),
    "portals/rieng/articles/rieng/index.vi.md": article(
        "Bài riêng", f"{LINKS}\n\n![Ảnh]({{static}}anh.png)", image="anh.png"
    ),
    "portals/rieng/articles/rieng/anh.png": PNG,
    "portals/rieng/articles/rieng/khong-dung.png": PNG,
}
BODY = ".//div[@class='body']//a"


@pytest.fixture(scope="module")
def portals(build: Build) -> dict[str, Reader]:
    """A reader of each portal."""
    done = build(FILES)
    return {name: Reader(done, name) for name in ("xa", "phong", "rieng")}


@pytest.mark.parametrize(
    ("name", "address", "expected"),
    [
        ("xa", "thu-tuc-dat-dai/", True),
        ("xa", "bai-chung/", True),
        ("xa", "tin-tuc/tin-chung/", True),
        ("xa", "so-sanh/bang/", True),
        ("phong", "thu-tuc-dat-dai/", True),
        ("phong", "en/land-procedures/", True),
        ("phong", "tin-tuc/tin-chung/", True),
        ("phong", "bai-chung/", False),
        ("phong", "so-sanh/bang/", False),
        ("rieng", "thu-tuc-dat-dai/", False),
        ("rieng", "tin-tuc/tin-chung/", False),
        ("rieng", "so-sanh/bang/", False),
        ("rieng", "bai-rieng/", True),
        ("rieng", "gioi-thieu-chung/", False),
        ("rieng", "ve-cong-rieng/", True),
        ("rieng", "lien-he/", True),
        ("xa", "bai-rieng/", False),
        ("xa", "gioi-thieu-chung/", True),
        ("xa", "ve-cong-rieng/", False),
    ],
)
def test_a_portal_shows_its_own_and_what_it_shares(
    name: str,
    address: str,
    expected: bool,  # noqa: FBT001
    portals: dict[str, Reader],
) -> None:
    """All shared texts, those of some categories, or none; pages are shared by all."""
    assert portals[name].exists(address) is expected


def test_a_page_of_its_own_takes_the_place_of_the_shared_one(portals: dict[str, Reader]) -> None:
    """In the menu and in every link, also of texts that link to the shared page."""
    rieng = portals["rieng"]

    (menu,) = [
        link
        for link in rieng.one("", ".//nav[@class='nav']").iter("a")
        if words(link) == "Về cổng riêng"
    ]
    assert menu.get("href") == "ve-cong-rieng/"
    assert [link.get("href") for link in rieng.page("bai-rieng/").findall(BODY)][1] == (
        "../ve-cong-rieng/"
    )
    assert rieng.exists("en/ve-cong-rieng/")


def test_a_link_to_what_a_portal_does_not_show_leads_to_one_that_does(
    portals: dict[str, Reader],
) -> None:
    """The reader finds the text on another portal, by its full address."""
    link = portals["rieng"].page("bai-rieng/").findall(BODY)[0]

    assert link.get("href").startswith("https://mau.example/")
    assert link.get("href").split("#")[0].endswith("/thu-tuc-dat-dai/")


def test_a_link_inside_a_portal_keeps_its_fragment(portals: dict[str, Reader]) -> None:
    """Relative, to the place in the text."""
    link = portals["xa"].page("bai-chung/").findall(BODY)[0]

    assert link.get("href") == "../thu-tuc-dat-dai/#muc"


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("xa", "https://mau.example/"),
        ("phong", "https://mau.example/phong/"),
        ("rieng", "https://rieng.example/"),
    ],
)
def test_full_addresses_are_those_of_the_portal(
    name: str, url: str, portals: dict[str, Reader]
) -> None:
    """Canonical, feed, sitemap and robots.txt carry the portal's own address, sub-path too."""
    reader = portals[name]

    assert reader.canonical("") == url
    assert f"<id>{url}feed.atom</id>" in reader.text("feed.atom")
    assert f"<loc>{url}</loc>" in reader.text("sitemap.xml")
    assert f"Sitemap: {url}sitemap.xml" in reader.text("robots.txt")
    assert words(reader.one("", ".//a[@class='brand']")).endswith(
        {"xa": "Cổng xã Mẫu", "phong": "Cổng Phòng", "rieng": "Cổng Riêng"}[name]
    )


@pytest.mark.parametrize(
    ("name", "address", "base"),
    [
        ("xa", "404.html", "/"),
        ("xa", "en/404.html", "/en/"),
        ("phong", "404.html", "/phong/"),
        ("phong", "en/404.html", "/phong/en/"),
    ],
)
def test_the_error_page_works_at_any_address(
    name: str, address: str, base: str, portals: dict[str, Reader]
) -> None:
    """Its links begin at its own folder, wherever the server shows it; robots leave it out."""
    reader = portals[name]

    assert reader.one(address, "head/base").get("href") == base
    assert reader.one(address, ".//a[@class='skip']").get("href") == "404.html#_main"
    assert reader.head(address, "canonical") == []
    assert reader.languages(address) == {}
    assert reader.one(address, "head/meta[@name='robots']").get("content") == "noindex"
    for link in reader.head(address, "stylesheet"):
        folder = "en/" if address.startswith("en/") else ""
        assert (reader.folder / folder / link.get("href")).resolve().is_file()


def test_a_picture_is_copied_once_under_a_name_of_its_content(portals: dict[str, Reader]) -> None:
    """Both the lead picture and the one in the text are one file; unused ones stay behind."""
    reader = portals["rieng"]
    pictures = sorted(path.name for path in (reader.folder / "tep").iterdir())
    shown = [image.get("src") for image in reader.page("bai-rieng/").findall(".//article//img")]

    assert len(pictures) == 1
    assert pictures[0].startswith("anh.")
    assert pictures[0].endswith(".png")
    assert shown == [f"../tep/{pictures[0]}"] * 2
    assert (reader.folder / "tep" / pictures[0]).read_bytes() == PNG
    assert reader.one("bai-rieng/", "head/meta[@property='og:image']").get("content") == (
        f"https://rieng.example/tep/{pictures[0]}"
    )
    assert not (portals["xa"].folder / "tep").exists()


def test_contact_details_are_shown_as_given(portals: dict[str, Reader]) -> None:
    """Phone and e-mail are links; an address in one language names it in the other."""
    reader = portals["rieng"]
    (details, _) = reader.page("lien-he/").findall(".//dl[@class='contact']")
    english = reader.one("en/", ".//dl[@class='contact']")

    links = [link.get("href") for link in details.iter("a")]
    assert links == ["tel:02373123456", "mailto:lien-he@rieng.example"]
    assert "Bà Nguyễn Thị Mẫu" in words(details)
    assert [words(found) for found in english.findall(".//dd[@lang='vi']")] == [
        "Bà Nguyễn Thị Mẫu",
        "Số 1 đường Mẫu",
    ]
    assert "chưa có thông tin" not in words(details)


def test_contact_details_that_are_missing_are_said_to_be(portals: dict[str, Reader]) -> None:
    """Nothing is made up: the reader is told that it is not yet supplied."""
    vi = portals["xa"].one("", ".//dl[@class='contact']")
    en = portals["xa"].one("en/", ".//dl[@class='contact']")

    assert words(vi).count("chưa có thông tin") == 4
    assert words(en).count("not yet supplied") == 4
    assert list(vi.iter("a")) == []


def test_a_portal_without_shared_texts_has_all_its_pages(portals: dict[str, Reader]) -> None:
    """Empty lists say so instead of being left out."""
    reader = portals["rieng"]

    for address in ("tin-tuc/", "so-sanh/", "the/", "en/news/", "en/comparisons/"):
        assert reader.words(address, ".//h1")
        assert any(
            empty in reader.words(address, ".//main")
            for empty in ("Ở đây chưa có gì.", "There is nothing here yet.")
        ), address


def test_portals_have_their_own_colours_and_share_the_rest(build: Build) -> None:
    """The stylesheets of two portals differ only in their colours."""
    other = (
        CONTENT["portals/xa/portal.yaml"]
        .replace("#8f1d1f", "#14532d")
        .replace("mau.example", "khac.example")
    )
    done = build({"portals/khac/portal.yaml": other})
    sheets = [
        next((done.output / name / "giao-dien").glob("portal.*.css")) for name in ("xa", "khac")
    ]
    one, two = (sheet.read_text(encoding="utf-8") for sheet in sheets)

    assert sheets[0].name != sheets[1].name
    assert one.partition("@layer portal{")[0] == two.partition("@layer portal{")[0]
    assert "#14532d" in two.partition("@layer portal{")[2]
