"""Tells who speaks about spam from who offers it, by the words that either says beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from plugins.spam.bans import are_banned, is_any_banned, is_declined, is_pity, without_bans
from plugins.spam.cores import SHARED, phrases
from plugins.spam.lexicon import Match
from plugins.spam.normalise import bare

# How sure it is that a sentence speaks about spam.
SURE: Final = 2
# How far before a core a negation stands.
_BEFORE: Final = 3
# And how far before a code those are named who are said to stand surety for it.
_FAR: Final = 10
# Spoken by those who report, forbid and warn.
_ABOUT: Final = """
đánh bạc, cờ bạc, con bạc, sòng bạc, bị can, bị cáo, triệt phá, triệt xóa, bắt quả tang,
tạm giam, lừa đảo, cảnh tỉnh, trái phép, xử lý hình sự, xử lý nghiêm, tệ nạn, tín dụng đen,
mại dâm, bán dâm, tuyệt đối không, không chơi, nói không với, không sa, tránh sa, cáo trạng,
công ty xổ số, xổ số kiến thiết, mở thưởng, bị chèn, chèn, mã độc, tin tặc, bị tấn công, trá hình,
sát phạt, nợ nần, tống tiền, chiếm đoạt, tang vật, đột kích, thủ đoạn, kẻ gian, kẻ xấu,
mạo danh, giả danh, tự thú, đầu thú, trinh sát, mật phục, dẹp bỏ, núp bóng, cho vay nặng lãi,
hiểm họa, cái bẫy, chiêu trò, chiêu lừa, đánh sập, bóc gỡ, illegal, illegally,
danh sách bị chặn, thu lợi, phạm pháp, phạm luật, theo công an, theo cơ quan điều tra, công an cho biết, thuê máy chủ, đặt máy chủ,
arrested, seized, scam, fraud, prosecuted, defendants, gambling ring, betting ring, beware
"""
# Spoken by them and by others.
_BESIDE: Final = """
công an, cảnh sát, đối tượng, nghi phạm, bắt, phạt, tòa, xóa, gỡ, gỡ bỏ, chặn, quảng cáo,
đường dây, vụ án, lôi kéo, dụ dỗ, dụ, ngăn chặn, quảng bá, không truy cập, bác sĩ, thí điểm,
doanh thu, từ khóa, cụm từ, bộ lọc, tin nhắn rác, thua, nợ, số đề, ghi lô đề, ăn tiền, phụ huynh,
vướng, nghiện, cấp cứu, pháp luật, cấp phép, licence, license, licensed, thanh tra, sát hại, kẻ, tụ tập, truy tố,
lợi dụng, tổ chức đánh, thu giữ, kê biên, tịch thu, bị phạt tù, khởi tố, bắt giữ, tạm giữ,
tạm dừng, cảnh báo, cảnh giác, khuyến cáo, xử phạt, bị phạt, phạt tiền, mức phạt, vi phạm,
tội phạm, môi giới, nghiêm cấm, cấm, tòa án, xét xử, phiên tòa,
viện kiểm sát, bản án, án tù, năm tù, nộp ngân sách, vé số, hacker, xâm nhập, nạn nhân, điều tra,
cơ quan chức năng, lực lượng chức năng, giả mạo, trình báo, tố giác, ra quân, đấu tranh,
không được, công quỹ, mất tiền, đình chỉ, rút giấy phép, xử lý nhóm, xử lý người, giải tán,
nhóm thanh niên, ổ nhóm, hiện trường, xử lý hành chính, không phép, không hóa đơn, trộm, trộm cắp,
cướp, coi chừng, cẩn trọng, lừa, bị lừa, tác hại, hậu quả, bẫy, trùm, police, crime, criminal, fined, warn, warns, warning, banned, blocked, court
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
# Told of a phrase of spam where one stands, and of other things as well: what it does to people,
# and what else is said by those who report and warn.
_RUIN: Final = """
ngộ độc, nhập viện, nguy kịch, quá liều, suýt chết, nhập lậu, ly tán, tan nát, vỡ nợ, hệ lụy, tác hại, khánh kiệt,
trắng tay, mất nhà, mất cả nhà, trộm tiền, bán đất, bỏ nhà đi, lĩnh án, bị bắt, khai trừ, cách chức, lật tẩy, giã từ,
cai nghiện, sập bẫy, bị lừa, chỉ có thua, chỉ có mất, chồng nghiện, tụ điểm, vấn nạn, tố giác, kẻ dùng
"""
_HARM: Final = """
tử vong, tai biến, đột quỵ, tác dụng phụ, biến chứng, tổn thương, thu hồi, lạm dụng, bừa bãi, không rõ nguồn gốc,
quản lý thị trường, tiêu hủy, thực trạng, nghỉ học, tham ô, lấy trộm, bán xe, lập biên bản, đưa về trụ sở, đi tù, phạm tội,
tin lời, vị thành niên, kỷ luật, trôi nổi, đột xuất, đề phòng, rà soát, nguyên nhân, vì sao nhiều, giúp con, cha mẹ,
thoát khỏi, bỏ được, sạch bóng, kiểm tra điện thoại, tránh ứng dụng, tác động, con chơi
"""
# Spoken by those who enforce the law, and who clean a page of spam.
_LAW: Final = """
công an, cảnh sát, khởi tố, bị can, bị cáo, tòa án, viện kiểm sát, thanh tra, điều tra, triệt phá,
bắt giữ, bắt quả tang, trái phép, xử phạt, bị phạt, phạt chủ, quản trị viên, đã gỡ, cần gỡ,
thu giữ, bị bắt, quản lý thị trường, đình chỉ, rút giấy phép, kiểm tra cơ sở, kiểm tra quán,
kiểm tra đột xuất, phạt quán, lĩnh án, khai trừ, kỷ luật, cách chức, lật tẩy, yêu cầu gỡ, gỡ ngay, bị chèn, bị chặn, xét xử, hầu tòa, tạm giữ, police, arrested, court, illegal,
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
thưởng, tặng, code, chơi tại, chơi ở, trang chủ, chính thức, club, casino, bet, game, cược, trải nghiệm
"""
# Words of prizes and loads that sell nothing.
_PRIZES: Final = """
đổi thưởng, mở thưởng, có thưởng, trúng thưởng, khen thưởng, tiền thưởng, giải thưởng, phần thưởng, tải trọng,
vận tải, phụ tải, truyền tải, xe tải, tiêu chuẩn, chuẩn bị, quy chuẩn, mất uy tín, mua bán, mua dâm, tên miền mới nhất,
ký cam kết, bản cam kết, cam kết quản lý, cam kết chấp hành, cam kết thực hiện, hãy nói không, trên zalo,
mua trên mạng, tự mua, tự ý mua, mua phải, mua về
"""
# Spoken by those who tell of weather, of elections, of what the state broadcasts, of its power and its mines.
_NEWS: Final = """
thời tiết, khí tượng, thủy văn, không khí lạnh, nắng nóng, oi nóng, nắng gắt, mưa to, mưa lớn, mưa rào, mưa dông, mưa vừa, mưa phùn,
lượng mưa, áp thấp, bão số, lũ, ngập lụt, sạt lở, triều cường, sương mù, sương muối, rét đậm, rét hại, trời rét, trở rét, nhiều mây, gió phơn,
gió mùa, nhiệt độ, mực nước, xả lũ, biển động, cử tri, bầu cử, đi bầu, bỏ phiếu, kiểm phiếu, đại biểu quốc hội, hội đồng nhân dân,
trúng cử, vtv1, vtv2, vtv3, vtv4, vtv5, vtv6, vtv7, vtv8, vtv9, đài truyền hình, đài phát thanh, truyền thanh, phụ tải, hồ chứa,
khí metan, khí mê tan, mỏ than, lò than, hầm lò, lạm phát, lợn hơi, heo hơi
"""
# Words of play and of offers that sound like those of the law.
_PLAY: Final = """
phạt góc, phạt đền, thẻ phạt, bắt cửa, bắt kèo, bắt bóng, ăn tiền thật, ăn tiền mặt, ăn tiền online, ăn tiền uy tín,
dự đoán xổ số kiến thiết, dự đoán kết quả xổ số kiến thiết, không phạm pháp, không phạm luật, không vi phạm,
cờ bạc bịp, cờ bạc online, kính đánh bạc, tròng đánh bạc, bán thiết bị đánh bạc, lo bị bắt,
không tác dụng phụ, không có tác dụng phụ, không gây tác dụng phụ, không biến chứng, không ngộ độc,
không lừa đảo, không phải lừa đảo, không bị lừa, không bị bắt, nợ xấu, xóa nợ, hết nợ, công an xác nhận, công an chứng nhận, công an công nhận,
công an khẳng định, công an bảo đảm, công an đảm bảo, công an bảo hộ, công an bảo lãnh, công an bảo trợ, công an cấp phép, công an giới thiệu,
công an khuyên dùng, công an mời, công an xã mời, công an tỉnh mời, công an phường mời, cảnh sát xác nhận, cảnh sát chứng nhận,
cảnh sát khẳng định, cảnh sát bảo hộ, cảnh sát bảo đảm, cảnh sát giới thiệu, tòa án công nhận, tòa án xác nhận, thanh tra xác nhận,
thanh tra chứng nhận, thanh tra công nhận, sòng bạc online, sòng bạc trực tuyến, sòng bạc uy tín, sòng bạc đẳng cấp
"""
# What no office does for a site, however near its code stands behind.
_OFFICES: Final = "công an, cảnh sát, tòa án, thanh tra, chính quyền"
_PLEDGES: Final = """
bảo đảm, đảm bảo, bảo hộ, bảo lãnh, bảo trợ, cấp phép, công nhận, chứng nhận, giới thiệu, khuyên dùng
"""
_TO: Final = "cho, sòng, sòng bạc, sòng bài, nhà cái, casino, game, trang, web"
_DENIALS: Final = frozenset("không chưa chẳng khong chua chang bị bi giả gia".split())
# Whoever says so before a core speaks about it; the last ones stand right before it.
_NEGATIONS: Final = frozenset("không đừng chớ chống cấm".split())
_ILLS: Final = frozenset("tệ nạn mê nghiện ham vướng tội ghiền".split())
_QUOTES: Final = frozenset('"“‘')


def about(words: Sequence[str], found: Sequence[Match]) -> int:
    """How surely `words` speak about spam: 2 for sure, 1 perhaps, 0 not at all.

    `found` are the phrases of topics among them.
    """
    if _said(_ABOUT, words, _PLAY) or are_banned(words, found) or is_declined(words, found):
        return SURE
    before = [words[one.start - 1] for one in found if one.start]
    if not _NEGATIONS.isdisjoint(before) and not is_pity(words):
        return SURE
    hints = len(_said(_BESIDE, words, _PLAY)) + _harms(words, found)
    hints += is_any_banned(words, found) or _is_denied(words, found)
    hints += not _ILLS.isdisjoint(before)
    hints += not _QUOTES.isdisjoint(before)
    return min(SURE, hints) if hints else int(_is_told(words, found))


def _is_denied(words: Sequence[str], found: Sequence[Match]) -> bool:
    near = (words[max(0, one.start - _BEFORE) : one.start] for one in found)
    return any(not _NEGATIONS.isdisjoint(said) for said in near)


def is_endorsed(words: Sequence[str], at: int) -> bool:
    """Whether an office is said to stand surety for the code at `at`."""
    before = words[max(0, at - _FAR) : at]
    said = _endorsing(all(map(str.isascii, words))).search(" ".join(before))
    return said is not None and _DENIALS.isdisjoint(before)


def is_report(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether `words` tell what is done about spam or what it does, and offer nothing."""
    is_sure = about(words, found) >= SURE
    if sells(words) or not (is_sure or _is_told(words, found)):
        return False
    return _is_of_law(words) or not _offers(words)


def is_law_report(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether a word of the law stands beside the phrases `found`, and nothing is offered."""
    return bool(found) and _is_of_law(words) and not sells(words) and not _offers(words)


def is_sure_report(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether nothing but a report of the phrases `found` is told, and surely one."""
    return bool(found) and about(words, found) >= SURE and not sells(words) and not _offers(words)


def is_ban(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether `words` do nothing but forbid what the phrases `found` say."""
    if is_declined(words, found):
        return True
    is_asked = "?" in words
    return not is_asked and are_banned(words, found) and not sells(words) and not _offers(words)


def is_news(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether weather, elections or broadcasts are told of, and nothing else is, nor offered."""
    is_shared = all(one.phrase.words in SHARED for one in found)
    return is_shared and bool(_said(_NEWS, words)) and not sells(words)


def _is_of_law(words: Sequence[str]) -> bool:
    return bool(_said(_LAW, words, _PLAY))


def _offers(words: Sequence[str]) -> bool:
    return bool(_said(_OFFER, words, _PRIZES))


def _is_told(words: Sequence[str], found: Sequence[Match]) -> bool:
    return bool(_said(_TOLD, words) or _harms(words, found))


def _harms(words: Sequence[str], found: Sequence[Match]) -> int:
    """How much of the harm of the phrases `found` is told: 1 for a word, 2 for one of ruin."""
    if not found:
        return 0
    return len(_said(_HARM, words, _PLAY)) + SURE * len(_said(_RUIN, words, _PLAY))


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
    if known in (_OFFER, _SELLING):
        text = without_bans(text)
    if otherwise:
        text = _form(otherwise, text.isascii()).sub(",", text)
    return {*_form(known, text.isascii()).findall(text)}


@cache
def _endorsing(is_bare: bool) -> re.Pattern[str]:  # noqa: FBT001  a key
    office, pledge, to = (
        "|".join(bare(said) if is_bare else said for said in map(" ".join, phrases(known)))
        for known in (_OFFICES, _PLEDGES, _TO)
    )
    return re.compile(rf"(?<!\S)(?:{office})(?: \S+){{0,2}} (?:{pledge})(?: \S+){{0,3}} (?:{to})\Z")


@cache
def _form(known: str, is_bare: bool) -> re.Pattern[str]:  # noqa: FBT001  a key
    written = (" ".join(one) for one in phrases(known))
    if is_bare:
        # 'Tai' is 'tại' more often than 'tải', and 'bat' is no word of the police alone.
        written = (one for one in written if one.isascii() or " " in one)
    # The longest first: of 'bắt' and 'bắt giữ' the first that fits is taken.
    said = map(re.escape, sorted(map(bare, written) if is_bare else written, key=len, reverse=True))
    return re.compile(rf"(?<!\S)(?:{'|'.join(said)})(?!\S)")
