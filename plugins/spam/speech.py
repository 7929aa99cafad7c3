"""Tells who speaks about spam from who offers it, by the words that either says beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from plugins.spam.cores import phrases
from plugins.spam.lexicon import Match
from plugins.spam.normalise import bare

# How sure it is that a sentence speaks about spam.
SURE: Final = 2
# How far before a core a negation stands.
_BEFORE: Final = 3
# Spoken by those who report, forbid and warn.
_ABOUT: Final = """
đánh bạc, cờ bạc, con bạc, sòng bạc, số đề, bị can, bị cáo, triệt phá, triệt xóa, bắt quả tang,
tạm giam, lừa đảo, cảnh tỉnh, trái phép, xử lý hình sự, xử lý nghiêm, tệ nạn, tín dụng đen,
mại dâm, bán dâm, tuyệt đối không, không chơi, nói không với, không sa, tránh sa, cáo trạng,
công ty xổ số, xổ số kiến thiết, mở thưởng, bị chèn, chèn, mã độc, tin tặc, bị tấn công, trá hình,
ăn tiền, sát phạt, nợ nần, tống tiền, chiếm đoạt, tang vật, đột kích, thủ đoạn, kẻ gian, kẻ xấu,
mạo danh, giả danh, tự thú, đầu thú, trinh sát, mật phục, dẹp bỏ, núp bóng, cho vay nặng lãi,
hiểm họa, cái bẫy, chiêu trò, chiêu lừa, ghi lô đề, đánh sập, bóc gỡ, illegal, illegally,
arrested, scam, fraud, prosecuted, defendants, gambling ring, betting ring, beware
"""
# Spoken by them and by others.
_BESIDE: Final = """
công an, cảnh sát, đối tượng, nghi phạm, bắt, phạt, tòa, xóa, gỡ, gỡ bỏ, chặn, quảng cáo,
đường dây, vụ án, lôi kéo, dụ dỗ, dụ, ngăn chặn, quảng bá, đừng, không truy cập, bác sĩ, thí điểm,
doanh thu, từ khóa, cụm từ, bộ lọc, tin nhắn rác, thua, nợ, phụ huynh, vướng, nghiện, cấp cứu,
ngộ độc, pháp luật, cấp phép, licence, license, licensed, thanh tra, sát hại, kẻ, tụ tập, truy tố,
lợi dụng, tổ chức đánh, thu giữ, kê biên, tịch thu, bị phạt tù, khởi tố, bắt giữ, tạm giữ,
tạm dừng, cảnh báo, cảnh giác, khuyến cáo, xử phạt, bị phạt, phạt tiền, mức phạt, vi phạm,
tội phạm, môi giới, không tham gia, không tổ chức, nghiêm cấm, cấm, tòa án, xét xử, phiên tòa,
viện kiểm sát, bản án, án tù, năm tù, nộp ngân sách, vé số, hacker, xâm nhập, nạn nhân, điều tra,
cơ quan chức năng, lực lượng chức năng, giả mạo, trình báo, tố giác, ra quân, đấu tranh,
không được, công quỹ, mất tiền, trộm, trộm cắp, cướp, coi chừng, cẩn trọng, lừa, bị lừa, tác hại,
hậu quả, bẫy, trùm, police, crime, criminal, fined, warn, warns, warning, banned, blocked, court
"""
# Spoken by those who enforce the law, and who clean a page of spam.
_LAW: Final = """
công an, cảnh sát, khởi tố, bị can, bị cáo, tòa án, viện kiểm sát, thanh tra, điều tra, triệt phá,
bắt giữ, bắt quả tang, trái phép, xử phạt, bị phạt, phạt chủ, quản trị viên, đã gỡ, cần gỡ,
yêu cầu gỡ, gỡ ngay, bị chèn, bị chặn, xét xử, hầu tòa, tạm giữ, police, arrested, court, illegal,
illegally, defendants, blocked, sentenced
"""
# Spoken by those who offer something.
_OFFER: Final = """
đăng ký, nhận ngay, tặng, khuyến mãi, thưởng, uy tín, tải, link, chúng tôi, hãy, an toàn,
miễn phí, trả thưởng, hoa hồng, chính chủ, mới nhất, hàng đầu, liên hệ, inbox, anh em, cam kết,
giá rẻ, lách, hội viên, bên em, trang chủ, hợp pháp, được cấp phép, ăn chắc, góc nhìn, đánh giá,
không bị, không lo, sẽ không, đảm bảo, bảo mật, làm sao, hướng dẫn, chỉ nên, chuyển sang,
giảm giá, vay ngay, cho vay, có lừa đảo, your, you, we, our, free, best, join, get, bonus, click,
here
"""
# Whoever says so before a core speaks about it.
_NEGATIONS: Final = frozenset("không đừng chớ chống cấm".split())
_QUOTES: Final = frozenset('"“‘')


def about(words: Sequence[str], found: Sequence[Match]) -> int:
    """How surely `words` speak about spam: 2 for sure, 1 perhaps, 0 not at all.

    `found` are the phrases of topics among them.
    """
    if _said(_ABOUT, words):
        return SURE
    before = [words[max(0, one.start - _BEFORE) : one.start] for one in found]
    if any(said and said[-1] in _NEGATIONS for said in before):
        return SURE
    hints = len(_said(_BESIDE, words))
    hints += any(not _NEGATIONS.isdisjoint(said) for said in before)
    hints += any(said and said[-1] in _QUOTES for said in before)
    return min(SURE, hints)


def is_report(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether `words` tell what the law does about spam, and offer nothing."""
    return about(words, found) >= SURE and bool(_said(_LAW, words)) and not _said(_OFFER, words)


def _said(known: str, words: Sequence[str]) -> set[str]:
    """Which of the phrases `known` are among `words`; without marks where these have none."""
    text = " ".join(words)
    return {*_form(known, text.isascii()).findall(text)}


@cache
def _form(known: str, is_bare: bool) -> re.Pattern[str]:  # noqa: FBT001  a key
    written = (" ".join(one) for one in phrases(known))
    said = map(re.escape, map(bare, written) if is_bare else written)
    return re.compile(rf"(?<!\S)(?:{'|'.join(said)})(?!\S)")
