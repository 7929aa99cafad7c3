"""Which cure a file or a link needs."""

from __future__ import annotations

from time import process_time

import pytest

from plugins.articles.link_cures import path_suggestion, text_in_folder, unknown_file_case


@pytest.mark.parametrize(
    ("path", "case"),
    [
        ("articles/a/IMG_0001.HEIC", "photo"),
        ("articles/a/anh.bmp", "photo"),
        ("articles/a/don.docx", "attachment"),
        ("articles/a/hinh/anh.png", "picture-place"),
        ("anh.JPG", "picture-place"),
        ("articles/a/index.vi.md.txt", "ending"),
        ("vocabulary.yaml.txt", "ending"),
        ("articles/a/ghi-chu.txt", ""),
        ("articles/a.md", ""),
    ],
)
def test_a_file_of_no_known_use_has_a_cure(path: str, case: str) -> None:
    """Photos of telephones, attachments, pictures elsewhere, and endings of an editor."""
    assert unknown_file_case(path) == case


@pytest.mark.parametrize(
    ("path", "known", "near"),
    [
        ("articles/a/le-hoi.jpg", "articles/a/Le-Hoi.JPG", "articles/a/Le-Hoi.JPG"),
        ("articles/a/le-hio.jpg", "articles/a/Le-Hoi.jpg", "articles/a/Le-Hoi.jpg"),
        ("articles/a/cho.jpg", "articles/a/Le-Hoi.jpg", ""),
    ],
)
def test_capitals_are_a_slip_of_the_pen(path: str, known: str, near: str) -> None:
    """Some systems take both names for one."""
    assert path_suggestion(path, ["articles/a/index.vi.md", known]) == near


def test_the_nearest_of_thousands_of_paths_is_found_in_a_moment() -> None:
    """Only those that share most with it are compared letter by letter."""
    known = [f"articles/viec-cua-xa-so-{number}/index.vi.md" for number in range(5_000)]
    began = process_time()

    near = path_suggestion("articles/viec-cua-xaso-4321/index.vi.md", known)

    assert near == "articles/viec-cua-xa-so-4321/index.vi.md"
    assert process_time() - began < 0.3


def test_a_folder_stands_for_its_text() -> None:
    """In the language of the text that links to it, else in the other."""
    both = {"articles/a/index.vi.md", "articles/a/index.en.md", "articles/b/index.vi.md"}

    assert text_in_folder("articles/a", "en", both) == "articles/a/index.en.md"
    assert text_in_folder("articles/b", "en", both) == "articles/b/index.vi.md"
    assert text_in_folder("articles/c", "vi", both) == ""
