"""Models over located YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, Field

from plugins.base.located import load_located
from plugins.base.problems import Problems
from plugins.base.validation import (
    Line,
    Model,
    Suggestions,
    Text,
    check_unique,
    is_id,
    read_located,
    refuse,
    suggestion,
    texts_of,
    validated,
)


def _never(value: str) -> str:
    raise refuse("ten-sai", name=value)


class Inner(Model):
    """A model in a model."""

    colour: Text
    number: Text | None = None


class Outer(Model):
    """One field of each kind."""

    title: Line
    tags: tuple[Text, ...] = ()
    inner: Inner | None = None
    rows: tuple[Inner, ...] = ()
    named: Mapping[str, Inner] = {}
    flag: bool = False
    name: Annotated[Text, AfterValidator(_never)] | None = None
    many: Annotated[tuple[Text, ...], Field(min_length=1)] = ("a",)


def found(text: str) -> list[tuple[int, str, str]]:
    """Line, code and English message of every problem."""
    problems = Problems()
    located = read_located(text, "a.yaml", problems)
    assert located is not None
    validated(Outer, located, "a.yaml", problems)
    return [(one.line, one.code, one.message("en")) for one in problems]


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("title: ''", "Fill it in; it is required."),
        ("title: a\ntags:", "leave it out if it is optional."),
        ("title: a\nnamed:\n  b: {colour: }", "leave it out if it is optional."),
    ],
)
def test_an_empty_field_is_left_out_only_where_it_may_be(text: str, cure: str) -> None:
    """The next call would say that it is missing."""
    problems = Problems()
    located = read_located(text, "a.yaml", problems)
    assert located is not None
    validated(Outer, located, "a.yaml", problems)
    (only,) = problems

    assert cure in only.fix("en")


@pytest.mark.parametrize(
    ("text", "line", "code", "field"),
    [
        ("tags: [a]", 1, "thieu-truong", "title"),
        ("title: ''", 1, "truong-rong", "title"),
        ("title: '  '", 1, "truong-rong", "title"),
        ("title: [a]", 1, "kieu-sai", "title"),
        ("title: a\ntags: b", 2, "kieu-sai", "tags"),
        ("title: a\ntags:", 2, "truong-rong", "tags"),
        ("title: a\ntags:\n  - b\n  - ''", 4, "truong-rong", "tags.2"),
        ("title: a\ntags:\n  - b\n  - [c]", 4, "kieu-sai", "tags.2"),
        ("title: a\nmany: []", 2, "truong-rong", "many"),
        ("title: a\ninner: b", 2, "kieu-sai", "inner"),
        ("title: a\ninner:\n  colour: [b]", 3, "kieu-sai", "inner.colour"),
        ("title: a\ninner:\n  number: b", 2, "thieu-truong", "inner.colour"),
        ("title: a\nrows:\n  - colour: b\n  - number: c", 4, "thieu-truong", "rows.2.colour"),
        ("title: a\nnamed:\n  b: {colour: }", 3, "truong-rong", "named.b.colour"),
        ("title: a\nflag: [b]", 2, "kieu-sai", "flag"),
        ("title: a\nfalg: b", 2, "khoa-la", "falg"),
        ("title: a\nfalg:", 2, "khoa-la", "falg"),
        ("falg:\ntitle: a", 1, "khoa-la", "falg"),
        ("title: a\ninner: {colour: b, đỏ}", 2, "thieu-nhay", "đỏ"),
        ("title: a\ninner: {đỏ, colour: b}", 2, "khoa-la", "inner.đỏ"),
    ],
)
def test_a_fault_is_named_with_its_line_and_field(
    text: str, line: int, code: str, field: str
) -> None:
    """Lists are counted from 1, as editors count."""
    (only,) = found(text)

    assert only[:2] == (line, code)
    assert f"'{field}'" in only[2]


def test_all_faults_are_found_at_once() -> None:
    """An editor mends a file once."""
    assert [(line, code) for line, code, _ in found("tags: b\nflag: [c]\nx: y")] == [
        (1, "kieu-sai"),
        (1, "thieu-truong"),
        (2, "kieu-sai"),
        (3, "khoa-la"),
    ]


def test_a_validator_refuses_under_a_code_of_its_own() -> None:
    """Its values stand in the sentences."""
    assert found("title: a\nname: b") == [
        (2, "ten-sai", "The name 'b' cannot be used as an id."),
    ]


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("title: a\ntaggs: [b]", "Did you mean 'tags'?"),
        ("title: a\ninner: {color: b}", "Did you mean 'colour'?"),
        ("title: a\nrows: [{colour: b, nummer: c}]", "Did you mean 'number'?"),
        ("title: a\nnamed: {b: {colour: c, numbre: d}}", "Did you mean 'number'?"),
        ("title: a\nsave_as: b", "Rename or delete it; there are: title, "),
    ],
)
def test_an_unknown_field_comes_with_the_nearest_known(text: str, fix: str) -> None:
    """At any depth."""
    problems = Problems()
    validated(Outer, load_located(text), "a.yaml", problems)

    assert any(one.fix("en").startswith(fix) for one in problems)


@pytest.mark.parametrize("text", ["- a", "a", "[]"])
def test_what_is_no_mapping_is_told(text: str) -> None:
    """There is no field to name."""
    assert [(line, code) for line, code, _ in found(text)] == [(1, "dang-sai")]


def test_a_part_of_a_file_is_checked_in_its_place() -> None:
    """Lines are those of the file, fields those of the part."""
    problems = Problems()
    located = load_located("- colour: a\n- number: b\n")

    assert validated(Inner, located, "a.yaml", problems, at=(0,)) == Inner(colour="a")
    assert validated(Inner, located, "a.yaml", problems, at=(1,)) is None
    assert [(one.line, one.message("en")) for one in problems] == [
        (2, "The field 'colour' is missing.")
    ]


def test_yaml_that_cannot_be_read_is_a_problem() -> None:
    """The line counts from the first of the file."""
    problems = Problems()

    assert read_located("a: 1\nb: c: d", "a.md", problems, first_line=2) is None
    assert [(one.path, one.line, one.code) for one in problems] == [("a.md", 3, "yaml-hong")]


def test_a_line_is_one_line() -> None:
    """However a title is broken in the file."""
    problems = Problems()
    outer = validated(Outer, load_located("title: |\n  Một\n  hai\n"), "a.yaml", problems)

    assert outer is not None
    assert outer.title == "Một hai"


def test_a_text_that_stands_twice_in_a_list_is_told() -> None:
    """On the line of the second; other things in the list are not its matter."""
    problems = Problems()
    check_unique(load_located("tags:\n  - a\n  - [a]\n  - b\n  - 'a '\n"), "tags", "x", problems)
    check_unique(load_located("tags: a"), "tags", "x", problems)

    assert [(one.line, one.message("en")) for one in problems] == [
        (5, "'a' stands twice in 'tags'.")
    ]


def test_texts_are_found_in_whatever_was_written() -> None:
    """Only texts with something in them, each with its place."""
    assert list(texts_of(["a", ["b"], "", {"c": "d"}, " e "])) == [(0, "a"), (4, "e")]
    assert list(texts_of("abc")) == list(texts_of(None)) == []


@pytest.mark.parametrize("text", ["a", "a-b", "942-qd-ttg", "a" * 120])
def test_an_id_is_made_of_small_letters_digits_and_hyphens(text: str) -> None:
    """It can stand in an address as it is."""
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "-a", "a-", "a--b", "A", "đ", "a b", "a/b", "..", "a.b", "a\n", "a" * 121, "１", "con"],
)
def test_anything_else_is_no_id(text: str) -> None:
    """No dot, no slash, no line end, and no device of Windows."""
    assert not is_id(text)


def test_only_near_words_are_suggested() -> None:
    """A wrong suggestion is worse than none."""
    assert suggestion("tite", ["title", "date"]) == "title"
    assert suggestion("xyz", ["title", "date"]) == ""


def test_the_nearest_of_many_names_is_found() -> None:
    """Among thousands of names, of which only some are compared closely."""
    names = [f"articles/{number}-bai/index.vi.md" for number in range(3_000)]

    assert suggestion("articles/1234-bia/index.vi.md", names) == "articles/1234-bai/index.vi.md"


def test_suggestions_of_one_call_have_an_end() -> None:
    """Nobody reads hundreds of them."""
    suggestions = Suggestions(most=1)

    assert suggestions.near(lambda: "title") == "title"
    assert suggestions.near(lambda: "title") == ""


@given(
    st.recursive(
        st.text("ab", max_size=3),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*Outer.model_fields, *Inner.model_fields, "x"]), inner
            )
        ),
        max_leaves=12,
    )
)
def test_any_data_is_accepted_or_told(data: object) -> None:
    """No shape of data ends in an error of the program."""
    problems = Problems()
    located = load_located(_as_yaml(data))
    model = validated(Outer, located, "a.yaml", problems)

    assert (model is None) == bool(len(problems))
    assert all(one.message("vi") and one.fix("en") for one in problems)


def _as_yaml(data: object) -> str:
    if isinstance(data, dict):
        return "{" + ", ".join(f"{key}: {_as_yaml(value)}" for key, value in data.items()) + "}"
    if isinstance(data, list):
        return "[" + ", ".join(map(_as_yaml, data)) + "]"
    return f"'{data}'"
