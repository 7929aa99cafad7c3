"""The files of an index."""

from __future__ import annotations

import json
from random import Random

from plugins.search.index import (
    by_file,
    changed_counts,
    changed_file,
    changes_between,
    hashed,
    index_of,
    layout_of,
    word_file,
)
from plugins.search.postings import levels_of, term_of
from plugins.search.terms import Terms, Words, terms_of

# By JavaScript: [..."nghieng"].reduce((made, sign) => made * 31 + sign.codePointAt() & 65535, 0)
NGHIENG = 28196
SYLLABLES = "thuế thuê thue đất đai hòa bình số 942 nghị định quyết".split()


def texts(seed: int, count: int) -> list[Terms]:
    """Some random texts."""
    random = Random(seed)
    return [terms_of(Words("", "", " ".join(random.choices(SYLLABLES, k=9)))) for _ in range(count)]


def test_terms_that_differ_in_marks_stand_in_one_file() -> None:
    """Who writes without marks fetches one file for all of them."""
    files, counts = index_of(texts(1, 30))
    found = [term_of(line) for line in files["0"].split("\n") if line]

    assert found == sorted(SYLLABLES)
    assert counts["thue"] == sum(
        len(levels_of(line))
        for line in files["0"].split("\n")
        if line.startswith(("thue", "thuế", "thuê"))
    )


def test_the_number_of_shared_files_grows_by_doubling() -> None:
    """With the number of postings, so that each file stays small."""
    found = [
        layout_of(dict.fromkeys(map(str, range(keys)), 1)).shared
        for keys in (0, 1, 2048, 2049, 4096, 4097)
    ]

    assert found == [1, 1, 1, 2, 2, 4]


def test_a_key_of_many_postings_has_a_file_of_its_own() -> None:
    """Nobody fetches it for another word; letters that no file may have stay in shared ones."""
    layout = layout_of({"cua": 2049, "con": 2048, "#tin": 9000, "слово": 9000})

    assert layout.file_of("cua") == "of-cua"
    assert layout.own == {"cua"}
    assert layout.names() == [*map(str, range(16)), "of-cua"]
    assert layout.file_of("con") == str(hashed("con") & 15)


def test_the_browser_finds_the_same_number_for_a_key() -> None:
    """Times 31 and the next letter, within 16 bits, so that no number loses its last digits."""
    assert [hashed(key) for key in ("", "a", "so", "nghieng")] == [0, 97, 115 * 31 + 111, NGHIENG]


def test_a_changed_file_is_the_file_of_the_changed_texts() -> None:
    """Texts that say something else, that come at the end, and that go there."""
    for seed in range(40):
        old, new = texts(seed, 12), texts(seed, 12)
        new[seed % 12] = texts(seed + 99, 1)[0]
        new = new[: 11 - seed % 3] if seed % 2 else new + texts(seed + 7, seed % 3)
        changes = changes_between(dict(enumerate(old)), dict(enumerate(new)))
        (files, counts), (expected, expected_counts) = index_of(old), index_of(new)
        layout = layout_of(counts)
        changed = {
            name: changed_file(files[name], part) for name, part in by_file(changes, layout).items()
        }

        assert files | changed == expected
        assert changed_counts(counts, old, new) == expected_counts


def test_words_that_may_be_meant_are_told_with_how_frequent_they_are() -> None:
    """Short ones too, no numbers, and all marks in one."""
    counts = {"thue": 5, "dat": 1, "so": 9, "y": 3, "942": 9, "hoa": 9000, "#tin": 3}

    assert json.loads(word_file(counts)) == {"dat": 1, "hoa": 9, "so": 4, "thue": 3, "y": 2}
