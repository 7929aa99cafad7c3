"""What texts say is kept by their bytes and the names they use, and by nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from plugins.articles.front_matter import Known
from plugins.articles.text_file import Names, TextFile, TextRecord
from plugins.articles.vocabulary import Vocabulary
from plugins.base.files import ContentTree, content_tree
from plugins.base.problems import Problems
from plugins.base.store import Store
from plugins.builds import texts
from plugins.builds.snapshot import snapshot
from plugins.builds.texts import KeptTexts, NeededTexts, is_below
from plugins.languages.fields import LocalText
from plugins.markup.body import Fault, Outline
from plugins.markup.stages import Stages

ROOT = Path(__file__).parents[2]

VOCABULARY = Vocabulary(
    categories={"tin": LocalText(vi="Tin")}, tags={"thue": LocalText(vi="thuế")}
)
NAMES = Names(Known(VOCABULARY, {"bao"}), ("bang",))
PAGE = "---\ntitle: Tiêu đề\nsummary: Tóm tắt\n---\n{}\n"
ARTICLE = """\
---
title: Bài
date: 2026-11-01
category: tin
tags: [thue]
summary: Tóm tắt.
sources: [bao]
---
{0}
"""


def write(folder: Path, files: Mapping[str, str]) -> ContentTree:
    """A content folder with the texts `files`."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return content_tree(folder, Problems())


def read(
    reader: KeptTexts | NeededTexts, tree: ContentTree, names: Names = NAMES
) -> list[TextRecord]:
    """What the texts of `tree` say."""
    return reader(tree, tree.files, names, Problems())


@pytest.fixture
def read_again(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the texts that are really read, in their order."""
    paths: list[str] = []
    real = texts._text_file

    def counting(path: str, *rest: Any, **how: Any) -> Stages[TextFile]:
        paths.append(path)
        return real(path, *rest, **how)

    monkeypatch.setattr(texts, "_text_file", counting)
    return paths


def test_a_kept_text_says_what_it_said(tmp_path: Path) -> None:
    """Fields, slots, headings, ids, words and faults come back as they were."""
    body = "## Mục\n\n[bài]({filename}../b/index.vi.md#x)\n\n/// comparison | bang\n///\n\nso lieu"
    tree = write(
        tmp_path / "content",
        {
            "articles/a/index.vi.md": ARTICLE.format(body),
            "articles/b/index.vi.md": "no front matter",
            "pages/c/index.en.md": PAGE.format("Text[^1] <b onclick=x>lost</b>"),
        },
    )
    first, again = KeptTexts(Store(tmp_path), 1), KeptTexts(Store(tmp_path), 1)

    assert read(first, tree) == read(again, tree)
    version = read(again, tree)[0].version
    assert version is not None
    assert first.words(tree, NAMES, version) == again.words(tree, NAMES, version)


def test_a_kept_text_is_not_read_again(tmp_path: Path, read_again: list[str]) -> None:
    """Only a text that was not there is read."""
    tree = write(tmp_path / "content", {"pages/a/index.vi.md": PAGE.format("cũ")})
    read(KeptTexts(Store(tmp_path), 1), tree)
    tree = write(tmp_path / "content", {"pages/b/index.vi.md": PAGE.format("mới")})
    read_again.clear()

    read(KeptTexts(Store(tmp_path), 1), tree)

    assert read_again == ["pages/b/index.vi.md"]


def test_a_text_whose_bytes_were_seen_is_not_opened_again(tmp_path: Path) -> None:
    """What stands for them tells what it says; the bytes themselves are read where it is new."""
    path = "pages/a/index.vi.md"
    tree = write(tmp_path / "content", {path: PAGE.format("cũ")})
    (old,) = read(KeptTexts(Store(tmp_path), 1), tree)
    digests = snapshot(tmp_path / "content", ROOT).digests
    write(tmp_path / "content", {path: PAGE.format("mới")})

    assert read(KeptTexts(Store(tmp_path), 1, digests=digests), tree) == [old]

    (new,) = read(KeptTexts(Store(None), 1, digests=digests), tree)
    assert new != old


@pytest.mark.parametrize(
    ("names", "again"),
    [
        (Names(Known(VOCABULARY, {"bao", "luat"}), ("bang", "moi")), False),
        (Names(Known(VOCABULARY, {"luat"}), ("bang",)), True),
        (Names(Known(Vocabulary(tags=VOCABULARY.tags), {"bao"}), ("bang",)), True),
        (Names(Known(Vocabulary(categories=VOCABULARY.categories), {"bao"}), ("bang",)), True),
        (Names(Known(VOCABULARY, {"bao"}), ()), True),
    ],
    ids=["more names", "no source", "no category", "no tag", "no comparison"],
)
def test_a_text_is_read_again_when_a_name_it_uses_is_gone(
    tmp_path: Path, names: Names, *, again: bool, read_again: list[str]
) -> None:
    """Names that it does not use may come and go."""
    text = ARTICLE.format("/// comparison | bang\n///")
    tree = write(tmp_path / "content", {"articles/a/index.vi.md": text})
    read(KeptTexts(Store(tmp_path), 1), tree)
    read_again.clear()

    records = read(KeptTexts(Store(tmp_path), 1), tree, names)

    assert bool(read_again) == again
    assert records == read(KeptTexts(Store(None), 1), tree, names)


def test_a_faulty_text_is_read_again_when_names_change(tmp_path: Path) -> None:
    """The name that it lacked may be there now, or a nearer one to suggest."""
    tree = write(
        tmp_path / "content", {"articles/a/index.vi.md": ARTICLE.format("a").replace("bao", "bap")}
    )
    (before,) = read(KeptTexts(Store(tmp_path), 1), tree)
    assert [one.code for one in before.problems] == ["nguon-la"]

    now = Names(Known(VOCABULARY, {"bao", "bap"}), ("bang",))
    (after,) = read(KeptTexts(Store(tmp_path), 1), tree, now)

    assert after.problems == ()


def test_a_faulty_text_is_read_again_when_titles_change(tmp_path: Path) -> None:
    """What was suggested by an old title may be meant no more."""
    text = ARTICLE.format("a").replace("bao", "Luật mẫu")
    tree = write(tmp_path / "content", {"articles/a/index.vi.md": text})
    near = []
    for title in ("Luật mẫu", "Nghị định"):
        known = Known(VOCABULARY, {"s1"}, {"s1": LocalText(vi=title)})
        (record,) = read(KeptTexts(Store(tmp_path), 1), tree, Names(known, ()))
        near += [dict(one.values)["near"] for one in record.problems]

    assert near == ["s1", ""]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("pages/a/index.vi.md", PAGE.format("chữ khác")),
        ("pages/b/index.vi.md", PAGE.format("[a]({static}a.png)")),
        ("pages/a/index.en.md", PAGE.format("[a]({static}a.png)")),
    ],
)
def test_text_path_and_language_tell_texts_apart(
    tmp_path: Path, path: str, text: str, read_again: list[str]
) -> None:
    """A link is read from the folder of its text, and notes in the language of it."""
    first = {"pages/a/index.vi.md": PAGE.format("[a]({static}a.png)")}
    read(KeptTexts(Store(tmp_path), 1), write(tmp_path / "content", first))
    read_again.clear()

    read(KeptTexts(Store(tmp_path), 1), write(tmp_path / "content", {path: text}))

    assert read_again == [path]


def test_the_store_cannot_grow_for_ever(tmp_path: Path) -> None:
    """When most of what it holds is of no use, all of that is forgotten."""
    reader = KeptTexts(Store(tmp_path), 1)
    path = "pages/a/index.vi.md"
    for number in range(9):
        read(reader, write(tmp_path / "content", {path: PAGE.format(str(number))}))

    assert len(Store(tmp_path).all("texts")) <= 4
    assert len(Store(tmp_path).all("words")) <= 4


def test_two_processes_say_the_same_in_order(tmp_path: Path) -> None:
    """The number of processes changes nothing."""
    many = {f"pages/a{number}/index.vi.md": PAGE.format(number) for number in range(80)}
    tree = write(tmp_path / "content", many)

    assert read(KeptTexts(Store(tmp_path), 2), tree) == read(KeptTexts(Store(None), 1), tree)


@pytest.mark.parametrize("at", [0, 8, 20, -1])
def test_a_spoiled_record_is_made_again(tmp_path: Path, at: int) -> None:
    """One wrong byte, wherever it is, is found."""
    tree = write(tmp_path / "content", {"articles/a/index.vi.md": ARTICLE.format("chữ")})
    reader = KeptTexts(Store(tmp_path), 1)
    whole = read(reader, tree)
    for table in ("texts", "words"):
        _spoil(tmp_path, table, at)

    records = read(KeptTexts(Store(tmp_path), 1), tree)

    assert records == whole
    version = records[0].version
    assert version is not None
    assert "chữ" in str(reader.words(tree, NAMES, version))


def _spoil(folder: Path, table: str, at: int) -> None:
    with sqlite3.connect(folder / "kept.sqlite") as store:
        for key, value in list(store.execute(f"SELECT key, value FROM {table}")):
            changed = bytearray(value)
            changed[at] ^= 1
            store.execute(f"UPDATE {table} SET value = ? WHERE key = ?", (bytes(changed), key))


def test_a_check_converts_what_is_asked_and_the_sections_it_links_to(tmp_path: Path) -> None:
    """A fragment is checked in the text linked to; all others stay unconverted."""
    tree = write(
        tmp_path,
        {
            "pages/a/index.vi.md": PAGE.format("[b]({filename}/pages/b/index.vi.md#muc)"),
            "pages/b/index.vi.md": PAGE.format("## Mục"),
            "pages/c/index.vi.md": PAGE.format("khác"),
        },
    )

    records = read(NeededTexts(["pages/a"]), tree)

    assert records[1].outline.ids == {"muc"}
    assert records[2].outline == Outline()


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
    tree = write(tmp_path / "content", {"pages/a/index.vi.md": PAGE.format("Chữ.")})
    real = texts._text_file

    def late(*arguments: Any, **how: Any) -> Stages[TextFile]:
        made = yield from real(*arguments, **how)
        outline = Outline(faults=(Fault("chuyen-qua-lau", 1),))
        return replace(made, record=replace(made.record, outline=outline), lasting=False)

    monkeypatch.setattr(texts, "_text_file", late)
    (first,) = read(KeptTexts(Store(tmp_path), 1), tree)
    assert first.outline.faults
    monkeypatch.undo()

    (second,) = read(KeptTexts(Store(tmp_path), 1), tree)

    assert not second.outline.faults
