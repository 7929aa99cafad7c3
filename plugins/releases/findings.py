"""What is found when a copy is verified: what is wrong, where, and how bad it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import force_setattr

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import filled
from plugins.languages.invisible import INVISIBLE

Severity = Literal["error", "warning"]
# Not as published; not to be reached, of which nobody knows; as published, but not bound to stay so.
State = Literal["right", "unguarded", "away", "wrong"]
_AWAY: Final = frozenset({"no-answer", "late", "certificate"})
_RIGHTS: Final = frozenset({"mode", "owner"})
# How Python keeps bytes of names that are not UTF-8.
_LOST: Final = re.compile("[\udc80-\udcff]")
_KINDS: Final = {2: "x", 4: "u", 8: "U"}
_TEXTS: Final[dict[str, dict[MessageLanguage, str]]] = {
    "no-manifest": {
        "vi": "không có bản kê của bản phát hành",
        "en": "the manifest of the release is missing",
    },
    "bad-manifest": {
        "vi": "bản kê không đúng dạng: {detail}",
        "en": "the manifest is not in its form: {detail}",
    },
    "bad-signature": {
        "vi": "chữ ký của bản kê không đúng: {detail}",
        "en": "the manifest is not rightly signed: {detail}",
    },
    "expired": {
        "vi": "bản phát hành đã quá hạn từ {detail}: có ai giữ lại bản mới, hoặc đã lâu không phát hành",
        "en": "the release has expired at {detail}: newer ones are held back, or nobody has published",
    },
    "older": {
        "vi": "bản phát hành cũ hơn bản đã thấy ở đây: {detail}",
        "en": "the release is older than the one that was seen here: {detail}",
    },
    "twin": {
        "vi": "có hai bản phát hành khác nhau cùng mang số {detail}",
        "en": "there are two different releases with the number {detail}",
    },
    "other-portal": {
        "vi": "bản phát hành là của cổng khác: {detail}",
        "en": "the release is that of another portal: {detail}",
    },
    "older-keys": {
        "vi": "danh sách khóa cũ hơn danh sách đã thấy ở đây: {detail}",
        "en": "the list of keys is older than the one that was seen here: {detail}",
    },
    "no-head": {
        "vi": "thiếu phần đầu của bản phát hành: máy của người đọc không kiểm chứng được",
        "en": "the head of the release is missing: readers' devices cannot check it",
    },
    "bad-head": {
        "vi": "chữ ký của phần đầu bản phát hành không đúng: {detail}",
        "en": "the head of the release is not rightly signed: {detail}",
    },
    "other-head": {
        "vi": "phần đầu không phải của bản phát hành này: {detail}",
        "en": "the head is not that of this release: {detail}",
    },
    "no-current": {
        "vi": "liên kết current không dẫn tới bản phát hành nào: {detail}",
        "en": "the link 'current' leads to no release: {detail}",
    },
    "log": {
        "vi": "nhật ký đã bị sửa: {detail}",
        "en": "the log was changed: {detail}",
    },
    "unsigned-log": {
        "vi": "dòng cuối của nhật ký không khớp chữ ký trong '{detail}': có ai sửa một trong hai",
        "en": "the last line of the log is not signed in '{detail}': somebody changed one of them",
    },
    "not-logged": {
        "vi": "nhật ký không có bản phát hành này: {detail}",
        "en": "the log does not know this release: {detail}",
    },
    "behind": {
        "vi": "người đọc đang xem bản cũ hơn bản cuối trong nhật ký: {detail}; có ai lùi lại mà không "
        "dùng 'rollback'",
        "en": "visitors see an older release than the last in the log: {detail}; somebody went back "
        "without 'rollback'",
    },
    "unused-key": {
        "vi": "chưa phát hành gì bằng khóa mới; bản này ký bằng khóa trước đó. Chạy 'release' để ký lại",
        "en": "nothing has been released with the new key yet; this is signed by the one before. Call "
        "'release' to have it signed anew",
    },
    "missing": {"vi": "thiếu tệp này", "en": "this file is missing"},
    "changed": {"vi": "tệp đã bị sửa", "en": "this file was changed"},
    "stranger": {
        "vi": "tệp lạ, không có trong bản phát hành",
        "en": "a stranger: this file is not part of the release",
    },
    "folder": {
        "vi": "thư mục lạ, không có trong bản phát hành",
        "en": "a stranger: this folder is not part of the release",
    },
    "deep": {
        "vi": "thư mục lồng quá sâu, bên trong không được xem tới",
        "en": "folders within folders, too deep to be looked into",
    },
    "closed": {
        "vi": "không đọc được thư mục này: xem lại quyền trên đó",
        "en": "this folder cannot be read: see to its permissions",
    },
    "beside": {
        "vi": "thứ lạ nằm cạnh các bản phát hành: tìm hiểu ai đã đặt ở đó rồi xóa đi",
        "en": "a stranger beside the releases: find out who put it there, and remove it",
    },
    "owner": {
        "vi": "chủ của tệp hay thư mục này không phải là chủ của bản phát hành (uid {detail})",
        "en": "this belongs to somebody else than the release does (uid {detail})",
    },
    "link": {
        "vi": "không phải tệp thường, dẫn tới '{detail}'",
        "en": "no plain file; it leads to '{detail}'",
    },
    "mode": {
        "vi": "quyền trên tệp hay thư mục này khác với phần còn lại, hoặc người khác ghi được: {detail}",
        "en": "other permissions than the rest has, or others may write here: {detail}",
    },
    "no-answer": {
        "vi": "không kết nối được tới máy chủ: {detail}",
        "en": "the server cannot be reached: {detail}",
    },
    "late": {
        "vi": "máy chủ không trả lời kịp: mới xem được {detail} câu trả lời, phần còn lại chưa biết",
        "en": "the server did not answer in time: of {detail} answers the report tells, of no others",
    },
    "all-wrong": {
        "vi": "quá nhiều câu trả lời sai: dừng lại sau {detail} câu, phần còn lại chưa xem",
        "en": "too many answers are wrong: after {detail} of them nothing more was asked",
    },
    "certificate": {
        "vi": "chứng chỉ của máy chủ không được tin ({detail}); nếu nó do cơ quan tự cấp, đặt biến môi "
        "trường SSL_CERT_FILE là tệp chứng chỉ gốc của cơ quan",
        "en": "the certificate of the server is not trusted ({detail}); if an authority of your own "
        "gave it, name the file of that authority's certificate in the variable SSL_CERT_FILE",
    },
    "status": {
        "vi": "máy chủ trả lời {detail} thay cho tệp",
        "en": "the server answers {detail} instead of the file",
    },
    "redirect": {
        "vi": "máy chủ chuyển sang nơi khác: {detail}",
        "en": "the server leads elsewhere: {detail}",
    },
    "to-https": {
        "vi": "máy chủ chuyển sang https: hãy kiểm chứng {detail}",
        "en": "the server leads to https: verify {detail}",
    },
    "cloaked": {
        "vi": "máy chủ đưa nội dung khác cho một loại người đọc ({detail})",
        "en": "the server gives other bytes to one kind of visitor ({detail})",
    },
    "planted-path": {
        "vi": "ở đây có trang, dù bản phát hành không có ({detail})",
        "en": "something answers here that is not part of the release ({detail})",
    },
    "answers-all": {
        "vi": "máy chủ trả lời 200 cho mọi địa chỉ, cả {detail} địa chỉ không có gì: người ta cài được "
        "trang lạ ở bất cứ đâu. Đặt lại máy chủ để địa chỉ không có thì trả lời 404",
        "en": "the server answers 200 to whatever is asked, even at {detail} addresses where there is "
        "nothing: pages may be planted anywhere. Let it answer 404 to what does not exist",
    },
    "type": {
        "vi": "máy chủ khai sai loại tệp: {detail}",
        "en": "the server names another type of file: {detail}",
    },
    "encoding": {
        "vi": "máy chủ nén theo cách không ai yêu cầu, nên trình duyệt không đọc được: {detail}",
        "en": "the server says that it packed this in a way that nobody asked for, so browsers "
        "cannot read it: {detail}",
    },
    "strange-header": {
        "vi": "máy chủ gửi tiêu đề mà tệp thường không có: {detail}",
        "en": "the server sends a header that plain files have not: {detail}",
    },
    "weak-header": {
        "vi": "máy chủ gửi tiêu đề bảo vệ yếu hơn cấu hình của cổng; tìm xem ai đã sửa rồi đặt lại: "
        "{detail}",
        "en": "the server sends a header that protects less than the portal's configuration; find "
        "out who changed it, and set it right: {detail}",
    },
    "no-header": {
        "vi": "máy chủ thiếu tiêu đề {detail}",
        "en": "the server does not send the header {detail}",
    },
    "injected": {
        "vi": "có nội dung bị cài vào: {detail}",
        "en": "something was planted in it: {detail}",
    },
}


class Finding(Struct, frozen=True, order=True):
    """One thing that is not as it was published; `path` is empty where it is the whole release."""

    path: str
    code: str
    detail: str = ""
    severity: Severity = "error"

    def __post_init__(self) -> None:
        """Whoever has planted something chose its name: nothing of it may act where it is shown."""
        force_setattr(self, "path", visible(self.path))
        force_setattr(self, "detail", visible(self.detail))

    def sentence(self, language: MessageLanguage) -> str:
        """What is wrong, in words."""
        return filled(_TEXTS[self.code], language, detail=_short(self.detail))


class Report(Struct, frozen=True):
    """What was found at one place, of which release, and how long that took."""

    place: str
    findings: Sequence[Finding]
    seconds: float
    portal: str = ""
    seq: int = 0
    files: int = 0

    def __post_init__(self) -> None:
        """As of findings: portals are found by the names of their folders."""
        force_setattr(self, "place", visible(self.place))

    @property
    def errors(self) -> int:
        """How many findings are not mere warnings."""
        return sum(one.severity == "error" for one in self.findings)

    @property
    def state(self) -> State:
        """How the place stands."""
        errors = {one.code for one in self.findings if one.severity == "error"}
        if errors:
            return "away" if errors <= _AWAY else "wrong"
        return "right" if _RIGHTS.isdisjoint(one.code for one in self.findings) else "unguarded"


def as_json(reports: Sequence[Report], language: MessageLanguage) -> str:
    """Reports for a monitor."""
    return json.dumps([_plain(one, language) for one in reports], ensure_ascii=False, indent=1)


def _plain(report: Report, language: MessageLanguage) -> Mapping[str, Any]:
    return {
        "place": report.place,
        "portal": report.portal,
        "seq": report.seq,
        "files": report.files,
        "seconds": round(report.seconds, 3),
        "ok": not report.errors,
        "state": report.state,
        "findings": [
            {
                "path": one.path,
                "severity": one.severity,
                "code": one.code,
                "detail": one.detail,
                "message": one.sentence(language),
            }
            for one in report.findings
        ],
    }


def visible(text: str) -> str:
    """`text` on one line, where what is not seen, or acts on its surroundings, is seen as a code.

    Bytes of a name that are not UTF-8 are shown as such codes too.
    """
    if text.isascii() and text.isprintable():
        return text
    shown = "".join(sign if sign.isprintable() else _code(sign) for sign in text)
    return INVISIBLE.sub(lambda found: _code(found[0]), shown)


def _code(sign: str) -> str:
    number = ord(sign)
    if _LOST.match(sign):
        number &= 0xFF
    width = 2 if number <= 0xFF else 4 if number <= 0xFFFF else 8
    return f"\\{_KINDS[width]}{number:0{width}x}"


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:159]}…"
