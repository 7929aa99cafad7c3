"""Works on many texts a stage at a time: what a stage looks up then stays near the processor."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import islice
from time import perf_counter
from typing import Final, TypeAlias, TypeVar

from plugins.spam.inspect import Loud, loud_lines

T = TypeVar("T")
# Pauses between stages, and is told which lines are loud of the text that it yields.
Stages: TypeAlias = Generator[str, Loud, T]

_TOGETHER: Final = 32


def in_step(works: Iterable[Stages[T]]) -> Iterator[tuple[T, float]]:
    """The results of all `works`, in their order, each with the seconds that it took by itself."""
    rest = iter(works)
    while some := [*islice(rest, _TOGETHER)]:
        yield from _done(some)


def _done(works: Sequence[Stages[T]]) -> list[tuple[T, float]]:
    results: dict[int, T] = {}
    seconds = [0.0] * len(works)
    answers: dict[int, Loud] = dict.fromkeys(range(len(works)))
    while answers:
        heard: dict[int, str] = {}
        for number, answer in answers.items():
            began = perf_counter()
            try:
                heard[number] = works[number].send(answer)
            except StopIteration as end:
                results[number] = end.value
            seconds[number] += perf_counter() - began
        answers = dict(zip(heard, loud_lines([*heard.values()]), strict=True))
    return [(results[number], seconds[number]) for number in range(len(works))]
