"""All that the commands about releases say, in Vietnamese or English."""

from __future__ import annotations

from typing import Final

from plugins.base.problems import MessageLanguage
from plugins.builds.messages import filled

_TEXTS: Final[dict[str, dict[MessageLanguage, str]]] = {
    "no-to": {
        "vi": "Chưa nói phát hành vào đâu: --to THƯ-MỤC.",
        "en": "Where to publish is missing: --to DIR.",
    },
    "bad-keep": {
        "vi": "--keep phải là số nguyên từ 1 trở lên.",
        "en": "--keep must be a whole number from 1 up.",
    },
    "bad-loss": {
        "vi": "--allow-loss là số phần trăm, từ 0 đến 100.",
        "en": "--allow-loss is a percentage, from 0 to 100.",
    },
    "to-in-output": {
        "vi": "'{folder}' không được nằm trong thư mục đầu ra hay thư mục nội dung, hoặc chứa chúng. "
        "Chọn thư mục khác.",
        "en": "'{folder}' may neither lie in the output folder or the content folder, nor hold "
        "one of them. Choose another.",
    },
    "publishing": {
        "vi": "Một lần phát hành khác đang ghi vào '{folder}'. Đợi nó xong rồi chạy lại.",
        "en": "Somebody else is publishing into '{folder}'. Wait for it and try again.",
    },
    "no-key": {
        "vi": "Không có khóa ký ở '{path}'. Tạo khóa: python3 run.py release-key --key {quoted}",
        "en": "There is no key at '{path}'. Make one: python3 run.py release-key --key {quoted}",
    },
    "bad-key": {
        "vi": "'{path}' không phải là khóa Ed25519 của OpenSSH, không đặt mật khẩu.",
        "en": "'{path}' is no Ed25519 key of OpenSSH without a password.",
    },
    "open-key": {
        "vi": "Người khác đọc được khóa '{path}' (quyền {mode}): ai đọc được là ký thay được. Chạy: "
        "chmod 600 {quoted}; nếu có thể đã lộ, thay khóa bằng release-key --replace.",
        "en": "Others may read the key '{path}' (mode {mode}), and whoever reads it can sign. Run: "
        "chmod 600 {quoted}; if somebody may have, replace it with release-key --replace.",
    },
    "no-commit": {
        "vi": "Không biết nội dung ở commit nào, nên nhật ký không ghi được: {reason}",
        "en": "Which commit the content is at is not known, and not logged: {reason}",
    },
    "no-lists": {
        "vi": "Thiếu danh sách khóa '{path}', hoặc danh sách ấy không có khóa này. Chép nó từ nơi "
        "tạo khóa sang.",
        "en": "The lists of keys '{path}' are missing, or do not name this key. Copy them from "
        "where the key was made.",
    },
    "key-in-repository": {
        "vi": "Không để khóa trong kho mã '{folder}': ai lấy được kho là ký được. Chọn nơi khác: "
        "--key TỆP.",
        "en": "No key belongs into the repository '{folder}': whoever has a copy could sign. "
        "Choose another place: --key FILE.",
    },
    "key-there": {
        "vi": "Đã có khóa ở '{path}'. Muốn thay khóa: python3 run.py release-key --replace --key {quoted}",
        "en": "There is a key at '{path}'. To replace it: "
        "python3 run.py release-key --replace --key {quoted}",
    },
    "key-made": {
        "vi": "Đã tạo khóa {path}. Giữ tệp này kín. Phần công khai, giao cho ai cần kiểm chứng:\n{public}",
        "en": "Made the key {path}. Keep this file secret. Its public half, for whoever verifies:\n{public}",
    },
    "released": {
        "vi": "{portal}: phát hành số {seq}, {files} tệp.",
        "en": "{portal}: release {seq} is out, {files} files.",
    },
    "same": {
        "vi": "{portal}: không có gì mới, bản đang phát hành giữ nguyên.",
        "en": "{portal}: nothing new, the current release stays.",
    },
    "refused": {
        "vi": "{portal}: không phát hành, bản đang có giữ nguyên. {reason}",
        "en": "{portal}: not released, what is out stays. {reason}",
    },
    "empty-file": {
        "vi": "Tệp '{path}' rỗng hoặc đã biến mất. Dựng lại với --clean.",
        "en": "The file '{path}' is empty or gone. Build again with --clean.",
    },
    "unchecked-file": {
        "vi": "Tệp '{path}' không phải là tệp mà lần dựng đã kiểm tra: có ai sửa nó sau khi dựng. "
        "Tìm hiểu rồi dựng lại với --clean.",
        "en": "The file '{path}' is not the one that the build has checked: somebody changed it "
        "afterwards. Find out who, and build again with --clean.",
    },
    "link": {
        "vi": "'{path}' là liên kết hay thứ khác, không phải tệp thường.",
        "en": "'{path}' is a link or something else that is no plain file.",
    },
    "no-files": {
        "vi": "Không biết lần dựng đã kiểm tra những tệp nào. Xem thư mục --cache có ghi được không.",
        "en": "Nobody knows which files the build has checked. See whether --cache can be written.",
    },
    "loss": {
        "vi": "Mất {lost} trên {pages} trang, trong đó có '{path}'; cho phép {allowed}%. "
        "Nếu đúng ý, chạy lại với --allow-loss lớn hơn.",
        "en": "It would lose {lost} of {pages} pages, '{path}' among them; {allowed}% are allowed. "
        "If that is meant, try again with a larger --allow-loss.",
    },
    "no-folder": {
        "vi": "'{path}' không phải là thư mục, nên không phát hành vào đó được. Tìm hiểu ai đã đặt ở "
        "đó, chuyển nó đi nơi khác rồi chạy lại.",
        "en": "'{path}' is no folder, so nothing can be published there. Find out who put it there, "
        "move it away, and try again.",
    },
    "not-a-link": {
        "vi": "'{path}' không phải là liên kết: ở đó có một thư mục hay tệp thật, nên không đổi sang "
        "bản khác được. Tìm hiểu ai đã đặt ở đó, chuyển nó đi nơi khác rồi chạy lại.",
        "en": "'{path}' is no link: a real folder or file stands there, so no release can be shown. "
        "Find out who put it there, move it away, and try again.",
    },
    "broken-log": {
        "vi": "Nhật ký '{path}' đã bị sửa ở dòng {line}. Tìm hiểu ai đã sửa, cất nó đi nơi khác rồi chạy lại.",
        "en": "The log '{path}' was changed at line {line}. Find out who did it, put it aside, and "
        "try again.",
    },
    "unsigned-log": {
        "vi": "Dòng cuối của nhật ký '{path}' không khớp chữ ký nào bằng khóa của bạn ở tệp .sig bên cạnh: "
        "có ai sửa, hoặc phát hành bằng khóa khác. Tìm hiểu, cất nhật ký đi nơi khác rồi chạy lại.",
        "en": "The last line of the log '{path}' is not signed by a key of yours in the .sig file "
        "beside it: somebody changed it, or published with another key. Find out who, put the log "
        "aside, and try again.",
    },
    "cut-log": {
        "vi": "Nhật ký '{path}' không còn dòng của bản {seq}, bản cuối đã phát hành vào đây bằng khóa này: "
        "có ai cắt bớt, xóa đi, hoặc đặt lại một bản cũ. Tìm hiểu ai làm, lấy lại nhật ký đúng từ bản "
        "sao lưu hay từ máy đã chép tới bằng --copy. Nếu không còn ở đâu, cất những gì có đi nơi khác, "
        "chạy: echo {seq} > {file} rồi phát hành lại; số sẽ tiếp sau {seq}.",
        "en": "The log '{path}' has no longer the line of release {seq}, the last one that was "
        "published here with this key: somebody cut it, removed it, or put an old copy back. Find out "
        "who, and take the right log from a backup or from a machine that --copy has copied to. If "
        "there is none, put what there is aside, run: echo {seq} > {file} and publish again; numbers "
        "go on after {seq}.",
    },
    "lost": {
        "vi": "{portal}: bản {seq} đã phát hành vào '{folder}', mà nay ở đó không còn gì. Nếu không phải "
        "anh, chị dọn đi hay thay ổ đĩa, tìm hiểu ai đã xóa. Số tiếp sau {seq}, nhật ký bắt đầu lại.",
        "en": "{portal}: release {seq} was published into '{folder}', and nothing is there now. Unless "
        "you cleared it away or exchanged the disk, find out who did. Numbers go on after {seq}, with a "
        "log that begins anew.",
    },
    "not-in-log": {
        "vi": "Nhật ký '{path}' không có bản {seq} mà người đọc đang xem: có ai cắt bớt nhật ký, hoặc "
        "đặt lại một bản cũ. Tìm hiểu ai làm, lấy lại nhật ký đúng từ bản sao lưu hay từ máy đã chép "
        "tới bằng --copy; nếu không còn ở đâu, cất nhật ký này đi nơi khác rồi chạy lại.",
        "en": "The log '{path}' does not know release {seq}, which visitors see: somebody cut the log, "
        "or put an old copy back. Find out who, and take the right one from a backup or from a machine "
        "that --copy has copied to; if there is none, put this log aside and try again.",
    },
    "not-kept": {
        "vi": "{portal}: không ghi được cạnh khóa rằng đã phát hành tới đâu ({reason}): nếu nhật ký bị "
        "cắt bớt thì lần sau không biết. Cho phép ghi vào thư mục của khóa.",
        "en": "{portal}: what was published could not be written down beside the key ({reason}): if "
        "the log is cut, the next call will not know. Let the folder of the key be written.",
    },
    "clock-back": {
        "vi": "{portal}: đồng hồ chỉ sớm hơn lúc phát hành số {seq}. Số phát hành vẫn tăng; hãy chỉnh đồng hồ.",
        "en": "{portal}: the clock shows less than when release {seq} was made. Numbers go on "
        "rising; set the clock right.",
    },
    "clock-ahead": {
        "vi": "{portal}: đồng hồ chỉ {days} ngày sau lúc phát hành số {seq}. Nếu không phải đã lâu "
        "đến thế mới phát hành, hãy chỉnh đồng hồ rồi phát hành lại.",
        "en": "{portal}: the clock shows {days} days after release {seq} was made. Unless nobody "
        "has published for so long, set the clock right and publish again.",
    },
    "clock-expired": {
        "vi": "{portal}: theo đồng hồ ấy, bản này đã quá hạn từ {when}: ai kiểm chứng cũng bị báo, "
        "và máy của người đọc không nhận. Chỉnh đồng hồ, hoặc bỏ --clock, rồi phát hành lại.",
        "en": "{portal}: by that clock the release has expired at {when} already: whoever verifies "
        "is told so, and readers' devices refuse it. Set the clock right, or leave --clock out, "
        "and publish again.",
    },
    "no-such-portal": {
        "vi": "'{folder}' không có bản phát hành nào của cổng '{portal}'.",
        "en": "There is no release of the portal '{portal}' in '{folder}'.",
    },
    "no-releases": {
        "vi": "'{folder}' không có bản phát hành nào.",
        "en": "There are no releases in '{folder}'.",
    },
    "bad-seq": {
        "vi": "'{value}' không phải là số của một bản phát hành.",
        "en": "'{value}' is no number of a release.",
    },
    "no-seq": {
        "vi": "{portal}: không có bản ấy để lùi về; ngoài bản đang phát hành, còn giữ: {kept}.",
        "en": "{portal}: there is no such release to go back to; kept besides the current one: {kept}.",
    },
    "no-older": {
        "vi": "{portal}: không còn bản nào trước bản {seq} mà nội dung khác bản đang phát hành. Muốn "
        "về một bản khác còn giữ ({kept}), nói rõ số: rollback SỐ.",
        "en": "{portal}: there is no release before {seq} that holds other files than the current "
        "one. To go to another that is kept ({kept}), name it: rollback NUMBER.",
    },
    "damaged": {
        "vi": "{portal}: bản {seq} không còn nguyên vẹn ('{path}'), không lùi về được.",
        "en": "{portal}: release {seq} is damaged ('{path}'), nobody can go back to it.",
    },
    "rolled-back": {
        "vi": "{portal}: đã lùi về nội dung của bản {of}, nay mang số {seq}.",
        "en": "{portal}: back to what release {of} held, now with the number {seq}.",
    },
    "bad-copy": {
        "vi": "--copy '{value}' không đúng. Viết như may-chu:/srv/cong.",
        "en": "--copy '{value}' is wrong. Write it as host:/srv/portals.",
    },
    "copied": {
        "vi": "{portal}: bản {seq} đã có ở {place}.",
        "en": "{portal}: release {seq} is at {place}.",
    },
    "mended": {
        "vi": "{portal}: bản {seq} ở {place} KHÔNG còn đúng như đã phát hành; đã chép lại cho đúng. "
        "Tìm hiểu ai đã sửa ở đó.",
        "en": "{portal}: release {seq} at {place} was not as it was published; it was put right. "
        "Find out who changed it there.",
    },
    "not-copied": {
        "vi": "Không chép được tới {place}: {reason}. Bản đang có ở đó giữ nguyên; chạy lại lệnh là chép tiếp.",
        "en": "Nothing could be copied to {place}: {reason}. What is there stays; try again.",
    },
    "newer-there": {
        "vi": "{portal}: ở {place} đã có bản mới hơn, số {seq}: có ai khác cũng phát hành tới đó. "
        "Tìm hiểu là ai, hoặc chép tới một thư mục trống.",
        "en": "{portal}: there is a newer release at {place}, number {seq}: somebody else publishes "
        "there too. Find out who, or copy to an empty folder.",
    },
    "other-there": {
        "vi": "{portal}: ở {place} có một bản khác cũng mang số {seq}, không phải bản phát hành từ đây. "
        "Tìm hiểu là của ai, hoặc chép tới một thư mục trống.",
        "en": "{portal}: at {place} stands another release with the number {seq}, which was not made "
        "here. Find out whose it is, or copy to an empty folder.",
    },
    "listed": {
        "vi": "{mark} {seq}  {when}  {who}  {commit}  +{added} ~{changed} -{removed}{of}",
        "en": "{mark} {seq}  {when}  {who}  {commit}  +{added} ~{changed} -{removed}{of}",
    },
    "of": {"vi": "  (lùi về {of})", "en": "  (back to {of})"},
    "no-public": {
        "vi": "Không có khóa công khai ở '{path}'. Xin tệp .pub của người phát hành rồi chạy lại với --key TỆP.",
        "en": "There is no public key at '{path}'. Ask whoever publishes for the .pub file, and "
        "try again with --key FILE.",
    },
    "bad-public": {
        "vi": "'{path}' không phải là khóa công khai Ed25519 của OpenSSH.",
        "en": "'{path}' is no public Ed25519 key of OpenSSH.",
    },
    "no-place": {
        "vi": "Chưa nói kiểm chứng gì: verify THƯ-MỤC hoặc verify ĐỊA-CHỈ.",
        "en": "What to verify is missing: verify DIR or verify URL.",
    },
    "nothing-to-verify": {
        "vi": "'{place}' không phải là bản phát hành, hay thư mục chứa bản phát hành.",
        "en": "'{place}' is no release, and holds none.",
    },
    "not-remembered": {
        "vi": "Không ghi nhớ được bản đã thấy ({reason}): nếu lần sau có ai đưa ra bản cũ hơn thì không "
        "biết. Để khóa công khai trong một thư mục ghi được.",
        "en": "What was seen cannot be remembered ({reason}): the next look will not know an older "
        "release. Keep the public key in a folder that can be written.",
    },
    "verified": {
        "vi": "{place}: đúng như đã phát hành (cổng {portal}, số {seq}, {files} tệp, {seconds:.1f} giây).",
        "en": "{place}: just as it was published (portal {portal}, release {seq}, {files} files, "
        "{seconds:.1f} seconds).",
    },
    "unguarded": {
        "vi": "{place}: nội dung khớp với bản đã phát hành (cổng {portal}, số {seq}, {files} tệp, {seconds:.1f} giây), "
        "nhưng người khác có thể sửa được: {warnings} cảnh báo. Đặt lại chủ và quyền của tệp, thư mục.",
        "en": "{place}: the content is what was published (portal {portal}, release {seq}, {files} files, "
        "{seconds:.1f} seconds), but others may be able to change it: {warnings} warnings. Set owners "
        "and permissions right.",
    },
    "away": {
        "vi": "{place}: KHÔNG kết nối được, chưa biết có đúng như đã phát hành hay không "
        "({seconds:.1f} giây). Xem lại địa chỉ, mạng và máy chủ.",
        "en": "{place}: CANNOT be reached, so nobody knows whether it is as it was published "
        "({seconds:.1f} seconds). See to the address, the network and the server.",
    },
    "not-verified": {
        "vi": "{place}: {errors} lỗi, {warnings} cảnh báo sau {seconds:.1f} giây. KHÔNG đúng như đã phát hành.",
        "en": "{place}: {errors} errors, {warnings} warnings after {seconds:.1f} seconds. NOT as "
        "it was published.",
    },
    "bad-every": {
        "vi": "--every phải là số giây, từ 1 trở lên.",
        "en": "--every must be a number of seconds, from 1 up.",
    },
    "watched": {
        "vi": "Đã kiểm chứng {count} nơi, {wrong} nơi không đúng, {away} nơi không kết nối được: {page}",
        "en": "Places verified: {count}; not as published: {wrong}; not reached: {away}. {page}",
    },
    "status-title": {"vi": "Tình trạng các cổng", "en": "How the portals stand"},
    "status-right": {
        "vi": "Mọi cổng đều đúng như đã phát hành.",
        "en": "All portals are as they were published.",
    },
    "status-wrong": {
        "vi": "Có {count} cổng KHÔNG đúng như đã phát hành.",
        "en": "{count} portals are NOT as they were published.",
    },
    "status-wrong-one": {
        "vi": "Có một cổng KHÔNG đúng như đã phát hành.",
        "en": "One portal is NOT as it was published.",
    },
    "status-away": {
        "vi": "Có {count} cổng không kết nối được.",
        "en": "{count} portals cannot be reached.",
    },
    "status-away-one": {
        "vi": "Có một cổng không kết nối được.",
        "en": "One portal cannot be reached.",
    },
    "status-unguarded": {
        "vi": "Có {count} cổng mà người khác có thể sửa được.",
        "en": "{count} portals may be changed by others.",
    },
    "status-unguarded-one": {
        "vi": "Có một cổng mà người khác có thể sửa được.",
        "en": "One portal may be changed by others.",
    },
    "status-when": {"vi": "Kiểm chứng lúc {when}.", "en": "Verified at {when}."},
    "status-place": {"vi": "Nơi", "en": "Place"},
    "status-state": {"vi": "Tình trạng", "en": "State"},
    "status-seq": {"vi": "Số", "en": "Release"},
    "status-seconds": {"vi": "Giây", "en": "Seconds"},
    "status-ok": {"vi": "đúng", "en": "right"},
    "more": {"vi": "… và {count} điều nữa.", "en": "… and {count} more."},
}


def say(language: MessageLanguage, name: str, **values: object) -> str:
    """One sentence about releases."""
    return filled(_TEXTS[name], language, **values)
