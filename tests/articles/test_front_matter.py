"""Front matter: what is read, and what is told of faults. The cases are in `cases/faults.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.articles.front_matter import (
    ArticleFields,
    Known,
    NewsFields,
    PageFields,
    Split,
    markdown_below,
    read_front_matter,
    title_slug,
)
from plugins.articles.places import Kind
from plugins.articles.vocabulary import Vocabulary
from plugins.base.problems import Problem, Problems
from plugins.base.validation import is_id
from plugins.languages.text import slugify
from plugins.portals.addresses import is_reserved

# Every scalar as text: dates that do not exist are among the cases.
CASES = yaml.load(
    (Path(__file__).parent / "cases/faults.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)
FIELDS = {
    "title": "Bài thử",
    "date": "2026-11-01",
    "category": "tin",
    "summary": "Tóm tắt.",
    "sources": "[bao]",
}


def article(**fields: str | None) -> str:
    """An article with some fields changed; None leaves one out."""
    given = {**FIELDS, **fields}
    head = "".join(f"{name}: {value}\n" for name, value in given.items() if value is not None)
    return f"---\n{head}---\nNội dung.\n"


def read(text: str, known: Known, kind: Kind = "article") -> tuple[Split | None, list[Problem]]:
    """What is read, and the problems in order."""
    problems = Problems()
    split = read_front_matter(text, "articles/thu/index.vi.md", kind, known, problems)
    return split, list(problems)


def sound(known: Known, **fields: str | None) -> ArticleFields:
    """The fields of an article without fault."""
    split, problems = read(article(**fields), known)
    assert problems == []
    assert split is not None
    assert isinstance(split.fields, ArticleFields)
    return split.fields


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_fault_is_told_with_its_line(case: dict[str, Any], known: Known) -> None:
    """Each text gives exactly the problems of its case, in both languages."""
    changed = {
        name: None if text == "null" else text for name, text in case.get("fields", {}).items()
    }
    text = case["file"] if "file" in case else article(**changed)
    _, problems = read(text, known, case.get("kind", "article"))

    wanted = case["problems"]
    assert [[str(one.line), one.code] for one in problems] == [one[:2] for one in wanted]
    for problem, (_, _, *parts) in zip(problems, wanted, strict=True):
        assert all(part in f"{problem.message('vi')} {problem.fix('vi')}" for part in parts)
        assert problem.message("en")
        assert problem.fix("en")


def test_fields_are_read_as_what_they_mean(known: Known) -> None:
    """Dates as moments, lists as tuples, words as choices."""
    fields = sound(
        known,
        date="2026-11-01 10:55",
        tags="[thue, so-do]",
        author="Ban biên tập",
        modified="2026-11-02",
        expires="2027-01-01",
        status="draft",
        pinned="true",
        aliases="[/cu/bai.html, bai-cu/]",
    )

    assert fields.date.iso() == "2026-11-01T10:55+07:00"
    assert fields.tags == ("thue", "so-do")
    assert fields.modified is not None
    assert fields.modified.iso() == "2026-11-02"
    assert (fields.status, fields.pinned) == ("draft", True)
    assert fields.aliases == ("cu/bai.html", "bai-cu/")


def test_what_is_left_out_has_its_usual_value(known: Known) -> None:
    """An article is published, not pinned, without end."""
    fields = sound(known)

    assert (fields.status, fields.pinned, fields.expires) == ("published", False, None)
    assert (fields.tags, fields.aliases, fields.author) == ((), (), None)


@pytest.mark.parametrize(
    ("title", "read_as"),
    [
        ("012", "012"),
        ("no", "no"),
        ("A & B!", "A & B!"),
        ('"Thuế: điều cần biết"', "Thuế: điều cần biết"),
        ("1 < 2 {{ x }}", "1 < 2 {{ x }}"),
        (">\n  Một\n  hai", "Một hai"),
        ("|\n  Một\n  hai", "Một hai"),
        ('"Một\\nhai"', "Một hai"),
        ('"Tie\\u0302\\u0301ng"', "Tiếng"),
        ("🎉 2026", "🎉 2026"),
    ],
)
def test_a_title_is_one_line_of_text(title: str, read_as: str, known: Known) -> None:
    """Never a number or a truth, and shown as it was written."""
    assert sound(known, title=title).title == read_as


@pytest.mark.parametrize("later", ["2026-11-01", "2026-11-01 10:00", "2026-11-01 23:59"])
def test_a_change_on_the_same_day_is_no_fault(later: str, known: Known) -> None:
    """Without a time of day the day counts."""
    assert sound(known, date="2026-11-01 10:00", modified=later).modified is not None


def test_the_text_begins_below_the_fields(known: Known) -> None:
    """Its first line is known, for what is told of it later."""
    split, _ = read("---\ntitle: a\nsummary: b\n---  \n\nMột\n---\nhai\n", known, "page")

    assert split is not None
    assert (split.text, split.first_line) == ("\nMột\n---\nhai\n", 5)
    assert split.fields == PageFields(title="a", summary="b")


def test_the_line_of_the_original_is_known(known: Known) -> None:
    """A fault between two versions is told where it is mended."""
    split, _ = read(article(translation_of="2026-11-01"), known)

    assert split is not None
    assert split.translation_line == 7


def test_a_text_may_end_with_its_fields(known: Known) -> None:
    """A headline is news without a text."""
    text = article().removesuffix("\nNội dung.\n")
    split, problems = read(text, known, "news")

    assert problems == []
    assert split is not None
    assert split.text == ""


def test_news_need_no_source(known: Known) -> None:
    """An article does."""
    split, problems = read(article(sources=None), known, "news")

    assert problems == []
    assert split is not None
    assert isinstance(split.fields, NewsFields)
    assert split.fields.sources == ()


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Định nghĩa 942/QĐ-TTg", "dinh-nghia-942-qd-ttg"),
        ("a" * 130, "a" * 120),
        ("a" * 119 + " b c", "a" * 119),
        ("a" * 120 + " b", "a" * 120),
        ("chữ " * 60, ("chu-" * 30)[:-1]),
    ],
)
def test_the_address_of_a_title_is_cut_at_a_word(title: str, slug: str) -> None:
    """A word longer than an address is cut itself."""
    assert title_slug(title) == slug


@given(st.text())
def test_every_title_with_a_letter_has_an_address(title: str) -> None:
    """One that may be an id, and so a folder."""
    slug = title_slug(title)

    assert is_id(slug) == bool(slugify(title)) or is_reserved(slug, news=True)


@given(st.text())
def test_any_text_is_read_or_told(text: str) -> None:
    """No front matter ends in an error of the program."""
    nothing = Known(Vocabulary(), {})
    split, problems = read(f"---\n{text}\n---\n", nothing)

    assert problems
    assert all(one.message("vi") and one.fix("vi") for one in problems)
    assert split is None or split.fields.title


HEAD = article().removeprefix("---\n")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"\n\n---\n{HEAD}", 1, "Xóa những gì đứng trước ---"),
        (f" ---\n{HEAD}", 1, "Xóa những gì đứng trước ---"),
        (f"—\n{HEAD}", 1, "Dòng '—' không mở được"),
        (f"\n----\n{HEAD}", 2, "Dòng '----' không mở được"),
        (article().replace("---\nN", "—\nN"), 7, "Dòng '—' không đóng được"),
        (article().replace("---\nN", "-----\nN"), 7, "Dòng '-----' không đóng được"),
        ("---\ntitle: a\n", 1, "chưa đóng"),
        ("Nội dung.\n", 1, "Mở đầu tệp bằng ---"),
    ],
)
def test_dashes_that_are_none_are_named(known: Known, text: str, line: int, said: str) -> None:
    """An editor sees a line where the program sees none."""
    (only,) = read(text, known)[1]

    assert only.line == line
    assert said in f"{only.message('vi')} {only.fix('vi')}"


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("---\nslug: x\n---\nNội dung.\n", 8),
        ("\n\n---\ntitle: Bài\ntags:\n  - a\n- b\n---", 10),
    ],
)
def test_a_second_block_of_fields_is_told(known: Known, body: str, line: int) -> None:
    """Readers would see its fields as words of the text."""
    _, problems = read(article().replace("Nội dung.\n", body), known)

    assert [(one.line, one.code) for one in problems] == [(line, "dau-bai-hai-lan")]


@pytest.mark.parametrize(
    "body",
    ["---\n\nNội dung.\n\n---\n", "---\nLưu ý: a\n---\n", "Nội dung.\n\n---\na: b\n---\n"],
)
def test_rules_above_and_below_words_are_none(known: Known, body: str) -> None:
    """Lines of dashes part the words of a text too."""
    assert read(article().replace("Nội dung.\n", body), known)[1] == []


@pytest.mark.parametrize("before", ["...\n", "%YAML 1.1\n", "\n", "  ", "\n...\n\n"])
def test_fields_below_a_line_too_many_are_no_markdown(before: str, known: Known) -> None:
    """Only that line is told, and no heading that the dashes would make."""
    text = f"{before}---\ntitle: Bài thử\n---\nNội dung.\n"
    problems = Problems()

    assert read_front_matter(text, "a/index.vi.md", "news", known, problems) is None
    assert markdown_below(text) == ("Nội dung.\n", text.count("\n"))
    assert [(one.line, one.code, dict(one.values)["special"]) for one in problems] == [
        (1, "thieu-dau-bai", "late")
    ]
