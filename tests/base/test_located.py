"""YAML as text with lines, and what of YAML is refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.base.located import LocatedYamlError, load_located
from plugins.base.terms import TERMS
from plugins.codes.table import CODES

SIGNS = st.sampled_from(
    [
        "a: ",
        "b",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&x ",
        "*x",
        "!t ",
        "? ",
        "|\n",
        ">\n",
        "'",
        '"',
        "\\x00",
        "\\ue000",
        "\n",
        "\n  ",
        "\t",
        ":",
        ",",
        "#",
        "---\n",
        "...\n",
        "%",
        "@",
        "<<: ",
    ]
)


@pytest.mark.parametrize("scalar", ["no", "012", "12:30", "1e9", "true", "2026-01-01", "0x1"])
def test_every_scalar_is_text(scalar: str) -> None:
    """YAML would make False, 10, 750 and more of these."""
    assert load_located(f"a: {scalar}").data == {"a": scalar}


@pytest.mark.parametrize("scalar", ["~", "null", "Null", "NULL"])
def test_a_word_for_no_value_is_an_empty_text(scalar: str) -> None:
    """In quotes, in a block or as a key it is a word."""
    text = f"a: {scalar}\nb: [{scalar}]\nc: '{scalar}'\n{scalar}: |-\n  {scalar}"

    assert load_located(text).data == {"a": "", "b": [""], "c": scalar, scalar: scalar}


def test_an_empty_value_is_an_empty_text() -> None:
    """The model says whether it may be empty."""
    assert load_located("a:\nb: ''\nc: []\nd: {}\n").data == {"a": "", "b": "", "c": [], "d": {}}


@pytest.mark.parametrize("text", ["", "\n\n", "# một ghi chú\n"])
def test_an_empty_text_is_a_mapping_without_keys(text: str) -> None:
    """What is missing is told on the first line."""
    located = load_located(text, first_line=2)

    assert located.data == {}
    assert located.line(("title",)) == 2


def test_every_key_and_item_knows_its_line() -> None:
    """What has no line of its own has that of what it stands in."""
    located = load_located("a: 1\n\nb:\n  - x\n  - c: 2\n    d: |\n      dài\n", first_line=10)

    assert located.data == {"a": "1", "b": ["x", {"c": "2", "d": "dài\n"}]}
    assert [located.line(at) for at in [("a",), ("b",), ("b", 0), ("b", 1, "d")]] == [
        10,
        12,
        13,
        15,
    ]
    assert located.line(("b", 1, "thieu")) == 14
    assert located.line(("thieu",)) == 10


def test_data_is_found_by_its_location() -> None:
    """The way there is one of keys and of places in lists."""
    located = load_located("a:\n  - b: c\n")

    assert located.at(("a", 0, "b")) == "c"
    assert located.at(()) == {"a": [{"b": "c"}]}


@pytest.mark.parametrize(
    ("text", "code", "line", "reason"),
    [
        ("a: &x 1", "yaml-neo", 1, ""),
        ("a: 1\nb: *x", "yaml-neo", 2, ""),
        ("&x a: 1", "yaml-neo", 1, ""),
        ("<<: *x", "yaml-neo", 1, ""),
        ("a: 1\nb: !x 1", "yaml-nhan", 2, ""),
        ("a: !!python/object:os.system x", "yaml-nhan", 1, ""),
        ("a: !<x> 1", "yaml-nhan", 1, ""),
        ("a: 1\nb: 2\na: 3", "khoa-trung", 3, ""),
        ("a:\n  b: 1\n  b: 2", "khoa-trung", 3, ""),
        ('a: 1\n"\\x61": 2', "khoa-trung", 2, ""),
        ("a: " + "[" * 13, "yaml-qua-sau", 1, ""),
        ("a: 1\nb: c: d", "yaml-hong", 2, "colon"),
        ("a: 1\nb\nc: 2", "yaml-hong", 2, "no-colon"),
        ("a:1\nb: 2", "yaml-hong", 1, "glued"),
        ("a: 1\nb:2\nc: 3", "yaml-hong", 2, "glued"),
        ("a: 1\nb:2", "yaml-hong", 2, "glued"),
        ("a: x\n  y\nb:[c]\nd: 1", "yaml-hong", 3, "glued"),
        ("a: b: c", "yaml-hong", 1, "colon"),
        ("a:\n\t- b", "yaml-hong", 2, "tab"),
        ('a: 1\nb: "c" d\ne: f', "yaml-hong", 2, "after-quote"),
        ("a: @b", "yaml-hong", 1, "sign"),
        ('a: "b\nc: d', "yaml-hong", 1, "open"),
        ("a: 1\nb: [c\nd: e\n", "yaml-hong", 2, "open"),
        ("a:\n  b: 1\n c: 2", "yaml-hong", 3, "indent"),
        ('a: "\\q"', "yaml-hong", 1, "escape"),
        ('a: "\\ud800"', "yaml-hong", 1, "escape"),
        ("? [a]\n: b", "yaml-hong", 1, "key"),
        ("{a: b}: c", "yaml-hong", 1, "key"),
        ("a: b\n---\nc: d", "yaml-hong", 2, "document"),
        ("a: b\n...\nc: d", "yaml-hong", 3, "document"),
        ('a: 1\nb: "\\x00"', "ky-tu-dieu-khien", 2, ""),
        ('a: "\\ue000"', "ky-tu-dieu-khien", 1, ""),
        ('"\\x07": a', "ky-tu-dieu-khien", 1, ""),
        ("a: \x00", "yaml-hong", 1, "structure"),
        ("a: 1\nb: Văn bản #15", "dau-thang", 2, ""),
        ("a: 1\nb: #15", "dau-thang", 2, ""),
        ('a: "b" #c', "dau-thang", 1, ""),
        ("- {a: Văn bản #15, b: c}", "dau-thang", 1, ""),
    ],
)
def test_the_rest_of_yaml_is_refused(text: str, code: str, line: int, reason: str) -> None:
    """Each refusal names the line and, where YAML is broken, why."""
    with pytest.raises(LocatedYamlError) as caught:
        load_located(text)

    error = caught.value
    assert (error.code, error.line, error.values.get("reason", "")) == (code, line, reason)


@pytest.mark.parametrize(
    "text", ["a: b # c", "a: [b] # c", "# c\na: b#c", "a: b\n# c", "a: |\n  b #c"]
)
def test_a_comment_is_no_part_of_a_value(text: str) -> None:
    """Set off by spaces behind a value, or on a line of its own."""
    assert list(load_located(text).data) == ["a"]


@pytest.mark.parametrize("text", ["a: b # c", "- b  # c"])
def test_a_comment_behind_a_bare_value_may_be_forbidden(text: str) -> None:
    """In front matter it would mostly be a part of the title; behind quotes it cannot be."""
    with pytest.raises(LocatedYamlError, match="dau-thang"):
        load_located(text, notes=False)

    assert load_located('a: "b" # c', notes=False).data == {"a": "b"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: "])
def test_depth_without_end_is_refused_at_once(opening: str) -> None:
    """A million brackets neither overflow the stack nor take a second."""
    started = time.process_time()
    with pytest.raises(LocatedYamlError):
        load_located("a:\n " + opening * 300_000)

    assert time.process_time() - started < 1


def test_a_bomb_of_aliases_is_refused() -> None:
    """The first anchor already is."""
    bomb = "a: &a [x, x]\n" + "".join(
        f"{one}: &{one} [*{before}, *{before}]\n"
        for before, one in zip("abcdef", "bcdefg", strict=True)
    )
    with pytest.raises(LocatedYamlError, match="yaml-neo"):
        load_located(bomb)


def test_too_much_yaml_is_refused() -> None:
    """A list of ten million items is no front matter."""
    with pytest.raises(LocatedYamlError, match="yaml-qua-lon"):
        load_located("- a\n" * 1_000_001)


def test_escaped_letters_are_one_with_their_marks() -> None:
    """What is written in escapes is stored in NFC as all other text."""
    assert load_located('a: "a\\u0301"').data == {"a": "á"}


@given(st.one_of(st.text(), st.lists(st.one_of(SIGNS, st.text(max_size=3))).map("".join)))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Nothing ends in another error, and every refusal can be told in both languages."""
    refused = None
    lines: list[int] = []
    try:
        lines = list(load_located(text, first_line=3).lines.values())
    except LocatedYamlError as error:
        refused = error

    assert all(3 <= line <= 3 + len(text.splitlines()) for line in lines)
    if refused:
        assert refused.code in CODES
        assert 3 <= refused.line <= 3 + len(text.splitlines()) + 1
        assert refused.values.get("reason", "text") in TERMS
