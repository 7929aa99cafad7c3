"""Which content file is what."""

from __future__ import annotations

import pytest

from plugins.articles.places import Place, is_known, is_picture, text_place


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("articles/a/index.vi.md", ("article", "a", "vi", "")),
        ("pages/gioi-thieu/index.en.md", ("page", "gioi-thieu", "en", "")),
        ("news/2022/a/index.vi.md", ("news", "2022/a", "vi", "")),
        ("portals/xa/articles/a/index.vi.md", ("article", "a", "vi", "xa")),
        ("portals/xa/news/2022/a/index.vi.md", ("news", "2022/a", "vi", "xa")),
        ("portals/xa/pages/a/index.vi.md", ("page", "a", "vi", "xa")),
    ],
)
def test_a_text_is_known_by_its_path(path: str, place: tuple[str, str, str, str]) -> None:
    """Kind, key, language and owner stand in it."""
    assert text_place(path) == Place(path, *place)  # type: ignore[arg-type]
    assert is_known(path)


@pytest.mark.parametrize(
    "path",
    [
        "index.vi.md",
        "articles/index.vi.md",
        "articles/a/b/index.vi.md",
        "articles/a/index.md",
        "articles/a/index.fr.md",
        "articles/a/index.VI.md",
        "articles/a/index.vi.markdown",
        "articles/a/index.vi.md.bak",
        "articles/a/bai.vi.md",
        "news/a/index.vi.md",
        "news/22/a/index.vi.md",
        "news/2022/index.vi.md",
        "portals/articles/a/index.vi.md",
        "portals/xa/index.vi.md",
        "posts/a/index.vi.md",
        "articles/a/anh.bmp",
        "articles/anh.png",
        "anh.png",
        "sources/a/b.yaml",
        "sources/a.yml",
        "vocabulary.yml",
        ".env",
    ],
)
def test_any_other_place_is_not_known(path: str) -> None:
    """A file that would be left out in silence is told instead."""
    assert text_place(path) is None
    assert not is_known(path)


@pytest.mark.parametrize(
    "path",
    [
        "vocabulary.yaml",
        "links.yaml",
        "sources/a.yaml",
        "comparisons/a.yaml",
        "portals/xa/portal.yaml",
        "LICENSE.md",
        "README.vi.md",
        "articles/a/anh.PNG",
    ],
)
def test_data_and_pictures_are_known(path: str) -> None:
    """Others read them."""
    assert is_known(path)


def test_a_picture_lies_beside_a_text() -> None:
    """In the folder of an article, of news or of a page."""
    assert is_picture("articles/a/anh.png")
    assert is_picture("portals/xa/news/2022/a/anh.jpeg")
    assert not is_picture("articles/a/index.vi.md")
    assert not is_picture("anh.png")
