"""Problems as editors and programs read them."""

from __future__ import annotations

import json

from plugins.base.problems import Problem, Problems, as_json, as_text, problem

DATE = problem("articles/a/index.vi.md", 4, "ngay-sai", value="31/02/2026")


def test_a_problem_is_one_line_with_its_place_code_and_cure() -> None:
    """The line is the one that the documentation shows."""
    assert as_text([DATE], "vi", "content") == (
        'content/articles/a/index.vi.md:4: lỗi [ngay-sai] "31/02/2026" không phải là ngày. '
        "Viết theo dạng 2026-02-28 hoặc 2026-02-28 10:55.\n"
    )


def test_a_problem_is_told_in_english_too() -> None:
    """The language changes the words and nothing else."""
    assert as_text([DATE], "en") == (
        'articles/a/index.vi.md:4: error [ngay-sai] "31/02/2026" is not a date. '
        "Write it as 2026-02-28 or 2026-02-28 10:55.\n"
    )


def test_json_holds_every_part_by_itself() -> None:
    """Other programs read problems without parsing sentences."""
    assert json.loads(as_json([DATE], "en", "content/")) == [
        {
            "path": "content/articles/a/index.vi.md",
            "line": 4,
            "severity": "error",
            "code": "ngay-sai",
            "message": '"31/02/2026" is not a date.',
            "fix": "Write it as 2026-02-28 or 2026-02-28 10:55.",
        }
    ]


def test_no_problem_is_an_empty_list() -> None:
    """Good content gives valid JSON as well."""
    assert as_text([], "vi") == ""
    assert json.loads(as_json([], "vi")) == []


def test_problems_are_sorted_by_path_and_line_and_kept_once() -> None:
    """However many checks find a fault, and in whatever order."""
    problems = Problems()
    problems.add("b.md", 1, "bai-rong")
    problems.add("a.md", 10, "bai-rong")
    problems.add("a.md", 9, "bai-rong")
    problems.extend([problem("a.md", 9, "bai-rong")])

    assert [(one.path, one.line) for one in problems] == [("a.md", 9), ("a.md", 10), ("b.md", 1)]
    assert len(problems) == 3


def test_only_errors_stop_a_build() -> None:
    """A warning is told, and counted apart."""
    problems = Problems()
    problems.add("a.md", 1, "bai-rong")
    problems.add("a.md", 1, "mot-lua-chon")

    assert problems.errors == 1
    assert "cảnh báo [mot-lua-chon]" in as_text(problems, "vi")


def test_a_likely_word_is_suggested_before_the_general_cure() -> None:
    """The word may be wrong, so the cure is told as well."""
    near = problem("a.md", 1, "the-la", value="thu", near="thue")
    far = problem("a.md", 1, "the-la", value="x", near="")

    assert near.fix("vi") == ("Có phải ý bạn là 'thue'? Chọn một mã trong content/vocabulary.yaml.")
    assert far.fix("en") == "Choose an id of content/vocabulary.yaml."


def test_words_of_the_program_are_in_the_language_of_the_sentence() -> None:
    """What an editor wrote stays as it is, even where it is such a word."""
    wanted = problem("a.md", 1, "kieu-sai", field="date", expected="date")

    assert wanted.message("vi") == "Trường 'date' không đúng dạng (cần: ngày)."
    assert wanted.message("en") == "The field 'date' has the wrong form (wanted: date)."


def test_values_cannot_forge_another_line() -> None:
    """Line ends and controls in content or in the name of a file become spaces."""
    forged = problem("a\nb.md", 1, "the-la", value="x'.\nc.md:1: lỗi\x1b[31m")

    report = as_text([forged], "vi")
    assert report.count("\n") == 1
    assert "\x1b" not in report
    assert report.startswith("a b.md:1: lỗi [the-la] ")


def test_a_name_that_is_no_text_can_be_printed() -> None:
    """Linux allows names of files that are not UTF-8."""
    odd = b"\xff.md".decode(errors="surrogateescape")

    as_text([problem(odd, 1, "tep-la")], "vi").encode()
    as_json([problem(odd, 1, "tep-la")], "vi").encode()


def test_values_are_shortened() -> None:
    """A page of text in a field is not printed again."""
    message = problem("a.md", 1, "the-la", value="x" * 5000).message("vi")

    assert len(message) < 200
    assert "x…'" in message


def test_braces_of_content_are_text() -> None:
    """What looks like a value of a sentence is shown as it was written."""
    message = Problem("a.md", 1, "the-la", (("near", ""), ("value", "{near}{0}{x!r}"))).message(
        "en"
    )

    assert message == "There is no tag '{near}{0}{x!r}'."


def test_decimals_stand_behind_the_sign_of_the_language() -> None:
    """A comma in Vietnamese; sizes only, and no name of a file."""
    found = problem("a.jpg", 1, "tep-qua-lon", size="6.8", limit="5")

    assert found.message("vi") == "Tệp nặng 6,8 MB, vượt mức 5 MB."
    assert found.message("en") == "The file is 6.8 MB, more than 5 MB."
