"""The words of a text as readers see and hear them."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter
from plugins.markup.words import both_texts, plain_text

PATH = "articles/thu/index.vi.md"


# The title of the way back from a note, which is heard.
BACK = "Trở lại chỗ có chú thích 1 trong bài"


@pytest.mark.parametrize(
    ("markdown", "seen"),
    [
        ("Một\nđoạn.\n\nĐoạn   hai.", "Một đoạn.\nĐoạn hai."),
        ("n**h**à c<b>á</b>i", "nhà cái"),
        ("## Đầu\n\n- một\n- hai", "Đầu\nmột\nhai"),
        ("a | b\n--|--\n1 | 2", "a\nb\n1\n2"),
        ("[chữ nối](https://luat.example/ 'Lời nhắc')", "chữ nối\nLời nhắc"),
        ("t![Ảnh chụp]({static}a.png 'Tên ảnh')iếp", "tiếp\nẢnh chụp\nTên ảnh"),
        ("một<br>hai", "một hai"),
        ('Giá < 5 & > 3, viết title="x"', 'Giá < 5 & > 3, viết title="x"'),
        ("UBND\n\n*[UBND]: Ủy ban nhân dân", "UBND\nỦy ban nhân dân"),
        ("Chữ[^1]\n\n[^1]: Chú thích.", f"Chữ\nChú thích.\n{BACK}"),
        (
            "Đội thắng.[^1] Nhiều người xem.\n\n[^1]: Báo.",
            f"Đội thắng. Nhiều người xem.\nBáo.\n{BACK}",
        ),
        ("", ""),
    ],
)
def test_readers_see_a_line_a_block(markdown: str, seen: str) -> None:
    """Blocks stand on lines of their own, and what is only heard or pointed at follows them."""
    pieces = Converter("vi").convert(markdown, PATH).pieces

    assert both_texts(pieces) == (plain_text(pieces), seen)


def test_words_stand_in_one_line() -> None:
    """The plain words have one space between them, whatever parted them."""
    pieces = Converter("vi").convert("**Đ**ầu đề\n\n- một[^1]\n\n[^1]: Ghi.", PATH).pieces

    assert plain_text(pieces) == "Đầu đề một 1 Ghi. ↩"
