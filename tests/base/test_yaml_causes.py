"""Why YAML is broken, as far as its lines tell it better than the parser."""

from __future__ import annotations

import pytest

from plugins.base.located import LocatedYamlError, load_located
from plugins.base.problems import problem


def told(text: str) -> tuple[int, str, str]:
    """The line at fault, the reason, and the case whose cure is shown."""
    with pytest.raises(LocatedYamlError, match="yaml-hong") as caught:
        load_located(text)
    values = caught.value.values
    return caught.value.line, values["reason"], values["special"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: a\ndate: 2026-11-01\n category: tin\n", 3),
        ("title: a\n\n category: tin\n", 3),
        ("criteria:\n  - id: phi\n     label: {vi: a}\n", 3),
        (" title: a\ndate: b\n", 1),
    ],
)
def test_a_field_that_begins_too_far_right_is_named(text: str, line: int) -> None:
    """No quotes would mend it."""
    assert told(text) == (line, "too-far", "too-far")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# a\ncategories\n  tin: {vi: Tin}\n", 2),
        ("title a\ndate: b\n", 1),
        ("a: b\nsummary: c\nd e f\ncategory: g\n", 3),
    ],
)
def test_a_field_without_its_colon_is_named(text: str, line: int) -> None:
    """It may also be the rest of a value that should be indented."""
    assert told(text) == (line, "no-colon", "no-colon")


@pytest.mark.parametrize("text", ["title: a: b\nc: d\n", "title: Về việc\n  nghỉ: lễ\nc: d\n"])
def test_a_colon_in_words_is_still_one_too_many(text: str) -> None:
    """No field has a name with marks."""
    assert told(text)[1:] == ("colon", "colon")


@pytest.mark.parametrize(
    ("value", "reason", "special"),
    [
        ("[Thông báo] Nghỉ lễ", "sign", "sign"),
        ('Bà Rịa - Vũng Tàu: "Hội thảo"', "colon", "after-quote"),
        ('- "Hội thảo" ở xã', "sign", "after-quote"),
        ("{Hỏa tốc} Nghỉ lễ: a", "sign", "sign"),
        ("- Nghỉ lễ", "sign", "sign"),
        ("@ Nghỉ lễ", "sign", "sign"),
        ("'Một cửa' liên thông", "after-quote", "after-single-quote"),
        ('"Một cửa" liên thông', "after-quote", "after-quote"),
    ],
)
def test_what_a_value_begins_with_tells_its_cure(value: str, reason: str, special: str) -> None:
    """Brackets, dashes and quotes that belong to the words."""
    assert told(f"date: a\ntitle: {value}\ntags: b\n") == (2, reason, special)


@pytest.mark.parametrize("written", ["{static}anh.jpg", "{static}/anh.jpg"])
def test_a_picture_is_named_without_braces_in_a_field(written: str) -> None:
    """In the text they are right."""
    assert told(f"title: a\nimage: {written}\n") == (2, "sign", "picture-name")
    said = problem("a", 2, "yaml-hong", reason="sign", special="picture-name")
    assert "{static}." in said.fix("vi")


@pytest.mark.parametrize(
    "text",
    [
        'date: a\ntitle: "[Thông báo] Nghỉ lễ"\n',
        "title: \"'Một cửa' liên thông\"\n",
        "title: '\"Một cửa\" liên thông'\n",
        'title: "Về việc nghỉ lễ: a"\n',
        "summary: a\n  b\n",
        "image: anh.jpg\n",
    ],
)
def test_the_cures_help(text: str) -> None:
    """What they say to write can be read."""
    assert load_located(text).data
