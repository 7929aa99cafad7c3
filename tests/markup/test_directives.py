"""Faults of directives. Line 11 is the first of each text."""

from __future__ import annotations

from time import process_time

import pytest

from plugins.base.problems import Problems
from plugins.base.validation import Suggestions
from plugins.markup.convert import Converter
from plugins.markup.directives import Comparisons, check_directives, check_shown

PATH = "articles/thu/index.vi.md"
KNOWN = ("bang", "khac")

SOUND = {
    "none": "Không có gì.\n",
    "one": "a\n\n/// comparison | bang\n///\n\nb\n",
    "without empty lines": "a\n/// comparison | bang\n///\nb\n",
    "without spaces": "///comparison|bang\n///\n",
    "with more slashes": "//// comparison | bang\n////\n",
    "two": "/// comparison | bang\n///\n\n/// comparison | khac\n///\n",
    "an empty line within": "/// comparison | bang\n\n///\n",
    "in a list": "- a\n\n    /// comparison | bang\n    ///\n",
    "as a list item": "- /// comparison | bang\n  ///\n",
    "in a quote": "> a\n>\n> /// comparison | bang\n> ///\n",
    "in a footnote": "a[^1]\n\n[^1]: b\n\n    /// comparison | bang\n    ///\n",
    "in code": "```\n/// la | x\n```\n",
    "in code with a language": "```yaml\n/// comparison | la\n///\n```\n",
    "in code between tildes": "~~~\n///\n~~~\n",
    "within a line": "Viết `/// comparison | x` để có bảng, https:///a\n",
}
FAULTY: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "an unknown name": ("a\n\n/// so-sanh | bang\nb\n///\n", [(13, "chi-thi-la")]),
    "a name in capitals": ("/// Comparison | bang\n///\n", [(11, "chi-thi-la")]),
    "an unknown table": ("/// comparison | la\n///\n", [(11, "bang-la")]),
    "no table": ("/// comparison\n///\n", [(11, "chi-thi-thieu-ma")]),
    "no table after the bar": ("/// comparison |\n///\n", [(11, "chi-thi-thieu-ma")]),
    "an option": ("/// comparison | bang\n    dai: 3\n///\n", [(12, "chi-thi-thua")]),
    "attributes": ("/// comparison | bang\n    attrs: {id: x}\n\n///\n", [(12, "chi-thi-thua")]),
    "text within": ("/// comparison | bang\na\nb\n///\n", [(12, "chi-thi-thua")]),
    "never closed": ("/// comparison | bang\n\na\n\nb\n", [(11, "chi-thi-khong-dong")]),
    "closed with fewer slashes": ("//// comparison | bang\n///\n", [(11, "chi-thi-khong-dong")]),
    "not closed before the next": (
        "/// comparison | bang\n\n/// comparison | khac\n///\n",
        [(11, "chi-thi-khong-dong")],
    ),
    "closing nothing": ("a\n\n///\n\nb\n", [(13, "chi-thi-le")]),
    "closing twice": ("/// comparison | bang\n///\n///\n", [(13, "chi-thi-le")]),
    "unknown in a list": ("- a\n\n    /// la\n    ///\n", [(13, "chi-thi-la")]),
    "unknown in a quote": ("> /// la\n> ///\n", [(11, "chi-thi-la")]),
    "an unknown table in a list item": ("- /// comparison | la\n  ///\n", [(11, "bang-la")]),
    "after code that never ends": ("```\n/// comparison | la\n///\n", [(12, "bang-la")]),
    "between indented fences": (" ```\n/// comparison | la\n///\n ```\n", [(12, "bang-la")]),
    "after code": ("```\na\n```\n/// comparison | la\n///\n", [(14, "bang-la")]),
}
GLUED = {
    "below a quote": ("> /// comparison | bang\n> ///\n/// comparison | khac\n///\n", 3),
    "with words between": ("> /// comparison | bang\n> ///\nChữ\n/// comparison | khac\n///\n", 4),
    "below the sign of a quote": (
        "> /// comparison | bang\n> ///\n>\n/// comparison | khac\n///\n",
        4,
    ),
    "below an item": ("a\n\n- /// comparison | bang\n  ///\n/// comparison | khac\n///\n", 5),
    "below an explanation": (
        "a\n: b\n    /// comparison | bang\n    ///\n/// comparison | khac\n///\n",
        5,
    ),
    "in an item": (
        "- a\n\n    > /// comparison | bang\n    > ///\n    /// comparison | khac\n    ///\n",
        5,
    ),
}
PARTED = (
    "> /// comparison | bang\n> ///\n\n/// comparison | khac\n///\n",
    "> > /// comparison | bang\n> > ///\n>\n> /// comparison | khac\n> ///\n",
    "- /// comparison | bang\n  ///\n- /// comparison | khac\n  ///\n",
    "```\n> /// comparison | bang\n> ///\n/// comparison | khac\n///\n```\n",
)
HIDDEN = {
    "in raw HTML": ("<div>\n/// comparison | bang\n///\n</div>\n", 12),
    "in a comment": ("<!--\n/// comparison | bang\n///\n-->\n", 12),
    "closed too far to the right": ("- /// comparison | bang\n    ///\n", 11),
    "as indented code": ("a\n\n    /// comparison | bang\n    ///\n", 13),
    "the second of two": (
        "/// comparison | bang\n///\n\n<div>\n/// comparison | bang\n///\n</div>\n",
        15,
    ),
}


def found(text: str) -> list[tuple[int, str]]:
    """Line and code of every problem, from the text alone and once it is converted."""
    problems = Problems()
    check_directives(text, PATH, 11, Comparisons(KNOWN), problems)
    shown = tuple(Converter("vi").convert(text, PATH).outline.comparisons())
    check_shown(text, PATH, 11, shown, problems)
    return [(one.line, one.code) for one in problems]


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_a_directive_in_its_place_is_no_fault(text: str) -> None:
    """At the margin, in lists and quotes a table is shown; between fences it is text."""
    assert found(text) == []


@pytest.mark.parametrize(("text", "problems"), FAULTY.values(), ids=FAULTY)
def test_a_faulty_directive_is_told_once(text: str, problems: list[tuple[int, str]]) -> None:
    """Each fault is one problem on the line where it is mended."""
    assert found(text) == problems


@pytest.mark.parametrize(("text", "line"), HIDDEN.values(), ids=HIDDEN)
def test_a_directive_that_makes_no_table_is_told(text: str, line: int) -> None:
    """Nothing is printed raw, and no table is lost in silence."""
    assert found(text) == [(line, "chi-thi-khong-chay")]


@pytest.mark.parametrize(("text", "line"), GLUED.values(), ids=GLUED)
def test_a_directive_just_below_one_that_stands_deeper_is_told(text: str, line: int) -> None:
    """Before Markdown reads it, which would come to no end."""
    began = process_time()
    body = Converter("vi").convert(text, PATH)

    assert [(one.line, one.code, one.value) for one in body.faults] == [
        (line, "chi-thi-dinh", "khac")
    ]
    assert process_time() - began < 1


def test_a_directive_that_is_closed_in_another_place_is_told() -> None:
    """The library of blocks raises, and the next text is read as before."""
    converter = Converter("vi")
    crossed = "- /// comparison | bang\n> /// comparison | bang\n> ///\n>   ///\n///"
    sound = "a\n\n/// comparison | bang\n///\n"

    faults = converter.convert(crossed, PATH).faults

    assert [(one.line, one.code, one.value) for one in faults] == [
        (1, "chi-thi-khong-chay", "bang")
    ]
    assert converter.convert(sound, PATH) == Converter("vi").convert(sound, PATH)


@pytest.mark.parametrize("text", PARTED)
def test_directives_that_something_parts_are_read(text: str) -> None:
    """An empty line parts them, and so does the sign of the quote in which both stand."""
    assert Converter("vi").convert(text, PATH).faults == ()


def test_a_table_that_no_line_asks_for_is_told() -> None:
    """The page would be made of something that was never checked."""
    problems = Problems()
    check_shown("a\n", PATH, 11, ("bang",), problems)

    assert [(one.line, one.code) for one in problems] == [(11, "chi-thi-khong-chay")]


def test_a_name_nearly_right_is_suggested() -> None:
    """The cure names the word that was meant."""
    problems = Problems()
    check_directives("/// comparision | bang\n///\n", PATH, 1, Comparisons(KNOWN), problems)
    check_directives("/// comparison | bagn\n///\n", PATH, 5, Comparisons(KNOWN), problems)

    assert [one.fix("vi") for one in problems] == [
        "Có phải ý bạn là 'comparison'? Chỉ có '/// comparison | mã'.",
        "Có phải ý bạn là 'bang'? Sửa mã, hoặc thêm tệp content/comparisons/bagn.yaml.",
    ]


def test_hundreds_of_unknown_ids_are_told_in_a_moment() -> None:
    """Nobody reads more than the first suggestions, and each takes long."""
    ids = [f"{'bang-so-sanh-' * 7}{number}" for number in range(200)]
    text = "".join(
        f"/// comparison | {'bang-so-sanh-' * 7}x{number}\n///\n" for number in range(400)
    )
    tables = Comparisons(ids, Suggestions(3))
    problems = Problems()
    began = process_time()

    check_directives(text, PATH, 1, tables, problems)

    assert [bool(dict(one.values)["near"]) for one in problems][:5] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert len(problems) == 400
    assert process_time() - began < 1


@pytest.mark.parametrize("written", ["content/comparisons/bang.yaml", "bang.yaml", "/x/bnag"])
def test_a_path_is_cured_by_the_id_in_it(written: str) -> None:
    """No file is to be made at a place that is a path once more."""
    problems = Problems()
    check_directives(
        f"/// comparison | {written}\n///\n", "a.md", 1, Comparisons({"bang"}), problems
    )
    (only,) = problems

    assert "'bang'? Chỉ viết mã" in only.fix("vi")
