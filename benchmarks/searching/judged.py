"""Queries with their right answers, and how good a list of results is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Final

import yaml

_FILE: Final = Path(__file__).with_name("queries.yaml")
_FIRST: Final = 5
TUNED: Final = "tuned"
HELD: Final = "held"


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asks for in a language, and fragments of the titles of the right answers."""

    set: str
    lang: str
    query: str
    answers: tuple[str, ...]
    is_misspelt: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether it is written with marks."""
        return not self.query.isascii()

    def is_right(self, title: str) -> bool:
        """Whether a text with this title is an answer."""
        low = title.casefold()
        return any(
            all(part.casefold() in low for part in fragment.split("+")) for fragment in self.answers
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """The titles of the first results of a query, and the bytes that it fetched."""

    titles: tuple[str, ...]
    bytes: int


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the answers to some queries are: precision of the first five, reciprocal rank."""

    precision: float
    reciprocal: float
    mean_bytes: float
    most_bytes: int


def load_queries() -> tuple[Query, ...]:
    """All judged queries."""
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Query(
            one["set"],
            one["lang"],
            one["query"],
            tuple(one["answers"]),
            one.get("misspelt", False),
        )
        for one in found
    )


def quality(judged: Sequence[tuple[Query, Answer, Sequence[str]]]) -> Quality:
    """The means over queries with their answers and the titles of all that can be found."""
    return Quality(
        mean(precision(query, answer.titles, titles) for query, answer, titles in judged),
        mean(reciprocal_rank(query, answer.titles) for query, answer, _ in judged),
        mean(answer.bytes for _, answer, _ in judged),
        max(answer.bytes for _, answer, _ in judged),
    )


def precision(query: Query, found: Sequence[str], titles: Sequence[str]) -> float:
    """How many of the first five results are right, of as many as could be."""
    right = sum(map(query.is_right, found[:_FIRST]))
    return right / min(_FIRST, sum(map(query.is_right, titles)))


def reciprocal_rank(query: Query, found: Sequence[str]) -> float:
    """One by the place of the first right result; nothing without one."""
    places = (place for place, title in enumerate(found, 1) if query.is_right(title))
    return 1 / next(places, float("inf"))
