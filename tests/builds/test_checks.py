"""What is wrong between the parts of a site."""

from __future__ import annotations

from datetime import datetime

import pytest

from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds.content import load_content
from plugins.builds.texts import KeptTexts
from plugins.languages.clock import TIME_ZONE
from tests.conftest import CONTENT, PNG, Site, article

CLOCK = datetime(2026, 11, 22, 12, tzinfo=TIME_ZONE)


def found(site: Site) -> list[tuple[str, int, str]]:
    """Path, line and code of every problem of a site."""
    return [(one.path, one.line, one.code) for one in problems_of(site)]


def problems_of(site: Site) -> Problems:
    """All that is wrong with a site."""
    problems = Problems()
    load_content(site.content, CLOCK, KeptTexts(Store(None), 1), problems)
    return problems


def test_the_sample_content_has_no_problem(site: Site) -> None:
    """What the other tests change is without fault."""
    assert found(site) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("[x]({filename}/articles/khong/index.vi.md)", "lien-ket-hong"),
        ("[x]({filename}/articles/dat-dai/index.vi.md#khong)", "muc-khong-co"),
        ("[x](#khong)", "muc-khong-co"),
        ("[x](https://la.example/)", "lien-ket-ngoai"),
        ("[x](http://luat.example.la.example/)", "lien-ket-ngoai"),
        ("[x](../dat-dai/)", "lien-ket-sai"),
        ("[x](//luat.example/)", "lien-ket-sai"),
        ("![x]({static}khong.png)", "lien-ket-hong"),
        ("![x]({static}../dat-dai/gia.png)", "anh-bi-loi"),
        ("![x]({static}index.vi.md)", "anh-sai"),
        ("![x](https://luat.example/a.png)", "lien-ket-sai"),
        ("/// comparison | khong\n///", "bang-la"),
        ("/// so-sanh | bang\n///", "chi-thi-la"),
        ("/// comparison | bang\n    dai: 3\n///", "chi-thi-thua"),
        ("[x] ({filename}/articles/dat-dai/index.vi.md)", "cu-phap-lien-ket"),
        ("[x]({filename}/articles/dat-dai/index.vi.md.", "cu-phap-lien-ket"),
        ("Kính gửi <tên của bạn> đã hỏi", "html-bi-bo"),
        ("<script>alert(1)</script>", "html-bi-bo"),
    ],
)
def test_faults_of_a_text_are_told_with_their_line(site: Site, body: str, code: str) -> None:
    """Line 8 is the first of the text, below seven lines of front matter."""
    site.write(
        {
            "articles/thu/index.vi.md": article(body=f"Mở đầu.\n\n{body}"),
            "articles/dat-dai/gia.png": b"<html>",
        }
    )
    line = 11 if code == "chi-thi-thua" else 10

    assert found(site) == [
        ("articles/dat-dai/gia.png", 1, "anh-gia"),
        ("articles/thu/index.vi.md", line, code),
    ]


def test_links_that_lead_somewhere_are_no_problem(site: Site) -> None:
    """Allowed hosts, texts, sections, pictures, mail and telephone."""
    body = (
        "## Mục một\n\n[a]({filename}../dat-dai/index.vi.md) [b](#muc-mot) "
        "[c](https://luat.example/van-ban) [d](mailto:a@mau.example) [e](tel:02371234)\n\n"
        "![ảnh]({static}anh.png)"
    )
    site.write({"articles/thu/index.vi.md": article(body=body), "articles/thu/anh.png": PNG})

    assert found(site) == []


def test_a_link_to_a_text_that_is_not_shown_is_told(site: Site) -> None:
    """A draft cannot be linked to."""
    site.write(
        {
            "articles/nhap/index.vi.md": article("Bài nháp", status="draft"),
            "articles/thu/index.vi.md": article(body="[x]({filename}../nhap/index.vi.md)"),
        }
    )

    assert found(site) == [("articles/thu/index.vi.md", 8, "lien-ket-an")]


def test_one_address_for_two_texts_names_both_files(site: Site) -> None:
    """Titles that fold to one address meet within a portal and language."""
    site.write(
        {
            "articles/mot/index.vi.md": article("Quý 1"),
            "articles/hai/index.vi.md": article("Quỹ 1"),
        }
    )
    problems = Problems()
    load_content(site.content, CLOCK, KeptTexts(Store(None), 1), problems)

    assert [(one.path, one.line, one.code, dict(one.values)["other"]) for one in problems] == [
        ("articles/hai/index.vi.md", 2, "dia-chi-trung", "articles/mot/index.vi.md"),
        ("articles/mot/index.vi.md", 2, "dia-chi-trung", "articles/hai/index.vi.md"),
    ]


def test_an_old_address_may_not_be_that_of_a_text(site: Site) -> None:
    """An alias would write over a page."""
    site.write({"articles/thu/index.vi.md": article(aliases="[thu-tuc-dat-dai]")})

    assert [code for _, _, code in found(site)] == ["dia-chi-trung", "dia-chi-trung"]


def test_addresses_of_scheduled_texts_are_checked_today(site: Site) -> None:
    """A clash must not stop the build on the day when the second text appears."""
    site.write(
        {
            "articles/mot/index.vi.md": article("Quý 1"),
            "articles/hai/index.vi.md": article("Quỹ 1", date="2027-01-01"),
        }
    )

    assert [code for _, _, code in found(site)] == ["dia-chi-trung", "dia-chi-trung"]


def test_one_call_tells_faults_of_fields_and_of_the_text(site: Site) -> None:
    """A wrong date does not hide a wrong directive below it."""
    site.write({"articles/thu/index.vi.md": article(date="2026", body="/// comparison | la\n///")})

    assert [code for _, _, code in found(site)] == ["ngay-sai", "bang-la"]


@pytest.mark.parametrize("body", ["- " * 1000 + "x", "[" * 4096])
def test_texts_that_nest_too_deeply_are_told(site: Site, body: str) -> None:
    """Neither a traceback nor minutes of work."""
    site.write({"articles/thu/index.vi.md": article(body=body)})

    assert found(site) == [("articles/thu/index.vi.md", 8, "long-qua-sau")]


def test_a_fault_in_a_shared_file_is_told_once(site: Site) -> None:
    """Not again for every text that names something of it."""
    site.write({"vocabulary.yaml": "categories:\n  tin: {vi: Tin}\n  tin: {vi: Tin}\n"})
    assert [code for _, _, code in found(site)] == ["khoa-trung"]


def test_a_faulty_source_is_told_once(site: Site) -> None:
    """The texts that cite it are not blamed, nor led to another source."""
    source = CONTENT["sources/bao.yaml"].replace("2026-01-15", "15/1/2026")
    site.write({"sources/bao.yaml": source})

    assert found(site) == [("sources/bao.yaml", 3, "ngay-sai")]


def test_a_comma_that_cuts_a_value_is_told_as_such(site: Site) -> None:
    """Obeying the cure keeps the words."""
    portal = CONTENT["portals/xa/portal.yaml"].replace("UBND xã Mẫu", "UBND, xã Mẫu")
    site.write({"portals/xa/portal.yaml": portal})

    assert found(site) == [("portals/xa/portal.yaml", 2, "thieu-nhay")]


def test_a_source_on_a_host_that_is_not_allowed_is_a_warning(site: Site) -> None:
    """The registry of sources is no way around the list of hosts."""
    site.write({"sources/bao.yaml": CONTENT["sources/bao.yaml"] + "url: https://la.example/x\n"})

    assert found(site) == [("sources/bao.yaml", 4, "nguon-chua-phep")]


def test_a_menu_names_what_there_is(site: Site) -> None:
    """An unknown entry of `nav` is told at its line."""
    portal = CONTENT["portals/xa/portal.yaml"].replace("so-sanh", "so-sah")
    site.write({"portals/xa/portal.yaml": portal})

    assert found(site) == [("portals/xa/portal.yaml", 4, "muc-dan-la")]


def test_texts_of_a_portal_that_is_not_there_are_told(site: Site) -> None:
    """A folder with a misspelt name would be lost in silence."""
    site.write({"portals/xaa/articles/thu/index.vi.md": article()})

    assert found(site) == [("portals/xaa/articles/thu/index.vi.md", 1, "cong-la")]


def test_texts_of_a_faulty_portal_are_not_blamed(site: Site) -> None:
    """Only the portal's own fault is told, not one more for each of its texts."""
    portal = CONTENT["portals/xa/portal.yaml"].replace("#8f1d1f", "đỏ")
    site.write({"portals/xa/portal.yaml": portal, "portals/xa/articles/thu/index.vi.md": article()})

    assert [code for _, _, code in found(site)] == ["mau-sai"]


def test_shared_categories_are_those_of_the_vocabulary(site: Site) -> None:
    """A misspelt category would silently share nothing."""
    portal = CONTENT["portals/xa/portal.yaml"].replace("all", "{categories: [dat-dia]}")
    site.write({"portals/xa/portal.yaml": portal})

    assert found(site) == [("portals/xa/portal.yaml", 6, "chuyen-muc-la")]


def test_a_text_that_no_portal_shows_is_told(site: Site) -> None:
    """Nothing of the content is lost in silence."""
    identity = CONTENT["portals/xa/portal.yaml"]
    site.write({"portals/xa/portal.yaml": identity.replace("all", "{categories: [tin]}")})

    assert found(site) == [
        ("articles/dat-dai/index.en.md", 1, "khong-noi-hien"),
        ("articles/dat-dai/index.vi.md", 1, "khong-noi-hien"),
        ("comparisons/bang.yaml", 1, "bang-khong-hien"),
    ]


def test_a_shared_page_that_all_portals_replace_is_told(site: Site) -> None:
    """It is lost; one that a portal still shows is not."""
    page = "---\ntitle: Liên hệ\nsummary: Nơi hỏi.\n---\nHỏi tại trụ sở.\n"
    site.write({"pages/contact/index.vi.md": page, "portals/xa/pages/contact/index.vi.md": page})
    assert found(site) == [("pages/contact/index.vi.md", 1, "trang-bi-thay")]

    identity = CONTENT["portals/xa/portal.yaml"].replace("mau.example", "ban.example")
    site.write({"portals/ban/portal.yaml": identity})
    assert found(site) == []


def test_what_a_portal_does_with_its_text_is_no_error_of_others(site: Site) -> None:
    """A shared text would stop all portals when one renames a heading or hides its text."""
    path = "portals/xa/articles/rieng/index.vi.md"
    link = f"[x]({{filename}}/{path}#muc)"
    site.write({"articles/thu/index.vi.md": article(body=link)})

    for text in (article("Riêng"), article("Riêng", "## Mục", status="draft"), None):
        site.write({path: text})
        assert found(site) == [("articles/thu/index.vi.md", 8, "lien-ket-cong-khac")]
    site.write({path: article("Riêng", "## Mục\n\nA.")})
    assert found(site) == []


def test_a_text_of_a_portal_that_is_still_to_come_is_told_so(site: Site) -> None:
    """It was never shown."""
    path = "portals/xa/articles/rieng/index.vi.md"
    early = article("Riêng", date="2030-01-01")
    site.write({path: early, "articles/thu/index.vi.md": article(body=f"[x]({{filename}}/{path})")})
    (told,) = problems_of(site)

    assert told.code == "lien-ket-cong-khac"
    assert "not shown yet" in told.message("en")


def test_an_address_of_many_texts_is_told_once_for_each(site: Site) -> None:
    """The first of them has one line, not one for each other."""
    site.write({f"articles/{key}/index.vi.md": article(slug="x") for key in ("a", "b", "c", "d")})

    assert [path for path, _, _ in found(site)] == [
        f"articles/{key}/index.vi.md" for key in ("a", "b", "c", "d")
    ]


def test_a_picture_of_one_portal_is_shown_by_that_portal_only(site: Site) -> None:
    """It could be broken by others than those whose text it stands in."""
    site.write(
        {
            "portals/xa/articles/rieng/index.vi.md": article("Riêng", "![x]({static}a.png)"),
            "portals/xa/articles/rieng/a.png": PNG,
            "articles/thu/index.vi.md": article(
                body="![x]({static}/portals/xa/articles/rieng/a.png)"
            ),
        }
    )

    assert found(site) == [("articles/thu/index.vi.md", 8, "anh-cong-khac")]


def test_an_old_address_of_a_text_is_not_its_present_one(site: Site) -> None:
    """It is told on the line of the old one."""
    site.write({"articles/thu/index.vi.md": article(slug="thu", aliases="[/cu/, /thu/]")})

    assert found(site) == [("articles/thu/index.vi.md", 8, "dia-chi-trung")]


def test_links_of_a_text_with_a_fault_are_checked(site: Site) -> None:
    """All is told at once."""
    path = "articles/thu/index.vi.md"
    body = "[x](https://la.example/) ![y]({static}khong.png)"
    site.write({path: article(date="1/1/2026", body=body)})

    assert found(site) == [
        (path, 3, "ngay-sai"),
        (path, 8, "lien-ket-hong"),
        (path, 8, "lien-ket-ngoai"),
    ]


def test_a_linked_picture_is_checked_as_a_shown_one(site: Site) -> None:
    """A file that only says that it is a picture is not published."""
    site.write(
        {
            "articles/thu/index.vi.md": article(body="[ảnh lớn]({static}gia.png)"),
            "articles/thu/gia.png": b"<html>",
        }
    )

    assert found(site) == [("articles/thu/gia.png", 1, "anh-gia")]


def test_a_lead_picture_of_another_site_is_told_with_its_cure(site: Site) -> None:
    """By its address as it is written."""
    address = "https://luat.example/a.png"
    site.write({"articles/thu/index.vi.md": article(image=address)})
    (told,) = problems_of(site)

    assert told.code == "lien-ket-hong"
    assert address in told.message("en")
    assert "beside the text" in told.fix("en")


def test_a_lead_picture_with_braces_is_told_with_its_cure(site: Site) -> None:
    """In quotes YAML can read it."""
    site.write({"articles/thu/index.vi.md": article(image='"{static}a.png"')})
    (told,) = problems_of(site)

    assert (told.code, told.line) == ("lien-ket-hong", 7)
    assert "'{static}a.png'" in told.message("en")
    assert "without {static}" in told.fix("en")


def test_a_file_that_nobody_reads_is_told(site: Site) -> None:
    """No file of the content is passed over in silence."""
    site.write({"articles/thu.md": article(), "articles/dat-dai/index.fr.md": article()})

    assert [code for _, _, code in found(site)] == ["tep-la", "tep-la"]


def test_links_in_cells_are_checked(site: Site) -> None:
    """A cell may link, but not to nothing."""
    table = CONTENT["comparisons/bang.yaml"].replace(
        "Không mất phí", "'[phí]({filename}/articles/khong/index.vi.md)'"
    )
    site.write({"comparisons/bang.yaml": table})

    assert found(site) == [("comparisons/bang.yaml", 9, "lien-ket-hong")]
