"""Conversions are kept by what they are made from, and nothing else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plugins.articles.front_matter import PageFields
from plugins.articles.load import Manuscript
from plugins.articles.places import Place
from plugins.builds import conversions
from plugins.builds.conversions import Conversions, NeededConversions, is_below
from plugins.languages.language import Lang
from plugins.markup.body import Body, Fault


def manuscript(text: str, path: str = "pages/a/index.vi.md", lang: Lang = "vi") -> Manuscript:
    """A text that is ready to be converted."""
    fields = PageFields(title="Tiêu đề", summary="Tóm tắt")
    return Manuscript(Place(path, "page", "a", lang, ""), fields, text)


def kept(cache: Path) -> int:
    """How many conversions a cache holds."""
    with closing(sqlite3.connect(cache / "conversions.sqlite")) as store:
        (count,) = store.execute("SELECT count(*) FROM bodies").fetchone()
    return int(count)


def test_a_kept_conversion_is_the_one_that_was_made(tmp_path: Path) -> None:
    """Slots, headings and ids come back as they were."""
    text = "## Mục\n\n[bài]({filename}../b/index.vi.md#x)\n\n/// comparison | bang\n///\n"
    first = list(Conversions(tmp_path, 1)([manuscript(text)]))

    second = list(Conversions(tmp_path, 1)([manuscript(text)]))

    assert second == first


def test_a_kept_text_is_not_converted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a text that was not there is converted."""
    Conversions(tmp_path, 1)([manuscript("cũ")])
    converted: list[str] = []
    real = conversions._convert_one

    def counting(task: tuple[Lang, str, str]) -> object:
        converted.append(task[2])
        return real(task)

    monkeypatch.setattr(conversions, "_convert_one", counting)
    Conversions(tmp_path, 1)([manuscript("cũ"), manuscript("mới")])

    assert converted == ["mới"]


@pytest.mark.parametrize(
    "other",
    [
        manuscript("chữ khác"),
        manuscript("[a]({static}a.png)", path="pages/b/index.vi.md"),
        manuscript("[a]({static}a.png)", lang="en"),
    ],
)
def test_text_path_and_language_tell_conversions_apart(tmp_path: Path, other: Manuscript) -> None:
    """A link is read from the folder of its text, and notes in the language of it."""
    cache = Conversions(tmp_path, 1)
    cache([manuscript("[a]({static}a.png)")])

    cache([manuscript("[a]({static}a.png)"), other])

    assert kept(tmp_path) == 2


def test_the_cache_holds_only_what_the_last_build_used(tmp_path: Path) -> None:
    """It cannot grow for ever."""
    cache = Conversions(tmp_path, 1)
    cache([manuscript(str(number)) for number in range(5)])

    cache([manuscript("4")])

    assert kept(tmp_path) == 1


def test_two_processes_give_the_bodies_in_order(tmp_path: Path) -> None:
    """The number of processes changes nothing."""
    many = [
        manuscript(f"đoạn {number}", path=f"pages/a{number}/index.vi.md") for number in range(80)
    ]

    assert list(Conversions(tmp_path, 2)(many)) == list(Conversions(None, 1)(many))


def test_a_check_converts_what_is_asked_and_the_sections_it_links_to() -> None:
    """A fragment is checked in the text linked to; all others stay unconverted."""
    asked = manuscript("[b]({filename}/pages/b/index.vi.md#muc)")
    linked = manuscript("## Mục", path="pages/b/index.vi.md")
    other = manuscript("khác", path="pages/c/index.vi.md")

    bodies = list(NeededConversions(["pages/a"])([asked, linked, other]))

    assert bodies[1].ids == {"muc"}
    assert bodies[2].text == ""


def test_a_path_is_below_itself_and_its_folders() -> None:
    """A name that only begins alike is another."""
    assert is_below("pages/a/index.vi.md", ["pages/a"])
    assert is_below("pages/a/index.vi.md", ["pages/a/index.vi.md"])
    assert is_below("pages/a/index.vi.md", ["."])
    assert not is_below("pages/ab/index.vi.md", ["pages/a"])


def test_a_text_whose_time_was_up_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slow machine does not refuse for ever what another has the time for."""
    late = Body(faults=(Fault("chuyen-qua-lau", 1),), timed_out=True)
    monkeypatch.setattr(conversions, "_convert_one", lambda _: late)
    assert list(Conversions(tmp_path, 1)([manuscript("Chữ.")])) == [late]
    monkeypatch.undo()

    (body,) = Conversions(tmp_path, 1)([manuscript("Chữ.")])

    assert body.text == "Chữ."
