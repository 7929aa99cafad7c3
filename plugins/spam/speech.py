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
arrested, seized, scam, fraud, prosecuted, defendants, gambling ring, betting ring, beware
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
# Told of the harm that it does and of what is done about it, but of other things as well: they make
# it doubtful, and never pass it over in silence.
_TOLD: Final = """
diễn biến phức tạp, diễn ra phức tạp, tan nát, tan cửa, tán gia, bại sản, khuynh gia, vỡ nợ, bức xúc, nhức nhối,
cầm đầu, tú bà, phát lậu, truyền hình lậu, web lậu, trang lậu, lệch lạc, mê tín, danh sách đen, bảng đen, nhà mạng,
tên miền, bản quyền, len lỏi, sa lưới, chuyên án, phá án, lãnh án, lĩnh án, tuyên án, thực chất là, tiếp tay,
biến tướng, bán nhà, bán ruộng, bán cả, bỏ học, bỏ bê, ly hôn, khổ tâm, trả nợ, hết nợ, bị lọc, lọc từ,
bộ lọc, chặn bình luận, bị xử lý, bị phá, truy quét, khủng bố điện thoại, quay lén, phản ánh quán, phản ánh nhóm, phản ánh nạn,
phản ánh tình trạng, tố cáo, nhận biết,
kiểm tra xem, biểu hiện, dấu hiệu, hương ước, quy ước, khẩu hiệu, tiểu phẩm, mặt trái, châm biếm,
sau cuộc gọi, được cuộc gọi, bà mất, ông mất, chị mất, anh mất, đó mất, con đang chơi, chồng tôi, vợ tôi,
không để xảy ra, không cho mở, không cho phép, không ai được, máy chủ đặt, có máy chủ, trẻ em tiếp xúc, trẻ xem, khiến trẻ,
để câu, dụ người, hội thảo về, gây thiệt hại
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
# Offered by nobody who reports, even where a word of the law stands beside it.
_SELLING: Final = """
nhận ngay, nhận thưởng, nhận code, tặng, khuyến mãi, thưởng, uy tín, tải, tải về, link, tân thủ, hội viên, nạp rút,
nạp đầu, chuẩn, số một, số 1, hàng đầu, top đầu, mới nhất, chính chủ, đăng nhập, đăng ký ngay, đăng ký nhận, hợp pháp,
được cấp phép, giá rẻ, giao kín đáo, mua, đặt ngay, liên hệ, inbox, zalo, anh em, cam kết, ăn chắc, chắc thắng,
trúng lớn, xanh chín, tại đây, ở đây, dưới đây, vào đây, miễn phí, chơi ngay, vào ngay, bỏ lỡ, bỏ qua, là lựa chọn,
mời anh em, cùng chúng tôi, bonus, join, click, free
"""
# Said of sites and their programs.
_SITE: Final = """
đăng nhập, đăng ký, tải app, tải về, tải game, link, nạp đầu, nạp tiền, nạp rút, khuyến mãi, nhận thưởng, thưởng nạp,
thưởng, tặng, code, trang chủ, chính thức, club, casino, bet, game, cược, trải nghiệm
"""
# Words of prizes and loads that sell nothing.
_PRIZES: Final = """
đổi thưởng, mở thưởng, có thưởng, trúng thưởng, khen thưởng, tiền thưởng, giải thưởng, phần thưởng, tải trọng,
vận tải, xe tải, tiêu chuẩn, chuẩn bị, quy chuẩn, mất uy tín, mua bán, mua dâm, tên miền mới nhất
"""
# Words of football and of betting on it that sound like those of the law.
_PLAY: Final = "phạt góc, phạt đền, thẻ phạt, bắt cửa, bắt kèo, bắt bóng"
# Whoever says so before a core speaks about it; the last ones stand right before it.
_NEGATIONS: Final = frozenset("không đừng chớ chống cấm".split())
_ILLS: Final = frozenset("tệ nạn mê nghiện ham vướng tội ghiền".split())
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
    hints = len(_said(_BESIDE, words, _PLAY))
    hints += any(said and said[-1] in _ILLS for said in before)
    hints += any(not _NEGATIONS.isdisjoint(said) for said in before)
    hints += any(said and said[-1] in _QUOTES for said in before)
    return min(SURE, hints) if hints else int(_is_told(words))


def is_report(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether `words` tell what is done about spam or what it does, and offer nothing."""
    if sells(words) or not (_is_told(words) or about(words, found) >= SURE):
        return False
    return bool(_said(_LAW, words, _PLAY)) or not _said(_OFFER, words, _PRIZES)


def _is_told(words: Sequence[str]) -> bool:
    return bool(_said(_TOLD, words))


def sells(words: Sequence[str]) -> bool:
    """Whether `words` offer something, whoever else speaks in them."""
    return bool(_said(_SELLING, words, _PRIZES))


def is_of_site(words: Sequence[str]) -> bool:
    """Whether `words`, which stand around a code, are those that sites are offered with."""
    return bool(_said(_SITE, words))


def _said(known: str, words: Sequence[str], otherwise: str = "") -> set[str]:
    """Which of the phrases `known` are among `words`; without marks where these have none.

    Where they are part of a phrase of `otherwise` they mean another thing.
    """
    text = " ".join(words)
    if otherwise:
        text = _form(otherwise, text.isascii()).sub(",", text)
    return {*_form(known, text.isascii()).findall(text)}


@cache
def _form(known: str, is_bare: bool) -> re.Pattern[str]:  # noqa: FBT001  a key
    written = (" ".join(one) for one in phrases(known))
    said = map(re.escape, map(bare, written) if is_bare else written)
    return re.compile(rf"(?<!\S)(?:{'|'.join(said)})(?!\S)")
