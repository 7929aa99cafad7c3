"""Those who forbid a phrase of spam, and those who only sound so."""

from __future__ import annotations

import pytest

from plugins.spam.inspect import inspect
from plugins.spam.score import WARNED_FROM, score


@pytest.mark.parametrize(
    "sentence",
    [
        "Người dân không tự ý mua thuốc kích dục trên mạng.",
        "Không mua, bán, tàng trữ thuốc kích dục.",
        "Học sinh cam kết không chơi game bài đổi thưởng.",
        "Bà con không nên tham gia các hội nhóm lô đề trên Zalo.",
        "Phụ huynh không để con chơi nổ hũ, bắn cá trên điện thoại.",
        "Nghiêm cấm ghi lô đề tại chợ.",
        "Nghiem cam ghi lo de tai cho",
        "Hãy nói không với cá độ bóng đá.",
        "Hãy tránh xa lô đề, cá cược.",
        "Tránh xa cá độ bóng đá",
        "Cá cược? Không!",
        "Lô đề, cá độ? Không. Hãy tránh xa.",
    ],
)
def test_what_is_forbidden_passes(sentence: str) -> None:
    """Who forbids something, or pledges to keep off it, is not even warned of."""
    assert score(sentence).points < WARNED_FROM


@pytest.mark.parametrize(
    "sentence",
    [
        "Không chơi nổ hũ thì tiếc lắm, vào ngay.",
        "Không nên bỏ qua nhà cái này, nạp rút trong 1 phút.",
        "Cam kết không cọc, gái gọi đúng hình.",
        "Đừng vay ngân hàng nữa, vay tiền online 5 phút có liền.",
        "Không chơi lô đề theo linh cảm, hãy theo dàn đề của cao thủ.",
        "Không tham gia nhà cái lạ, chọn kubet cho chắc.",
        "Cam on nha cai, rut 45 trieu 2 phut da ve the",
        "Tránh xa nhà cái kém uy tín.",
        "Nhà cái uy tín? Không! Hãy tránh xa.",
        "Cá cược? Không đâu trả thưởng nhanh hơn!",
    ],
)
def test_an_offer_in_the_words_of_a_ban_is_told(sentence: str) -> None:
    """What is a pity to miss, promised or offered in place of another is not forbidden."""
    assert [one.verdict for one in inspect(sentence)]


def test_a_ban_covers_no_name_of_a_site() -> None:
    """Whoever forbids one may lead to it all the same."""
    assert score("Không chơi lô đề, không vào 8xbet").points >= WARNED_FROM


def test_a_question_stands_with_the_answer_that_refuses_it() -> None:
    """Whatever it asks for by itself; what comes behind is judged by itself."""
    assert not inspect("Cá cược? Không! Hãy tránh xa.")
    assert not inspect("Công an xã nhắc: Lô đề? Hãy tránh xa!")
    assert [one.sentence for one in inspect("Cá cược? Không! Vào ngay w88 nhận thưởng.")] == [
        "Vào ngay w88 nhận thưởng."
    ]
    assert inspect("Cá cược?")[0].verdict == "refuse"
