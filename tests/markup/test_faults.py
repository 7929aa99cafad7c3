"""What of a text is lost, or shown as it is written."""

from __future__ import annotations

import pytest

from plugins.markup.body import Fault
from plugins.markup.convert import Converter

PATH = "articles/thu/index.vi.md"


def faults(text: str) -> list[tuple[str, int, str, str]]:
    """The faults of a text as plain values."""
    body = Converter("vi").convert(text, PATH)
    return [(one.code, one.line, one.value, one.more) for one in body.faults]


@pytest.mark.parametrize(
    ("text", "line", "name", "tag"),
    [
        ('a\n\n<p style="display:none">x</p>', 3, "style", "p"),
        ("a <b onclick=x>b</b>", 1, "onclick", "b"),
        ("<b\nonclick=x>b</b>", 2, "onclick", "b"),
        ("<p hidden>a</p>", 1, "hidden", "p"),
        ('<p class="x">a</p>', 1, "class", "p"),
        ('<img src="{static}a.png" srcset="javascript:x 2x">', 1, "srcset", "img"),
        ('<a href="#a" target=_blank id=a>a</a>', 1, "target", "a"),
        ('<a name="a">a</a>', 1, "name", "a"),
        ('<p id="_main">a</p>', 1, "id", "p"),
        ('<p id="a">a</p>\n\n<p id="a">b</p>', 3, "id", "p"),
        ('## Phí\n\n<p id="phi">b</p>', 3, "id", "p"),
        ('<p align="center">a</p>', 1, "align", "p"),
        ("`<p hidden>`\n\n<p hidden>a</p>", 3, "hidden", "p"),
        ("```\n<p hidden>\n```\n\n<p hidden>a</p>", 5, "hidden", "p"),
        ("<p @click=x>a</p>", 1, "@click", "p"),
        ('<p id="tot">a</p>\n\n<p id="KHONG TOT!">b</p>', 3, "id", "p"),
        ('<div class="footnote">a</div>\n\n<div\nclass="x">b</div>', 4, "class", "div"),
        ('<p id="tot">a</p>\n\n<p id="&quot;">b</p>', 1, "id", "p"),
        ('<p data-x="1">a</p>', 1, "data-x", "p"),
    ],
)
def test_a_lost_attribute_is_told(text: str, line: int, name: str, tag: str) -> None:
    """With its element and line, the first one of each kind."""
    assert faults(text) == [("thuoc-tinh-bi-bo", line, name, tag)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('<p id="a">x</p>\n\n<p id="a">y</p>', 3),
        ('<p id="a">x</p>\n\n<div id="a">y</div>', 3),
        ('<p id="ab">x</p>\n\n<div id="a">y</div>\n\n<p id="a">z</p>', 5),
        ('<p id="a">x</p>\n\n<p id=\'a\'>y</p>\n\n<p id="a">z</p>', 3),
        ('x `<p id="a">`\n\n<p id="a">y</p>\n\n<p id="a">z</p>', 5),
        ('<p id="a b">x</p>\n\n<p id="a-b">y</p>', 3),
        ('<p id="a">x</p>\n\n<p id="b">y</p>\n\n<p id="b">z</p>', 5),
    ],
)
def test_an_id_that_stands_twice_is_told_at_its_second_place(text: str, line: int) -> None:
    """The first keeps it."""
    assert [fault[:2] for fault in faults(text)] == [("thuoc-tinh-bi-bo", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<b>a</b>\n\n<b>b\n\nc</b>", 3),
        ("<b>a</b> <b>a</b>\n\n<b>a\n\nc</b>", 3),
        ("**x** <strong>a</strong>\n\n<strong>b *c*\n\nd</strong>", 3),
        ("- <b>a</b>\n- <b>b\n- c</b>", 2),
        ("`<b>a` <b>a</b>\n\n<i>x</i> <i>y\n\nz</i>", 3),
        ("a[^1]\n\n[^1]: <b>n</b>\n\nb <b>b</b>\n\n<b>c\n\nd</b>", 7),
    ],
)
def test_a_tag_that_crosses_paragraphs_is_told_at_its_own_place(text: str, line: int) -> None:
    """Not at that of the first tag of its name."""
    told = [one for one in faults(text) if one[0] == "the-khong-khop" and one[2][1] != "/"]

    assert [one[1] for one in told] == [line]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a\n\n<!-- ghi chú -->\n\nb", 3, "ghi chú"),
        ("a <!-- giữa dòng --> b", 1, "giữa dòng"),
        ("a\n\n<![CDATA[ x ]]>\n\nb", 3, "CDATA[ x"),
        ("<?php echo 1 ?>", 1, "php echo 1"),
        ("<!DOCTYPE html>", 1, "doctype"),
    ],
)
def test_a_comment_is_told(text: str, line: int, words: str) -> None:
    """It would vanish, and so would everything that a browser takes for one."""
    assert faults(text) == [("chu-thich-html", line, words, "")]


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ("a\n\n<div>b", 3, "<div>"),
        ("a <b>b", 1, "<b>"),
        ("a <b>b\n\nc</b>", 1, "<b>"),
        ("a</b>", 1, "</b>"),
        ("<div><span>a</div>", 1, "<span>"),
        ("<b>x</b>\n\na\n\n<b>y", 5, "<b>"),
        ("<b>x</b> `<b>`\n\ny</b>\n\n</b>", 3, "</b>"),
    ],
)
def test_a_tag_without_its_fellow_is_told(text: str, line: int, tag: str) -> None:
    """What is opened is closed, and the other way round."""
    assert ("the-khong-khop", line, tag, "") in faults(text)


@pytest.mark.parametrize(
    ("text", "line", "words", "columns"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 | 3 *quan* trọng | 4 |", 3, "3 *quan* trọng 4", "2"),
        ("a\n\nA | B\n--|--\n1 | 2\n`a|b` | 2 | `c` 3\n", 6, "`c` 3", "2"),
        ("A | B\n--|--\n| 1 | 2 |", 3, "2", "2"),
        ("- a\n\n    | A |\n    |---|\n    | 1 | 2 |", 5, "2", "1"),
    ],
)
def test_words_in_a_cell_too_many_are_told(text: str, line: int, words: str, columns: str) -> None:
    """No column of the table would show them."""
    assert faults(text) == [("o-bang-thua", line, words, columns)]


@pytest.mark.parametrize(
    ("text", "line", "row"),
    [
        ("| A | B |\n|---|---|\n| 1 | 2 |\n| 3 |", 4, "| 3 |"),
        ("| A | B |\n|---|---|\n| 1 | 2 |\nNguồn: Sở Y tế", 4, "Nguồn: Sở Y tế"),
        ("| x |\n|---|\n| x |\n\n| A | B |\n|---|---|\n| x |", 7, "| x |"),
        ("| a | b |\n|---|---|\n| c | d |\n| b |", 4, "| b |"),
        ("> | a | b |\n> |---|---|\n> | - |", 3, "| - |"),
    ],
)
def test_a_row_with_too_few_cells_is_told(text: str, line: int, row: str) -> None:
    """A cell may be missing, or the line is no row at all."""
    assert faults(text) == [("o-bang-hut", line, row, "2")]


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n|---|---|\n| 1 | 2 | |\n| `1|` | 2\\|3 |\n| | |\n1 | 2",
        "```\n| A | B |\n|---|---|\n| 1 | 2 | 3 |\n```",
    ],
)
def test_rows_that_lose_nothing_are_not_told(text: str) -> None:
    """Empty cells beyond the last column, bars that are words, and code."""
    assert faults(text) == []


def test_a_table_of_another_text_is_not_told_again() -> None:
    """One converter reads many texts."""
    converter = Converter("vi")
    converter.convert("| A |\n|---|\n| 1 | 2 |", PATH)

    assert converter.convert("| A |\n|---|\n| 1 |", PATH).faults == ()


def test_an_unused_label_is_named_as_it_is_written() -> None:
    """Markdown keeps it in small letters."""
    told = faults("[Zalo]: 0912345678")

    assert told == [("dinh-nghia-thua", 1, "[Zalo]", "")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("UBND\n\n*[UBND]: Ủy ban\n*[ubnd]: khác", [("dinh-nghia-thua", 4, "*[ubnd]")]),
        ("a[^A]\n\n[^A]: b\n\n[^a]: c", [("dinh-nghia-thua", 5, "[^a]")]),
        ("[a][X]\n\n[X]: #muc\n[x]: #b", [("dinh-nghia-trung", 4, "[x]")]),
    ],
)
def test_labels_in_capitals_are_others_except_those_of_references(
    text: str, told: list[tuple[str, int, str]]
) -> None:
    """As Markdown takes them."""
    assert [one[:3] for one in faults(text)] == told


@pytest.mark.parametrize(
    ("text", "code", "line", "value"),
    [
        ("a[^1]", "chu-thich-thieu", 1, "[^1]"),
        ("a\n\n[chữ][khong-co]", "cu-phap-lien-ket", 3, "][khong-co]"),
        ("![a]({static}a.png)\n\n{static}a.png", "cu-phap-lien-ket", 3, "{static}a.png"),
        ("[x][a]\n\n[a]: {static}a.png\n\n{static}a.png", "cu-phap-lien-ket", 5, "{static}a.png"),
        ("[chữ](https://luat.example/", "cu-phap-lien-ket", 1, "](https://luat.example/"),
        ("a\n\n[Phí] (https://a.example/)", "cu-phap-lien-ket", 3, "] (https://a.example/)"),
        ("[Phí]\n(mailto:a@b.example)", "cu-phap-lien-ket", 2, "] (mailto:a@b.example)"),
        ("a\n\n(Phí)[https://a.example/]", "cu-phap-lien-ket", 3, ")[https://a.example/]"),
        ("(Phí) [www.a.example", "cu-phap-lien-ket", 1, ") [www.a.example"),
        ("a[^1]\n\n[^1]: b\n[^1]: c", "dinh-nghia-trung", 4, "[^1]"),
        ("[a][x]\n\n[x]: #a\n[x]: #b\n", "dinh-nghia-trung", 4, "[x]"),
        ("a\n\n[^1]: b", "dinh-nghia-thua", 3, "[^1]"),
        ("a\n\n[x]: https://luat.example/", "dinh-nghia-thua", 3, "[x]"),
        ("a\n\n*[UBND]: Ủy ban", "dinh-nghia-thua", 3, "*[ubnd]"),
    ],
)
def test_what_is_left_or_missing_is_told(text: str, code: str, line: int, value: str) -> None:
    """Notes, references and short forms lead to something, and something leads to them."""
    found = [(one, at, what.lower()) for one, at, what, _ in faults(text)]

    assert (code, line, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Một đoạn với <b>chữ đậm</b>, H<sub>2</sub>O và 1 < 2 & 3.",
        "Xem [1] (trang 2), (a)[1], [2] (/m2), \\[3] (https://a.example/), \\[b](c, mục \\[a\\]\\[b\\] và `[x][y]`, `[^9]`.",
        "a[^1] b[^1] c[^hai]\n\n[^1]: Một.\n\n[^hai]: Hai [luật][l].\n\n[l]: https://luat.example/?a&b",
        'UBND và HĐND\n\n*[UBND]: Ủy ban\n*[HĐND]: Hội "đồng"',
        "```html\n<p style=x><!-- a -->\n```\n\n`<p hidden>`",
        "```python\na[1][2](3)\n```",
        '<table><caption>A</caption><tr><th scope="row">a<td colspan="2">b</table>',
        '<ol start="3" reversed><li value="2">a</ol>',
        "<p lang=\"en\">a</p>\n\n<br>\n\n<img src='{static}a.png' alt='' title='b'>",
        "a | b\n:--|--:\n1 | 2",
        "## Phí\n\n## Phí\n\n[x](#phi_1)",
        "/// comparison | bang\n///",
    ],
)
def test_an_ordinary_text_has_no_fault(text: str) -> None:
    """Nothing is told where nothing is lost."""
    assert faults(text) == []


def test_a_fault_stands_once() -> None:
    """A thousand equal faults make one line of a report."""
    assert len(faults("<b onclick=x>a</b> " * 300)) == 1


def test_faults_can_be_compared() -> None:
    """A fault without values is told by its code and line."""
    assert Fault("long-qua-sau", 1) == Fault("long-qua-sau", 1, "", "")


@pytest.mark.parametrize(
    ("text", "line", "name"),
    [
        ("<ul>\n<li>lẻ</li>\n</ul>\n\n<td>ô lẻ</td>", 5, "td"),
        ("a <th>b</th> c", 1, "th"),
        ("<table><tr><td>a</td></tr></table>\n\n<tr><b>b</b></tr>", 3, "tr"),
    ],
)
def test_a_cell_outside_a_table_is_told(text: str, line: int, name: str) -> None:
    """Browsers leave its tag out."""
    assert ("o-ngoai-bang", line, name, "") in faults(text)


def test_a_picture_without_a_file_is_told() -> None:
    """It would show nothing."""
    assert faults('a\n\n<img src="{static}a.png" alt="a">\n<img alt="a">') == [
        ("anh-khong-tep", 4, "", "")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tr><td>c</td></tr></table>",
        "| a | b |\n|---|---|\n| <b>1</b> | 2 |",
        "`<td>` <b>a</b>\n\n```\n<tr>\n<img>\n```",
        '<img src="{static}a.png">',
        "<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>",
    ],
)
def test_whole_tables_and_pictures_are_not(text: str) -> None:
    """Those of Markdown and in code either."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "line", "path"),
    [
        (r"a" + "\n\n" + r"Mở D:\_du-lieu\*.doc nhé.", 3, r"D:\_du-lieu\*.doc"),
        (r"(c:\ho-so\.cu)", 1, r"c:\ho-so\.cu"),
        (r"D:\a\-moi\b, b", 1, r"D:\a\-moi\b"),
    ],
)
def test_a_path_that_loses_a_backslash_is_told(text: str, line: int, path: str) -> None:
    """Readers would see another path."""
    assert faults(text) == [("gach-cheo-mat", line, path, "")]


@pytest.mark.parametrize(
    "text",
    [
        r"D:\ho-so\moi, `D:\_a`, D:\\\_a và D:\\\_b\\\*.doc",
        r"\*a\* 1\. b \\ c, nhà\cửa",
        r"Loại A:\* xem dưới",
        r"<p>D:\_a</p>",
        "```\nD:\\_a\n```",
    ],
)
def test_backslashes_that_are_kept_or_meant_are_not(text: str) -> None:
    """Those in code, before letters, and those that are written twice."""
    assert faults(text) == []
