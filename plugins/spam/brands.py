"""Names in the shape that betting sites give themselves, and the addresses of such sites."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from plugins.spam.cores import FAMED, PLANES
from plugins.spam.normalise import bare

KNOWN: Final = frozenset(
    "188bet 8xbet 8kbet bet365 bet88 fb88 fun88 m88 w88 k8vip v9bet vwin k9win 78win 79king 88clb 33win 23win 55win "
    "77win 98win 66win thabet jun88 new88 789bet 789win 789club shbet hi88 f8bet mb66 okvip okking five88 "
    "12bet 11bet 22bet dafabet go88 iwin iwinclub zowin manclub yo88 twin68 debet sin88 sv388 onbet one88 "
    "lixi88 vin88 qh88 kuwin bk8 ae888 ae3888 alo789 rr88 xin88 abc8 good88 6686 bong88 vn88 choangclub "
    "gemwin tdtc bayvip manvip sumvip vuaclub vua99 nohu90 nohu52 bancah5 luck8 ee88 i9bet loto188 "
    "xoso66 s666 kubet77 ku11 kubet11 sbobet m8win nbet bet69 tk88 u888 mig8 f168 hb88 j88 ok365 "
    "kingfun win79 win55 b29 lucky88 oxbet cwin cwin05 letou typhu88 nhacai66 1xbet 1xslots melbet 22win "
    "b52club rik88 sam86 sumclub xocdia88 8day 8live nhatvip v8club fabet sky88 zbet 99ok 8us 009casino 69vn "
    "vz99 pg88 pg99 bj88 da88 dagathomo s8 betvisa aog777 ibet888 w388 a888 suncity "
    "88bet ole777 vsbet mcw77 vin777 phl63 k8cc 88vin bunchatv thapcamtv rakhoitv "
    "sunwin789 123b 123win 66club 68gamebai dabet king88 red88 hubet top88 gk88 uu88 xx88 nk88 28bet alo88 kkwin nowgoal "
    "st666 mu88 nova88 ww88 lu88 vip79 vip66 winvip vinwin bl555 hello88 gn88 pq88 okbet sunclb hitclb tf88 kwin68 kwin "
    "cakeo cakeotv caheo caheotv cakhiatv xoilactv mitomtv vebotv xoivo xoivotv colatv gavangtv saoketv luongsontv vaoroitv "
    "socolivetv chaoluatv 90phuttv xemlaibongda bandarqq dominoqq pkvgames slotxo pgslot ufabet superslot slot88 joker123 "
    "gacor maxwin slotgacor "
    "rikvip mm88 hitclub b52 zowin sunwin kubet xoilac socolive cakhia keonhacai vn138 viva88 betway".split()
) - {"s8"}
# What papers, machines and seeds are numbered by looks the same.
_CODE: Final = re.compile(r"[a-z]{0,2}\d+\Z")
_NAMES: Final = frozenset(name for name in KNOWN if not _CODE.match(name))
_CODES: Final = KNOWN - _NAMES - PLANES
# What is known of them by itself, so that any number may stand behind it: 'iwin68'.
_STEMS: Final = frozenset(name for name in _NAMES if name.isalpha() and len(name) > len("bet"))
# The names of two parts, and their first ones but for those that are words of texts.
_PARTS: Final = re.compile(r"([a-z]{2,}|[a-z]\d{2}|\d{3,}(?=[a-z]))(\d+|club|win|bet|vip)\Z")
_WORDS: Final = frozenset("da good new one on xin five go".split())
SPLIT_NAMES: Final = frozenset(
    match.groups()
    for name in sorted(KNOWN)
    if (match := _PARTS.match(name)) and match[1] not in _WORDS
)
FIRST_PARTS: Final = frozenset(first for first, _ in SPLIT_NAMES)
_TRADE: Final = (
    "bet|win|club|clb|casino|vip|slot|slots|nohu|taixiu|keo|kubet|poker|jackpot|loto|xoso|lode"
)
_BETTING: Final = "bet|casino|nohu|taixiu|kubet|jackpot|xoso|lode"
_LUCK: Final = "88|888|68|86|79|99|66|77|789|777|999|666|365|247|52|33|11|22|55|69|6868|8888|7979"
# Of a name in a shape that hardly anything but a site has.
STRONG_POINTS: Final = 4.0
_SHAPES: Final = (
    # 88bet, abc68win, bet88
    (
        STRONG_POINTS,
        re.compile(rf"[a-z]*\d+[a-z]{{0,6}}(?:{_TRADE})\d*\Z|[a-z]*(?:{_BETTING})\d{{2,}}\Z"),
    ),
    # club7, sunwin79
    (3.5, re.compile(rf"[a-z]*(?:{_TRADE})\d+\Z")),
    # abc88, xyz789
    (2.5, re.compile(rf"[a-z]{{3,10}}(?:{_LUCK})\Z")),
    # 88vn, 789vip; one letter behind them is that of a house, a bus or a class
    (2.5, re.compile(r"(?:88|888|789|777|999)[a-z]{2,4}\Z")),
    (2, re.compile(r"[a-z]{2,}(?:bet|casino|nohu|taixiu|vipclub)\Z")),
    (1, re.compile(r"[a-z]{3,}(?:win|club|slot)s?\Z")),
)
# Roads, documents, units and models that end in the same digits; words that end in 'bet' or 'win'.
_HONEST: Final = re.compile(
    r"(?:ql|tl|dt|hl|th|nd|tt|ct|qd|cp|tw|kh|tb|bc|cv|tp|hd|nq|qh|ubnd|bgddt|btc|bt|byt|tcvn|qcvn|iso|covid|sars|"
    r"dh|htx|mtv|km|ha|kg|cm|mm|ml|kv|kw|mw|gb|tb|no|so|tu|to|thon|khu|lo|ap|pa|ky|k|d|a|b|c|q|p|t|h|n|u|g|cn|dien|nam|thang|ngay|phone|"
    r"windows|win(?=1[01]?\Z)|om|st|office|class|rfc|ipv|utf|sha|md|mp|hsk|ielts|toeic|dna|pm|co|ch|h|xa|bhxh|cccd|cmnd|sp|vn)\d+\Z"
    r"|\d+(?:kg|km|ha|mm|cm|ml|kw|kv|mw|gb|mb|tr|bis|tb|st|nd|th)\Z"
    r"|(?:alpha|ti|ha|eliza|dia|ra|la)bet\w*\Z|(?:dar|god|ed|bald|ir|good|er|t|cor|begin|sher|cal)win\Z"
    r"|youthclub|aeroclub|thewin\Z"
)
# Endings of addresses that are cheap, and so are most of those whom they are sold to.
SPAM_ENDING: Final = re.compile(
    r"[\w-]\.(?:bet|win|vip|casino|club|xyz|top|icu|fun|live|poker|games|bid|loan|sbs|cfd|bond|buzz|"
    r"cyou|lol|monster|quest|rest|sex|porn|xxx|adult|webcam|click|gdn|men|work|party|racing|stream|cc|tk|ml|ga|cf|gq|pw|su)"
    r"(?![\w-]|\.\w)"
)
# Any address: it tells nothing by itself.
ADDRESS: Final = re.compile(
    r"(?<![\w@.-])(?:https?://)?[\w-]{2,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,8}(?![\w-])"
)
# Addresses of the state and of examples, and names of files, which look alike.
STATE_ADDRESS: Final = re.compile(
    r"\.(?:gov|edu|org|mil)(?:\.vn)?|\.example"
    r"|\.(?:md|ya?ml|html?|py|csv|json|png|jpe?g|pdf|docx?|xlsx?|txt|css|js|xml|atom|aspx?|zip)\Z"
)
# A mailbox of the state with the year or the lucky number of whom it belongs to.
_MAILBOX: Final = re.compile(r"(?<![\w.-])([a-z]+\d{1,4})@((?:[\w-]+\.)+gov\.vn)\b")
PHONE: Final = re.compile(
    r"(?<!\d)0[35789]\d{1,2}[ .-]?\d{3}[ .-]?\d{3,4}(?!\d)|(?<!\d)0[35789]x{6,8}"
)


# Known names glued to honest words.
_WITHIN: Final = re.compile(
    "|".join(sorted(name for name in _NAMES if re.fullmatch(r"(?=.*\d)(?=.*[a-z]{3}).{5,}", name)))
)
_LONGEST: Final = 60
KNOWN_POINTS: Final = 6.0
# Of a code that sites are called by as well: it tells nothing without the words beside it.
CODE_POINTS: Final = 2.25
# What is numbered as sites are named.
_NUMBERED: Final = frozenset(
    "lô quyển sổ nhánh mã máy phòng mẫu thẻ biển xe loại kiểu dòng hiệu model lớp ô tủ giống thép lốp pin đèn bơm cột "
    "khóa cày gặt cấy áp tăng phao hộp sim machine room tractor".split()
)
# 'Keyword': what is looked for in search engines is not numbered.
KEYWORD: Final = ("từ", "khóa")
MARKS: Final = frozenset("\"'“”‘’«»:")
# The shortest names of sites, by which they are looked for.
SEARCHED: Final = re.compile(r"[a-z]{1,2}\d{1,3}\Z")
# How far before a code the word stands that tells what is numbered.
_NEAR: Final = 2
_LUCKY_CODE: Final = re.compile(
    rf"[a-z]{{2}}(?:{_LUCK})\Z|[a-z](?:88|888|789|777|999|666)\Z|ku\d{{2,4}}\Z"
)
# Set behind a code, they make the name of a site of it.
_TRADE_WORDS: Final = frozenset("bet club casino win".split())


@lru_cache(maxsize=20_000)
def brand_points(word: str) -> float:
    """How much `word`, in lower case, looks like the name of a betting site: 0 to 6."""
    if len(word) > _LONGEST:
        return 0
    plain = bare(word)
    if plain in _NAMES or plain.rstrip("0123456789") in _STEMS or _WITHIN.search(plain):
        return KNOWN_POINTS
    if word in FAMED or word in _CODES:
        return CODE_POINTS
    if len(word) < 3 or word.isdigit() or not word.isascii() or _HONEST.match(word):
        return 0
    return _shape_points(word)


def _shape_points(word: str) -> float:
    if _LUCKY_CODE.match(word) or word in KNOWN:
        return CODE_POINTS
    return next((points for points, shape in _SHAPES if shape.match(word)), 0)


def is_numbered(words: Sequence[str], at: int) -> bool:
    """Whether the code at `at` numbers what the words before it name: a machine, a room, a paper.

    What has a number already has no second one that is known as the name of a site.
    """
    if words[at] in FAMED and words[max(0, at - 1)].isdigit():
        return False
    named = ["", *words][max(0, at - _NEAR) : at + 1]
    return any(pair[1] in _NUMBERED and pair != KEYWORD for pair in pairwise(named))


def is_searched(words: Sequence[str], at: int) -> bool:
    """Whether search engines shall be asked for the short code at `at`: 'tìm từ khóa k8'."""
    if not SEARCHED.match(words[at]):
        return False
    # One in quotation marks is meant none the less.
    before = [one for one in words[max(0, at - _NEAR - 1) : at] if one not in MARKS]
    return tuple(before[-_NEAR:]) == KEYWORD


def is_split_name(first: str, second: str) -> bool:
    """Whether two words are the name of a site that is set in two parts."""
    if (first, second) in SPLIT_NAMES:
        return True
    return second in _TRADE_WORDS and brand_points(first) == CODE_POINTS


def without_mailboxes(text: str) -> str:
    """`text`, in lower case, without mailboxes of the state that only look like names of sites."""
    return _MAILBOX.sub(_host, text) if "@" in text else text


def _host(mailbox: re.Match[str]) -> str:
    return mailbox[0] if brand_points(mailbox[1]) >= KNOWN_POINTS else mailbox[2]
