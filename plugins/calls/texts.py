"""What the help says of tasks and options, in Vietnamese and English."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from plugins.base.problems import MessageLanguage
from plugins.calls.tasks import Task


class OptionText(Struct, frozen=True):
    """What stands for the value of an option, nothing for a switch, and what the option does."""

    value: str
    does: str


# Where the key of whoever publishes stands unless --key says otherwise: outside every repository.
KEY_FILE: Final = "~/.config/state-portals/release-key"
# In English their docstrings say it.
_TASKS_VI: Final = {
    "build": "Dựng mọi cổng vào output/<mã cổng>/.",
    "check": "Báo mọi lỗi của nội dung; không dựng gì.",
    "serve": "Dựng, cho xem và theo dõi: lưu bài là thấy ngay, có gì sai cũng thấy ngay.",
    "release": "Dựng, kiểm tra, ký và phát hành mọi cổng vào <to>/<mã cổng>/.",
    "rollback": "Phát hành lại nội dung của một bản trước, dưới số mới.",
    "releases": "Kể những gì đã phát hành, do ai, khi nào; * là bản người đọc đang thấy.",
    "release-key": "Tạo khóa để ký bản phát hành, ngoài kho mã.",
    "verify": "Báo chỗ nào của một bản sao khác với bản đã phát hành: thư mục, hoặc địa chỉ trên mạng.",
    "watch": "Kiểm chứng nhiều bản sao, hết lượt này đến lượt khác, và ghi tình trạng ra một trang.",
    "configure": "Ghi cấu hình nginx và Caddy để phục vụ các bản phát hành.",
    "i18n": "Cập nhật các bảng dịch; báo lỗi khi có câu chưa dịch hoặc phải xem lại.",
    "lint": "Kiểm tra cách trình bày và kiểu dữ liệu của mã nguồn.",
    "test": "Chạy lint rồi mọi phép thử, cả những phép thử trong trình duyệt.",
    "bench": "Đo thời gian dựng, so với Hugo trên cùng các bài.",
    "reproduce": "Phát hành các cổng hai lần trong hai hoàn cảnh khác nhau rồi so từng byte.",
    "screenshots": "Chụp lại ảnh các trang trong docs/.",
    "fuzz": "Kiểm tra và dựng nội dung ngẫu nhiên cố tình gây lỗi; giữ lại trường hợp nào làm "
    "chương trình sai.",
    "drill": "Diễn tập sự cố: làm hỏng những gì có thể hỏng khi phát hành và phục vụ, đếm xem người "
    "đọc nhận được gì.",
}
# An option means the same in every task that has it.
_OPTIONS: Final[dict[str, dict[MessageLanguage, OptionText]]] = {
    "portal": {
        "vi": OptionText("MÃ", "Chỉ cổng này"),
        "en": OptionText("ID", "This portal only"),
    },
    "content": {
        "vi": OptionText("THƯ-MỤC", "Thư mục nội dung"),
        "en": OptionText("DIR", "The content folder"),
    },
    "output": {
        "vi": OptionText("THƯ-MỤC", "Thư mục chứa các cổng đã dựng"),
        "en": OptionText("DIR", "The folder of the finished portals"),
    },
    "cache": {
        "vi": OptionText("THƯ-MỤC", "Nơi giữ kết quả giữa các lần dựng; xóa lúc nào cũng được"),
        "en": OptionText("DIR", "What is kept between builds; may be deleted at any time"),
    },
    "clock": {
        "vi": OptionText(
            "LÚC", "Coi lúc này là 'bây giờ', như 2026-11-22T08:00; không ghi thì là lúc chạy lệnh"
        ),
        "en": OptionText(
            "ISO", "What 'now' is, such as 2026-11-22T08:00; the present moment if left out"
        ),
    },
    "clean": {
        "vi": OptionText("", "Xóa trước những kết quả giữ từ các lần dựng trước"),
        "en": OptionText("", "Forget what is kept between builds first"),
    },
    "jobs": {
        "vi": OptionText("SỐ", "Bao nhiêu tiến trình cùng đọc bài và dựng trang"),
        "en": OptionText("N", "How many processes convert texts and make pages"),
    },
    "executor": {
        "vi": OptionText("dask://MÁY:CỔNG", "Giao việc cho một cụm Dask thay cho máy này"),
        "en": OptionText("dask://HOST:PORT", "Hand the work to a Dask cluster instead"),
    },
    "path": {
        "vi": OptionText("ĐƯỜNG-DẪN", "Chỉ báo lỗi của tệp hay thư mục này"),
        "en": OptionText("PATH", "Report the problems of this file or folder only"),
    },
    "format": {
        "vi": OptionText("text|json", "Báo bằng chữ, hoặc bằng JSON ở đầu ra chuẩn"),
        "en": OptionText("text|json", "As text, or as JSON on standard output"),
    },
    "fix": {
        "vi": OptionText("", "Sửa trước những chữ chắc chắn sai, và cho xem đã đổi gì"),
        "en": OptionText("", "First mend letters where that is safe, and show the changes"),
    },
    "port": {
        "vi": OptionText("SỐ", "Số cổng mạng của 127.0.0.1 để mở trang"),
        "en": OptionText("N", "The port of 127.0.0.1 to listen at"),
    },
    "to": {
        "vi": OptionText("THƯ-MỤC", "Thư mục của các bản phát hành"),
        "en": OptionText("DIR", "The folder of the releases"),
    },
    "keep": {
        "vi": OptionText("SỐ", "Giữ lại bao nhiêu bản phát hành gần nhất"),
        "en": OptionText("N", "How many of the last releases are kept"),
    },
    "allow_loss": {
        "vi": OptionText(
            "PHẦN-TRĂM", "Bản mới được phép mất nhiều nhất bao nhiêu phần trăm số trang"
        ),
        "en": OptionText("SHARE", "How many percent of the pages a release may lose"),
    },
    "key": {
        "vi": OptionText("TỆP", "Tệp khóa; để kiểm chứng thì phần công khai (.pub) là đủ"),
        "en": OptionText(
            "FILE", "The file of the key; to verify, its public half (.pub) is enough"
        ),
    },
    "copy": {
        "vi": OptionText("MÁY:ĐƯỜNG-DẪN", "Chép cả tới thư mục này của máy khác, qua rsync và ssh"),
        "en": OptionText(
            "HOST:PATH", "Copy to this folder of another machine too, by rsync and ssh"
        ),
    },
    "archive": {
        "vi": OptionText(
            "THƯ-MỤC", "Đóng gói cả vào thư mục này, mỗi bản một tệp .tar.zst có chữ ký"
        ),
        "en": OptionText("DIR", "Pack into this folder too, a signed .tar.zst for each release"),
    },
    "replace": {
        "vi": OptionText("", "Thay khóa đang có bằng khóa mới, có chữ ký của cả hai"),
        "en": OptionText("", "Replace the key there is by a new one, with the signatures of both"),
    },
    "seq": {
        "vi": OptionText("SỐ", "Lùi về bản này; không ghi thì bản khác gần nhất trước đó"),
        "en": OptionText("SEQ", "Go back to this release; the last other one if left out"),
    },
    "place": {
        "vi": OptionText("NƠI", "Thư mục hay địa chỉ cần kiểm chứng"),
        "en": OptionText("PLACE", "The folder or the address to verify"),
    },
    "every": {
        "vi": OptionText("GIÂY", "Cách bao nhiêu giây thì kiểm chứng lại"),
        "en": OptionText("SECONDS", "After how many seconds to verify again"),
    },
    "page": {
        "vi": OptionText("TỆP", "Trang ghi tình trạng"),
        "en": OptionText("FILE", "The page that says how they stand"),
    },
    "deploy": {
        "vi": OptionText("THƯ-MỤC", "Nơi ghi cấu hình của máy chủ web"),
        "en": OptionText("DIR", "Where to write the configurations of web servers"),
    },
    "certificates": {
        "vi": OptionText("THƯ-MỤC", "Thư mục có chứng thư của mỗi tên miền, trên máy chủ web"),
        "en": OptionText(
            "DIR", "The folder with the certificates of each host, where it is served"
        ),
    },
    "row": {
        "vi": OptionText(
            "PHẦN",
            "Chỉ phần này: real, 100, 1000, 10000, portals, checks, serve, search, pages hoặc releases",
        ),
        "en": OptionText(
            "PART",
            "This part only: real, 100, 1000, 10000, portals, checks, serve, search, pages or releases",
        ),
    },
    "name": {
        "vi": OptionText("TÊN", "Chỉ bài này: kill, disk, tamper, planted hoặc serve"),
        "en": OptionText("NAME", "This one only: kill, disk, tamper, planted or serve"),
    },
    "seconds": {
        "vi": OptionText("SỐ", "Thử trong bao nhiêu giây"),
        "en": OptionText("N", "How long to try"),
    },
    "seed": {
        "vi": OptionText(
            "SỐ", "Số khởi đầu của chuỗi ngẫu nhiên; không ghi thì lấy theo giờ lúc chạy lệnh"
        ),
        "en": OptionText("N", "What chance begins with; the time if left out"),
    },
}


def task_text(task: Task, language: MessageLanguage) -> str:
    """What a task does, in a sentence."""
    return task.docstring if language == "en" else _TASKS_VI[task.name]


def option_text(option: str, language: MessageLanguage) -> OptionText:
    """What the option of this name is for."""
    return _OPTIONS[option][language]
