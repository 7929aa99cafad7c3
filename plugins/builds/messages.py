"""All that the command line says, in Vietnamese or English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter
from typing import Any, Final

from plugins.base.files import Changes
from plugins.base.problems import MessageLanguage
from plugins.codes.code import NEAR_EN, NEAR_VI

# What is counted in English, where there is one of it.
_ONE: Final = re.compile(r"(?<![\w.])1 (error|warning|file|draft)s\b")

_TEXTS: Final[dict[str, dict[MessageLanguage, str]]] = {
    "problems": {
        "vi": "{errors} lỗi, {warnings} cảnh báo.",
        "en": "{errors} errors, {warnings} warnings.",
    },
    "nothing-changed": {
        "vi": "Không có gì được xuất bản hay thay đổi.",
        "en": "Nothing was published or changed.",
    },
    "held": {
        "vi": "Giữ lại, chưa xuất bản: {portals}. Bản dựng trước của cổng, nếu có, được giữ nguyên.",
        "en": "Held back: {portals}. What was built of them before, if anything, stays as it was.",
    },
    "held-portal": {"vi": "{portal} ({errors} lỗi)", "en": "{portal} ({errors} errors)"},
    "crashed": {
        "vi": "Chương trình hỏng khi dựng: {portals}. Bản đang có của cổng được giữ nguyên; "
        "gửi phần dưới đây cho người phụ trách chương trình.",
        "en": "The program failed in: {portals}. What they had stays as it was; "
        "send what follows to those who keep the program.",
    },
    "checked": {"vi": "Nội dung không có lỗi.", "en": "The content has no error."},
    "reading": {"vi": "Đang đọc nội dung…", "en": "Reading the content…"},
    "building": {
        "vi": "Đang dựng cổng {portal} ({number}/{count})…",
        "en": "Building the portal {portal} ({number} of {count})…",
    },
    "reading-texts": {"vi": "Đọc bài", "en": "Reading texts"},
    "making": {"vi": "Dựng {portal}", "en": "Making {portal}"},
    "slowest": {"vi": "Lâu nhất (giây): {listed}.", "en": "Slowest (seconds): {listed}."},
    "portal": {
        "vi": "{portal}: dựng {made}, ghép lại {spliced}, giữ nguyên {kept}, xóa {removed} tệp.",
        "en": "{portal}: {made} files made, {spliced} spliced, {kept} kept, {removed} removed.",
    },
    "removed-portal": {
        "vi": "{portal}: nội dung không còn cổng này, đã xóa {count} tệp đã dựng.",
        "en": "{portal}: no longer a portal of the content; {count} files removed.",
    },
    "hidden": {
        "vi": "Chưa hiện: {draft} bản nháp, {scheduled} bài hẹn giờ, {expired} bài hết hạn.",
        "en": "Not shown: {draft} drafts, {scheduled} scheduled, {expired} expired.",
    },
    "done": {
        "vi": "Xong sau {seconds:.1f} giây: {folder}",
        "en": "Done in {seconds:.1f} seconds: {folder}",
    },
    "unknown-portal": {
        "vi": "Không có cổng '{portal}'. Các cổng: {choices}.",
        "en": "There is no portal '{portal}'. The portals are: {choices}.",
    },
    "bad-clock": {
        "vi": "--clock '{value}' không phải là thời điểm. Viết như 2026-11-22 hoặc 2026-11-22T08:00.",
        "en": "--clock '{value}' is no time. Write it as 2026-11-22 or 2026-11-22T08:00.",
    },
    "bad-jobs": {
        "vi": "--jobs phải là số nguyên từ 1 trở lên.",
        "en": "--jobs must be a whole number from 1 up.",
    },
    "bad-executor": {
        "vi": "--executor '{value}' không phải là địa chỉ. Viết như dask://127.0.0.1:8786.",
        "en": "--executor '{value}' is no address. Write it as dask://127.0.0.1:8786.",
    },
    "no-dask": {
        "vi": "Chưa có gói 'distributed' nên không dùng được --executor {address}. "
        "Cài bằng: python -m pip install --require-hashes -r requirements-dask.txt",
        "en": "The package 'distributed' is missing, so --executor {address} cannot be used. "
        "Install it: python -m pip install --require-hashes -r requirements-dask.txt",
    },
    "no-scheduler": {
        "vi": "Không có bộ điều phối Dask nào trả lời ở {address}. Xem lại địa chỉ và tường lửa, "
        "hoặc chạy nó: python -m dask scheduler",
        "en": "No Dask scheduler answers at {address}. Check the address and the firewall, "
        "or start one: python -m dask scheduler",
    },
    "no-workers": {
        "vi": "Bộ điều phối ở {address} chưa có máy nào làm việc. Trong thư mục chương trình trên "
        "máy làm việc, chạy: python -m dask worker ĐỊA-CHỈ:CỔNG --nthreads 1",
        "en": "Nobody works for the scheduler at {address}. In the folder of the program on the "
        "machine that is to work, run: python -m dask worker HOST:PORT --nthreads 1",
    },
    "other-program": {
        "vi": "Máy làm việc có chương trình, Python hoặc gói cài đặt khác với máy này: {workers}. "
        "Đưa cùng một bản chương trình và requirements-dask.txt lên mọi máy, chạy 'dask worker' "
        "trong thư mục chương trình rồi dựng lại.",
        "en": "Workers have another program, Python or packages than this machine: {workers}. "
        "Bring the same program and requirements-dask.txt to all machines, start 'dask worker' "
        "anew in the folder of the program, and build again.",
    },
    "workers-gone": {
        "vi": "Các máy làm việc không trả lời nữa. Cổng nào chưa xong thì giữ nguyên bản đang có; "
        "khởi động lại các máy ấy rồi dựng lại, hoặc dựng không có --executor.",
        "en": "The workers do not answer any more. Portals that were not finished stay as they "
        "were; start the workers and build again, or build without --executor.",
    },
    "bad-format": {
        "vi": "--format phải là text hoặc json.",
        "en": "--format must be text or json.",
    },
    "fix-is-text": {
        "vi": "--fix không đi cùng --format json: chạy hai lần, lần sau không có --fix.",
        "en": "--fix does not go with --format json: run twice, then without --fix.",
    },
    "fixed": {"vi": "Đã sửa chữ trong {count} tệp.", "en": "Letters mended in {count} files."},
    "not-fixed": {
        "vi": "Không tự sửa '{path}': bỏ ký tự ẩn thì YAML ở đầu tệp hiểu khác đi. Hãy sửa tay, đặt giá trị trong nháy kép.",
        "en": "'{path}' was not mended: without its invisible characters its YAML would say something else. Mend it by hand, with the value in double quotes.",
    },
    "no-content": {
        "vi": "Không có thư mục nội dung '{folder}'.",
        "en": "There is no content folder '{folder}'.",
    },
    "no-path": {
        "vi": "'{path}' không nằm trong thư mục nội dung '{folder}'.",
        "en": "'{path}' is not in the content folder '{folder}'.",
    },
    "missing-path": {
        "vi": "Không có tệp hay thư mục '{path}'.",
        "en": "There is no file or folder '{path}'.",
    },
    "in-content": {
        "vi": "'{folder}' không được nằm trong thư mục nội dung, hay chứa nó. Chọn thư mục khác.",
        "en": "'{folder}' may neither lie in the content folder nor hold it. Choose another.",
    },
    "option-before-task": {
        "vi": "'{word}' đứng trước tên lệnh: viết tên lệnh trước, tùy chọn sau.",
        "en": "'{word}' stands before the task: write the task first, then its options.",
    },
    "unknown-task": {
        "vi": "Không có lệnh '{word}'.",
        "en": "There is no task '{word}'.",
    },
    "unknown-option": {
        "vi": "Lệnh {task} không có tùy chọn '{word}'.",
        "en": "The task {task} has no option '{word}'.",
    },
    "extra-word": {
        "vi": "Lệnh {task} không nhận '{word}'.",
        "en": "The task {task} does not take '{word}'.",
    },
    "near": {"vi": NEAR_VI, "en": NEAR_EN},
    "no-value": {
        "vi": "Tùy chọn {option} chưa có giá trị.",
        "en": "The option {option} has no value.",
    },
    "value-of-switch": {
        "vi": "Tùy chọn {option} không nhận giá trị: chỉ viết {option}.",
        "en": "The option {option} takes no value: write {option} alone.",
    },
    "no-number": {
        "vi": "{option} phải là số nguyên.",
        "en": "{option} must be a whole number.",
    },
    "how-to-call": {
        "vi": "Xem cách viết: python3 run.py {task} --help",
        "en": "How to write it: python3 run.py {task} --help",
    },
    "which-tasks": {
        "vi": "Xem các lệnh: python3 run.py",
        "en": "For the tasks: python3 run.py",
    },
    "help-call": {
        "vi": "Cách viết: python3 run.py LỆNH [tùy chọn]",
        "en": "Usage: python3 run.py TASK [options]",
    },
    "help-call-task": {
        "vi": "Cách viết: python3 run.py {task} [tùy chọn]",
        "en": "Usage: python3 run.py {task} [options]",
    },
    "help-tasks": {"vi": "Các lệnh:", "en": "Tasks:"},
    "help-options": {"vi": "Tùy chọn:", "en": "Options:"},
    "help-more": {
        "vi": "Tùy chọn của một lệnh: python3 run.py LỆNH --help",
        "en": "The options of a task: python3 run.py TASK --help",
    },
    "help-help": {"vi": "Hiện phần trợ giúp này.", "en": "Show this help."},
    "help-repeatable": {"vi": " (lặp lại được)", "en": " (may be repeated)"},
    "help-default": {"vi": " (mặc định: {value})", "en": " (default: {value})"},
    "help-bare": {
        "vi": "Không cần viết '{option}'.",
        "en": "'{option}' itself may be left out.",
    },
    "foreign-output": {
        "vi": "Thư mục đầu ra '{folder}' có thứ không do chương trình dựng: {names}. "
        "Chọn thư mục khác hoặc tự dọn trước.",
        "en": "The output folder '{folder}' holds what no build has made: {names}. "
        "Choose another folder, or clear it yourself.",
    },
    "locked": {
        "vi": "Một lần dựng khác đang ghi vào '{folder}'. Đợi nó xong rồi chạy lại.",
        "en": "Another build is writing to '{folder}'. Wait for it and try again.",
    },
    "environment": {
        "vi": "Không ghi được: {reason}. Kiểm tra ổ đĩa và quyền ghi.",
        "en": "Writing failed: {reason}. Check the disk and the permissions.",
    },
    "error": {"vi": "lỗi", "en": "error"},
    "warning": {"vi": "cảnh báo", "en": "warning"},
    "serving": {
        "vi": "Xem tại {address} (lưu tệp là trang tự dựng lại; dừng bằng Ctrl-C)",
        "en": "See it at {address} (built again whenever a file is saved; stop with Ctrl-C)",
    },
    "rebuilt": {
        "vi": "Dựng xong sau {seconds:.2f} giây, {changed} tệp thay đổi.",
        "en": "Built in {seconds:.2f} seconds, {changed} files changed.",
    },
    "serve-stopped": {"vi": "Đã dừng.", "en": "Stopped."},
    "bad-port": {
        "vi": "--port phải là số từ 0 đến 65535; 0 là số nào còn trống cũng được.",
        "en": "--port must be a number from 0 to 65535; 0 takes any that is free.",
    },
    "port-taken": {
        "vi": "Số {port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc chọn số khác: "
        "--port {other}.",
        "en": "Another program listens at port {port}. Stop it, or choose another: --port {other}.",
    },
    "port-failed": {
        "vi": "Không mở được số {port}: {reason}. Chọn số khác, từ 1024 trở lên: --port 8000.",
        "en": "Port {port} cannot be opened: {reason}. Choose another from 1024 up: --port 8000.",
    },
    "serve-busy": {"vi": "Đang dựng lại…", "en": "Building…"},
    "serve-back": {"vi": "Quay lại trang", "en": "Back to the page"},
    "serve-more": {
        "vi": "Còn {count} điều nữa; lệnh check kể hết.",
        "en": "{count} more; the command check lists all of them.",
    },
    "serve-portals": {"vi": "Các cổng", "en": "The portals"},
    "serve-waiting": {"vi": "Chưa có trang", "en": "No page yet"},
    "serve-waiting-text": {
        "vi": "Cổng chưa dựng xong lần nào. Trang tự hiện ra khi dựng xong.",
        "en": "The portal has not been built yet. Its page appears here by itself.",
    },
    "serve-nothing": {"vi": "Không có trang này", "en": "There is no such page"},
    "serve-nothing-text": {
        "vi": "Địa chỉ này không có trang nào.",
        "en": "There is nothing at this address.",
    },
    "serve-template": {
        "vi": "Mẫu trang có lỗi, chưa dựng lại được: {reason}",
        "en": "The template is broken, so nothing can be built: {reason}",
    },
    "serve-template-fix": {
        "vi": "Sửa mẫu rồi lưu lại.",
        "en": "Mend the template and save it.",
    },
    "serve-catalog": {
        "vi": "Bảng dịch có lỗi, chưa dựng lại được: {reason}",
        "en": "The catalog is broken, so nothing can be built: {reason}",
    },
    "serve-catalog-fix": {
        "vi": "Sửa bảng dịch rồi lưu lại.",
        "en": "Mend the catalog and save it.",
    },
    "serve-settings": {
        "vi": "Tệp cấu hình có lỗi, chưa dựng lại được: {reason}",
        "en": "The settings are broken, so nothing can be built: {reason}",
    },
    "serve-settings-fix": {
        "vi": "Sửa tệp cấu hình rồi lưu lại.",
        "en": "Mend the settings and save them.",
    },
    "serve-failure": {
        "vi": "Không dựng lại được: {reason}",
        "en": "Nothing can be built: {reason}",
    },
    "serve-failure-fix": {
        "vi": "Xem lại tệp vừa lưu; nếu không phải do tệp ấy thì dừng lệnh rồi chạy lại.",
        "en": "Look at the file just saved; if it is not the cause, stop the command and start it "
        "again.",
    },
}


class _WithComma(Formatter):
    """Writes decimals as Vietnamese do."""

    def format_field(self, value: Any, format_spec: str) -> str:
        shown = str(super().format_field(value, format_spec))
        return shown.replace(".", ",") if isinstance(value, float) else shown


_FORMATTERS: Final[dict[MessageLanguage, Formatter]] = {"vi": _WithComma(), "en": Formatter()}


def message_language(environment: Mapping[str, str]) -> MessageLanguage:
    """The language of messages: Vietnamese unless PORTAL_LANG is 'en'."""
    return "en" if environment.get("PORTAL_LANG") == "en" else "vi"


def say(language: MessageLanguage, name: str, **values: object) -> str:
    """One sentence of the command line."""
    return filled(_TEXTS[name], language, **values)


def filled(
    texts: Mapping[MessageLanguage, str], language: MessageLanguage, **values: object
) -> str:
    """A sentence with its values, as `language` writes them."""
    text = _FORMATTERS[language].format(texts[language], **values)
    return _ONE.sub(r"1 \1", text) if language == "en" else text


def say_changes(language: MessageLanguage, portal: str, changes: Changes) -> str:
    """What a build did with the files of a portal."""
    return say(
        language,
        "portal",
        portal=portal,
        made=changes.made,
        spliced=changes.spliced,
        kept=changes.kept,
        removed=changes.removed,
    )
