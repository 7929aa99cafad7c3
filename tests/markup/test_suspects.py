"""The sentences of a converted text that are spam, or may be."""

from __future__ import annotations

import pytest

from plugins.markup.convert import Converter

PATH = "articles/x/index.vi.md"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("so**i c**ầu miền Bắc", "soi cầu miền Bắc"),
        ("![nhà cái uy tín](a.png)", "nhà cái uy tín"),
        ('[mẫu đơn](https://luat.example/ "nhà cái uy tín")', "nhà cái uy tín"),
        ("[đăng ký tại đây](https://kubet77.example/)", "đăng ký tại đây kubet77.example"),
        ("| a |\n|---|\n| nổ hũ online |", "nổ hũ online"),
    ],
)
def test_all_that_readers_see_is_read(text: str, sentence: str) -> None:
    """Bold letters, pictures, titles, cells, and links with their hosts are read as readers do."""
    body = Converter("vi").convert(text, PATH)

    assert [one.sentence for one in body.suspects] == [sentence]


def test_an_honest_text_has_none() -> None:
    """Links to offices give no finding."""
    assert Converter("vi").convert("[Luật đất đai](https://luat.example/)", PATH).suspects == ()
