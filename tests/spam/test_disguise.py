"""Words are taken out of their disguise."""

from __future__ import annotations

import pytest

from plugins.spam.disguise import is_odd, undisguised
from plugins.spam.normalise import tokens


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("nh4 c4i", "nha cai"),
        ("n h à c á i", "nhà cái"),
        ("n.h.à c.á.i uy tín số 1", "nhà cái"),
        ("s_o_i_c_ầ_u", "soi cầu"),
        ("nhàcái", "nhà cái"),
        ("nhacaiuytin", "nha cai uy tin"),
        ("điện tửlànhà cái", "tử là nhà cái"),
        ("k u b e t 7 7", "kubet77"),
        ("trẻ em vui vẻ về dự hội xã ta từ tối qua có n ổ h ũ", "nổ hũ"),
        (f"{'ta đi về ở xã ta bà ta đi ra từ xã ta có ba bà ' * 2}x ó c đ ĩ a", "xóc đĩa"),
    ],
)
def test_hidden_words_are_found(text: str, phrase: str) -> None:
    """Digits for letters, letters set apart and words set together give the words."""
    assert phrase in " ".join(undisguised(tokens(text)))


@pytest.mark.parametrize(
    "text",
    [
        "nghị định 06/2017/nđ-cp",
        "quốc lộ ql68",
        "ở xã ta có 3 thôn",
        "a b c d",
        "covid19 windows11",
    ],
)
def test_honest_words_stay(text: str) -> None:
    """Numbers of documents and roads, short words and lists are left as they are."""
    words = tokens(text)

    assert undisguised(words) == words
    assert not any(map(is_odd, words))
