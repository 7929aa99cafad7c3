"""Which texts belong together."""

from __future__ import annotations

import gc
import random
import time
import timeit
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.news.related import NearestOfLast, nearest
from plugins.news.signatures import Document, Signature, signature

CASES = Path(__file__).parent / "cases"
FILLER = "Ngày họp của thôn có nhiều việc khác nhau cần bàn thêm"


def document(title: str, text: str = "", *tags: str) -> Document:
    """A document with its parts in the order of reading."""
    return Document(title, text, tags)


def labelled(name: str) -> list[dict[str, str]]:
    """The labelled texts of a file."""
    cases: list[dict[str, str]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return cases


def related(documents: Sequence[Document], count: int) -> list[list[int]]:
    """The nearest of each document by their signatures."""
    return nearest([signature(document) for document in documents], count)


@pytest.mark.parametrize(
    ("name", "share"), [("related.yaml", 0.9), ("related_held_out.yaml", 0.85)]
)
def test_texts_of_one_topic_find_each_other(name: str, share: float) -> None:
    """Of the three nearest to a labelled text nearly all are of its topic."""
    cases = labelled(name)
    found = related([document(case["title"], case["text"]) for case in cases], 3)
    hits = [
        cases[other]["topic"] == cases[index]["topic"]
        for index, others in enumerate(found)
        for other in others
    ]

    assert sum(hits) / (3 * len(cases)) >= share


def test_a_text_is_never_related_to_itself() -> None:
    """The same text twice finds the other one, and not itself."""
    same = document("Lịch tiêm chủng", "Trạm y tế tiêm chủng cho trẻ em.", "y-te")

    assert related([same, same], 4) == [[1], [0]]


def test_shared_tags_relate_texts_that_share_no_words() -> None:
    """A tag joins what is written in other words."""
    found = related(
        [
            document("Nộp thuế đất", "", "thue"),
            document("Biên lai điện tử", "", "thue"),
            document("Mùa gặt", "", "nong-nghiep"),
        ],
        3,
    )

    assert found == [[1], [0], []]


def test_shared_words_relate_texts_without_tags() -> None:
    """Pairs of syllables join what has no tag in common."""
    found = related(
        [
            document("Tiêm chủng mở rộng", "Trạm y tế tiêm chủng cho trẻ em."),
            document("Gặt lúa mùa", "Máy gặt làm nhanh hơn."),
            document("Trẻ em khỏe mạnh", "Phụ huynh đưa con đến trạm y tế."),
        ],
        3,
    )

    assert found == [[2], [], [0]]


def test_stop_words_relate_nothing() -> None:
    """Words that stand in every text say nothing about any."""
    found = related([document("Của các và những"), document("Của các và những")], 3)

    assert found == [[], []]


def test_marks_and_letters_of_the_language_tell_words_apart() -> None:
    """'má' and 'mạ' are other words; capitals are not."""
    found = related([document("CÂY MẠ non"), document("Cây má non"), document("cây mạ Xanh")], 3)

    assert found == [[2], [], [0]]


def test_equals_come_in_the_order_given() -> None:
    """Where nothing else decides, the earlier one is nearer."""
    same = document("Lịch tiêm chủng mở rộng")

    assert related([same, same, same, same], 2) == [[1, 2], [0, 2], [0, 1], [0, 1]]


def test_at_most_the_wanted_number_is_found() -> None:
    """`count` is a limit for every text."""
    same = document("Lịch tiêm chủng mở rộng")

    assert {len(others) for others in related([same] * 9, 4)} == {4}


@pytest.mark.parametrize("documents", [[], [document("Một mình")], [document("")] * 3])
def test_nothing_to_relate_is_no_fault(documents: list[Document]) -> None:
    """No text, one text, or texts without words have no related ones."""
    assert related(documents, 3) == [[] for _ in documents]


def test_the_order_of_tags_does_not_matter() -> None:
    """The result depends on which tags there are, and not on the order in which they are given."""
    titles = [(case["title"], case["text"]) for case in labelled("related.yaml")]
    one = [document(*parts, "a", "b", "c") for parts in titles]
    two = [document(*parts, "c", "a", "b") for parts in titles]

    assert related(one, 5) == related(two, 5)


def corpus(size: int) -> list[Document]:
    """Documents of 300 syllables about one of 40 subjects, words as frequent as in a language."""
    chance = random.Random(size)
    words = [f"âm{chance.randrange(2000)} tiết{chance.randrange(2000)}" for _ in range(6000)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    subjects = [chance.sample(words[300:], 100) for _ in range(40)]

    def text() -> str:
        return " ".join(
            chance.choices(words, weights, k=90) + chance.choices(chance.choice(subjects), k=60)
        )

    return [document(FILLER, text()) for _ in range(size)]


def seconds(documents: list[Document]) -> float:
    """The CPU time of finding the nearest of all signatures, the best of five runs.

    Without the collector of garbage, which looks through what all other tests have left as well.
    """
    signatures = [signature(document) for document in documents]
    gc.disable()
    try:
        return min(timeit.repeat(lambda: nearest(signatures, 4), timer=time.process_time, number=1))
    finally:
        gc.enable()


def test_the_time_grows_no_faster_than_the_number_of_texts() -> None:
    """Sixteen times the texts take at most 48 times as long, where quadratic were 256 times."""
    few, many = corpus(100), corpus(1600)

    assert seconds(many) < 48 * seconds(few)


def test_a_term_of_every_text_does_not_make_the_work_quadratic() -> None:
    """A tag that all texts have costs each text the same, however many there are."""
    few: Any = [document("", f"chữ{n // 2} riêng{n // 2}", "chung") for n in range(250)]
    many: Any = [document("", f"chữ{n // 2} riêng{n // 2}", "chung") for n in range(4000)]

    assert seconds(many) < 48 * seconds(few)


def test_a_term_that_fewer_texts_share_tells_more() -> None:
    """What two texts alone share outweighs what stands in many."""
    others = [document("", f"riêng{n} chữ{n}", "chung") for n in range(40)]
    first, last = document("Gặt lúa mùa", "", "chung"), document("Gặt lúa mùa", "", "mùa-vụ")

    assert related([first, *others, last], 1)[0] == [41]


def test_a_new_text_about_something_else_changes_no_result() -> None:
    """What is nearest to a text depends on texts with which it shares a term."""
    documents = corpus(60)
    before = related(documents, 4)
    after = related([document("Xyz qwv", "Abc mnp."), *documents], 4)

    assert [[other - 1 for other in others] for others in after[1:]] == before


def test_more_than_are_usually_compared_can_be_wanted() -> None:
    """`count` may be any number."""
    same = document("Lịch tiêm chủng mở rộng")

    assert related([same] * 15, 13)[0] == list(range(1, 14))


def test_the_nearest_of_changed_texts_are_those_of_all_texts() -> None:
    """Whatever few texts have become, and however many come or go: nothing is left of before."""
    chance = random.Random(7)

    def text() -> Signature:
        terms = chance.sample(range(60), chance.randrange(0, 24))
        return tuple((term, chance.randrange(1, 500)) for term in terms)

    found, texts = NearestOfLast(), [text() for _ in range(120)]
    for step in range(60):
        for _ in range(chance.randrange(0, 4)):
            texts[chance.randrange(len(texts))] = text()
        if step % 20 == 19:
            texts.insert(chance.randrange(len(texts)), text())
        if step == 30:
            texts = [text() for _ in texts]
        now = found(list(texts), 4)
        assert [now[place] for place in range(len(texts))] == nearest(texts, 4)
