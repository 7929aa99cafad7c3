"""Pictures on pages: sizes and forms, descriptions, captions, and who made them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from plugins.pictures import variants
from tests.conftest import CLOCK, PNG, Site, article
from tests.pictures.samples import sample

FOLDER = "articles/anh"
PAGE = "bai-thu/"


@pytest.fixture
def pictured(site: Site) -> Site:
    """The small content folder with an article that has pictures."""
    body = """\
Trước ảnh.

![Cầu Hàm Rồng]({static}cau.jpg "Cầu lúc sáng sớm | Nguyễn Văn A")

Một dấu ![dấu]({static}dau.png "Dấu của xã") trong câu, và ![Sơ đồ]({static}so-do.svg).
"""
    head = {"image": "cau.jpg", "image_alt": "Toàn cảnh cầu", "image_credit": "Trần B & C"}
    return site.write(
        {
            f"{FOLDER}/index.vi.md": article(body=body, **head),
            f"{FOLDER}/cau.jpg": sample("jpg", size=(1000, 500)),
            f"{FOLDER}/dau.png": PNG,
            f"{FOLDER}/so-do.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"/>',
        }
    )


def texts(element: Any) -> str:
    """The words in an element, spaces folded."""
    return " ".join("".join(element.itertext()).split())


def test_a_window_takes_the_picture_that_fits(pictured: Site) -> None:
    """AVIF before WebP before the picture itself, each width with its file, and the size told."""
    built = pictured.build()
    page = built.html(PAGE)
    picture = page.find(".//div[@class='body']//picture")
    avif, webp, image = picture

    assert [one.get("type") for one in (avif, webp)] == ["image/avif", "image/webp"]
    for source in (avif, webp):
        found = re.findall(r"\.\./(\S+) (\d+)w", source.get("srcset"))
        assert [width for _, width in found] == ["480", "960", "1000"]
        assert all((built.output / "xa" / address).is_file() for address, _ in found)
        assert source.get("sizes")
    assert (image.get("width"), image.get("height")) == ("1000", "500")
    assert (image.get("loading"), image.get("alt")) == ("lazy", "Cầu Hàm Rồng")
    assert image.get("src").endswith(".jpg")


def test_a_caption_stands_below_with_who_made_the_picture(pictured: Site) -> None:
    """The words in quotation marks are the caption of a picture that stands by itself."""
    lead, figure = pictured.build().html(PAGE).findall(".//article//figure")

    assert texts(figure.find("figcaption")) == "Cầu lúc sáng sớm Ảnh: Nguyễn Văn A"
    assert figure.find(".//img").get("title") is None
    assert texts(lead.find("figcaption")) == "Ảnh: Trần B & C"


def test_the_picture_above_a_text_is_not_late(pictured: Site) -> None:
    """It is in sight from the beginning, and says what it tells."""
    image = pictured.build().html(PAGE).find(".//article/figure//img")

    assert image.get("alt") == "Toàn cảnh cầu"
    assert image.get("loading") is None


def test_signs_and_drawings_are_shown_as_they_are(pictured: Site) -> None:
    """With their size, and in their sentence."""
    paragraph = pictured.build().html(PAGE).findall(".//div[@class='body']/p")[-1]
    sign, drawing = paragraph

    assert (sign.tag, drawing.tag) == ("img", "img")
    assert (sign.get("width"), sign.get("height"), sign.get("title")) == ("8", "8", "Dấu của xã")
    assert (drawing.get("width"), drawing.get("height")) == ("30", "20")
    assert texts(paragraph) == "Một dấu trong câu, và ."


def test_pictures_beside_each_other_are_all_shown(pictured: Site) -> None:
    """Nothing parts them but their own tags."""
    body = "![một]({static}cau.jpg)![hai]({static}so-do.svg)![ba]({static}cau.jpg)"
    built = pictured.write({f"{FOLDER}/index.vi.md": article(body=body)}).build()
    images = built.html(PAGE).findall(".//div[@class='body']//img")

    assert [one.get("alt") for one in images] == ["một", "hai", "ba"]


def test_smaller_pictures_are_made_once(pictured: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build without output takes them from what an earlier one has kept."""
    from plugins.builds.build import BuildOptions, build

    monkeypatch.chdir(pictured.folder)
    made: list[tuple[int, str]] = []
    original = variants.variant

    def counted(data: bytes, width: int, form: str) -> bytes:
        made.append((width, form))
        return original(data, width, form)

    monkeypatch.setattr("plugins.pages.assets.variant", counted)
    for output in ("one", "two"):
        options = BuildOptions(
            (), "content", output, "cache", CLOCK, clean=False, jobs=1, executor=""
        )
        assert build(options) == 0

    assert len(made) == 6
    files = [
        {path.name: path.read_bytes() for path in (pictured.folder / output / "xa/tep").iterdir()}
        for output in ("one", "two")
    ]
    assert files[0] == files[1]


def test_another_picture_of_that_name_has_others_beside_it(pictured: Site) -> None:
    """The page names them anew, the old ones go, and a clean build makes the same."""
    pictured.build()
    pictured.write({f"{FOLDER}/cau.jpg": sample("jpg", size=(700, 500))})
    built = pictured.build()
    page = built.text(PAGE)
    shown = {path.name for path in (built.output / "xa/tep").iterdir()}
    first = {path: (built.output / path).read_bytes() for path in built.files()}
    again = pictured.build("--clean")

    assert {name for name in shown if name in page} == shown
    assert first == {path: (again.output / path).read_bytes() for path in again.files()}
