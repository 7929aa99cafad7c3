"""Writing that injected pages bring with them: other scripts, their boilerplate and 【】."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from plugins.spam.normalise import is_usual

# Letters of other scripts that no text of the portals is written in: Thai, Arabic and the like.
_OTHER: Final = (
    "[\u2800-\u28ff\u0530-\u08ff\u0900-\u0fff\u1000-\u137f\u1780-\u18af\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\U00020000-\U0003ffff]"
)
_LATIN: Final = re.compile("[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_BRACKETS: Final = re.compile("[【】〖〗『』]")
# What an honest text says in Chinese stands in quotation marks or brackets, after its Vietnamese.
_QUOTED: Final = re.compile(r"\([^()]*\)|（[^（）]*）|“[^”]*”|\"[^\"]*\"|《[^》]*》|「[^」]*」")
# Furniture of sites and words of betting, in simplified and traditional letters, and those of betting
# in other scripts of Asia.
_BOILERPLATE: Final = re.compile(
    "会员|會員|登录|登錄|登入|注册|註冊|首页|首頁|收藏|网站|網站|地图|时间|時間|来源|來源|作者|阅读|閱讀|责任编辑|責任編輯"
    "|相关|相關|推荐|推薦|热门|熱門|点击|點擊|上一篇|下一篇|最新|关于我们|联系我们|版权|版權|娱乐|娛樂|博彩|彩票|赌|賭|开户|開戶"
    "|下载|下載|官网|官網|平台|平臺|投注|足球|直播|百家乐|百家樂|真人|体育|體育|线上|線上|老虎机|老虎機|棋牌|成人|色情|贷款|貸款"
    "|办证|辦證|发票|發票|客服|微信|充值|提现|優惠|优惠|开奖|開獎|六合彩|时时彩|北京赛车|ログイン|カジノ|オンライン|카지노|바카라|토토|슬롯|도박|배팅|먹튀"
    "|パチンコ|スロット|ブックメーカー"
    # Casino, slot, baccarat, to bet, lottery and free credit in Thai, Lao and Khmer.
    "|คาสิโน|สล็อต|บาคาร่า|แทงบอล|แทงหวย|หวยออนไลน์|พนัน|เดิมพัน|เครดิตฟรี|เว็บตรง|ยูฟ่า|ฝากถอน|แตกง่าย"
    "|ຄາສິໂນ|ສະລັອດ|ບາຄາຣາ|ພະນັນ|ຫວຍ|កាស៊ីណូ|ស្លុត|បាការ៉ា|ភ្នាល់|ល្បែងស៊ីសង|ឆ្នោតអនឡាញ"
    "|كازينو|مراهن|قمار|सट्टा|कैसीनो|जुआ"
)
# Words of the same trade in Cyrillic letters, in which no text of the portals is written either.
_CYRILLIC: Final = "[\u0400-\u052f]"
# A few letters are signs of sums, or stand among others to look like them.
_WORDS: Final = re.compile(f"(?:{_CYRILLIC}|[\u0370-\u03ff\u1f00-\u1fff]){{4,}}")
_CYRILLIC_TRADE: Final = re.compile(
    "казино|букмекер|ставк[аиу] на|рулетк|игровы[ех] автомат|слоты|джекпот|покер|интим|девушки по|порно|секс|займ|кредит",
    re.IGNORECASE,
)
_CERTAIN: Final = 1.0
_DOUBTFUL: Final = 0.5
_MANY: Final = 4


def foreign_strength(sentence: str) -> float:
    """How much a sentence is such writing: 1 where it is boilerplate, 0.5 where it may be."""
    if is_usual(sentence) or not _foreign().search(sentence):
        return 0.0
    if any(one.search(sentence) for one in (_BRACKETS, _BOILERPLATE, _CYRILLIC_TRADE)):
        return _CERTAIN
    said = _QUOTED.sub("", sentence)
    if len(_other().findall(said)) < _MANY and not _WORDS.search(said):
        return 0.0
    return _DOUBTFUL if _LATIN.search(sentence) else _CERTAIN


# Sets of so many letters take long to compile, and few texts hold any of them.
@cache
def _other() -> re.Pattern[str]:
    return re.compile(_OTHER)


@cache
def _foreign() -> re.Pattern[str]:
    return re.compile(f"{_OTHER}|{_BRACKETS.pattern}|{_CYRILLIC}|{_WORDS.pattern}")
