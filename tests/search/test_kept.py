"""An index that is kept from build to build."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from plugins.base.store import NO_STORE, Store
from plugins.search import index
from plugins.search.kept import Index, KeptIndexes, Text
from plugins.search.terms import Terms, Words, terms_of

SYLLABLES = [f"{first}{rest}" for first in "bcđghklmnt" for rest in ("a", "ế", "oà", "inh", "ương")]


def text(number: int, version: int = 0) -> Text:
    """A text of its own."""
    random = Random(f"{number} {version}")
    words = " ".join(random.choices(SYLLABLES, k=60))
    return f"{number} {version}".encode(), lambda: Words(f"Bài {number}", "", words, "tin")


def files(index: Index) -> list[bytes]:
    """Everything in an index."""
    return [index.words, *map(index.file, index.keys)]


def is_clean(index: Index, texts: list[Text]) -> bool:
    """Whether an index is the one that is made from nothing."""
    clean = KeptIndexes(NO_STORE)("", texts)
    return files(index) == files(clean) and index.keys == clean.keys


@pytest.mark.parametrize("in_a_file", [2048, 70])
def test_whatever_changes_the_index_is_that_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_a_file: int
) -> None:
    """Texts are changed, added, moved and taken away, again and again, in files of any size."""
    monkeypatch.setattr(index, "_IN_A_FILE", in_a_file)
    random = Random(7)
    texts = [text(number) for number in range(60)]
    for step in range(60):
        place = random.randrange(len(texts))
        what = random.choice(["change", "change", "append", "insert", "remove", "drop", "none"])
        if what == "change":
            texts[place] = text(place, step)
        elif what == "append":
            texts.append(text(1000 + step))
        elif what == "insert":
            texts.insert(place, text(2000 + step))
        elif what == "remove":
            del texts[place]
        elif what == "drop":
            texts.pop()

        found = KeptIndexes(Store(tmp_path))("xa vi", texts)
        assert is_clean(found, texts), (step, what)


def test_only_the_terms_of_a_changed_text_are_looked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And no file but theirs is another."""
    texts = [text(number) for number in range(400)]
    before = KeptIndexes(Store(tmp_path))("xa vi", texts)
    made: list[Words] = []

    def noted(words: Words) -> Terms:
        made.append(words)
        return terms_of(words)

    monkeypatch.setattr("plugins.search.kept.terms_of", noted)
    texts[3] = (b"other", lambda: Words("Bài 3", "", "một chữ", "tin"))
    after = KeptIndexes(Store(tmp_path))("xa vi", texts)

    assert len(made) == 1
    assert len(before.keys) == len(after.keys) > 4
    assert is_clean(after, texts)


def test_what_was_kept_may_be_gone(tmp_path: Path) -> None:
    """The index is made anew then, also when a single file is asked for."""
    texts = [text(number) for number in range(40)]
    index = KeptIndexes(Store(tmp_path))("xa vi", texts)
    expected = files(index)
    again = KeptIndexes(Store(tmp_path))("xa vi", texts)
    Store(tmp_path).forget()

    assert files(again) == expected
    texts[5] = text(5, 1)
    assert is_clean(KeptIndexes(Store(tmp_path))("xa vi", texts), texts)


def test_portals_that_show_the_same_texts_share_an_index() -> None:
    """It is made once."""
    texts = [text(number) for number in range(9)]
    indexes = KeptIndexes(NO_STORE)

    assert indexes("xa vi", texts) is indexes("xb vi", texts)
    assert indexes("xa vi", texts[:8]) is not indexes("xb vi", texts)
