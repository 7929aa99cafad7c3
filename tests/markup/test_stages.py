"""Tests of working on many texts in step."""

from __future__ import annotations

from plugins.markup.convert import Converter
from plugins.markup.stages import Stages, in_step

SPAM = "Nhà cái uy tín số 1, nạp tiền nhận thưởng."


def test_results_come_in_the_order_of_the_works() -> None:
    """However many stages each of them has."""

    def work(stages: int) -> Stages[int]:
        for _ in range(stages):
            yield ""
        return stages

    assert [result for result, _ in in_step(map(work, [3, 0, 1] * 30))] == [3, 0, 1] * 30


def test_each_work_is_told_of_its_own_loud_lines() -> None:
    """What stands in other texts, or in those of another stage, does not count."""

    def work(*texts: str) -> Stages[list[list[int] | None]]:
        told = []
        for text in texts:
            loud = yield text
            told.append(None if loud is None else [*loud])
        return told

    long = "chữ " * 20_000
    works = [work("Một.\nHai.", SPAM), work(f"Một.\n{SPAM}\nHai.", long), work("")]

    told = [result for result, _ in in_step(works)]

    assert told == [[[], [0]], [[1], None], [[]]]


def test_texts_converted_in_step_are_those_converted_alone() -> None:
    """Notes, references, headings and findings stay with their text."""
    texts = [
        f"## Mục {number}\n\nChữ[^1] và [luật][l].\n\n[^1]: Ghi chú {number}.\n\n[l]: /{number}.html\n\n{more}"
        for number, more in enumerate(["", SPAM, "<b>đậm</b>", "| a |\n|---|\n| b | c |", "[x][y]"])
    ]
    converter = Converter("vi")

    together = [body for body, _ in in_step(converter.stages(text, "a.md") for text in texts)]

    assert together == [Converter("vi").convert(text, "a.md") for text in texts]
    assert [len(body.suspects) > 0 for body in together] == [False, True, False, False, False]
