"""The files of an index."""

from __future__ import annotations

from random import Random

from plugins.languages.text import fold
from plugins.search.index import (
    by_file,
    changed_file,
    changes_between,
    file_count,
    file_of,
    index_of,
    spelling_file,
    spellings,
)
from plugins.search.terms import Terms, Words, terms_of

SYLLABLES = "thuế thuê thue đất đai hòa bình số 942 nghị định quyết".split()


def texts(seed: int, count: int) -> list[Terms]:
    """Some random texts."""
    random = Random(seed)
    return [terms_of(Words("", "", " ".join(random.choices(SYLLABLES, k=9)))) for _ in range(count)]


def test_terms_that_differ_in_marks_stand_in_one_file() -> None:
    """Who writes without marks fetches one file for all of them."""
    (file,) = index_of(texts(1, 30))
    found = [line.partition("\t")[0] for line in file.splitlines()]

    assert found == sorted(SYLLABLES)


def test_the_number_of_files_grows_by_doubling() -> None:
    """With the number of postings, so that each file stays small."""
    assert [file_count(count) for count in (0, 1, 2048, 2049, 4096, 4097, 400_000)] == [
        1,
        1,
        1,
        2,
        2,
        4,
        256,
    ]


def test_the_file_of_a_term_is_the_one_that_the_browser_asks_for() -> None:
    """Both make the same of the letters of a term (FNV-1a, whose values are known)."""
    assert file_of("", 1 << 32) == 0x811C9DC5
    assert file_of("a", 1 << 32) == 0xE40C292C
    assert file_of("foobar", 1 << 32) == 0xBF9CF968


def test_a_changed_file_is_the_file_of_the_changed_texts() -> None:
    """Texts that say something else, that come at the end, and that go there."""
    for seed in range(40):
        old, new = texts(seed, 12), texts(seed, 12)
        new[seed % 12] = texts(seed + 99, 1)[0]
        new = new[: 11 - seed % 3] if seed % 2 else new + texts(seed + 7, seed % 3)
        changes = changes_between(dict(enumerate(old)), dict(enumerate(new)))
        (file,), (expected,) = index_of(old), index_of(new)
        for part in by_file(changes, 1).values():
            file = changed_file(file, part)

        assert file == expected


def test_words_that_may_be_meant_are_told_with_how_frequent_they_are() -> None:
    """No numbers, nothing short, and all marks in one."""
    counts = spellings(index_of([terms_of(Words("", "", "thuế 942 số")), *texts(2, 9)]))

    assert {"thue", "dat", "dai", "hoa", "binh", "nghi", "dinh", "quyet"} == set(counts)
    assert spelling_file({"thue": 5, "dat": 1}) == "dat1\nthue3\n"
    assert all(fold(key) == key for key in counts)
