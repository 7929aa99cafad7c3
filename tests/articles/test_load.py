"""Reading the texts of a content folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.articles.article import Article
from plugins.articles.front_matter import Known
from plugins.articles.load import articles_of, check_other_files
from plugins.articles.places import text_place
from plugins.articles.text_file import Names, read_text_file
from plugins.base.files import MAX_TEXT_BYTES, content_tree
from plugins.base.problems import Problems
from plugins.languages.language import LANGS
from plugins.markup.convert import Converter
from plugins.markup.stages import in_step

HEAD = "---\ntitle: {}\ndate: 2026-11-01\ncategory: tin\nsummary: Tóm tắt.\nsources: [bao]\n{}---\n"
BODY = "Nội dung.\n"


def text(title: str = "Bài thử", fields: str = "", body: str = BODY) -> str:
    """A text without fault, but for what is given."""
    return HEAD.format(title, fields) + body


def load(
    folder: Path, known: Known, files: dict[str, str | bytes]
) -> tuple[dict[str, Article], list[tuple[str, int, str]]]:
    """The articles by id, and path, line and code of every fault."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    problems = Problems()
    tree = content_tree(folder, problems)
    check_other_files(tree, problems)
    names = Names(known, ("bang",))
    converters = {lang: Converter(lang) for lang in LANGS}
    works = (
        read_text_file(place, data, names, converters[place.lang], judged=False)
        for path in tree.files
        if (place := text_place(path))
        and (data := tree.read_bytes(path, problems, MAX_TEXT_BYTES)) is not None
    )
    records = [made.record for made, _ in in_step(works)]
    for record in records:
        problems.extend(record.problems)
    lines = {record.path: record.translation_line for record in records}
    articles = articles_of([one.version for one in records if one.version], lines, problems)
    return (
        {article.id: article for article in articles},
        [(one.path, one.line, one.code) for one in problems],
    )


def test_the_versions_of_an_article_stand_together(tmp_path: Path, known: Known) -> None:
    """Shared articles, news and those of a portal are told apart by their ids."""
    articles, faults = load(
        tmp_path,
        known,
        {
            "articles/a/index.vi.md": text("Một"),
            "articles/a/index.en.md": text("One", "translation_of: 2026-11-01\n"),
            "news/2026/a/index.vi.md": text("Tin"),
            "portals/xa/articles/a/index.en.md": text("Own"),
        },
    )

    assert faults == []
    assert list(articles) == ["/article/a", "/news/2026/a", "xa/article/a"]
    assert {lang: one.title for lang, one in articles["/article/a"].versions.items()} == {
        "en": "One",
        "vi": "Một",
    }
    assert articles["xa/article/a"].owner == "xa"


def test_a_version_holds_what_its_file_says(tmp_path: Path, known: Known) -> None:
    """The address from the title, the text converted, the picture as a path of the content."""
    fields = "tags: [thue]\nimage: anh.png\nstatus: draft\npinned: true\naliases: [/cu]\n"
    articles, _ = load(tmp_path, known, {"articles/a/index.vi.md": text("Thuế", fields)})

    version = articles["/article/a"].versions["vi"]
    assert (version.slug, version.image, version.aliases) == ("thue", "articles/a/anh.png", ("cu",))
    assert (version.draft, version.pinned, version.tags) == (True, True, ("thue",))
    assert (version.body.is_empty, version.body.words) == (False, 2)


@pytest.mark.parametrize(
    ("image", "path"),
    [
        ("anh.png", "articles/a/anh.png"),
        ("../b/anh.png", "articles/b/anh.png"),
        ("/articles/b/anh.png", "articles/b/anh.png"),
        ("../../../anh.png", "../../../anh.png"),
        ("https://luat.example/a.png", "https://luat.example/a.png"),
    ],
)
def test_a_picture_is_found_as_a_link_is(
    tmp_path: Path, known: Known, image: str, path: str
) -> None:
    """Beside the text, or from the root of the content; one outside is never found."""
    articles, _ = load(
        tmp_path, known, {"articles/a/index.vi.md": text(fields=f"image: {image}\n")}
    )

    assert articles["/article/a"].versions["vi"].image == path


@pytest.mark.parametrize(
    ("path", "content", "fault"),
    [
        ("articles/a/index.fr.md", text(), (1, "tep-la")),
        ("articles/a.md", text(), (1, "tep-la")),
        ("bai/a/index.vi.md", text(), (1, "tep-la")),
        ("articles/a/anh.bmp", "<svg/>", (1, "tep-la")),
        ("sources/a/b.yaml", "", (1, "tep-la")),
        ("sources/a.yml", "", (1, "tep-la")),
        ("sources/.yaml", "", (1, "tep-an")),
        ("articles/a/-anh.png", "", (1, "ten-tep-sai")),
        ("articles/Bài A/index.vi.md", text(), (1, "ten-sai")),
        ("articles/a b/index.vi.md", text(), (1, "ten-sai")),
        ("news/2026/Tin/index.vi.md", text(), (1, "ten-sai")),
        ("portals/Xã/articles/a/index.vi.md", text(), (1, "ten-sai")),
        ("articles/a/index.vi.md", b"\xff\xfe", (1, "tep-khong-utf8")),
        ("articles/a/index.vi.md", text(body="a\n\x00"), (9, "ky-tu-dieu-khien")),
        ("articles/a/index.vi.md", text(body=""), (8, "bai-rong")),
        ("articles/a/index.vi.md", text(body=" \n\n"), (8, "bai-rong")),
        ("articles/a/index.vi.md", text(body="\n/// la\n///\n"), (9, "chi-thi-la")),
        ("articles/a/index.vi.md", text(body="/// comparison | la\n///\n"), (8, "bang-la")),
        (
            "articles/a/index.vi.md",
            text(body="<div>\n/// comparison | bang\n///\n</div>\n"),
            (9, "chi-thi-khong-chay"),
        ),
    ],
)
def test_a_faulty_file_is_told(
    tmp_path: Path, known: Known, path: str, content: str | bytes, fault: tuple[int, str]
) -> None:
    """With the line of the file, front matter counted."""
    assert load(tmp_path, known, {path: content})[1] == [(path, *fault)]


def test_a_text_is_judged_though_its_front_matter_is_at_fault(tmp_path: Path, known: Known) -> None:
    """All is told at once, and it makes no article."""
    path = "articles/a/index.vi.md"
    written = text(body="/// comparison | la\n///\n\n<script>x</script>\n")
    written = written.replace("2026-11-01", "1/11/2026")

    assert load(tmp_path, known, {path: written}) == (
        {},
        [(path, 3, "ngay-sai"), (path, 8, "bang-la"), (path, 11, "html-bi-bo")],
    )


def test_what_is_below_open_front_matter_is_not_judged(tmp_path: Path, known: Known) -> None:
    """Nobody can tell where the text begins."""
    path = "articles/a/index.vi.md"
    written = "---\ntitle: [a] (b)\n\n<script>x</script>\n"

    assert load(tmp_path, known, {path: written}) == ({}, [(path, 1, "dau-bai-khong-dong")])


def test_many_unknown_files_of_a_folder_are_counted(tmp_path: Path, known: Known) -> None:
    """The first of each folder are named."""
    files: dict[str, str | bytes] = {f"articles/a/{n}.heic": "" for n in range(1, 9)}
    _, faults = load(tmp_path, known, {**files, "articles/b/1.heic": ""})

    assert faults == [
        ("articles/a", 1, "tep-la-nhieu"),
        *((f"articles/a/{n}.heic", 1, "tep-la") for n in range(1, 6)),
        ("articles/b/1.heic", 1, "tep-la"),
    ]


def test_a_headline_is_news_without_a_text(tmp_path: Path, known: Known) -> None:
    """Its body is empty."""
    articles, faults = load(tmp_path, known, {"news/2026/a/index.vi.md": text(body="")})

    assert faults == []
    assert articles["/news/2026/a"].versions["vi"].body.is_empty


def test_only_one_version_is_a_translation(tmp_path: Path, known: Known) -> None:
    """Where both say so, the line in the Vietnamese one is told."""
    fields = "translation_of: 2026-11-01\n"
    _, faults = load(
        tmp_path,
        known,
        {
            "articles/a/index.vi.md": text("Một", fields),
            "articles/a/index.en.md": text("One", fields),
            "articles/b/index.en.md": text("Two", fields),
        },
    )

    assert faults == [("articles/a/index.vi.md", 7, "ban-dich-vong")]


@pytest.mark.parametrize("path", ["vocabulary.yaml", "sources/a.yaml", "articles/a/anh.png"])
def test_other_files_of_the_content_are_left_to_others(
    tmp_path: Path, known: Known, path: str
) -> None:
    """They are neither texts nor faults."""
    assert load(tmp_path, known, {path: "a"}) == ({}, [])


def test_composed_letters_and_line_ends_do_not_matter(tmp_path: Path, known: Known) -> None:
    """A text from any editor on any system is the same text."""
    plain = text("Tiếng Việt", body="Ủy ban.\n")
    odd = b"\xef\xbb\xbf" + plain.replace("ế", "e\u0302\u0301").replace("\n", "\r\n").encode()
    first, _ = load(tmp_path / "1", known, {"articles/a/index.vi.md": plain})
    second, faults = load(tmp_path / "2", known, {"articles/a/index.vi.md": odd})

    assert faults == []
    assert second == first
