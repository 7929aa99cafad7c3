"""Tells who forbids a phrase of spam, or pledges to keep off it: 'không chơi lô đề'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from plugins.spam.cores import phrases
from plugins.spam.lexicon import Match
from plugins.spam.normalise import bare

# What nobody shall do. 'Không lo', 'không cần' and 'không bị' are said by those who offer.
_DEEDS: Final = """
tự ý, nên, để, cho, mua, bán, chơi, tham gia, tổ chức, tiếp tay, truy cập, sử dụng, dùng, vay, xem, tàng trữ,
nghe, tin, ham, mê, sa, dính, đánh, ghi, mở, kết bạn, theo dõi, cá độ, cá cược, lôi kéo, quảng cáo, quảng bá, nhận làm,
giao dịch, bấm, nhấp, cài, cài đặt, tải, chứa, chứa chấp, phát tán, chia sẻ, kinh doanh, lạm dụng, mang, cầm cố,
thế chấp, vi phạm, đăng ký, lợi dụng, buôn bán, môi giới, bao che, dung túng, làm, sản xuất, đốt, cung cấp, uống,
đặt mua, vướng, sa vào, sa đà, nhận, cổ vũ, cổ xúy, lưu trữ, tìm mua, đầu tư, có người, có hoạt động, có hành vi, có tệ nạn,
có tình trạng, có dịch vụ, lập, kết nối, phát, gửi, đưa, bày, rủ, rủ rê, tụ tập, chơi hụi, hút, thử, tìm, đọc, viết, in, thuê, cho thuê,
cho mượn, chuyển tiền, mê tín, tiêu thụ, vận chuyển, livestream, rao bán, treo, dán, chèn, dẫn, đăng, cúng bái, che giấu, xúi giục,
dẫn link, chia sẻ link, gửi link, đăng link, bấm link, tải app, tải ứng dụng
"""
# Said before what everybody shall keep away from.
_REFUSED: Final = "nói không với, tránh xa, hãy tránh xa, hãy cùng tránh xa, hãy nói không với"
# What is between the phrases of a question, and how one is answered that is refused.
_AND: Final = frozenset(", và hay hoặc".split())
_ANSWER: Final = re.compile(r"\?(?: (?:không|đừng|xin|hãy|tránh xa|nói không|[.!]))+\Z")
# Whoever says that it is a pity not to forbids nothing.
_PITY: Final = re.compile(
    r"(?<!\S)(?:thì|là|thi|la)(?: \S+){0,2} ?(?:phí|tiếc|uổng|thôi|phi|tiec|uong|thoi)(?!\S)"
)
# They turn what was forbidden into an offer of something else.
_TURNS: Final = frozenset(
    "hãy chọn mà thì nhưng nếu đến bỏ lỡ phí tiếc hơn ngoài được nổi . : ; ! ?".split()
)
# Said behind a comma, they offer something else in its place.
_LURES: Final = frozenset(
    "vào theo hãy chỉ chọn đến dùng nhắn ghé gọi bấm tải thử vao hay chi chon den dung nhan goi bam tai".split()
)
# So many words before a phrase the ban may stand, and between two phrases of one list.
_FAR: Final = 10
_NEAR: Final = 3
# Topics of less weight are the means, and not what is forbidden: 'trên Telegram'.
_WEIGHTY: Final = 3.0


def are_banned(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether every phrase of a topic among `words` is forbidden there."""
    if not found or is_pity(words):
        return False
    behind = pairwise(words[found[-1].end :])
    if any(sign == "," and word in _LURES for sign, word in behind):
        return False
    is_light = all(one.phrase.points < _WEIGHTY for one in found)
    banned = zip(found, _banned(words, found), strict=True)
    return all(is_ or (one.phrase.points < _WEIGHTY and not is_light) for one, is_ in banned)


def is_pity(words: Sequence[str]) -> bool:
    """Whether `words` call it a pity not to."""
    return bool(_PITY.search(" ".join(words)))


def is_declined(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether nothing but the phrases `found` is asked for, and refused: 'Cá cược? Không!'."""
    if not found or "?" not in words:
        return False
    at = words.index("?")
    # Before a colon stands who says it.
    first = max((place + 1 for place in range(at) if words[place] == ":"), default=0)
    named = {place for one in found for place in range(one.start, one.end)}
    asked = all(place in named or words[place] in _AND for place in range(first, at))
    return asked and _ANSWER.match(" ".join(words[at:])) is not None


def is_any_banned(words: Sequence[str], found: Sequence[Match]) -> bool:
    """Whether a ban stands before one of the phrases `found`, if not surely of it."""
    return any(_rest(words, one.start) is not None for one in found)


def without_bans(text: str) -> str:
    """`text` without what is forbidden to do, which offers nothing: 'cam kết không mua'."""
    return _bans(is_bare=text.isascii()).sub(",", text)


def _banned(words: Sequence[str], found: Sequence[Match]) -> list[bool]:
    banned: list[bool] = []
    end = 0
    for one in found:
        between = words[end : one.start]
        is_list = bool(banned) and banned[-1] and len(between) <= _NEAR
        banned.append((is_list and _TURNS.isdisjoint(between)) or _is_banned(words, one.start))
        end = one.end
    return banned


def _is_banned(words: Sequence[str], at: int) -> bool:
    rest = _rest(words, at)
    if rest is None:
        return False
    said, comma, _ = " ".join(rest).rpartition(",")
    # Only deeds are listed before what they are done with: 'không mua, bán, tàng trữ'.
    return not comma or not _listed(is_bare=_is_bare(words)).sub("", said).strip(" ,")


def _rest(words: Sequence[str], at: int) -> Sequence[str] | None:
    """The words between the last ban before `at` and there, if nothing turns it around."""
    first = max(0, at - _FAR)
    before = " ".join(words[first:at])
    # The phrase itself may begin with what is forbidden: 'không chơi đề'.
    text = " ".join(words[first : at + 2])
    bans = _bans(is_bare=_is_bare(words)).finditer(text)
    ends = [ban.end() for ban in bans if ban.start() < len(before)]
    rest = before[ends[-1] :].split() if ends else []
    return rest if ends and _TURNS.isdisjoint(rest) else None


def _is_bare(words: Sequence[str]) -> bool:
    return all(map(str.isascii, words))


@cache
def _listed(*, is_bare: bool) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\S)(?:{_spelt('không, hoặc, và', is_bare=is_bare)}|{_deeds(is_bare=is_bare)})(?!\S)"
    )


@cache
def _bans(*, is_bare: bool) -> re.Pattern[str]:
    # 'Cho' is 'chớ' without its mark, and most often 'cho'; 'cam' is 'cảm' as well.
    negated = "không, không được, đừng" + ", chớ" * (not is_bare)
    not_, pledged, refused, forbidden = (
        _spelt(said, is_bare=is_bare)
        for said in (negated, "cam kết, tuyệt đối", _REFUSED, "nghiêm cấm, ngăn cấm, cấm")
    )
    deeds = rf"(?: (?:{_deeds(is_bare=is_bare)})(?!\S))"
    banned = rf"(?:(?:{pledged}) ){{0,2}}(?:{not_}){deeds}+|(?:{forbidden}){deeds}{'+' if is_bare else '*'}"
    return re.compile(rf"(?<!\S)(?:{refused}|{banned})(?!\S)")


@cache
def _deeds(*, is_bare: bool) -> str:
    return _spelt(_DEEDS, is_bare=is_bare)


def _spelt(known: str, *, is_bare: bool) -> str:
    """A pattern of the phrases `known`, the longest first; without marks where texts have none."""
    said = sorted((" ".join(one) for one in phrases(known)), key=len, reverse=True)
    return "|".join(map(bare, said) if is_bare else said)
