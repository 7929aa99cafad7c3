"""What is near is found out again only when a text says something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.base.store import FILE, Store
from plugins.news import kept
from plugins.news.kept import KeptNearest
from plugins.news.related import nearest
from plugins.news.signatures import Signature

SIGNATURES: list[Signature] = [((1, 5), (2, 3)), ((1, 4), (3, 2)), ((2, 6), (3, 1)), ((4, 1),)]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many texts were compared, each time that some were."""
    found: list[int] = []

    def noting(signatures: list[Signature], count: int) -> list[list[int]]:
        found.append(len(signatures))
        return nearest(signatures, count)

    monkeypatch.setattr(kept, "nearest", noting)
    return found


def test_texts_are_compared_once(tmp_path: Path, asked: list[int]) -> None:
    """The same texts of another portal, or of a later build, are as near as before."""
    first = KeptNearest(Store(tmp_path))
    expected = nearest(SIGNATURES, 2)

    assert first(SIGNATURES, 2) == first(SIGNATURES, 2) == expected
    assert KeptNearest(Store(tmp_path))(SIGNATURES, 2) == expected
    assert asked == [4]


def test_another_text_is_compared(tmp_path: Path, asked: list[int]) -> None:
    """A text that says something else, or one more, asks again."""
    KeptNearest(Store(tmp_path))(SIGNATURES, 2)
    other = [*SIGNATURES[:3], ((1, 9),)]

    assert KeptNearest(Store(tmp_path))(other, 2) == nearest(other, 2)
    assert KeptNearest(Store(tmp_path))(SIGNATURES[:3], 2) == nearest(SIGNATURES[:3], 2)
    assert asked == [4, 4, 3]


def test_what_is_spoiled_is_found_out_again(tmp_path: Path, asked: list[int]) -> None:
    """No fault of the file that keeps it is a fault of a build."""
    KeptNearest(Store(tmp_path))(SIGNATURES, 2)
    (tmp_path / FILE).write_bytes(b"no database")

    assert KeptNearest(Store(tmp_path))(SIGNATURES, 2) == nearest(SIGNATURES, 2)
    assert asked == [4, 4]
