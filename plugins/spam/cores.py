"""The cores of the phrases of spam, and the names of sites: data, no code.

Whoever speaks about a core says why he does, in the words of `speech.py`. A core without such words
was put where it stands. Phrases are parted by commas or line ends.
"""

from __future__ import annotations

import re
from typing import Final, TypeAlias

Core: TypeAlias = tuple[str, ...]


def phrases(text: str) -> tuple[Core, ...]:
    """The phrases of a text, each as its words."""
    return tuple(tuple(one.split()) for one in re.split(r",\s*", text.strip()))


# No honest text holds them but for those who speak about them; each is a phrase of a topic.
CERTAIN: Final = phrases("""
nhà cái, nổ hũ, nổ hủ, tài xỉu, lô đề, soi cầu, sôi cầu, bạch thủ, song thủ, dàn đề, dàn lô, lô xiên,
lô gan, xỉu chủ, nuôi lô, chốt lô, đánh đề, cá độ, cá cược, soi kèo, tỷ lệ kèo, tỉ lệ kèo,
kèo bóng đá, kèo thơm, kèo tài xỉu, đổi thưởng uy tín, bài đổi thưởng, game đổi thưởng, cổng game,
quay hũ, săn hũ, xóc đĩa, bắn cá đổi thưởng, bắn cá online, đá gà trực tiếp, đá gà thomo,
đá gà online, gà chọi online, casino online, casino trực tuyến, live casino, online casino,
đánh bài online, xổ số trực tiếp, dự đoán xsmb, dự đoán xsmn, dự đoán xổ số, xổ số hôm nay,
xổ số miền bắc, xổ số miền nam, xổ số miền trung, chốt số vip, chốt số chuẩn, xoilac, cakhia,
socolive, keonhacai, nhacai, kubet, soicau, rồng bạch kim, bahis siteleri, canli bahis, kaçak bahis,
deneme bonusu, slot gacor, judi online, situs judi, situs slot, togel, bandar togel, judi slot,
agen judi, judi bola, prediksi togel, bahis sitesi, gái gọi, gai goi, sinh viên đi khách, gái đi khách, phim sex, truyện sex,
chat sex, sugar baby, sugar daddy, thuốc kích dục, gái bao, vay tiền nhanh, vay nóng,
vay tiền nóng, vay tiền online, vay tiền gấp, vay siêu tốc, bằng đại học giá rẻ, dịch vụ backlink,
mua backlink, bán backlink, poker online, mậu binh online, xóc đĩa bịp, bài bịp, xúc xắc bịp, nhìn xuyên bài,
1 ăn 99, 1 ăn 98, 1 ăn 95, 1 ăn 90, 1 ăn 80, 1 ăn 70,
massage nude, massage yoni, massage kích thích, massage kích dục, cakeo tv, caheo tv, mitom tv, mì tôm tv, vebo tv, xôi lạc tv,
cà khịa tv, cà kheo tv, bún chả tv, sao kê tv, chảo lửa tv, xoivo tv, situs toto, toto macau, toto togel, toto slot,
slot online, slot resmi, slot terpercaya, situs gacor, link slot, slot deposit, slot dana, slot qris, rtp slot, rtp live,
bocoran slot, pragmatic play, mahjong ways, gampang maxwin, agen slot, akun slot, daftar slot, slot login, slot server,
live draw, keluaran hk, data sgp, pkv games, judi kartu, judi resmi, toto 4d, pg slot, slot joker, joker gaming, sa gaming,
web slot, ufa slot, uang asli
""")
# Words of sport, of play and of banks as well.
DOUBTFUL: Final = phrases("""
bắn cá, đá gà, game bài, casino, baccarat, chốt số, đặt cược, phim người lớn, thuốc cường dương,
tỷ lệ cược, tỉ lệ cược, giftcode, vay tiền không thế chấp, vay tiền không cần, làm bằng giả,
kích dục, viagra, cialis, xsmb, xsmn, xsmt, kqxs, livescore, bạc bịp, sổ mơ
""")
# Without their marks these are words of honest texts too.
BARE_IS_HONEST: Final = frozenset(
    ("lô đề", "bạc bịp", "nổ hũ", "nổ hủ", "cá độ", "đá gà", "bắn cá", "vay nóng", "chốt số")
)
# Topics that are words of forecasts and broadcasts as well: beside others of these they are none.
SHARED: Final = frozenset(
    phrases("""
dự đoán miền bắc, dự đoán miền nam, dự đoán miền trung, trực tiếp bóng đá, xem trực tiếp bóng đá, xem bóng đá trực tiếp,
bóng đá trực tiếp, ket qua, truc tiep, du doan, hom nay, bong da
""")
)
# Codes that are known as names of sites before all else.
FAMED: Final = frozenset(
    "go88 fb88 w88 m88 hi88 vn88 yo88 ee88 bk8 ok365 mb66 jun88 new88 may88 ae888 ae3888 sv388 rr88 st666".split()
)
# Aeroplanes whose downing is told and rewarded to this day.
PLANES: Final = frozenset("b52 b29".split())
# Codes that are known as other things before all else.
UNFAMED: Final = frozenset("b52 b29 u888 s666 a888 8us 69vn qh88 mm88 6686".split())
