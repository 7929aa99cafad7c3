"""The sentences that are let through."""

from __future__ import annotations

from pathlib import Path

import pytest

from plugins.base.files import content_tree
from plugins.base.problems import Problems
from plugins.languages.clock import parse_clock
from plugins.spam.exceptions import LetThrough, load_exceptions
from plugins.spam.inspect import Finding, fingerprint

ENTRY = "- {sentence: %s, why: Trích báo, by: Ban biên tập, until: 2026-11-22}\n"
ONE = "0123456789abcdef"


def load(folder: Path, text: str, clock: str = "2026-11-22T23:00") -> tuple[set[str], list[str]]:
    """The valid exceptions of a list, and the codes of its problems."""
    (folder / "exceptions.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    found = load_exceptions(content_tree(folder, problems), parse_clock(clock), problems)
    return set(found.valid), [one.code for one in problems]


def test_an_exception_counts_to_the_end_of_its_last_day(tmp_path: Path) -> None:
    """On the last day it counts, the day after it is told to be past."""
    assert load(tmp_path, ENTRY % ONE) == ({ONE}, [])
    assert load(tmp_path, ENTRY % ONE, "2026-11-23T00:00") == (set(), ["ngoai-le-het-han"])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Soi cầu đêm", "\n"),
        ("Soi cầu đêm (2)", "\n (2)"),
        ("Thẻ: “Soi cầu đêm”.", "Thẻ: “\n”."),
        ("Mở đầu. Soi cầu đêm – hết", "Mở đầu. \n – hết"),
        ("Soi cầu đêm nay", "Soi cầu đêm nay"),
        ("Soi cầu đêm, nhé", "Soi cầu đêm, nhé"),
        ("Anh soi Soi cầu đêm", "Anh soi Soi cầu đêm"),
        ("Soi cầu đêmm", "Soi cầu đêmm"),
    ],
)
def test_a_sentence_met_is_let_through_where_it_stands_whole(text: str, left: str) -> None:
    """Whatever a page adds; a word more makes it another sentence."""
    mark = fingerprint("Soi cầu đêm")
    let_through = LetThrough({}, frozenset({mark}))
    finding = Finding("Soi cầu đêm", 0, 1.0, ("lottery",), "refuse", mark)
    assert let_through.unused() == [mark]

    assert let_through.left([finding]) == ()
    assert let_through.without_met(text) == left
    assert let_through.unused() == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (ENTRY % "0123", ["dau-van-sai"]),
        (ENTRY % ONE.upper(), ["dau-van-sai"]),
        ((ENTRY % ONE) * 2, ["muc-trung"]),
        ("a: b\n", ["dang-sai"]),
        (f"- {{sentence: {ONE}}}\n", ["thieu-truong"] * 3),
        ("", []),
    ],
)
def test_faulty_lists_are_told(tmp_path: Path, text: str, codes: list[str]) -> None:
    """Wrong fingerprints, doubles, missing fields and other shapes are problems."""
    assert load(tmp_path, text)[1] == codes
