"""The judged queries, and how good the answers to them are."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.searching.content import documents, write_content
from benchmarks.searching.judged import (
    HELD,
    Answer,
    Query,
    load_queries,
    precision,
    quality,
    reciprocal_rank,
)
from plugins.articles.vocabulary import load_vocabulary
from plugins.base.files import content_tree
from plugins.base.problems import Problems

QUERY = Query("held", "vi", "thue", ("Nộp thuế+xã Mẫu", "Thuế đất"))
TITLES = ("Nộp thuế ở xã Mẫu", "Nộp thuế ở xã khác", "THUẾ ĐẤT", "Khác")


def test_there_are_enough_queries_of_every_kind() -> None:
    """At least sixty, half without marks, half held out, in both languages."""
    queries = load_queries()

    assert len(queries) >= 60
    assert sum(not one.is_marked for one in queries) * 2 >= len(queries)
    assert sum(one.set == HELD for one in queries) * 2 >= len(queries)
    assert {one.lang for one in queries} == {"vi", "en"}
    assert len({(one.lang, one.query) for one in queries}) == len(queries)


def test_a_title_is_right_when_it_holds_all_parts_of_an_answer() -> None:
    """Whatever its letters, small or capital."""
    assert [QUERY.is_right(title) for title in TITLES] == [True, False, True, False]


@pytest.mark.parametrize(
    ("found", "share", "rank"),
    [
        (TITLES, 1.0, 1.0),
        (("Khác", "THUẾ ĐẤT"), 0.5, 0.5),
        (("Khác",), 0.0, 0.0),
        ((), 0.0, 0.0),
        (("Khác",) * 5 + TITLES, 0.0, 1 / 6),
    ],
)
def test_results_are_as_good_as_they_could_be(
    found: tuple[str, ...], share: float, rank: float
) -> None:
    """Of two right answers two among the first five are all; the first place counts."""
    assert precision(QUERY, found, TITLES) == share
    assert reciprocal_rank(QUERY, found) == rank


def test_the_means_are_told_with_the_dearest_query() -> None:
    """Over all queries alike."""
    made = quality([(QUERY, Answer(TITLES, 10), TITLES), (QUERY, Answer((), 30), TITLES)])

    assert (made.precision, made.reciprocal) == (0.5, 0.5)
    assert (made.mean_bytes, made.most_bytes) == (20, 30)


def test_the_own_texts_stand_among_generated_ones(tmp_path: Path) -> None:
    """With the names of both."""
    write_content(tmp_path / "content", 20)
    problems = Problems()
    vocabulary = load_vocabulary(content_tree(tmp_path / "content", problems), problems)

    assert vocabulary is not None
    assert {"thu-tuc", "chinh-phu-so"} <= set(vocabulary.categories)
    assert not list(problems)
    assert (tmp_path / "content/articles/bai-00019").is_dir()
    assert (tmp_path / "content/articles/chien-luoc-942").is_dir()


def test_the_documents_of_an_index_are_read_in_their_order(tmp_path: Path) -> None:
    """By their numbers, not by the names of the files."""
    folder = tmp_path / "tim-kiem/texts"
    folder.mkdir(parents=True)
    for number in (10, 2):
        line = f"Bài {number}\tbai-{number}/\t\t\t\t\tChữ.\n"
        (folder / f"{number}.txt").write_text(line, encoding="utf-8")

    assert [one.title for one in documents(tmp_path)] == ["Bài 2", "Bài 10"]
