"""Checking where texts link to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from plugins.articles.article import Article, Version
from plugins.articles.check_links import (
    LinkTargets,
    check_links,
    line_of,
    link_targets,
)
from plugins.articles.outside import AllowedHost
from plugins.base.files import content_tree
from plugins.base.problems import Problem, Problems
from plugins.languages.clock import TIME_ZONE
from plugins.languages.dates import parse_moment
from plugins.markup.convert import Converter
from tests.conftest import PNG

PATH = "articles/thu/index.vi.md"
CLOCK = datetime(2026, 11, 22, 12, tzinfo=TIME_ZONE)
OTHERS = {
    "articles/khac/index.vi.md": ("2026-11-01", "## Mục\n\nKhác.\n"),
    "articles/mai/index.vi.md": ("2026-11-23", "Ngày mai.\n"),
}


def version(path: str, date: str, text: str) -> Version:
    """An article with a text."""
    return Version(
        path=path,
        kind="article",
        key=path.split("/")[1],
        lang="vi",
        owner="",
        title="a",
        summary="b",
        slug="a",
        body=Converter("vi").convert(text, path).outline,
        date=parse_moment(date),
    )


def check(folder: Path, text: str) -> list[Problem]:
    """What is wrong with the links of a text that begins on line 4."""
    own = version(PATH, "2026-11-01", text)
    drafts = replace(version("articles/nhap/index.vi.md", "2026-11-01", "Nháp.\n"), draft=True)
    versions = [own, drafts, *(version(path, *rest) for path, rest in OTHERS.items())]
    for one in versions:
        (folder / one.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / one.path).touch()
    (folder / PATH).write_text(f"---\ntitle: a\n---\n{text}", encoding="utf-8")
    (folder / "articles/thu/anh.png").write_bytes(PNG)
    (folder / "articles/khac/gia.png").write_bytes(b"<html>")
    (folder / "articles/loi").mkdir()
    (folder / "articles/loi/index.vi.md").write_text("Không có đầu bài.\n", encoding="utf-8")
    (folder / "vocabulary.yaml").touch()
    (folder / "articles/thu/hinh").mkdir()
    (folder / "articles/thu/hinh/b.png").touch()
    (folder / "comparisons").mkdir()
    (folder / "comparisons/bang.yaml").touch()
    problems = Problems()
    articles = [Article("article", one.key, "", {"vi": one}) for one in versions]
    until = parse_moment("2026-12-31")
    hosts = {
        "luat.example": AllowedHost(
            host="luat.example", why="Văn bản", by="Ban biên tập", until=until
        ),
        "cu.example": AllowedHost(
            host="cu.example", why="Văn bản", by="Ban biên tập", until=parse_moment("2026-11-21")
        ),
    }
    targets: LinkTargets = link_targets(content_tree(folder, problems), articles, hosts, CLOCK)
    check_links(
        PATH, own.body, {"articles/khac/gia.png", "articles/thu/anh.png"}, targets, problems
    )
    return list(problems)


@pytest.mark.parametrize(
    "text",
    [
        "[a]({filename}/articles/khac/index.vi.md)",
        "[a]({filename}../khac/index.vi.md#muc)",
        "[a]({filename}index.vi.md)",
        "## Ở đây\n\n[a](#o-day)",
        "Một[^1].\n\n[^1]: Hai.",
        "![a]({static}anh.png)",
        "[a]({static}/articles/thu/anh.png)",
        "[a](https://luat.example/x?y#z)",
        "[a](mailto:xa@mau.example) [b](tel:0237123456)",
        "`[a](khong)`",
    ],
)
def test_a_link_that_leads_somewhere_is_no_fault(tmp_path: Path, text: str) -> None:
    """Texts, their sections, pictures, contacts and allowed hosts."""
    assert check(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line", "code", "fix"),
    [
        ("\n[a]({filename}/articles/kac/index.vi.md)", 5, "lien-ket-hong", "articles/khac/"),
        ("[a]({filename}/articles/nhap/index.vi.md)", 4, "lien-ket-an", ""),
        ("[a]({filename}/articles/mai/index.vi.md)", 4, "lien-ket-an", ""),
        ("[a]({filename}/vocabulary.yaml)", 4, "lien-ket-hong", "Dẫn tới tệp index.vi.md"),
        ("[a]({filename}anh.png)", 4, "lien-ket-hong", "với ảnh thì viết {static}"),
        ("[a]({filename}/comparisons/bang.yaml)", 4, "lien-ket-hong", "/// comparison | mã"),
        ("[a]({filename}/articles/khac)", 4, "lien-ket-hong", "'articles/khac/index.vi.md'?"),
        ("[a]({filename}../khac/)", 4, "lien-ket-hong", "'articles/khac/index.vi.md'?"),
        ("![a]({static}Anh.PNG)", 4, "lien-ket-hong", "'articles/thu/anh.png'?"),
        ("![a]({static}hinh/b.png)", 4, "anh-sai", "Chuyển ảnh vào thư mục của bài"),
        ("[a]({filename}/articles/khac/index.vi.md#mucc)", 4, "muc-khong-co", "'muc'?"),
        ("## Mục\n\n[a](#mcu)", 6, "muc-khong-co", "'muc'?"),
        ("![a]({static}ahn.png)", 4, "lien-ket-hong", "anh.png'? Sửa đường dẫn"),
        ("![a]({static}khong-co.png)", 4, "lien-ket-hong", "Sửa đường dẫn hoặc bỏ liên kết."),
        ("[a]({filename}articles/khac/index.vi.md)", 4, "lien-ket-hong", "Thêm dấu / sau"),
        ("[a]({static}le-phi.pdf)", 4, "lien-ket-hong", "Cổng không đăng tệp đính kèm"),
        ("[a](mailto:xa@mau)", 4, "lien-ket-sai", "Viết như mailto:"),
        ("[a](xa@mau.example)", 4, "lien-ket-sai", "Viết như mailto:"),
        ("[a](tel:khong)", 4, "lien-ket-sai", "Viết như tel:"),
        ("[a](tel:--)", 4, "lien-ket-sai", "Viết như tel:"),
        ("[a](www.luat.example)", 4, "lien-ket-sai", "Thêm https:// ở đầu."),
        ("[a](<C:\\Users\\a.docx>)", 4, "lien-ket-sai", "chỉ có trên một máy"),
        ("![a](https://luat.example/a.png)", 4, "lien-ket-sai", "Tải ảnh về"),
        ("![a](anh.png)", 4, "lien-ket-sai", "Đặt ảnh cạnh bài"),
        ("![a]({static}../khac/gia.png)", 4, "anh-bi-loi", ""),
        ("[a]({static}index.vi.md)", 4, "anh-sai", ""),
        ("[a]({static}/articles/nhap/index.vi.md)", 4, "anh-sai", ""),
        ("[a]({static}/vocabulary.yaml)", 4, "anh-sai", ""),
        ("[a](https://xau.example/)", 4, "lien-ket-ngoai", "content/links.yaml"),
        ("[a](https://cu.example/)", 4, "lien-ket-het-han", ""),
        ("[a](https://a.luat.example/)", 4, "lien-ket-ngoai", ""),
        ("[a](https://luat.example.xau.example/)", 4, "lien-ket-ngoai", ""),
        ("[a](//luat.example/)", 4, "lien-ket-sai", "Thêm https:// ở đầu."),
        ("[a](javascript:alert(1))", 4, "lien-ket-sai", ""),
        ("b\n\n<a href='JavaScript:x'>a</a>", 6, "lien-ket-sai", ""),
        ("[a](../khac/)", 4, "lien-ket-sai", "{filename}/articles/"),
        ("[a]({filename}/../../etc/passwd)", 4, "lien-ket-sai", ""),
        ("[a]()", 4, "lien-ket-sai", ""),
        ("[a][b]\n\n[b]: tin-tuc/", 6, "lien-ket-sai", ""),
        ("a [1]\n\n[1]: Luật", 6, "lien-ket-sai", "viết [^1] ở cả hai chỗ"),
    ],
)
def test_a_link_that_leads_nowhere_is_told(
    tmp_path: Path, text: str, line: int, code: str, fix: str
) -> None:
    """With its line, and the nearest target where there is one."""
    (only,) = check(tmp_path, text)

    assert (only.path, only.line, only.code) == (PATH, line, code)
    assert fix in only.fix("vi")


def test_a_link_to_a_text_with_a_fault_is_not_told_as_well(tmp_path: Path) -> None:
    """The fault is told where it stands; the link is right."""
    assert check(tmp_path, "[a]({filename}/articles/loi/index.vi.md)") == []


def test_each_of_two_equal_links_has_its_own_line(tmp_path: Path) -> None:
    """Words that only look like the link are passed over."""
    text = "Về https://xau.example/a và #a.\n\n[a](https://xau.example/)\n\n[b](https://xau.example/)\n"

    assert [one.line for one in check(tmp_path, text)] == [6, 8]


def test_an_address_with_references_is_found_in_the_text(tmp_path: Path) -> None:
    """As it is written in HTML."""
    text = "a\n\n<a href='https://xau.example/?a=1&amp;b=2'>a</a>\n"

    assert [one.line for one in check(tmp_path, text)] == [6]


def test_the_line_of_a_word_is_its_first(tmp_path: Path) -> None:
    """The first line stands for what is not found."""
    (tmp_path / "a.yaml").write_text("a: 1\nnav: [b]\n")
    tree = content_tree(tmp_path, Problems())

    assert line_of(tree, "a.yaml", "nav:") == 2
    assert line_of(tree, "a.yaml", "khong") == 1
    assert line_of(tree, "b.yaml", "nav:") == 1
